//! HTML in an article is not published.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Outline, is_break, words_of};
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

/// Tags, with the words that are lost with them.
pub(super) static TAGS: MarkdownLook<(String, String)> = MarkdownLook { name: "FMT-17 tags", find: tags };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, (tag, words)) in TAGS.places(model) {
        let what = if words.is_empty() {
            kata(format!("{tag} tidak ikut terbit"), format!("{tag} is not published"))
        } else {
            kata(
                format!("{tag} tidak ikut terbit, juga tulisan di dalamnya: \"{words}\""),
                format!("{tag} is not published, nor is the text in it: \"{words}\""),
            )
        };
        let help = kata(
            "pakai Markdown: **tebal**, *miring*, [tautan](alamat), ![gambar](berkas)",
            "use Markdown: **bold**, *italic*, [link](address), ![picture](file)",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}

/// The most letters of the text in HTML that a message shows.
const SHOWN: usize = 40;

/// The first tag of each stretch of HTML, and the words that are lost with it; comments are meant to be left out, an end goes
/// with its beginning, and the end of a line is published as such.
fn tags(text: &str, outline: &Outline) -> Vec<(Range<usize>, (String, String))> {
    let mut tags = Vec::new();
    for range in stretches(outline) {
        let html = &text[range.clone()];
        let words = words_of(html);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut start = range.start + (html.len() - html.trim_start().len());
        let mut html = html.trim();
        // Of several tags the first one that is not published.
        while words.is_empty() && is_break(html) {
            let rest = html.find('>').map_or("", |end| &html[end + 1..]);
            start += html.len() - rest.trim_start().len();
            html = rest.trim();
        }
        if html.is_empty() || html.starts_with("<!--") || html.starts_with("</") && words.is_empty() {
            continue;
        }
        let tag = html.find('>').map_or(html, |close| &html[..=close]);
        let tag = tag.lines().next().unwrap_or(tag);
        tags.push((start..start + tag.len(), (tag.to_owned(), short(&words))));
    }
    tags
}

/// The stretches of HTML, each of which may be several tags or lines.
fn stretches(outline: &Outline) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for range in &outline.html {
        match stretches.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => stretches.push(range.clone()),
        }
    }
    stretches
}

fn short(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
