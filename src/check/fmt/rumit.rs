//! An article has no more parts than can be drawn.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Loss, Outline};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-35",
    level: Level::Galat,
    what: (
        "satu tulisan memuat paling banyak 150.000 bagian: kata bertanda, sel tabel, tautan, baris",
        "an article has at most 150,000 parts: words with marks, cells of tables, links, lines",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "tulisan sebesar itu memakan memori saat dibangun, dan telepon pembaca tidak sanggup membukanya",
        "an article of that size takes the memory of the build, and the reader's phone cannot open it",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "| 001 | 250 | (dan 200.000 baris lagi)",
        good: "[Daftar semua TPS](tps.csv)",
    },
    apply,
};

/// The end of what was read.
pub(super) static BEYOND: MarkdownLook<()> = MarkdownLook { name: "FMT-35 parts", find: beyond };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, ()) in BEYOND.places(model) {
        let what = kata(
            "tulisan ini memuat lebih dari 150.000 bagian; yang mulai dari sini tidak dibaca",
            "this article has more than 150,000 parts; from here on it is not read",
        );
        findings.add(findings.finding(place, what).help(kata(
            "bagi menjadi beberapa tulisan, atau taruh tabelnya sebagai berkas CSV di samping tulisan dan tautkan",
            "divide it into several articles, or put the table beside it as a CSV file and link that",
        )));
    }
}

fn beyond(_: &str, outline: &Outline) -> Vec<(Range<usize>, ())> {
    let beyond = outline.losses.iter().filter(|(_, loss)| *loss == Loss::Parts);
    beyond.map(|(range, _)| (range.clone(), ())).collect()
}
