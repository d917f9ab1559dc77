//! Reads the project's folders: the only module that reads the disk.
//!
//! Nothing outside the folders is read but what was named to be imported, and no symbolic link is followed. What cannot be read is kept with its reason,
//! so that a later stage can say it.
#![expect(clippy::disallowed_methods, reason = "this is the module that reads the disk")]

mod again;
pub mod front;
pub mod git;
mod stamp;
mod text;
mod walk;

use crate::bahasa::kata;
use crate::lines::Lines;
use crate::refusal::{Because, refused};
use crate::source::stamp::Stamp;
use crate::source::text::{Project, decode};
use crate::source::walk::Walk;
use crate::value::encoding::Encoding;
use crate::value::format::{self, Format};
use crate::value::pixel_size::PixelSize;
use crate::yaml::{self, Fault, Node};
use anyhow::Result;
use rayon::prelude::*;
use std::cmp::Ordering;
use std::fs;
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;
use walkdir::WalkDir;
use xxhash_rust::xxh3::xxh3_128;

pub use crate::source::stamp::StampCache;
pub use crate::source::text::Text;

/// The folder of records and news.
pub const CONTENT: &str = "content";
/// The folder of files that are published as they are, at the site's root.
pub const STATIS: &str = "content/statis";
/// The folder of themes.
pub const THEMES: &str = "themes";
/// The folder of the site's own templates.
pub const TEMPLATES: &str = "templates";
/// The name of the one table that is a record.
const TPS: &str = "/tps.csv";
/// The folders that are read.
const FOLDERS: [&str; 3] = [CONTENT, THEMES, TEMPLATES];

/// The largest record or article, in bytes: a hundred times the longest one known, and no memory bomb.
pub const MAX_TEXT: u64 = 1 << 20;
/// The largest table of polling places, in bytes: twice what the region with the most has, with long addresses.
pub const MAX_TABLE: u64 = 4 << 20;
/// The largest picture or attachment, in bytes.
pub const MAX_MEDIA: u64 = 20 << 20;

/// A file of the project, as it lies on the disk.
#[derive(Debug)]
pub struct Source {
    /// The path below the project's folder, with `/`, such as `content/situs.yaml`.
    pub path: String,
    /// The digest of a text (XXH3, 128 bits): another text has another. It is no seal. A picture or an attachment is not
    /// read for it: its is of the size, the times and the number that the disk has for it, and another copy has another.
    pub digest: u128,
    /// What is in it.
    pub body: Body,
    /// The digest of the path and of `digest`.
    key: u128,
    /// What the disk said of it.
    stamp: Option<Stamp>,
    /// Looked up when something is first said of the text, and then for everything else that is: a file of four thousand
    /// findings is taken apart once, not once a finding.
    lines: OnceLock<Lines>,
    tree: OnceLock<Result<Node, Fault>>,
}

/// What is in a file.
#[derive(Debug)]
pub enum Body {
    /// Text without a byte order mark.
    Text(Text),
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
    /// Its width and height as its file says, where it is a picture of a kind we know.
    pub pixel_size: Option<PixelSize>,
    /// What it is, whatever its name says; nothing where that is not known.
    pub format: Option<Format>,
}

impl Media {
    /// What is known of a text.
    pub fn of_text(text: &str) -> Self {
        Self::of(text.len() as u64, text.as_bytes())
    }

    /// What is known of a file of this size by its beginning.
    fn of(size: u64, start: &[u8]) -> Self {
        Self { size, pixel_size: PixelSize::of(start), format: Format::of(&start[..start.len().min(format::START)]) }
    }
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
        /// What it is written in, where that is known.
        encoding: Option<Encoding>,
    },
    /// Its name holds characters that are not seen; its path is written so that they are.
    Name,
    /// Its name has so many bytes: no disk could hold those of what is published of it.
    LongName(usize),
    /// The system refused, in its own words.
    Unreadable(String),
}

/// The longest name that a file or a folder may have, in bytes. Disks hold 255, and what is published has more behind it: a digest,
/// a size, another ending.
pub const LONGEST_NAME: usize = 200;

/// The project's files by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// In order of their paths, each path once.
    files: Vec<Arc<Source>>,
    project: Arc<Project>,
}

impl Source {
    /// A file that was looked into, with its digest.
    fn new(path: String, body: Body, stamp: Option<Stamp>) -> Self {
        let digest = match &body {
            Body::Text(text) => xxh3_128(text.get(&path, (0, 0)).as_bytes()),
            Body::Media(media) => stamp.unwrap_or_else(|| Stamp::of_size(media.size)).digest(),
            Body::Refused(_) => 0,
        };
        Self::with(path, body, digest, stamp)
    }

