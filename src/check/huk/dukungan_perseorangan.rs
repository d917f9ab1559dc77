//! An independent pair has the support that the law asks, spread wide enough.

use crate::bahasa::kata;
use crate::check::look::contests::{is_more_than, own_contests, pairs_in, support_needed};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::hukum::nilai::{Bagian, Tangga};
use crate::hukum::paket::Ketentuan;
use crate::model::Model;
use crate::model::paslon::{Pasangan, Paslon};
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
        "dukungan perseorangan mencapai persentase DPT menurut besarnya dan tersebar cukup luas di bagian wilayah, jika angkanya ditulis",
        "support for an independent pair reaches the share of the voter list that goes by its size, in enough of the parts, where the figures are given",
    ),
    confidence: Confidence::A,
    law: None,
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

/// What the law asks, and the region whose file has the counts.
#[derive(Clone, Copy)]
struct Contest<'m> {
    dukungan: &'m Ketentuan<Tangga>,
    sebaran: &'m Ketentuan<Bagian>,
    wilayah: &'m Loaded<Wilayah>,
}

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in own_contests(model) {
        let Some((dukungan, wilayah)) = support_needed(model, lingkup).zip(lingkup.wilayah.as_ref()) else { continue };
        let contest = Contest { dukungan, sebaran: &model.hukum_bagi(lingkup).sebaran_perseorangan, wilayah };
        for (paslon, pasangan) in pairs_in(lingkup) {
            enough(contest, paslon, pasangan, findings);
            spread(contest, paslon, pasangan, findings);
        }
    }
}

fn enough(contest: Contest<'_>, paslon: &Paslon, pasangan: &Pasangan, findings: &mut Findings) {
    let Contest { dukungan, wilayah, .. } = contest;
    let given = pasangan.dukungan.zip(wilayah.record.pemilihan.dpt_sebelumnya);
    let Some((support, dpt)) = given.map(|(support, dpt)| (support.get(), dpt.get())) else { return };
    let needed = dukungan.nilai.untuk(dpt);
    if u128::from(support) * 1000 >= u128::from(dpt) * u128::from(needed.perseribu()) {
        return;
    }
    let (nomor, number) = paslon.sebutan();
    let what = kata(
        format!("{nomor} punya {support} dukungan dari DPT {dpt}, kurang dari {needed} persen"),
        format!("{number} has {support} supporters of {dpt} voters, less than {needed} percent"),
    );
    let label = kata("DPT", "the voter list");
    let finding = findings.finding_by(Place::value(paslon.path(), "dukungan"), what, dukungan);
    let finding = finding.related(Place::value(wilayah.path(), "pemilihan.dpt_sebelumnya"), label);
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}

fn spread(contest: Contest<'_>, paslon: &Paslon, pasangan: &Pasangan, findings: &mut Findings) {
    let Contest { sebaran, wilayah, .. } = contest;
    let needed = sebaran.nilai;
    let given = pasangan.sebaran.zip(wilayah.record.pemilihan.jumlah_bagian);
    let Some((parts, all)) = given.map(|(parts, all): (Jumlah, Jumlah)| (parts.get(), all.get())) else { return };
    if is_more_than(needed, parts, all) {
        return;
    }
    let (nomor, number) = paslon.sebutan();
    let what = kata(
        format!("dukungan {nomor} tersebar di {parts} dari {all} bagian wilayah, tidak lebih dari {needed} persen"),
        format!("the support of {number} is spread over {parts} of {all} parts, not more than {needed} percent"),
    );
    let label = kata("banyaknya bagian wilayah", "the number of parts");
    let finding = findings.finding_by(Place::value(paslon.path(), "sebaran"), what, sebaran);
    let finding = finding.related(Place::value(wilayah.path(), "pemilihan.jumlah_bagian"), label);
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}
