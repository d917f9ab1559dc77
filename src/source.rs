//! Reads the project's folders: the only module that reads the disk.
//!
//! Nothing outside the folders is read and no symbolic link is followed. What cannot be read is kept with its reason,
//! so that a later stage can say it.
#![expect(clippy::disallowed_methods, reason = "this is the module that reads the disk")]

use crate::bahasa::kata;
use crate::refusal::{Because, refused};
use crate::value::piksel::Piksel;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::xxh3_128;

/// The folder of records and news.
pub const CONTENT: &str = "content";
/// The folder of themes.
pub const THEMES: &str = "themes";
/// The folder of the site's own templates.
pub const TEMPLATES: &str = "templates";

/// The largest record or article, in bytes: a hundred times the longest one known, and no memory bomb.
pub const MAX_TEXT: u64 = 1 << 20;
/// The largest picture or attachment, in bytes.
pub const MAX_MEDIA: u64 = 20 << 20;

/// How much of a JPEG is read for its width and height: what a camera writes before them is shorter.
const PICTURE_START: u64 = 1 << 17;

/// A file of the project, as it lies on the disk.
#[derive(Debug)]
pub struct Source {
    /// The path below the project's folder, with `/`, such as `content/situs.yaml`.
    pub path: String,
    /// The digest of a text (XXH3, 128 bits): another text has another. It is no seal. A picture or an attachment is not
    /// read for it: its is of the size, the times and the number that the disk has for it, and another copy has another.
    pub sidik: u128,
    /// What is in it.
    pub body: Body,
}

/// What is in a file.
#[derive(Debug)]
pub enum Body {
    /// Text without a byte order mark.
    Text(String),
    /// A picture or an attachment; read when it is published.
    Media(Media),
    /// Not read, for this reason.
    Refused(Reason),
}

/// What is known of a picture or an attachment before it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// Its size in bytes.
    pub size: u64,
    /// Its width and height, where it is a picture of a kind we know.
    pub piksel: Option<Piksel>,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A symbolic link.
    Link,
    /// A pipe, a socket, a device: reading it might never end.
    Special,
    /// Larger than its kind may be, in bytes.
    TooLarge {
        /// Its size.
        size: u64,
        /// The most it may have.
        limit: u64,
    },
    /// Not UTF-8 from this byte on.
    NotText {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// The byte found there.
        byte: u8,
    },
    /// The system refused, in its own words.
    Unreadable(String),
}

/// The project's files by path.
#[derive(Debug, Default)]
pub struct Sources {
    files: BTreeMap<String, Arc<Source>>,
    root: PathBuf,
    media_written: Option<SystemTime>,
}

/// What the disk says of a file without reading it.
#[derive(Debug, Clone, Copy, Default)]
struct Stamp {
    /// When it was last written.
    modified: Option<SystemTime>,
    /// When anything about it last changed, in seconds and billionths, and its number; 0 where the system has none.
    changed: (i64, i64),
    number: u64,
}

impl Stamp {
    #[cfg(unix)]
    fn of(metadata: &fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let changed = (metadata.ctime(), metadata.ctime_nsec());
        Self { modified: metadata.modified().ok(), changed, number: metadata.ino() }
    }

    #[cfg(not(unix))]
    fn of(metadata: &fs::Metadata) -> Self {
        Self { modified: metadata.modified().ok(), ..Self::default() }
    }

    /// The later of the two times.
    fn written(&self) -> Option<SystemTime> {
        let changed = u64::try_from(self.changed.0).ok().map(|seconds| UNIX_EPOCH + Duration::from_secs(seconds));
        self.modified.max(changed)
    }
}

impl Source {
    /// A file with its digest.
    fn new(path: String, body: Body, stamp: Stamp) -> Self {
        let sidik = match &body {
            Body::Text(text) => xxh3_128(text.as_bytes()),
            Body::Media(media) => {
                let Stamp { modified, changed, number } = stamp;
                xxh3_128(format!("{} {modified:?} {changed:?} {number}", media.size).as_bytes())
            }
            Body::Refused(_) => 0,
        };
        Self { path, sidik, body }
    }

