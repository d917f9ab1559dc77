//! The words that entries are found by, gathered from their texts.
//!
//! Words of running text are gathered in parts, and a part is kept from build to build under the digest of what decides its
//! words. Where one part ends and the next begins, the entry that begins it says by its own digest: an entry that comes,
//! goes or changes leaves all parts but its own as they are, though every number behind it is another. So numbers inside a
//! part are counted from its first entry.

use crate::memo::{Key, Session};
use crate::page::frame::keyed::{NumberedSet, digest};
use crate::page::search::entries::{EntryKind, SearchEntry};
use crate::page::search::stems::{root, running, words};
use crate::value::gelar::parted;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// The most entries listed for a word of running text.
const MOST_TOLD: usize = 60;

/// How much a word says of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// It is its name, or stands in its title.
    Utama,
    /// It stands near it.
    Sampingan,
}

/// The entries of a word, in order of their numbers.
#[derive(Debug, Default)]
pub(super) struct WordList {
    pub sebutan: Vec<(u32, Weight)>,
    /// Whether there are more than these, which are then as many as are listed.
    pub lebih: bool,
}

/// Words with their entries, in order.
pub(super) type Terms = Vec<(String, WordList)>;

/// An entry with its number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbered<'e, 'm> {
    pub nomor: u32,
    pub entri: &'e SearchEntry<'m>,
}

/// Words with their entries, in the order in which they were met.
#[derive(Debug)]
struct Dictionary {
    words: NumberedSet<String>,
    /// The entries of each word, by the word's number.
    lists: Vec<WordList>,
    /// The most entries listed for a word.
    most: usize,
}

/// The words of some entries while they are gathered.
#[derive(Debug)]
struct IdSet<'m> {
    dictionary: Dictionary,
    sentences: Pieces<'m>,
    texts: Pieces<'m>,
}

/// Pieces of text between two spaces, with the numbers of the words each gives: an article repeats most of its pieces, and so
/// does the next.
#[derive(Debug, Default)]
struct Pieces<'m> {
    known: NumberedSet<&'m str>,
    /// The words of a piece, by its number.
    words: Vec<Vec<usize>>,
    /// The entry that each piece was last met in.
    last: Vec<u32>,
}

/// A part as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Section {
    /// The words, each with a space behind it.
    words: String,
    /// The lists of the words, one after the other, each with [`END`] or [`MORE`] behind it.
    steps: Vec<u32>,
}

/// Ends a list, as a shard ends one that there is more of.
const MORE: u32 = 0;
/// Ends a list that there is no more of; no step is written like this.
const END: u32 = 1;

/// The words that names are found by, with all their entries.
pub(super) fn named(numbered: &[Numbered<'_, '_>]) -> Terms {
    let shares = numbered.par_chunks(share(numbered.len())).map(|share| {
        let mut dictionary = Dictionary::with(usize::MAX);
        for one in share {
            dictionary.put_named(*one);
        }
        dictionary
    });
    shares.reduce(|| Dictionary::with(usize::MAX), Dictionary::joined).terms()
}

/// The words that sentences and running text are found by, from what is remembered of them.
pub(super) fn told(numbered: &[Numbered<'_, '_>], memo: &Session<'_>) -> Terms {
    let keyed = numbered.par_iter().filter_map(|one| Some((key(one.entri)?, *one)));
    let keyed: Vec<(u128, Numbered<'_, '_>)> = keyed.collect();
    let per_part = per_part(keyed.len());
    let begins = |key: u128| key.is_multiple_of(per_part);
    let parts: Vec<_> =
        keyed.chunk_by(|(_, before), (key, one)| !begins(*key) && one.nomor == before.nomor + 1).collect();
    let shares = parts.par_chunks(share(parts.len())).map(|share| {
        let mut dictionary = Dictionary::with(MOST_TOLD);
        let keys: Vec<Key> = share.iter().map(|part| dictionary.put_part(part, memo)).collect();
        (dictionary, keys)
    });
    let (dictionary, keys) = shares.reduce(
        || (Dictionary::with(MOST_TOLD), Vec::new()),
        |(dictionary, mut keys), (later, more)| {
            keys.extend(more);
            (dictionary.joined(later), keys)
        },
    );
    // Other threads gathered them.
    for key in keys {
        memo.read(key);
    }
    dictionary.terms()
}

