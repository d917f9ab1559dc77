//! A file that holds a record, with what the rules and the pages ask of its text again and again.

use crate::markdown::{Outline, outline};
use crate::memo::{Key, Session};
use crate::record::abaikan::may_silence;
use crate::source::Source;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

/// A file that holds a record; drafts and translations too.
#[derive(Debug)]
pub struct Document {
    source: Arc<Source>,
    text: Arc<TextFacts>,
    found: OnceLock<Arc<Vec<Found>>>,
}

/// What is seen of a text that no rule has looked at yet.
#[derive(Debug, Serialize, Deserialize)]
struct TextFacts {
    /// The byte at which an article's text begins, after its front matter.
    body_start: usize,
    /// Whether it may silence a finding.
    may_silence: bool,
    /// The parts of an article; nothing in a record.
    outline: Outline,
}

impl TextFacts {
    fn of(source: &Source) -> Self {
        let body_start = source.body_start();
        let outline = if is_article(source) { outline(&source.text()[body_start..]) } else { Outline::default() };
        Self { body_start, may_silence: may_silence(source.text()), outline }
    }
}

fn is_article(source: &Source) -> bool {
    !source.is_attachment() && source.path.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
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
        self.found.get_or_init(|| Arc::new(pass(self)))
    }

    /// The parts of the article below the front matter, with their bytes in it; nothing in a record.
    pub fn outline(&self) -> &Outline {
        &self.text.outline
    }

    /// The byte at which an article's text begins, after its front matter.
    pub fn body_start(&self) -> usize {
        self.text.body_start
    }

    /// Whether the record may silence a finding; `false` is certain.
    pub fn may_silence(&self) -> bool {
        self.text.may_silence
    }

    /// Whether the file is an article in Markdown.
    pub fn is_article(&self) -> bool {
        is_article(self)
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
    /// The files in order of their paths, with what is remembered of their texts.
    pub(super) fn of<'s>(sources: impl Iterator<Item = &'s Arc<Source>>, memo: &Session<'_>) -> Self {
        let mut sources: Vec<&Arc<Source>> = sources.collect();
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        let all = sources.into_par_iter().map(|source| {
            let text = memo.remember(Key::of("text", &source.key()), || TextFacts::of(source));
            Arc::new(Document { source: Arc::clone(source), text, found: OnceLock::new() })
        });
        Self { all: all.collect(), by_look: OnceLock::new() }
    }

    /// Makes the pass over all files that is not remembered, on all cores; who asks for a file that has not been looked at makes
    /// it there and then.
    pub fn look_at_all(&self, pass: Pass, memo: &Session<'_>) {
        self.all.par_iter().for_each(|document| {
            let found = || memo.remember(Key::of("looks", &document.key()), || pass(document));
            document.found.get_or_init(found);
        });
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
