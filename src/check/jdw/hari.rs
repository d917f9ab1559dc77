//! The weekday written beside a date is the weekday of that date.

use crate::bahasa::{Kata, kata};
use crate::check::look::dates::MONTHS;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::words::{starts, words};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::tanggal::{BULAN, HARI, Tanggal};
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "JDW-02",
    level: Level::Galat,
    what: (
        "nama hari cocok dengan tanggal di sebelahnya, dan tanggal itu ada",
        "a weekday fits the date beside it, and there is such a date",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "orang merencanakan harinya, dan salah satu dari hari dan tanggal ini pasti keliru",
        "people plan by the weekday, and either it or the date is wrong",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Selasa, 23 September 2024",
        good: "Senin, 23 September 2024",
    },
    apply,
};

/// English days and months, for translations.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// Other spellings of Friday and Sunday.
const OTHER_NAMES: [&str; 3] = ["Jum'at", "Jum’at", "Ahad"];
/// The most characters a weekday and its date can have.
const LONGEST: usize = 120;
/// Words that may stand between a day and its date.
const BETWEEN: [&str; 6] = ["tanggal", "tgl", "pagi", "siang", "sore", "malam"];

/// Weekdays that are not those of their dates.
pub(super) static WRONG_DATES: TextLook = TextLook {
    name: "JDW-02 dates",
    near: Near::Phrases(&[&HARI, &DAYS, &OTHER_NAMES]),
    reach: Reach::Records,
    find: wrong_dates,
};

fn apply(model: &Model, findings: &mut Findings) {
    for hit in WRONG_DATES.hits(model).filter(|hit| !hit.is_quotation()) {
        let Some(written) = written_in(hit.text()).into_iter().next() else { continue };
        let (what, help) = words_for(&written);
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

fn words_for(written: &Written) -> (Kata, Kata) {
    let Some(date) = written.date else {
        let what = kata("tanggal ini tidak ada di kalender", "there is no such day in the calendar");
        return (what, kata("periksa tanggalnya", "look up the date"));
    };
    let (right, wrong) = (date.weekday().num_days_from_monday() as usize, written.weekday);
    let tanggal = Tanggal::from(date);
    let what = kata(
        format!("{} adalah hari {}, bukan {}", tanggal.panjang(), HARI[right], HARI[wrong]),
        format!("{tanggal} is a {}, not a {}", DAYS[right], DAYS[wrong]),
    );
    let help = kata(
        format!("tulis {}, atau periksa tanggalnya", HARI[right]),
        format!("write {}, or look up the date", DAYS[right]),
    );
    (what, help)
}

/// A weekday with a date.
struct Written {
    range: Range<usize>,
    /// From Monday, 0.
    weekday: usize,
    /// The date, if the calendar has it.
    date: Option<NaiveDate>,
}

fn wrong_dates(text: &str) -> Vec<Range<usize>> {
    let is_wrong = |written: &Written| {
        written.date.is_none_or(|date| date.weekday().num_days_from_monday() as usize != written.weekday)
    };
    written_in(text).into_iter().filter(is_wrong).map(|written| written.range).collect()
}

/// Every weekday that a date follows, such as `Senin, 23 September 2024` or `Kamis (14/11/2024)`.
fn written_in(text: &str) -> Vec<Written> {
    let capitals = starts(text).filter(|at| text.as_bytes()[*at].is_ascii_uppercase());
    capitals.filter_map(|at| written_at(text, at)).collect()
}

/// The weekday and date that begin at a byte.
fn written_at(text: &str, at: usize) -> Option<Written> {
    let known = || HARI.iter().chain(&DAYS).chain(&OTHER_NAMES);
    if !known().any(|day| text[at..].starts_with(day)) {
        return None;
    }
    let end = text[at..].char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| at + end);
    let text = &text[at..end];
    let words = words(text);
    let weekday = weekday(&text[words.first()?.clone()])?;
    let between = words.iter().skip(1).take_while(|word| BETWEEN.contains(&&text[(*word).clone()])).count();
    let parts = words.get(1 + between..4 + between)?;
    if !is_near(&text[words[0].end..parts[0].start]) {
        return None;
    }
    let (year, month, day) = date(text, parts)?;
    Some(Written { range: at..at + parts[2].end, weekday, date: NaiveDate::from_ymd_opt(year, month, day) })
}

/// Between the weekday and its date stand spaces, signs and the words above, and no new sentence.
fn is_near(between: &str) -> bool {
    between.len() <= 40 && !between.contains(['.', ';', '!', '?', '|', '–', '—']) && !between.contains("\n\n")
}

/// Year, month and day of three words that are a date.
fn date(text: &str, parts: &[Range<usize>]) -> Option<(i32, u32, u32)> {
    let [a, b, c] = parts else { return None };
    let [first, second, third] = [a, b, c].map(|part| &text[part.clone()]);
    let signs = [&text[a.end..b.start], &text[b.end..c.start]];
    let blank = |sign: &str| !sign.is_empty() && sign.trim().is_empty();
    if signs.iter().all(|sign| blank(sign)) {
        return Some((year(third)?, month(second)?, number(first)?));
    }
    // November 27, 2024
    if blank(signs[0]) && signs[1] == ", " {
        return Some((year(third)?, month(first)?, number(second)?));
    }
    if signs[0] != signs[1] || !matches!(signs[0], "/" | "-" | ".") {
        return None;
    }
    match year(first) {
        Some(year) => Some((year, number(second)?, number(third)?)),
        None => Some((year(third)?, number(second)?, number(first)?)),
    }
}

/// The day of the week from Monday, 0; with a capital, since `minggu` is a week.
fn weekday(word: &str) -> Option<usize> {
    let plain = match word {
        "Jum'at" | "Jum’at" => "Jumat",
        "Ahad" => "Minggu",
        other => other,
    };
    HARI.iter().position(|day| *day == plain).or_else(|| DAYS.iter().position(|day| *day == plain))
}

fn month(word: &str) -> Option<u32> {
    let months = [BULAN, MONTHS].into_iter().flat_map(|months| (1..).zip(months));
    let fits = |name: &str| name.eq_ignore_ascii_case(word);
    months.into_iter().find(|(_, name)| fits(name)).map(|(number, _)| number)
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten()
}

fn number(word: &str) -> Option<u32> {
    (word.len() <= 2).then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_read_in_every_spelling() {
        for text in [
            "Rabu, 27 November 2024",
            "Rabu 27 November 2024",
            "Rabu (27/11/2024)",
            "Rabu siang, 27-11-2024",
            "Rabu tanggal 27 november 2024",
            "Rabu, 2024-11-27",
            "Wednesday, November 27, 2024",
            "**Rabu**, 27\nNovember 2024",
        ] {
            assert_eq!(written_in(text).len(), 1, "{text}");
            assert!(wrong_dates(text).is_empty(), "{text}");
            assert_eq!(wrong_dates(&text.replace("27", "28")).len(), 1, "{text}");
        }
        assert_eq!(wrong_dates("Jum'at, 31 November 2024").len(), 1);
    }

    #[test]
    fn a_weekday_without_its_own_date_says_nothing() {
        for text in [
            "Senin sampai Rabu, 25 sampai 27",
            "dua minggu, 27 November 2024",
            "hari Senin. 27 November 2024",
            "Senin–Rabu, 23–25 September 2024",
            "Senin",
            "Senin, 27 November",
        ] {
            assert!(wrong_dates(text).is_empty(), "{text}");
        }
    }
}
