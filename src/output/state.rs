//! What is remembered of the published site, in a file beside it: its files with their digests and what the disk said of them.
//!
//! The file begins with the name of its form and ends with a sum of all that stands before. One that is damaged, or of
//! another form, is not believed. Nor is anything in it believed without a look at the disk: a file counts as published only
//! where the disk still says of it what it said then.

use crate::output::MANIFEST;
use crate::output::manifest::{About, Manifest};
use crate::output::stamp::{Seen, Stamp};
use crate::render::sink::ContentId;
use crate::system::{self, Handle, Kind};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path};
use xxhash_rust::xxh3::xxh3_128;

/// The name of the form: another number where a field changes.
const FORM: &[u8] = b"pilkada: yang terbit, bentuk 3\n";
/// The length of the sum.
const SUM: usize = 16;

/// A published site.
///
/// A [note](State::note_at) is read without the rest: its fields keep their order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct State {
    /// What the manifest says of the site as a whole.
    pub about: About,
    /// What the builder noted with it.
    pub note: Vec<u8>,
    /// Its folders in order of their paths, the site's own first.
    pub folders: Vec<Folder>,
    /// The site before it, where that was kept to be brought up to date.
    pub spare: Option<Spare>,
}

/// A folder of the site.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Folder {
    /// The path below the site's root; empty for that itself.
    pub path: String,
    pub stamp: Stamp,
    /// Its files in order of their names, not those of folders in it.
    pub files: Vec<Leaf>,
}

/// A file of the site.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Leaf {
    /// Its name in the folder.
    pub name: String,
    pub id: ContentId,
    pub stamp: Stamp,
}

/// The tree that was published before.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Spare {
    /// Its folders, and what the disk said of them.
    pub folders: Vec<(String, Stamp)>,
    /// The paths of the files in which it is not as the published tree.
    pub differs: Vec<String>,
}

/// What became of an attempt to read.
#[derive(Debug)]
pub(super) enum Read {
    /// A state, and what the disk says of its file.
    Sound(State, Stamp),
    /// There is no such file.
    Missing,
    /// Damaged, or written by another version of the program.
    Damaged,
}

/// The bytes of what was seen at a path, where that is a file.
fn bytes_of(path: &Path, seen: &Seen) -> Option<Vec<u8>> {
    if matches!(seen.kind, Kind::File(_)) { fs::read(path).ok() } else { None }
}

/// The mark of the file at a path; a link is not followed.
fn mark_at(path: &Path) -> Option<ContentId> {
    Some(ContentId::of(&bytes_of(path, &Seen::at(path).ok()?)?))
}

/// What stands in a file of our form that is as it was written.
fn sound(bytes: &[u8]) -> Option<&[u8]> {
    let (body, sum) = bytes.split_at_checked(bytes.len().checked_sub(SUM)?)?;
    if xxh3_128(body).to_le_bytes() == sum { body.strip_prefix(FORM) } else { None }
}

impl State {
    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        self.folders.iter().flat_map(|folder| folder.files.iter().map(|leaf| join(&folder.path, &leaf.name)))
    }

    /// Reads the file at a path.
    pub fn read(path: &Path) -> Read {
        let Ok(seen) = Seen::at(path) else { return Read::Missing };
        bytes_of(path, &seen)
            .and_then(|bytes| Self::of(&bytes))
            .map_or(Read::Damaged, |state| Read::Sound(state, seen.stamp))
    }

    /// What the builder noted with the site in the file at a path; none of its files is looked at.
    pub fn note_at(path: &Path) -> Option<Vec<u8>> {
        let bytes = bytes_of(path, &Seen::at(path).ok()?)?;
        // The first fields of a state.
        let (_, note) = postcard::take_from_bytes::<(About, Vec<u8>)>(sound(&bytes)?).ok()?.0;
        Some(note)
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        let state: Self = postcard::from_bytes(sound(bytes)?).ok()?;
        state.is_orderly().then_some(state)
    }

    /// Whether no path leads out of the site's folder, and the order is such that files can be found.
    fn is_orderly(&self) -> bool {
        let folders = self.folders.iter().map(|folder| &folder.path);
        let spare =
            self.spare.iter().flat_map(|spare| spare.folders.iter().map(|(path, _)| path).chain(&spare.differs));
        self.folders.first().is_some_and(|root| root.path.is_empty())
            && self.folders.is_sorted_by(|a, b| a.path < b.path)
            && folders.chain(spare).all(|path| is_below(path))
            && self.folders.iter().all(|folder| folder.files.is_sorted_by(|a, b| a.name < b.name))
            && self.folders.iter().flat_map(|folder| &folder.files).all(|leaf| is_name(&leaf.name))
    }

    /// What the manifest in a folder says of the site there; its files may be others by now.
    pub fn of_manifest(output: &Path) -> Option<Self> {
        let manifest = Manifest::read(&output.join(MANIFEST))?;
        let mut files: Vec<(&str, ContentId, Stamp)> =
            manifest.marks()?.into_iter().map(|(path, id)| (path, id, Stamp::default())).collect();
        let place = files.partition_point(|(path, ..)| *path < MANIFEST);
        files.insert(place, (MANIFEST, mark_at(&output.join(MANIFEST))?, Stamp::default()));
        if files.iter().any(|(path, ..)| !is_below(path)) {
            return None;
        }
        let folders = folders(files.into_iter());
        let state = Self { about: About::from(&manifest), note: Vec::new(), folders, spare: None };
        state.is_orderly().then_some(state)
    }

    /// Whether the manifest in a folder is the one of this site.
    pub fn has_manifest_of(&self, output: &Path) -> bool {
        self.manifest().is_some_and(|manifest| mark_at(&output.join(MANIFEST)) == Some(manifest.id))
    }

    /// Writes it to a path, over whatever is there.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut bytes = postcard::to_extend(self, FORM.to_vec()).map_err(io::Error::other)?;
        bytes.extend(xxh3_128(&bytes).to_le_bytes());
        // Never through a link: what is there goes first.
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::File::create_new(path)?.write_all(&bytes)
    }

    /// The folder and the place in it of the file at a path.
    pub fn find(&self, path: &str) -> Option<(usize, usize)> {
        let (folder, name) = split(path);
        let folder = self.folders.binary_search_by(|other| other.path.as_str().cmp(folder)).ok()?;
        let leaf = self.folders[folder].files.binary_search_by(|leaf| leaf.name.as_str().cmp(name)).ok()?;
        Some((folder, leaf))
    }

    /// How many files it has, and how many bytes in all of them but the manifest.
    pub fn measure(&self) -> (usize, u64) {
        let leaves = self.folders.iter().flat_map(|folder| &folder.files);
        let bytes: u64 = leaves.clone().map(|leaf| leaf.id.size).sum();
        (leaves.count(), bytes - self.manifest().map_or(0, |manifest| manifest.id.size))
    }

    /// Its manifest.
    pub fn manifest(&self) -> Option<&Leaf> {
        self.find(MANIFEST).map(|(folder, leaf)| &self.folders[folder].files[leaf])
    }

    /// Asks the disk about every folder of the tree at `root`.
    pub fn stamp_folders(&mut self, root: &Path) -> io::Result<()> {
        self.folders.par_iter_mut().try_for_each(|folder| {
            let path = root.join(&folder.path);
            system::publish_folder(&path)?;
            folder.stamp = Seen::at(&path)?.stamp;
            Ok(())
        })
    }
}

