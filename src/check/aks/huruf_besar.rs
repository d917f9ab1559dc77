//! Sentences are not written in capitals.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::look::words::words;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "AKS-06",
    level: Level::Saran,
    what: (
        "kalimat tidak ditulis dengan huruf besar semua, kecuali nama orang",
        "sentences are not written in capitals, names of people excepted",
    ),
    confidence: Confidence::B,
    law: Some("UU 8/2016 pasal 13 dan 24, WCAG 2.2"),
    why: (
        "huruf besar semua sulit dibaca, dan sebagian pembaca layar mengejanya huruf demi huruf",
        "capitals are hard to read, and some screen readers spell them letter by letter",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "judul: KPU KOTA CONTOH MENETAPKAN DAFTAR PEMILIH TETAP",
        good: "judul: KPU Kota Contoh menetapkan Daftar Pemilih Tetap",
    },
    apply,
};

/// The fewest words in a row that are a sentence and not a name with its titles.
const WORDS: usize = 6;
/// The fewest words of a title.
const TITLE_WORDS: usize = 3;
/// The letters of a word that is spoken, and no abbreviation such as KPPS.
const SPOKEN: usize = 5;
/// The most bytes without a small letter that a title or name may have.
const QUICK: usize = 24;

/// Words in capitals.
pub(super) static SHOUTED: TextLook =
    TextLook { name: "AKS-06 capitals", near: Near::Nothing, reach: Reach::Records, find: shouted };

fn apply(model: &Model, findings: &mut Findings) {
    for hit in SHOUTED.hits(model).filter(|hit| !hit.is_quotation() && !is_name(hit)) {
        let what = kata("kalimat ini ditulis dengan huruf besar semua", "this sentence is written in capitals");
        let help =
            kata("tulis dengan huruf kecil seperti kalimat biasa", "write it in small letters like any sentence");
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

/// Whether it is a name as on the ballot, which is printed as it was written.
fn is_name(hit: &Hit<'_>) -> bool {
    matches!(hit.key(), "nama" | "nama_lain" | "bukan" | "ketua" | "pemimpin" | "oleh" | "keputusan" | "dasar")
        || matches!(hit.first_key(), "hasil" | "slogan" | "visi" | "misi" | "program")
}

/// Lines, or parts of them, of so many words in capitals.
fn shouted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let has_capitals = has_long_capitals(text);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(range) = loud_title(line) {
            found.push(range.start + at..range.end + at);
        } else if has_capitals && has_long_capitals(line) {
            found.extend(in_line(line).map(|range| range.start + at..range.end + at));
        }
        at += line.len();
    }
    found
}

/// A title or a heading that has no small letter: fewer words than in a sentence are enough, where one is no abbreviation.
fn loud_title(line: &str) -> Option<Range<usize>> {
    let entry = line.trim_start_matches([' ', '-']);
    let rest =
        entry.strip_prefix("judul:").or_else(|| line.strip_prefix('#').map(|rest| rest.trim_start_matches('#')))?;
    if !rest.starts_with(' ') || rest.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let rest = rest.trim().trim_matches(['"', '\'', '#']).trim();
    let start = line.find(rest)?;
    let words = words(rest);
    let is_spoken = |word: &Range<usize>| {
        let vowels = rest[word.clone()].chars().filter(|c| "AEIOU".contains(*c)).count();
        word.len() >= SPOKEN && vowels > 1
    };
    (words.len() >= TITLE_WORDS && words.iter().any(is_spoken)).then(|| start..start + rest.len())
}

/// A quick look: whether so many bytes in a row hold no small letter.
///
/// A small letter spoils every stretch it lies in, so the look goes on behind it.
fn has_long_capitals(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some(stretch) = rest.get(..QUICK) {
        match stretch.iter().rposition(u8::is_ascii_lowercase) {
            Some(at) => rest = &rest[at + 1..],
            None => return true,
        }
    }
    false
}

fn in_line(line: &str) -> Option<Range<usize>> {
    let words = words(line);
    let mut run: Option<(usize, usize, usize)> = None;
    for word in words {
        let text = &line[word.clone()];
        let is_word = text.chars().all(char::is_uppercase);
        let joins = |end: usize| !line[end..word.start].contains(['|', '.', ',', ';', '(', '/']);
        run = match run {
            Some((start, end, count)) if is_word && joins(end) => Some((start, word.end, count + 1)),
            Some((start, end, count)) if count >= WORDS => return Some(start..end),
            _ if is_word => Some((word.start, word.end, 1)),
            _ => None,
        };
    }
    run.filter(|(_, _, count)| *count >= WORDS).map(|(start, end, _)| start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_short_words_are_not_shouted() {
        let text = "judul: \"KPU KOTA CONTOH MENETAPKAN DAFTAR PEMILIH TETAP\"";
        assert_eq!(shouted(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>(), [&text[8..text.len() - 1]]);
        for (text, title) in
            [("judul: RAPAT BESAR KOTA\n", "RAPAT BESAR KOTA"), ("## RAPAT PLENO TERBUKA ##", "RAPAT PLENO TERBUKA")]
        {
            assert_eq!(shouted(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>(), [title]);
        }
        for text in [
            "judul: KPPS, PPS dan PPK",
            "## DPT PPS PPK KPPS",
            "## Rapat KPU",
            "DPT, TPS, KPU, PKPU, KPPS, PPS, PPK, LHKPN",
            "nama: \"Drs. H. CONTOH UMPAMA MISAL, S.H., M.M.\"",
            "| KPU | TPS | DPT | PPK | PPS | KPPS | PKPU |",
            "KPU KOTA CONTOH menetapkan DPT",
        ] {
            assert!(shouted(text).is_empty(), "{text}");
        }
    }
}