    /// A file whose digest is known.
    fn with(path: String, body: Body, digest: u128, stamp: Option<Stamp>) -> Self {
        let key = xxh3_128(&[path.as_bytes(), &digest.to_le_bytes()].concat());
        Self { path, digest, body, key, stamp, lines: OnceLock::new(), tree: OnceLock::new() }
    }

    /// The digest that tells the file from every other: of its path and of what is in it.
    pub fn key(&self) -> u128 {
        self.key
    }

    /// The text, if the file has one; one that was known from before is read now. Where it is another by then, the
    /// [`Sources`] say so.
    pub fn text(&self) -> &str {
        match &self.body {
            Body::Text(text) => text.get(&self.path, (self.digest, self.stamp.map_or(0, |stamp| stamp.size))),
            Body::Media(_) | Body::Refused(_) => "",
        }
    }

    /// Where the lines of its text begin.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(self.text()))
    }

    /// The line and column, both from 1, of a byte of its text.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        self.lines().position(self.text(), byte)
    }

    /// The bytes of the line that a byte of its text is in, without the line's end.
    pub fn line_around(&self, byte: usize) -> Range<usize> {
        let lines = self.lines();
        lines.range(self.text(), lines.line(byte))
    }

    /// The bytes that are YAML: all of a record, the front matter of an article; `None` when it has none.
    pub fn record_part(&self) -> Option<Range<usize>> {
        front::record_part(&self.path, self.text())
    }

    /// The byte at which an article's text begins, after its front matter.
    pub fn body_start(&self) -> usize {
        front::body_start(&self.path, self.text())
    }

    /// The YAML of [that part](Self::record_part) with places, which count from where the part begins; of a text without one,
    /// of the whole text.
    ///
    /// Fails where that is no YAML a record may be written in.
    pub fn tree(&self) -> Result<&Node, &Fault> {
        self.tree.get_or_init(|| self.parsed()).as_ref()
    }

    /// Looks at the [tree](Self::tree) and forgets it, unless somebody keeps it: most files that are looked at have nothing to
    /// say, and their trees are ten times as large as their texts.
    pub fn with_tree<T>(&self, look: impl FnOnce(Result<&Node, &Fault>) -> T) -> T {
        match self.tree.get() {
            Some(tree) => look(tree.as_ref()),
            None => look(self.parsed().as_ref()),
        }
    }

    fn parsed(&self) -> Result<Node, Fault> {
        yaml::parse(self.record_part().map_or(self.text(), |part| &self.text()[part]))
    }

    /// Whether it is a text that was read.
    pub fn is_read(&self) -> bool {
        self.as_text().is_some_and(Text::is_read)
    }

    fn as_text(&self) -> Option<&Text> {
        match &self.body {
            Body::Text(text) => Some(text),
            Body::Media(_) | Body::Refused(_) => None,
        }
    }

    /// Whether it is a text beside the records: an attachment, or a file that is published as it is.
    pub fn is_attachment(&self) -> bool {
        is_attachment(&self.path)
    }

    /// The path below `content/`.
    pub fn name(&self) -> &str {
        self.path.strip_prefix("content/").unwrap_or(&self.path)
    }
}

impl Sources {
    /// Files of a project, found in any order; of two with the same path the later one counts.
    fn of(project: &Arc<Project>, mut files: Vec<Arc<Source>>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|later, kept| {
            let same = later.path == kept.path;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        Self { files, project: Arc::clone(project) }
    }

    /// Whether no picture or attachment was written so shortly before a moment, that it may have been written again since
    /// without the disk's times telling.
    pub fn are_media_settled(&self, moment: SystemTime) -> bool {
        let media = self.files.iter().filter(|file| matches!(file.body, Body::Media(_)));
        media.filter_map(|file| file.stamp).all(|stamp| stamp.is_settled(moment))
    }

    /// What another run has use for, of texts that were found as they are after `moment`; nothing where it is all `known`.
    pub fn stamp_cache(&self, known: &StampCache, moment: SystemTime) -> Option<StampCache> {
        let texts = || self.files.iter().filter_map(|file| Some((file, file.as_text()?)));
        if texts().all(|(_, text)| text.is_known()) && texts().count() == known.len() {
            return None;
        }
        let settled =
            texts().filter_map(|(file, _)| Some((file, file.stamp.filter(|stamp| stamp.is_settled(moment))?)));
        let new = StampCache::of(settled.filter_map(|(file, stamp)| Some([stamp.mark(&file.path)?, file.digest])));
        (new != *known).then_some(new)
    }

    /// How many texts were read.
    pub fn texts_read(&self) -> usize {
        self.files.iter().filter(|file| file.is_read()).count()
    }

    /// Whether a text was another than it was taken for when somebody asked for it; then nothing that was made since is true.
    pub fn has_changed(&self) -> bool {
        self.project.changed().is_some()
    }

    /// Fails where [a text has changed](Self::has_changed): nothing is published then, and nothing said.
    pub fn expect_unchanged(&self) -> Result<()> {
        let Some(path) = self.project.changed() else { return Ok(()) };
        Err(refused(kata(
            format!("{path} diubah selagi program bekerja, jadi hasilnya tidak bisa dipercaya; jalankan sekali lagi"),
            format!(
                "{path} was changed while the program was at work, so what came of it cannot be trusted; run it again"
            ),
        )))
    }

    /// All files in order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.files.iter()
    }

