//! What can be found: one entry for each region, pair, official, term, question, fixed page, clarification and article.
//!
//! Entries are made from the model, so a draft or an article that waits for its day is never among them.

use crate::model::paslon::{Isi, Pasangan};
use crate::model::{Leaves, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::view::berita::newest;
use crate::page::frame::view::cara_memilih::{is_own_text, page_of};
use crate::page::frame::view::paslon::PaslonRingkas;
use crate::page::frame::words::Phrase;
use crate::page::search::voting::{HOW, VOTING};
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::record::leaf::AnyLeaf;
use crate::record::wilayah::{Pejabat, SifatJabatan};
use crate::value::slug::Slug;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::fmt;
use std::hash::{Hash, Hasher};

/// The name of the column without a pair: the index has one language, that of the content.
const EMPTY: &str = "Kolom kosong";

/// What an entry is; results of the same worth come in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// A region.
    Wilayah,
    /// A pair or an empty column.
    Paslon,
    /// An official of a region, or the head of its KPU office.
    Pejabat,
    /// A term of the glossary.
    Istilah,
    /// A question with its answer.
    TanyaJawab,
    /// A fixed page.
    Halaman,
    /// A clarification.
    Klarifikasi,
    /// A record whose page follows from the row of its type.
    Leaf(&'static str),
    /// An article.
    Berita,
}

impl EntryKind {
    /// The key of its name in the theme's words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Wilayah => "wilayah",
            Self::Paslon => "paslon",
            Self::Pejabat => "pejabat",
            Self::Istilah => "istilah",
            Self::TanyaJawab => "tanya_jawab",
            Self::Halaman => "halaman",
            Self::Klarifikasi => "klarifikasi",
            Self::Leaf(name) => name,
            Self::Berita => "berita",
        }
    }
}

/// Something that can be found, and the texts it is found by.
#[derive(Debug, Hash)]
pub struct SearchEntry<'m> {
    /// What it is.
    pub jenis: EntryKind,
    /// The name it is listed under.
    pub judul: String,
    /// Its file below the root, with the anchor where it is a part of a page.
    pub alamat: String,
    /// The region it belongs to; empty for the nation.
    pub wilayah: &'m str,
    /// The key of the theme's word before the note: `nomor`, `plt`; empty where there is none.
    pub awalan: &'static str,
    /// The note: a ballot number, an office, a date.
    pub keterangan: Phrase,
    /// The folder of the contest a pair stands in; empty for all others.
    pub kontes: &'m str,
    /// Its own names: found as they are written.
    pub nama: Vec<&'m str>,
    /// Names it stands under, such as a pair's region and parties.
    pub sekitar: Vec<&'m str>,
    /// Sentences that say what it is about: found by the roots of their words.
    pub pokok: Vec<&'m str>,
    /// Running text, in Markdown.
    pub teks: Teks<'m>,
}

/// Running text that is read when its words are asked for.
#[derive(Clone, Copy)]
pub enum Teks<'m> {
    /// None.
    Tiada,
    /// A value of a record.
    Nilai(&'m str),
    /// Below the front matter of the file that the entry is made from.
    Berkas(&'m dyn SearchText),
}

/// A file that an entry is made from.
pub trait SearchText: Sync {
    /// Its digest: where it is the same, so are its text and the sentences of the entry.
    fn digest(&self) -> u128;
    /// The text below the front matter.
    fn body(&self) -> &str;
}

impl<T: ?Sized + Sync + Send> SearchText for Loaded<T> {
    fn digest(&self) -> u128 {
        self.source.digest
    }

    fn body(&self) -> &str {
        self.body()
    }
}

impl<'m> Teks<'m> {
    /// The text.
    pub fn read(self) -> &'m str {
        match self {
            Self::Tiada => "",
            Self::Nilai(text) => text,
            Self::Berkas(berkas) => berkas.body(),
        }
    }

    /// The digest of the file that the entry is made from, where there is one.
    pub fn digest(self) -> Option<u128> {
        match self {
            Self::Tiada | Self::Nilai(_) => None,
            Self::Berkas(berkas) => Some(berkas.digest()),
        }
    }

    /// What tells it from another, without reading a file.
    fn mark(self) -> (Option<u128>, &'m str) {
        (self.digest(), if let Self::Nilai(text) = self { text } else { "" })
    }
}

