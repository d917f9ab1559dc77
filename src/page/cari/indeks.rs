//! The index of the search, split so that a phone takes no more than its query needs, however large the site.
//!
//! Names and running text are two families of words. Names are few, so their shards stay shallow and a slip in a name
//! is found from its second letter on; in a large site a slip in the first letter may be missed, for its shard is not
//! read. Lists are cut at a length, in the order of entries, and say so: the script then asks for one more word.

use crate::page::Bernomor;
use crate::page::cari::entri::{Entri, Jenis};
use crate::page::cari::kata::{root, running, words};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Entries in a chunk of results: ten results from ten chunks are about as large as three shards.
pub const PER_CHUNK: usize = 16;
/// Bytes of a shard as written; compressed it is less than half.
const SHARD: usize = 6_000;
/// The entries that are looked through in one go: articles stand together, and have to be shared among all cores.
const PER_PART: usize = 512;
/// The most entries listed for a name; the contests in all of Indonesia are 545.
const MOST_NAMED: usize = 300;
/// The most entries listed for a word of running text.
const MOST_TOLD: usize = 60;
/// The most entries listed for the beginning of a word that several shards go on with.
const MOST_BEGUN: usize = 40;

/// The whole index.
#[derive(Debug)]
pub struct Indeks {
    /// How many entries there are.
    pub jumlah: usize,
    /// Words of names, as written.
    pub nama: Keluarga,
    /// Words of running text, by their roots; those of titles also as written.
    pub kata: Keluarga,
    /// What is shown of each entry, by its number. Numbers are left out so that no contest lies in two chunks.
    pub hasil: Vec<Vec<Option<Hasil>>>,
}

/// A family of words in shards.
#[derive(Debug, Default)]
pub struct Keluarga {
    /// The beginnings of words that have a shard to themselves, in order.
    pub pangkal: Vec<String>,
    /// The shards, by the beginning of their words; also those of beginnings that several shards go on with.
    pub keping: BTreeMap<String, Keping>,
}

/// A file of words.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Keping {
    /// The words with their entries.
    pub kata: BTreeMap<String, Vec<u32>>,
    /// The first entries of all words that begin like this, where several shards go on with it.
    pub terusan: Vec<u32>,
}

/// What is shown of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hasil {
    /// What it is.
    pub jenis: Jenis,
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
}

/// How much a word says of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bobot {
    /// It is its name, or stands in its title.
    Utama,
    /// It stands near it.
    Sampingan,
}

/// The entries of a word, in order of their numbers.
#[derive(Debug, Default)]
struct Daftar {
    sebutan: Vec<(u32, Bobot)>,
    /// Whether there are more than these.
    lebih: bool,
}

/// Words with their entries, in order.
type Terms = Vec<(String, Daftar)>;

/// The words of some entries, each with a number while they are gathered: an article repeats most of its words, and so
/// does the next.
#[derive(Default)]
struct Kamus<'m> {
    words: Bernomor<String>,
    /// The entries of each word, by the word's number.
    lists: Vec<Daftar>,
    /// Pieces of running text.
    pieces: Bernomor<&'m str>,
    /// The numbers of the roots in each piece, by the piece's number.
    roots: Vec<Vec<usize>>,
    /// The entry that each piece was last met in.
    last: Vec<u32>,
}

/// Writes an entry with its number into the lists of the words it is found by; what a word says most of it comes first.
type Put = dyn for<'m> Fn(&Nomor<'_, 'm>, &mut Kamus<'m>) + Sync;

/// An entry with its number.
struct Nomor<'e, 'm> {
    nomor: u32,
    entri: &'e Entri<'m>,
}

/// Makes the index of entries that are in order.
pub fn of(entries: &[Entri<'_>]) -> Indeks {
    let numbered = number(entries);
    let contests = contests(&numbered);
    let named = || {
        let named = gather(&numbered, &put_named, usize::MAX);
        family(&cut_all(named, MOST_NAMED, &contests), &contests)
    };
    let told = || family(&gather(&numbered, &put_told, MOST_TOLD), &contests);
    let (kata, nama) = rayon::join(told, named);
    Indeks { jumlah: entries.len(), nama, kata, hasil: chunks(&numbered) }
}

/// Gives every entry its number; a contest that would lie in two chunks begins the next one.
fn number<'e, 'm>(entries: &'e [Entri<'m>]) -> Vec<Nomor<'e, 'm>> {
    let mut numbered: Vec<Nomor<'e, 'm>> = Vec::with_capacity(entries.len());
    let mut next = 0;
    for contest in entries.chunk_by(|a, b| !a.kontes.is_empty() && a.kontes == b.kontes) {
        let room = PER_CHUNK - next % PER_CHUNK;
        if contest.len() > room && contest.len() <= PER_CHUNK {
            next += room;
        }
        for entri in contest {
            numbered.push(Nomor { nomor: u32::try_from(next).expect("a site has fewer than 2^32 entries"), entri });
            next += 1;
        }
    }
    numbered
}

