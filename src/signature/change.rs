//! A change of keys: what an old key says of the new one.
//!
//! The statement is a file of the site, and the old key's signature lies beside it, so whoever knows the old key alone finds the new one and
//! need not believe the site. It does not help against a thief of the old key, who can state the same: the office announces the new
//! fingerprint elsewhere too, and whoever verifies notes the new key.

use crate::bahasa::kata;
use crate::refusal::Because;
use crate::signature::key::SecretKey;
use crate::signature::published::Published;
use crate::value::kunci_publik::KunciPublik;
use anyhow::Result;
use chrono::{DateTime, SecondsFormat, Utc};
use minisign_verify::Signature;

/// How the trusted comment of such a statement begins: it is none of a site.
const OF_A_CHANGE: &str = "pilkada kunci; ";

/// The most changes that are followed: no office has changed its key so often, and a ring of statements has an end.
const MOST: usize = 16;

/// A key, and the one that stands for the same publisher from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChange {
    /// The old key, which signs it.
    pub from: KunciPublik,
    /// The new key.
    pub to: KunciPublik,
    /// When it was signed.
    pub time: DateTime<Utc>,
}

/// Where the statement about a key lies, below the site's root; its signature has the same name with `.minisig` behind it.
pub fn path(of: &KunciPublik) -> String {
    format!("kunci/{}.txt", of.fingerprint().replace(' ', ""))
}

/// Where the signature of a statement lies.
pub fn signature_path(of: &KunciPublik) -> String {
    path(of) + ".minisig"
}

impl KeyChange {
    /// What people read.
    pub fn text(&self) -> String {
        let Self { from, to, .. } = self;
        let time = self.written_time();
        format!(
            "Kunci penerbitan {from} (sidik {}) diganti pada {time} oleh {to} (sidik {}).\n\
             Pernyataan ini ditandatangani dengan kunci yang lama.\n",
            from.fingerprint(),
            to.fingerprint(),
        )
    }

    /// The old key's signature of the [text](Self::text), as the text of its file.
    pub fn sign(&self, old: &SecretKey) -> Result<String> {
        let Self { from, to, .. } = self;
        let comment = format!("{OF_A_CHANGE}waktu={}; dari={from}; ke={to}", self.written_time());
        let about = format!("pergantian kunci {}", from.fingerprint());
        let signed = minisign::sign(None, old.inner(), self.text().as_bytes(), Some(&comment), Some(&about));
        Ok(signed.because(|| kata("menandatangani pergantian kunci", "signing the change of keys"))?.into_string())
    }

    /// What a site says became of a key; nothing where it says nothing, or nothing that this key signed.
    fn of(site: &dyn Published, key: &KunciPublik) -> Result<Option<Self>> {
        let (Some(text), Some(signature)) = (site.read(&path(key))?, site.read(&signature_path(key))?) else {
            return Ok(None);
        };
        Ok(Self::read(&text, &signature, key).filter(|change| change.text().as_bytes() == text))
    }

    fn read(text: &[u8], signature: &[u8], key: &KunciPublik) -> Option<Self> {
        let signature = Signature::decode(std::str::from_utf8(signature).ok()?).ok()?;
        key.verifier()?.verify(text, &signature, false).ok()?;
        let mut fields = signature.trusted_comment().strip_prefix(OF_A_CHANGE)?.split("; ");
        let mut field = |name: &str| fields.next()?.strip_prefix(name)?.strip_prefix('=');
        let time = DateTime::parse_from_rfc3339(field("waktu")?).ok()?.to_utc();
        let (from, to) = (KunciPublik::in_file(field("dari")?)?, KunciPublik::in_file(field("ke")?)?);
        (from == *key).then_some(Self { from, to, time })
    }

    fn written_time(&self) -> String {
        self.time.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// The changes that lead on from a key, the first of them first.
pub(super) fn all_from(site: &dyn Published, key: &KunciPublik) -> Result<Vec<KeyChange>> {
    let mut changes: Vec<KeyChange> = Vec::new();
    while changes.len() < MOST {
        let last = changes.last().map_or(key, |change| &change.to);
        let Some(change) = KeyChange::of(site, last)? else { break };
        changes.push(change);
    }
    Ok(changes)
}
