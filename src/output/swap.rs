//! Two folders change places, and what becomes of a swap that was cut short.

use crate::bahasa::kata;
use crate::output::stamp::Seen;
use crate::output::words::{held, mounted, publishing};
use crate::refusal::Because;
use crate::system::{self, Kind};
use anyhow::Result;
use std::fs;
use std::io;
use std::path::Path;

/// How folders change their places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moves {
    /// Two change places in one step; a system may know no such thing.
    pub exchange: fn(&Path, &Path) -> io::Result<()>,
    /// One gets another name.
    pub rename: fn(&Path, &Path) -> io::Result<()>,
    /// Whether that is refused because another program has a file in it open.
    pub is_held: fn(&io::Error) -> bool,
}

impl Moves {
    /// As the system does it.
    pub const OF_THE_SYSTEM: Self =
        Self { exchange: system::exchange, rename: system::rename, is_held: system::is_held };
}

/// Puts `fresh` in the place of `output`, in one step where the system can; elsewhere in two, which [`undo`] can take back.
///
/// The tree that was published goes to `old`, if there was one.
pub(super) fn swap(fresh: &Path, output: &Path, old: &Path, moves: Moves) -> Result<()> {
    let because = || publishing(output);
    if !output.exists() {
        return (moves.rename)(fresh, output).because(because);
    }
    if (moves.exchange)(fresh, output).is_ok() {
        // Published; the old tree is found under either name.
        let _ = fs::rename(fresh, old);
        return Ok(());
    }
    match (moves.rename)(output, old) {
        Err(error) if (moves.is_held)(&error) => return Err(error).because(|| held(output)),
        Err(error) if is_mounted(error.kind()) => return Err(mounted(output)),
        ended => ended.because(because)?,
    }
    (moves.rename)(fresh, output).because(because)
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
    system::rename(old, output).because(|| {
        let output = output.display();
        kata(format!("mengembalikan {output}"), format!("bringing back {output}"))
    })
}

/// The disk's number of a folder; nothing where there is none.
pub(super) fn number_of(folder: &Path) -> Option<u64> {
    let seen = Seen::at(folder).ok()?;
    (seen.kind == Kind::Folder).then_some(seen.stamp.number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A system that takes two steps.
    const IN_TWO: Moves = Moves { exchange: |_, _| Err(io::ErrorKind::Unsupported.into()), ..Moves::OF_THE_SYSTEM };

    /// A new site, a published one, and where that goes.
    fn trees() -> (tempfile::TempDir, [PathBuf; 3]) {
        let folder = tempfile::tempdir().unwrap();
        let [fresh, output, old] = ["baru", "output", "lama"].map(|name| folder.path().join(name));
        for tree in [&fresh, &output] {
            fs::create_dir(tree).unwrap();
            fs::write(tree.join("isi"), tree.file_name().unwrap().as_encoded_bytes()).unwrap();
        }
        (folder, [fresh, output, old])
    }

    fn text(tree: &Path) -> String {
        fs::read_to_string(tree.join("isi")).unwrap()
    }

    #[test]
    fn folders_change_places_in_one_step_or_in_two() {
        for moves in [Moves::OF_THE_SYSTEM, IN_TWO] {
            let (_folder, [fresh, output, old]) = trees();
            swap(&fresh, &output, &old, moves).unwrap();
            assert!(!fresh.exists());
            assert_eq!([text(&output), text(&old)], ["baru", "output"]);
        }
    }

    #[test]
    fn a_file_that_another_program_has_open_is_named_as_the_reason_and_the_old_site_stays() {
        let held = Moves {
            rename: |_, _| Err(io::ErrorKind::PermissionDenied.into()),
            is_held: |error| error.kind() == io::ErrorKind::PermissionDenied,
            ..IN_TWO
        };
        let (_folder, [fresh, output, old]) = trees();
        let refused = swap(&fresh, &output, &old, held).unwrap_err().to_string();
        assert!(refused.contains("program lain") && refused.contains("output"), "{refused}");
        assert_eq!(text(&output), "output");
    }

    #[test]
    fn a_swap_that_ended_after_its_first_step_is_taken_back() {
        let second_refused = Moves {
            rename: |from, to| {
                if from.ends_with("baru") { Err(io::ErrorKind::Other.into()) } else { fs::rename(from, to) }
            },
            ..IN_TWO
        };
        let (_folder, [fresh, output, old]) = trees();
        swap(&fresh, &output, &old, second_refused).unwrap_err();
        assert!(!output.exists());
        undo(&output, &old).unwrap();
        assert_eq!(text(&output), "output");
    }
}
