//! The project as one zip file: a copy to be kept elsewhere, or to be handed to whoever takes over.
//!
//! What can be made again stays out (the site, what builds keep), and so does what nobody else may have: secret keys and passwords,
//! whatever they are called. The same files give the same bytes.

use crate::bahasa::{Kata, kata};
use crate::output::MANIFEST;
use crate::output::bundle::{beside, day, method};
use crate::output::words::{reading_folder, writing};
use crate::refusal::{Because, refused};
use crate::source::CONTENT;
use crate::system;
use anyhow::Result;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The folder inside the zip.
const FOLDER: &str = "proyek";
/// Folders at the top that can be made again.
const MADE: [&str; 2] = ["node_modules", "target"];
/// Folders at the top with what files were before: no part of what they are.
const HISTORY: [&str; 2] = [".git", ".pilkada"];
/// Endings of files that hold keys and passwords.
const SECRET_ENDINGS: [&str; 8] = ["key", "kunci", "pem", "p12", "pfx", "kdbx", "jks", "ppk"];
/// Names of such files.
const SECRET_NAMES: [&str; 7] = [".env", ".htpasswd", ".netrc", "id_rsa", "id_ecdsa", "id_ed25519", "kata-sandi.txt"];
/// What a secret key begins with, on a line of its own: of minisign under a passphrase, and without one.
const SECRET_KEYS: [&str; 2] = ["RWRTY0Iy", "RWQAAEIy"];
/// What a key in PEM says of itself.
const PRIVATE_KEY: &str = "PRIVATE KEY-----";
/// How much of a file is looked at for a key; keys are short.
const KEY_IN: u64 = 8192;

/// What is packed, and where to.
#[derive(Debug, Clone, Copy)]
pub struct Order<'o> {
    /// The project's folder.
    pub root: &'o Path,
    /// The folder of the published site, which stays out.
    pub output: &'o Path,
    /// The zip.
    pub target: &'o Path,
    /// The day that its files bear.
    pub hari: &'o str,
}

/// What was packed.
#[derive(Debug, Default)]
pub struct Packed {
    /// How many files, by the name at the top that they lie below.
    pub files: BTreeMap<String, usize>,
    /// How many bytes the zip has.
    pub bytes: u64,
    /// What was left out, by path, and why.
    pub left_out: BTreeMap<String, Why>,
}

/// Why something is not packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The site, and what builds and other programs keep.
    Made,
    /// What files were before.
    History,
    /// A key or a password.
    Secret,
    /// A link, a pipe, a device: no file.
    NoFile,
    /// A zip at the top: an earlier copy, or the packed site.
    Zip,
}

impl Why {
    /// In words.
    pub fn words(self) -> Kata {
        match self {
            Self::Made => kata("bisa dibuat lagi", "can be made again"),
            Self::History => kata("riwayat, disimpan tersendiri", "history, kept by itself"),
            Self::Secret => kata("kunci atau kata sandi", "a key or a password"),
            Self::NoFile => kata("bukan berkas biasa", "no ordinary file"),
            Self::Zip => kata("berkas zip", "a zip file"),
        }
    }
}

/// Packs a project. Nothing is written over; what is half written goes.
///
/// Fails where there is no project, where the name is taken, or where the disk refuses.
pub fn pack(order: Order<'_>) -> Result<Packed> {
    let target = order.target;
    if target.symlink_metadata().is_ok() {
        return Err(taken(target));
    }
    if !order.root.join(CONTENT).is_dir() {
        let root = order.root.display();
        return Err(refused(kata(
            format!("tidak ada folder {CONTENT}/ di {root}"),
            format!("there is no folder {CONTENT}/ in {root}"),
        )));
    }
    let half = beside(target);
    let packed = write(&half, order).and_then(|packed| {
        let bytes = half.metadata().because(|| writing(target))?.len();
        put_in_place(&half, target)?;
        Ok(Packed { bytes, ..packed })
    });
    let _ = fs::remove_file(&half);
    packed
}

/// Gives the whole zip its name. Not by `rename`, which would write over what somebody put there meanwhile; where the disk has no
/// hard links it has to do.
fn put_in_place(half: &Path, target: &Path) -> Result<()> {
    match system::link(half, target) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(taken(target)),
        Err(_) => fs::rename(half, target).because(|| writing(target)),
    }
}

