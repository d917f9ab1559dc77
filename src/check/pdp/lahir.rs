//! Nobody's full date of birth stands in the content.

use crate::bahasa::kata;
use crate::check::look::dates::first_date;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::words::{before, phrases, words};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "PDP-03",
    level: Level::Peringatan,
    what: (
        "tidak ada tanggal lahir lengkap seseorang; tahun lahir calon boleh",
        "nobody's full date of birth is given; a candidate's year of birth may be",
    ),
    confidence: Confidence::B,
    law: Some("UU 23/2006 pasal 84, UU 27/2022 pasal 65-66"),
    why: (
        "tanggal lahir adalah data penduduk yang dilindungi, dan kunci untuk menebak NIK",
        "a date of birth is protected population data, and the key to guessing a NIK",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Calon Contoh Satu lahir 17 Agustus 1970.",
        good: "Calon Contoh Satu lahir tahun 1970.",
    },
    apply,
};

/// The words after which a date is somebody's birthday.
const BORN: [&str; 6] = ["lahir", "dilahirkan", "kelahiran", "ttl", "born", "birth"];
/// The words between which make it a limit of age and not a birthday.
const LIMITS: [&str; 10] =
    ["sebelum", "sesudah", "setelah", "hingga", "sampai", "antara", "sejak", "before", "after", "until"];
/// The words before which make it the birthday of no person.
const NOT_OF_A_PERSON: [&str; 4] = ["hari", "harlah", "partai", "organisasi"];
/// How far after the word its date is looked for, in characters.
const NEAR: usize = 60;

/// Full dates of birth.
pub(super) static BIRTHDAYS: TextLook =
    TextLook { name: "PDP-03 birthdays", near: Near::Phrases(&[&BORN]), reach: Reach::Published, find: birthdays };

fn apply(model: &Model, findings: &mut Findings) {
    for hit in BIRTHDAYS.hits(model) {
        let what = kata("ini tanggal lahir lengkap seseorang", "this is somebody's full date of birth");
        let help = kata("tulis tahunnya saja, atau hapus", "write the year only, or delete it");
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

fn birthdays(text: &str) -> Vec<Range<usize>> {
    phrases(text, &BORN).into_iter().filter_map(|word| birthday(text, &word)).collect()
}

fn birthday(text: &str, word: &Range<usize>) -> Option<Range<usize>> {
    let rest = &text[word.end..];
    let end = rest.char_indices().nth(NEAR).map_or(rest.len(), |(end, _)| end);
    let rest = rest[..end].split("\n\n").next()?;
    let date = first_date(rest)?;
    let between = &rest[..date.start];
    let ends_sentence = between.contains(". ") || between.contains(';') || between.contains('|');
    let is_limit = words(between).into_iter().any(|word| LIMITS.contains(&&*between[word].to_lowercase()));
    let found = word.end + date.start..word.end + date.end;
    (!ends_sentence && !is_limit && !is_of_no_person(text, word.start)).then_some(found)
}

fn is_of_no_person(text: &str, at: usize) -> bool {
    let line = before(text, at, 24, |c| c == '\n' || c == '.');
    let last = words(line).pop().map(|word| line[word].to_lowercase());
    last.is_some_and(|word| NOT_OF_A_PERSON.contains(&&*word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        birthdays(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_birthday_is_found_in_every_spelling() {
        for text in [
            "lahir 17 Agustus 1970",
            "lahir di Kota Contoh pada tanggal 17 Agustus 1970",
            "TTL: Contoh, 17 Agustus 1970",
            "Tempat/tanggal lahir: Contoh,\n17 Agustus 1970",
            "kelahiran Contoh, 17 Agustus 1970",
            "tanggal_lahir: 17 Agustus 1970",
        ] {
            assert_eq!(found(&text.replace("tanggal_lahir", "Tanggal lahir")).len(), 1, "{text}");
        }
        assert_eq!(found("lahir 17-08-1970"), ["17-08-1970"]);
    }

    #[test]
    fn years_limits_of_age_and_other_days_are_no_birthdays() {
        for text in [
            "lahir tahun 1970",
            "Hari Lahir Pancasila, 1 Juni 1945",
            "pemilih yang lahir sebelum 27 November 2007",
            "lahir paling lambat sampai 27 November 2007",
            "Ia lahir di sini. Pemungutan suara 27 November 2024",
            "melahirkan pada 27 November 2024",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
