//! A voter list is called by its name, and not by an abbreviation of two meanings.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-42",
    level: Level::Peringatan,
    what: (
        "tertulis \"pemilih pindahan\" atau \"pemilih tambahan\"; \"DPTb\" paling jauh dalam kurung di belakangnya",
        "\"pemilih pindahan\" or \"pemilih tambahan\" is written; \"DPTb\" at most in brackets behind it",
    ),
    confidence: Confidence::A,
    law: Some("pemberitaan Pilkada 2024, pengumuman KPU 2025, putusan MK 28/PHPU.BUP-XXIII/2025"),
    why: (
        "DPTb berarti pemilih pindahan di sebagian sumber dan pemilih tambahan di sumber lain",
        "DPTb means voters who moved in some sources, and voters who were added in others",
    ),
    example: Example {
        file: "berita/2024-11-20-daftar-pemilih.md",
        bad: "DPTb di kecamatan itu 120 orang.",
        good: "Pemilih pindahan (DPTb) di kecamatan itu 120 orang.",
    },
    apply,
};

/// The abbreviation.
const SHORT: [&str; 1] = ["dptb"];

/// The abbreviation, wherever it stands.
pub(super) static ABBREVIATION: TextLook = TextLook {
    name: "HUK-42 abbreviation",
    near: Near::Phrases(&[&SHORT]),
    reach: Reach::Records,
    find: |text| phrases(text, &SHORT),
};

fn apply(model: &Model, findings: &mut Findings) {
    for hit in ABBREVIATION.hits(model) {
        // The glossary explains it.
        if hit.is_quotation() || hit.is_in("istilah.yaml") || is_explained(&hit) {
            continue;
        }
        let word = hit.phrase();
        let what = kata(format!("\"{word}\" punya dua arti"), format!("\"{word}\" has two meanings"));
        let help = kata(
            format!("tulis pemilih pindahan atau pemilih tambahan, dengan \"({word})\" di belakangnya kalau perlu"),
            format!("write pemilih pindahan or pemilih tambahan, with \"({word})\" behind it if need be"),
        );
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

/// Whether it stands in brackets behind one of the two names.
fn is_explained(hit: &Hit<'_>) -> bool {
    let before = hit.source.text()[..hit.range.start].strip_suffix('(').map(str::trim_end);
    let word = before.and_then(|before| before.trim_end_matches(['*', '_']).split_whitespace().next_back());
    word.is_some_and(|word| ["pindahan", "tambahan"].iter().any(|name| word.eq_ignore_ascii_case(name)))
}
