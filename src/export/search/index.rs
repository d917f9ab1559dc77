//! The index of the search, split so that a phone takes no more than its query needs, however large the site.
//!
//! Names and running text are two families of words. Names are few, so their shards stay shallow and a slip in a name
//! is found from its second letter on; in a large site a slip in the first letter may be missed, for its shard is not
//! read. Lists are cut at a length, in the order of entries, and say so: the script then asks for one more word.

use crate::export::search::dictionary::{Numbered, Terms, Weight, WordList, named, told};
use crate::memo::Session;
use crate::page::search::entries::{EntryKind, SearchEntry};
use crate::value::kode_bahasa::KodeBahasa;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// Entries in a chunk of results: ten results from ten chunks are about as large as three shards.
pub const PER_CHUNK: usize = 16;
/// Bytes of a shard as written; compressed it is less than half.
const SHARD: usize = 6_000;
/// The most entries listed for a name; the contests in all of Indonesia are 545.
const MOST_NAMED: usize = 300;
/// The most entries listed for the beginning of a word that several shards go on with.
const MOST_BEGUN: usize = 40;

/// The whole index.
#[derive(Debug, PartialEq, Eq)]
pub struct SearchIndex {
    /// How many entries there are.
    pub jumlah: usize,
    /// Words of names, as written.
    pub nama: WordFamily,
    /// Words of running text, by their roots; those of titles also as written.
    pub kata: WordFamily,
    /// What is shown of each entry, by its number. Numbers are left out so that no contest lies in two chunks.
    pub hasil: Vec<Vec<Option<ResultFile>>>,
    /// The entries that not every language has, by language; empty where all of them are in one.
    pub bahasa: BTreeMap<KodeBahasa, InLanguage>,
}

/// The entries that a language has and others do not, by their numbers.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct InLanguage {
    /// Translations into it, which stand in no other.
    pub milik: Vec<u32>,
    /// What it has an entry of its own for.
    pub bukan: Vec<u32>,
}

/// A family of words in shards.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct WordFamily {
    /// All words in order, with their entries as a shard lists them.
    pub kata: Vec<(String, Vec<u32>)>,
    /// The beginnings of words that have a shard to themselves, in order.
    pub pangkal: Vec<String>,
    /// The shards, by the beginning of their words; also those of beginnings that several shards go on with.
    pub keping: BTreeMap<String, Chunk>,
}

/// A file of words.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    /// The places of its words among all.
    pub kata: Range<usize>,
    /// The first entries of all words that begin like this, where several shards go on with it.
    pub terusan: Vec<u32>,
}

/// What is shown of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultFile {
    /// What it is.
    pub jenis: EntryKind,
    /// Its name.
    pub judul: String,
    /// Its file below the root.
    pub alamat: String,
    /// Its region.
    pub wilayah: String,
    /// The key of the theme's word before the note.
    pub awalan: &'static str,
    /// The note.
    pub keterangan: String,
    /// The language that it is written in, where its page is not drawn in all.
    pub bahasa: Option<KodeBahasa>,
}

/// Makes the index of entries that are in order, from what is remembered of their words.
pub fn of(entries: Vec<SearchEntry<'_>>, memo: &Session<'_>) -> SearchIndex {
    let numbers = number(&entries);
    let numbered = numbers.iter().zip(&entries).map(|(nomor, entri)| Numbered { nomor: *nomor, entri });
    let numbered: Vec<Numbered<'_, '_>> = numbered.collect();
    let contests = contests(&numbered);
    let names = || family(cut_all(named(&numbered), &contests), &contests);
    let (kata, nama) = rayon::join(|| family(told(&numbered, memo), &contests), names);
    let bahasa = in_languages(&numbered);
    SearchIndex { jumlah: entries.len(), nama, kata, bahasa, hasil: chunks(&numbers, entries) }
}

/// Gives every entry its number; a contest that would lie in two chunks begins the next one.
fn number(entries: &[SearchEntry<'_>]) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(entries.len());
    let mut next = 0;
    for contest in entries.chunk_by(|a, b| !a.kontes.is_empty() && a.kontes == b.kontes) {
        let room = PER_CHUNK - next % PER_CHUNK;
        if contest.len() > room && contest.len() <= PER_CHUNK {
            next += room;
        }
        for _ in contest {
            numbers.push(u32::try_from(next).expect("a site has fewer than 2^32 entries"));
            next += 1;
        }
    }
    numbers
}

/// The contest of each pair, by the pair's number.
fn contests<'m>(numbered: &[Numbered<'_, 'm>]) -> BTreeMap<u32, &'m str> {
    let pairs = numbered.iter().filter(|one| !one.entri.kontes.is_empty());
    pairs.map(|one| (one.nomor, one.entri.kontes)).collect()
}

/// What each language has for itself. An original that is not translated stands in all.
fn in_languages(numbered: &[Numbered<'_, '_>]) -> BTreeMap<KodeBahasa, InLanguage> {
    let mut languages: BTreeMap<KodeBahasa, InLanguage> = BTreeMap::new();
    for Numbered { nomor, entri } in numbered {
        if let Some(own) = entri.bahasa.as_ref().filter(|own| !own.is_indonesia()) {
            languages.entry(own.clone()).or_default().milik.push(*nomor);
        }
        for other in &entri.lain {
            languages.entry(other.clone()).or_default().bukan.push(*nomor);
        }
    }
    languages
}

fn cut_all(mut terms: Terms, contests: &BTreeMap<u32, &str>) -> Terms {
    for (_, daftar) in &mut terms {
        daftar.lebih |= cut(&mut daftar.sebutan, MOST_NAMED, contests);
    }
    terms
}

/// Cuts a list, and says whether it did; of a contest it keeps all pairs or none.
fn cut(list: &mut Vec<(u32, Weight)>, most: usize, contests: &BTreeMap<u32, &str>) -> bool {
    let contest = |at: usize| list.get(at).and_then(|(number, _)| contests.get(number));
    let mut end = most.min(list.len());
    while end > 0 && contest(end).is_some() && contest(end) == contest(end - 1) {
        end += 1;
    }
    let is_cut = end < list.len();
    list.truncate(end);
    is_cut
}

/// The words of a family as they are split into shards.
struct Split<'t> {
    terms: &'t [(String, WordList)],
    /// The bytes that all words before each take in shards, and at the end those of all.
    before: Vec<usize>,
    contests: &'t BTreeMap<u32, &'t str>,
}