    /// The files below a folder, in order of their paths.
    pub fn below<'s>(&'s self, folder: &str) -> impl Iterator<Item = &'s Arc<Source>> + use<'s> {
        let prefix = format!("{folder}/");
        let start = self.files.partition_point(|file| file.path < prefix);
        self.files[start..].iter().take_while(move |file| file.path.starts_with(&prefix))
    }

    /// The file at a path below the project's folder.
    pub fn get(&self, path: &str) -> Option<&Arc<Source>> {
        let place = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(&self.files[place])
    }

    /// The bytes of a file; pictures are read from the disk now. What was refused once is not read later.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>> {
        let file = self.get(path);
        match file.map(|file| &file.body) {
            Some(Body::Text(_)) => Ok(file.map_or("", |file| file.text()).as_bytes().to_vec()),
            Some(Body::Media(_)) => match self.project.held(path) {
                Some(bytes) => Ok(bytes.to_vec()),
                None => self.raw(path),
            },
            Some(Body::Refused(_)) | None => {
                Err(refused(kata(format!("{path} tidak bisa dibaca"), format!("{path} cannot be read"))))
            }
        }
    }

    /// The bytes that a file of the project has on the disk now, whatever it was when it was found.
    pub fn raw(&self, path: &str) -> Result<Vec<u8>> {
        fs::read(self.project.at(path)).because(|| kata(format!("membaca {path}"), format!("reading {path}")))
    }

    /// Whether a name of the project is taken on the disk.
    pub fn is_taken(&self, path: &str) -> bool {
        self.project.at(path).symlink_metadata().is_ok()
    }

    /// A file that is text in another encoding, as UTF-8; nothing where it is none, or cannot be read now.
    pub fn recoded(&self, path: &str) -> Option<String> {
        match &self.get(path)?.body {
            Body::Refused(Reason::NotText { encoding: Some(_), .. }) => {
                Some(Encoding::decode(&fs::read(self.project.at(path)).ok()?)?.1)
            }
            _ => None,
        }
    }

    /// The first and the last so many bytes of a file, without what lies between them.
    pub fn ends(&self, path: &str, most: u64) -> Result<Vec<u8>> {
        match self.get(path).map(|file| &file.body) {
            Some(Body::Media(media)) if media.size > most * 2 && self.project.held(path).is_none() => {
                ends(&self.project.at(path), most)
                    .because(|| kata(format!("membaca {path}"), format!("reading {path}")))
            }
            _ => self.bytes(path),
        }
    }

    /// Sources that were never on a disk: tests, and the files that `pilkada new` would write.
    pub fn from_texts<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let files = texts.into_iter().map(|(path, text)| {
            let media = || Media::of(text.len() as u64, text.as_bytes());
            let body = if is_text(path) { decode(text.as_bytes().to_vec()) } else { Body::Media(media()) };
            Arc::new(Source::new(path.to_owned(), body, None))
        });
        Self::of(&Arc::default(), files.collect())
    }

    /// The same files but for one.
    pub fn without(&self, path: &str) -> Self {
        let mut files = self.files.clone();
        files.retain(|file| file.path != path);
        Self { files, project: Arc::clone(&self.project) }
    }

    /// The same files with another text in the place of one, or with one more: what would be there if it were written.
    pub fn with_text(&self, path: &str, text: &str) -> Self {
        let file = Arc::new(Source::new(path.to_owned(), decode(text.as_bytes().to_vec()), None));
        let mut files = self.files.clone();
        put(&mut files, |known| known.cmp(path), vec![file]);
        Self { files, project: Arc::clone(&self.project) }
    }
}

/// Reads everything below `content/`, `themes/` and `templates/` of the project in `root`.
///
/// Fails only when `root` itself or its `content/` cannot be opened.
pub fn read(root: &Path) -> Result<Sources> {
    read_known(root, &StampCache::default())
}

