//! The code of a rule.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::Serialize;
use std::fmt;

/// A rule's code: three capitals, a hyphen, two digits, such as `KST-03`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct KodeAturan(String);

nilai!(KodeAturan);

impl KodeAturan {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KodeAturan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for KodeAturan {
    const NAME: &'static str = "KodeAturan";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        let shaped = text.len() == 6
            && text.bytes().enumerate().all(|(i, b)| match i {
                0..=2 => b.is_ascii_uppercase(),
                3 => b == b'-',
                _ => b.is_ascii_digit(),
            });
        if shaped {
            return Ok(Self(text));
        }
        Err(Refusal::new(kata(
            format!("\"{text}\" bukan kode aturan"),
            format!("\"{text}\" is not the code of a rule"),
        ))
        .help(kata("tulis kode seperti KST-03", "write a code such as KST-03")))
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[A-Z]{3}-[0-9][0-9]$" })
    }
}
