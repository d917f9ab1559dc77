//! Texts: read when they are found, or when somebody first asks for one that is known from before.

use crate::lines::Lines;
use crate::source::stamp::Stamp;
use crate::source::{Body, MAX_TABLE, MAX_TEXT, Reason};
use crate::value::encoding::Encoding;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use xxhash_rust::xxh3::xxh3_128;

/// The project on the disk.
#[derive(Debug, Default)]
pub(super) struct Project {
    /// Its folder.
    pub root: PathBuf,
    /// The path of a text that was no longer the one it was taken for when somebody asked for it.
    changed: OnceLock<String>,
    /// Where the files lie whose path has another form on the disk (Unicode NFD), by their paths.
    elsewhere: Mutex<BTreeMap<String, PathBuf>>,
    /// The bytes of pictures and attachments that lie on no disk, by their paths.
    held: BTreeMap<String, Vec<u8>>,
}

/// A text without a byte order mark.
#[derive(Debug)]
pub struct Text {
    read: OnceLock<String>,
    /// Where it is read from when somebody asks for it.
    later: Option<Arc<Project>>,
}

impl Project {
    /// The project in a folder.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), ..Self::default() }
    }

    /// Where the file at a path lies.
    pub fn at(&self, path: &str) -> PathBuf {
        let elsewhere = self.elsewhere.lock().unwrap_or_else(PoisonError::into_inner);
        elsewhere.get(path).cloned().unwrap_or_else(|| self.root.join(path))
    }

    /// Notes where the file at a path lies, where its name there has another form.
    pub fn note(&self, path: &str, at: &Path) {
        if path.is_ascii() {
            return;
        }
        let mut elsewhere = self.elsewhere.lock().unwrap_or_else(PoisonError::into_inner);
        if at.ends_with(path) {
            elsewhere.remove(path);
        } else {
            elsewhere.insert(path.to_owned(), at.to_owned());
        }
    }

    /// Holds the bytes of a picture or an attachment that lies on no disk.
    pub fn hold(&mut self, path: &str, bytes: Vec<u8>) {
        self.held.insert(path.to_owned(), bytes);
    }

    /// The bytes of a picture or an attachment that lies on no disk.
    pub fn held(&self, path: &str) -> Option<&[u8]> {
        self.held.get(path).map(Vec::as_slice)
    }

    /// The path of a text that was found to be another than it was taken for.
    pub fn changed(&self) -> Option<&str> {
        self.changed.get().map(String::as_str)
    }

    /// Reads a text that had this digest and size.
    ///
    /// Where it is another by now, that is noted, and blanks are given: what is known of the text it was (the place where its
    /// body begins, the parts of it) can be looked up in as many blanks, and nothing that is made of them is kept or shown.
    fn read(&self, path: &str, (digest, size): (u128, u64)) -> String {
        let at = self.at(path);
        let is_file = at.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        if is_file
            && let (Body::Text(text), _) = text(&at)
            && let Some(text) = text.read.into_inner()
            && xxh3_128(text.as_bytes()) == digest
        {
            return text;
        }
        // Of several, one that is named is enough.
        let _ = self.changed.set(path.to_owned());
        " ".repeat(usize::try_from(size.min(limit(&at))).unwrap_or_default())
    }
}

impl Text {
    /// A text of a project that is read later.
    pub(super) fn later(project: &Arc<Project>) -> Self {
        Self { read: OnceLock::new(), later: Some(Arc::clone(project)) }
    }

    /// The text at a path, that had this digest and size when it was found.
    pub(super) fn get(&self, path: &str, found: (u128, u64)) -> &str {
        self.read.get_or_init(|| self.later.as_ref().map_or_else(String::new, |project| project.read(path, found)))
    }

    /// Whether it is in memory.
    pub fn is_read(&self) -> bool {
        self.read.get().is_some()
    }

    /// Whether it was found as it was remembered.
    pub(super) fn is_known(&self) -> bool {
        self.later.is_some()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self { read: text.into(), later: None }
    }
}

/// The text of a file, and what the disk said of it before it was read.
pub(super) fn text(at: &Path) -> (Body, Option<Stamp>) {
    let limit = limit(at);
    let too_large = |size| Body::Refused(Reason::TooLarge { size, limit });
    let unreadable = |error: io::Error| Body::Refused(Reason::Unreadable(error.to_string()));
    match open(at) {
        Ok((_, stamp)) if stamp.size > limit => (too_large(stamp.size), None),
        Ok((file, stamp)) => (whole(file, stamp.size).map_or_else(unreadable, decode), Some(stamp)),
        // What is too large says so, also where nobody may open it.
        Err(error) => match at.symlink_metadata() {
            Ok(metadata) if metadata.len() > limit => (too_large(metadata.len()), None),
            _ => (unreadable(error), None),
        },
    }
}

/// The most bytes that a text at a place may have.
pub(super) fn limit(at: &Path) -> u64 {
    if at.ends_with("tps.csv") { MAX_TABLE } else { MAX_TEXT }
}

/// A file and what the disk says of it.
fn open(at: &Path) -> io::Result<(File, Stamp)> {
    let file = File::open(at)?;
    let stamp = Stamp::of(&file.metadata()?);
    Ok((file, stamp))
}

/// All bytes of a file that has so many, in one reading where the system gives them in one.
fn whole(mut file: File, size: u64) -> io::Result<Vec<u8>> {
    let size = usize::try_from(size).unwrap_or_default();
    // With room for one more: a reading that leaves it empty has come to the end, and no other need tell.
    let mut bytes = vec![0; size + 1];
    let mut filled = 0;
    while filled < size {
        match file.read(&mut bytes[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    bytes.truncate(filled);
    if size == 0 || filled > size {
        // It grew meanwhile, or the system does not know its size.
        file.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Bytes as a text, where they are one.
pub(super) fn decode(mut bytes: Vec<u8>) -> Body {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    // UTF-16 of plain letters is sound UTF-8, full of noughts.
    if memchr::memchr(0, &bytes).is_some()
        && let Some((encoding, _)) = Encoding::decode(&bytes)
    {
        let byte = bytes.first().copied().unwrap_or_default();
        return Body::Refused(Reason::NotText { line: 1, column: 1, byte, encoding: Some(encoding) });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Body::Text(text.into()),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let before = String::from_utf8_lossy(&bytes[..good]);
            let (line, column) = Lines::of(&before).position(&before, before.len());
            let encoding = Encoding::decode(bytes).map(|(encoding, _)| encoding);
            Body::Refused(Reason::NotText { line, column, byte: bytes[good], encoding })
        }
    }
}
