//! What the disk says of a file without reading it, so that one that somebody changed by hand is noticed.

use crate::system::{Facts, Kind};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

/// Whatever changed so shortly before it was written down may change again without a later time on it: the clock of a disk
/// ticks every ten milliseconds at worst. One that counts in steps of seconds has the same time for both, which is as short.
const TICK: i64 = 20_000_000;

/// Nanoseconds.
const SECOND: i64 = 1_000_000_000;

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

    /// Whether something was restored with the very time of this: then it is another file or folder to the disk, with what this one
    /// held. A time in whole seconds proves nothing, since archives cut times to that.
    pub fn has_time_of(self, restored: Self) -> bool {
        self.changed == restored.changed && self.changed % SECOND != 0
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_in_whole_seconds_proves_nothing() {
        let stamp = |changed, number| Stamp { changed, number };
        assert!(stamp(1_700_000_000_123_456_789, 7).has_time_of(stamp(1_700_000_000_123_456_789, 8)));
        assert!(!stamp(1_700_000_000_123_456_789, 7).has_time_of(stamp(1_700_000_000_000_000_000, 7)));
        assert!(!stamp(1_700_000_000_000_000_000, 7).has_time_of(stamp(1_700_000_000_000_000_000, 7)));
        assert!(!Stamp::default().has_time_of(Stamp::default()), "nothing is known of it");
    }
}
