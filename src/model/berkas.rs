//! A file that holds a record, with what the rules and the pages ask of its text again and again.

use crate::markdown::{Outline, outline};
use crate::report::place::body_start;
use crate::source::Source;
use rayon::prelude::*;
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A file that holds a record; drafts and translations too.
#[derive(Debug)]
pub struct Berkas {
    source: Arc<Source>,
    words: WordSet,
    digits: usize,
    outline: Outline,
    quiet: Quiet,
}

/// Questions, by number, that found nothing in a text: one that is asked again need not be.
#[derive(Debug, Default)]
struct Quiet([AtomicU64; QUESTIONS / 64]);

/// How many questions can be told apart.
pub const QUESTIONS: usize = 512;

impl Berkas {
    /// Reads the words of a file, and the parts of an article.
    pub(super) fn new(source: Arc<Source>) -> Self {
        let outline = if is_article(&source) { outline_of(&source) } else { Outline::default() };
        let (words, digits) = (WordSet::of(source.text()), most_digits(source.text()));
        Self { words, digits, outline, quiet: Quiet::default(), source }
    }

    /// Whether a question found nothing here before; nothing but the text may decide what it finds.
    pub fn is_quiet(&self, question: usize) -> bool {
        let word = self.quiet.0.get(question / 64);
        word.is_some_and(|word| word.load(Ordering::Relaxed) & (1 << (question % 64)) != 0)
    }

    /// Notes that a question finds nothing here.
    pub fn set_quiet(&self, question: usize) {
        if let Some(word) = self.quiet.0.get(question / 64) {
            word.fetch_or(1 << (question % 64), Ordering::Relaxed);
        }
    }

    /// The parts of the article below the front matter, with their bytes in it; nothing in a record.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// Whether the file is an article in Markdown.
    pub fn is_article(&self) -> bool {
        is_article(&self.source)
    }

    /// Whether one of the phrases may stand in the text; `false` is certain.
    pub fn may_hold(&self, phrases: &Phrases) -> bool {
        phrases.0.iter().any(|words| words.iter().all(|word| self.words.may_hold(*word)))
    }

    /// Whether a number of so many digits may stand in the text, also one parted by spaces, dots or hyphens.
    pub fn may_hold_number(&self, digits: usize) -> bool {
        self.digits >= digits
    }
}

/// The files as they were known before, for a program that links the same content again and again.
#[derive(Debug, Default)]
pub struct Kenal(Mutex<Vec<Arc<Berkas>>>);

impl Kenal {
    /// The files in order of their paths; one whose text is the same is the one known before.
    pub(super) fn files<'s>(&self, sources: impl Iterator<Item = &'s Arc<Source>>) -> Vec<Arc<Berkas>> {
        let mut sources: Vec<&Arc<Source>> = sources.collect();
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        let mut before = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |source: &Source| {
            let place = before.binary_search_by(|berkas| berkas.path.cmp(&source.path)).ok()?;
            (before[place].sidik == source.sidik).then(|| Arc::clone(&before[place]))
        };
        let files: Vec<Arc<Berkas>> = sources
            .into_par_iter()
            .map(|source| known(source).unwrap_or_else(|| Arc::new(Berkas::new(Arc::clone(source)))))
            .collect();
        before.clone_from(&files);
        files
    }
}

impl Deref for Berkas {
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

fn outline_of(source: &Source) -> Outline {
    outline(&source.text()[body_start(&source.path, source.text())..])
}

fn is_article(source: &Source) -> bool {
    source.path.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
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

    fn berkas(text: &str) -> Berkas {
        let sources = Sources::from_texts([("content/berita/x.md", text)]);
        Berkas::new(Arc::clone(sources.iter().next().unwrap()))
    }

    #[test]
    fn a_word_that_is_there_is_never_missed() {
        let text = "---\njudul: Kotak-Kosong\n---\nHari JUM'AT\nini terbaik";
        for phrase in ["kotak kosong", "jum'at", "Terbaik", "hari jum"] {
            assert!(berkas(text).may_hold(&Phrases::new(["tidak ada", phrase])), "{phrase}");
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
        assert!(!berkas(text).may_hold(&Phrases::new(["kotak kosong", "terbaik", "kota kosong"])));
    }
}
