//! A project on the disk: opened, checked and published, with the cache that the last build left beside `output/`.
//!
//! The only place that knows when the cache is read and written, and when nothing at all has to be done.

pub mod ahead;
mod append;
pub mod approve;
pub mod begin;
pub mod changelog;
pub mod compare;
pub mod correction;
pub mod desk;
pub mod import;
pub mod live;
pub mod migrate;
mod note;
pub mod repair;
pub mod serving;
pub mod sheet;
pub mod spot;
pub mod withdraw;

use crate::bahasa::{Bahasa, Kata};
use crate::hosting::packing::{Memory, Packing};
use crate::model::turn::Turn;
use crate::model::{BuildOptions, Model};
use crate::output::manifest::{Manifest, Next};
use crate::output::{self, Published, Staging, Trust};
use crate::page::frame::address::Base;
use crate::pipeline::{self, Cache, Inputs};
use crate::project::note::Note;
use crate::project::serving::Rules;
use crate::render::sink::{ContentId, File, Sink, Stage};
use crate::report::Report;
use crate::source::{self, STATIS, Sources, StampCache};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A project as its files were found when it was opened.
pub struct Project {
    /// Its files.
    pub sources: Sources,
    options: BuildOptions,
    /// The folder the site is published as.
    output: PathBuf,
    /// What the last build knew of the texts.
    known: StampCache,
    /// What the published files are known by.
    trust: Trust,
    /// Whether the program ends with it.
    is_last: bool,
    /// Whether texts are packed, and rules written, for a web server.
    is_ready: bool,
    /// When its files were looked at: what was written just before may be written again within a tick of the disk's clock.
    opened: SystemTime,
}

/// Codes of what `pilkada new` left to fill in: a warning while somebody works, an error before anybody else reads it.
pub const PLACEHOLDERS: [&str; 2] = ["FMT-19", "FMT-36"];

/// What became of a publication.
pub enum Outcome {
    /// The site is published, though nothing may have changed.
    Published {
        /// What there is now.
        published: Published,
        /// What was found, counted, where something was.
        found: Option<Kata>,
        /// When the site changes by itself next, where a day will change it.
        next: Option<Kata>,
        /// What is said to web servers, where the site was to be made ready for one.
        rules: Option<Rules>,
    },
    /// The content is unsound; the old site is as it was.
    Unsound,
}

/// Is told how a publication goes.
pub trait Watch: Sync {
    /// The cache of the site before cannot be believed, for this reason; everything is made anew.
    fn discarded(&self, why: &Kata);
    /// A stage begins, which ends the one before.
    fn begin(&self, stage: Stage);
    /// A file of so many bytes was drawn.
    fn drawn(&self, bytes: u64);
    /// A file was taken over from the site before.
    fn retained(&self);
}

impl Project {
    /// Opens the project in the folder `root`, whose site is published as the folder `output`; `opened` is the moment.
    ///
    /// Fails where there is no content, or the disk refuses.
    pub fn open(root: &Path, output: &Path, options: BuildOptions, opened: SystemTime) -> Result<Self> {
        let known = pipeline::recall_texts(&|name| output::kept(output, name));
        let sources = source::read_known(root, &known)?;
        Ok(Self {
            sources,
            options,
            output: output.to_owned(),
            known,
            trust: Trust::Times,
            is_last: false,
            is_ready: false,
            opened,
        })
    }

    /// The same project, whose published files are known by what this says.
    pub fn trusting(self, trust: Trust) -> Self {
        Self { trust, ..self }
    }

    /// The same project, in a program that ends with it: the system takes memory back sooner than we give it back, piece by piece.
    pub fn last(self) -> Self {
        Self { is_last: true, ..self }
    }

    /// The same project, whose site is made ready for a web server.
    pub fn ready_to_serve(self) -> Self {
        Self { is_ready: true, ..self }
    }

    /// The same project, whose site is made ready for a web server where the published one is.
    pub fn ready_as_before(self) -> Self {
        let is_ready = self.output.join("index.html.gz").is_file();
        Self { is_ready, ..self }
    }

    /// Gives back what a piece of work left in memory, where that is of any use.
    fn done_with<T>(&self, left: T) {
        if self.is_last {
            std::mem::forget(left);
        }
    }

    /// Says everything that can be said without drawing, from what the last build left; nothing is written.
    ///
    /// Fails where a text was changed meanwhile.
    pub fn check(&self, report: &mut Report) -> Result<()> {
        // Where a site was made from all this and nothing was found in it, nothing would be again.
        let noted = output::noted(&self.output).and_then(|bytes| Note::read(&bytes, self.digest()));
        if !noted.is_some_and(|note| note.is_sound()) {
            let cache = Cache::read(&|name| output::kept(&self.output, name));
            let model = pipeline::check_again(self.inputs(), &cache, report);
            self.done_with((model, cache));
        }
        self.sources.expect_unchanged()
    }

