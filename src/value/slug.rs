//! The part of an address that names one thing.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::Serialize;
use std::fmt;
use std::ops::Deref;

/// Small letters, digits and hyphens, neither first nor last a hyphen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

nilai!(Slug);

impl Slug {
    /// The slug of any text: `Pj. Wali Kota` gives `pj-wali-kota`; text without a letter or digit gives `tanpa-nama`.
    pub fn of(text: &str) -> Self {
        let mut slug = String::with_capacity(text.len());
        for c in deunicode::deunicode(text).chars() {
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let slug = slug.trim_end_matches('-');
        Self(if slug.is_empty() { "tanpa-nama".to_owned() } else { slug.to_owned() })
    }

    /// Whether the text is a slug as it stands.
    pub fn is_slug(text: &str) -> bool {
        !text.is_empty()
            && !text.starts_with('-')
            && !text.ends_with('-')
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }
}

impl Deref for Slug {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for Slug {
    const NAME: &'static str = "Slug";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        if Self::is_slug(&text) && matches!(scalar, Scalar::Teks(_)) {
            return Ok(Self(text));
        }
        let slug = Self::of(&text);
        Err(Refusal::new(kata(
            format!("\"{text}\" tidak bisa menjadi bagian alamat halaman"),
            format!("\"{text}\" cannot be part of a page's address"),
        ))
        .help(kata(
            format!("pakai huruf kecil, angka dan tanda hubung saja, misalnya {slug}"),
            format!("use small letters, digits and hyphens only, for example {slug}"),
        )))
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[a-z0-9]+(-+[a-z0-9]+)*$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_holds_what_an_address_may_hold() {
        assert_eq!(&*Slug::of("  Pj. Wali Kota Jambi (2024)! "), "pj-wali-kota-jambi-2024");
        assert_eq!(&*Slug::of("Mentawai’s Ñ"), "mentawai-s-n");
        assert_eq!(&*Slug::of("../../x"), "x");
        assert_eq!(&*Slug::of("—"), "tanpa-nama");
    }
}
