//! What the desk does with a project: holds other texts against the rules in the place of a project's own, and writes them.
//!
//! A text is written only over the one that it was made from, and the one that it replaces is kept.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::model::BuildOptions;
use crate::output::manifest::Manifest;
use crate::output::{self, MANIFEST, edit, history};
use crate::pipeline::{self, Cache, Inputs};
use crate::project::Project;
use crate::project::begin::{link_on_the_way, through_link};
use crate::refusal::refused;
use crate::report::{Diagnostic, Level, Report};
use crate::source::{self, Body, CONTENT, Sources};
use crate::value::format::Format;
use crate::value::slug::Slug;
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;
use xxhash_rust::xxh3::xxh3_128;

/// The project that is written into.
pub struct Desk {
    /// Its folder.
    pub root: PathBuf,
    /// The folder its site is published as.
    pub output: PathBuf,
    /// The day, and what becomes of drafts.
    pub options: BuildOptions,
    /// What is known of files that were checked before.
    cache: Mutex<Cache>,
}

/// Another text for a file.
#[derive(Debug, Clone)]
pub struct Change {
    /// The file's path below the project's folder.
    pub path: String,
    /// The digest of the bytes that the text was made from; nothing for a file that is not there yet.
    pub before: Option<u128>,
    /// The text.
    pub text: String,
    /// The path that the file is to have, where that is another.
    pub renamed: Option<String>,
}

impl Change {
    /// Another text for the file at a path, over the one with this digest.
    pub fn new(path: &str, before: Option<u128>, text: String) -> Self {
        Self { path: path.to_owned(), before, text, renamed: None }
    }

    /// The path that the file has afterwards.
    pub fn target(&self) -> &str {
        self.renamed.as_deref().unwrap_or(&self.path)
    }
}

/// What is found once the texts stand there.
pub struct Checked {
    /// The project with them.
    pub sources: Sources,
    /// Everything that is found then.
    pub report: Report,
    /// What keeps them from being written: what was not found before, and keeps a site from being published.
    pub grave: Vec<Diagnostic>,
}

/// What became of the texts.
pub enum Saved {
    /// They are written.
    Written(Checked),
    /// They would break a rule that is kept without them.
    Unsound(Checked),
    /// The file at this path is another by now.
    Changed(String),
}

impl Desk {
    /// The desk of the project in the folder `root`, with what a build into the folder `output` left.
    pub fn new(root: &Path, output: &Path, options: BuildOptions) -> Self {
        let cache = Mutex::new(Cache::read(&|name| output::kept(output, name)));
        Self { root: root.to_owned(), output: output.to_owned(), options, cache }
    }

    /// The project as its files are now.
    pub fn open(&self, moment: SystemTime) -> Result<Project> {
        Ok(Project::open(&self.root, &self.output, self.options, moment)?.ready_as_before())
    }

    /// What is found in the project as it is.
    pub fn found(&self, moment: SystemTime) -> Result<(Sources, Report)> {
        let project = self.open(moment)?;
        let report = self.said_of(&project.sources)?;
        Ok((project.sources, report))
    }

    /// Everything that is found in some sources. Other than a command that ends, the preview gives its memory back.
    fn said_of(&self, sources: &Sources) -> Result<Report> {
        let mut report = Report::default();
        let cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        pipeline::check_again(Inputs { sources, options: self.options }, &cache, &mut report);
        sources.expect_unchanged()?;
        Ok(report)
    }

    /// Says what would be found with these texts; nothing is written.
    pub fn check(&self, changes: &[Change], moment: SystemTime) -> Result<Checked> {
        let mut sources = self.open(moment)?.sources;
        let before = self.said_of(&sources)?;
        for change in changes {
            sources = if change.renamed.is_some() { sources.without(&change.path) } else { sources };
            sources = sources.with_text(change.target(), &change.text);
        }
        let report = self.said_of(&sources)?;
        let grave = new_mistakes(&before, &report);
        Ok(Checked { sources, report, grave })
    }

    /// Writes the texts if they break no rule: all of them or none.
    ///
    /// Fails where a path is none of the content's, or the disk refuses.
    pub fn save(&self, changes: &[Change], moment: SystemTime) -> Result<Saved> {
        let sources = source::read(&self.root)?;
        for change in changes {
            expect_content(&change.path, &sources)?;
            let target = change.target();
            expect_content(target, &sources)?;
            let is_taken = target != change.path && sources.is_taken(target);
            if is_taken || self.digest(&change.path, &sources) != change.before {
                return Ok(Saved::Changed(if is_taken { target } else { &change.path }.to_owned()));
            }
        }
        let checked = self.check(changes, moment)?;
        if !checked.grave.is_empty() {
            return Ok(Saved::Unsound(checked));
        }
        let mut written: Vec<(PathBuf, Option<Vec<u8>>, Vec<u8>)> = Vec::new();
        for change in changes {
            match self.write(change, &sources) {
                Ok(done) => written.push(done),
                Err(error) => {
                    // The others are as they were, as far as the disk lets us.
                    for (path, before, after) in written.iter().rev() {
                        let _ = match before {
                            Some(before) => edit::replace(path, after, before),
                            None => edit::remove(path),
                        };
                    }
                    return Err(error);
                }
            }
        }
        Ok(Saved::Written(checked))
    }

