//! A project that stays open: built again and again as its files change, with all that is known of it in memory.

use crate::model::{BuildOptions, Model};
use crate::output;
use crate::pipeline::{self, Cache, Inputs};
use crate::render::sink::Sink;
use crate::report::Report;
use crate::source::{self, Sources, StampCache};
use anyhow::Result;
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// How it is known which files changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changes {
    /// Somebody watches and says it, so a text is read as late as when it is asked for.
    Told,
    /// It is not: each build reads everything.
    Unknown,
}

/// A project that stays open.
pub struct LiveProject {
    root: PathBuf,
    changes: Changes,
    cache: RefCell<Cache>,
    /// The texts that the last build remembers; nothing when the content was read once.
    known: RefCell<Option<StampCache>>,
    /// What was read last; nothing where it is not known what changed since.
    read: RefCell<Option<Sources>>,
}

/// A build of a project as its files were.
pub struct Built<S> {
    /// The files.
    pub sources: Sources,
    /// What was found.
    pub report: Report,
    /// The site's records, where they are sound.
    pub model: Option<Model>,
    /// What took the files that were drawn.
    pub sink: S,
}

impl LiveProject {
    /// Opens the project in the folder `root` with what a build into the folder `output` left.
    pub fn open(root: &Path, output: &Path, changes: Changes) -> Self {
        let kept = |name: &str| output::kept(output, name);
        let cache = RefCell::new(Cache::read(&kept));
        let known = match changes {
            Changes::Told => pipeline::recall_texts(&kept),
            Changes::Unknown => StampCache::default(),
        };
        Self { root: root.to_owned(), changes, cache, known: RefCell::new(Some(known)), read: RefCell::default() }
    }

    /// Builds after some files changed, into what `begin` gives. Where a text was changed meanwhile, that is begun again from the
    /// texts as they are.
    ///
    /// Fails where the disk refuses.
    pub fn build<S: Sink>(
        &self,
        changed: &[PathBuf],
        options: BuildOptions,
        begin: &dyn Fn() -> S,
    ) -> Result<Built<S>> {
        let built = self.build_once(changed, options, begin());
        if self.read.borrow().as_ref().is_some_and(Sources::has_changed) {
            self.read.take();
            return self.build_once(&[], options, begin());
        }
        built
    }

    /// Forgets all that is known: the next build is made from everything anew.
    pub fn forget(&self) {
        self.read.take();
        self.known.take();
    }

    fn build_once<S: Sink>(&self, changed: &[PathBuf], options: BuildOptions, sink: S) -> Result<Built<S>> {
        let (sources, mut report) = (self.sources(changed)?, Report::default());
        let inputs = Inputs { sources: &sources, options };
        let model = pipeline::build_again(inputs, &self.cache.borrow(), &sink, &mut report)?;
        self.cache.borrow().settle();
        Ok(Built { sources, report, model, sink })
    }

    /// Reads what changed; everything where that is not known.
    fn sources(&self, changed: &[PathBuf]) -> Result<Sources> {
        let sources = match self.read.take() {
            Some(before) => source::read_again(&before, changed)?,
            None => self.all()?,
        };
        self.read.replace((self.changes == Changes::Told).then(|| sources.clone()));
        Ok(sources)
    }

    /// Reads everything. What is known of what was read before is forgotten: it may rest on texts that nobody asked for yet,
    /// and that are not those of these sources.
    fn all(&self) -> Result<Sources> {
        let Some(known) = self.known.take() else {
            self.cache.replace(Cache::default());
            return source::read(&self.root);
        };
        source::read_known(&self.root, &known)
    }
}
