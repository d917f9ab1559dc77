//! What a build keeps for the next one: pictures that were costly to draw.
//!
//! Every entry begins with the digest of the rest. One that does not fit its digest is thrown away and drawn again.

use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The length of a digest.
const DIGEST: usize = 32;

/// The entries in a folder.
#[derive(Debug)]
pub(super) struct Simpanan {
    folder: PathBuf,
    /// The names this build asked for.
    used: Mutex<BTreeSet<String>>,
}

impl Simpanan {
    /// The entries in a folder that is made when there is something to keep.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, used: Mutex::default() }
    }

    /// What is kept under a name.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.path(name)?;
        let mut bytes = fs::read(&path).ok()?;
        if bytes.len() < DIGEST || Sha256::digest(&bytes[DIGEST..])[..] != bytes[..DIGEST] {
            let _ = fs::remove_file(&path);
            return None;
        }
        Some(bytes.split_off(DIGEST))
    }

    /// Keeps bytes under a name; a disk that refuses costs only time.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        let Some(path) = self.path(name) else { return };
        let _ = write(&path, bytes);
    }

    /// Throws away what this build did not ask for.
    pub fn forget_unused(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if self.folder.is_symlink() {
            return;
        }
        let names = crate::source::names(&self.folder).unwrap_or_default();
        for name in names.iter().filter(|name| !used.contains(*name)) {
            let _ = fs::remove_file(self.folder.join(name));
        }
    }

    /// The file of an entry; nothing is read or written through a link.
    fn path(&self, name: &str) -> Option<PathBuf> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
        let path = self.folder.join(name);
        (!self.folder.is_symlink() && !path.is_symlink()).then_some(path)
    }
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::File::create(path)?;
    file.write_all(&Sha256::digest(bytes))?;
    file.write_all(bytes)
}
