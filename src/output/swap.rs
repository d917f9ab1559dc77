//! Two folders change places, and what becomes of a swap that was cut short.

use crate::bahasa::kata;
use crate::output::stamp::{Kind, Seen};
use crate::output::words::{mounted, publishing};
use crate::refusal::Because;
use anyhow::Result;
use std::fs;
use std::io;
use std::path::Path;

/// How two folders change places.
pub(super) type Exchange = fn(&Path, &Path) -> io::Result<()>;

/// Puts `fresh` in the place of `output`, in one step where the system can; elsewhere in two, which [`undo`] can take back.
///
/// The tree that was published goes to `old`, if there was one.
pub(super) fn swap(fresh: &Path, output: &Path, old: &Path, exchange: Exchange) -> Result<()> {
    let because = || publishing(output);
    if !output.exists() {
        return fs::rename(fresh, output).because(because);
    }
    if exchange(fresh, output).is_ok() {
        // Published; the old tree is found under either name.
        let _ = fs::rename(fresh, old);
        return Ok(());
    }
    match fs::rename(output, old) {
        Err(error) if is_mounted(error.kind()) => return Err(mounted(output)),
        moved => moved.because(because)?,
    }
    fs::rename(fresh, output).because(because)
}

/// Whether a folder is a disk of its own, or another folder shown there: such a place cannot change its name.
fn is_mounted(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices)
}

/// Brings the old site back if a build was killed between the two steps of a swap.
pub(super) fn undo(output: &Path, old: &Path) -> Result<()> {
    if output.exists() || !old.exists() {
        return Ok(());
    }
    fs::rename(old, output).because(|| {
        let output = output.display();
        kata(format!("mengembalikan {output}"), format!("bringing back {output}"))
    })
}

/// The disk's number of a folder; nothing where there is none.
pub(super) fn number_of(folder: &Path) -> Option<u64> {
    let seen = Seen::at(folder).ok()?;
    (seen.kind == Kind::Folder).then_some(seen.stamp.number)
}

#[cfg(target_os = "linux")]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(Into::into)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After a swap: what is published, and what became of the old site.
    fn swapped(exchange: Exchange) -> (String, String) {
        let folder = tempfile::tempdir().unwrap();
        let [fresh, output, old] = ["baru", "output", "lama"].map(|name| folder.path().join(name));
        for tree in [&fresh, &output] {
            fs::create_dir(tree).unwrap();
            fs::write(tree.join("isi"), tree.file_name().unwrap().as_encoded_bytes()).unwrap();
        }
        swap(&fresh, &output, &old, exchange).unwrap();
        assert!(!fresh.exists());
        let read = |tree: &Path| fs::read_to_string(tree.join("isi")).unwrap();
        (read(&output), read(&old))
    }

    #[test]
    fn folders_change_places_in_one_step_or_in_two() {
        let expected = ("baru".to_owned(), "output".to_owned());
        assert_eq!(swapped(exchange), expected);
        assert_eq!(swapped(|_, _| Err(io::ErrorKind::Unsupported.into())), expected);
    }
}
