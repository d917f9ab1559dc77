//! A file that holds a record, with what the rules and the pages ask of its text again and again.
//!
//! What is found out of a text is kept by its digest: in memory from build to build of a preview, as bytes from one run of
//! the program to the next.

use crate::markdown::{Outline, outline};
use crate::record::abaikan::may_silence;
use crate::source::Source;
use foldhash::fast::FixedState;
use indexmap::IndexMap;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::ops::{Deref, Range};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

/// A file that holds a record; drafts and translations too.
#[derive(Debug)]
pub struct Document {
    source: Arc<Source>,
    known: Arc<Known>,
}

/// What is known of a text; what nobody asked for yet is not looked up.
#[derive(Debug, Default)]
struct Known {
    outline: OnceLock<Outline>,
    shape: OnceLock<Shape>,
    found: OnceLock<Vec<Found>>,
}

/// What is seen of a text without taking it apart.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Shape {
    /// The byte at which an article's text begins, after its front matter.
    body_start: usize,
    /// Whether it may silence a finding.
    may_silence: bool,
}

/// Something that one of the rules' looks found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The number of the look.
    pub look: usize,
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// The path of the value it stands in; empty below the front matter of an article.
    pub path: String,
    /// What the look says of it beside, as bytes.
    pub note: Vec<u8>,
}

/// Looks at a file in all ways there are: a function of the file alone, what it gives is in the order of the looks.
pub type Pass = fn(&Document) -> Vec<Found>;

impl Document {
    /// What a pass over the file finds; there is one pass in the program, so it is not made again.
    pub fn found(&self, pass: Pass) -> &[Found] {
        self.known.found.get_or_init(|| pass(self))
    }

    /// The parts of the article below the front matter, with their bytes in it; nothing in a record.
    pub fn outline(&self) -> &Outline {
        static NOTHING: LazyLock<Outline> = LazyLock::new(Outline::default);
        if !self.is_article() {
            return &NOTHING;
        }
        self.known.outline.get_or_init(|| outline(&self.source.text()[self.body_start()..]))
    }

    /// The byte at which an article's text begins, after its front matter.
    pub fn body_start(&self) -> usize {
        self.shape().body_start
    }

    /// Whether the record may silence a finding; `false` is certain.
    pub fn may_silence(&self) -> bool {
        self.shape().may_silence
    }

    fn shape(&self) -> Shape {
        *self.known.shape.get_or_init(|| Shape {
            body_start: self.source.body_start(),
            may_silence: may_silence(self.source.text()),
        })
    }

    /// Whether the file is an article in Markdown.
    pub fn is_article(&self) -> bool {
        !self.source.is_attachment() && self.source.path.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
    }
}

impl Deref for Document {
    type Target = Source;

    fn deref(&self) -> &Source {
        &self.source
    }
}

/// The files that hold records, in order of their paths.
#[derive(Debug)]
pub struct Files {
    all: Vec<Arc<Document>>,
    /// The places of the files in which a look found something, by the numbers of the looks.
    by_look: OnceLock<Vec<Vec<usize>>>,
}

impl Files {
    /// Makes the pass over all files, on all cores; who asks for a file that has not been looked at makes it there and then.
    pub fn look_at_all(&self, pass: Pass) {
        self.all.par_iter().for_each(|document| _ = document.found(pass));
    }

    /// What a look found, with its files, in order of their paths.
    pub fn found_by(&self, look: usize, pass: Pass) -> impl Iterator<Item = (&Arc<Document>, &Found)> {
        let places = self.by_look.get_or_init(|| self.by_look(pass)).get(look);
        places.into_iter().flatten().flat_map(move |place| {
            let document = &self.all[*place];
            document.found(pass).iter().filter(move |found| found.look == look).map(move |found| (document, found))
        })
    }

    fn by_look(&self, pass: Pass) -> Vec<Vec<usize>> {
        let mut by_look: Vec<Vec<usize>> = Vec::new();
        for (place, document) in self.all.iter().enumerate() {
            for Found { look, .. } in document.found(pass) {
                by_look.resize(by_look.len().max(look + 1), Vec::new());
                if by_look[*look].last() != Some(&place) {
                    by_look[*look].push(place);
                }
            }
        }
        by_look
    }
}

impl Deref for Files {
    type Target = [Arc<Document>];

    fn deref(&self) -> &[Arc<Document>] {
        &self.all
    }
}

/// What was known of the files before, for a program that links the same content again and again: by the digests of the files.
#[derive(Debug, Default)]
pub struct DocumentCache(Mutex<IndexMap<u128, Arc<Known>, FixedState>>);

/// What is kept of a file.
#[derive(Serialize, Deserialize)]
struct Kept<O, F> {
    /// The digest of the file.
    key: u128,
    shape: Option<Shape>,
    outline: Option<O>,
    found: Option<F>,
}

impl DocumentCache {
    /// What was [kept](Self::to_bytes); nothing where that cannot be read.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        fn cell<T>(value: Option<T>) -> OnceLock<T> {
            value.map_or_else(OnceLock::new, OnceLock::from)
        }
        let kept: Vec<Kept<Outline, Vec<Found>>> = postcard::from_bytes(bytes).ok()?;
        let known = kept.into_iter().map(|Kept { key, shape, outline, found }| {
            (key, Arc::new(Known { shape: cell(shape), outline: cell(outline), found: cell(found) }))
        });
        Some(Self(Mutex::new(known.collect())))
    }

    /// What another run of the program has use for, of the files that were linked last.
    pub fn to_bytes(&self) -> Vec<u8> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = known.iter().map(|(key, known)| Kept {
            key: *key,
            shape: known.shape.get().copied(),
            outline: known.outline.get(),
            found: known.found.get(),
        });
        postcard::to_stdvec(&kept.collect::<Vec<_>>()).unwrap_or_default()
    }

    /// The files in order of their paths; of one whose text is the same, all is known that was known before.
    pub(super) fn files<'s>(&self, sources: impl Iterator<Item = &'s Arc<Source>>) -> Files {
        let mut sources: Vec<&Arc<Source>> = sources.collect();
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        let mut before = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let all: Vec<Arc<Document>> = sources
            .into_par_iter()
            .map(|source| {
                let known = before.get(&source.key()).cloned().unwrap_or_default();
                Arc::new(Document { source: Arc::clone(source), known })
            })
            .collect();
        *before = all.iter().map(|document| (document.key(), Arc::clone(&document.known))).collect();
        Files { all, by_look: OnceLock::new() }
    }
}