    /// The text, if the file has one.
    pub fn text(&self) -> &str {
        match &self.body {
            Body::Text(text) => text,
            Body::Media(_) | Body::Refused(_) => "",
        }
    }

    /// The path below `content/`.
    pub fn name(&self) -> &str {
        self.path.strip_prefix("content/").unwrap_or(&self.path)
    }
}

impl Sources {
    /// When a picture or an attachment was last written, to the second where the disk says no better.
    pub fn media_written(&self) -> Option<SystemTime> {
        self.media_written
    }

    /// All files in order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.files.values()
    }

    /// The files below a folder, in order of their paths.
    pub fn below<'s>(&'s self, folder: &str) -> impl Iterator<Item = &'s Arc<Source>> + use<'s> {
        let prefix = format!("{folder}/");
        let start = prefix.clone();
        self.files.range(start..).map(|(_, file)| file).take_while(move |file| file.path.starts_with(&prefix))
    }

    /// The file at a path below the project's folder.
    pub fn get(&self, path: &str) -> Option<&Arc<Source>> {
        self.files.get(path)
    }

    /// The bytes of a file; pictures are read from the disk now. What was refused once is not read later.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>> {
        match self.files.get(path).map(|file| &file.body) {
            Some(Body::Text(text)) => Ok(text.clone().into_bytes()),
            Some(Body::Media(_)) => {
                fs::read(self.root.join(path)).because(|| kata(format!("membaca {path}"), format!("reading {path}")))
            }
            Some(Body::Refused(_)) | None => {
                Err(refused(kata(format!("{path} tidak bisa dibaca"), format!("{path} cannot be read"))))
            }
        }
    }

    /// The first and the last so many bytes of a file, without what lies between them.
    pub fn ends(&self, path: &str, most: u64) -> Result<Vec<u8>> {
        match self.files.get(path).map(|file| &file.body) {
            Some(Body::Media(media)) if media.size > most * 2 => {
                ends(&self.root.join(path), most).because(|| kata(format!("membaca {path}"), format!("reading {path}")))
            }
            _ => self.bytes(path),
        }
    }

    /// Sources that were never on a disk: tests, and the files that `pilkada new` would write.
    pub fn from_texts<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let files = texts.into_iter().map(|(path, text)| {
            let media = || Media { size: text.len() as u64, piksel: Piksel::of(text.as_bytes()) };
            let body = if is_text(path) { decode(text.as_bytes().to_vec()) } else { Body::Media(media()) };
            (path.to_owned(), Arc::new(Source::new(path.to_owned(), body, Stamp::default())))
        });
        Self { files: files.collect(), root: PathBuf::new(), media_written: None }
    }
}

/// Reads everything below `content/`, `themes/` and `templates/` of the project in `root`.
///
/// Fails only when `root` itself or its `content/` cannot be opened.
pub fn read(root: &Path) -> Result<Sources> {
    let content = root.join(CONTENT);
    if !content.is_dir() {
        let root = root.display();
        return Err(refused(kata(
            format!("tidak ada folder {CONTENT}/ di {root}"),
            format!("there is no folder {CONTENT}/ in {root}"),
        )));
    }
    let found: Vec<Found> = [CONTENT, THEMES, TEMPLATES].iter().flat_map(|folder| walk(root, folder)).collect();
    let media_written =
        found.iter().filter(|found| !is_text(&found.path)).filter_map(|found| found.stamp.written()).max();
    let files: Vec<Source> = found.into_par_iter().map(|found| load(root, found)).collect();
    let files = files.into_iter().map(|file| (file.path.clone(), Arc::new(file)));
    Ok(Sources { files: files.collect(), root: root.to_owned(), media_written })
}

/// The whole text of a file outside the three folders, if it is there, is a file and is text.
pub fn text(path: &Path) -> Option<String> {
    let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
    is_file.then(|| fs::read_to_string(path).ok()).flatten()
}

/// The names in a folder, in order; empty when there is no such folder.
pub fn names(path: &Path) -> Result<Vec<String>> {
    let reading = || {
        let path = path.display();
        kata(format!("membaca folder {path}"), format!("reading the folder {path}"))
    };
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).because(reading),
    };
    let names: std::io::Result<Vec<String>> =
        entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned())).collect();
    let mut names = names.because(reading)?;
    names.sort();
    Ok(names)
}

