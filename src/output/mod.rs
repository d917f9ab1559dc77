//! Publishes the site on the disk, all or nothing: the only module that writes it.
//!
//! The next site is made in a tree of its own beside `output/`, then the two trees change places in one step.
//!
//! **What it costs.** What did not change is not written again: it gets a second name in the next tree (a hard link). Two
//! trees take turns: the one published before is kept, and differs from the published one only by the last changes, so a
//! change costs as many steps as files changed then and now, however large the site is. `state` remembers what the trees
//! hold; every build first asks the disk whether the published files are still those.
//!
//! **What a reader sees.** A path below `output/` leads into the old site or the new one, never to a half-written file. Two
//! paths opened one after the other may straddle a publication. Whoever must read many files of one site opens the folder
//! once and reads below that handle (`cd output`, then read): it stays on the site that it was opened on until the
//! publication *after* the next begins to bring that tree up to date.
//!
//! **What a killed build leaves** is cleared away by the next: a tree in the making is never at `output/`, a tree that is
//! worked on never bears the name under which the spare one is trusted, and a state is written before its tree is published,
//! under another name, so that the tree at `output/` itself says which state holds. A disk that is full ends a build in
//! the same way. Where trees cannot change places in one step there is a moment without `output/`, and the next build brings
//! the old site back if the program is killed in it. Where the disk has no hard links every publication copies.
//!
//! **What a power cut leaves.** Nothing is forced to the disk (`fsync`): that would cost minutes for a large site. Names are
//! changed in order, so after a power cut `output/` is the old site or the new one; but on some disks files written in the
//! last seconds may then be empty. The next build sees that by their sizes and writes them again.
#![expect(clippy::disallowed_methods, reason = "this is the module that writes the disk")]

mod beside;
pub mod bundle;
pub mod difference;
pub mod edit;
pub mod history;
pub mod manifest;
pub mod pack;
pub mod sent;
pub mod signature;
mod stamp;
mod state;
mod stock;
mod store;
mod swap;
mod tree;
mod words;

pub use crate::output::state::is_below;

use crate::bahasa::{Kata, kata};
use crate::output::beside::{Beside, Known, Lock, remove_tree};
use crate::output::manifest::{About, Manifest, json};
use crate::output::stamp::{Seen, Stamp};
use crate::output::state::{Spare, State, folders, split};
use crate::output::stock::{Measure, Site, Stock};
use crate::output::store::Store;
use crate::output::swap::{Moves, swap, undo};
use crate::output::tree::{Origin, Piece, Places, Sharing, assemble};
use crate::output::words::{deleting, foreign, making_folder, publishing, reading_folder, state_is_foreign, writing};
use crate::refusal::{Because, refused};
use crate::render::sink::{ContentId, File, Sink};
use crate::system::{self, Facts};
use anyhow::Result;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use walkdir::WalkDir;

pub use crate::output::stock::Trust;

/// The name of the manifest below the site's root.
pub const MANIFEST: &str = "manifes.json";

/// The signature of the manifest, in minisign's form; put there by [`signature::put`], and no file of the site.
pub const SIGNATURE: &str = "manifes.json.minisig";

/// A site being written; nobody sees it until it is [published](Self::publish).
#[derive(Debug)]
pub struct Staging {
    /// The folder the site is published as.
    output: PathBuf,
    beside: Beside,
    /// Held until the end.
    _lock: Lock,
    /// What is published; nothing when the whole site is to be written.
    stock: Option<Stock>,
    /// How many files were written apart, to be named as they come.
    numbers: AtomicUsize,
    /// Why what was remembered of the published site was thrown away.
    discarded: Option<Kata>,
    /// The folders made for new files, below the tree in the making.
    folders: Mutex<BTreeSet<String>>,
    written: Mutex<Vec<Piece>>,
    note: Mutex<Vec<u8>>,
    store: Store,
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// How many files.
    pub files: usize,
    /// How many of them are new or different, and how many are gone; with the manifest, which changes with any of them.
    pub changed: usize,
    /// How many bytes in all files but the manifest.
    pub bytes: u64,
    /// The pages that are new, different or gone, in order of their paths; none where there was no site before.
    pub pages: Vec<String>,
}

