//! The voters of the kabupaten and kota are those of their province.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::fakta::{FullFakta, figures};
use crate::model::{Lingkup, Model};
use crate::record::ukuran::Ukuran;
use crate::record::wilayah::JenisWilayah;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::angka::Angka;
use crate::value::daftar_wilayah;

pub(super) const RULE: Rule = Rule {
    code: "FKT-11",
    level: Level::Galat,
    what: (
        "DPT kabupaten dan kota tidak lebih dari DPT provinsinya, dan berjumlah sama jika semuanya ada dari sumber yang sama",
        "the DPT of a kabupaten or kota is not above its province's, and all of one source add up to it",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "setiap pemilih di kabupaten dan kota adalah pemilih di provinsinya",
        "every voter of a kabupaten or kota is one of its province",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/fakta/dpt.yaml",
        bad: "- { ukuran: dpt, nilai: 5000000 }",
        good: "- { ukuran: dpt, nilai: 500000 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for province in model.wilayah().filter(|lingkup| lingkup.tingkat() == Some(JenisWilayah::Provinsi)) {
        let parts: Vec<FullFakta<'_>> = model.anak(province).flat_map(exact).collect();
        for whole in exact(province) {
            for part in parts.iter().filter(|part| value(part) > value(&whole)) {
                larger_than_whole(part, &whole, findings);
            }
            let same: Vec<&FullFakta<'_>> = parts.iter().filter(|part| shares_source(part, &whole)).collect();
            if is_complete(province, &same) {
                sum(&whole, &same, findings);
            }
        }
    }
}

/// The exact and undisputed DPT figures of a scope.
fn exact(lingkup: &Lingkup) -> Vec<FullFakta<'_>> {
    let dpt = figures(lingkup).into_iter().filter(|figure| {
        let fakta = figure.fakta;
        fakta.ukuran == Ukuran::Dpt && fakta.nilai.is_some() && fakta.kualifikasi.is_none() && figure.is_undisputed()
    });
    dpt.collect()
}

fn value(figure: &FullFakta<'_>) -> f64 {
    figure.fakta.nilai.map_or(0.0, Angka::get)
}

fn shares_source(part: &FullFakta<'_>, whole: &FullFakta<'_>) -> bool {
    part.per_tanggal == whole.per_tanggal && part.sumber.iter().any(|id| whole.sumber.contains(id))
}

/// Whether there is one figure for every kabupaten and kota that the province has on the Ministry's list.
fn is_complete(province: &Lingkup, parts: &[&FullFakta<'_>]) -> bool {
    let Some(wilayah) = &*province.wilayah else { return false };
    let mut here: Vec<&str> = parts.iter().filter_map(|part| code(part.lingkup)).collect();
    here.sort_unstable();
    let listed = daftar_wilayah::all().filter(|resmi| resmi.provinsi() == wilayah.record.kode.as_str());
    let listed: Vec<&str> = listed.map(|resmi| resmi.kode).filter(|kode| kode.len() > 2).collect();
    here == listed
}

fn code(lingkup: &Lingkup) -> Option<&str> {
    lingkup.wilayah.as_ref().map(|wilayah| wilayah.record.kode.as_str())
}

fn larger_than_whole(part: &FullFakta<'_>, whole: &FullFakta<'_>, findings: &mut Findings) {
    let (nilai, dari, name) = (value(part), value(whole), whole.lingkup.nama());
    let what = kata(
        format!("DPT {nilai} lebih dari DPT {name}, {dari}"),
        format!("a DPT of {nilai} is above that of {name}, {dari}"),
    );
    let label = kata("DPT provinsinya", "the province's DPT");
    let help = kata("periksa kedua angka", "look up both figures");
    findings.add(findings.finding(part.at("nilai"), what).related(whole.at("nilai"), label).help(help));
}

fn sum(whole: &FullFakta<'_>, parts: &[&FullFakta<'_>], findings: &mut Findings) {
    let (sum, nilai): (f64, f64) = (parts.iter().map(|part| value(part)).sum(), value(whole));
    if (sum - nilai).abs() < 0.5 {
        return;
    }
    let count = parts.len();
    let what = kata(
        format!("DPT {count} kabupaten dan kota berjumlah {sum}, bukan {nilai}"),
        format!("the DPT of the {count} kabupaten and kota is {sum}, not {nilai}"),
    );
    let help = kata(
        "periksa angkanya; jika sumbernya sendiri tidak cocok, tulis `status: berselisih` dan `catatan`",
        "look up the figures; if the source itself does not fit, write `status: berselisih` and a `catatan`",
    );
    findings.add(findings.finding(whole.at("nilai"), what).help(help));
}
