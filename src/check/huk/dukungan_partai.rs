//! The parties of a pair have the share of valid votes that the law asks.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in, support_needed};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::Jumlah;

pub(super) const RULE: Rule = Rule {
    code: "HUK-12",
    level: Level::Galat,
    what: (
        "suara sah partai pengusung mencapai persentase menurut besarnya DPT, jika angkanya ditulis",
        "the parties of a pair have the share of valid votes that goes by the size of the voter list, where the figures are given",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "partai mengusung pasangan calon jika suara sahnya mencapai persentase itu",
        "parties may nominate a pair when their valid votes reach that share",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "# DPT sebelumnya 200000, suara sah sebelumnya 100000\nsuara_sah_pengusung: 9000",
        good: "# DPT sebelumnya 200000, suara sah sebelumnya 100000\nsuara_sah_pengusung: 12000",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| too_few(model, lingkup, findings));
}

fn too_few(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some((dukungan, wilayah)) = support_needed(model, lingkup).zip(lingkup.wilayah.as_ref()) else { return };
    let contest = &wilayah.record.pemilihan;
    let given = contest.suara_sah_sebelumnya.zip(contest.dpt_sebelumnya);
    let Some((valid, dpt)) = given.map(|(valid, dpt)| (valid.get(), dpt.get())) else { return };
    let needed = dukungan.nilai.untuk(dpt);
    for (paslon, pasangan) in pairs_in(lingkup) {
        let Some(votes) = pasangan.suara_sah_pengusung.map(Jumlah::get) else { continue };
        if u128::from(votes) * 1000 >= u128::from(valid) * u128::from(needed.perseribu()) {
            continue;
        }
        let (nomor, number) = paslon.sebutan();
        let what = kata(
            format!("pengusung {nomor} mendapat {votes} dari {valid} suara sah, kurang dari {needed} persen"),
            format!("the parties of {number} have {votes} of {valid} valid votes, less than {needed} percent"),
        );
        let label = kata("DPT yang menentukan persentasenya", "the voter list that fixes the share");
        let place = Place::value(paslon.path(), "suara_sah_pengusung");
        let finding = findings.finding_by(place, what, dukungan);
        let finding = finding.related(Place::value(wilayah.path(), "pemilihan.dpt_sebelumnya"), label);
        findings.add(finding.help(kata("periksa ketiga angka", "look up the three figures")));
    }
}