/// Finds everything that [`read`] reads; a text that is remembered is read when somebody asks for it.
pub fn read_known(root: &Path, known: &StampCache) -> Result<Sources> {
    has_content(root)?;
    let project = Arc::new(Project::new(root));
    let walk = Walk { project: &project, known };
    let files: Vec<Vec<Arc<Source>>> = FOLDERS.par_iter().map(|folder| walk.read(folder)).collect();
    Ok(Sources::of(&project, files.concat()))
}

/// Reads again what may have changed since `before`, and takes the rest over: what [`read`] would give.
///
/// Each path is a file or a folder that was made, changed, renamed or deleted, and a folder stands for everything below it.
/// A path outside the three folders says nothing.
pub fn read_again(before: &Sources, changed: &[PathBuf]) -> Result<Sources> {
    let project = &before.project;
    has_content(&project.root)?;
    let walk = Walk { project, known: &StampCache::default() };
    let mut files = before.files.clone();
    for part in again::parts(before, changed) {
        let again = Sources::of(project, walk.read(&part)).files;
        let (itself, below) = again.into_iter().partition(|file| file.path == part);
        put(&mut files, |path| path.cmp(&part), itself);
        // Those below it do not follow it at once: `a-b` stands between `a` and `a/b`.
        let folder = format!("{part}/");
        put(&mut files, |path| if path.starts_with(&folder) { Ordering::Equal } else { path.cmp(&folder) }, below);
    }
    Ok(Sources { files, project: Arc::clone(project) })
}

/// Puts files in the place of those that are found there, in a list in order.
fn put(files: &mut Vec<Arc<Source>>, there: impl Fn(&str) -> Ordering, by: Vec<Arc<Source>>) {
    let start = files.partition_point(|file| there(&file.path).is_lt());
    let end = files.partition_point(|file| there(&file.path).is_le());
    files.splice(start..end, by);
}

fn has_content(root: &Path) -> Result<()> {
    if root.join(CONTENT).is_dir() {
        return Ok(());
    }
    let root = root.display();
    Err(refused(kata(
        format!("tidak ada folder {CONTENT}/ di {root}"),
        format!("there is no folder {CONTENT}/ in {root}"),
    )))
}

/// The endings of files that are imported.
const FOREIGN: [&str; 4] = ["json", "csv", "xlsx", "tsv"];

/// A file that was named, or those in a folder that can be imported, in the order of their paths; no link is followed in it.
pub fn files_at(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let is_foreign = |path: &Path| {
        let end = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
        FOREIGN.contains(&end.as_str())
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry.because(|| {
            let path = path.display();
            kata(format!("membaca folder {path}"), format!("reading the folder {path}"))
        })?;
        if entry.file_type().is_file() && is_foreign(entry.path()) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// What is in a file outside the project that was named to be read: its first bytes, up to so many.
pub fn foreign(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The folder of the project that a folder lies in: the nearest around it that has a `content/` with a site.
pub fn project_around(folder: &Path) -> Option<PathBuf> {
    let is_project = |folder: &&Path| folder.join(CONTENT).join("situs.yaml").is_file();
    folder.ancestors().find(is_project).map(Path::to_owned)
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

/// Files that editors and systems leave behind and nobody means to publish; `folder` is the path of the folder they lie in.
fn is_hidden(folder: &str, name: &str) -> bool {
    // What web servers look for under such a name.
    if is_statis(folder) && matches!(name, ".well-known" | ".nojekyll" | ".htaccess") {
        return false;
    }
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
}

/// Whether a path is the folder of files that are published as they are, or below it.
pub fn is_statis(path: &str) -> bool {
    path.strip_prefix(STATIS).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a text at this path is no record and no part of a theme.
fn is_attachment(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, end)| end);
    // Of `1.yaml.txt` the office means a record: an editor added the ending.
    let ends = |end: &&str| {
        let start = path.len().checked_sub(end.len());
        start.is_some_and(|start| path.as_bytes()[start..].eq_ignore_ascii_case(end.as_bytes()))
    };
    let is_table = ["csv", "tsv", "txt"].iter().any(|known| ending.eq_ignore_ascii_case(known))
        && !path.ends_with(TPS)
        && ![".yaml.txt", ".yml.txt", ".md.txt"].iter().any(ends);
    is_statis(path) || (is_table && path.strip_prefix(CONTENT).is_some_and(|rest| rest.starts_with('/')))
}

/// Whether a file is read as text, by its ending.
fn is_text(path: &str) -> bool {
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, end)| end);
    if extension.eq_ignore_ascii_case("svg") && path.starts_with("content/") {
        return false;
    }
    ["yaml", "yml", "md", "html", "css", "js", "txt", "xml", "svg", "csv", "tsv", "json"]
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
