//! Nobody's population number (NIK) or family card number (KK) stands in the content.

use crate::bahasa::kata;
use crate::check::look::digits::{Run, runs};
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::words::{before, is_in_address, words};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use chrono::NaiveDate;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "PDP-01",
    level: Level::Galat,
    what: (
        "tidak ada 16 angka berbentuk NIK, atau yang didahului kata NIK atau KK, juga di komentar dan nama berkas",
        "no 16 digits in the form of a NIK, or after the word NIK or KK, in comments and file names neither",
    ),
    confidence: Confidence::A,
    law: Some("UU 27/2022 pasal 65-66, UU 23/2006 pasal 84"),
    why: (
        "NIK dan nomor KK adalah data pribadi yang tidak boleh diungkap, juga di dalam komentar",
        "NIK and KK numbers are personal data that must not be disclosed, in comments neither",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "NIK 3375010101900001",
        good: "(nomor kependudukan tidak dimuat)",
    },
    apply,
};

/// The digits of a NIK and of a KK number.
const LENGTH: usize = 16;
/// How far before a number its label is looked for, in characters.
const LABEL: usize = 40;
/// The first digits of a NIK: the provinces there are (Kepmendagri 300.2.2-2430/2025).
const PROVINCES: [Range<u32>; 8] = [11..20, 21..22, 31..37, 51..54, 61..66, 71..77, 81..83, 91..98];

/// Population numbers and family card numbers.
pub(super) static NUMBERS: TextLook =
    TextLook { name: "PDP-01 numbers", near: Near::Digits(LENGTH), reach: Reach::Whole, find: numbers };

fn apply(model: &Model, findings: &mut Findings) {
    file_names(model, findings);
    for hit in NUMBERS.hits(model) {
        // The number itself is not repeated in the message, which may be printed in public.
        let what =
            kata("16 angka ini berbentuk NIK atau nomor KK", "these 16 digits have the form of a NIK or KK number");
        let help = kata(
            "hapus nomornya, juga dari riwayat Git jika sudah tersimpan di sana",
            "delete the number, from the Git history too if it is there already",
        );
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

fn numbers(text: &str) -> Vec<Range<usize>> {
    runs(text).iter().flat_map(|run| numbers_in(text, run)).collect()
}

/// The names of records, pictures and attachments, which become addresses.
fn file_names(model: &Model, findings: &mut Findings) {
    // Attachments are among both.
    let records = model.documents.iter().filter(|source| !source.is_attachment()).map(|source| source.path.as_str());
    let paths = records.chain(model.media.keys().map(String::as_str));
    for path in paths.filter(|path| path.bytes().filter(u8::is_ascii_digit).count() >= LENGTH) {
        let name = path.rsplit('/').next().unwrap_or(path).replace('_', " ");
        if runs(&name).iter().any(|run| !numbers_in(&name, run).is_empty()) {
            let what = kata(
                "nama berkas ini memuat 16 angka berbentuk NIK atau nomor KK",
                "this file's name has 16 digits in the form of a NIK or KK number",
            );
            let help = kata("ganti nama berkasnya, juga di riwayat Git", "rename the file, in the Git history too");
            findings.add(findings.finding(Place::file(path), what).help(help));
        }
    }
}

fn numbers_in(text: &str, run: &Run) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut next = 0;
    for first in 0..run.groups.len() {
        if first < next {
            continue;
        }
        for end in run.ends(first, LENGTH..LENGTH + 1) {
            let range = run.range(first..end);
            if is_number(text, run, first..end) && !is_in_address(text, range.start) {
                found.push(range);
                next = end;
            }
        }
    }
    found
}

fn is_number(text: &str, run: &Run, groups: Range<usize>) -> bool {
    let signs = &run.signs[groups.start..groups.end - 1];
    let regular = signs.windows(2).all(|two| two[0] == two[1]);
    regular
        && !is_thousands(run, groups.clone())
        && (is_nik(&run.digits(text, groups.clone())) || is_labelled(text, run.range(groups).start))
}

/// `1.234.567.890.123.456` is a figure.
fn is_thousands(run: &Run, groups: Range<usize>) -> bool {
    let lengths = || run.groups[groups.clone()].iter().map(Range::len);
    lengths().len() > 1 && lengths().next().is_some_and(|first| first <= 3) && lengths().skip(1).all(|len| len == 3)
}

/// Area, date of birth (for women with 40 added to the day) and serial number.
fn is_nik(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let (day, month, year) = (part(6..8), part(8..10), part(10..12));
    let day = if day > 40 { day - 40 } else { day };
    // 2000 is a leap year as 1900 is not, so no day there was is missed.
    let born = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(2000 + year, month, day));
    PROVINCES.iter().any(|provinces| provinces.contains(&part(0..2)))
        && part(2..4) > 0
        && part(4..6) > 0
        && born.is_some()
        && part(12..16) > 0
}

/// Whether a word shortly before says that a population number follows.
fn is_labelled(text: &str, at: usize) -> bool {
    let line = before(text, at, LABEL, |c| c == '\n');
    let words: Vec<String> = words(line).into_iter().map(|word| line[word].to_lowercase()).collect();
    let mut near = words.iter().rev().take(3).take_while(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    near.any(|word| matches!(word.as_str(), "nik" | "kk" | "ktp" | "kependudukan" | "keluarga"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        runs(text).iter().flat_map(|run| numbers_in(text, run)).map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_nik_is_found_in_every_spelling() {
        for text in [
            "3375010101900001",
            "3375.0101.0190.0001",
            "337501 010190 0001",
            "3375-0141-0190-0001",
            "12 3375010101900001",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
        assert_eq!(found("No. KK: 9999999999999999").len(), 1);
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "33750101019000012",
            "3375010101900000",
            "2075010101900001",
            "3375013201900001",
            "3375010113900001",
            "1.234.567.890.123.456",
            "17-08-2024 05-09-2024",
            "https://contoh.test/3375010101900001",
            "a3375010101900001",
            "9999999999999999",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
