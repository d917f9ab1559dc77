//! Where drawn files go: the disk when building, memory when serving.

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
}
