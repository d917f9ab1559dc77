//! The site's records, linked: scopes in a tree, pairs in number order, news by date, sources findable by their keys.
//!
//! What leads nowhere has been reported; a site is drawn only from a model whose report is clean.

pub mod attachments;
pub mod day;
pub mod document;
mod due;
pub mod fakta;
pub mod kemudian;
pub mod kesetaraan;
mod later;
mod link;
mod names;
pub mod paslon;
pub mod pictures;
mod references;
mod regions;
pub mod tracked;
pub mod turn;

use crate::hukum::Hukum;
use crate::hukum::paket::Paket;
use crate::memo::Now;
use crate::model::day::BuildDay;
use crate::model::document::{Document, Files};
use crate::model::kemudian::Kemudian;
use crate::model::paslon::Paslon;
use crate::model::tracked::Tracked;
use crate::record::abaikan::Pengabaian;
use crate::record::berita::Berita;
use crate::record::deklarasi::Deklarasi;
use crate::record::fakta::LembarFakta;
use crate::record::fingerprint::Fingerprint;
use crate::record::halaman::Halaman;
use crate::record::hasil::Hasil;
use crate::record::istilah::Istilah;
use crate::record::jadwal::{JenisTahapan, Tahapan};
use crate::record::jejak::Jejak;
use crate::record::kegiatan::Kegiatan;
use crate::record::klarifikasi::Klarifikasi;
use crate::record::koreksi::Koreksi;
use crate::record::leaf::AnyLeaf;
use crate::record::partai::Partai;
use crate::record::pengundian::Pengundian;
use crate::record::persetujuan::DaftarPersetujuan;
use crate::record::perubahan::Perubahan;
use crate::record::situs::Situs;
use crate::record::sumber::Sumber;
use crate::record::tanya_jawab::TanyaJawab;
use crate::record::tps::DaftarTps;
use crate::record::wilayah::{JenisWilayah, Wilayah};
use crate::record::{Loaded, Type};
use crate::source::{Media, Source};
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::nomor_urut::NomorUrut;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

pub use crate::model::link::{link, link_again};

/// What the content does not say and a build needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildOptions {
    /// The day the site is built for.
    pub hari: Tanggal,
    /// Whether drafts are shown.
    pub draf: Drafts,
}

/// What becomes of drafts, and of articles whose day has not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// They wait.
    Wait,
    /// They are shown.
    Show,
}

/// The whole site as linked records.
#[derive(Debug)]
pub struct Model {
    /// The site's own record.
    pub situs: Loaded<Situs>,
    /// The day it is for.
    pub hari: BuildDay,
    /// The treatment of drafts.
    pub draf: Drafts,
    /// The packs of law that the rules go by.
    pub hukum: Arc<Hukum>,
    /// Parties by key.
    pub partai: Tracked<BTreeMap<Id<Partai>, Partai>>,
    /// The glossary, in the order written.
    pub istilah: Tracked<Vec<Istilah>>,
    /// The national scope first, then each province followed by its kabupaten and kota, in order of their codes; right behind
    /// each region its later votes.
    pub lingkup: Vec<Lingkup>,
    /// Pictures and attachments, by path below the project's folder.
    pub media: Tracked<BTreeMap<String, Media>>,
    /// Pictures and attachments that tell of people, by path.
    pub jejak: Tracked<BTreeMap<String, Jejak>>,
    /// What is known of every picture that can be drawn, by path: also of those that wait.
    pub fingerprints: Tracked<BTreeMap<String, Fingerprint>>,
    /// Every file that holds a record, in order of the paths: drafts and translations too.
    pub documents: Tracked<Files>,
    /// Findings that records silence, in order of file and place; those of records that wait are not among them.
    pub abaikan: Tracked<Vec<Pengabaian>>,
    /// The digest of each part, by its place: the same where the files behind the part are the same.
    pub content_hashes: Vec<u128>,
}

