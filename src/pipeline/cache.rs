//! What is known from before, by a program that builds again, or from the run before.

use crate::bundle::{open, sealed};
use crate::check;
use crate::model::Model;
use crate::model::document::DocumentCache;
use crate::pipeline::of_theme;
use crate::record::cache::RecordCache;
use crate::render::cache::SavedPages;
use crate::render::sink::Sink;
use crate::render::theme::Theme;
use crate::report::Report;
use crate::source::{self, Sources};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::SystemTime;

/// What is known from before: what files were read into, what is known of their texts, which rules found nothing, what pages
/// rest on.
///
/// A program that builds again and again keeps it in memory; from run to run it is kept as bytes.
#[derive(Debug, Default)]
pub struct Cache {
    pub(super) records: RecordCache,
    documents: OnceLock<DocumentCache>,
    /// What another run kept of it, until somebody asks for it.
    bytes_of_documents: Mutex<Option<Vec<u8>>>,
    pub(super) rules: check::cache::RuleCache,
    /// The theme that was last brought together, with the digest of what it was made from.
    theme_made: Mutex<Option<(u128, Arc<Theme>)>>,
    /// What the last build learned of the files it drew; nothing where none was drawn by this program yet.
    pages: Mutex<Option<SavedPages>>,
}

/// The names that it is kept under.
const RECORDS: &str = "cache-records";
const DOCUMENTS: &str = "cache-documents";
const RULES: &str = "cache-rules";
const TEXTS: &str = "cache-texts";
const PAGES: &str = "cache-pages";

impl Cache {
    /// What an earlier run of this very program [wrote](Self::write); what it kept is asked for from several threads at once.
    pub fn read(kept: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync)) -> Self {
        let kept = |name| kept(name).and_then(open);
        let (bytes_of_documents, (records, rules)) = rayon::join(
            || kept(DOCUMENTS),
            || {
                let rules = kept(RULES).and_then(|bytes| check::cache::RuleCache::from_bytes(&bytes));
                (kept(RECORDS).and_then(RecordCache::from_bytes), rules)
            },
        );
        Self {
            records: records.unwrap_or_default(),
            bytes_of_documents: Mutex::new(bytes_of_documents),
            rules: rules.unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What is known of the texts; taking apart what another run kept takes a while.
    pub(super) fn documents(&self) -> &DocumentCache {
        self.documents.get_or_init(|| {
            let bytes = self.bytes_of_documents.lock().unwrap_or_else(PoisonError::into_inner).take();
            bytes.and_then(|bytes| DocumentCache::from_bytes(&bytes)).unwrap_or_default()
        })
    }

    /// Keeps what another run has use for, from several threads at once; no bytes stand for those that were read.
    pub fn write(&self, keep: &(dyn Fn(&str, Option<&[u8]>) + Sync)) {
        let pages = || keep(PAGES, self.pages().as_ref().map(|kept| sealed(kept.to_bytes())).as_deref());
        let catatan = || keep(RECORDS, self.records.to_bytes().map(sealed).as_deref());
        let others = || {
            keep(DOCUMENTS, Some(&sealed(self.documents().to_bytes())));
            keep(RULES, Some(&sealed(self.rules.to_bytes())));
        };
        rayon::join(pages, || rayon::join(catatan, others));
    }

    /// Has a sink keep what another run has use for.
    pub fn keep_in(&self, sink: &dyn Sink) {
        self.write(&|name, bytes| match bytes {
            Some(bytes) => sink.keep(name, bytes),
            None => sink.still_wanted(name),
        });
    }

    /// Remembers what is known of files that were drawn; in another run of the program what the sink kept.
    pub(super) fn recall_pages(&self, sink: &dyn Sink) {
        let mut pages = self.pages();
        if pages.is_none() {
            *pages = sink.kept(PAGES).and_then(open).and_then(|bytes| SavedPages::from_bytes(&bytes));
        }
    }

    /// Takes out what is known of files that were drawn.
    pub(super) fn take_pages(&self) -> Option<SavedPages> {
        self.pages().take()
    }

    /// Puts in what the next build is to know of files that were drawn.
    pub(super) fn put_pages(&self, kept: Option<SavedPages>) {
        *self.pages() = kept;
    }

    fn pages(&self) -> MutexGuard<'_, Option<SavedPages>> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
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
        let theme = Arc::new(Theme::load(sources, &model.situs.record, model.options.hari, report)?);
        // What was said of its files is to be said again next time.
        *theme_made = (report.findings().len() == said).then(|| (digest, Arc::clone(&theme)));
        Some(theme)
    }
}

/// The texts that an earlier run of this very program [kept](keep_texts) in mind.
pub fn recall_texts(kept: &dyn Fn(&str) -> Option<Vec<u8>>) -> source::StampCache {
    let bytes = kept(TEXTS).and_then(open);
    bytes.and_then(|bytes| source::StampCache::from_bytes(&bytes)).unwrap_or_default()
}

/// Keeps in mind which texts were found from a moment on, where that is not all `known`; nothing where one of those known
/// was another after all.
pub fn keep_texts((sources, known): (&Sources, &source::StampCache), moment: SystemTime, keep: &dyn Fn(&str, &[u8])) {
    let stamps =
        if sources.has_changed() { Some(source::StampCache::default()) } else { sources.stamp_cache(known, moment) };
    if let Some(stamps) = stamps {
        keep(TEXTS, &sealed(stamps.to_bytes()));
    }
}
