//! A calendar day, and its words in both languages.

use crate::bahasa::{Bahasa, kata};
use crate::value::{Nilai, Refusal, Scalar, nilai};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::fmt;

/// The days of the week, Monday first.
pub const HARI: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

/// The months, January first.
pub const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// The days of the week in English, Monday first.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The months in English, January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The first year a date may have: before it stands a year of which two digits were left out.
const FIRST_YEAR: i32 = 1000;

/// A day, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Tanggal(NaiveDate);

nilai!(Tanggal);

impl Tanggal {
    /// The day as chrono counts it.
    pub fn naive(self) -> NaiveDate {
        self.0
    }

    /// The day of the week, as Indonesian says it.
    pub fn hari(self) -> &'static str {
        self.hari_dalam(Bahasa::Id)
    }

    /// The day of the week in a language.
    pub fn hari_dalam(self, bahasa: Bahasa) -> &'static str {
        let names = match bahasa {
            Bahasa::Id => HARI,
            Bahasa::En => DAYS,
        };
        names[self.0.weekday().num_days_from_monday() as usize]
    }

    /// `27 Desember 2024`.
    pub fn panjang(self) -> String {
        self.panjang_dalam(Bahasa::Id)
    }

    /// `27 Desember 2024`, or `27 December 2024`.
    pub fn panjang_dalam(self, bahasa: Bahasa) -> String {
        let names = match bahasa {
            Bahasa::Id => BULAN,
            Bahasa::En => MONTHS,
        };
        format!("{} {} {}", self.0.day(), names[self.0.month0() as usize], self.0.year())
    }

    /// The month, from 1.
    pub fn bulan(self) -> u32 {
        self.0.month()
    }

    /// The first days of the months that begin after this day, up to another.
    pub fn awal_bulan(self, last: Self) -> impl Iterator<Item = Self> {
        let next = |day: &Self| day.0.with_day(1)?.checked_add_months(chrono::Months::new(1)).map(Self);
        std::iter::successors(next(&self), next).take_while(move |day| *day <= last)
    }

    /// The day after; the last day there is has none, and is given itself.
    pub fn besok(self) -> Self {
        Self(self.0.succ_opt().unwrap_or(self.0))
    }

    /// So many days later; the last day there is where that is past it.
    pub fn sesudah(self, days: u64) -> Self {
        self.0.checked_add_days(chrono::Days::new(days)).map_or(self, Self)
    }

    /// Days from `self` to `other`; negative when `other` is earlier.
    pub fn hari_menuju(self, other: Self) -> i64 {
        (other.0 - self.0).num_days()
    }
}

impl From<NaiveDate> for Tanggal {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl fmt::Display for Tanggal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.year() {
            year @ 0..=9999 => write!(f, "{year:04}-{:02}-{:02}", self.0.month(), self.0.day()),
            _ => write!(f, "{}", self.0.format("%Y-%m-%d")),
        }
    }
}

impl Nilai for Tanggal {
    const NAME: &'static str = "Tanggal";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        if let Some(date) = strict(&text) {
            return Ok(Self(date));
        }
        if is_shaped(&text) {
            let refusal =
                Refusal::new(kata(format!("{text} tidak ada di kalender"), format!("{text} is not in the calendar")));
            return Err(match swapped(&text) {
                Some(date) => refusal.write(date.format("%Y-%m-%d").to_string()),
                None => refusal.help(kata(
                    "periksa harinya di sumber; bulan itu tidak punya tanggal ini",
                    "look the day up in the source; that month has no such day",
                )),
            });
        }
        let refusal = Refusal::new(kata(
            format!("\"{text}\" bukan tanggal dengan bentuk TTTT-BB-HH"),
            format!("\"{text}\" is not a date of the form YYYY-MM-DD"),
        ));
        Err(match guess(&text) {
            Some(date) => refusal.write(date.format("%Y-%m-%d").to_string()),
            None => refusal.help(kata("tulis misalnya 2024-11-27", "write for example 2024-11-27")),
        })
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "format": "date", "pattern": "^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$" })
    }
}

fn is_shaped(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
}

fn strict(text: &str) -> Option<NaiveDate> {
    if !is_shaped(text) {
        return None;
    }
    day(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?)
}

/// `2024-27-11`: day and month in each other's place.
fn swapped(text: &str) -> Option<NaiveDate> {
    day(text[..4].parse().ok()?, text[8..].parse().ok()?, text[5..7].parse().ok()?)
}

/// The day that somebody may have meant who wrote a text, as a date in whichever form.
pub(super) fn meant(text: &str) -> Option<NaiveDate> {
    strict(text).or_else(|| guess(text))
}