/// The published site, found just as it was published.
#[derive(Debug, Clone)]
pub struct Whole<'s> {
    /// What there is; none of it changed.
    pub published: Published,
    /// The mark of the manifest, and so of every byte.
    pub manifest: ContentId,
    /// What was [noted](Staging::note) when it was published.
    pub note: &'s [u8],
}

/// Begins a new site for the folder `output`.
///
/// Fails when another build is at work there, when the folder holds files that no build made, or when the disk refuses.
pub fn begin(output: &Path) -> Result<Staging> {
    begin_with(output, Trust::Times)
}

/// Does as [`begin`] does, and says what the published files are known by.
pub fn begin_with(output: &Path, trust: Trust) -> Result<Staging> {
    let beside = Beside::of(output)?;
    if !beside.folder.exists() {
        // Where no build has been, nothing is made before it is known to be welcome.
        refuse_foreign(output)?;
    }
    fs::create_dir_all(&beside.folder).because(|| making_folder(&beside.folder))?;
    let lock = beside.lock()?;
    let (stock, discarded) = take_stock(&beside, output, trust)?;
    if stock.is_none() {
        fs::create_dir(beside.fresh()).because(|| making_folder(&beside.fresh()))?;
    }
    Ok(Staging {
        output: output.to_owned(),
        store: Store::new(beside.store()),
        beside,
        _lock: lock,
        stock,
        numbers: AtomicUsize::new(0),
        discarded,
        folders: Mutex::default(),
        written: Mutex::default(),
        note: Mutex::default(),
    })
}

/// What the last build for the folder `output` kept under a name, as a [`Sink`] gives it; nothing is written or waited for.
pub fn kept(output: &Path, name: &str) -> Option<Vec<u8>> {
    Store::new(Beside::of(output).ok()?.store()).look(name)
}

/// What was [noted](Staging::note) with the site last published as the folder `output`; what became of the site since is not
/// asked.
pub fn noted(output: &Path) -> Option<Vec<u8>> {
    State::note_at(&Beside::of(output).ok()?.state())
}

/// Throws away everything that builds for the folder `output` kept, and does so again when the next site is published: what
/// a person withdrew is then in the published site as little as beside it.
///
/// Fails where a build is at work.
pub fn forget(output: &Path) -> Result<()> {
    let beside = Beside::of(output)?;
    if !output.exists() && !beside.folder.exists() {
        return Ok(());
    }
    fs::create_dir_all(&beside.folder).because(|| making_folder(&beside.folder))?;
    let _lock = beside.lock()?;
    fs::write(beside.mark(), b"").because(|| writing(&beside.mark()))?;
    beside.forget_all()
}

/// Does what [`forget`] left to the publication of the next site.
pub fn forget_if_asked(output: &Path) -> Result<()> {
    let beside = Beside::of(output)?;
    if !beside.mark().exists() {
        return Ok(());
    }
    let _lock = beside.lock()?;
    beside.forget_all()?;
    fs::remove_file(beside.mark()).because(|| deleting(&beside.mark()))
}

/// Writes a file that must not be there yet, with the folders around it; an existing one is left as it is.
pub fn create(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).because(|| making_folder(folder))?;
    }
    let mut file = fs::File::create_new(path).because(|| writing(path))?;
    file.write_all(text.as_bytes()).because(|| writing(path))
}

/// Writes a secret into a file that must not be there yet, which nobody else on this computer can read.
pub fn create_secret(path: &Path, text: &str) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    system::keep_secret(&mut options);
    let mut file = options.open(path).because(|| writing(path))?;
    file.write_all(text.as_bytes()).because(|| writing(path))
}

/// Writes a file that this program makes, over its earlier self; the caller has looked that it is none of the user's.
pub fn write_own(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).because(|| making_folder(folder))?;
    }
    fs::write(path, text).because(|| writing(path))
}

impl Staging {
    /// What was remembered of the published site and had to be thrown away, as a sentence; the whole site is then written.
    pub fn discarded(&self) -> Option<&Kata> {
        self.discarded.as_ref()
    }