impl Hash for Teks<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.mark().hash(state);
    }
}

impl fmt::Debug for Teks<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.mark().fmt(f)
    }
}

/// Everything that can be found, in the order of results of the same worth: by kind, then the newest first.
pub fn entries(model: &Model) -> Vec<SearchEntry<'_>> {
    let scopes = || model.lingkup.iter();
    let mut entries: Vec<SearchEntry<'_>> = scopes().filter_map(region).collect();
    // A vote that another took the place of comes last: who looks for a pair wants to know what holds.
    let (standing, replaced): (Vec<_>, Vec<_>) = scopes().partition(|lingkup| model.pengganti(lingkup).is_none());
    entries.extend(standing.into_iter().chain(replaced).flat_map(|lingkup| pairs(model, lingkup)));
    entries.extend(scopes().flat_map(officials));
    entries.extend(terms(model));
    entries.extend(scopes().flat_map(questions));
    entries.extend(voting(model));
    entries.extend(scopes().flat_map(fixed_pages));
    entries.extend(clarifications(model));
    entries.extend(scopes().flat_map(leaves));
    // On all cores, where nobody notices what is read of a scope: its region's name was read above.
    entries.par_extend(newest(model).into_par_iter().map(|(lingkup, loaded)| article(lingkup, loaded)));
    entries
}

/// An entry found by nothing yet.
fn entry<'m>(jenis: EntryKind, judul: &str, alamat: String, lingkup: &'m Lingkup) -> SearchEntry<'m> {
    SearchEntry {
        jenis,
        judul: judul.to_owned(),
        alamat,
        wilayah: region_name(lingkup),
        awalan: "",
        keterangan: "".into(),
        kontes: "",
        nama: Vec::new(),
        sekitar: Vec::new(),
        pokok: Vec::new(),
        teks: Teks::Tiada,
    }
}

/// The nation needs no name beside a result.
fn region_name(lingkup: &Lingkup) -> &str {
    if lingkup.daerah.is_some() { lingkup.nama() } else { "" }
}

fn region(lingkup: &Lingkup) -> Option<SearchEntry<'_>> {
    lingkup.daerah.as_ref()?;
    let nama = lingkup.nama();
    let alamat = Address::lingkup(lingkup).to_string();
    Some(SearchEntry { nama: vec![nama], wilayah: "", ..entry(EntryKind::Wilayah, nama, alamat, lingkup) })
}

fn pairs<'m>(model: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = SearchEntry<'m>> {
    lingkup.paslon.iter().map(move |paslon| {
        let listed = PaslonRingkas::of(lingkup, paslon);
        // Many ask for the empty column as the "empty box", which is not its name and is never shown.
        let nama = match &paslon.isi {
            Isi::KolomKosong => vec!["kolom kosong kotak"],
            Isi::Pasangan(pair) => names(pair),
        };
        let parties = paslon.pasangan().into_iter().flat_map(|pair| &pair.pengusung);
        let parties = parties.filter_map(|id| model.partai.get(id));
        let sekitar = parties.flat_map(|partai| [&*partai.nama, &*partai.singkatan]).chain([lingkup.nama()]).collect();
        let alamat = listed.alamat.to_string();
        SearchEntry {
            awalan: if listed.nomor.is_some() { "nomor" } else { "" },
            keterangan: listed.nomor.map(|nomor| nomor.to_string()).unwrap_or_default().into(),
            kontes: &lingkup.jalur,
            nama,
            sekitar,
            ..entry(EntryKind::Paslon, listed.nama().as_deref().unwrap_or(EMPTY), alamat, lingkup)
        }
    })
}

