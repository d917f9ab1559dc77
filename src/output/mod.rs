//! Publishes the site on the disk, all or nothing: the only module that writes it.
//!
//! A site is written into a fresh folder beside `output/`, then the two folders change places in one step. Whoever reads
//! `output/` sees the old site or the new one. What a killed build leaves behind, the next one clears away.
#![expect(clippy::disallowed_methods, reason = "this is the module that writes the disk")]

pub mod manifest;
mod simpanan;

use crate::bahasa::{Kata, kata};
use crate::output::manifest::{Entry, Manifest};
use crate::output::simpanan::Simpanan;
use crate::refusal::{Because, refused};
use crate::render::sink::{Cap, File, Sink};
use anyhow::Result;
use std::collections::BTreeSet;
use std::fs::{self, TryLockError};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use walkdir::WalkDir;

/// The name of the manifest below the site's root.
pub const MANIFEST: &str = "manifes.json";

/// A site being written; nobody sees it until it is [published](Self::publish).
#[derive(Debug)]
pub struct Staging {
    /// The folder the site is published as.
    output: PathBuf,
    /// The folder beside it that holds the lock, the two trees in waiting and what is kept for the next build.
    beside: PathBuf,
    /// Held until the end; the system lets go of it also when we are killed.
    _lock: fs::File,
    folders: Mutex<BTreeSet<PathBuf>>,
    entries: Mutex<Vec<(String, Entry)>>,
    simpanan: Simpanan,
}

/// What was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// How many files.
    pub files: usize,
    /// How many bytes.
    pub bytes: u64,
}

/// Begins a new site for the folder `output`.
///
/// Fails when another build is at work there, when the folder holds files that no build made, or when the disk refuses.
pub fn begin(output: &Path) -> Result<Staging> {
    let beside = beside(output)?;
    if !beside.exists() {
        // Where no build has been, nothing is made before it is known to be welcome.
        refuse_foreign(output)?;
    }
    fs::create_dir_all(&beside).because(|| making_folder(&beside))?;
    let lock = lock(&beside.join("kunci"))?;
    recover(output, &beside)?;
    refuse_foreign(output)?;
    let fresh = beside.join("baru");
    fs::create_dir(&fresh).because(|| making_folder(&fresh))?;
    Ok(Staging {
        output: output.to_owned(),
        simpanan: Simpanan::new(beside.join("gambar")),
        beside,
        _lock: lock,
        folders: Mutex::default(),
        entries: Mutex::default(),
    })
}

/// Writes a file that must not be there yet, with the folders around it; an existing one is left as it is.
pub fn create(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).because(|| making_folder(folder))?;
    }
    let mut file = fs::File::create_new(path).because(|| writing(path))?;
    std::io::Write::write_all(&mut file, text.as_bytes()).because(|| writing(path))
}

/// Writes a file that this program makes, over its earlier self; the caller has looked that it is none of the user's.
pub fn write_own(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).because(|| making_folder(folder))?;
    }
    fs::write(path, text).because(|| writing(path))
}

impl Staging {
    /// Puts the new site in the old one's place, in one step, and clears the old one away.
    pub fn publish(self, about: Manifest) -> Result<Published> {
        let mut entries = std::mem::take(&mut *self.entries.lock().unwrap_or_else(PoisonError::into_inner));
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        let published =
            Published { files: entries.len() + 1, bytes: entries.iter().map(|(_, entry)| entry.ukuran).sum() };
        let manifest = Manifest { berkas: entries.into_iter().collect(), ..about };
        self.write(MANIFEST, manifest.to_json()?.as_bytes())?;
        self.carry_over()?;
        swap(&self.beside.join("baru"), &self.output, &self.beside.join("lama"))?;
        clear(&self.beside)?;
        self.simpanan.forget_unused();
        Ok(published)
    }

    /// Files whose names begin with a dot are the owner's (`.gitignore`, `.well-known`), and stay.
    fn carry_over(&self) -> Result<()> {
        for name in crate::source::names(&self.output)?.into_iter().filter(|name| name.starts_with('.')) {
            let (from, to) = (self.output.join(&name), self.beside.join("baru").join(&name));
            copy(&from, &to).because(|| {
                let from = from.display();
                kata(format!("membawa serta {from}"), format!("carrying over {from}"))
            })?;
        }
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let sound = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if !sound {
            return Err(refused(kata(
                format!("alamat berkas keluar dari folder situs: {path}"),
                format!("the address of a file leads out of the site's folder: {path}"),
            )));
        }
        let file = self.beside.join("baru").join(path);
        if let Some(folder) = file.parent() {
            self.make(folder)?;
        }
        fs::write(&file, bytes).because(|| writing(Path::new(path)))
    }

