//! Who guards whom, and when somebody passes by, is not published.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::words::{phrases, words};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "PDP-09",
    level: Level::Peringatan,
    what: (
        "nama pengawal, jadwal jaga dan jam iring-iringan tidak ditulis",
        "names of guards, rosters and the hours of convoys are not written down",
    ),
    confidence: Confidence::C,
    law: Some("UU 27/2022 pasal 65-66"),
    why: (
        "nama dan jam itu membahayakan petugas, calon dan surat suara",
        "such names and hours endanger officers, candidates and ballot papers",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Konvoi logistik berangkat pukul 07.00.",
        good: "Logistik dikirim hari itu.",
    },
    apply,
};

/// Words about people who guard, before which or after which a rank makes a name.
const GUARDS: [&str; 8] =
    ["pengawal", "walpri", "pengawal pribadi", "ajudan", "petugas jaga", "petugas pengamanan", "piket", "regu jaga"];
/// Words about moves and watches, which an hour makes a timetable.
const MOVES: [&str; 11] = [
    "konvoi",
    "iring-iringan",
    "pengawalan",
    "patroli",
    "piket",
    "jaga malam",
    "giliran jaga",
    "jadwal jaga",
    "jadwal pengamanan",
    "rute pengawalan",
    "distribusi logistik",
];
/// Ranks of the police and the army, as they stand before a name.
const RANKS: [&str; 22] = [
    "bharada", "bharatu", "bharaka", "bripda", "briptu", "brigpol", "brigadir", "bripka", "aipda", "aiptu", "ipda",
    "iptu", "prada", "pratu", "praka", "kopda", "koptu", "serda", "sertu", "serka", "serma", "peltu",
];
/// How far from the word the rank or the hour is looked for, in characters.
const NEAR: usize = 80;

/// Names of guards, and hours of watches and moves.
pub(super) static SECRETS: TextLook =
    TextLook { name: "PDP-09 guards", near: Near::Phrases(&[&GUARDS, &MOVES]), reach: Reach::Published, find: secrets };

fn apply(model: &Model, findings: &mut Findings) {
    for hit in SECRETS.hits(model).filter(|hit| !hit.is_quotation()) {
        let what = kata(
            "ini menyebut nama pengawal, jadwal jaga atau jam iring-iringan",
            "this tells the name of a guard, a roster or the hour of a convoy",
        );
        let help = kata("hapus; jumlah petugasnya boleh ditulis", "delete it; how many guards there are may be said");
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

fn secrets(text: &str) -> Vec<Range<usize>> {
    let names = phrases(text, &GUARDS).into_iter().filter_map(|word| until(text, word, name_of_guard));
    let hours = phrases(text, &MOVES).into_iter().filter_map(|word| until(text, word, hour));
    names.chain(hours).collect()
}

/// From a word to what `end` finds in the rest of its sentence.
fn until(text: &str, word: Range<usize>, end: fn(&str) -> Option<usize>) -> Option<Range<usize>> {
    let rest = &text[word.end..];
    let near = rest.char_indices().nth(NEAR).map_or(rest.len(), |(end, _)| end);
    let sentence = rest[..near].split(". ").next()?.split("\n\n").next()?;
    Some(word.start..word.end + end(sentence)?)
}

/// Where the name ends that follows a rank.
fn name_of_guard(text: &str) -> Option<usize> {
    let words = words(text);
    let rank = words.iter().position(|word| RANKS.contains(&&*text[word.clone()].to_lowercase()))?;
    let name = words.get(rank + 1)?;
    text[name.clone()].starts_with(char::is_uppercase).then_some(name.end)
}

/// Where the hour ends in `pukul 07.00`.
fn hour(text: &str) -> Option<usize> {
    let words = words(text);
    let at = words.iter().position(|word| matches!(&*text[word.clone()].to_lowercase(), "pukul" | "jam"))?;
    let (hour, minute) = (words.get(at + 1)?, words.get(at + 2)?);
    let is_two = |word: &Range<usize>| word.len() <= 2 && text[word.clone()].bytes().all(|b| b.is_ascii_digit());
    let joined = matches!(&text[hour.end..minute.start], "." | ":");
    (is_two(hour) && is_two(minute) && joined).then_some(minute.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_hours_are_secrets_and_numbers_are_not() {
        let found = |text: &'static str| -> Vec<&str> { secrets(text).into_iter().map(|range| &text[range]).collect() };
        assert_eq!(found("Pengawal paslon 1: Briptu Contoh"), ["Pengawal paslon 1: Briptu Contoh"]);
        assert_eq!(found("konvoi logistik lewat pukul 07.00 WIB"), ["konvoi logistik lewat pukul 07.00"]);
        for text in [
            "Enam pengawal pribadi setiap pasangan calon",
            "Nama dan jadwal jaganya tidak kami terbitkan",
            "Patroli dilakukan setiap hari. TPS dibuka pukul 07.00",
            "Pengawal pribadi diserahkan oleh Kapolres",
            "Konvoi dilarang pada masa tenang",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