/// A scope: the nation, one region, or a later vote of a region.
#[derive(Debug)]
pub struct Lingkup {
    /// The folder below `wilayah/`, which is also the address; empty for the nation.
    pub jalur: String,
    /// The place of the scope around this one in [`Model::lingkup`].
    pub induk: Option<usize>,
    /// The places of the regions inside this one.
    pub anak: Vec<usize>,
    /// The places of the later votes of this region.
    pub susulan: Vec<usize>,
    /// The region; `None` for the nation and for a later vote.
    pub wilayah: Tracked<Option<Loaded<Wilayah>>>,
    /// The region, also that of a later vote; `None` for the nation.
    pub daerah: Tracked<Option<Loaded<Wilayah>>>,
    /// What makes this scope a later vote; `None` for the nation and for a region.
    pub kemudian: Tracked<Option<Kemudian>>,
    /// Sources by key.
    pub sumber: Tracked<BTreeMap<Id<Sumber>, Sumber>>,
    /// The file that holds the sources.
    pub berkas_sumber: Tracked<Option<String>>,
    /// The stages, in the order written.
    pub jadwal: Tracked<Option<Loaded<Vec<Tahapan>>>>,
    /// Questions and answers, in the order written.
    pub tanya_jawab: Tracked<Option<Loaded<Vec<TanyaJawab>>>>,
    /// Corrections, newest first.
    pub koreksi: Tracked<Option<Loaded<Entries<Koreksi>>>>,
    /// What each publication changed, newest first; the nation's alone.
    pub perubahan: Tracked<Option<Loaded<Entries<Perubahan>>>>,
    /// Who approved which record, in the order written.
    pub persetujuan: Tracked<Option<Loaded<DaftarPersetujuan>>>,
    /// Fixed pages, by slug.
    pub halaman: Tracked<Vec<Loaded<Halaman>>>,
    /// News that is published, newest first.
    pub berita: Tracked<Vec<Loaded<Berita>>>,
    /// Clarifications, newest first.
    pub klarifikasi: Tracked<Vec<Loaded<Klarifikasi>>>,
    /// Events, by date.
    pub kegiatan: Tracked<Vec<Loaded<Kegiatan>>>,
    /// Figures, by file.
    pub fakta: Tracked<Vec<Loaded<LembarFakta>>>,
    /// The draw of ballot numbers.
    pub pengundian: Tracked<Option<Loaded<Pengundian>>>,
    /// Pairs and empty columns by ballot number, or in the order of the alphabet before the numbers are drawn.
    pub paslon: Tracked<Vec<Paslon>>,
    /// Peace declarations, by date.
    pub deklarasi: Tracked<Vec<Loaded<Deklarasi>>>,
    /// The result.
    pub hasil: Tracked<Option<Loaded<Hasil>>>,
    /// The polling places.
    pub tps: Tracked<Option<Loaded<DaftarTps>>>,
    /// Records that could not be read, by path: a rule must not call them missing.
    pub rusak: Tracked<BTreeSet<String>>,
    /// The pictures that the records name, by file and shape.
    pub gambar: Tracked<pictures::Pictures>,
    /// Translations of news, clarifications and pages.
    pub terjemahan: Translations,
    /// The records whose pages follow from their rows in the table of types.
    pub leaves: Vec<Leaves>,
    /// What is written and waits for its day.
    pub tertunda: Tracked<Vec<Tertunda>>,
    /// The last day on which one of these records, or a part of one, became public by itself; nothing where none waited for a day,
    /// or drafts are shown.
    pub terakhir: Tracked<Option<Tanggal>>,
    /// Which of its lists are not empty.
    pub lists: Tracked<Lists>,
}

/// Which lists of a scope are not empty: what a menu asks, on every page, of records that most pages do not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself, by the menu of every page")]
pub struct Lists {
    /// News.
    pub berita: bool,
    /// Clarifications.
    pub klarifikasi: bool,
    /// Corrections.
    pub koreksi: bool,
    /// Publications.
    pub perubahan: bool,
}

