//! Publishes the site on the disk, all or nothing: the only module that writes it.
//!
//! A site is written into a fresh folder beside `output/`, then the two folders change places in one step. Whoever reads
//! `output/` sees the old site or the new one. What a killed build leaves behind, the next one clears away.
#![expect(clippy::disallowed_methods, reason = "this is the module that writes the disk")]

pub mod manifest;

use crate::output::manifest::{Entry, Manifest};
use crate::render::sink::{File, Sink};
use anyhow::{Context, Result, bail};
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
    /// The folder beside it that holds the lock and the two trees in waiting.
    beside: PathBuf,
    /// Held until the end; the system lets go of it also when we are killed.
    _lock: fs::File,
    folders: Mutex<BTreeSet<PathBuf>>,
    entries: Mutex<Vec<(String, Entry)>>,
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
    fs::create_dir_all(&beside).with_context(|| format!("membuat folder {}", beside.display()))?;
    let lock = lock(&beside.join("kunci"))?;
    recover(output, &beside)?;
    refuse_foreign(output)?;
    let fresh = beside.join("baru");
    fs::create_dir(&fresh).with_context(|| format!("membuat folder {}", fresh.display()))?;
    Ok(Staging { output: output.to_owned(), beside, _lock: lock, folders: Mutex::default(), entries: Mutex::default() })
}

/// Writes a file that must not be there yet, with the folders around it; an existing one is left as it is.
pub fn create(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("membuat folder {}", folder.display()))?;
    }
    let mut file = fs::File::create_new(path).with_context(|| format!("membuat berkas {}", path.display()))?;
    std::io::Write::write_all(&mut file, text.as_bytes()).with_context(|| format!("menulis {}", path.display()))
}

/// Writes a file that this program makes, over its earlier self; the caller has looked that it is none of the user's.
pub fn write_own(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("membuat folder {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("menulis {}", path.display()))
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
        Ok(published)
    }

    /// Files whose names begin with a dot are the owner's (`.gitignore`, `.well-known`), and stay.
    fn carry_over(&self) -> Result<()> {
        for name in crate::source::names(&self.output)?.into_iter().filter(|name| name.starts_with('.')) {
            let (from, to) = (self.output.join(&name), self.beside.join("baru").join(&name));
            copy(&from, &to).with_context(|| format!("membawa serta {}", from.display()))?;
        }
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let sound = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        anyhow::ensure!(sound, "alamat berkas keluar dari folder situs: {path}");
        let file = self.beside.join("baru").join(path);
        if let Some(folder) = file.parent() {
            self.make(folder)?;
        }
        fs::write(&file, bytes).with_context(|| format!("menulis {path}"))
    }

    fn make(&self, folder: &Path) -> Result<()> {
        let mut made = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if !made.contains(folder) {
            fs::create_dir_all(folder).with_context(|| format!("membuat folder {}", folder.display()))?;
            made.insert(folder.to_owned());
        }
        Ok(())
    }
}

impl Sink for Staging {
    fn put(&self, file: File) -> Result<()> {
        self.write(&file.path, &file.bytes)?;
        let entry = Entry::of(&file.bytes);
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).push((file.path, entry));
        Ok(())
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
        bail!("{} adalah tautan simbolik; hasil tidak ditulis melalui tautan", output.display());
    }
    if output.exists() && !output.is_dir() {
        bail!("{} bukan folder", output.display());
    }
    let name = output.file_name().with_context(|| format!("{} tidak bernama", output.display()))?;
    let beside = output.with_file_name(format!(".{}.pilkada", name.to_string_lossy()));
    if beside.is_symlink() {
        bail!("{} adalah tautan simbolik; hasil tidak ditulis melalui tautan", beside.display());
    }
    Ok(beside)
}

fn lock(path: &Path) -> Result<fs::File> {
    // Not emptied: should it be a link to something else, that stays as it is.
    let file = fs::OpenOptions::new().write(true).create(true).truncate(false).open(path);
    let file = file.with_context(|| format!("membuat {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => bail!("build lain sedang menulis folder yang sama; tunggu sampai selesai"),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("mengunci {}", path.display())),
    }
}

/// Brings the old site back if a build was killed between the two steps of a swap, and clears away what it left.
fn recover(output: &Path, beside: &Path) -> Result<()> {
    let old = beside.join("lama");
    if !output.exists() && old.exists() {
        fs::rename(&old, output).with_context(|| format!("mengembalikan {}", output.display()))?;
    }
    clear(beside)
}

fn clear(beside: &Path) -> Result<()> {
    for name in ["baru", "lama"] {
        let folder = beside.join(name);
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("menghapus {}", folder.display()));
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
        let entry = entry.with_context(|| format!("membaca folder {}", output.display()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path: Vec<_> = entry.path().strip_prefix(output)?.iter().map(|part| part.to_string_lossy()).collect();
        let path = path.join("/");
        if path != MANIFEST && !known.as_ref().is_some_and(|known| known.berkas.contains_key(&path)) {
            bail!(
                "{} bukan buatan pilkada dan akan hilang; pindahkan dulu, atau pilih folder lain dengan --output",
                entry.path().display()
            );
        }
    }
    Ok(())
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
    let context = || format!("menerbitkan ke {}", output.display());
    if !output.exists() {
        return fs::rename(fresh, output).with_context(context);
    }
    if exchange(fresh, output).is_ok() {
        return Ok(());
    }
    fs::rename(output, old).with_context(context)?;
    fs::rename(fresh, output).with_context(context)
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
