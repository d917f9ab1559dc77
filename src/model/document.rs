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
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
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
    words: OnceLock<WordSet>,
    digits: OnceLock<usize>,
    outline: OnceLock<Outline>,
    shape: OnceLock<Shape>,
    /// The questions that found nothing in the text: one that is asked again need not be.
    quiet: Questions,
}

/// What is seen of a text without taking it apart.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Shape {
    /// The byte at which an article's text begins, after its front matter.
    body_start: usize,
    /// Whether it may silence a finding.
    may_silence: bool,
}

/// How many questions can be told apart.
pub const QUESTIONS: usize = 512;
/// The words of as many bits.
const WORDS: usize = QUESTIONS / 64;

/// A set of questions, which have numbers.
#[derive(Debug, Default)]
struct Questions([AtomicU64; WORDS]);

impl Questions {
    fn new(bits: [u64; WORDS]) -> Self {
        Self(bits.map(AtomicU64::new))
    }

    fn bits(&self) -> [u64; WORDS] {
        std::array::from_fn(|word| self.0[word].load(Ordering::Relaxed))
    }

    fn put(&self, question: usize) {
        self.0[question / 64].fetch_or(1 << (question % 64), Ordering::Relaxed);
    }

    fn remove(&self, question: usize) {
        self.0[question / 64].fetch_and(!(1 << (question % 64)), Ordering::Relaxed);
    }

    fn holds(&self, question: usize) -> bool {
        holds(&self.bits(), question)
    }
}

fn holds(bits: &[u64; WORDS], question: usize) -> bool {
    bits[question / 64] & (1 << (question % 64)) != 0
}

impl Document {
    /// Whether a question found nothing here before; nothing but the text may decide what it finds.
    pub fn is_quiet(&self, question: usize) -> bool {
        self.known.quiet.holds(question)
    }

    /// Notes that a question finds nothing here.
    pub fn set_quiet(&self, question: usize) {
        self.known.quiet.put(question);
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

    /// Whether one of the phrases may stand in the text; `false` is certain.
    pub fn may_hold(&self, phrases: &Phrases) -> bool {
        let words = self.known.words.get_or_init(|| WordSet::of(self.source.text()));
        phrases.0.iter().any(|phrase| phrase.iter().all(|word| words.may_hold(*word)))
    }

    /// Whether a number of so many digits may stand in the text, also one parted by spaces, dots or hyphens.
    pub fn may_hold_number(&self, digits: usize) -> bool {
        *self.known.digits.get_or_init(|| most_digits(self.source.text())) >= digits
    }
}

/// The files that hold records, in order of their paths.
#[derive(Debug)]
pub struct Files {
    all: Vec<Arc<Document>>,
    /// Those in which some question may find something that was put to all files before.
    busy: Vec<Arc<Document>>,
    /// The questions that were.
    before: [u64; WORDS],
    asked: Arc<Asked>,
}

/// What was asked of all files.
#[derive(Debug, Default)]
struct Asked {
    questions: Questions,
    /// What a question rested on besides the texts, as a digest.
    grounds: Mutex<BTreeMap<usize, u128>>,
}

impl Files {
    /// The files that a question has to be put to: no other has anything to say.
    pub fn to_ask(&self, question: usize) -> &[Arc<Document>] {
        if holds(&self.before, question) { &self.busy } else { &self.all }
    }

    /// The same of a question that rests on something besides the texts, which this is the digest of. What was found out on
    /// other grounds is forgotten.
    pub fn to_ask_on(&self, question: usize, grounds: u128) -> &[Arc<Document>] {
        let before = self.asked.grounds.lock().unwrap_or_else(PoisonError::into_inner).insert(question, grounds);
        if before == Some(grounds) {
            return self.to_ask(question);
        }
        self.asked.questions.remove(question);
        self.all.iter().for_each(|document| document.known.quiet.remove(question));
        &self.all
    }

