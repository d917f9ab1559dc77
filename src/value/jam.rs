//! A time of the day in the region's zone.

use crate::bahasa::kata;
use crate::value::bersih::QUOTES;
use crate::value::{Nilai, Refusal, Scalar, Written, nilai};
use chrono::{NaiveTime, Timelike};
use serde::Serialize;
use std::fmt;

/// A time of the day, written `"HH:MM"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Jam(NaiveTime);

nilai!(Jam);

impl Jam {
    /// The time as chrono counts it.
    pub fn naive(self) -> NaiveTime {
        self.0
    }
}

impl Serialize for Jam {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Jam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl Nilai for Jam {
    const NAME: &'static str = "Jam";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        if text.len() == 5
            && text.as_bytes()[2] == b':'
            && let Ok(time) = NaiveTime::parse_from_str(&text, "%H:%M")
        {
            return Ok(Self(time));
        }
        Err(refuse(&text))
    }

    fn refuse(written: Written<'_>) -> Option<Refusal> {
        Self::read(written.scalar).err().map(|_| refuse(written.text))
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" })
    }
}

fn refuse(text: &str) -> Refusal {
    let refusal = Refusal::new(kata(
        format!("\"{text}\" bukan jam dengan bentuk \"JJ:MM\""),
        format!("\"{text}\" is not a time of the form \"HH:MM\""),
    ));
    let text = text.to_lowercase();
    if let Some(time) = guess(&text) {
        return refusal.write(format!("\"{}\"", time.format("%H:%M")));
    }
    refusal.help(if text.trim().starts_with("selesai") {
        kata(
            "hapus kunci ini: jam selesai yang belum diketahui tidak ditulis",
            "delete this key: an end that is not known is not written",
        )
    } else if let Some((from, to)) = range(&text) {
        kata(
            format!("satu kunci memuat satu jam: mulai \"{from}\", selesai \"{to}\""),
            format!("a key holds one time: it begins at \"{from}\" and ends at \"{to}\""),
        )
    } else if text.starts_with("24") {
        kata(
            "hari berakhir pada \"23:59\"; tengah malam sesudahnya adalah \"00:00\" hari berikutnya",
            "a day ends at \"23:59\"; the midnight after it is \"00:00\" of the next day",
        )
    } else {
        kata(
            "tulis jam dan menit dalam tanda kutip, misalnya \"13:45\"",
            "write hours and minutes in quotes, for example \"13:45\"",
        )
    })
}

/// The two times of `09.00-11.00` and `pukul 9 s.d. 11 WIB`.
fn range(text: &str) -> Option<(Jam, Jam)> {
    let text = text.replace("s.d.", "-").replace("s/d", "-").replace("sampai", "-").replace(['–', '—'], "-");
    let (from, to) = text.split_once('-')?;
    Some((Jam(guess(from)?), Jam(guess(to)?)))
}

/// What somebody meant who wrote `09.00 WIB`, `pukul 9:00`, `9`, `9 pagi`, `0930`, `14.30.00` or `09.00 s.d. selesai`.
fn guess(text: &str) -> Option<NaiveTime> {
    const SAID: [&str; 6] = ["pukul", "jam", "pkl", "wib", "wita", "wit"];
    /// An end that is not known, behind the time.
    const OPEN: [&str; 5] = ["selesai", "s.d", "s/d", "sampai", "-"];
    let mut words: Vec<&str> = text.split_whitespace().filter(|word| !SAID.contains(&word.trim_matches('.'))).collect();
    while words.len() > 1 && words.last().is_some_and(|word| OPEN.contains(&word.trim_end_matches('.'))) {
        words.pop();
    }
    let (time, of_day) = match words[..] {
        [time] => (time, "pagi"),
        [time, of_day] => (time, of_day),
        _ => return None,
    };
    let time = plain(time.trim_matches(|c| QUOTES.contains(&c) || c == '"'))?;
    match (of_day, time.hour()) {
        ("pagi", _) | ("siang", 11 | 12) | ("siang" | "sore" | "petang" | "malam", 13..) => Some(time),
        // Three in the afternoon is fifteen o'clock.
        ("siang", 1..=3) | ("sore" | "petang", 1..=6) | ("malam", 6..=11) => time.with_hour(time.hour() + 12),
        _ => None,
    }
}

/// A time in figures alone.
fn plain(time: &str) -> Option<NaiveTime> {
    if time.len() == 4 && time.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveTime::from_hms_opt(time[..2].parse().ok()?, time[2..].parse().ok()?, 0);
    }
    let parts: Vec<&str> = time.split([':', '.']).collect();
    let (hour, minute) = match parts[..] {
        [hour] => (hour, "00"),
        [hour, minute] | [hour, minute, "00"] if minute.len() == 2 => (hour, minute),
        _ => return None,
    };
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let sound = is_number(hour) && is_number(minute);
    sound.then(|| NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_in_another_form_is_refused_with_the_value_to_write() {
        let fix = |text| Jam::refuse(Written::plain(text)).unwrap().fix;
        assert_eq!(fix("09.00 WIB").as_deref(), Some("\"09:00\""));
        assert_eq!(fix("9.30").as_deref(), Some("\"09:30\""));
        assert_eq!(fix("14.30").as_deref(), Some("\"14:30\""));
        assert_eq!(fix("pukul 9").as_deref(), Some("\"09:00\""));
        for (text, time) in [
            ("pukul 9 pagi", "09:00"),
            ("3 sore", "15:00"),
            ("12.00 siang", "12:00"),
            ("0930", "09:30"),
            ("13.30 s.d. selesai", "13:30"),
        ] {
            assert_eq!(fix(text), Some(format!("\"{time}\"")), "{text}");
        }
        for text in ["24:00", "selesai", "09.00-12.00", "9.3", "siang", "25:00", "11:60", "12 malam"] {
            assert_eq!(fix(text), None, "{text}");
        }
        let help = Jam::refuse(Written::plain("09.00-12.00 WIB")).unwrap().help.unwrap();
        assert!(help.dalam(crate::bahasa::Bahasa::Id).ends_with("mulai \"09:00\", selesai \"12:00\""));
    }
}