/// Puts words into shards.
fn family(terms: Terms, contests: &BTreeMap<u32, &str>) -> WordFamily {
    let lists: Vec<Vec<u32>> = terms.par_iter().map(|(_, daftar)| daftar.encode()).collect();
    let sizes = terms.iter().zip(&lists).map(|((word, _), list)| size(word, list));
    let before = std::iter::once(0).chain(sizes.scan(0, |sum, size| {
        *sum += size;
        Some(*sum)
    }));
    let split = Split { terms: &terms, before: before.collect(), contests };
    let mut keluarga = WordFamily::default();
    split.put(0..terms.len(), "", &mut keluarga);
    keluarga.kata = terms.into_iter().map(|(word, _)| word).zip(lists).collect();
    keluarga
}

impl Split<'_> {
    /// Makes one shard of words with the same beginning; of too many, a shard for each letter they go on with. Gives the
    /// first entries of them all.
    fn put(&self, words: Range<usize>, pangkal: &str, keluarga: &mut WordFamily) -> Vec<(u32, Weight)> {
        let has_own = self.terms[words.clone()].first().is_some_and(|(word, _)| word == pangkal);
        let own = words.start..words.start + usize::from(has_own);
        if own.end == words.end || self.before[words.end] - self.before[words.start] <= SHARD {
            keluarga.pangkal.push(pangkal.to_owned());
            keluarga.keping.insert(pangkal.to_owned(), Chunk { kata: words.clone(), terusan: Vec::new() });
            return self.first(self.heads(words).collect());
        }
        let (mut sebutan, mut start): (Vec<_>, _) = (self.heads(own.clone()).collect(), own.end);
        let longer = self.terms[own.end..words.end]
            .chunk_by(|(a, _), (b, _)| a.as_bytes()[pangkal.len()] == b.as_bytes()[pangkal.len()]);
        for part in longer {
            sebutan.extend(self.put(start..start + part.len(), &part[0].0[..=pangkal.len()], keluarga));
            start += part.len();
        }
        let sebutan = self.first(sebutan);
        if !pangkal.is_empty() {
            let terusan = WordList { sebutan: sebutan.clone(), lebih: true }.encode();
            keluarga.keping.insert(pangkal.to_owned(), Chunk { kata: own, terusan });
        }
        sebutan
    }

    /// The first entries of each word; some more, so that the pairs of a contest are all there before the list is cut.
    fn heads(&self, words: Range<usize>) -> impl Iterator<Item = (u32, Weight)> {
        self.terms[words].iter().flat_map(|(_, daftar)| daftar.sebutan.iter().take(MOST_BEGUN + PER_CHUNK)).copied()
    }

    /// The first of many entries.
    fn first(&self, mut sebutan: Vec<(u32, Weight)>) -> Vec<(u32, Weight)> {
        sebutan.sort_unstable();
        sebutan.dedup_by_key(|(number, _)| *number);
        cut(&mut sebutan, MOST_BEGUN, self.contests);
        sebutan
    }
}

/// About how many bytes a word takes in a shard.
fn size(word: &str, list: &[u32]) -> usize {
    let numbers = list.iter().map(|number| number.checked_ilog10().unwrap_or(0) as usize + 2);
    word.len() + 6 + numbers.sum::<usize>()
}

fn chunks(numbers: &[u32], entries: Vec<SearchEntry<'_>>) -> Vec<Vec<Option<ResultFile>>> {
    let mut chunks: Vec<Vec<Option<ResultFile>>> = Vec::new();
    for (nomor, entri) in numbers.iter().zip(entries) {
        let nomor = usize::try_from(*nomor).expect("a number fits where it came from");
        chunks.resize_with(nomor / PER_CHUNK + 1, Vec::new);
        let chunk = chunks.last_mut().expect("there is a chunk since the line above");
        chunk.resize_with(nomor % PER_CHUNK, || None);
        chunk.push(Some(shown(entri)));
    }
    chunks
}

fn shown(entri: SearchEntry<'_>) -> ResultFile {
    ResultFile {
        jenis: entri.jenis,
        judul: entri.judul,
        alamat: entri.alamat,
        wilayah: entri.wilayah.to_owned(),
        awalan: entri.awalan,
        keterangan: entri.keterangan.said(),
        bahasa: entri.bahasa,
    }
}
