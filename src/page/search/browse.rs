//! Lists to leaf through: officials by letter, news by month.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::keyed::digest;
use crate::page::frame::meta::PageHead;
use crate::page::frame::view::berita::newest;
use crate::page::frame::view::link::Crumb;
use crate::page::frame::words::Phrase;
use crate::page::search::entries::{SearchEntry, article, officials as of_region};
use crate::page::search::stems::words;
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::value::gelar::parted;
use chrono::Datelike;
use serde::Serialize;
use std::collections::BTreeMap;

/// Rows on a page: with the style sheet they fit into one round trip.
const PER_PAGE: usize = 120;
/// What stands before a name and is no part of it in an alphabet.
const TITLES: &[&str] = &["dr", "drg", "drh", "drs", "dra", "hj", "ir", "kh", "prof"];

/// A list to leaf through.
pub(super) struct Listing<'m> {
    /// What its rows have in common.
    pub judul: Phrase,
    /// The last part of its address.
    slug: String,
    jenis: &'static str,
    rows: Vec<Origin<'m>>,
}

/// What a row is made from.
enum Origin<'m> {
    Pejabat(Box<SearchEntry<'m>>),
    Berita(&'m Lingkup, &'m Loaded<Berita>),
}

impl Origin<'_> {
    fn digest(&self) -> u128 {
        match self {
            Self::Pejabat(entri) => digest(entri),
            Self::Berita(lingkup, loaded) => digest(&(&lingkup.jalur, loaded.key())),
        }
    }
}

#[derive(Serialize)]
pub(super) struct TelusurView {
    laman: PageHead,
    /// What is listed: `pejabat` or `berita`.
    jenis: &'static str,
    judul: Phrase,
    baris: Vec<Row>,
    halaman: usize,
    jumlah_halaman: usize,
    jumlah: usize,
    sebelum: Option<Address>,
    sesudah: Option<Address>,
}

#[derive(Serialize)]
struct Row {
    judul: String,
    alamat: String,
    /// The key of the word before the note.
    awalan: &'static str,
    keterangan: Phrase,
    wilayah: String,
}

/// The officials by the first letter of their names.
pub(super) fn officials(model: &Model) -> Vec<Listing<'_>> {
    let mut by_letter: BTreeMap<String, Vec<(Vec<String>, SearchEntry<'_>)>> = BTreeMap::new();
    for entri in model.lingkup.iter().flat_map(of_region) {
        let name = without_titles(&entri.judul);
        let letter = name.first().map_or("lain", |word| &word[..1]).to_owned();
        by_letter.entry(letter).or_default().push((name, entri));
    }
    let lists = by_letter.into_iter().map(|(letter, mut people)| {
        people.sort_by(|(a, _), (b, _)| a.cmp(b));
        Listing {
            judul: letter.to_uppercase().into(),
            slug: format!("pejabat-{letter}"),
            jenis: "pejabat",
            rows: people.into_iter().map(|(_, entri)| Origin::Pejabat(Box::new(entri))).collect(),
        }
    });
    lists.collect()
}

/// A name as an alphabet takes it.
fn without_titles(name: &str) -> Vec<String> {
    words(&parted(name)).into_iter().skip_while(|word| TITLES.contains(&word.as_str())).collect()
}

/// The news by month, the newest first.
pub(super) fn news(model: &Model) -> Vec<Listing<'_>> {
    let month = |one: &(&Lingkup, &Loaded<Berita>)| {
        let day = one.1.record.tanggal.naive();
        (day.year(), day.month0())
    };
    let all = newest(model);
    let months = all.chunk_by(|a, b| month(a) == month(b)).map(|articles| {
        let (year, index) = month(&articles[0]);
        Listing {
            judul: Phrase::month_of(articles[0].1.record.tanggal),
            slug: format!("berita-{year}-{:02}", index + 1),
            jenis: "berita",
            rows: articles.iter().map(|(lingkup, loaded)| Origin::Berita(lingkup, loaded)).collect(),
        }
    });
    months.collect()
}

impl Listing<'_> {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// How many pages the list takes.
    pub fn pages(&self) -> usize {
        self.rows.len().div_ceil(PER_PAGE)
    }

    /// The address of a page of it, from 1.
    pub fn address(&self, page: usize) -> Address {
        let number = if page == 1 { String::new() } else { format!("-{page}") };
        Address::root(&format!("cari/{}{number}.html", self.slug))
    }

    /// The digest of what a page of the list shows.
    pub fn digest(&self, page: usize) -> u128 {
        let rows: Vec<_> = self.shown(page).map(Origin::digest).collect();
        digest(&(&self.judul, &self.slug, self.rows.len(), rows))
    }

    fn shown(&self, page: usize) -> impl Iterator<Item = &Origin<'_>> {
        self.rows.iter().skip((page - 1) * PER_PAGE).take(PER_PAGE)
    }

    /// A page of it, from 1.
    pub fn view(&self, model: &Model, page: usize) -> TelusurView {
        let kind = if self.jenis == "pejabat" { "cari.jenis.pejabat" } else { "cari.jenis.berita" };
        let said = |key| Phrase::of(key).with("jenis", Phrase::of(kind)).with("judul", self.judul.clone());
        let title = if page == 1 {
            said("judul.telusur")
        } else {
            said("judul.telusur_lanjutan").with("halaman", page.to_string())
        };
        let mut laman =
            PageHead::new(model, model.nasional(), title, self.address(page)).ringkasan(said("ringkasan.telusur"));
        laman.remah.push(Crumb { judul: Phrase::of("judul.cari"), alamat: Address::root("cari.html") });
        TelusurView {
            laman,
            jenis: self.jenis,
            judul: self.judul.clone(),
            baris: self.shown(page).map(row).collect(),
            halaman: page,
            jumlah_halaman: self.pages(),
            jumlah: self.rows(),
            sebelum: (page > 1).then(|| self.address(page - 1)),
            sesudah: (page < self.pages()).then(|| self.address(page + 1)),
        }
    }
}

fn row(asal: &Origin<'_>) -> Row {
    let of = |entri: &SearchEntry<'_>| Row {
        judul: entri.judul.clone(),
        alamat: entri.alamat.clone(),
        awalan: entri.awalan,
        keterangan: entri.keterangan.clone(),
        wilayah: entri.wilayah.to_owned(),
    };
    match asal {
        Origin::Pejabat(entri) => of(entri),
        Origin::Berita(lingkup, loaded) => of(&article(lingkup, loaded)),
    }
}
