//! A kota is not called kabupaten, nor a kabupaten kota, where the other one does not exist.

use crate::bahasa::kata;
use crate::check::look::texts::{Below, find_below};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::wilayah::JenisWilayah;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::daftar_wilayah::by_name;

pub(super) const RULE: Rule = Rule {
    code: "NAM-03",
    level: Level::Peringatan,
    what: (
        "catatan sebuah kota tidak menyebutnya kabupaten, dan sebaliknya, jika yang satunya tidak ada",
        "a kota's records do not call it kabupaten, nor the other way round, where the other does not exist",
    ),
    confidence: Confidence::B,
    law: Some("Kepmendagri 300.2.2-2430/2025"),
    why: (
        "Kabupaten dan Kota adalah dua daerah dengan dua pemilihan",
        "kabupaten and kota are two regions with two contests",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/berita/2024-10-01-rapat.md",
        bad: "KPU Kabupaten Contoh membuka rapat.",
        good: "KPU Kota Contoh membuka rapat.",
    },
    apply,
};

/// What a kota is mistaken for; what follows is its name.
const AS_KABUPATEN: [&str; 4] = ["kabupaten", "pemkab", "bupati", "kab"];
/// What a kabupaten is mistaken for; "Kota X" alone may be the town of that name in it.
const AS_KOTA: [&str; 6] = ["kpu kota", "bawaslu kota", "pemerintah kota", "pemkot", "wali kota", "walikota"];

fn apply(model: &Model, findings: &mut Findings) {
    let confused: Vec<(&Lingkup, Confusion<'_>)> =
        model.wilayah().filter_map(|lingkup| Some((lingkup, confusion(lingkup)?))).collect();
    let wanted: Vec<Below> = confused.iter().map(|(lingkup, confusion)| confusion.below(lingkup)).collect();
    for ((lingkup, Confusion { name, right, .. }), hits) in confused.iter().zip(find_below(model, &wanted)) {
        for hit in hits.iter().filter(|hit| !hit.is_quotation()) {
            let (text, region) = (hit.phrase(), lingkup.nama());
            let what = kata(
                format!("\"{text}\" di catatan {region}: {right} {name} tidak ada di daftar wilayah"),
                format!("\"{text}\" in the records of {region}: the list of regions has no {right} {name}"),
            );
            let help = kata(
                format!("tulis {region}, atau periksa daerah mana yang dimaksud"),
                format!("write {region}, or look up which region is meant"),
            );
            findings.add(findings.finding(hit.place(), what).help(help));
        }
    }
}

/// What a region may be mistaken for.
struct Confusion<'l> {
    /// The name that follows the kind.
    name: &'l str,
    /// The words before it that mistake the kind.
    wrong: &'static [&'static str],
    /// The kind that does not exist.
    right: &'static str,
}

impl Confusion<'_> {
    /// The words in the records below the region's folder.
    fn below(&self, lingkup: &Lingkup) -> Below {
        Below {
            folder: format!("content/wilayah/{}/", lingkup.jalur),
            with: self.name.to_owned(),
            phrases: self.wrong.iter().map(|word| format!("{word} {}", self.name)).collect(),
        }
    }
}

fn confusion(lingkup: &Lingkup) -> Option<Confusion<'_>> {
    let (name, wrong, right): (_, &[&str], _) = match lingkup.tingkat()? {
        JenisWilayah::Provinsi => return None,
        JenisWilayah::Kabupaten => (lingkup.nama().strip_prefix("Kabupaten ")?, &AS_KOTA, "Kota"),
        JenisWilayah::Kota => (lingkup.nama().strip_prefix("Kota ")?, &AS_KABUPATEN, "Kabupaten"),
    };
    by_name(&format!("{right} {name}")).is_none().then_some(Confusion { name, wrong, right })
}