/// Every form of both names.
fn names(pair: &Pasangan) -> Vec<&str> {
    let people = [&pair.calon, &pair.wakil].into_iter();
    let forms = people.flat_map(|calon| [Some(&calon.nama), calon.nama_tampil.as_ref(), calon.sapaan.as_ref()]);
    forms.flatten().map(|form| &**form).collect()
}

/// The officials of a region, and the head of its KPU office.
pub(super) fn officials(lingkup: &Lingkup) -> Vec<SearchEntry<'_>> {
    let Some(wilayah) = lingkup.wilayah.as_ref().map(|wilayah| &wilayah.record) else { return Vec::new() };
    let page = || Address::lingkup(lingkup).to_string();
    let office = wilayah.penyelenggara.as_ref();
    let chair = office.and_then(|office| office.ketua.as_ref().map(|ketua| (office, ketua)));
    let mut entries: Vec<SearchEntry<'_>> = wilayah.pejabat.iter().map(|one| official(one, lingkup, page())).collect();
    entries.extend(chair.map(|(office, ketua)| SearchEntry {
        awalan: "ketua",
        keterangan: office.nama.to_string().into(),
        nama: std::iter::once(ketua).chain(&office.ketua_nama_lain).map(|nama| &**nama).collect(),
        sekitar: vec![&office.nama],
        ..entry(EntryKind::Pejabat, ketua, page(), lingkup)
    }));
    entries
}

fn official<'m>(pejabat: &'m Pejabat, lingkup: &'m Lingkup, page: String) -> SearchEntry<'m> {
    SearchEntry {
        awalan: match pejabat.sifat {
            None | Some(SifatJabatan::Definitif) => "",
            Some(SifatJabatan::Pj) => "pj",
            Some(SifatJabatan::Pjs) => "pjs",
            Some(SifatJabatan::Plt) => "plt",
            Some(SifatJabatan::Plh) => "plh",
        },
        keterangan: pejabat.jabatan.to_string().into(),
        nama: std::iter::once(&pejabat.nama).chain(&pejabat.nama_lain).map(|nama| &**nama).collect(),
        sekitar: vec![&pejabat.jabatan, lingkup.nama()],
        ..entry(EntryKind::Pejabat, &pejabat.nama, page, lingkup)
    }
}

fn terms(model: &Model) -> impl Iterator<Item = SearchEntry<'_>> {
    let mut sorted: Vec<_> = model.istilah.iter().collect();
    sorted.sort_by_key(|istilah| istilah.istilah.to_lowercase());
    sorted.into_iter().map(|istilah| {
        let alamat = format!("{}#{}", Address::root("istilah.html"), Slug::of(&istilah.istilah));
        SearchEntry {
            keterangan: istilah.kepanjangan.as_ref().map(ToString::to_string).unwrap_or_default().into(),
            nama: std::iter::once(&istilah.istilah).chain(&istilah.kepanjangan).map(|nama| &**nama).collect(),
            pokok: vec![&istilah.istilah],
            teks: Teks::Nilai(&istilah.arti),
            ..entry(EntryKind::Istilah, &istilah.istilah, alamat, model.nasional())
        }
    })
}

fn questions(lingkup: &Lingkup) -> impl Iterator<Item = SearchEntry<'_>> {
    let questions = lingkup.tanya_jawab.iter().flat_map(|loaded| &*loaded.record);
    questions.map(|tanya| {
        let alamat = format!("{}#{}", Address::of(lingkup, "tanya-jawab.html"), Slug::of(&tanya.tanya));
        SearchEntry {
            pokok: vec![&tanya.tanya],
            teks: Teks::Nilai(&tanya.jawab),
            ..entry(EntryKind::TanyaJawab, &tanya.tanya, alamat, lingkup)
        }
    })
}

