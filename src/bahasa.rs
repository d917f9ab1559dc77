//! The two languages the program speaks, and a sentence in both.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A language the program speaks to its user in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Bahasa {
    /// Indonesian, the default.
    #[default]
    Id,
    /// English, with `--bahasa en`.
    En,
}

/// One sentence in Indonesian and in English; findings share it, of which there may be very many.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Kata {
    id: Arc<str>,
    en: Arc<str>,
}

impl Kata {
    /// The sentence in the language asked for.
    pub fn dalam(&self, bahasa: Bahasa) -> &str {
        match bahasa {
            Bahasa::Id => &self.id,
            Bahasa::En => &self.en,
        }
    }

    /// The sentence with another behind it.
    pub fn and(&self, more: &Self) -> Self {
        kata(format!("{}; {}", self.id, more.id), format!("{}; {}", self.en, more.en))
    }
}

/// Takes the same sentence in Indonesian and in English.
pub fn kata(id: impl Into<String>, en: impl Into<String>) -> Kata {
    Kata { id: id.into().into(), en: en.into().into() }
}

/// A word that is the same in both languages: a name, a number, a key.
pub fn sama(word: impl Into<String>) -> Kata {
    let word: Arc<str> = word.into().into();
    Kata { id: Arc::clone(&word), en: word }
}
