//! Nobody's telephone number, private mail address or house address stands in the content.

use crate::bahasa::{Kata, kata};
use crate::check::look::digits::{Run, runs};
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::look::words::{is_in_address, starts};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "PDP-02",
    level: Level::Peringatan,
    what: (
        "tidak ada nomor telepon, surel pribadi, atau alamat dengan RT/RW, kecuali kontak kantor di `penyelenggara`, `ppid` dan `cek_pemilih`",
        "no telephone number, private mail or address with RT/RW, but the office's contact in `penyelenggara`, `ppid` and `cek_pemilih`",
    ),
    confidence: Confidence::B,
    law: Some("UU 27/2022 pasal 65-66"),
    why: (
        "nomor telepon, surel pribadi dan alamat rumah adalah data pribadi",
        "telephone numbers, private mail and house addresses are personal data",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Hubungi 0812-3456-7890.",
        good: "Hubungi kantor KPU Kota Contoh.",
    },
    apply,
};

/// The first part of the domains where people have their own mail.
const PRIVATE_MAIL: [&str; 11] = [
    "gmail",
    "googlemail",
    "yahoo",
    "ymail",
    "rocketmail",
    "hotmail",
    "outlook",
    "icloud",
    "protonmail",
    "proton",
    "aol",
];

/// The digits of the shortest telephone number that is found.
const SHORTEST: usize = 9;

/// Telephone numbers.
pub(super) static TELEPHONES: TextLook =
    TextLook { name: "PDP-02 telephones", near: Near::Digits(SHORTEST), reach: Reach::Published, find: telephones };
/// Private mail addresses.
pub(super) static MAIL: TextLook = TextLook {
    name: "PDP-02 mail",
    near: Near::Phrases(&[&PRIVATE_MAIL]),
    reach: Reach::Published,
    find: private_mail,
};
/// House addresses.
pub(super) static HOUSES: TextLook =
    TextLook { name: "PDP-02 houses", near: Near::Phrases(&[&["rt"]]), reach: Reach::Published, find: houses };

fn apply(model: &Model, findings: &mut Findings) {
    let telephone = kata("ini berbentuk nomor telepon", "this has the form of a telephone number");
    let mail = kata("ini alamat surel pribadi", "this is a private mail address");
    let house = kata("ini alamat rumah dengan RT dan RW", "this is a house address with RT and RW");
    report(TELEPHONES.hits(model), &telephone, findings);
    report(MAIL.hits(model), &mail, findings);
    report(HOUSES.hits(model), &house, findings);
}

fn report<'m>(hits: impl Iterator<Item = Hit<'m>>, what: &Kata, findings: &mut Findings) {
    for hit in hits.filter(|hit| !is_of_office(hit)) {
        let help = kata(
            "hapus, atau ganti dengan kontak resmi kantor",
            "delete it, or write the office's official contact instead",
        );
        findings.add(findings.finding(hit.place(), what.clone()).help(help));
    }
}

/// How the office itself is reached.
fn is_of_office(hit: &Hit<'_>) -> bool {
    matches!(hit.first_key(), "penyelenggara" | "ppid" | "cek_pemilih")
}

fn telephones(text: &str) -> Vec<Range<usize>> {
    let found = runs(text).into_iter().filter_map(|run| telephone(text, &run).or_else(|| fixed_line(text, &run)));
    found
        .chain(with_area_code(text))
        .filter(|range| !is_in_address(text, range.start) || is_chat(text, range.start))
        .collect()
}

/// The first number in a run: `08…` with 10 to 13 digits, or `62…` with as many after the country's code.
fn telephone(text: &str, run: &Run) -> Option<Range<usize>> {
    (0..run.groups.len()).filter(|first| *first == 0 || run.signs[first - 1] == ' ').find_map(|first| {
        let group = &text[run.groups[first].clone()];
        let abroad = text[..run.groups[first].start].ends_with('+');
        let lengths = if abroad && group.starts_with("62") {
            10..16
        } else if group.starts_with("628") {
            11..16
        } else if group.len() >= 4 && group.starts_with("08") && !group.starts_with("080") {
            10..14
        } else {
            return None;
        };
        let end = run.ends(first, lengths).pop()?;
        Some(run.range(first..end))
    })
}

/// `021-1234567` and `0285-123456`: an area's code with its hyphen, and five to eight digits.
fn fixed_line(text: &str, run: &Run) -> Option<Range<usize>> {
    let [area, rest @ ..] = run.groups.as_slice() else { return None };
    let digits: usize = rest.iter().map(Range::len).sum();
    let shaped = run.signs.first() == Some(&'-') && rest.first().is_some_and(|group| group.len() >= 3);
    let is_line = shaped && is_area_code(&text[area.clone()]) && (5..=8).contains(&digits);
    is_line.then(|| run.range(0..run.groups.len()))
}

/// `(0285) 123456` and `(021) 123-4567`.
fn with_area_code(text: &str) -> Vec<Range<usize>> {
    let opens = text.match_indices("(0").map(|(at, _)| at + 1);
    let found = opens.filter_map(|start| {
        let close = start + text[start..].find(')').filter(|length| *length <= 4)?;
        let rest = &text[close + 1..];
        let number = rest.len() - rest.trim_start_matches([' ', '-']).len();
        let rest = &rest[number..];
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '-' && c != ' ').unwrap_or(rest.len());
        let written = rest[..length].trim_end_matches([' ', '-']);
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        let is_line = number <= 2 && is_area_code(&text[start..close]) && (5..=8).contains(&digits);
        is_line.then(|| start - 1..close + 1 + number + written.len())
    });
    found.collect()
}