/// How to vote, for the whole country: the page, unless an office's own text names it, and its parts.
fn voting(model: &Model) -> impl Iterator<Item = SearchEntry<'_>> {
    let national = model.nasional();
    let page = page_of(model, national);
    let whole = (!national.halaman.iter().any(|halaman| is_own_text(national, halaman)))
        .then(|| SearchEntry { pokok: vec![HOW], ..entry(EntryKind::Halaman, HOW, page.to_string(), national) });
    let parts = VOTING.iter().map(move |part| SearchEntry {
        pokok: vec![part.judul],
        teks: Teks::Nilai(part.words),
        ..entry(EntryKind::Halaman, part.judul, format!("{page}#{}", part.jangkar), national)
    });
    whole.into_iter().chain(parts)
}

fn fixed_pages(lingkup: &Lingkup) -> impl Iterator<Item = SearchEntry<'_>> {
    lingkup.halaman.iter().map(|loaded| {
        let alamat = Address::of(lingkup, &format!("{}.html", loaded.slug())).to_string();
        let record = &loaded.record;
        SearchEntry {
            pokok: std::iter::once(&record.judul).chain(&record.ringkasan).map(|text| &**text).collect(),
            teks: Teks::Berkas(loaded),
            ..entry(EntryKind::Halaman, &record.judul, alamat, lingkup)
        }
    })
}

fn clarifications(model: &Model) -> impl Iterator<Item = SearchEntry<'_>> {
    let scopes = model.lingkup.iter();
    let mut all: Vec<_> =
        scopes.flat_map(|lingkup| lingkup.klarifikasi.iter().map(move |loaded| (lingkup, loaded))).collect();
    all.sort_by_key(|(_, loaded)| Reverse(loaded.record.tanggal));
    all.into_iter().map(|(lingkup, loaded)| {
        let alamat = Address::leaf(lingkup, "klarifikasi", loaded.slug()).to_string();
        let record = &loaded.record;
        SearchEntry {
            keterangan: record.tanggal.into(),
            pokok: vec![&record.judul, &record.kabar, &record.ringkasan],
            teks: Teks::Berkas(loaded),
            ..entry(EntryKind::Klarifikasi, &record.judul, alamat, lingkup)
        }
    })
}

fn leaves(lingkup: &Lingkup) -> Vec<SearchEntry<'_>> {
    let of_type = |leaves| leaves_of(lingkup, leaves);
    lingkup.leaves.iter().flat_map(of_type).collect()
}

fn leaves_of<'m>(lingkup: &'m Lingkup, leaves: &'m Leaves) -> Vec<SearchEntry<'m>> {
    let name = leaves.records.name();
    let entry = |loaded: &'m Loaded<dyn AnyLeaf>| {
        let (record, alamat) = (&loaded.record, Address::leaf(lingkup, name, loaded.slug()).to_string());
        SearchEntry {
            keterangan: record.diperbarui().map_or_else(|| "".into(), Phrase::from),
            pokok: std::iter::once(record.judul()).chain(record.ringkasan()).collect(),
            teks: if loaded.is_article() { Teks::Berkas(loaded) } else { Teks::Tiada },
            ..entry(EntryKind::Leaf(name), record.judul(), alamat, lingkup)
        }
    };
    leaves.entries.iter().map(entry).collect()
}

/// An article.
pub(super) fn article<'m>(lingkup: &'m Lingkup, loaded: &'m Loaded<Berita>) -> SearchEntry<'m> {
    let alamat = Address::leaf(lingkup, "berita", loaded.slug()).to_string();
    let record = &loaded.record;
    let about = std::iter::once(&record.judul).chain(&record.ringkasan).chain(&record.label);
    SearchEntry {
        keterangan: record.tanggal.into(),
        pokok: about.map(|text| &**text).collect(),
        teks: Teks::Berkas(loaded),
        ..entry(EntryKind::Berita, &record.judul, alamat, lingkup)
    }
}
