//! What is published and may be taken again: the last state, held against the disk.

use crate::output::manifest::About;
use crate::output::stamp::{Seen, Stamp};
use crate::output::state::{Folder, Leaf, State, join};
use crate::output::tree::{Origin, Piece};
use crate::output::{MANIFEST, is_beside_the_site};
use crate::render::sink::ContentId;
use crate::system::{self, Handle, Kind};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use walkdir::WalkDir;

/// The published files.
#[derive(Debug)]
pub(super) struct Stock {
    pub state: State,
    /// By folder and place in it: whether the disk still has the file as it was published.
    sound: Vec<Vec<bool>>,
    /// The same for whether the new site takes it.
    taken: Vec<Vec<AtomicBool>>,
    /// Whether there are folders that the site does not have; nothing is in them.
    has_empty_folders: bool,
    /// Whether the state is to be written down again, because the disk says something else of the same files.
    pub is_restored: bool,
}

/// What a published file is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// What the disk says of it: its size, its time and its number.
    Times,
    /// Its bytes, all of which are read.
    Bytes,
}

/// How a state is held against the disk.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// When it was written down.
    pub written: Stamp,
    /// What its files are known by.
    pub trust: Trust,
    /// What became of the site since.
    pub site: Site,
}

/// What became of a site since its state was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    /// It is where it was.
    Kept,
    /// It was moved, copied, or restored from an archive: the disk has other numbers for all of it.
    Moved,
}

/// What was found in a folder.
struct Found {
    sound: Vec<bool>,
    /// What the disk says of the folder, and of its files, where it says anything.
    stamp: Option<Stamp>,
    stamps: Vec<Option<Stamp>>,
    others: Others,
}

/// What is in a folder that the site does not have.
#[derive(Default)]
struct Others {
    files: Vec<PathBuf>,
    folders: usize,
}

impl Stock {
    /// Holds a state against the folder it is of.
    ///
    /// Gives what may be taken again, and the first path there that is no file of the state.
    pub fn verify(mut state: State, output: &Path, measure: Measure) -> (Self, Option<PathBuf>) {
        let found: Vec<Found> =
            (0..state.folders.len()).into_par_iter().map(|number| look(&state, number, output, measure)).collect();
        if measure.site == Site::Moved {
            state.folders.iter_mut().zip(&found).for_each(|(folder, found)| found.take_down(folder));
        }
        let has_empty_folders = found.iter().any(|found| found.others.folders > 0);
        let (sound, strangers): (Vec<_>, Vec<_>) =
            found.into_iter().map(|found| (found.sound, found.others.files)).unzip();
        let taken = sound.iter().map(|files| files.iter().map(|_| AtomicBool::new(false)).collect()).collect();
        let stock = Self { state, sound, taken, has_empty_folders, is_restored: false };
        (stock, strangers.into_iter().flatten().min())
    }

    /// Does as [`verify`](Self::verify) does with the state of a site that was moved or restored, and takes down what the disk says
    /// of it now. A file that came with its time and size is known by them, any other by its bytes; where the tree that takes turns
    /// with the published one came along with its second names, it is brought up to date like any.
    pub fn restore(state: State, output: &Path, spare: &Path, trust: Trust) -> (Self, Option<PathBuf>) {
        // The manifest is written when all other files are.
        let written = state.manifest().map_or_else(Stamp::default, |manifest| manifest.stamp);
        let (mut stock, stranger) = Self::verify(state, output, Measure { written, trust, site: Site::Moved });
        let kept = stock.state.spare.take();
        stock.state.spare = kept.and_then(|kept| kept.restored(&stock.state, spare));
        (Self { is_restored: true, ..stock }, stranger)
    }

    /// Whether every file is as it was published, and nothing else is there.
    pub fn is_whole(&self) -> bool {
        !self.has_empty_folders && self.sound.iter().flatten().all(|sound| *sound)
    }

    /// Takes the file at a path, where it has these bytes.
    pub fn take(&self, path: &str, id: &ContentId) -> bool {
        let Some((folder, leaf)) = self.state.find(path) else { return false };
        let fits = self.sound[folder][leaf] && self.state.folders[folder].files[leaf].id == *id;
        if fits {
            self.taken[folder][leaf].store(true, Ordering::Relaxed);
        }
        fits
    }

    /// Whether the manifest is as it was published, says the same of the site as a whole, and no folder is too many.
    pub fn is_about(&self, about: &About) -> bool {
        let is_sound = self.state.find(MANIFEST).is_some_and(|(folder, leaf)| self.sound[folder][leaf]);
        is_sound && !self.has_empty_folders && self.state.about == *about
    }

