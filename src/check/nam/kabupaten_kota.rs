//! A kota is not called kabupaten, nor a kabupaten kota, where the other one does not exist.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook, find_in};
use crate::check::look::texts::Hit;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::wilayah::JenisWilayah;
use crate::report::Level;
use crate::report::kode::Example;
use crate::source::Source;
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

/// Files that speak of some kabupaten: once in each is enough, for the name depends on the region.
pub(super) static OF_KABUPATEN: TextLook = TextLook {
    name: "NAM-03 kabupaten",
    near: Near::Phrases(&[&AS_KABUPATEN]),
    reach: Reach::Whole,
    find: |text| phrases(text, &AS_KABUPATEN).into_iter().take(1).collect(),
};
/// Files that speak of some kota.
pub(super) static OF_KOTA: TextLook = TextLook {
    name: "NAM-03 kota",
    near: Near::Phrases(&[&AS_KOTA]),
    reach: Reach::Whole,
    find: |text| phrases(text, &AS_KOTA).into_iter().take(1).collect(),
};

fn apply(model: &Model, findings: &mut Findings) {
    let files = |look: &'static TextLook| -> Vec<&Source> { look.hits(model).map(|hit| hit.source).collect() };
    let (of_kabupaten, of_kota) = (files(&OF_KABUPATEN), files(&OF_KOTA));
    let confused = model.wilayah().filter_map(|lingkup| Some((lingkup, confusion(lingkup)?)));
    for (lingkup, confusion) in confused {
        let files = if confusion.right == "Kabupaten" { &of_kabupaten } else { &of_kota };
        let Confusion { name, right, .. } = confusion;
        for hit in confusion.hits(lingkup, files).filter(|hit| !hit.is_quotation()) {
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
    /// Where it is mistaken in the records below the region's folder, of files that may do so.
    fn hits<'m>(&self, lingkup: &Lingkup, files: &[&'m Source]) -> impl Iterator<Item = Hit<'m>> {
        let folder = format!("content/wilayah/{}/", lingkup.jalur);
        let wanted: Vec<String> = self.wrong.iter().map(|word| format!("{word} {}", self.name)).collect();
        let start = files.partition_point(|file| *file.path < *folder);
        let below = files[start..].iter().take_while(|file| file.path.starts_with(&folder));
        let hits = below.filter(|file| !file.is_attachment() && file.text().contains(self.name)).flat_map(|file| {
            let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
            find_in(file, |text| phrases(text, &wanted))
        });
        hits.collect::<Vec<_>>().into_iter()
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
