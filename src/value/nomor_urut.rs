//! The ballot number of a candidate pair.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::Serialize;
use std::fmt;

/// A ballot number: fixed by draw and by decree, printed on the ballot (UU 1/2015 pasal 51-52).
///
/// 1 to 99. The highest number in the 545 contests of 2024 was 6; two digits keep room for every contest there can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct NomorUrut(u8);

nilai!(NomorUrut);

impl NomorUrut {
    /// The number itself.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for NomorUrut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Nilai for NomorUrut {
    const NAME: &'static str = "NomorUrut";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        if let Scalar::Bulat(number) = scalar
            && let Ok(number) = u8::try_from(number)
            && (1..=99).contains(&number)
        {
            return Ok(Self(number));
        }
        let refusal = Refusal::new(kata(
            format!("\"{scalar}\" bukan nomor urut"),
            format!("\"{scalar}\" is not a ballot number"),
        ));
        let text = scalar.to_string();
        let digits = text.trim_matches(|c: char| !c.is_ascii_digit()).trim_start_matches('0');
        Err(match digits.parse::<u8>() {
            Ok(number @ 1..=99) if !matches!(scalar, Scalar::Pecahan(_)) => refusal.write(number.to_string()),
            _ => refusal.help(kata("tulis angka 1 sampai 99", "write a number from 1 to 99")),
        })
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 99 })
    }

    fn schema_as_key() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[1-9][0-9]?$" })
    }
}