/// A record that is not shown yet, a draft or one of a later day; or one of which a part is not.
#[derive(Debug)]
pub struct Tertunda {
    /// The file's path below the project's folder.
    pub berkas: String,
    /// The folder of its page; empty for a page of the scope's own.
    pub folder: &'static str,
    /// The last part of its page's address.
    pub slug: String,
    /// The day from which on it is shown, or more of it is; `None` for a draft.
    pub sejak: Option<Tanggal>,
    /// Whether some of it is shown.
    pub is_part: bool,
}

/// What of a scope is held back.
#[derive(Debug, Default)]
struct HeldBack {
    /// What waits.
    tertunda: Vec<Tertunda>,
    /// The last day on which something of it became public.
    terakhir: Option<Tanggal>,
}

impl HeldBack {
    fn add(&mut self, other: Self) {
        self.tertunda.extend(other.tertunda);
        self.terakhir = self.terakhir.max(other.terakhir);
    }
}

/// Articles in another language than the site's first.
#[derive(Debug)]
pub struct Translations {
    /// Fixed pages.
    pub halaman: Tracked<Vec<Loaded<Halaman>>>,
    /// News.
    pub berita: Tracked<Vec<Loaded<Berita>>>,
    /// Clarifications.
    pub klarifikasi: Tracked<Vec<Loaded<Klarifikasi>>>,
}

/// The records of a type whose pages follow from its row.
#[derive(Debug)]
pub struct Leaves {
    /// The type.
    pub records: Type,
    /// The records, in order of their files.
    pub entries: Tracked<Vec<Loaded<dyn AnyLeaf>>>,
}

/// The office a contest is about; it fixes the colour of the ballot (Keputusan KPU 1337/2024).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JenisPemilihan {
    /// Governor and deputy governor.
    Gubernur,
    /// Bupati and wakil bupati.
    Bupati,
    /// Wali kota and wakil wali kota.
    WaliKota,
}

/// The time zone of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Zona {
    /// Western Indonesian time, UTC+7.
    Wib,
    /// Central Indonesian time, UTC+8.
    Wita,
    /// Eastern Indonesian time, UTC+9.
    Wit,
}

/// The inputs of what is remembered are the parts of a model, by their places.
impl Now for Model {
    fn input(&self, number: u32) -> Option<u128> {
        self.content_hashes.get(number as usize).copied()
    }

    fn moment(&self) -> i32 {
        self.hari.moment()
    }
}

impl Model {
    /// The national scope.
    pub fn nasional(&self) -> &Lingkup {
        &self.lingkup[0]
    }

    /// The regions.
    pub fn wilayah(&self) -> impl Iterator<Item = &Lingkup> {
        self.kontes().filter(|lingkup| !lingkup.is_kemudian())
    }

    /// The regions and their later votes, each of which may have pairs and a result: every scope but the national one.
    pub fn kontes(&self) -> impl Iterator<Item = &Lingkup> {
        self.lingkup.iter().skip(1)
    }

    /// The day and the treatment of drafts.
    pub fn options(&self) -> BuildOptions {
        BuildOptions { hari: self.hari.exact(), draf: self.draf }
    }

    /// The scope around another.
    pub fn induk(&self, lingkup: &Lingkup) -> Option<&Lingkup> {
        lingkup.induk.map(|index| &self.lingkup[index])
    }

    /// The scopes inside another, in order of their codes.
    pub fn anak<'m>(&'m self, lingkup: &'m Lingkup) -> impl Iterator<Item = &'m Lingkup> {
        lingkup.anak.iter().map(|index| &self.lingkup[*index])
    }

