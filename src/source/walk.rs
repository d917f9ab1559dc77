//! Finds the files of a folder and reads those that are not known, on all cores.

use crate::source::LONGEST_NAME;
use crate::source::stamp::{Stamp, StampCache};
use crate::source::text::{Project, Text, text};
use crate::source::{Body, MAX_MEDIA, MAX_TEXT, Media, Reason, Source, is_attachment, is_hidden, is_text};
use crate::value::format::{self, Format};
use crate::value::jalur::one_form;
use crate::value::teks::visible;
use rayon::prelude::*;
use std::borrow::Cow;
use std::fs::{self, DirEntry, File, FileType, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How much of a JPEG is read for its width and height: what a camera writes before them is shorter.
const PICTURE_START: u64 = 1 << 17;

/// What is walked, and what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Walk<'w> {
    /// The project.
    pub project: &'w Arc<Project>,
    /// What is remembered of its texts.
    pub known: &'w StampCache,
}

/// A folder: where it is on the disk, and its path below the project's.
struct Folder {
    at: PathBuf,
    path: String,
}

/// A file, or a folder to look into.
enum Found<F> {
    File(Arc<Source>),
    Folder(F),
}

impl Walk<'_> {
    /// Reads the file or everything in the folder at a path below the project's, in order of the paths; nothing where there
    /// is none.
    pub fn read(self, path: &str) -> Vec<Arc<Source>> {
        let start = Folder { at: self.project.root.join(path), path: path.to_owned() };
        let Ok(metadata) = start.at.symlink_metadata() else { return Vec::new() };
        if metadata.is_dir() {
            return self.below(start);
        }
        // Only a folder directly in the project's may be a link: it is followed, and said.
        let is_top = !path.contains('/');
        if is_top && !start.at.exists() {
            return Vec::new();
        }
        let file = self.load(path.to_owned(), Ok(metadata), &|| start.at.clone());
        let linked = if is_top && start.at.is_dir() { self.below(start) } else { Vec::new() };
        [vec![Arc::new(file)], linked].concat()
    }

    /// Reads everything in a folder: level by level, for one walk through all of them keeps one core busy only.
    fn below(self, start: Folder) -> Vec<Arc<Source>> {
        let mut level = vec![start];
        let mut all: Vec<Vec<Found<usize>>> = Vec::new();
        let mut folders = 0;
        while !level.is_empty() {
            let found: Vec<Vec<Found<Folder>>> = level.par_iter().map(|folder| self.within(folder)).collect();
            level.clear();
            for within in found {
                let numbered = within.into_iter().map(|found| match found {
                    Found::File(file) => Found::File(file),
                    Found::Folder(folder) => {
                        level.push(folder);
                        folders += 1;
                        Found::Folder(folders)
                    }
                });
                all.push(numbered.collect());
            }
        }
        in_order(all)
    }

    /// What is in a folder, in order of the paths of all that is below.
    fn within(self, folder: &Folder) -> Vec<Found<Folder>> {
        let entries = match entries(folder) {
            Ok(entries) => entries,
            Err(error) => return vec![Found::File(Arc::new(unreadable(folder.path.clone(), &error)))],
        };
        let found = entries.into_par_iter().map(|Entry { mut path, kind, named }| {
            if let Cow::Owned(seen) = visible(&path) {
                let seen = seen.trim_end_matches('/').to_owned();
                return Found::File(Arc::new(Source::new(seen, Body::Refused(Reason::Name), None)));
            }
            let name = path.trim_end_matches('/').rsplit('/').next().map_or(0, str::len);
            if name > LONGEST_NAME {
                let path = path.trim_end_matches('/').to_owned();
                return Found::File(Arc::new(Source::new(path, Body::Refused(Reason::LongName(name)), None)));
            }
            if kind.is_dir() {
                path.pop();
                return Found::Folder(Folder { at: named.path(), path });
            }
            self.project.note(&path, &named.path());
            Found::File(Arc::new(self.load(path, named.metadata(), &|| named.path())))
        });
        found.collect()
    }

    /// A file of which the disk says this much; `at` is where it is.
    fn load(self, path: String, metadata: io::Result<Metadata>, at: &dyn Fn() -> PathBuf) -> Source {
        let metadata = match metadata {
            Ok(metadata) => metadata,
            Err(error) => return unreadable(path, &error),
        };
        if let Some(reason) = unread(metadata.file_type()) {
            return Source::new(path, Body::Refused(reason), None);
        }
        let stamp = Stamp::of(&metadata);
        // A table may be longer than any record.
        let is_long = stamp.size > MAX_TEXT && is_attachment(&path);
        if !is_text(&path) || is_long {
            return media(path, stamp, &at());
        }
        if let Some(digest) = stamp.mark(&path).and_then(|mark| self.known.digest(mark)) {
            return Source::with(path, Body::Text(Text::later(self.project)), digest, Some(stamp));
        }
        match text(&at()) {
            // It is published as it is, whatever it is written in.
            (Body::Refused(Reason::NotText { .. }), Some(stamp)) if is_attachment(&path) => media(path, stamp, &at()),
            (body, stamp) => Source::new(path, body, stamp),
        }
    }
}

