//! Finds the files of a folder and reads them, on all cores.

use crate::source::{Body, MAX_MEDIA, MAX_TEXT, Media, Reason, Source, Stamp, decode, is_hidden, is_text};
use crate::value::piksel::Piksel;
use rayon::prelude::*;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// How much of a JPEG is read for its width and height: what a camera writes before them is shorter.
const PICTURE_START: u64 = 1 << 17;

/// Reads the file or everything in the folder at a path below the project's; nothing where there is none.
pub(super) fn read(root: &Path, path: &str) -> Vec<Arc<Source>> {
    let start = root.join(path);
    // Only a folder directly in the project's may be a link: it is followed, and said.
    let is_top = !path.contains('/');
    let is_there = if is_top { start.exists() } else { start.symlink_metadata().is_ok() };
    if !is_there {
        return Vec::new();
    }
    let below = |at: &Path| format!("{path}{}", part_below(&start, at));
    let entries = WalkDir::new(&start)
        .follow_root_links(is_top)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy()))
        .filter(|entry| !entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir()));
    // One core walks, and whoever is free reads what it finds.
    let mut files: Vec<(usize, Source)> = entries
        .enumerate()
        .par_bridge()
        .map(|(number, entry)| match entry {
            Ok(entry) => (number, load(&entry, below(entry.path()))),
            Err(error) => {
                let reason = Reason::Unreadable(error.to_string());
                let path = error.path().map_or_else(|| path.to_owned(), below);
                (number, Source::new(path, Body::Refused(reason), Stamp::default()))
            }
        })
        .collect();
    files.sort_unstable_by_key(|(number, _)| *number);
    files.into_iter().map(|(_, file)| Arc::new(file)).collect()
}

/// What a path adds to that of the folder the walk began in: `/berita/x.md`.
fn part_below(start: &Path, at: &Path) -> String {
    let bytes = at.as_os_str().as_encoded_bytes();
    let below = bytes.get(start.as_os_str().len()..).unwrap_or_default();
    let below = String::from_utf8_lossy(below);
    if MAIN_SEPARATOR == '/' { below.into_owned() } else { below.replace(MAIN_SEPARATOR, "/") }
}

fn load(entry: &DirEntry, path: String) -> Source {
    let stamp = Stamp::default();
    if let Some(reason) = unread(entry) {
        return Source::new(path, Body::Refused(reason), stamp);
    }
    if is_text(&path) {
        return Source::new(path, text(entry.path()), stamp);
    }
    let metadata = entry.metadata().ok();
    let size = metadata.as_ref().map_or(0, fs::Metadata::len);
    if size > MAX_MEDIA {
        return Source::new(path, Body::Refused(Reason::TooLarge { size, limit: MAX_MEDIA }), stamp);
    }
    let media = Media { size, piksel: piksel(entry.path()) };
    Source::new(path, Body::Media(media), metadata.as_ref().map(Stamp::of).unwrap_or_default())
}

/// Why something found on the walk is not read, whatever is in it.
fn unread(entry: &DirEntry) -> Option<Reason> {
    if entry.path_is_symlink() {
        return Some(Reason::Link);
    }
    (!entry.file_type().is_file()).then_some(Reason::Special)
}

fn text(at: &Path) -> Body {
    let too_large = |size| Body::Refused(Reason::TooLarge { size, limit: MAX_TEXT });
    match open(at) {
        Ok((_, size)) if size > MAX_TEXT => too_large(size),
        Ok((file, size)) => match whole(file, size) {
            Ok(bytes) => decode(bytes),
            Err(error) => Body::Refused(Reason::Unreadable(error.to_string())),
        },
        // What is too large says so, also where nobody may open it.
        Err(error) => match at.symlink_metadata() {
            Ok(metadata) if metadata.len() > MAX_TEXT => too_large(metadata.len()),
            _ => Body::Refused(Reason::Unreadable(error.to_string())),
        },
    }
}

/// A file and its size.
fn open(at: &Path) -> std::io::Result<(File, u64)> {
    let file = File::open(at)?;
    let size = file.metadata()?.len();
    Ok((file, size))
}

/// All bytes of a file that has so many, in one reading where the system gives them in one.
fn whole(mut file: File, size: u64) -> std::io::Result<Vec<u8>> {
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

/// The size of a picture, from its beginning only: a site may hold thousands.
fn piksel(path: &Path) -> Option<Piksel> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    let wanted = match ending.as_str() {
        "jpg" | "jpeg" => PICTURE_START,
        "png" | "webp" => 32,
        _ => return None,
    };
    let mut start = Vec::new();
    File::open(path).ok()?.take(wanted).read_to_end(&mut start).ok()?;
    Piksel::of(&start)
}