/// The contest of each pair, by the pair's number.
fn contests<'m>(numbered: &[Nomor<'_, 'm>]) -> BTreeMap<u32, &'m str> {
    let pairs = numbered.iter().filter(|one| !one.entri.kontes.is_empty());
    pairs.map(|one| (one.nomor, one.entri.kontes)).collect()
}

impl<'m> Kamus<'m> {
    fn number(&mut self, word: &str) -> usize {
        let number = self.words.get_index_of(word).unwrap_or_else(|| self.words.insert_full(word.to_owned()).0);
        if number == self.lists.len() {
            self.lists.push(Daftar::default());
        }
        number
    }

    /// Writes an entry into the list of a word, unless it is the last there.
    fn put(&mut self, word: &str, nomor: u32, bobot: Bobot) {
        let number = self.number(word);
        self.lists[number].put(nomor, bobot);
    }

    /// Writes an entry into the lists of the roots in a piece of its running text.
    fn put_piece(&mut self, piece: &'m str, nomor: u32) {
        let (place, is_new) = self.pieces.insert_full(piece);
        if is_new {
            let roots = running(piece).iter().map(|word| self.number(&root(word))).collect();
            self.roots.push(roots);
            self.last.push(nomor);
        } else if std::mem::replace(&mut self.last[place], nomor) == nomor {
            return;
        }
        for word in &self.roots[place] {
            self.lists[*word].put(nomor, Bobot::Sampingan);
        }
    }

    /// The words in order, with at most so many entries each.
    fn terms(self, most: usize) -> Terms {
        let mut terms: Terms = self.words.into_iter().zip(self.lists).collect();
        terms.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        for (_, daftar) in &mut terms {
            daftar.keep(most);
        }
        terms
    }
}

impl Daftar {
    fn put(&mut self, nomor: u32, bobot: Bobot) {
        if self.sebutan.last().is_none_or(|(last, _)| *last != nomor) {
            self.sebutan.push((nomor, bobot));
        }
    }

    /// Keeps the first so many.
    fn keep(&mut self, most: usize) {
        self.lebih |= self.sebutan.len() > most;
        self.sebutan.truncate(most);
    }
}

/// The words an entry's names are found by.
fn put_named<'m>(one: &Nomor<'_, 'm>, kamus: &mut Kamus<'m>) {
    let entri = one.entri;
    let number = if entri.jenis == Jenis::Paslon { words(&entri.keterangan) } else { Vec::new() };
    for word in entri.nama.iter().flat_map(|text| words(text)).chain(number) {
        kamus.put(&word, one.nomor, Bobot::Utama);
    }
    for word in entri.sekitar.iter().flat_map(|text| words(text)) {
        kamus.put(&word, one.nomor, Bobot::Sampingan);
    }
}

/// The words an entry's sentences are found by: the roots; of a title also the words as written, for one half typed.
fn put_told<'m>(one: &Nomor<'_, 'm>, kamus: &mut Kamus<'m>) {
    for word in one.entri.pokok.iter().flat_map(|text| text.split_whitespace()).flat_map(running) {
        kamus.put(&root(&word), one.nomor, Bobot::Utama);
        kamus.put(&word, one.nomor, Bobot::Utama);
    }
    for text in &one.entri.teks {
        for piece in text.split_whitespace() {
            kamus.put_piece(piece, one.nomor);
        }
    }
}

/// The entries of every word, at most so many a word.
fn gather(numbered: &[Nomor<'_, '_>], put: &Put, most: usize) -> Terms {
    let parts = numbered.par_chunks(PER_PART).map(|part| {
        let mut kamus = Kamus::default();
        for one in part {
            put(one, &mut kamus);
        }
        kamus.terms(most)
    });
    parts.reduce(Terms::new, |first, second| joined(first, second, most))
}

/// Adds the entries of later numbers.
fn joined(first: Terms, second: Terms, most: usize) -> Terms {
    let mut joined = Terms::with_capacity(first.len() + second.len());
    let mut second = second.into_iter().peekable();
    for (word, mut daftar) in first {
        joined.extend(std::iter::from_fn(|| second.next_if(|(other, _)| *other < word)));
        if let Some((_, later)) = second.next_if(|(other, _)| *other == word) {
            daftar.sebutan.extend(later.sebutan);
            daftar.lebih |= later.lebih;
            daftar.keep(most);
        }
        joined.push((word, daftar));
    }
    joined.extend(second);
    joined
}

