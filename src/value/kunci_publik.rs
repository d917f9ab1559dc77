//! The public key that the published site is signed with.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
use minisign_verify::PublicKey;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt;

/// A public key in minisign's form: 56 characters of base64 that begin with `RW`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct KunciPublik(String);

nilai!(KunciPublik);

/// How many hexadecimal digits of the digest are shown: 80 bits, which nobody finds a second key for.
const DIGITS: usize = 20;

impl KunciPublik {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key in a file as minisign writes it, whose first line is a comment, or in its one line.
    pub fn in_file(text: &str) -> Option<Self> {
        let line = text.lines().map(str::trim).rfind(|line| !line.is_empty())?;
        Self::read(Scalar::Teks(line)).ok()
    }

    /// What people compare: the beginning of the SHA-256 of the key's text, in groups of four. With ordinary tools:
    /// `printf %s KEY | sha256sum`.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(&self.0);
        // Two bytes a group: four digits.
        let groups = digest.as_slice()[..DIGITS / 2].as_chunks::<2>().0;
        groups.iter().map(|[high, low]| format!("{high:02x}{low:02x}")).collect::<Vec<_>>().join(" ")
    }

    /// The key as what checks signatures; nothing where it is none, and so it was never read.
    pub fn verifier(&self) -> Option<PublicKey> {
        PublicKey::from_base64(&self.0).ok()
    }
}

impl fmt::Display for KunciPublik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for KunciPublik {
    const NAME: &'static str = "KunciPublik";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        if PublicKey::from_base64(&text).is_ok() {
            return Ok(Self(text));
        }
        Err(Refusal::new(kata(
            format!("\"{text}\" bukan kunci publik"),
            format!("\"{text}\" is not a public key"),
        ))
        .help(kata(
            "salin baris terakhir berkas .pub yang ditulis pilkada kunci: 56 huruf dan angka yang dimulai dengan RW",
            "copy the last line of the .pub file that pilkada kunci wrote: 56 letters and digits that begin with RW",
        )))
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^RW[A-Za-z0-9+/]{54}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";

    #[test]
    fn a_key_is_read_whole_and_known_by_a_digest() {
        let key = KunciPublik::in_file(&format!("untrusted comment: minisign public key\n{KEY}\n")).unwrap();
        assert_eq!(key.as_str(), KEY);
        // `printf %s RWQf6… | sha256sum`
        assert_eq!(key.fingerprint(), "8411 5545 a4e8 19b3 00a4");
        for wrong in ["", "RW", &KEY[1..], &KEY.replace("RW", "AB"), &format!("{KEY}A")] {
            assert!(KunciPublik::read(Scalar::Teks(wrong)).is_err(), "{wrong}");
        }
    }
}