    /// The scope and the scopes around it, from the inside out.
    pub fn keluar<'m>(&'m self, lingkup: &'m Lingkup) -> impl Iterator<Item = &'m Lingkup> {
        std::iter::successors(Some(lingkup), |lingkup| self.induk(lingkup))
    }

    /// The scope whose schedule holds for another, and those around it: a later vote has its own stages only.
    pub fn penjadwal<'m>(&'m self, lingkup: &'m Lingkup) -> impl Iterator<Item = &'m Lingkup> {
        let most = if lingkup.is_kemudian() { 1 } else { usize::MAX };
        self.keluar(lingkup).take(most)
    }

    /// The scope that holds a source: the scope itself, those around it, or the vote that a later vote took its pairs from.
    pub fn pemegang<'m>(&'m self, lingkup: &'m Lingkup, id: &Id<Sumber>) -> Option<&'m Lingkup> {
        let before = || {
            let chain = std::iter::successors(self.menggantikan(lingkup), |vote| self.menggantikan(vote));
            chain.take(self.lingkup.len()).find(|vote| vote.sumber.contains_key(id))
        };
        self.keluar(lingkup).find(|scope| scope.sumber.contains_key(id)).or_else(before)
    }

    /// A source by its key, looked up in the scope and then in those around it.
    pub fn sumber<'m>(&'m self, lingkup: &'m Lingkup, id: &Id<Sumber>) -> Option<&'m Sumber> {
        self.pemegang(lingkup, id)?.sumber.get(id)
    }

    /// The day of the latest source, or on which one was last looked up, that is not after the day of the build.
    pub fn sumber_terakhir(&self) -> Option<Tanggal> {
        let sources = self.lingkup.iter().flat_map(|lingkup| lingkup.sumber.values());
        let days = sources.flat_map(|sumber| [sumber.tanggal, sumber.diakses]).flatten();
        self.hari.last(days)
    }

    /// The file at a path below the project's folder, if it holds a record; who asks has read all files.
    pub fn document_at(&self, path: &str) -> Option<&Document> {
        at(&self.documents, path)
    }

    /// What is known of the file of a record; who has the record has read the part it belongs to.
    pub fn document_of(&self, source: &Source) -> Option<&Document> {
        at(self.documents.unnoticed(), &source.path)
    }

    /// The scope at a path such as `jambi/kota-jambi`.
    pub fn lingkup_at(&self, jalur: &str) -> Option<&Lingkup> {
        self.lingkup.iter().find(|lingkup| lingkup.jalur == jalur)
    }

    /// The dates of a kind of stage: the scope's own, or those of a scope around it.
    pub fn tahapan<'m>(&'m self, lingkup: &'m Lingkup, jenis: JenisTahapan) -> Option<&'m Tahapan> {
        self.penjadwal(lingkup).find_map(|scope| {
            let stages = &scope.jadwal.as_ref()?.record;
            stages.iter().find(|tahapan| tahapan.jenis == jenis)
        })
    }

    /// The law in figures for the vote of a scope, by its day; where it has none yet, by that of the whole country.
    pub fn hukum_bagi(&self, lingkup: &Lingkup) -> &Paket {
        self.hukum.pada(self.hari_pemungutan(lingkup).unwrap_or(self.situs.record.pemungutan_suara))
    }

    /// The first and the last day of a kind of stage, where the schedule says both.
    pub fn masa(&self, lingkup: &Lingkup, jenis: JenisTahapan) -> Option<RangeInclusive<Tanggal>> {
        let tahapan = self.tahapan(lingkup, jenis)?;
        Some(tahapan.mulai?..=tahapan.selesai?)
    }
}

fn at<'f>(files: &'f [Arc<Document>], path: &str) -> Option<&'f Document> {
    let index = files.binary_search_by(|berkas| berkas.path.as_str().cmp(path)).ok()?;
    Some(&files[index])
}