    /// Notes that a question was put to all of them.
    pub fn asked(&self, question: usize) {
        self.asked.questions.put(question);
    }
}

impl Deref for Files {
    type Target = [Arc<Document>];

    fn deref(&self) -> &[Arc<Document>] {
        &self.all
    }
}

/// What was known of the files before, for a program that links the same content again and again.
#[derive(Debug, Default)]
pub struct DocumentCache {
    /// By the digests of the files.
    known: Mutex<IndexMap<u128, Arc<Known>, FixedState>>,
    asked: Arc<Asked>,
}

/// What is kept of it.
#[derive(Debug, Serialize, Deserialize)]
struct Kept<O> {
    asked: [u64; WORDS],
    grounds: BTreeMap<usize, u128>,
    /// Sets of quiet questions; most files have the same.
    quiet: Vec<[u64; WORDS]>,
    /// The texts by their digests: the place of the set, what was seen, and the parts of an article.
    files: Vec<(u128, usize, Option<Shape>, Option<O>)>,
}

impl DocumentCache {
    /// What was [kept](Self::to_bytes); nothing where that cannot be read.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let kept: Kept<Outline> = postcard::from_bytes(bytes).ok()?;
        let known = kept.files.into_iter().map(|(key, quiet, shape, outline)| {
            let quiet = Questions::new(*kept.quiet.get(quiet)?);
            let outline = outline.map_or_else(OnceLock::new, OnceLock::from);
            let shape = shape.map_or_else(OnceLock::new, OnceLock::from);
            Some((key, Arc::new(Known { outline, shape, quiet, ..Known::default() })))
        });
        let asked = Asked { questions: Questions::new(kept.asked), grounds: Mutex::new(kept.grounds) };
        Some(Self { known: Mutex::new(known.collect::<Option<_>>()?), asked: Arc::new(asked) })
    }

    /// What another run of the program has use for, of the files that were linked last.
    pub fn to_bytes(&self) -> Vec<u8> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut numbers: BTreeMap<[u64; WORDS], usize> = BTreeMap::new();
        let mut quiet = Vec::new();
        let files = known.iter().map(|(key, known)| {
            let bits = known.quiet.bits();
            let number = *numbers.entry(bits).or_insert_with(|| {
                quiet.push(bits);
                quiet.len() - 1
            });
            (*key, number, known.shape.get().copied(), known.outline.get())
        });
        let files = files.collect();
        let grounds = self.asked.grounds.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let kept = Kept { asked: self.asked.questions.bits(), grounds, quiet, files };
        postcard::to_stdvec(&kept).unwrap_or_default()
    }

    /// The files in order of their paths; of one whose text is the same, all is known that was known before.
    pub(super) fn files<'s>(&self, sources: impl Iterator<Item = &'s Arc<Source>>) -> Files {
        let mut sources: Vec<&Arc<Source>> = sources.collect();
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        let mut before = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let all: Vec<(u128, Arc<Document>)> = sources
            .into_par_iter()
            .map(|source| {
                let key = source.key();
                let known = before.get(&key).cloned().unwrap_or_default();
                (key, Arc::new(Document { source: Arc::clone(source), known }))
            })
            .collect();
        *before = all.iter().map(|(key, document)| (*key, Arc::clone(&document.known))).collect();
        let all: Vec<Arc<Document>> = all.into_iter().map(|(_, document)| document).collect();
        let asked = self.asked.questions.bits();
        let is_quiet =
            |document: &Document| document.known.quiet.bits().iter().zip(asked).all(|(quiet, all)| all & !quiet == 0);
        let busy = all.iter().filter(|document| !is_quiet(document)).cloned().collect();
        Files { all, busy, before: asked, asked: Arc::clone(&self.asked) }
    }
}

impl Deref for Document {
    type Target = Source;

    fn deref(&self) -> &Source {
        &self.source
    }
}

