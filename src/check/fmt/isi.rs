//! What `pilkada new` left to fill in is filled in before it is published.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::source::Source;
use crate::value::Scalar;
use crate::yaml::steps;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a text begins with that nobody filled in; small letters follow, so that a name such as ISI CONTOH is none.
const PLACEHOLDER: &str = "ISI ";

/// How many of the others in a file are shown.
const SHOWN: usize = 5;
/// So many bytes before it are looked at.
const NEAR: usize = 256;

pub(super) const RULE: Rule = Rule {
    code: "FMT-19",
    level: Level::Peringatan,
    what: (
        "isian yang diawali kata ISI sudah diganti, kecuali di draf",
        "what begins with the word ISI is filled in, except in drafts",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "kata ISI ditulis pilkada new untuk petugas, bukan untuk pembaca situs",
        "the word ISI is written by pilkada new for the office, not for readers of the site",
    ),
    example: Example { file: "situs.yaml", bad: "nama: ISI nama situs", good: "nama: Info Pilkada Contoh" },
    apply,
};

/// What nobody filled in.
pub(super) static PLACEHOLDERS: TextLook = TextLook {
    name: "FMT-19 placeholders",
    near: Near::Phrases(&[&[PLACEHOLDER]]),
    reach: Reach::Records,
    find: placeholders,
};

/// Values that `pilkada new` could only guess, by the comment that it puts behind them: `# ISI: …`.
pub(super) static MARKED: TextLook =
    TextLook { name: "FMT-19 marked", near: Near::Phrases(&[&[PLACEHOLDER]]), reach: Reach::Whole, find: marked };

/// The files in which something is left to fill in.
pub(super) fn unfilled(model: &Model) -> BTreeSet<&str> {
    let hits = PLACEHOLDERS.hits(model).chain(MARKED.hits(model));
    hits.map(|hit| hit.source.path.as_str()).collect()
}

/// Whether something is left to fill in in the file of a record.
pub(super) fn is_unfilled(model: &Model, source: &Source) -> bool {
    PLACEHOLDERS.finds_in(model, source) || MARKED.finds_in(model, source)
}

fn apply(model: &Model, findings: &mut Findings) {
    let mut files: BTreeMap<&str, Vec<Hit<'_>>> = BTreeMap::new();
    for hit in PLACEHOLDERS.hits(model).chain(MARKED.hits(model)).filter(|hit| !is_draft(hit)) {
        files.entry(&hit.source.path).or_default().push(hit);
    }
    for hits in files.values_mut() {
        // One task is one finding: the file is opened once and filled in.
        hits.sort_by_key(|hit| hit.range.start);
        let Some((first, others)) = hits.split_first() else { continue };
        let (left, more) = (first.text(), others.len());
        let what = match more {
            0 => kata(
                format!("\"{left}\" belum diganti dengan isinya"),
                format!("\"{left}\" has not been filled in yet"),
            ),
            _ => kata(
                format!("\"{left}\" dan {more} isian lain di berkas ini belum diganti dengan isinya"),
                format!("\"{left}\" and {more} more in this file have not been filled in yet"),
            ),
        };
        let help = if left.starts_with('#') {
            kata(
                "ganti nilai di depannya jika masih tebakan, lalu hapus catatan # ISI: ini",
                "replace the value before it if it is still a guess, then delete this comment # ISI:",
            )
        } else {
            kata(
                "tulis isinya, atau hapus baris atau berkas ini jika belum diketahui",
                "write what belongs there, or delete this line or file if it is not known yet",
            )
        };
        let finding = findings.finding(first.place(), what).help(help);
        findings.add(
            others
                .iter()
                .take(SHOWN)
                .fold(finding, |finding, other| finding.related(other.place(), kata("ini juga", "this as well"))),
        );
    }
}

/// Where a line or a value begins with the placeholder, with the words that follow it.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let starts = text.match_indices(PLACEHOLDER).map(|(at, _)| at).filter(|at| is_begin(text, *at));
    let left = starts.filter(|at| text[at + PLACEHOLDER.len()..].starts_with(char::is_lowercase));
    left.map(|at| at..at + words(&text[at..])).collect()
}

/// Comments that begin with the placeholder, behind a value on its line.
fn marked(text: &str) -> Vec<Range<usize>> {
    const MARK: &str = " # ISI:";
    let starts = text.match_indices(MARK).map(|(at, _)| at + 1);
    let behind_value = starts.filter(|at| {
        let line = text[..*at].rfind('\n').map_or(0, |end| end + 1);
        let before = text[line..*at].trim();
        !before.is_empty() && !before.starts_with('#') && before.contains(':')
    });
    behind_value.map(|at| at..at + text[at..].find(['\n', '\r']).unwrap_or(text.len() - at)).collect()
}

/// Whether only the signs of YAML and Markdown stand before a byte on its line, or a key.
fn is_begin(text: &str, at: usize) -> bool {
    // Further back stands neither a key nor the beginning of a line.
    let near = text.ceil_char_boundary(at.saturating_sub(NEAR));
    let line = text[near..at].rfind('\n').map_or(near, |end| near + end + 1);
    let before = text[line..at].trim_end_matches(['"', '\'', '*', '_', '[']);
    before.trim().is_empty() || [": ", "- ", "# "].iter().any(|sign| before.ends_with(sign))
}

/// The bytes of the words a text begins with.
fn words(text: &str) -> usize {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != ' ').unwrap_or(text.len());
    text[..end].trim_end().len()
}

/// Whether the file is an article that is not to be published yet.
fn is_draft(hit: &Hit<'_>) -> bool {
    let root = hit.source.tree().ok().filter(|_| hit.source.path.ends_with(".md"));
    root.is_some_and(|root| root.follow(&steps("draf")).1.scalar() == Some(Scalar::Logika(true)))
}
