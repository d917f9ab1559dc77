//! What is known from before, by a program that builds again, or from the run before.

use crate::memo::{Memo, open, sealed};
use crate::model::Model;
use crate::pipeline::{of_templates, of_theme};
use crate::render::sink::Sink;
use crate::render::theme::Theme;
use crate::report::Report;
use crate::source::{self, Sources};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

/// What is known from before: what files were read into, what is known of their texts, what rules found, what pages rest on.
///
/// A program that builds again and again keeps it in memory; from run to run it is kept as bytes.
#[derive(Debug, Default)]
pub struct Cache {
    pub(super) records: Memo,
    pub(super) texts: Memo,
    pub(super) rules: Memo,
    /// Pictures for links by what they follow from alone.
    pub(super) cards: Memo,
    pages: OnceLock<Memo>,
    /// The theme that was last brought together, with the digest of what it was made from.
    theme_made: Mutex<Option<(u128, Arc<Theme>)>>,
}

/// The names that it is kept under.
const RECORDS: &str = "cache-records";
const TEXTS: &str = "cache-texts";
const RULES: &str = "cache-rules";
const CARDS: &str = "cache-cards";
const STAMPS: &str = "cache-stamps";
const PAGES: &str = "cache-pages";

impl Cache {
    /// What an earlier run of this very program [wrote](Self::write); what it kept is asked for from several threads at once.
    pub fn read(kept: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync)) -> Self {
        let memo = |name| kept(name).and_then(Memo::from_bytes).unwrap_or_default();
        let smaller = || (memo(TEXTS), memo(RULES), memo(CARDS));
        let (records, (texts, rules, cards)) = rayon::join(|| memo(RECORDS), smaller);
        Self { records, texts, rules, cards, ..Self::default() }
    }

    /// What is remembered of pages; in another run of the program what the sink kept.
    pub(super) fn pages(&self, sink: &dyn Sink) -> &Memo {
        self.pages.get_or_init(|| sink.kept(PAGES).and_then(Memo::from_bytes).unwrap_or_default())
    }

    /// Keeps what another run has use for, from several threads at once; no bytes stand for those that were read.
    pub fn write(&self, keep: &(dyn Fn(&str, Option<&[u8]>) + Sync)) {
        let memo = |name, memo: &Memo| keep(name, memo.to_bytes().as_deref());
        let others = || {
            memo(TEXTS, &self.texts);
            memo(RULES, &self.rules);
            memo(CARDS, &self.cards);
        };
        let pages = || self.pages.get().into_iter().for_each(|pages| memo(PAGES, pages));
        rayon::join(pages, || rayon::join(|| memo(RECORDS, &self.records), others));
    }

    /// Puts together what the last build learned, so that the next does not wait for it.
    pub fn settle(&self) {
        [&self.records, &self.texts, &self.rules, &self.cards]
            .into_iter()
            .chain(self.pages.get())
            .for_each(Memo::settle);
    }

    /// Has a sink keep what another run has use for.
    pub fn keep_in(&self, sink: &dyn Sink) {
        self.write(&|name, bytes| keep_in(sink, name, bytes));
    }

    /// The theme of a site, which is brought together when it is not the same as before.
    pub(super) fn theme(&self, model: &Model, sources: &Sources, report: &mut Report) -> Option<Arc<Theme>> {
        let digest = of_theme(model, sources).digest128();
        let mut theme_made = self.theme_made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, theme)) = &*theme_made
            && *known == digest
        {
            return Some(Arc::clone(theme));
        }
        let said = report.findings().len();
        let theme = Arc::new(Theme::load(sources, &model.situs.record, of_templates(model, sources), report)?);
        // What was said of its files is to be said again next time.
        *theme_made = (report.findings().len() == said).then(|| (digest, Arc::clone(&theme)));
        Some(theme)
    }
}

/// The texts that an earlier run of this very program [kept](keep_texts) in mind.
pub fn recall_texts(kept: &dyn Fn(&str) -> Option<Vec<u8>>) -> source::StampCache {
    let bytes = kept(STAMPS).and_then(open);
    bytes.and_then(|bytes| source::StampCache::from_bytes(&bytes)).unwrap_or_default()
}

/// Keeps in mind which texts were found from a moment on; no bytes where that is all `known`, and nothing known where one of
/// those was another after all.
pub fn keep_texts(
    sources: &Sources,
    known: &source::StampCache,
    moment: SystemTime,
    keep: &dyn Fn(&str, Option<&[u8]>),
) {
    let stamps =
        if sources.has_changed() { Some(source::StampCache::default()) } else { sources.stamp_cache(known, moment) };
    keep(STAMPS, stamps.map(|stamps| sealed(stamps.to_bytes())).as_deref());
}

/// Keeps bytes in a sink; where there are none, what it has is still wanted.
pub fn keep_in(sink: &dyn Sink, name: &str, bytes: Option<&[u8]>) {
    match bytes {
        Some(bytes) => sink.keep(name, bytes),
        None => sink.still_wanted(name),
    }
}