impl Lingkup {
    /// The region's name, a later vote's with its own; `nasional` for the nation.
    pub fn nama(&self) -> &str {
        let region = self.nama_daerah();
        self.kemudian.as_ref().map_or(region, |vote| &vote.nama)
    }

    /// The region's name, also that of a later vote; `nasional` for the nation.
    pub fn nama_daerah(&self) -> &str {
        self.daerah.as_ref().map_or("nasional", |wilayah| &wilayah.record.nama)
    }

    /// The kind of the region; `None` for the nation.
    pub fn tingkat(&self) -> Option<JenisWilayah> {
        self.daerah.as_ref().map(|wilayah| wilayah.record.jenis)
    }

    /// What is elected here; `None` for the nation and where nothing is elected.
    pub fn pemilihan(&self) -> Option<JenisPemilihan> {
        let wilayah = &self.daerah.as_ref()?.record;
        wilayah.pemilihan.ada.then_some(match wilayah.jenis {
            JenisWilayah::Provinsi => JenisPemilihan::Gubernur,
            JenisWilayah::Kabupaten => JenisPemilihan::Bupati,
            JenisWilayah::Kota => JenisPemilihan::WaliKota,
        })
    }

    /// The time zone; `None` for the nation, which has three.
    pub fn zona(&self) -> Option<Zona> {
        self.daerah.as_ref().map(|wilayah| Zona::of(wilayah.record.kode.provinsi()))
    }

    /// The pair or empty column with a number.
    pub fn paslon(&self, nomor: NomorUrut) -> Option<&Paslon> {
        self.paslon.iter().find(|paslon| paslon.nomor_urut == Some(nomor))
    }

    /// The day the numbers were drawn, where the draw's record says what came of it.
    pub fn hari_diundi(&self) -> Option<Tanggal> {
        let draw = &self.pengundian.as_ref()?.record;
        (!draw.hasil.is_empty()).then_some(draw.tanggal)
    }

    /// Whether pairs are recorded that are not determined yet.
    pub fn has_waiting_pairs(&self) -> bool {
        self.tertunda.iter().any(|one| one.folder == "paslon" && !one.is_part)
    }

    /// Whether a part of a record waits for its day: what it lacks cannot be called missing.
    pub fn waits(&self, file: &str) -> bool {
        self.tertunda.iter().any(|one| one.berkas == file)
    }

    /// The votes of a single pair and of the empty column beside it, where both are known.
    pub fn suara_tunggal(&self) -> Option<(u64, u64)> {
        let suara = &self.hasil.as_ref()?.record.suara;
        let (empty, pairs): (Vec<&Paslon>, Vec<&Paslon>) =
            self.paslon.iter().partition(|paslon| paslon.is_kolom_kosong());
        let ([empty], [pair]) = (empty.as_slice(), pairs.as_slice()) else { return None };
        let votes = |paslon: &Paslon| suara.get(&paslon.nomor_urut?).map(|votes| votes.get());
        votes(pair).zip(votes(empty))
    }

    /// Whether every file below a folder such as `paslon/` could be read.
    pub fn is_whole(&self, folder: &str) -> bool {
        let mark = format!("/{folder}");
        !self.rusak.iter().any(|path| path.contains(&mark))
    }
}

impl Zona {
    /// The zone of a province, by the first two digits of its code (Keppres 41/1987, and the provinces made since).
    pub fn of(provinsi: &str) -> Self {
        match provinsi.as_bytes() {
            [b'5' | b'7', _] | [b'6', b'3'..=b'5'] => Self::Wita,
            [b'8' | b'9', _] => Self::Wit,
            _ => Self::Wib,
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// The zone's name in the time zone database.
    pub fn tzid(self) -> &'static str {
        match self {
            Self::Wib => "Asia/Jakarta",
            Self::Wita => "Asia/Makassar",
            Self::Wit => "Asia/Jayapura",
        }
    }

    /// Hours ahead of UTC.
    pub fn offset(self) -> u8 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }
}
