//! What is noted with a published site, to know again what it was made from.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::report::Report;
use crate::report::draw::summary;
use serde::{Deserialize, Serialize};

/// What a site was made from, and what was found in it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Note {
    /// The content hash of everything it was made from.
    inputs: u128,
    /// What was found, counted; nothing where nothing was.
    found: Option<(String, String)>,
    /// Whether a finding was silenced.
    silenced: bool,
    /// When the site changes by itself next, in words.
    next: Option<Kata>,
    /// Whether its texts lie packed beside themselves.
    is_ready: bool,
}

impl Note {
    /// What to note of a site that was made from all this.
    pub fn of(inputs: u128, report: &Report, next: Option<Kata>) -> Self {
        let counted = || (summary(report, Bahasa::Id), summary(report, Bahasa::En));
        let found = (!report.findings().is_empty()).then(counted);
        Self { inputs, found, silenced: !report.silenced().is_empty(), next, is_ready: false }
    }

    /// The same, of a site whose texts lie packed beside themselves.
    pub fn ready(self) -> Self {
        Self { is_ready: true, ..self }
    }

    /// Whether its texts lie packed beside themselves.
    pub fn is_ready(&self) -> bool {
        self.is_ready
    }

    /// What was noted with a site, if it was made from all this.
    pub fn read(bytes: &[u8], inputs: u128) -> Option<Self> {
        postcard::from_bytes(bytes).ok().filter(|note: &Self| note.inputs == inputs)
    }

    /// The bytes that stand for it.
    pub fn bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// Whether nothing was found, not even something that is silenced.
    pub fn is_sound(&self) -> bool {
        self.found.is_none() && !self.silenced
    }

    /// When the site changes by itself next, in words.
    pub fn next(&self) -> Option<Kata> {
        self.next.clone()
    }

    /// What was found, in words.
    pub fn words(&self) -> Option<Kata> {
        let (id, en) = self.found.as_ref()?;
        Some(kata(format!("{id}; `pilkada check` menyebutkannya"), format!("{en}; `pilkada check` names them")))
    }
}
