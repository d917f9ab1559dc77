//! Headings go down one level at a time.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::Outline;
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "AKS-03",
    level: Level::Saran,
    what: ("judul bagian turun satu tingkat demi satu tingkat", "headings go down one level at a time"),
    confidence: Confidence::B,
    law: Some("UU 8/2016 pasal 13 dan 24, WCAG 2.2"),
    why: (
        "pembaca layar melompat dari judul ke judul, dan tingkat yang hilang terdengar seperti bagian yang hilang",
        "a screen reader goes from heading to heading, and a missing level sounds like a missing part",
    ),
    example: Example {
        file: "halaman/contoh.md",
        bad: "## Cara memilih\n\n#### Di TPS",
        good: "## Cara memilih\n\n### Di TPS",
    },
    apply,
};

/// Headings that go down more than one level, with the level before and their own.
pub(super) static SKIPS: MarkdownLook<(u8, u8)> = MarkdownLook { name: "AKS-03 headings", find: skips };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, (before, level)) in SKIPS.places(model) {
        let what = kata(
            format!("judul tingkat {level} langsung sesudah tingkat {before}"),
            format!("a heading of level {level} follows one of level {before}"),
        );
        let marks = "#".repeat(usize::from(before) + 1);
        let help = kata(format!("awali dengan {marks}"), format!("begin it with {marks}"));
        findings.add(findings.finding(place, what).help(help));
    }
}

/// The headings that go down more than one level, with the level before and their own.
fn skips(_: &str, outline: &Outline) -> Vec<(Range<usize>, (u8, u8))> {
    let pairs = outline.titles.windows(2).filter(|two| two[1].level > two[0].level + 1);
    pairs.map(|two| (two[1].range.clone(), (two[0].level, two[1].level))).collect()
}
