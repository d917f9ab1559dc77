//! A free key inside a record: the name of a part.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::Serialize;
use std::fmt;
use std::ops::Deref;

/// A key in `snake_case`, such as `di_tps`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Kunci(String);

nilai!(Kunci);

impl Deref for Kunci {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Kunci {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for Kunci {
    const NAME: &'static str = "Kunci";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        let sound = matches!(scalar, Scalar::Teks(_))
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if sound {
            return Ok(Self(text));
        }
        let key = super::slug::Slug::of(&text).replace('-', "_");
        let refusal = Refusal::new(kata(
            format!("\"{text}\" bukan nama bagian"),
            format!("\"{text}\" is not the name of a part"),
        ));
        Err(if key.starts_with(|c: char| c.is_ascii_lowercase()) {
            refusal.write(key)
        } else {
            refusal.help(kata("awali dengan huruf kecil, misalnya di_tps", "begin with a small letter, such as di_tps"))
        })
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[a-z][a-z0-9_]*$" })
    }
}
