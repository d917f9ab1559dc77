//! What is noted with a published site, to know again what it was made from.

use super::Session;
use crate::bahasa::{Bahasa, kata};
use crate::output;
use crate::report::Report;
use crate::report::draw::summary;
use serde::{Deserialize, Serialize};

/// What a site was made from, and what was found in it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Note {
    /// The digest of everything it was made from.
    inputs: u128,
    /// What was found, counted; nothing where nothing was.
    found: Option<(String, String)>,
    /// Whether a finding was silenced.
    silenced: bool,
}

impl Note {
    /// What to note of a site that was made from all this.
    pub fn of(inputs: u128, report: &Report) -> Self {
        let counted = || (summary(report, Bahasa::Id), summary(report, Bahasa::En));
        let found = (!report.findings().is_empty()).then(counted);
        Self { inputs, found, silenced: !report.silenced().is_empty() }
    }

    /// What was noted with a site, if it was made from all this.
    pub fn read(bytes: &[u8], inputs: u128) -> Option<Self> {
        postcard::from_bytes(bytes).ok().filter(|note: &Self| note.inputs == inputs)
    }

    /// The bytes that stand for it.
    pub fn bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// Says what was found.
    pub fn say(&self, session: &Session) {
        if let Some((id, en)) = &self.found {
            session.say(&kata(
                format!("{id}; `pilkada check` menyebutkannya"),
                format!("{en}; `pilkada check` names them"),
            ));
        }
    }
}

/// Whether the site that was published last was made from all this, and nothing was found in it: then nothing would be again.
pub(super) fn is_known_sound(inputs: u128, session: &Session) -> bool {
    let note = output::noted(&session.output()).and_then(|bytes| Note::read(&bytes, inputs));
    note.is_some_and(|note| note.found.is_none() && !note.silenced)
}