impl Spare {
    /// Whether nobody put, removed or exchanged anything in the tree since. What its files hold is not looked at: the published
    /// tree shares them, or they are among those in which the two differ.
    pub fn is_as_left(&self, tree: &Path) -> bool {
        self.folders.par_iter().all(|(path, stamp)| {
            Seen::at(&tree.join(path)).is_ok_and(|seen| seen.kind == Kind::Folder && seen.stamp == *stamp)
        })
    }

    /// The same of a tree that was restored along with a site, whose stamps are those of now: nothing where its folders did not come
    /// with their times, or its files are copies and no second names of the site's.
    pub fn restored(mut self, site: &State, tree: &Path) -> Option<Self> {
        let stamp_of = |(path, stamp): &(String, Stamp)| {
            let seen = Seen::at(&tree.join(path)).ok()?;
            (seen.kind == Kind::Folder && stamp.has_time_of(seen.stamp)).then_some(seen.stamp)
        };
        let stamps: Vec<Stamp> = self.folders.par_iter().map(stamp_of).collect::<Option<_>>()?;
        let differs: BTreeSet<&str> = self.differs.iter().map(String::as_str).collect();
        let is_twin = |folder: &Folder| {
            let handle = Handle::open(&tree.join(&folder.path)).ok();
            let number = |leaf: &Leaf| handle.as_ref()?.look(&leaf.name).ok().map(|facts| facts.number);
            let mut shared = folder.files.iter().filter(|leaf| !differs.contains(&*join(&folder.path, &leaf.name)));
            shared.all(|leaf| leaf.stamp.number != 0 && number(leaf) == Some(leaf.stamp.number))
        };
        if !site.folders.par_iter().all(is_twin) {
            return None;
        }
        self.folders.iter_mut().zip(stamps).for_each(|((_, stamp), now)| *stamp = now);
        Some(self)
    }
}

/// Puts files, in order of their paths, into their folders; with every folder on the way to them.
pub(super) fn folders<'f>(files: impl Iterator<Item = (&'f str, ContentId, Stamp)>) -> Vec<Folder> {
    let mut files = files.map(|file| (split(file.0), file)).peekable();
    let mut folders: BTreeMap<&str, Vec<Leaf>> = BTreeMap::from([("", Vec::new())]);
    while let Some(((folder, _), _)) = files.peek().copied() {
        for (end, _) in folder.match_indices('/') {
            folders.entry(&folder[..end]).or_default();
        }
        let beside = std::iter::from_fn(|| files.next_if(|((of, _), _)| *of == folder));
        let leaves = beside.map(|((_, name), (_, id, stamp))| Leaf { name: name.to_owned(), id, stamp });
        folders.entry(folder).or_default().extend(leaves);
    }
    let made =
        folders.into_iter().map(|(path, files)| Folder { path: path.to_owned(), stamp: Stamp::default(), files });
    made.collect()
}

/// The folder of a path, and the name in it.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The path of a name in a folder.
pub(super) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { [folder, name].join("/") }
}

/// Whether a path stays below the folder it is taken from.
pub fn is_below(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn is_name(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains(['/', std::path::MAIN_SEPARATOR])
}