/// The most digits that stand together, with one sign at most between two of them.
fn most_digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut most, mut count, mut end) = (0, 0, 0);
    let mut at = 0;
    while let Some(skipped) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + skipped;
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        // A bracket closes an area's code, as in `(0285) 421234`; a space that does not break has two bytes.
        let between = bytes[end..start].strip_prefix(b")").unwrap_or(&bytes[end..start]);
        let joined = matches!(between, [] | [b' ' | b'.' | b'-'] | [0xc2, 0xa0]) && count > 0;
        count = if joined { count + length } else { length };
        most = most.max(count);
        end = start + length;
        at = end;
    }
    most
}

/// Phrases that are looked for in many files; capital and small letters are the same.
#[derive(Debug)]
pub struct Phrases(Vec<Vec<u32>>);

impl Phrases {
    /// Phrases of one word or more.
    pub fn new<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let words = |phrase: &str| phrase.split(is_sign).filter(|word| !word.is_empty()).map(hash_of).collect();
        Self(phrases.into_iter().map(words).collect())
    }
}

fn is_sign(c: char) -> bool {
    !c.is_ascii_alphanumeric()
}

/// Which words a text may hold: a Bloom filter of 4,096 bits, two for each word.
///
/// An article of 500 words sets a tenth of the bits, so a word that is not there is taken for one that may be once in a
/// hundred times, and two words once in ten thousand.
#[derive(Debug)]
struct WordSet(Box<[u64; 64]>);

impl WordSet {
    fn of(text: &str) -> Self {
        let mut set = Self(Box::new([0; 64]));
        let (mut hash, mut letters) = (START, false);
        for byte in text.bytes() {
            let folded = FOLDED[usize::from(byte)];
            if folded == 0 {
                if hash != START {
                    set.put(hash);
                    hash = START;
                }
                letters = false;
                continue;
            }
            // Of `RT05` the letters are a word too.
            let is_letter = folded > b'9';
            if letters && !is_letter {
                set.put(hash);
            }
            letters = is_letter;
            hash = (hash ^ u32::from(folded)).wrapping_mul(PRIME);
        }
        set.put(hash);
        set
    }

    fn put(&mut self, hash: u32) {
        for bit in bits(hash) {
            self.0[bit / 64] |= 1 << (bit % 64);
        }
    }

    fn may_hold(&self, hash: u32) -> bool {
        bits(hash).into_iter().all(|bit| self.0[bit / 64] & (1 << (bit % 64)) != 0)
    }
}

/// The hash of no letters, and the number that each further letter multiplies it by: FNV-1a.
const START: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// Letters and digits as small ones; everything else is no part of a word.
const FOLDED: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

fn hash_of(word: &str) -> u32 {
    word.bytes().fold(START, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME))
}

fn bits(hash: u32) -> [usize; 2] {
    [(hash & 0xfff) as usize, (hash >> 20) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn document(text: &str) -> Document {
        let sources = Sources::from_texts([("content/berita/x.md", text)]);
        Document { source: Arc::clone(sources.iter().next().unwrap()), known: Arc::default() }
    }

    #[test]
    fn a_word_that_is_there_is_never_missed() {
        let text = "---\njudul: Kotak-Kosong\n---\nHari JUM'AT\nini terbaik";
        for phrase in ["kotak kosong", "jum'at", "Terbaik", "hari jum"] {
            assert!(document(text).may_hold(&Phrases::new(["tidak ada", phrase])), "{phrase}");
        }
    }

    #[test]
    fn digits_are_counted_across_one_sign() {
        for (text, digits) in
            [("0812-3456-7890 x", 12), ("33 75\u{a0}01.0101", 10), ("12 | 34", 2), ("1  23", 2), ("2024-11-01", 8)]
        {
            assert_eq!(most_digits(text), digits, "{text}");
        }
    }

    #[test]
    fn a_word_that_is_not_there_is_not_looked_for() {
        let text = "Rapat pleno terbuka di Kota Contoh";
        assert!(!document(text).may_hold(&Phrases::new(["kotak kosong", "terbaik", "kota kosong"])));
    }
}
