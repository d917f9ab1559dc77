//! Telephone numbers in a text.

use crate::check::look::digits::{Run, runs};
use crate::check::look::words::is_in_address;
use std::ops::Range;

/// The bytes of the telephone numbers in a text, without the `+` before a country's code.
pub(crate) fn telephones(text: &str) -> Vec<Range<usize>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        telephones(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn telephones_are_found_in_every_spelling() {
        for text in
            ["081234567890", "0812-3456-7890", "+62 812 3456 789", "6281234567890", "0812.3456.789", "+62215551234"]
        {
            assert_eq!(found(text), [text.trim_start_matches('+')]);
        }
        assert_eq!(found("https://wa.me/6281234567890"), ["6281234567890"]);
        for text in ["021-1234567", "0285-421-234", "(0285) 421234", "(021) 123-4567", "(0285)421234"] {
            assert_eq!(found(text), [text]);
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
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
