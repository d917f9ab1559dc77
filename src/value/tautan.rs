//! An address on the web.

use crate::bahasa::kata;
use crate::value::teks::{CONTROL, WHITE};
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::Serialize;
use std::fmt;
use std::ops::Deref;

/// An `https://` or `http://` address. No other scheme is published, so no address can run a script.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Tautan(String);

nilai!(Tautan);

impl Deref for Tautan {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Tautan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for Tautan {
    const NAME: &'static str = "Tautan";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        if let Scalar::Teks(_) = scalar
            && rest.is_some_and(is_address)
        {
            return Ok(Self(text));
        }
        let refusal =
            Refusal::new(kata(format!("\"{text}\" bukan alamat web"), format!("\"{text}\" is not a web address")));
        Err(if !text.contains(':') && text.contains('.') && is_address(&text) {
            refusal.help(kata(format!("tulis https://{text}"), format!("write https://{text}")))
        } else {
            refusal.help(kata(
                "tulis alamat lengkap yang mulai dengan https://",
                "write a whole address that begins with https://",
            ))
        })
    }

    fn schema() -> serde_json::Value {
        let pattern = format!("^https?://[^/<>\"{WHITE}{CONTROL}][^<>\"{WHITE}{CONTROL}]*$");
        serde_json::json!({ "type": "string", "pattern": pattern })
    }
}

fn is_address(rest: &str) -> bool {
    !rest.is_empty()
        && !rest.starts_with('/')
        && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'))
}