/// How many of so much work are done in one go: a few shares for each core, as each begins with no words.
fn share(work: usize) -> usize {
    work.div_ceil(4 * rayon::current_num_threads()).max(1)
}

/// The digest of what decides the words an entry is told by; nothing where there are none.
fn key(entri: &SearchEntry<'_>) -> Option<u128> {
    // The sentences stand in the file as well.
    let of_file = entri.teks.digest().map(|part_digest| digest(&(entri.jenis, part_digest)));
    let is_told = || !entri.pokok.is_empty() || !entri.teks.read().is_empty();
    of_file.or_else(|| is_told().then(|| digest(&(&entri.pokok, &entri.teks))))
}

/// How many of so many entries a part has on average: of a small part little is gathered anew, of few parts little is put
/// together. A power of two, so that it seldom is another one as a site grows.
fn per_part(entries: usize) -> u128 {
    (entries.isqrt() as u128 / 4).next_power_of_two()
}

impl Dictionary {
    /// A dictionary that lists at most so many entries for a word.
    fn with(most: usize) -> Self {
        Self { words: NumberedSet::default(), lists: Vec::new(), most }
    }

    /// The number of a word.
    fn number(&mut self, word: &str) -> usize {
        let number = self.words.get_index_of(word).unwrap_or_else(|| self.words.insert_full(word.to_owned()).0);
        if number == self.lists.len() {
            self.lists.push(WordList::default());
        }
        number
    }

    /// Writes an entry into the list of a word, unless it is the last there.
    fn put(&mut self, word: &str, nomor: u32, bobot: Weight) {
        let number = self.number(word);
        self.lists[number].put(nomor, bobot, self.most);
    }

    /// Writes an entry into the lists of words.
    fn put_numbers(&mut self, words: &[usize], nomor: u32, bobot: Weight) {
        for word in words {
            self.lists[*word].put(nomor, bobot, self.most);
        }
    }

    /// Writes an entry into the lists of the words its names are found by; what a word says most of it comes first.
    fn put_named(&mut self, Numbered { nomor, entri }: Numbered<'_, '_>) {
        let number = if entri.jenis == EntryKind::Paslon { words(&entri.keterangan.said()) } else { Vec::new() };
        for word in entri.nama.iter().flat_map(|text| words(&parted(text))).chain(number) {
            self.put(&word, nomor, Weight::Utama);
        }
        for word in entri.sekitar.iter().flat_map(|text| words(text)) {
            self.put(&word, nomor, Weight::Sampingan);
        }
    }

    /// Adds the entries of a part, which have the next numbers; gives the key it is remembered by.
    fn put_part(&mut self, part: &[(u128, Numbered<'_, '_>)], memo: &Session<'_>) -> Key {
        let keys: Vec<u128> = part.iter().map(|(key, _)| *key).collect();
        let (key, first) = (Key::of("words", &keys), part[0].1.nomor);
        let section = memo.remember(key, || {
            let mut himpunan = IdSet::new();
            for (_, one) in part {
                himpunan.put_told(Numbered { nomor: one.nomor - first, ..*one });
            }
            let words = himpunan.dictionary.words.iter().flat_map(|word| [word, " "]).collect();
            Section { words, steps: himpunan.dictionary.lists.iter().flat_map(kept_list).collect() }
        });
        self.put_all(&section, first);
        key
    }

