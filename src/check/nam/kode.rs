//! A region's code is on the Ministry's list.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::wilayah::Wilayah;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::daftar_wilayah::{by_code, by_name, by_old_code};

pub(super) const RULE: Rule = Rule {
    code: "NAM-04",
    level: Level::Peringatan,
    what: ("kode wilayah ada di daftar Kemendagri", "a region's code is on the Ministry's list"),
    confidence: Confidence::B,
    law: Some("Kepmendagri 300.2.2-2430/2025"),
    why: (
        "kode adalah kunci yang menghubungkan situs ini dengan data pemerintah dan KPU",
        "the code is the key that ties this site to the data of the government and KPU",
    ),
    example: Example {
        file: "wilayah/papua-barat-daya/kota-sorong/wilayah.yaml",
        bad: "kode: \"92.71\"",
        good: "kode: \"96.71\"",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for loaded in model.wilayah().filter_map(|lingkup| lingkup.wilayah.as_ref()) {
        let wilayah = &loaded.record;
        // What nobody has looked up yet is said by FMT-36.
        if by_code(wilayah.kode.as_str()).is_some() || wilayah.kode.is_placeholder() {
            continue;
        }
        let kode = &wilayah.kode;
        let what = kata(
            format!("kode {kode} tidak ada di daftar wilayah"),
            format!("the code {kode} is not on the list of regions"),
        );
        let help = match meant(wilayah) {
            Some((kode, nama)) => {
                kata(format!("tulis \"{kode}\", kode {nama}"), format!("write \"{kode}\", the code of {nama}"))
            }
            None => kata(
                "periksa kodenya di Kepmendagri terbaru; wilayah baru belum tentu ada di daftar program ini",
                "look it up in the Ministry's latest list; a new region may not be in this program yet",
            ),
        };
        findings.add(findings.finding(Place::value(loaded.path(), "kode"), what).help(help));
    }
}

/// The region that had this code, or has this name.
fn meant(wilayah: &Wilayah) -> Option<(&'static str, &'static str)> {
    let resmi = by_old_code(wilayah.kode.as_str()).or_else(|| by_name(&wilayah.nama))?;
    Some((resmi.kode, resmi.nama))
}