    /// The paths of the files that the new site does not take, but for the manifest.
    pub fn untaken(&self) -> impl Iterator<Item = String> {
        let untaken = self.leaves().filter(|(_, _, taken)| !taken);
        untaken.map(|(folder, leaf, _)| join(folder, &leaf.name)).filter(|path| path != MANIFEST)
    }

    /// The files that the new site takes.
    pub fn taken(&self) -> impl Iterator<Item = Piece> {
        let taken = self.leaves().filter(|(_, _, taken)| *taken);
        taken.map(|(folder, leaf, _)| Piece {
            path: join(folder, &leaf.name),
            id: leaf.id,
            stamp: leaf.stamp,
            origin: Origin::Published,
        })
    }

    /// Every file with its folder's path, and whether it was taken.
    fn leaves(&self) -> impl Iterator<Item = (&str, &Leaf, bool)> {
        self.state.folders.iter().zip(&self.taken).flat_map(|(folder, taken)| {
            let files = folder.files.iter().zip(taken);
            files.map(|(leaf, taken)| (folder.path.as_str(), leaf, taken.load(Ordering::Relaxed)))
        })
    }
}

/// Looks at every file that a folder should have; at every name it has only where it may have others.
fn look(state: &State, number: usize, output: &Path, measure: Measure) -> Found {
    let Measure { written, trust, site } = measure;
    let folder = &state.folders[number];
    let (path, count) = (output.join(&folder.path), folder.files.len());
    let mut found =
        Found { sound: vec![false; count], stamp: None, stamps: vec![None; count], others: Others::default() };
    let Ok(handle) = Handle::open(&path) else {
        // A link in its place is a stranger; the folder above says so.
        return found;
    };
    for ((sound, stamp), leaf) in found.sound.iter_mut().zip(&mut found.stamps).zip(&folder.files) {
        let Ok(seen) = handle.look(&leaf.name).map(Seen::from) else { continue };
        *stamp = Some(seen.stamp);
        match seen.kind {
            Kind::Special => found.others.files.push(path.join(&leaf.name)),
            Kind::Folder => {}
            Kind::File(size) => {
                if !seen.is_public {
                    // Its bytes and its time stay; what a disk refuses here shows when the file is read.
                    let _ = system::heal_file(&path.join(&leaf.name));
                }
                let is_same = is_known(leaf.stamp, &seen, site);
                let is_read = trust == Trust::Bytes || !is_same || leaf.stamp.is_fresh(written);
                let may_be = size == leaf.id.size && (is_same || site == Site::Moved);
                *sound = may_be && (!is_read || has_bytes(&path.join(&leaf.name), &leaf.id));
            }
        }
    }
    if handle.itself().is_ok_and(|facts| !facts.is_public) {
        let _ = system::publish_folder(&path);
    }
    let seen = handle.itself().ok().map(Seen::from);
    found.stamp = seen.map(|seen| seen.stamp);
    let as_left = |seen: Seen| is_known(folder.stamp, &seen, site) && !seen.stamp.is_fresh(written);
    if trust == Trust::Bytes || !seen.is_some_and(as_left) {
        let others = others(state, number, &path);
        found.others.files.extend(others.files);
        found.others.folders += others.folders;
    }
    found
}

/// Whether what the disk says of a file or a folder is what it said.
fn is_known(stamp: Stamp, seen: &Seen, site: Site) -> bool {
    match site {
        Site::Kept => seen.stamp == stamp,
        Site::Moved => stamp.has_time_of(seen.stamp),
    }
}

impl Found {
    /// Takes down what the disk says of the folder now.
    fn take_down(&self, folder: &mut Folder) {
        folder.stamp = self.stamp.unwrap_or(folder.stamp);
        folder.files.iter_mut().zip(&self.stamps).for_each(|(leaf, stamp)| leaf.stamp = stamp.unwrap_or(leaf.stamp));
    }
}

fn has_bytes(path: &Path, id: &ContentId) -> bool {
    fs::read(path).is_ok_and(|bytes| ContentId::of(&bytes) == *id)
}

/// What is in a folder and not of the state, but for what stands beside the site at its top.
fn others(state: &State, number: usize, path: &Path) -> Others {
    let folder = &state.folders[number];
    let mut others = Others::default();
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if folder.path.is_empty() && is_beside_the_site(&name) {
            continue;
        }
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let below = join(&folder.path, &name);
        if !is_folder && state.find(&below).is_none() {
            others.files.push(entry.path());
        } else if is_folder && state.folders.binary_search_by(|other| other.path.cmp(&below)).is_err() {
            let files = WalkDir::new(entry.path()).into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
            others.folders += 1;
            others.files.extend(files.map(walkdir::DirEntry::into_path));
        }
    }
    others
}
