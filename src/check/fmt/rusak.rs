//! No text holds letters that were damaged on the way, or that only one program's font can draw.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-50",
    level: Level::Peringatan,
    what: (
        "teks tidak memuat huruf yang rusak karena salah pengodean, atau tanda yang hanya dikenal satu huruf cetak",
        "a text holds no letters that a wrong encoding has damaged, and no sign that only one font knows",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "pembaca melihat kotak kosong atau huruf seperti â€œ di tempat tanda kutip, tanda hubung atau huruf aslinya",
        "readers see empty boxes or letters such as â€œ where quotes, dashes or other letters were",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "KPU membuka â€œrumah pintarâ€ di balai kota.",
        good: "KPU membuka “rumah pintar” di balai kota.",
    },
    apply,
};

/// Letters that are damaged.
pub(super) static DAMAGED: TextLook =
    TextLook { name: "FMT-50 damaged", near: Near::Nothing, reach: Reach::Records, find: damaged };

fn apply(model: &Model, findings: &mut Findings) {
    for hit in DAMAGED.hits(model) {
        let text = hit.text();
        let is_own = text.chars().any(is_private);
        let (what, help) = if is_own {
            (
                kata(
                    "tanda ini hanya terlihat dengan huruf cetak dari pengolah kata",
                    "this sign is only seen with the font of a word processor",
                ),
                kata(
                    "hapus; butir daftar ditulis \"- \" di awal baris",
                    "delete it; an entry of a list begins with \"- \"",
                ),
            )
        } else {
            (
                kata(
                    format!("\"{text}\" adalah sisa huruf yang rusak"),
                    format!("\"{text}\" is what is left of a damaged letter"),
                ),
                kata(
                    "ketik ulang hurufnya seperti di dokumen asli, lalu simpan berkas sebagai UTF-8",
                    "type the letter again as it is in the original, and save the file as UTF-8",
                ),
            )
        };
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

/// Whether a character has a meaning in one font alone, as the bullets of a word processor have.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// The stretches of damaged letters in a text.
fn damaged(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        // Bytes of UTF-8 that were taken for letters of Windows-1252.
        let is_taken_apart = match (c, next) {
            ('â', Some(next)) => next == '€',
            ('Ã' | 'Â', Some(next)) => matches!(next, '\u{a0}'..='\u{bf}'),
            ('ï', Some(next)) => next == '»',
            _ => false,
        };
        if !is_taken_apart && c != '\u{fffd}' && !is_private(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, letter)) = chars.next_if(|(_, next)| !next.is_ascii()) {
            end = next + letter.len_utf8();
        }
        found.push(at..end);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::damaged;

    #[test]
    fn letters_that_are_left_of_others_are_found() {
        let found = |text: &'static str| damaged(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("â€œkataâ€\u{9d} dan JosÃ© di\u{fffd}sana"), ["â€œ", "â€\u{9d}", "Ã©", "\u{fffd}"]);
        assert_eq!(found("\u{f0b7} satu"), ["\u{f0b7}"]);
        assert!(found("Ñandú, “kata” – São Paulo, Â bahasa â itu").is_empty());
    }
}