fn cut_all(mut terms: Terms, most: usize, contests: &BTreeMap<u32, &str>) -> Terms {
    for (_, daftar) in &mut terms {
        daftar.lebih |= cut(&mut daftar.sebutan, most, contests);
    }
    terms
}

/// Cuts a list, and says whether it did; of a contest it keeps all pairs or none.
fn cut(list: &mut Vec<(u32, Bobot)>, most: usize, contests: &BTreeMap<u32, &str>) -> bool {
    let contest = |at: usize| list.get(at).and_then(|(number, _)| contests.get(number));
    let mut end = most.min(list.len());
    while end > 0 && contest(end).is_some() && contest(end) == contest(end - 1) {
        end += 1;
    }
    let is_cut = end < list.len();
    list.truncate(end);
    is_cut
}

/// Puts words into shards.
fn family(terms: &Terms, contests: &BTreeMap<u32, &str>) -> Keluarga {
    let mut keluarga = Keluarga::default();
    split(terms, "", contests, &mut keluarga);
    keluarga
}

/// Makes one shard of words with the same beginning; of too many, a shard for each letter they go on with.
fn split(terms: &[(String, Daftar)], pangkal: &str, contests: &BTreeMap<u32, &str>, keluarga: &mut Keluarga) {
    let whole = terms.iter().take_while(|(word, _)| word.len() == pangkal.len()).count();
    let (own, longer) = terms.split_at(whole);
    let written =
        |part: &[(String, Daftar)]| part.iter().map(|(word, daftar)| (word.clone(), encode(daftar))).collect();
    if longer.is_empty() || terms.iter().map(size).sum::<usize>() <= SHARD {
        keluarga.pangkal.push(pangkal.to_owned());
        keluarga.keping.insert(pangkal.to_owned(), Keping { kata: written(terms), terusan: Vec::new() });
        return;
    }
    if !pangkal.is_empty() {
        let keping = Keping { kata: written(own), terusan: encode(&first_of(terms, contests)) };
        keluarga.keping.insert(pangkal.to_owned(), keping);
    }
    for part in longer.chunk_by(|(a, _), (b, _)| a.as_bytes()[pangkal.len()] == b.as_bytes()[pangkal.len()]) {
        split(part, &part[0].0[..=pangkal.len()], contests, keluarga);
    }
}

/// The first entries of several words.
fn first_of(terms: &[(String, Daftar)], contests: &BTreeMap<u32, &str>) -> Daftar {
    // Some more of each, so that the pairs of a contest are all there before the list is cut.
    let heads = terms.iter().flat_map(|(_, daftar)| daftar.sebutan.iter().take(MOST_BEGUN + PER_CHUNK));
    let mut sebutan: Vec<(u32, Bobot)> = heads.copied().collect();
    sebutan.sort_unstable();
    sebutan.dedup_by_key(|(number, _)| *number);
    cut(&mut sebutan, MOST_BEGUN, contests);
    Daftar { sebutan, lebih: true }
}

/// About how many bytes a word takes in a shard.
fn size((word, daftar): &(String, Daftar)) -> usize {
    let numbers = encode(daftar).into_iter().map(|number| number.checked_ilog10().unwrap_or(0) as usize + 2);
    word.len() + 6 + numbers.sum::<usize>()
}

/// A list as it is written: the steps between the numbers, doubled, odd where the word only stands near; a zero at the
/// end says that there are more.
fn encode(daftar: &Daftar) -> Vec<u32> {
    let mut before = 0;
    let steps = daftar.sebutan.iter().map(|(number, bobot)| {
        let step = number + 1 - before;
        before = number + 1;
        step * 2 + u32::from(*bobot == Bobot::Sampingan)
    });
    let steps: Vec<u32> = steps.collect();
    steps.into_iter().chain(daftar.lebih.then_some(0)).collect()
}

fn chunks(numbered: &[Nomor<'_, '_>]) -> Vec<Vec<Option<Hasil>>> {
    let mut chunks: Vec<Vec<Option<Hasil>>> = Vec::new();
    for one in numbered {
        let nomor = usize::try_from(one.nomor).expect("a number fits where it came from");
        chunks.resize_with(nomor / PER_CHUNK + 1, Vec::new);
        let chunk = chunks.last_mut().expect("there is a chunk since the line above");
        chunk.resize_with(nomor % PER_CHUNK, || None);
        chunk.push(Some(shown(one.entri)));
    }
    chunks
}

fn shown(entri: &Entri<'_>) -> Hasil {
    Hasil {
        jenis: entri.jenis,
        judul: entri.judul.clone(),
        alamat: entri.alamat.clone(),
        wilayah: entri.wilayah.to_owned(),
        awalan: entri.awalan,
        keterangan: entri.keterangan.clone(),
    }
}
