//! Holds one state of a site against another: which records are others, and which pages.
//!
//! A state is a published site, of which its manifest is enough, or a project: a folder, or a revision that `git` keeps. The pages of
//! a project are drawn to be told apart, from what the last build left, and written nowhere.

use crate::bahasa::kata;
use crate::model::BuildOptions;
use crate::output::difference::Difference;
use crate::output::manifest::{Entry, Manifest};
use crate::output::{self, MANIFEST};
use crate::pipeline::{self, Cache, Inputs};
use crate::project::about;
use crate::record::difference::{self, Perbedaan};
use crate::refusal::{Because, refused};
use crate::render::sink::{ContentId, File, Sink};
use crate::report::Report;
use crate::source::{self, CONTENT, Sources, git};
use anyhow::Result;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A state of a site.
pub enum State {
    /// A published one.
    Site(Manifest),
    /// A project, from which one would be made.
    Project(Sources),
}

/// What a project is drawn with.
pub struct Drawing<'d> {
    /// The folder that revisions are looked up in.
    pub root: &'d Path,
    /// The folder beside which the last build left what it knows.
    pub output: &'d Path,
    /// The day, and what becomes of drafts.
    pub options: BuildOptions,
}

/// What is different between two states.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Comparison {
    /// The day that each site is for.
    pub hari: Days,
    /// The files of the project that are others; absent where one of the states is a published site, which does not hold them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catatan: Option<Vec<Perbedaan>>,
    /// The states whose content is unsound, so that no pages can be drawn of them: then `baru`, `berubah` and `hilang` are empty.
    pub tidak_sah: Vec<Side>,
    /// The files of the site that are others.
    #[serde(flatten)]
    pub situs: Difference,
    /// The base address of the later site.
    #[serde(skip)]
    pub alamat: String,
}

/// The days of two sites.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Days {
    /// That of the earlier one.
    pub lama: String,
    /// That of the later one.
    pub baru: String,
}

/// One of two states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The earlier one.
    Lama,
    /// The later one.
    Baru,
}

impl Drawing<'_> {
    /// The state that somebody names: the folder of a published site or its manifest, the folder of a project or its `content/`, or
    /// else a revision.
    ///
    /// Fails where it is none of these.
    pub fn state(&self, named: &str) -> Result<State> {
        let path = Path::new(named);
        if path.is_dir() {
            return match (Manifest::read(&path.join(MANIFEST)), project_in(path)) {
                (Some(manifest), _) => Ok(State::Site(manifest)),
                (None, Some(root)) => source::read(&root).map(State::Project),
                (None, None) => Err(refused(neither(path))),
            };
        }
        if path.exists() {
            return Manifest::read(path).map(State::Site).because(|| {
                let file = path.display();
                kata(
                    format!("{file} bukan manifes situs yang terbit"),
                    format!("{file} is no manifest of a published site"),
                )
            });
        }
        git::revision(self.root, named).map(State::Project)
    }

    /// What is different in `after`, as seen from `before`.
    ///
    /// Fails where a file was changed meanwhile, or cannot be read.
    pub fn compare(&self, before: State, after: State) -> Result<Comparison> {
        let catatan = match (&before, &after) {
            (State::Project(before), State::Project(after)) => Some(difference::between(before, after)?),
            (State::Site(_), _) | (_, State::Site(_)) => None,
        };
        let cache = Cache::read(&|name| output::kept(self.output, name));
        let (before, after) = (self.manifest(before, &cache)?, self.manifest(after, &cache)?);
        let day = |manifest: &Option<Manifest>| {
            manifest.as_ref().map_or_else(|| self.options.hari.to_string(), |manifest| manifest.hari.clone())
        };
        let sides = [(Side::Lama, &before), (Side::Baru, &after)];
        Ok(Comparison {
            hari: Days { lama: day(&before), baru: day(&after) },
            catatan,
            tidak_sah: sides.into_iter().filter(|(_, manifest)| manifest.is_none()).map(|(side, _)| side).collect(),
            situs: before
                .as_ref()
                .zip(after.as_ref())
                .map_or_else(Difference::default, |(before, after)| Difference::between(before, after)),
            alamat: after.map_or_else(String::new, |manifest| manifest.alamat),
        })
    }

    /// What the site of a state consists of; nothing where its content is unsound.
    fn manifest(&self, state: State, cache: &Cache) -> Result<Option<Manifest>> {
        let sources = match state {
            State::Site(manifest) => return Ok(Some(manifest)),
            State::Project(sources) => sources,
        };
        let inputs = Inputs { sources: &sources, options: self.options };
        let (measure, mut report) = (Measure { output: self.output, files: Mutex::default() }, Report::default());
        let model = pipeline::build_again(inputs, cache, &measure, &mut report)?;
        let files = measure.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let berkas = files.into_iter().map(|(path, id)| (path, Entry::from(id))).collect();
        Ok(model.map(|model| Manifest { berkas, ..about(&model, None) }))
    }
}

/// The folder of the project that a folder is, or whose `content/` it is.
fn project_in(folder: &Path) -> Option<PathBuf> {
    if folder.join(CONTENT).is_dir() {
        return Some(folder.to_owned());
    }
    let folder = folder.canonicalize().ok().filter(|folder| folder.file_name().is_some_and(|name| name == CONTENT))?;
    folder.parent().map(Path::to_owned)
}

fn neither(folder: &Path) -> crate::bahasa::Kata {
    let folder = folder.display();
    kata(
        format!("folder {folder} tidak berisi situs yang terbit ({MANIFEST}) dan bukan proyek ({CONTENT}/)"),
        format!("the folder {folder} holds no published site ({MANIFEST}) and is no project ({CONTENT}/)"),
    )
}

/// Takes the files of a site for their marks alone. What the last build drew and still holds it takes without being shown it.
struct Measure<'m> {
    output: &'m Path,
    files: Mutex<BTreeMap<String, ContentId>>,
}

impl Sink for Measure<'_> {
    fn put(&self, file: File) -> Result<ContentId> {
        let id = ContentId::of(&file.bytes);
        self.retain(&file.path, &id);
        Ok(id)
    }

    fn retain(&self, path: &str, id: &ContentId) -> bool {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), *id);
        true
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        output::kept(self.output, name)
    }
}
