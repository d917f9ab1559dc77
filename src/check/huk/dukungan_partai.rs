//! The parties of a pair have the share of valid votes that the law asks.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in, percent, support_needed};
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
        "suara sah partai pengusung mencapai 10, 8,5, 7,5 atau 6,5 persen menurut besarnya DPT, jika angkanya ditulis",
        "the parties of a pair have 10, 8.5, 7.5 or 6.5 percent of the valid votes, by the size of the voter list, where the figures are given",
    ),
    confidence: Confidence::A,
    law: Some("putusan MK 60/PUU-XXII/2024, PKPU 10/2024 pasal 11"),
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
    own_contests(model).for_each(|lingkup| too_few(lingkup, findings));
}

fn too_few(lingkup: &Lingkup, findings: &mut Findings) {
    let Some((pemilihan, wilayah)) = lingkup.pemilihan().zip(lingkup.wilayah.as_ref()) else { return };
    let contest = &wilayah.record.pemilihan;
    let given = contest.suara_sah_sebelumnya.zip(contest.dpt_sebelumnya);
    let Some((valid, dpt)) = given.map(|(valid, dpt)| (valid.get(), dpt.get())) else { return };
    let needed = support_needed(pemilihan, dpt);
    for (paslon, pasangan) in pairs_in(lingkup) {
        let Some(votes) = pasangan.suara_sah_pengusung.map(Jumlah::get) else { continue };
        if u128::from(votes) * 1000 >= u128::from(valid) * u128::from(needed) {
            continue;
        }
        let (nomor, share) = (paslon.nomor_urut, percent(needed));
        let what = kata(
            format!("pengusung nomor urut {nomor} mendapat {votes} dari {valid} suara sah, kurang dari {share} persen"),
            format!("the parties of number {nomor} have {votes} of {valid} valid votes, less than {share} percent"),
        );
        let label = kata("DPT yang menentukan persentasenya", "the voter list that fixes the share");
        let finding = findings.finding(Place::value(paslon.path(), "suara_sah_pengusung"), what);
        let finding = finding.related(Place::value(wilayah.path(), "pemilihan.dpt_sebelumnya"), label);
        findings.add(finding.help(kata("periksa ketiga angka", "look up the three figures")));
    }
}