    fn make(&self, folder: &Path) -> Result<()> {
        let mut made = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if !made.contains(folder) {
            fs::create_dir_all(folder).because(|| making_folder(folder))?;
            made.insert(folder.to_owned());
        }
        Ok(())
    }
}

impl Sink for Staging {
    fn put(&self, file: File) -> Result<Cap> {
        self.write(&file.path, &file.bytes)?;
        let cap = Cap::of(&file.bytes);
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).push((file.path, cap.into()));
        Ok(cap)
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.simpanan.get(name)
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.simpanan.put(name, bytes);
    }
}

/// A build that fails leaves nothing behind.
impl Drop for Staging {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.beside.join("baru"));
    }
}

/// The folder beside the output: on the same disk, so that the trees can change places.
fn beside(output: &Path) -> Result<PathBuf> {
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
    let beside = output.with_file_name(format!(".{}.pilkada", name.to_string_lossy()));
    if beside.is_symlink() {
        return Err(is_link(&beside));
    }
    Ok(beside)
}

fn lock(path: &Path) -> Result<fs::File> {
    // Not emptied: should it be a link to something else, that stays as it is.
    let file = fs::OpenOptions::new().write(true).create(true).truncate(false).open(path);
    let file = file.because(|| writing(path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
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

/// Brings the old site back if a build was killed between the two steps of a swap, and clears away what it left.
fn recover(output: &Path, beside: &Path) -> Result<()> {
    let old = beside.join("lama");
    if !output.exists() && old.exists() {
        fs::rename(&old, output).because(|| {
            let output = output.display();
            kata(format!("mengembalikan {output}"), format!("bringing back {output}"))
        })?;
    }
    clear(beside)
}

fn clear(beside: &Path) -> Result<()> {
    for name in ["baru", "lama"] {
        let folder = beside.join(name);
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).because(|| {
                    let folder = folder.display();
                    kata(format!("menghapus {folder}"), format!("deleting {folder}"))
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Nothing a person put into the folder is thrown away: then he is asked first, by refusing.
fn refuse_foreign(output: &Path) -> Result<()> {
    if !output.exists() {
        return Ok(());
    }
    let known = Manifest::read(&output.join(MANIFEST));
    for entry in WalkDir::new(output).min_depth(1).into_iter().filter_entry(|entry| !is_own(entry)) {
        let entry = entry.because(|| {
            let output = output.display();
            kata(format!("membaca folder {output}"), format!("reading the folder {output}"))
        })?;
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

fn making_folder(folder: &Path) -> Kata {
    let folder = folder.display();
    kata(format!("membuat folder {folder}"), format!("making the folder {folder}"))
}

fn writing(path: &Path) -> Kata {
    let path = path.display();
    kata(format!("menulis {path}"), format!("writing {path}"))
}

fn is_link(path: &Path) -> anyhow::Error {
    let path = path.display();
    refused(kata(
        format!("{path} adalah tautan simbolik; hasil tidak ditulis melalui tautan"),
        format!("{path} is a symbolic link; the site is not written through links"),
    ))
}

fn foreign(path: &Path) -> anyhow::Error {
    let path = path.display();
    refused(kata(
        format!("{path} bukan buatan pilkada dan akan hilang; pindahkan dulu, atau pilih folder lain dengan --output"),
        format!(
            "{path} was not made by pilkada and would be lost; move it first, or choose another folder with --output"
        ),
    ))
}

/// Files at the top whose names begin with a dot are the owner's.
fn is_own(entry: &walkdir::DirEntry) -> bool {
    entry.depth() == 1 && entry.file_name().to_string_lossy().starts_with('.')
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

/// Exchanges the two folders in one step where the system can; elsewhere in two, which [`recover`] can finish.
fn swap(fresh: &Path, output: &Path, old: &Path) -> Result<()> {
    let publishing = || {
        let output = output.display();
        kata(format!("menerbitkan ke {output}"), format!("publishing to {output}"))
    };
    if !output.exists() {
        return fs::rename(fresh, output).because(publishing);
    }
    if exchange(fresh, output).is_ok() {
        return Ok(());
    }
    fs::rename(output, old).because(publishing)?;
    fs::rename(fresh, output).because(publishing)
}

#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(Into::into)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_one: &Path, _other: &Path) -> std::io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
