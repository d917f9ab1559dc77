//! A later vote rests on a ruling or on the law.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-32",
    level: Level::Galat,
    what: (
        "pemungutan suara ulang, susulan dan lanjutan menyebut putusan atau aturan yang menjadi dasarnya",
        "a vote held again, later or continued names the ruling or law it rests on",
    ),
    confidence: Confidence::A,
    law: Some("Perbawaslu 15/2024 pasal 28, UU 10/2016 pasal 54D, Perppu 2/2020 pasal 120 ayat (2)"),
    why: (
        "pemilih diminta datang lagi, dan harus bisa memeriksa siapa yang memerintahkannya",
        "voters are asked to come again, and must be able to look up who ordered it",
    ),
    example: Example {
        file: "wilayah/contoh/pemilihan/psu-2025/pemilihan.yaml",
        bad: "jenis: psu",
        good: "jenis: psu\ndasar: Putusan MK 99/PHPU.WAKO-XXIII/2025",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for vote in model.kontes().filter_map(|lingkup| lingkup.kemudian.as_ref()) {
        if vote.loaded.record.dasar.is_some() {
            continue;
        }
        let what = kata(
            format!("{} belum menyebut dasarnya", vote.nama),
            format!("{} does not say what it rests on", vote.nama),
        );
        let help = kata(
            "tambahkan `dasar` dengan nomor putusan atau pasal undang-undangnya",
            "add `dasar` with the number of the ruling or the article of the law",
        );
        findings.add(findings.finding(Place::key(vote.loaded.path(), "jenis"), what).help(help));
    }
}