/// What somebody meant who wrote `27/11/2024`, `27-11-24`, `Rabu, 27 November 2024` or `2024-11-27 00:00:00`.
fn guess(text: &str) -> Option<NaiveDate> {
    let of_spreadsheet = text.get(..10).filter(|_| text[10..].starts_with(['T', ' ']));
    if let Some(date) = of_spreadsheet.and_then(strict) {
        return Some(date);
    }
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if let [one] = words[..] {
        let sound = one.len() == 8 && one.bytes().all(|byte| byte.is_ascii_digit());
        return sound.then(|| strict(&format!("{}-{}-{}", &one[..4], &one[4..6], &one[6..]))).flatten();
    }
    let words = if words.len() == 4 { &words[1..] } else { &words[..] };
    let [first, second, last] = words else { return None };
    // `Nov 14, 2024`.
    let (first, second) = if month_number(first).is_some() { (second, first) } else { (first, second) };
    if first.len() == 4 {
        return day(first.parse().ok()?, month(second)?, last.parse().ok()?);
    }
    let year: i32 = match last.len() {
        4 => last.parse().ok()?,
        // Of this election, not of somebody's birth: a date of two digits' year lies in this century.
        2 => 2000 + last.parse::<i32>().ok()?,
        _ => return None,
    };
    let as_here = month(second).and_then(|month| day(year, month, first.parse().ok()?));
    // 11/27/2024 has only one reading.
    as_here.or_else(|| day(year, first.parse().ok()?, second.parse().ok()?))
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| date.year() >= FIRST_YEAR)
}

fn month(word: &str) -> Option<u32> {
    word.parse().ok().or_else(|| month_number(word))
}

fn month_number(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let names = (1..).zip(BULAN).chain((1..).zip(MONTHS)).chain([(2, "Pebruari"), (8, "Agt"), (11, "Nopember")]);
    names.filter(|_| word.len() >= 3).find(|(_, name)| name.to_lowercase().starts_with(&word)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advice(text: &str) -> String {
        let refusal = Tanggal::read(Scalar::Teks(text)).unwrap_err();
        refusal.help.unwrap().dalam(Bahasa::Id).to_owned()
    }

    #[test]
    fn a_date_is_written_year_first() {
        let tanggal = Tanggal::read(Scalar::Teks("2024-11-27")).unwrap();
        assert_eq!(tanggal.hari(), "Rabu");
        assert_eq!(tanggal.panjang(), "27 November 2024");
    }

    #[test]
    fn a_day_has_its_words_in_both_languages() {
        let tanggal = Tanggal::read(Scalar::Teks("2024-08-04")).unwrap();
        assert_eq!((tanggal.hari(), tanggal.panjang().as_str()), ("Minggu", "4 Agustus 2024"));
        assert_eq!(tanggal.hari_dalam(Bahasa::En), "Sunday");
        assert_eq!(tanggal.panjang_dalam(Bahasa::En), "4 August 2024");
    }

    #[test]
    fn months_begin_between_two_days() {
        let day = |text| Tanggal::read(Scalar::Teks(text)).unwrap();
        let starts = |first, last| day(first).awal_bulan(day(last)).collect::<Vec<_>>();
        assert_eq!(starts("2024-11-30", "2025-01-01"), [day("2024-12-01"), day("2025-01-01")]);
        assert_eq!(starts("2024-11-01", "2024-11-30"), []);
        assert_eq!(day("2024-11-30").bulan(), 11);
    }

    #[test]
    fn a_date_in_another_form_is_refused_with_the_value_to_write() {
        assert_eq!(advice("27/11/2024"), "tulis 2024-11-27");
        assert_eq!(advice("Rabu, 27 November 2024"), "tulis 2024-11-27");
        assert_eq!(advice("27 Agu 2024"), "tulis 2024-08-27");
        assert_eq!(advice("2024-1-7"), "tulis 2024-01-07");
        assert_eq!(advice("12-12-1975"), "tulis 1975-12-12");
        assert_eq!(advice("27-11-24"), "tulis 2024-11-27");
        assert_eq!(advice("2024-27-11"), "tulis 2024-11-27");
        assert_eq!(advice("11/27/2024"), "tulis 2024-11-27");
        assert_eq!(advice("2024-11-27 00:00:00"), "tulis 2024-11-27");
        assert_eq!(advice("27 Nopember 2024"), "tulis 2024-11-27");
        assert_eq!(advice("20241127"), "tulis 2024-11-27");
        assert_eq!(advice("Nov 27, 2024"), "tulis 2024-11-27");
        assert_eq!(advice("besok"), "tulis misalnya 2024-11-27");
        assert!(advice("2024-11-31").starts_with("periksa harinya"));
    }
}
