//! An independent pair has the support that the law asks, spread wide enough.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in, percent, support_needed};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{JenisPemilihan, Model};
use crate::record::Loaded;
use crate::record::wilayah::Wilayah;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::Jumlah;

pub(super) const RULE: Rule = Rule {
    code: "HUK-13",
    level: Level::Peringatan,
    what: (
        "dukungan perseorangan mencapai 10, 8,5, 7,5 atau 6,5 persen dari DPT dan tersebar di lebih dari separuh bagian wilayah, jika angkanya ditulis",
        "support for an independent pair reaches 10, 8.5, 7.5 or 6.5 percent of the voter list, in more than half of the parts, where the figures are given",
    ),
    confidence: Confidence::A,
    law: Some("UU 10/2016 pasal 41, Keputusan KPU 532/2024"),
    why: (
        "pasangan calon perseorangan memerlukan dukungan sebanyak dan seluas itu",
        "an independent pair needs as much support, and as widely spread",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "# DPT sebelumnya 200000, 8 kecamatan\njalur: perseorangan\ndukungan: 15000\nsebaran: 4",
        good: "# DPT sebelumnya 200000, 8 kecamatan\njalur: perseorangan\ndukungan: 21000\nsebaran: 5",
    },
    apply,
};

/// What is elected, and the region whose file has the counts.
#[derive(Clone, Copy)]
struct Contest<'m> {
    pemilihan: JenisPemilihan,
    wilayah: &'m Loaded<Wilayah>,
}

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in own_contests(model) {
        let (Some(pemilihan), Some(wilayah)) = (lingkup.pemilihan(), lingkup.wilayah.as_ref()) else { continue };
        let contest = Contest { pemilihan, wilayah };
        for (paslon, pasangan) in pairs_in(lingkup) {
            enough(contest, paslon, pasangan, findings);
            spread(contest, paslon, pasangan, findings);
        }
    }
}

fn enough(contest: Contest<'_>, paslon: &Paslon, pasangan: &Pasangan, findings: &mut Findings) {
    let Contest { pemilihan, wilayah } = contest;
    let given = pasangan.dukungan.zip(wilayah.record.pemilihan.dpt_sebelumnya);
    let Some((support, dpt)) = given.map(|(support, dpt)| (support.get(), dpt.get())) else { return };
    let needed = support_needed(pemilihan, dpt);
    if u128::from(support) * 1000 >= u128::from(dpt) * u128::from(needed) {
        return;
    }
    let (nomor, share) = (paslon.nomor_urut, percent(needed));
    let what = kata(
        format!("nomor urut {nomor} punya {support} dukungan dari DPT {dpt}, kurang dari {share} persen"),
        format!("number {nomor} has {support} supporters of {dpt} voters, less than {share} percent"),
    );
    let label = kata("DPT", "the voter list");
    let finding = findings.finding(Place::value(paslon.path(), "dukungan"), what);
    let finding = finding.related(Place::value(wilayah.path(), "pemilihan.dpt_sebelumnya"), label);
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}

fn spread(contest: Contest<'_>, paslon: &Paslon, pasangan: &Pasangan, findings: &mut Findings) {
    let wilayah = contest.wilayah;
    let given = pasangan.sebaran.zip(wilayah.record.pemilihan.jumlah_bagian);
    let Some((parts, all)) = given.map(|(parts, all): (Jumlah, Jumlah)| (parts.get(), all.get())) else { return };
    if parts > all / 2 {
        return;
    }
    let nomor = paslon.nomor_urut;
    let what = kata(
        format!("dukungan nomor urut {nomor} tersebar di {parts} dari {all} bagian wilayah, tidak lebih dari separuh"),
        format!("the support of number {nomor} is spread over {parts} of {all} parts, not more than half"),
    );
    let label = kata("banyaknya bagian wilayah", "the number of parts");
    let finding = findings.finding(Place::value(paslon.path(), "sebaran"), what);
    let finding = finding.related(Place::value(wilayah.path(), "pemilihan.jumlah_bagian"), label);
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}
