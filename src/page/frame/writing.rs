//! How a language writes days, hours and numbers, as the theme's list of its words says.

use crate::value::angka::ribuan;
use crate::value::tanggal::{BULAN, HARI, Tanggal};
use chrono::Datelike;

/// The keys of the months.
const MONTHS: [&str; 12] = [
    "bulan.januari",
    "bulan.februari",
    "bulan.maret",
    "bulan.april",
    "bulan.mei",
    "bulan.juni",
    "bulan.juli",
    "bulan.agustus",
    "bulan.september",
    "bulan.oktober",
    "bulan.november",
    "bulan.desember",
];

/// The keys of the days of the week.
const DAYS: [&str; 7] =
    ["pekan.senin", "pekan.selasa", "pekan.rabu", "pekan.kamis", "pekan.jumat", "pekan.sabtu", "pekan.minggu"];

/// How a language writes days, hours and numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    months: [String; 12],
    days: [String; 7],
    /// A day, with `{hari}`, `{bulan}` and `{tahun}`.
    date: String,
    /// Between thousands.
    thousands: String,
    /// Before what is less than one.
    decimal: String,
    /// Between hours and minutes.
    clock: String,
}

impl Default for Writing {
    fn default() -> Self {
        Self::of(|_| None)
    }
}

impl Writing {
    /// As a list of words says; as Indonesian does where it says nothing.
    pub fn of(word: impl Fn(&str) -> Option<String>) -> Self {
        let sign = |key: &str, usual: &str| word(key).unwrap_or_else(|| usual.to_owned());
        Self {
            months: std::array::from_fn(|month| sign(MONTHS[month], BULAN[month])),
            days: std::array::from_fn(|day| sign(DAYS[day], HARI[day])),
            date: sign("tulis.tanggal", "{hari} {bulan} {tahun}"),
            thousands: sign("tulis.ribuan", "."),
            decimal: sign("tulis.desimal", ","),
            clock: sign("tulis.jam", "."),
        }
    }

    /// `27 November 2024`.
    pub fn day(&self, day: Tanggal) -> String {
        let naive = day.naive();
        let text = self.date.replace("{hari}", &naive.day().to_string());
        let text = text.replace("{bulan}", &self.months[naive.month0() as usize]);
        text.replace("{tahun}", &naive.year().to_string())
    }

    /// `November 2024`.
    pub fn month(&self, day: Tanggal) -> String {
        format!("{} {}", self.months[day.naive().month0() as usize], day.naive().year())
    }

    /// The day of the week.
    pub fn weekday(&self, day: Tanggal) -> &str {
        &self.days[day.naive().weekday().num_days_from_monday() as usize]
    }

    /// A time of day that is written `07:00`.
    pub fn hour(&self, hour: &str) -> String {
        hour.replace(':', &self.clock)
    }

    /// A whole number.
    pub fn whole(&self, number: u64) -> String {
        self.number(&ribuan(number))
    }

    /// A number that is written as Indonesian does, `2.695.348,5`.
    pub fn number(&self, indonesian: &str) -> String {
        if self.thousands == "." && self.decimal == "," {
            return indonesian.to_owned();
        }
        let mut number = String::with_capacity(indonesian.len());
        for c in indonesian.chars() {
            match c {
                '.' => number.push_str(&self.thousands),
                ',' => number.push_str(&self.decimal),
                other => number.push(other),
            }
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Nilai, Scalar};

    #[test]
    fn a_language_writes_days_and_numbers_its_way() {
        let day = Tanggal::read(Scalar::Teks("2024-08-04")).unwrap();
        let indonesian = Writing::default();
        assert_eq!(indonesian.day(day), "4 Agustus 2024");
        assert_eq!((indonesian.weekday(day), &*indonesian.hour("07:00")), ("Minggu", "07.00"));
        assert_eq!((&*indonesian.number("2.695.348,5"), &*indonesian.whole(1234)), ("2.695.348,5", "1.234"));
        let own = |key: &str| {
            let word = match key {
                "bulan.agustus" => "August",
                "pekan.minggu" => "Sunday",
                "tulis.tanggal" => "{bulan} {hari}, {tahun}",
                "tulis.ribuan" => ",",
                "tulis.desimal" => ".",
                "tulis.jam" => ":",
                _ => return None,
            };
            Some(word.to_owned())
        };
        let english = Writing::of(own);
        assert_eq!((&*english.day(day), &*english.month(day)), ("August 4, 2024", "August 2024"));
        assert_eq!((english.weekday(day), &*english.hour("07:00")), ("Sunday", "07:00"));
        assert_eq!(english.number("2.695.348,5"), "2,695,348.5");
    }
}
