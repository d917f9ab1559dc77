//! The code of a language, as BCP 47 writes it: `id`, `en`, `jv`, `pt-BR`.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::Serialize;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A language by its code. Which languages there are the theme says: those that it has words for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct KodeBahasa(Arc<str>);

nilai!(KodeBahasa);

/// The language that records are written in.
const INDONESIAN: &str = "id";

impl KodeBahasa {
    /// Indonesian, the language that records are written in.
    pub fn indonesia() -> Self {
        Self(INDONESIAN.into())
    }

    /// The language of a code; nothing where the text is none.
    pub fn of(text: &str) -> Option<Self> {
        Self::is_code(text).then(|| Self(text.into()))
    }

    /// Whether it is Indonesian.
    pub fn is_indonesia(&self) -> bool {
        &*self.0 == INDONESIAN
    }

    /// Whether a text has the form of a code: a language in two or three small letters, and what tells it from its relatives.
    pub fn is_code(text: &str) -> bool {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        matches!(language.len(), 2 | 3)
            && language.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|part| matches!(part.len(), 2..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    }
}

impl Deref for KodeBahasa {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KodeBahasa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for KodeBahasa {
    const NAME: &'static str = "KodeBahasa";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        let code = Self::of(&text).filter(|_| matches!(scalar, Scalar::Teks(_)));
        code.ok_or_else(|| {
            Refusal::new(kata(format!("\"{text}\" bukan kode bahasa"), format!("\"{text}\" is no code of a language")))
                .help(kata(
                    "tulis kodenya, misalnya id, en, jv atau su; bahasanya yang ada di bahasa/ milik tema",
                    "write the code, such as id, en, jv or su; the languages are those in the theme's bahasa/",
                ))
        })
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_tells_a_language_from_its_relatives() {
        for code in ["id", "en", "jv", "ban", "pt-BR", "zh-Hant-TW"] {
            assert!(KodeBahasa::of(code).is_some(), "{code}");
        }
        for text in ["", "i", "Id", "kami", "en_US", "en-", "../x", "e.n", "en-x"] {
            assert!(KodeBahasa::of(text).is_none(), "{text}");
        }
    }
}
