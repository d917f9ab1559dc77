//! A kota is not called kabupaten, nor a kabupaten kota, where the other one does not exist.

use crate::bahasa::kata;
use crate::check::texts::find_in;
use crate::check::words::phrases;
use crate::check::{Confidence, Example, Findings, Rule};
use crate::model::berkas::Berkas;
use crate::model::{Lingkup, Model};
use crate::record::wilayah::JenisWilayah;
use crate::report::{Diagnostic, Level};
use crate::value::daftar_wilayah::by_name;
use rayon::prelude::*;
use std::sync::Arc;

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
    let found: Vec<Vec<Diagnostic>> = {
        let regions: Vec<&Lingkup> = model.wilayah().collect();
        let findings = &*findings;
        regions.into_par_iter().map(|lingkup| in_region(model, lingkup, findings)).collect()
    };
    found.into_iter().flatten().for_each(|finding| findings.add(finding));
}

fn in_region(model: &Model, lingkup: &Lingkup, findings: &Findings) -> Vec<Diagnostic> {
    let Some((name, wrong, right)) = confusion(lingkup) else { return Vec::new() };
    let wrong: Vec<String> = wrong.iter().map(|word| format!("{word} {name}")).collect();
    let wrong: Vec<&str> = wrong.iter().map(String::as_str).collect();
    let files = files_of(model, lingkup).iter().filter(|source| source.text().contains(name));
    let hits = files.flat_map(|source| find_in(source, |text| phrases(text, &wrong)));
    let hits = hits.filter(|hit| !hit.is_quotation());
    let told = hits.map(|hit| {
        let (text, region) = (hit.phrase(), lingkup.nama());
        let what = kata(
            format!("\"{text}\" di catatan {region}: {right} {name} tidak ada di daftar wilayah"),
            format!("\"{text}\" in the records of {region}: the list of regions has no {right} {name}"),
        );
        let help = kata(
            format!("tulis {region}, atau periksa daerah mana yang dimaksud"),
            format!("write {region}, or look up which region is meant"),
        );
        findings.finding(hit.place(), what).help(help)
    });
    told.collect()
}

/// The name that follows the kind, the words that mistake it, and the kind that does not exist.
fn confusion(lingkup: &Lingkup) -> Option<(&str, &'static [&'static str], &'static str)> {
    let (name, wrong, other): (_, &[&str], _) = match lingkup.tingkat()? {
        JenisWilayah::Provinsi => return None,
        JenisWilayah::Kabupaten => (lingkup.nama().strip_prefix("Kabupaten ")?, &AS_KOTA, "Kota"),
        JenisWilayah::Kota => (lingkup.nama().strip_prefix("Kota ")?, &AS_KABUPATEN, "Kabupaten"),
    };
    by_name(&format!("{other} {name}")).is_none().then_some((name, wrong, other))
}

/// The records below the folder of a region.
fn files_of<'m>(model: &'m Model, lingkup: &Lingkup) -> &'m [Arc<Berkas>] {
    let folder = format!("content/wilayah/{}/", lingkup.jalur);
    let start = model.berkas.partition_point(|source| *source.path < *folder);
    let length = model.berkas[start..].partition_point(|source| source.path.starts_with(&folder));
    &model.berkas[start..start + length]
}
