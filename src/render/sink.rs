//! Where drawn files go, and what is kept for the next time: the published folder when building, the preview when serving.

use crate::page::frame::address::Base;
use crate::page::frame::page::Page;
use anyhow::Result;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path below the site's root.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What tells a file's bytes from all others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ContentId {
    /// The SHA-256 of the bytes.
    #[serde(with = "crate::value::bytes")]
    pub sha256: [u8; 32],
    /// How many bytes there are.
    pub size: u64,
}

impl ContentId {
    /// The mark of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { sha256: Sha256::digest(bytes).into(), size: bytes.len() as u64 }
    }
}

/// A stage of a build, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Files are read from the disk.
    Read,
    /// Files are read into records.
    Parse,
    /// Records are linked.
    Link,
    /// Rules are applied, while addresses are planned and links followed.
    Check,
    /// Pictures are drawn.
    Pictures,
    /// Pages are drawn and handed over.
    Pages,
    /// Pictures for shared links are drawn.
    Cards,
    /// The search's index is made.
    Search,
    /// The site is put in the place of the old one.
    Publish,
}

/// Takes drawn files, from several threads at once, each path once.
pub trait Sink: Sync {
    /// Is told that a stage begins, which ends the one before.
    fn begin(&self, _stage: Stage) {}

    /// Whether somebody waits for a page, so that it is drawn before those that nobody waits for. Where all are waited for, an
    /// article is read once for its page and its JSON.
    fn is_waited_for(&self, _page: &Page<'_>) -> bool {
        true
    }

    /// Is told that every page of the site at a base address that is waited for has been taken, and is sound; what follows are
    /// files that no page waits for.
    fn has_all_pages(&self, _base: &Base) {}

    /// Whether the content has changed since, so that files no page waits for had better be left to the next build.
    fn is_outdated(&self) -> bool {
        false
    }

    /// Takes a file; gives the mark of its bytes.
    fn put(&self, file: File) -> Result<ContentId>;

    /// Takes the file that an earlier build left at a path, if its bytes are those of the mark; `false` when there is no
    /// such file, and it must be drawn and [put](Self::put).
    fn retain(&self, _path: &str, _id: &ContentId) -> bool {
        false
    }

    /// What an earlier build [kept](Self::keep) under a name, whole as it was; nothing where nothing is kept.
    fn kept(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    /// What is kept under a name is still wanted, though nobody asks for it this time.
    fn still_wanted(&self, _name: &str) {}

    /// Keeps what was costly to make for a later build; where that fails it is made again.
    fn keep(&self, _name: &str, _bytes: &[u8]) {}
}