    /// Adds the entries of a part whose first has a number.
    fn put_all(&mut self, bagian: &Section, first: u32) {
        let mut steps = bagian.steps.iter().copied();
        for word in bagian.words.split_terminator(' ') {
            let (number, most) = (self.number(word), self.most);
            let (daftar, mut next) = (&mut self.lists[number], first);
            let end = loop {
                match steps.next() {
                    Some(step) if step != MORE && step != END => {
                        next = next.saturating_add(step / 2);
                        daftar.put(next - 1, if step % 2 == 0 { Weight::Utama } else { Weight::Sampingan }, most);
                    }
                    end => break end,
                }
            };
            daftar.lebih |= end == Some(MORE);
        }
    }

    /// These words and those of entries with later numbers.
    fn joined(mut self, later: Self) -> Self {
        for (word, more) in later.words.into_iter().zip(later.lists) {
            let number = self.number(&word);
            self.lists[number].join(more, self.most);
        }
        self
    }

    /// The words in order.
    fn terms(self) -> Terms {
        let mut terms: Terms = self.words.into_iter().zip(self.lists).collect();
        terms.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        terms
    }
}

impl<'m> IdSet<'m> {
    fn new() -> Self {
        Self { dictionary: Dictionary::with(MOST_TOLD), sentences: Pieces::default(), texts: Pieces::default() }
    }

    /// Writes an entry into the lists of the words its sentences are found by: the roots; of a title also the words as
    /// written, for one half typed.
    fn put_told(&mut self, Numbered { nomor, entri }: Numbered<'_, 'm>) {
        for piece in entri.pokok.iter().flat_map(|text| text.split_whitespace()) {
            let words = self.sentences.first_time(piece, nomor, |words| {
                words
                    .iter()
                    .flat_map(|word| [self.dictionary.number(&root(word)), self.dictionary.number(word)])
                    .collect()
            });
            self.dictionary.put_numbers(words, nomor, Weight::Utama);
        }
        for piece in entri.teks.read().split_whitespace() {
            let words = self.texts.first_time(piece, nomor, |words| {
                words.iter().map(|word| self.dictionary.number(&root(word))).collect()
            });
            self.dictionary.put_numbers(words, nomor, Weight::Sampingan);
        }
    }
}

impl<'m> Pieces<'m> {
    /// The numbers of the words of a piece that is met for the first time in an entry, and of one met before none.
    fn first_time(&mut self, piece: &'m str, nomor: u32, number: impl FnOnce(&[String]) -> Vec<usize>) -> &[usize] {
        let (place, is_new) = self.known.insert_full(piece);
        if is_new {
            self.words.push(number(&running(piece)));
            self.last.push(nomor);
        } else if std::mem::replace(&mut self.last[place], nomor) == nomor {
            return &[];
        }
        &self.words[place]
    }
}

impl WordList {
    /// Adds an entry unless it is the last; of more than so many none.
    fn put(&mut self, nomor: u32, bobot: Weight, most: usize) {
        if self.lebih || self.sebutan.last().is_some_and(|(last, _)| *last == nomor) {
            return;
        }
        if self.sebutan.len() < most {
            self.sebutan.push((nomor, bobot));
        } else {
            self.lebih = true;
        }
    }

    /// Adds the entries of later numbers.
    fn join(&mut self, later: Self, most: usize) {
        if self.sebutan.is_empty() {
            *self = later;
            return;
        }
        for (nomor, bobot) in later.sebutan {
            self.put(nomor, bobot, most);
        }
        self.lebih |= later.lebih;
    }

    /// The list as it is written: the steps between the numbers, doubled, odd where the word only stands near; a zero at the
    /// end says that there are more.
    pub fn encode(&self) -> Vec<u32> {
        let mut steps = Vec::with_capacity(self.sebutan.len() + 1);
        let mut before = 0;
        for (nomor, bobot) in &self.sebutan {
            steps.push((nomor + 1 - before) * 2 + u32::from(*bobot == Weight::Sampingan));
            before = nomor + 1;
        }
        steps.extend(self.lebih.then_some(MORE));
        steps
    }
}

/// A list as it is kept: as it is written, and ended also where there are no more.
fn kept_list(daftar: &WordList) -> impl Iterator<Item = u32> {
    daftar.encode().into_iter().chain((!daftar.lebih).then_some(END))
}
