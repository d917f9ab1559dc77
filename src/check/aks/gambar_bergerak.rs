//! A picture does not move: only its first moment is shown.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: "AKS-07",
    level: Level::Saran,
    what: ("gambar di halaman tidak bergerak", "a picture on a page does not move"),
    confidence: Confidence::L,
    law: None,
    why: (
        "dari gambar yang bergerak hanya gambar pertamanya yang tampil, dan langkah sesudahnya tidak terlihat siapa pun",
        "of a picture that moves only the first moment is shown, and nobody sees the steps that follow",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "![Cara melipat surat suara](melipat.webp)  # animasi empat langkah",
        good: "![Surat suara dilipat dua ke dalam](melipat-1.webp)\n\n![Lalu dilipat dua lagi](melipat-2.webp)",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    let mut told = BTreeSet::new();
    for gambar in model.lingkup.iter().flat_map(|lingkup| lingkup.gambar.values()).filter(|gambar| gambar.bergerak) {
        if !told.insert(&gambar.path) {
            continue;
        }
        let file = gambar.path.rsplit('/').next().unwrap_or(&gambar.path);
        let what = kata(
            format!("gambar \"{file}\" bergerak, tetapi di halaman terbit diam"),
            format!("the picture \"{file}\" moves, but on the page it will stand still"),
        );
        let help = kata(
            "simpan tiap langkahnya sebagai gambar sendiri, atau tautkan videonya di kanal resmi",
            "save each step as a picture of its own, or link to the film on the official channel",
        );
        findings.add(findings.finding(gambar.place.clone(), what).help(help));
    }
}
