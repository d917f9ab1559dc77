//! The digest of what a record says, or of a picture, as people compare it on paper.

use crate::bahasa::kata;
use crate::value::{Nilai, Refusal, Scalar, nilai};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt;

/// The first half of the SHA-256 of what a record says, in eight groups of four letters: 128 bits, which nobody finds a second record
/// for.
///
/// In letters: no run of digits that might be taken for a number or for somebody's NIK, and no vowel that would make words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Sidik(String);

nilai!(Sidik);

/// The letters, each for four bits.
const LETTERS: &[u8; 16] = b"bcdfghjklmnpqrst";
/// How many bytes of the digest are shown.
const BYTES: usize = 16;
/// How many letters are in a group.
const GROUP: usize = 4;

impl Sidik {
    /// The digest of a text.
    pub fn of(text: &str) -> Self {
        Self::shown(&Sha256::digest(text).into())
    }

    /// That of something whose SHA-256 is known.
    pub fn shown(digest: &[u8; 32]) -> Self {
        let halves = digest.iter().take(BYTES).flat_map(|byte| [byte >> 4, byte & 15]);
        let letters: Vec<char> = halves.map(|half| char::from(LETTERS[usize::from(half)])).collect();
        let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
        Self(groups.join("-"))
    }
}

impl fmt::Display for Sidik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Nilai for Sidik {
    const NAME: &'static str = "Sidik";

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        let text = scalar.to_string();
        let mut groups = text.split('-');
        let is_group = |group: &str| group.len() == GROUP && group.bytes().all(|letter| LETTERS.contains(&letter));
        if text.split('-').count() == BYTES * 2 / GROUP && groups.all(is_group) {
            return Ok(Self(text));
        }
        let what = kata(format!("\"{text}\" bukan sidik catatan"), format!("\"{text}\" is not the digest of a record"));
        Err(Refusal::new(what).help(kata(
            "sidik ditulis oleh pilkada setujui; jalankan perintah itu lagi",
            "the digest is written by pilkada approve; run that again",
        )))
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[bcdfghjklmnpqrst]{4}(-[bcdfghjklmnpqrst]{4}){7}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_reads_back_and_a_slip_of_one_letter_or_group_does_not() {
        let sidik = Sidik::of("contoh");
        let text = sidik.to_string();
        assert_eq!(Sidik::read(Scalar::Teks(&text)).unwrap(), sidik);
        assert_ne!(Sidik::of("contoh."), sidik);
        for wrong in [text.replacen('-', "", 1), format!("{text}-bcdf"), text.replace('-', "a"), String::new()] {
            assert!(Sidik::read(Scalar::Teks(&wrong)).is_err(), "{wrong}");
        }
    }
}
