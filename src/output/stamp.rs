//! What the disk says of a file without reading it, so that one that somebody changed by hand is noticed.

use crate::system::{Facts, Kind};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

/// Whatever changed so shortly before it was written down may change again without a later time on it: the clock of a disk
/// ticks every ten milliseconds at worst. One that counts in steps of seconds has the same time for both, which is as short.
const TICK: i64 = 20_000_000;

/// When a file or folder was last changed, and which one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// The time of the last change, in nanoseconds since 1970.
    pub changed: i64,
    /// The disk's own number for it; 0 where the system gives none.
    pub number: u64,
}

/// What the disk says of a path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// What it is.
    pub kind: Kind,
    /// When it was changed, and which one it is.
    pub stamp: Stamp,
    /// Whether everybody may read it, and enter it where it is a folder; so everywhere where the system does not say.
    pub is_public: bool,
}

impl Stamp {
    /// Whether it was changed so shortly before `written` that the time alone proves nothing.
    pub fn is_fresh(self, written: Self) -> bool {
        self.changed > written.changed - TICK
    }
}

impl Seen {
    /// What the disk says of a path; a link is not followed.
    pub fn at(path: &Path) -> io::Result<Self> {
        Facts::at(path).map(Self::from)
    }
}

impl From<Facts> for Seen {
    fn from(facts: Facts) -> Self {
        let Facts { kind, modified, number, is_public, .. } = facts;
        Self { kind, stamp: Stamp { changed: modified, number }, is_public }
    }
}
