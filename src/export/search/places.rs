//! The index of kecamatan, kelurahan and desa: three letters of a name, and what a voter there is given.
//!
//! There are ninety thousand of them in the country, so they are no entries like the others: a shard holds all that is shown of its
//! places, and nothing else is fetched for them. A place is found from the beginning of each word of its name, written in one
//! with the words behind it: `Karang Anyar` by `karanganyar`, `karang anyar` and `anyar`.

use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::view::tps::kecamatan_page;
use crate::page::search::stems::words;
use crate::record::wilayah::JenisWilayah;
use crate::value::daftar_desa::{kecamatan_di, plain};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Keys in a shard: with all that is shown of their places some four kilobytes, compressed.
const PER_SHARD: usize = 150;

/// The index of all places.
#[derive(Debug, Default)]
pub struct PlaceIndex {
    regions: Vec<Region>,
    /// Each kecamatan, with the place of its region and the page of its polling places.
    kecamatan: Vec<(&'static str, usize, Option<String>)>,
    /// The kecamatan, and behind each its kelurahan and desa.
    places: Vec<Place>,
    /// Where each shard begins: no key in the shards before is greater, and none in it is less.
    pub awal: Vec<String>,
    /// The shards in the order of their keys: the places of each in the index, by name, and of one name in order of the codes.
    pub keping: Vec<Vec<usize>>,
}

/// A kabupaten or kota of the site, as it is shown beside a place.
#[derive(Debug)]
struct Region {
    nama: String,
    provinsi: String,
    alamat: String,
    /// The kinds of ballot that a voter is given, from the outside in, each with a space before the next.
    surat: String,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    nama: &'static str,
    kecamatan: usize,
    is_kecamatan: bool,
}

/// What a place is found by.
#[derive(Debug)]
struct Key {
    /// Its letters, in those of all keys.
    letters: Range<usize>,
    place: usize,
    /// Whether it is the whole name.
    is_whole: bool,
}

/// The index of the places in all regions of a site.
pub fn of(model: &Model) -> PlaceIndex {
    let mut index = PlaceIndex::default();
    for lingkup in model.wilayah() {
        index.put_region(model, lingkup);
    }
    let (letters, keys) = index.keys();
    let mut before = "";
    for shard in keys.chunks(PER_SHARD) {
        let first = &letters[shard[0].letters.clone()];
        index.awal.push(between(before, first).to_owned());
        index.keping.push(index.shard(shard));
        before = shard.last().map_or(first, |last| &letters[last.letters.clone()]);
    }
    index
}

/// The fewest first letters of a key that part it from the one before; all of it where both are the same.
fn between<'k>(before: &str, key: &'k str) -> &'k str {
    let same = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
    &key[..key.len().min(same + 1)]
}

