//! A published site, as whoever verifies it reads it.

use anyhow::Result;

/// A published site, wherever it is.
pub trait Published: Sync {
    /// The bytes of the file at a path; nothing where there is none. Fails where that cannot be said.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>>;

    /// The paths of all files there are; nothing where nobody can list them, as behind an address.
    fn names(&self) -> Result<Option<Vec<String>>>;

    /// How many files are read at once; 0 for as many as there are cores.
    fn at_once(&self) -> usize;
}