    /// The published site, if every file of it was found as it was published.
    pub fn whole(&self) -> Option<Whole<'_>> {
        let stock = self.stock.as_ref().filter(|stock| stock.is_whole() && !stock.is_restored)?;
        let (files, bytes) = stock.state.measure();
        let published = Published { files, changed: 0, bytes, pages: Vec::new() };
        Some(Whole { published, manifest: stock.state.manifest()?.id, note: &stock.state.note })
    }

    /// Notes something with the site about to be published, such as a sum of all it was made from; [`Whole`] gives it back.
    pub fn note(&self, note: &[u8]) {
        note.clone_into(&mut self.note.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Puts the new site in the old one's place, in one step. Where nothing is different nothing is touched.
    ///
    /// What `meanwhile` [keeps](Sink::keep) is kept beside it, whatever becomes of the site.
    pub fn publish(self, about: &Manifest, meanwhile: impl FnOnce(&Self) + Send) -> Result<Published> {
        let (published, ()) = rayon::join(|| self.put_all(&About::from(about)), || meanwhile(&self));
        let published = published?;
        self.store.forget_unused();
        Ok(published)
    }

    fn put_all(&self, about: &About) -> Result<Published> {
        let mut pieces = std::mem::take(&mut *self.written.lock().unwrap_or_else(PoisonError::into_inner));
        let mut changes: BTreeSet<String> = pieces.iter().map(|piece| piece.path.clone()).collect();
        if let Some(stock) = &self.stock {
            changes.extend(stock.untaken());
            if changes.is_empty() && stock.is_about(about) {
                return self.leave(stock);
            }
            pieces.extend(stock.taken());
        }
        self.add_manifest(about, &mut pieces)?;
        changes.insert(MANIFEST.to_owned());
        let spare = match &self.stock {
            Some(stock) => self.assemble(stock, &mut pieces, &changes)?,
            None => None,
        };
        self.carry_over(&pieces)?;
        let leaves = pieces.iter().map(|piece| (piece.path.as_str(), piece.id, piece.stamp));
        let state = State { about: about.clone(), note: self.take_note(), folders: folders(leaves), spare };
        let (files, bytes) = state.measure();
        self.put_in_place(state)?;
        let count = changes.len();
        let pages = changes.into_iter().filter(|path| self.stock.is_some() && path.ends_with(".html")).collect();
        Ok(Published { files, changed: count, bytes, pages })
    }

    /// Leaves the published tree as it is; what is noted with it may be another.
    fn leave(&self, stock: &Stock) -> Result<Published> {
        let (note, next) = (self.take_note(), self.beside.next_state());
        if stock.state.note != note || stock.is_restored {
            let mut state = State { note, ..stock.state.clone() };
            if stock.is_restored {
                state.stamp_folders(&self.output).because(|| reading_folder(&self.output))?;
            }
            state.write(&next).because(|| writing(&next))?;
            fs::rename(&next, self.beside.state()).because(|| writing(&self.beside.state()))?;
        }
        let (files, bytes) = stock.state.measure();
        Ok(Published { files, changed: 0, bytes, pages: Vec::new() })
    }

    fn take_note(&self) -> Vec<u8> {
        std::mem::take(&mut *self.note.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts the files in order of their paths, with the manifest of them all in its place.
    fn add_manifest(&self, about: &About, pieces: &mut Vec<Piece>) -> Result<()> {
        pieces.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let listed: Vec<(&str, ContentId)> = pieces.iter().map(|piece| (piece.path.as_str(), piece.id)).collect();
        let bytes = json(about, &listed)?;
        let (origin, stamp) = self.write(MANIFEST, &bytes)?;
        let place = pieces.partition_point(|piece| piece.path.as_str() < MANIFEST);
        pieces.insert(place, Piece { path: MANIFEST.to_owned(), id: ContentId::of(&bytes), stamp, origin });
        Ok(())
    }

    /// Makes the next tree of what is published and what is new; gives what becomes of the published one.
    fn assemble(&self, stock: &Stock, pieces: &mut [Piece], changes: &BTreeSet<String>) -> Result<Option<Spare>> {
        let (fresh, spare) = (self.beside.fresh(), self.beside.spare());
        let trusted = stock.state.spare.as_ref().filter(|trusted| trusted.is_as_left(&spare));
        let mut todo = changes.clone();
        if let Some(trusted) = trusted {
            // From here on nobody trusts it any more.
            system::rename(&spare, &fresh).because(|| publishing(&self.output))?;
            todo.extend(trusted.differs.iter().cloned());
        } else {
            remove_tree(&spare)?;
            fs::create_dir(&fresh).because(|| making_folder(&fresh))?;
            todo.extend(pieces.iter().map(|piece| piece.path.clone()));
        }
        let new = self.beside.new_files();
        let sharing =
            assemble(Places { output: &self.output, new: &new, tree: &fresh, link: system::link }, pieces, &todo)?;
        let folders = stock.state.folders.iter().map(|folder| (folder.path.clone(), folder.stamp)).collect();
        let differs = changes.iter().cloned().collect();
        Ok((sharing == Sharing::Shared).then_some(Spare { folders, differs }))
    }

    /// Files at the top whose names begin with a dot are the owner's (`.gitignore`, `.htpasswd`), and stay; but not those that
    /// the site itself has, or had.
    fn carry_over(&self, pieces: &[Piece]) -> Result<()> {
        let fresh = self.beside.fresh();
        let before = self.stock.iter().flat_map(|stock| stock.state.paths());
        let ours = pieces.iter().map(|piece| piece.path.as_str()).filter_map(dotted).map(str::to_owned);
        let ours: BTreeSet<String> = ours.chain(before.filter_map(|path| dotted(&path).map(str::to_owned))).collect();
        let owned = |folder: &Path| -> Result<Vec<String>> {
            let names = crate::source::names(folder)?.into_iter();
            Ok(names.filter(|name| name.starts_with('.') && !ours.contains(name)).collect())
        };
        // Of a site that was published before: it says nothing of this one.
        let stale = fresh.join(SIGNATURE);
        if stale.exists() {
            fs::remove_file(&stale).because(|| deleting(&stale))?;
        }
        for name in owned(&fresh)? {
            remove_tree(&fresh.join(name))?;
        }
        for name in owned(&self.output)? {
            let (from, to) = (self.output.join(&name), fresh.join(&name));
            copy(&from, &to).because(|| {
                let from = from.display();
                kata(format!("membawa serta {from}"), format!("carrying over {from}"))
            })?;
        }
        Ok(())
    }

    /// Publishes the tree in the making, with the state of it.
    fn put_in_place(&self, mut state: State) -> Result<()> {
        let (fresh, old, next) = (self.beside.fresh(), self.beside.old(), self.beside.next_state());
        state.stamp_folders(&fresh).because(|| reading_folder(&fresh))?;
        state.write(&next).because(|| writing(&next))?;
        swap(&fresh, &self.output, &old, Moves::OF_THE_SYSTEM)?;
        // The site is published. What cannot be put away now, the next build puts away.
        let _ = self.beside.settle(&state, &self.output).and_then(|()| self.beside.clear());
        Ok(())
    }

    /// Writes a new file where the next tree will take it from; gives where that is, and what the disk says of it.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(Origin, Stamp)> {
        if !is_below(path) {
            return Err(refused(kata(
                format!("alamat berkas keluar dari folder situs: {path}"),
                format!("the address of a file leads out of the site's folder: {path}"),
            )));
        }
        let (origin, tree, name) = if self.stock.is_none() {
            (Origin::Placed, self.beside.fresh(), Cow::from(path))
        } else {
            let number = self.numbers.fetch_add(1, Ordering::Relaxed);
            (Origin::New(number), self.beside.new_files(), Cow::from(number.to_string()))
        };
        self.make(&tree, split(&name).0)?;
        let stamp = write_new(&tree.join(&*name), bytes).because(|| writing(Path::new(path)))?;
        Ok((origin, stamp))
    }

    /// Makes a folder of a tree, where that was not done before.
    fn make(&self, tree: &Path, folder: &str) -> Result<()> {
        let mut made = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if !made.contains(folder) {
            let path = tree.join(folder);
            fs::create_dir_all(&path).because(|| making_folder(&path))?;
            made.insert(folder.to_owned());
        }
        Ok(())
    }
}

/// The name at the top of a path, where it begins with a dot.
fn dotted(path: &str) -> Option<&str> {
    path.split('/').next().filter(|name| name.starts_with('.'))
}

impl Sink for Staging {
    fn put(&self, file: File) -> Result<ContentId> {
        let id = ContentId::of(&file.bytes);
        if !self.retain(&file.path, &id) {
            let (origin, stamp) = self.write(&file.path, &file.bytes)?;
            let piece = Piece { path: file.path, id, stamp, origin };
            self.written.lock().unwrap_or_else(PoisonError::into_inner).push(piece);
        }
        Ok(id)
    }

    fn retain(&self, path: &str, id: &ContentId) -> bool {
        self.stock.as_ref().is_some_and(|stock| stock.take(path, id))
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.store.get(name)
    }

    fn still_wanted(&self, name: &str) {
        self.store.use_again(name);
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.store.put(name, bytes);
    }
}

/// A build that fails leaves nothing behind; what a site needs that was published already stays.
impl Drop for Staging {
    fn drop(&mut self) {
        // Should a swap in two steps have failed after the first, the old site comes back; else it is left to the next build.
        if undo(&self.output, &self.beside.old()).is_ok() && self.beside.unsettled(&self.output).is_none() {
            let _ = self.beside.clear();
        }
    }
}

/// What is published and may be taken again; nothing, and why, where that is not known.
fn take_stock(beside: &Beside, output: &Path, trust: Trust) -> Result<(Option<Stock>, Option<Kata>)> {
    let (stock, stranger) = match beside.recover(output)? {
        Known::State(state, written) => Stock::verify(state, output, Measure { written, trust, site: Site::Kept }),
        Known::Moved(state) => Stock::restore(state, output, &beside.spare(), trust),
        Known::Nothing(reason) => {
            refuse_foreign(output)?;
            return Ok((None, reason));
        }
    };
    if stranger.is_none() {
        return Ok((Some(stock), None));
    }
    // Another of our own sites, put there by hand, is welcome.
    refuse_foreign(output)?;
    beside.forget()?;
    Ok((None, Some(state_is_foreign(&beside.state()))))
}

/// Nothing a person put into the folder is thrown away: then he is asked first, by refusing.
fn refuse_foreign(output: &Path) -> Result<()> {
    if !output.exists() {
        return Ok(());
    }
    let known = Manifest::read(&output.join(MANIFEST));
    for entry in WalkDir::new(output).min_depth(1).into_iter().filter_entry(|entry| !is_own(entry)) {
        let entry = entry.because(|| reading_folder(output))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path: Vec<_> = entry.path().strip_prefix(output)?.iter().map(|part| part.to_string_lossy()).collect();
        let path = path.join("/");
        if path != MANIFEST && !known.as_ref().is_some_and(|known| known.berkas.contains_key(&path)) {
            return Err(foreign(entry.path()));
        }
    }
    Ok(())
}

fn is_own(entry: &walkdir::DirEntry) -> bool {
    entry.depth() == 1 && is_beside_the_site(&entry.file_name().to_string_lossy())
}

/// Whether a name at the top is none of the site's files and left alone: what begins with a dot is the owner's, and there may be
/// a signature.
fn is_beside_the_site(name: &str) -> bool {
    name.starts_with('.') || name == SIGNATURE
}

fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<Stamp> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    let metadata = file.metadata()?;
    system::publish_file(&file, &metadata)?;
    Ok(Seen::from(Facts::of(&metadata)).stamp)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let below = entry.path().strip_prefix(from)?;
        let target = if below.as_os_str().is_empty() { to.to_owned() } else { to.join(below) };
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target)?;
        } else if entry.file_type().is_file() {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