    fn write(&self, change: &Change, sources: &Sources) -> Result<(PathBuf, Option<Vec<u8>>, Vec<u8>)> {
        let path = self.root.join(&change.path);
        if change.before.is_none() {
            output::create(&path, &change.text)?;
            return Ok((path, None, change.text.clone().into_bytes()));
        }
        let before = sources.raw(&change.path)?;
        let after = edit::marked(&before, &change.text);
        if before != after {
            history::keep(&self.root, change.target(), &before)?;
            edit::replace(&path, &before, &after)?;
        }
        // Last: what may be undone lies under its old name until then.
        if let Some(renamed) = &change.renamed {
            edit::rename(&path, &self.root.join(renamed))?;
            return Ok((self.root.join(renamed), Some(before), after));
        }
        Ok((path, Some(before), after))
    }

    /// The digest of the bytes that a file has; nothing where it is not there.
    pub fn digest(&self, path: &str, sources: &Sources) -> Option<u128> {
        sources.get(path)?;
        sources.raw(path).ok().map(|bytes| xxh3_128(&bytes))
    }

    /// What a file said before it was last replaced.
    pub fn earlier(&self, path: &str) -> Option<String> {
        history::earlier(&self.root, path)
    }

    /// The pages that are published, by their paths; nothing where nothing is.
    pub fn published(&self) -> Option<Manifest> {
        serde_json::from_str(&source::text(&self.output.join(MANIFEST))?).ok()
    }

    /// Puts a picture beside a record under a name like the one that it came with; gives the name that it has now. Its metadata is
    /// taken out when the site is built.
    ///
    /// Fails where it is no picture that every browser shows, and says what to do.
    pub fn put_picture(&self, record: &str, name: &str, bytes: &[u8]) -> Result<String> {
        let sources = source::read(&self.root)?;
        expect_content(record, &sources)?;
        let format = Format::of(bytes);
        let ending = match format {
            Some(Format::Jpeg) => "jpg",
            Some(Format::Png) => "png",
            Some(Format::WebP) => "webp",
            other => return Err(refused(no_picture(other))),
        };
        let stem = Slug::of(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        let folder = record.rsplit_once('/').map_or("", |(folder, _)| folder);
        let (mut name, mut number) = (format!("{stem}.{ending}"), 1);
        while sources.is_taken(&format!("{folder}/{name}")) {
            number += 1;
            name = format!("{stem}-{number}.{ending}");
        }
        edit::create(&self.root.join(folder).join(&name), bytes)?;
        Ok(name)
    }
}

fn no_picture(format: Option<Format>) -> Kata {
    match format {
        Some(format) => kata(
            format!(
                "berkas ini {}, bukan foto JPEG, PNG, atau WebP; {}",
                format.nama().dalam(Bahasa::Id),
                format.cara().dalam(Bahasa::Id)
            ),
            format!(
                "this file is {}, not a JPEG, PNG or WebP photo; {}",
                format.nama().dalam(Bahasa::En),
                format.cara().dalam(Bahasa::En)
            ),
        ),
        None => kata("berkas ini bukan foto JPEG, PNG, atau WebP", "this file is no JPEG, PNG or WebP photo"),
    }
}

/// Only a record below `content/` is written, under a name that a walk through it would find, and through no link.
fn expect_content(path: &str, sources: &Sources) -> Result<()> {
    let below = path.strip_prefix(CONTENT).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
    let is_name = |name: &str| !name.is_empty() && !name.starts_with(['.', '~']) && !name.contains(['\\', '\0', ':']);
    let is_known = path.ends_with(".yaml") || path.ends_with(".md") || path.ends_with("/tps.csv");
    let is_record = is_known && below.split('/').all(is_name);
    if !is_record {
        return Err(refused(kata(
            format!("{path} bukan catatan di dalam {CONTENT}/, jadi tidak ditulis"),
            format!("{path} is no record in {CONTENT}/, so it is not written"),
        )));
    }
    if let Some(link) = link_on_the_way(path, sources) {
        return Err(refused(through_link(path, link)));
    }
    match sources.get(path).map(|source| &source.body) {
        None | Some(Body::Text(_)) => Ok(()),
        Some(Body::Media(_) | Body::Refused(_)) => Err(refused(kata(
            format!("{path} bukan teks yang bisa dibaca, jadi tidak ditulis"),
            format!("{path} is no text that can be read, so it is not written"),
        ))),
    }
}

/// The mistakes of a report that another does not have. A place in the file moves with the lines above it, so what is said tells
/// them apart, and how often.
fn new_mistakes(before: &Report, after: &Report) -> Vec<Diagnostic> {
    let mistakes = |report: &Report| -> Vec<Diagnostic> {
        report.findings().iter().filter(|finding| finding.level == Level::Galat).cloned().collect()
    };
    let key = |one: &Diagnostic| (one.code, one.place.file.clone(), one.what.dalam(Bahasa::Id).to_owned());
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in mistakes(before) {
        *known.entry(key(&finding)).or_default() += 1;
    }
    let mut new = mistakes(after);
    new.retain(|finding| match known.get_mut(&key(finding)).filter(|count| **count > 0) {
        Some(count) => {
            *count -= 1;
            false
        }
        None => true,
    });
    new
}
