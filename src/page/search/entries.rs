//! What can be found: one entry for each region, pair, official, term, question, fixed page, clarification and article.
//!
//! Entries are made from the model, so a draft or an article that waits for its day is never among them.

use crate::model::paslon::{Isi, Pasangan};
use crate::model::{Leaves, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::versions::Versions;
use crate::page::frame::view::berita::newest;
use crate::page::frame::view::cara_memilih::{is_own_text, page_of};
use crate::page::frame::view::paslon::PaslonRingkas;
use crate::page::frame::words::{Phrase, Words};
use crate::page::search::voting::{HOW, VOTING};
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::record::halaman::Halaman;
use crate::record::klarifikasi::Klarifikasi;
use crate::record::leaf::AnyLeaf;
use crate::record::wilayah::{Pejabat, SifatJabatan};
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::slug::Slug;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};

/// The name of the column without a pair, which the page of the search says in its language.
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
    /// The language that it is written in; nothing where its page is drawn in every language of the site.
    pub bahasa: Option<KodeBahasa>,
    /// The languages in which another entry stands for it.
    pub lain: Vec<KodeBahasa>,
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
pub fn entries<'m>(model: &'m Model, words: &'m Words) -> Vec<SearchEntry<'m>> {
    let scopes = || model.lingkup.iter();
    let mut entries: Vec<SearchEntry<'m>> = scopes().filter_map(region).collect();
    // A vote that another took the place of comes last: who looks for a pair wants to know what holds.
    let (standing, replaced): (Vec<_>, Vec<_>) = scopes().partition(|lingkup| model.pengganti(lingkup).is_none());
    entries.extend(standing.into_iter().chain(replaced).flat_map(|lingkup| pairs((model, words), lingkup)));
    entries.extend(scopes().flat_map(officials));
    entries.extend(terms(model));
    entries.extend(scopes().flat_map(questions));
    entries.extend(voting(model, words));
    entries.extend(scopes().flat_map(fixed_pages));
    entries.extend(clarifications(model));
    entries.extend(scopes().flat_map(leaves));
    // On all cores, where nobody notices what is read of a scope: its region's name was read above.
    let versi = Versions::of_site(&model.situs.record);
    let articles = newest(model).into_par_iter();
    entries.par_extend(articles.map(|(lingkup, loaded)| article(lingkup, loaded)));
    if !versi.lain.is_empty() {
        in_languages(model, &versi, &mut entries);
    }
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
        bahasa: None,
        lain: Vec::new(),
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

fn pairs<'m>((model, words): (&'m Model, &'m Words), lingkup: &'m Lingkup) -> impl Iterator<Item = SearchEntry<'m>> {
    let empty = model.situs.record.bahasa_lain().into_iter().filter_map(|code| words.own("cari.kolom_kosong", &code));
    let empty: Vec<&str> = std::iter::once("kolom kosong kotak").chain(empty).collect();
    lingkup.paslon.iter().map(move |paslon| {
        let listed = PaslonRingkas::of(lingkup, paslon);
        // Many ask for the empty column as the "empty box", which is not its name and is never shown.
        let nama = match &paslon.isi {
            Isi::KolomKosong => empty.clone(),
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

/// How to vote, for the whole country: the page, unless an office's own text names it, and its parts; in each language of the site
/// that has words for it.
fn voting<'m>(model: &'m Model, words: &'m Words) -> Vec<SearchEntry<'m>> {
    let (national, versi) = (model.nasional(), Versions::of_site(&model.situs.record));
    let has_own = national.halaman.iter().any(|halaman| is_own_text(national, halaman));
    let languages: Vec<&KodeBahasa> = versi.all().filter(|code| words.own(HOW, code).is_some()).collect();
    let mut entries = Vec::new();
    for code in &languages {
        let page = versi.address(&page_of(model, national), code);
        let lain: Vec<KodeBahasa> =
            languages.iter().filter(|other| *other != code).map(|other| KodeBahasa::clone(other)).collect();
        let said = |key, alamat: String, teks| {
            let judul = words.own(key, code).unwrap_or(key);
            let of_page = entry(EntryKind::Halaman, judul, alamat, national);
            SearchEntry {
                pokok: vec![judul],
                teks,
                bahasa: Some(KodeBahasa::clone(code)),
                lain: lain.clone(),
                ..of_page
            }
        };
        if !(has_own && code.is_indonesia()) {
            entries.push(said(HOW, page.to_string(), Teks::Tiada));
        }
        entries.extend(VOTING.iter().map(|part| {
            let asked = words.own(part.words, code).map_or(Teks::Tiada, Teks::Nilai);
            said(part.judul, format!("{page}#{}", part.jangkar), asked)
        }));
    }
    entries
}

/// Says in which language articles are written, and adds their translations into languages of the site.
fn in_languages<'m>(model: &'m Model, versi: &Versions, entries: &mut Vec<SearchEntry<'m>>) {
    let is_article = |jenis| matches!(jenis, EntryKind::Halaman | EntryKind::Klarifikasi | EntryKind::Berita);
    let mut translations = Vec::new();
    for lingkup in &model.lingkup {
        let other = &lingkup.terjemahan;
        translations
            .extend(other.halaman.iter().map(|loaded| (loaded.name.bahasa.clone(), fixed_page(lingkup, loaded))));
        translations.extend(
            other.klarifikasi.iter().map(|loaded| (loaded.name.bahasa.clone(), clarification(lingkup, loaded))),
        );
        translations.extend(other.berita.iter().map(|loaded| (loaded.name.bahasa.clone(), article(lingkup, loaded))));
    }
    translations.retain(|(code, _)| versi.has(code));
    let mut languages: BTreeMap<String, Vec<KodeBahasa>> = BTreeMap::new();
    for (code, translation) in &translations {
        languages.entry(translation.alamat.clone()).or_default().push(code.clone());
    }
    for original in entries.iter_mut().filter(|entry| entry.bahasa.is_none() && is_article(entry.jenis)) {
        original.bahasa = Some(KodeBahasa::indonesia());
        original.lain = languages.remove(&original.alamat).unwrap_or_default();
    }
    entries.extend(translations.into_iter().map(|(code, translation)| SearchEntry {
        alamat: Address::root(&translation.alamat).dalam(&code).file().to_owned(),
        bahasa: Some(code),
        ..translation
    }));
}

fn fixed_pages(lingkup: &Lingkup) -> impl Iterator<Item = SearchEntry<'_>> {
    lingkup.halaman.iter().map(|loaded| fixed_page(lingkup, loaded))
}

fn fixed_page<'m>(lingkup: &'m Lingkup, loaded: &'m Loaded<Halaman>) -> SearchEntry<'m> {
    let alamat = Address::of(lingkup, &format!("{}.html", loaded.slug())).to_string();
    let record = &loaded.record;
    SearchEntry {
        pokok: std::iter::once(&record.judul).chain(&record.ringkasan).map(|text| &**text).collect(),
        teks: Teks::Berkas(loaded),
        ..entry(EntryKind::Halaman, &record.judul, alamat, lingkup)
    }
}

fn clarifications(model: &Model) -> impl Iterator<Item = SearchEntry<'_>> {
    let scopes = model.lingkup.iter();
    let mut all: Vec<_> =
        scopes.flat_map(|lingkup| lingkup.klarifikasi.iter().map(move |loaded| (lingkup, loaded))).collect();
    all.sort_by_key(|(_, loaded)| Reverse(loaded.record.tanggal));
    all.into_iter().map(|(lingkup, loaded)| clarification(lingkup, loaded))
}

fn clarification<'m>(lingkup: &'m Lingkup, loaded: &'m Loaded<Klarifikasi>) -> SearchEntry<'m> {
    let alamat = Address::leaf(lingkup, "klarifikasi", loaded.slug()).to_string();
    let record = &loaded.record;
    SearchEntry {
        keterangan: record.tanggal.into(),
        pokok: vec![&record.judul, &record.kabar, &record.ringkasan],
        teks: Teks::Berkas(loaded),
        ..entry(EntryKind::Klarifikasi, &record.judul, alamat, lingkup)
    }
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