impl PlaceIndex {
    /// How many places there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    fn put_region(&mut self, model: &Model, lingkup: &Lingkup) {
        let Some(wilayah) = lingkup.wilayah.as_ref().filter(|one| one.record.jenis != JenisWilayah::Provinsi) else {
            return;
        };
        let first = self.kecamatan.len();
        let listed = lingkup.tps.iter().flat_map(|loaded| &loaded.record.kecamatan).filter(|one| one.tps > 0);
        let listed: BTreeSet<String> = listed.map(|one| plain(&one.nama)).collect();
        for kecamatan in kecamatan_di(wilayah.record.kode.as_str()) {
            let number = self.kecamatan.len();
            let page = listed.contains(&plain(kecamatan.nama)).then(|| kecamatan_page(lingkup, kecamatan.nama, 1));
            let page = page.map(|address| address.to_string());
            self.kecamatan.push((kecamatan.nama, self.regions.len(), page));
            self.places.push(Place { nama: kecamatan.nama, kecamatan: number, is_kecamatan: true });
            let desa = kecamatan.desa().map(|nama| Place { nama, kecamatan: number, is_kecamatan: false });
            self.places.extend(desa);
        }
        if self.kecamatan.len() > first {
            self.regions.push(Region::of(model, lingkup));
        }
    }

    /// The keys of all places in order: of one key the whole names come first.
    fn keys(&self) -> (String, Vec<Key>) {
        let (mut letters, mut keys) = (String::new(), Vec::with_capacity(self.places.len() * 2));
        for (place, Place { nama, .. }) in self.places.iter().enumerate() {
            let start = letters.len();
            let starts: Vec<usize> = words(nama)
                .iter()
                .map(|word| {
                    letters.push_str(word);
                    letters.len() - word.len()
                })
                .collect();
            let end = letters.len();
            keys.extend(starts.into_iter().map(|at| Key { letters: at..end, place, is_whole: at == start }));
        }
        keys.sort_by(|a, b| {
            let order = |key: &Key| (Reverse(key.is_whole), key.place);
            letters[a.letters.clone()].cmp(&letters[b.letters.clone()]).then_with(|| order(a).cmp(&order(b)))
        });
        (letters, keys)
    }

    /// The places of some keys, each once.
    fn shard(&self, keys: &[Key]) -> Vec<usize> {
        let mut places: Vec<usize> = keys.iter().map(|key| key.place).collect();
        places.sort_unstable_by_key(|place| (self.places[*place].nama, *place));
        places.dedup();
        places
    }

    /// What a shard hands over.
    pub fn file(&self, shard: &[usize]) -> ShardFile<'_> {
        let mut file = ShardFile { t: Vec::new(), k: Vec::new(), d: Vec::new() };
        let (mut kecamatan, mut regions) = (BTreeMap::new(), BTreeMap::new());
        let mut nama = "";
        for place in shard.iter().map(|place| &self.places[*place]) {
            let at = *kecamatan.entry(place.kecamatan).or_insert_with(|| {
                let (nama, region, page) = &self.kecamatan[place.kecamatan];
                let daerah = *regions.entry(*region).or_insert_with(|| {
                    let Region { nama, provinsi, alamat, surat } = &self.regions[*region];
                    file.d.push([nama, provinsi, alamat, surat]);
                    file.d.len() - 1
                });
                file.k.push(match page {
                    Some(page) => Kecamatan::Listed(nama, daerah, page),
                    None => Kecamatan::Named(nama, daerah),
                });
                file.k.len() - 1
            });
            if nama != place.nama {
                nama = place.nama;
                file.t.push(Cell::Nama(nama));
            }
            file.t.push(if place.is_kecamatan { Cell::Sendiri([at]) } else { Cell::Di(at) });
        }
        file
    }
}

/// A shard as it is written.
#[derive(Debug, Serialize)]
pub struct ShardFile<'i> {
    /// Each name, and behind it the kecamatan that it lies in, or in brackets the kecamatan that it is.
    t: Vec<Cell>,
    /// The kecamatan, each with the place of its region, and where there is one the page of its polling places.
    k: Vec<Kecamatan<'i>>,
    /// The regions: name, province, page, and the kinds of ballot.
    d: Vec<[&'i str; 4]>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Kecamatan<'i> {
    Named(&'static str, usize),
    Listed(&'static str, usize, &'i str),
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Cell {
    Nama(&'static str),
    Di(usize),
    Sendiri([usize; 1]),
}

impl Region {
    fn of(model: &Model, lingkup: &Lingkup) -> Self {
        let ballots = model.surat_suara(lingkup).into_iter().filter_map(Lingkup::pemilihan);
        Self {
            nama: lingkup.nama().to_owned(),
            provinsi: model.induk(lingkup).map_or("", Lingkup::nama).to_owned(),
            alamat: Address::lingkup(lingkup).to_string(),
            surat: ballots.map(key).collect::<Vec<_>>().join(" "),
        }
    }
}

/// The key of an office in the theme's words.
fn key(jenis: JenisPemilihan) -> &'static str {
    match jenis {
        JenisPemilihan::Gubernur => "gubernur",
        JenisPemilihan::Bupati => "bupati",
        JenisPemilihan::WaliKota => "wali_kota",
    }
}
