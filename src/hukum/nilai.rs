//! The forms that values of law have.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A share in tenths of a percent: laws write `8,5 persen`, and sums of it must be exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Bagian(u64);

impl Bagian {
    /// The share in thousandths.
    pub fn perseribu(self) -> u64 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Bagian {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let percent = f64::deserialize(deserializer)?;
        let tenths = (percent * 10.0).round();
        if !(0.0..=1000.0).contains(&tenths) || (tenths / 10.0 - percent).abs() > 1e-9 {
            return Err(serde::de::Error::custom(format!("{percent} is no percentage with at most one decimal")));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was seen to lie in 0 to 1000")]
        Ok(Self(tenths as u64))
    }
}

/// As a sentence writes it, without the sign: `8,5`.
impl fmt::Display for Bagian {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_multiple_of(10) {
            write!(f, "{}", self.0 / 10)
        } else {
            write!(f, "{},{}", self.0 / 10, self.0 % 10)
        }
    }
}

/// A share that depends on how many voters the list has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Vec<Anak>")]
pub struct Tangga {
    /// Up to so many voters the share is this, from the fewest on.
    steps: Vec<(u64, Bagian)>,
    /// With more it is this.
    rest: Bagian,
}

/// A step as it is written; the last has no end.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Anak {
    sampai: Option<u64>,
    persen: Bagian,
}

impl Tangga {
    /// The share for so many voters.
    pub fn untuk(&self, dpt: u64) -> Bagian {
        self.steps.iter().find(|(most, _)| dpt <= *most).map_or(self.rest, |(_, share)| *share)
    }
}

impl TryFrom<Vec<Anak>> for Tangga {
    type Error = &'static str;

    fn try_from(written: Vec<Anak>) -> Result<Self, Self::Error> {
        let (last, before) = written.split_last().ok_or("there is no step")?;
        let steps: Option<Vec<(u64, Bagian)>> =
            before.iter().map(|anak| anak.sampai.map(|most| (most, anak.persen))).collect();
        let steps = steps.filter(|_| last.sampai.is_none());
        let steps = steps.ok_or("every step but the last has `sampai`, the last none")?;
        if !steps.is_sorted_by(|(one, _), (next, _)| one < next) {
            return Err("`sampai` grows from step to step");
        }
        Ok(Self { steps, rest: last.persen })
    }
}

impl fmt::Display for Tangga {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (most, share) in &self.steps {
            write!(f, "{share} (DPT <= {most}); ")?;
        }
        write!(f, "{}", self.rest)
    }
}

/// What the ballot of a single pair asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SuratSuaraTunggal {
    /// The pair stands beside an empty column.
    KolomKosong,
    /// The pair stands alone above "setuju" and "tidak setuju".
    SetujuTidakSetuju,
}

impl fmt::Display for SuratSuaraTunggal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::KolomKosong => "kolom kosong",
            Self::SetujuTidakSetuju => "setuju / tidak setuju",
        })
    }
}
