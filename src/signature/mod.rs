//! Who signed the published site, and whether it is still that site.
//!
//! The manifest names every file with its SHA-256, so one signature over the manifest covers them all. It is made in the form of
//! [minisign](https://jedisct1.github.io/minisign/): whoever has that program, and `sha256sum`, needs nothing of ours.
//!
//! What the signature says of the manifest stands in its *trusted comment*, which is signed too ([`Statement`]): when it was
//! signed, and which manifest was signed before it. The manifest itself says neither, because the same content is to give the
//! same bytes whenever and wherever it is built.

#[cfg(feature = "jaringan")]
pub mod address;
pub mod change;
pub mod folder;
pub mod key;
pub mod published;
pub mod verify;

use crate::bahasa::kata;
use crate::output::manifest::Entry;
use crate::refusal::Because;
use crate::signature::key::SecretKey;
use anyhow::Result;
use chrono::{DateTime, SecondsFormat, Utc};

/// How the trusted comment of a site's signature begins.
const OF_A_SITE: &str = "pilkada; ";

/// What a signature says of the manifest it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// When it was signed.
    pub time: DateTime<Utc>,
    /// The day the site was built for.
    pub day: String,
    /// The SHA-256 of the manifest, in hexadecimal digits.
    pub manifest: String,
    /// The same of the manifest that was signed before; nothing where none is known.
    pub before: Option<String>,
}

impl Statement {
    /// What is said of a manifest with these bytes, of a site for a day, after another of this digest.
    pub fn new(manifest: &[u8], day: &str, time: DateTime<Utc>, before: Option<String>) -> Self {
        Self { time, day: day.to_owned(), manifest: Entry::of(manifest).sha256, before }
    }

    /// What a trusted comment says; nothing where it is none of a site.
    pub fn read(comment: &str) -> Option<Self> {
        let mut fields = comment.strip_prefix(OF_A_SITE)?.split("; ");
        let mut field = |name: &str| fields.next()?.strip_prefix(name)?.strip_prefix('=').map(str::to_owned);
        let time = DateTime::parse_from_rfc3339(&field("waktu")?).ok()?.to_utc();
        let (day, manifest, before) = (field("hari")?, field("manifes")?, field("sebelumnya")?);
        Some(Self { time, day, manifest, before: Some(before).filter(|before| before != "-") })
    }

    /// The trusted comment that says it.
    fn comment(&self) -> String {
        let time = self.time.to_rfc3339_opts(SecondsFormat::Secs, true);
        let (day, manifest, before) = (&self.day, &self.manifest, self.before.as_deref().unwrap_or("-"));
        format!("{OF_A_SITE}waktu={time}; hari={day}; manifes={manifest}; sebelumnya={before}")
    }

    /// The signature of a manifest with these bytes, as the text of its file.
    pub fn sign(&self, manifest: &[u8], key: &SecretKey) -> Result<String> {
        let about = format!("tanda tangan situs, kunci {}", key.public().fingerprint());
        let signed = minisign::sign(None, key.inner(), manifest, Some(&self.comment()), Some(&about));
        let signed = signed.because(|| kata("menandatangani manifes", "signing the manifest"))?;
        Ok(signed.into_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_read_as_it_was_written() {
        for before in [None, Some("b".repeat(64))] {
            let time = DateTime::from_timestamp(1_732_000_000, 0).unwrap();
            let statement = Statement::new(b"{}", "2024-11-20", time, before);
            assert_eq!(Statement::read(&statement.comment()), Some(statement));
        }
        for other in ["timestamp:1732000000", "pilkada; waktu=kemarin; hari=x; manifes=a; sebelumnya=-", "pilkada; "] {
            assert_eq!(Statement::read(other), None, "{other}");
        }
    }
}
