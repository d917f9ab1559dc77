//! The folder beside the output: the lock, the trees in waiting, and what is remembered; on the same disk, so that trees can
//! change places.

use crate::bahasa::{Kata, kata};
use crate::output::MANIFEST;
use crate::output::stamp::{Seen, Stamp};
use crate::output::state::{Read, State};
use crate::output::swap::{number_of, undo};
use crate::output::words::{deleting, is_link, publishing, state_is_damaged, state_is_foreign, writing};
use crate::refusal::{Because, refused};
use crate::system;
use anyhow::Result;
use std::fs::{self, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The folder beside an output folder.
#[derive(Debug)]
pub(super) struct Beside {
    pub folder: PathBuf,
}

/// Keeps other builds away from an output folder.
#[derive(Debug)]
pub(super) struct Lock(fs::File);

/// What is known of the published site when a build begins.
#[derive(Debug)]
pub(super) enum Known {
    /// Its state, and when that was written down.
    State(State, Stamp),
    /// The state of a site that was moved or restored since: its files may be as they were, their numbers are not.
    Moved(State),
    /// Nothing; with the reason, where something was thrown away.
    Nothing(Option<Kata>),
}

impl Beside {
    /// The folder beside `output`, which may be there or not; neither may be a link.
    pub fn of(output: &Path) -> Result<Self> {
        if output.is_symlink() {
            return Err(is_link(output));
        }
        if output.exists() && !output.is_dir() {
            let output = output.display();
            return Err(refused(kata(format!("{output} bukan folder"), format!("{output} is not a folder"))));
        }
        let name = output.file_name().because(|| {
            let output = output.display();
            kata(format!("folder {output} tidak bernama"), format!("the folder {output} has no name"))
        })?;
        let folder = output.with_file_name(format!(".{}.pilkada", name.to_string_lossy()));
        if folder.is_symlink() {
            return Err(is_link(&folder));
        }
        Ok(Self { folder })
    }

    /// The tree in the making. Whatever a build finds here was left by a killed one.
    pub fn fresh(&self) -> PathBuf {
        self.folder.join("baru")
    }

    /// The tree that was published until the swap.
    pub fn old(&self) -> PathBuf {
        self.folder.join("lama")
    }

    /// The tree that was published before, whole, to be brought up to date.
    pub fn spare(&self) -> PathBuf {
        self.folder.join("kembar")
    }

    /// New files of a site most of which stays.
    pub fn new_files(&self) -> PathBuf {
        self.folder.join("titip")
    }

    /// What a build keeps for the next.
    pub fn store(&self) -> PathBuf {
        self.folder.join("gambar")
    }

    /// The state of the published site.
    pub fn state(&self) -> PathBuf {
        self.folder.join("catatan")
    }

    /// The state of the site that is about to be published.
    pub fn next_state(&self) -> PathBuf {
        self.folder.join("catatan.baru")
    }

    /// The last signature of a published site.
    pub fn signature(&self) -> PathBuf {
        self.folder.join("tanda-tangan")
    }

    /// What was sent to which target.
    pub fn sent(&self) -> PathBuf {
        self.folder.join("terkirim")
    }

    /// Says that nothing of an earlier site may be kept once another is published.
    pub fn mark(&self) -> PathBuf {
        self.folder.join("lupakan")
    }

    /// Throws away everything that builds kept, but for the mark that asks for it.
    pub fn forget_all(&self) -> Result<()> {
        self.clear()?;
        self.forget()?;
        remove_tree(&self.store())
    }

    /// Keeps other builds away until it is dropped; the system does that also when we are killed.
    pub fn lock(&self) -> Result<Lock> {
        let path = self.folder.join("kunci");
        // Not emptied: should it be a link to something else, that stays as it is.
        let file = fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        let file = file.because(|| writing(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => Err(refused(kata(
                "build lain sedang menulis folder yang sama; tunggu sampai selesai",
                "another build is writing the same folder; wait until it is done",
            ))),
            Err(TryLockError::Error(error)) => Err(error).because(|| {
                let path = path.display();
                kata(format!("mengunci {path}"), format!("locking {path}"))
            }),
        }
    }

    /// Finishes or undoes what a killed build left, and reads what is known of the published site.
    ///
    /// A state is written before its tree is published, under another name: the tree at `output` says which of the two holds.
    pub fn recover(&self, output: &Path) -> Result<Known> {
        undo(output, &self.old())?;
        if let Some(state) = self.unsettled(output) {
            self.settle(&state, output)?;
        }
        self.clear()?;
        let path = self.state();
        let known = match State::read(&path) {
            Read::Sound(state, written) if state.is_of(output) => return Ok(Known::State(state, written)),
            Read::Sound(state, _) if state.has_manifest_of(output) => return Ok(Known::Moved(state)),
            Read::Sound(..) if output.exists() => Known::Nothing(Some(state_is_foreign(&path))),
            Read::Damaged => Known::Nothing(Some(state_is_damaged(&path))),
            Read::Missing => State::of_manifest(output).map_or(Known::Nothing(None), Known::Moved),
            Read::Sound(..) => Known::Nothing(None),
        };
        self.forget()?;
        Ok(known)
    }

    /// The state of a site that was published and not [settled](Self::settle) after.
    pub fn unsettled(&self, output: &Path) -> Option<State> {
        match State::read(&self.next_state()) {
            Read::Sound(state, _) if state.is_of(output) => Some(state),
            Read::Sound(..) | Read::Missing | Read::Damaged => None,
        }
    }

    /// After a swap: the old tree is kept where the state counts on it, and the state is that of the published site.
    pub fn settle(&self, state: &State, output: &Path) -> Result<()> {
        if let Some(number) =
            state.spare.as_ref().and_then(|spare| spare.folders.first()).map(|(_, stamp)| stamp.number)
        {
            let old = [self.fresh(), self.old()].into_iter().find(|tree| number_of(tree) == Some(number));
            if let Some(old) = old {
                remove_tree(&self.spare())?;
                system::rename(&old, &self.spare()).because(|| publishing(output))?;
            }
        }
        fs::rename(self.next_state(), self.state()).because(|| publishing(output))
    }

    /// Clears away whatever is of no use to a later build.
    pub fn clear(&self) -> Result<()> {
        for tree in [self.fresh(), self.old(), self.new_files()] {
            remove_tree(&tree)?;
        }
        remove_file(&self.next_state())
    }

    /// Throws away what is remembered, with the tree that was to be brought up to date.
    pub fn forget(&self) -> Result<()> {
        remove_tree(&self.spare())?;
        remove_file(&self.state())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a process started by another thread has the file open too, until it becomes its own program.
        let _ = self.0.unlock();
    }
}

impl State {
    /// Whether it is of the tree at `output`.
    fn is_of(&self, output: &Path) -> bool {
        let Some(root) = self.folders.first() else { return false };
        if root.stamp.number != 0 {
            return number_of(output) == Some(root.stamp.number);
        }
        // A system without numbers: every site has a manifest of its own. Two may be of one time, where a disk counts in seconds.
        let manifest = self.manifest().map(|manifest| manifest.stamp);
        let is_of_its_time = Seen::at(&output.join(MANIFEST)).is_ok_and(|seen| Some(seen.stamp) == manifest);
        is_of_its_time && self.has_manifest_of(output)
    }
}

/// Removes a folder with all that is in it; there may be none.
pub(super) fn remove_tree(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == ErrorKind::NotADirectory => remove_file(folder),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).because(|| deleting(folder)),
        _ => Ok(()),
    }
}

/// Removes a file; there may be none.
fn remove_file(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::IsADirectory => remove_tree(path),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).because(|| deleting(path)),
        _ => Ok(()),
    }
}