/// A picture or an attachment.
fn media(path: String, stamp: Stamp, at: &Path) -> Source {
    let body = match stamp.size {
        size if size > MAX_MEDIA => Body::Refused(Reason::TooLarge { size, limit: MAX_MEDIA }),
        size => Body::Media(Media::of(size, &start(at))),
    };
    Source::new(path, body, Some(stamp))
}

/// The files in the folders, each folder's where its number stands; the first folder has the number 0.
fn in_order(mut all: Vec<Vec<Found<usize>>>) -> Vec<Arc<Source>> {
    let mut files = Vec::new();
    let mut open = vec![std::mem::take(&mut all[0]).into_iter()];
    while let Some(folder) = open.last_mut() {
        match folder.next() {
            Some(Found::File(file)) => files.push(file),
            Some(Found::Folder(number)) => open.push(std::mem::take(&mut all[number]).into_iter()),
            None => _ = open.pop(),
        }
    }
    files
}

/// What a folder has under a name.
struct Entry {
    /// The path below the project's; that of a folder ends with `/`, so that what is in it stands where the folder does.
    path: String,
    kind: FileType,
    named: DirEntry,
}

/// What is in a folder, in order.
fn entries(folder: &Folder) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    // Not `WalkDir`: it opens each folder in this one too, only to leave it again.
    for named in fs::read_dir(&folder.at)? {
        let named = named?;
        let (name, kind) = (named.file_name(), named.file_type()?);
        let name = name.to_string_lossy();
        if !is_hidden(&folder.path, &name) {
            let path = [folder.path.as_str(), "/", &one_form(&name), if kind.is_dir() { "/" } else { "" }].concat();
            entries.push(Entry { path, kind, named });
        }
    }
    // Names that are no text may look the same.
    let order = |a: &Entry, b: &Entry| a.path.cmp(&b.path).then_with(|| a.named.file_name().cmp(&b.named.file_name()));
    entries.sort_unstable_by(order);
    Ok(entries)
}

fn unreadable(path: String, error: &io::Error) -> Source {
    Source::new(path, Body::Refused(Reason::Unreadable(error.to_string())), None)
}

/// Why something found on the walk is not read, whatever is in it.
fn unread(kind: FileType) -> Option<Reason> {
    if kind.is_symlink() {
        return Some(Reason::Link);
    }
    (!kind.is_file()).then_some(Reason::Special)
}

/// The beginning of a file: of a JPEG as much as may stand before its size, for a site may hold thousands of pictures.
///
/// What cannot be read has none: that is said when somebody asks for the file.
fn start(path: &Path) -> Vec<u8> {
    let mut start = Vec::new();
    let Ok(mut file) = File::open(path) else { return start };
    let first = (&mut file).take(format::START as u64).read_to_end(&mut start);
    if first.is_ok() && Format::of(&start) == Some(Format::Jpeg) {
        let _ = file.take(PICTURE_START).read_to_end(&mut start);
    }
    start
}
