//! Where drawn files go, and what is kept for the next time: the disk when building, memory when serving.

use anyhow::Result;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path below the site's root.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Takes drawn files, from several threads at once, each path once.
pub trait Sink: Sync {
    /// Takes a file.
    fn put(&self, file: File) -> Result<()>;

    /// What an earlier build [kept](Self::keep) under a name, whole as it was; nothing where nothing is kept.
    fn kept(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    /// Keeps what was costly to make for a later build; where that fails it is made again.
    fn keep(&self, _name: &str, _bytes: &[u8]) {}
}