/// `021`, `0285`: a zero, then 2 to 7 or 9, for mobile numbers begin with 08.
fn is_area_code(digits: &str) -> bool {
    let second = digits.as_bytes().get(1).copied();
    (3..=4).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && digits.starts_with('0')
        && second.is_some_and(|b| matches!(b, b'2'..=b'7' | b'9'))
}

/// Whether the byte lies in a link that opens a chat with somebody.
fn is_chat(text: &str, at: usize) -> bool {
    text[..at].ends_with("wa.me/") || text[..at].ends_with("phone=")
}

fn private_mail(text: &str) -> Vec<Range<usize>> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let mut found = Vec::new();
    let mut last = 0;
    for (at, _) in text.match_indices('@') {
        let name = text[last..at].chars().rev().take_while(|c| is_name(*c)).count();
        let domain = &text[at + 1..];
        let domain = &domain[..domain.find(|c| !is_name(c)).unwrap_or(domain.len())];
        last = at + 1;
        let (provider, rest) = domain.split_once('.').unwrap_or((domain, ""));
        let provider = provider.to_ascii_lowercase();
        if name > 0 && !rest.is_empty() && PRIVATE_MAIL.contains(&provider.as_str()) {
            found.push(at - name..at + 1 + domain.trim_end_matches('.').len());
        }
    }
    found
}

/// `RT 01/RW 02`, `RT.03/05`, `RT/RW 003/002`, `RT05 RW02` and `Rt.03/Rw.04`.
fn houses(text: &str) -> Vec<Range<usize>> {
    let starts = starts(text).filter(|at| sign(&text[*at..], "RT").is_some());
    starts.filter_map(|at| Some(at..text.len() - house(&text[at..])?.len())).collect()
}

/// What follows the address a text begins with.
fn house(text: &str) -> Option<&str> {
    if let Some(both) = sign(text, "RT/RW") {
        let rest = short_number(gap(both))?;
        return Some(rest.strip_prefix('/').and_then(short_number).unwrap_or(rest));
    }
    let rest = short_number(gap(sign(text, "RT")?))?;
    match sign(gap(rest), "RW") {
        Some(rest) => short_number(gap(rest)),
        None => short_number(rest.strip_prefix('/')?),
    }
}

/// What follows a sign, in any case.
fn sign<'t>(text: &'t str, sign: &str) -> Option<&'t str> {
    let begins = text.get(..sign.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(sign));
    begins.then(|| &text[sign.len()..])
}

fn gap(text: &str) -> &str {
    text.trim_start_matches([' ', '.', '/', ',', '-', ':'])
}

/// What follows a number of one to three digits.
fn short_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(text.len() - rest.len())).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, look: fn(&str) -> Vec<Range<usize>>) -> Vec<&str> {
        look(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn telephones_are_found_in_every_spelling() {
        for text in
            ["081234567890", "0812-3456-7890", "+62 812 3456 789", "6281234567890", "0812.3456.789", "+62215551234"]
        {
            assert_eq!(found(text, telephones), [text.trim_start_matches('+')]);
        }
        assert_eq!(found("https://wa.me/6281234567890", telephones), ["6281234567890"]);
        for text in ["021-1234567", "0285-421-234", "(0285) 421234", "(021) 123-4567", "(0285)421234"] {
            assert_eq!(found(text, telephones), [text]);
        }
    }

    #[test]
    fn times_dates_votes_and_addresses_are_no_telephones() {
        for text in [
            "08.00-13.00",
            "08-12-2024 10.00 11",
            "0.081234567890",
            "2695348",
            "https://contoh.test/081234567890",
            "0801 0802 0803",
            "Kodim 0812/0813",
            "TPS 001-012",
            "Nomor 021-12/KPU/2024",
            "(0285) 12",
            "(024 orang) 123456",
            "NPWP 01.234.567.8-901.000",
            "ISBN 978-602-1234-56-7",
            "-6.8886, 109.6753",
            "SK 1337/2024, 2695348 pemilih, (0) 123456",
        ] {
            assert!(found(text, telephones).is_empty(), "{text}");
        }
    }

    #[test]
    fn mail_is_private_by_its_provider() {
        assert_eq!(found("ke contoh.saja@gmail.com.", private_mail), ["contoh.saja@gmail.com"]);
        assert_eq!(found("@yahoo.co.id a@@yahoo.co.id", private_mail), Vec::<&str>::new());
        assert_eq!(found("humas@kpu.go.id", private_mail), Vec::<&str>::new());
    }

    #[test]
    fn a_house_has_rt_and_rw() {
        for text in ["RT 01/RW 02", "RT.03/05", "RT/RW 003/002", "RT05 RW02", "RT 1, RW 2", "Rt.03/Rw.04", "rt 3 rw 4"]
        {
            assert_eq!(found(text, houses), [text]);
        }
        assert_eq!(found("ketua RT dan RW, RT 5, RTH 12/13, ART 1/2, art 1/2, RT", houses), Vec::<&str>::new());
    }
}