    /// Publishes the site, or says in the report why it is not sound.
    ///
    /// Fails where another build is at work, where a text was changed meanwhile, or where the disk refuses; the old site then
    /// is as it was.
    pub fn publish(&self, watch: &dyn Watch, report: &mut Report) -> Result<Outcome> {
        let staging = output::begin_with(&self.output, self.trust)?;
        if let Some(why) = staging.discarded() {
            watch.discarded(why);
        }
        if let Some(outcome) = self.unchanged(&staging)? {
            return Ok(outcome);
        }
        let cache = Cache::read(&|name| staging.kept(name));
        let watched = Watched { staging: &staging, watch };
        for code in PLACEHOLDERS {
            report.raise(code);
        }
        let is_own = |path: &str| self.sources.is_taken(&format!("{STATIS}/{path}"));
        let packing = Packing::new(&watched, &is_own);
        let sink: &dyn Sink = if self.is_ready { &packing } else { &watched };
        let built = pipeline::build_again(self.inputs(), &cache, sink, report);
        // What was learned of the texts is true also where something else refused.
        let model = built.inspect_err(|_| self.keep_texts(&staging))?;
        let memory = match &model {
            Some(model) if self.is_ready => Some(packing.finish(model)?),
            _ => None,
        };
        watch.begin(Stage::Publish);
        let keep = |staging: &Staging| {
            if let Some(memory) = &memory {
                memory.keep_in(staging);
            }
            rayon::join(|| cache.keep_in(staging), || self.keep_texts(staging));
        };
        let Some(model) = model else {
            keep(&staging);
            return Ok(Outcome::Unsound);
        };
        let turn = model.next_turn();
        let note = self.note(report, turn.as_ref());
        // A picture that may have been written again within one tick of the disk's clock cannot vouch for the whole.
        if self.sources.are_media_settled(self.opened) {
            staging.note(&note.bytes());
        }
        let published = staging.publish(&about(&model, turn), keep)?;
        // What a person withdrew is in nothing that is kept from here on.
        output::forget_if_asked(&self.output)?;
        let rules = memory.map(|memory| serving::write(&self.output, &memory)).transpose()?;
        self.done_with((model, cache));
        Ok(Outcome::Published { published, found: note.words(), next: note.next(), rules })
    }

    /// What is noted with the site.
    fn note(&self, report: &Report, turn: Option<&Turn>) -> Note {
        let note = Note::of(self.digest(), report, turn.map(Turn::words));
        if self.is_ready { note.ready() } else { note }
    }

    /// What there is to say of a published site that is the one to be published; nothing where it is another.
    fn unchanged(&self, staging: &Staging) -> Result<Option<Outcome>> {
        let Some(whole) = staging.whole() else { return Ok(None) };
        let note = Note::read(whole.note, self.digest()).filter(|note| note.is_ready() == self.is_ready);
        let Some(note) = note else { return Ok(None) };
        let rules = if self.is_ready {
            let Some(memory) = Memory::recall(&|name| staging.kept(name)) else { return Ok(None) };
            Some(serving::write(&self.output, &memory)?)
        } else {
            None
        };
        self.keep_texts(staging);
        Ok(Some(Outcome::Published { published: whole.published, found: note.words(), next: note.next(), rules }))
    }

    fn inputs(&self) -> Inputs<'_> {
        Inputs { sources: &self.sources, options: self.options }
    }

    /// The content hash of everything the site is made from.
    fn digest(&self) -> u128 {
        pipeline::inputs(&self.sources, self.options)
    }

    fn keep_texts(&self, staging: &Staging) {
        let keep = |name: &str, bytes: Option<&[u8]>| pipeline::keep_in(staging, name, bytes);
        pipeline::keep_texts(&self.sources, &self.known, self.opened, &keep);
    }
}

/// A site being written, and who is told how it goes.
struct Watched<'s> {
    staging: &'s Staging,
    watch: &'s dyn Watch,
}

impl Sink for Watched<'_> {
    fn begin(&self, stage: Stage) {
        self.watch.begin(stage);
    }

    fn put(&self, file: File) -> Result<ContentId> {
        let id = self.staging.put(file)?;
        self.watch.drawn(id.size);
        Ok(id)
    }

    fn retain(&self, path: &str, id: &ContentId) -> bool {
        let is_there = self.staging.retain(path, id);
        if is_there {
            self.watch.retained();
        }
        is_there
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.staging.kept(name)
    }

    fn still_wanted(&self, name: &str) {
        self.staging.still_wanted(name);
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.staging.keep(name, bytes);
    }
}

/// What the manifest says of a site as a whole.
fn about(model: &Model, turn: Option<Turn>) -> Manifest {
    Manifest {
        program: concat!("pilkada ", env!("CARGO_PKG_VERSION")).to_owned(),
        alamat: Base::new(&model.situs.record.alamat).to_string(),
        hari: model.hari.exact().to_string(),
        berikutnya: turn.map(|turn| Next {
            hari: turn.hari.to_string(),
            apa: turn.apa.iter().map(|what| what.dalam(Bahasa::Id).to_owned()).collect(),
        }),
        ..Manifest::default()
    }
}
