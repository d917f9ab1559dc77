//! Numbers are written the Indonesian way: a point between thousands, a comma before decimals.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::words::is_in_address;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::kode_bahasa::KodeBahasa;
use memchr::{memchr_iter, memmem};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FKT-14",
    level: Level::Saran,
    what: (
        "angka di tulisan memakai titik untuk ribuan dan koma untuk desimal",
        "numbers in Indonesian texts have a point between thousands and a comma before decimals",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "di Indonesia 2,695 terbaca dua koma enam, dan 80.33 terbaca delapan ribu tiga puluh tiga",
        "in Indonesia 2,695 reads as two point six, and 80.33 as eight thousand and thirty-three",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "2,695,348 pemilih, 80.33 persen",
        good: "2.695.348 pemilih, 80,33 persen",
    },
    apply,
};

/// Numbers that are written the English way.
pub(super) static FOREIGN: TextLook =
    TextLook { name: "FKT-14 numbers", near: Near::Nothing, reach: Reach::Records, find: foreign };

/// Whether a text is a translation, whose numbers are written as its language does.
fn is_translation(path: &str) -> bool {
    let code = path.strip_suffix(".md").and_then(|stem| stem.rsplit(['/', '.']).next());
    code.is_some_and(|code| path.contains(&format!(".{code}.md")) && KodeBahasa::is_code(code))
}

fn apply(model: &Model, findings: &mut Findings) {
    for hit in FOREIGN.hits(model).filter(|hit| !hit.is_quotation()) {
        if is_translation(&hit.source.path) {
            continue;
        }
        let text = hit.text();
        let right = if text.contains(',') { text.replace(',', ".") } else { text.replace('.', ",") };
        let what = kata(format!("{text} ditulis dengan cara Inggris"), format!("{text} is written the English way"));
        let help = kata(format!("tulis {right}"), format!("write {right}"));
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

/// `2,695,348`, and `80.33` before "persen" or a percent sign.
fn foreign(text: &str) -> Vec<Range<usize>> {
    let thousands = memchr_iter(b',', text.as_bytes()).filter_map(|at| thousands(text, at));
    let percent = memmem::find_iter(text.as_bytes(), "persen").chain(memchr_iter(b'%', text.as_bytes()));
    let shares = percent.filter_map(|at| decimal(text, at));
    thousands.chain(shares).filter(|range| !is_in_address(text, range.start)).collect()
}

/// The number whose first comma stands at a byte: up to three digits, then at least two groups of three.
fn thousands(text: &str, comma: usize) -> Option<Range<usize>> {
    let start = comma - digits_before(text, comma);
    let mut end = comma;
    let mut groups = 0;
    while text[end..].starts_with(',') && digits_after(text, end + 1) == 3 {
        end += 4;
        groups += 1;
    }
    let alone = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | '-'));
    let whole = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == ',');
    ((1..=3).contains(&(comma - start)) && groups >= 2 && alone && whole).then_some(start..end)
}

/// The number with a decimal point that ends before a byte; three decimals may be thousands.
fn decimal(text: &str, at: usize) -> Option<Range<usize>> {
    let end = text[..at].trim_end_matches([' ', '\u{a0}']).len();
    let decimals = digits_before(text, end);
    let point = end.checked_sub(decimals + 1)?;
    let whole = digits_before(text, point);
    let start = point - whole;
    let shaped = text.as_bytes()[point] == b'.' && (1..=2).contains(&decimals) && (1..=3).contains(&whole);
    let alone = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | '-' | '/'));
    (shaped && alone).then_some(start..end)
}

fn digits_before(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().rev().take_while(|b| b.is_ascii_digit()).count()
}

fn digits_after(text: &str, at: usize) -> usize {
    text.as_bytes()[at..].iter().take_while(|b| b.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_numbers_are_told_from_lists_and_hours() {
        let found = |text: &'static str| -> Vec<&str> { foreign(text).into_iter().map(|range| &text[range]).collect() };
        assert_eq!(found("DPT 2,695,348 orang"), ["2,695,348"]);
        assert_eq!(found("80.33 persen dan 98.5%"), ["80.33", "98.5"]);
        for text in [
            "2.695.348 pemilih",
            "80,33 persen",
            "nomor 1,2,3",
            "1,026 orang",
            "-6.888,109.675",
            "1.026 persen",
            "[100,200,300,4]",
            "https://contoh.test/80.33%20x",
            "12.10.33 persen",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