fn taken(target: &Path) -> anyhow::Error {
    let target = target.display();
    refused(kata(
        format!("{target} sudah ada, dan tidak ada yang ditimpa; pilih nama lain dengan --ke"),
        format!("{target} is there, and nothing is written over; choose another name with --to"),
    ))
}

fn write(half: &Path, order: Order<'_>) -> Result<Packed> {
    let (mut packed, mut files) = (Packed::default(), Vec::new());
    let mut walk = WalkDir::new(order.root).min_depth(1).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry.because(|| reading_folder(order.root))?;
        let path = path_of(&entry, order.root)?;
        let why = left_out(&entry, &path, order, half)
            .because(|| kata(format!("membaca {path}"), format!("reading {path}")))?;
        match why {
            Some(Leave { why }) => {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                packed.left_out.extend(why.map(|why| (path, why)));
            }
            None if entry.file_type().is_file() => files.push((path, entry.into_path())),
            None => {}
        }
    }
    let mut zip = ZipWriter::new(BufWriter::new(File::create(half).because(|| writing(half))?));
    for (path, at) in files {
        put(&mut zip, half, (&path, &at), order.hari)?;
        let top = path.split_once('/').map_or("", |(top, _)| top);
        *packed.files.entry(top.to_owned()).or_default() += 1;
    }
    zip.finish().because(|| writing(half))?.flush().because(|| writing(half))?;
    Ok(packed)
}

fn put(zip: &mut ZipWriter<BufWriter<File>>, half: &Path, (path, at): (&str, &PathBuf), hari: &str) -> Result<()> {
    let reading = || kata(format!("membaca {path}"), format!("reading {path}"));
    let file = File::open(at).because(reading)?;
    let size = file.metadata().because(reading)?.len();
    let options = SimpleFileOptions::default().last_modified_time(day(hari)).unix_permissions(0o644);
    let options = options.compression_method(method(path)).large_file(size >= u64::from(u32::MAX));
    zip.start_file(format!("{FOLDER}/{path}"), options).because(|| writing(half))?;
    io::copy(&mut BufReader::new(file), zip).because(|| writing(half))?;
    Ok(())
}

/// The path of an entry below the project's folder, with `/`.
fn path_of(entry: &DirEntry, root: &Path) -> Result<String> {
    let below = entry.path().strip_prefix(root)?;
    Ok(below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// Something that is not packed; nothing is said of what nobody would miss.
struct Leave {
    why: Option<Why>,
}

/// Whether something is not packed, and why.
fn left_out(entry: &DirEntry, path: &str, order: Order<'_>, half: &Path) -> io::Result<Option<Leave>> {
    let leave = |why| Ok(Some(Leave { why: Some(why) }));
    let (name, is_top) = (entry.file_name().to_string_lossy(), entry.depth() == 1);
    if entry.path() == half {
        return Ok(Some(Leave { why: None }));
    }
    if entry.file_type().is_dir() {
        let is_kept = name.starts_with('.') && name.ends_with(".pilkada");
        let is_site = || entry.path() == order.output || entry.path().join(MANIFEST).is_file();
        let is_made = is_top && (MADE.contains(&&*name) || is_kept || is_site());
        if is_top && HISTORY.contains(&&*name) {
            return leave(Why::History);
        }
        return if is_made { leave(Why::Made) } else { Ok(None) };
    }
    if !entry.file_type().is_file() {
        return leave(Why::NoFile);
    }
    if is_top && path.to_ascii_lowercase().ends_with(".zip") {
        return leave(Why::Zip);
    }
    if is_secret(&name, entry.path())? { leave(Why::Secret) } else { Ok(None) }
}

/// Whether a file holds a key or a password, by its name or by what is in it.
fn is_secret(name: &str, at: &Path) -> io::Result<bool> {
    let small = name.to_ascii_lowercase();
    let ending = small.rsplit_once('.').map_or("", |(_, ending)| ending);
    if SECRET_ENDINGS.contains(&ending) || SECRET_NAMES.contains(&&*small) || small.starts_with(".env.") {
        return Ok(true);
    }
    let mut start = Vec::new();
    File::open(at)?.take(KEY_IN).read_to_end(&mut start)?;
    let start = String::from_utf8_lossy(&start);
    Ok(start.contains(PRIVATE_KEY)
        || start.lines().any(|line| SECRET_KEYS.iter().any(|begin| line.trim_start().starts_with(begin))))
}