/// Something found on the walk.
struct Found {
    path: String,
    refused: Option<Reason>,
    size: u64,
    stamp: Stamp,
}

fn walk(root: &Path, folder: &str) -> Vec<Found> {
    let start = root.join(folder);
    if !start.exists() {
        return Vec::new();
    }
    WalkDir::new(&start)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy()))
        .filter_map(|entry| match entry {
            Ok(entry) if entry.file_type().is_dir() => None,
            Ok(entry) => Some(found(root, &entry)),
            Err(error) => Some(Found {
                path: error.path().map_or_else(|| folder.to_owned(), |path| relative(root, path)),
                refused: Some(Reason::Unreadable(error.to_string())),
                size: 0,
                stamp: Stamp::default(),
            }),
        })
        .collect()
}

fn found(root: &Path, entry: &DirEntry) -> Found {
    let metadata = entry.metadata().ok();
    Found {
        path: relative(root, entry.path()),
        refused: unread(entry),
        size: metadata.as_ref().map_or(0, fs::Metadata::len),
        stamp: metadata.as_ref().map(Stamp::of).unwrap_or_default(),
    }
}

/// Why something found on the walk is not read, whatever is in it.
fn unread(entry: &DirEntry) -> Option<Reason> {
    if entry.path_is_symlink() {
        return Some(Reason::Link);
    }
    (!entry.file_type().is_file()).then_some(Reason::Special)
}

/// Files that editors and systems leave behind and nobody means to publish.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
}

fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn load(root: &Path, found: Found) -> Source {
    let body = match found.refused {
        Some(reason) => Body::Refused(reason),
        None => load_body(root, &found),
    };
    Source::new(found.path, body, found.stamp)
}

fn load_body(root: &Path, found: &Found) -> Body {
    let text = is_text(&found.path);
    let limit = if text { MAX_TEXT } else { MAX_MEDIA };
    if found.size > limit {
        return Body::Refused(Reason::TooLarge { size: found.size, limit });
    }
    if !text {
        return Body::Media(Media { size: found.size, piksel: piksel(&root.join(&found.path)) });
    }
    match fs::read(root.join(&found.path)) {
        Ok(bytes) => decode(bytes),
        Err(error) => Body::Refused(Reason::Unreadable(error.to_string())),
    }
}

/// The size of a picture, from its beginning only: a site may hold thousands.
fn piksel(path: &Path) -> Option<Piksel> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    let wanted = match ending.as_str() {
        "jpg" | "jpeg" => PICTURE_START,
        "png" | "webp" => 32,
        _ => return None,
    };
    let mut start = Vec::new();
    fs::File::open(path).ok()?.take(wanted).read_to_end(&mut start).ok()?;
    Piksel::of(&start)
}

/// Whether a file is read as text, by its ending.
fn is_text(path: &str) -> bool {
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, end)| end);
    ["yaml", "yml", "md", "html", "css", "js", "txt", "xml", "svg", "csv", "json"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}

fn ends(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut file = fs::File::open(path)?;
    let mut bytes = Vec::new();
    (&mut file).take(most).read_to_end(&mut bytes)?;
    file.seek(SeekFrom::End(-most.cast_signed()))?;
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn decode(mut bytes: Vec<u8>) -> Body {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Body::Text(text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let before = String::from_utf8_lossy(&bytes[..good]);
            let (line, column) = line_column(&before, before.len());
            Body::Refused(Reason::NotText { line, column, byte: bytes[good] })
        }
    }
}

/// The line and column, both from 1, of a byte in a text. Columns count characters.
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}

/// The bytes of a line, from 1, without its end.
pub fn line_range(text: &str, line: usize) -> Range<usize> {
    let mut start = 0;
    for (number, content) in (1..).zip(text.split_inclusive('\n')) {
        if number == line {
            return start..start + content.trim_end_matches(['\n', '\r']).len();
        }
        start += content.len();
    }
    text.len()..text.len()
}
