//! Changes a file of the project that its owner asked to have changed: whole or not at all, and never over another.

use crate::bahasa::kata;
use crate::output::words::{deleting, making_folder, writing};
use crate::refusal::{Because, refused};
use anyhow::Result;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Puts other bytes in the place of those that a file has, if it still has them. The file is the old one or the new one at
/// every moment, and keeps its permissions.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<()> {
    let unfinished = beside(path);
    let written = write(path, &unfinished, before, after);
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// What YAML may have before its first letter, and no editor shows.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The bytes of a text that is to stand in the place of others: behind a byte order mark where those were.
pub fn marked(before: &[u8], text: &str) -> Vec<u8> {
    let mark = if before.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { b"" };
    [mark, text.as_bytes()].concat()
}

fn write(path: &Path, unfinished: &Path, before: &[u8], after: &[u8]) -> Result<()> {
    let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
    if !is_file || fs::read(path).because(|| writing(path))? != before {
        return Err(changed(path));
    }
    let mut file = fs::File::create_new(unfinished).because(|| writing(unfinished))?;
    file.write_all(after).and_then(|()| file.sync_all()).because(|| writing(unfinished))?;
    let permissions = path.metadata().because(|| writing(path))?.permissions();
    fs::set_permissions(unfinished, permissions).because(|| writing(unfinished))?;
    fs::rename(unfinished, path).because(|| writing(path))
}

/// A name beside the file that nothing else has, and that no walk through the content takes for a record.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.pilkada-{}", std::process::id()))
}

/// Writes a file that must not be there yet: whole or not at all.
pub fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).because(|| making_folder(folder))?;
    }
    let mut file = fs::File::create_new(path).because(|| writing(path))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).because(|| writing(path));
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// Removes a file of the content that its owner asked to have removed.
pub fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).because(|| deleting(path))
}

/// Gives a file or a folder another name; fails where that is taken.
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    let renaming = || {
        let (from, to) = (from.display(), to.display());
        kata(format!("mengganti nama {from} menjadi {to}"), format!("renaming {from} to {to}"))
    };
    if is_taken(from, to) {
        let to = to.display();
        return Err(refused(kata(format!("{to} sudah ada"), format!("{to} is there already"))));
    }
    fs::rename(from, to).because(renaming)
}

/// Whether another file has the name. Where a disk takes `Berita` and `berita` for one, the file itself has.
fn is_taken(from: &Path, to: &Path) -> bool {
    if to.symlink_metadata().is_err() {
        return false;
    }
    match (fs::canonicalize(from), fs::canonicalize(to)) {
        (Ok(from), Ok(to)) => from != to,
        _ => true,
    }
}

fn changed(path: &Path) -> anyhow::Error {
    let path = path.display();
    refused(kata(
        format!("{path} diubah selagi program bekerja, jadi tidak ditulis; jalankan sekali lagi"),
        format!("{path} was changed while the program was at work, so it is not written; run it again"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_changed_only_where_it_is_as_it_was_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "lama").unwrap();
        assert!(replace(&path, b"lain", b"baru").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "lama");
        replace(&path, b"lama", b"baru").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "baru");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn no_name_is_taken_from_another() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other, free] = ["1.yml", "1.yaml", "2.yaml"].map(|name| folder.path().join(name));
        fs::write(&one, "satu").unwrap();
        fs::write(&other, "lain").unwrap();
        assert!(rename(&one, &other).is_err());
        assert_eq!(fs::read_to_string(&other).unwrap(), "lain");
        rename(&one, &free).unwrap();
        assert_eq!(fs::read_to_string(&free).unwrap(), "satu");
    }
}
