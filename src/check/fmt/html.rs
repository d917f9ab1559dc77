//! HTML in an article is not published.

use crate::bahasa::kata;
use crate::check::look::texts::in_markdown;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::Outline;
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-17",
    level: Level::Peringatan,
    what: ("HTML di dalam Markdown tidak ikut terbit", "HTML inside Markdown is not published"),
    confidence: Confidence::L,
    law: None,
    why: (
        "HTML tidak ikut terbit, supaya tidak ada yang bisa menyisipkan program di halaman",
        "HTML is left out, so that nobody can put a program into a page",
    ),
    example: Example { file: "berita/2024-11-01-contoh.md", bad: "<b>Penting</b>", good: "**Penting**" },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for (place, html) in in_markdown(model, tags) {
        let what = kata(format!("{html} tidak ikut terbit"), format!("{html} is not published"));
        let help = kata(
            "pakai Markdown: **tebal**, *miring*, [tautan](alamat), ![gambar](berkas)",
            "use Markdown: **bold**, *italic*, [link](address), ![picture](file)",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}

/// The first tag of each stretch of HTML; comments are meant to be left out, and an end goes with its beginning.
fn tags(text: &str, outline: &Outline) -> Vec<(Range<usize>, String)> {
    let mut tags = Vec::new();
    let mut end = 0;
    for range in outline.html.iter().cloned() {
        let html = &text[range.clone()];
        let start = range.start + (html.len() - html.trim_start().len());
        let html = html.trim();
        let follows = range.start == end && end > 0;
        end = range.end;
        if follows || html.starts_with("<!--") || html.starts_with("</") {
            continue;
        }
        let tag = html.find('>').map_or(html, |close| &html[..=close]);
        let tag = tag.lines().next().unwrap_or(tag);
        tags.push((start..start + tag.len(), tag.to_owned()));
    }
    tags
}
