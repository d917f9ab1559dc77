//! What a build keeps for the next one: pictures that were costly to draw, and what the builder remembers.
//!
//! Every entry ends with a sum of the rest. One that does not fit its sum is thrown away and made again.

use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use xxhash_rust::xxh3::xxh3_128;

/// Entries whose names begin so may be large, and have a sum that is soon made.
const CACHE: &str = "cache";

/// The entries in a folder.
#[derive(Debug)]
pub(super) struct Store {
    folder: PathBuf,
    /// The names this build asked for.
    used: Mutex<BTreeSet<String>>,
}

impl Store {
    /// The entries in a folder that is made when there is something to keep.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, used: Mutex::default() }
    }

    /// What is kept under a name.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.path(name)?;
        let bytes = fs::read(&path).ok()?;
        let whole = whole(name, bytes);
        if whole.is_none() {
            let _ = fs::remove_file(&path);
        }
        whole
    }

    /// What is kept under a name, for who leaves everything as it is.
    pub fn look(&self, name: &str) -> Option<Vec<u8>> {
        whole(name, fs::read(self.path(name)?).ok()?)
    }

    /// Keeps bytes under a name; a disk that refuses costs only time.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        let Some(path) = self.path(name) else { return };
        // Until it is whole, a name that nobody asks for: a killed build leaves what was kept before.
        let unfinished = self.folder.join(format!("baru-{name}"));
        let _ = fs::remove_file(&unfinished);
        let written = write(&unfinished, &[bytes, &sum(name, bytes)]).and_then(|()| fs::rename(&unfinished, path));
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
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

    /// Notes that an entry is wanted, without reading it.
    pub fn use_again(&self, name: &str) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
    }

    /// The file of an entry; nothing is read or written through a link.
    fn path(&self, name: &str) -> Option<PathBuf> {
        self.use_again(name);
        let path = self.folder.join(name);
        (!self.folder.is_symlink() && !path.is_symlink()).then_some(path)
    }
}

/// What an entry holds before its sum; nothing where that does not fit.
fn whole(name: &str, mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let length = bytes.len().checked_sub(sum(name, &[]).len())?;
    (sum(name, &bytes[..length]) == bytes[length..]).then(|| bytes.truncate(length)).map(|()| bytes)
}

/// The sum that the entry of this name ends with.
fn sum(name: &str, bytes: &[u8]) -> Vec<u8> {
    if name.starts_with(CACHE) { xxh3_128(bytes).to_le_bytes().to_vec() } else { Sha256::digest(bytes).to_vec() }
}

fn write(path: &Path, parts: &[&[u8]]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::File::create_new(path)?;
    parts.iter().try_for_each(|part| file.write_all(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an entry's file holds can be changed.
    fn spoil(folder: &Path, name: &str) {
        let mut bytes = fs::read(folder.join(name)).unwrap();
        bytes[0] ^= 1;
        fs::write(folder.join(name), bytes).unwrap();
    }

    #[test]
    fn what_is_damaged_is_not_given() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("gambar"));
        for name in ["foto", "cache-pages"] {
            store.put(name, b"isi lama");
            store.put(name, b"isi");
            assert_eq!(store.get(name).as_deref(), Some(b"isi".as_slice()));
            assert_eq!(store.look(name).as_deref(), Some(b"isi".as_slice()));
            spoil(&store.folder, name);
            assert_eq!(store.look(name), None);
            assert!(store.folder.join(name).exists(), "who only looks throws nothing away");
            assert_eq!(store.get(name), None);
            assert!(!store.folder.join(name).exists());
            fs::write(store.folder.join(name), "x").unwrap();
            assert_eq!(store.get(name), None);
        }
    }

    #[test]
    fn a_build_forgets_what_it_did_not_ask_for() {
        let folder = tempfile::tempdir().unwrap();
        // The second is what an earlier version of the program called it.
        for name in ["cache-pages", "cache-old", "foto", "lain"] {
            Store::new(folder.path().to_owned()).put(name, b"isi");
        }
        let next = Store::new(folder.path().to_owned());
        assert_eq!(next.get("foto").as_deref(), Some(b"isi".as_slice()));
        next.use_again("cache-pages");
        next.forget_unused();
        assert_eq!(crate::source::names(folder.path()).unwrap(), ["cache-pages", "foto"]);
    }
}
