//! A time of the day in the region's zone.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
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
        let refusal = || {
            Refusal::new(kata(
                format!("\"{text}\" bukan jam dengan bentuk \"JJ:MM\""),
                format!("\"{text}\" is not a time of the form \"HH:MM\""),
            ))
        };
        if text.len() == 5
            && text.as_bytes()[2] == b':'
            && let Ok(time) = NaiveTime::parse_from_str(&text, "%H:%M")
        {
            return Ok(Self(time));
        }
        let digits: Vec<&str> = text.split([':', '.']).collect();
        let guess = match digits[..] {
            [hour, minute] => NaiveTime::parse_from_str(&format!("{hour:0>2}:{minute:0<2}"), "%H:%M").ok(),
            [hour] => NaiveTime::parse_from_str(&format!("{hour:0>2}:00"), "%H:%M").ok(),
            _ => None,
        };
        let write = guess.map_or_else(|| "07:00".to_owned(), |time| time.format("%H:%M").to_string());
        Err(refusal().help(kata(format!("tulis \"{write}\""), format!("write \"{write}\""))))
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" })
    }
}
