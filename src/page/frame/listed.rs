//! The pages that records are shown on, as lists of all pages have them: the sources and where they are used, the sitemap, the
//! files that are published with a record.
//!
//! Every type of record answers here, and the compiler asks a new one to.

use crate::model::Lingkup;
use crate::model::fakta::figures;
use crate::model::paslon::{Pasangan, Paslon};
use crate::page::frame::address::Address;
use crate::page::frame::view::paslon::title;
use crate::page::frame::words::Phrase;
use crate::record::berita::Berita;
use crate::record::halaman::Halaman;
use crate::record::leaf::Leaf;
use crate::record::sumber::Sumber;
use crate::record::wilayah::Wilayah;
use crate::record::{Loaded, Own};
use crate::value::id::Id;
use crate::value::jalur::folder;
use crate::value::tanggal::Tanggal;

/// A page that a record is shown on.
pub(crate) struct Listed<'m> {
    /// Its title.
    pub judul: Phrase,
    /// Its address.
    pub alamat: Address,
    /// The last day it changed, where the record says so.
    pub diperbarui: Option<Tanggal>,
    /// The pictures and attachments that the record names, by path below the project's folder.
    pub berkas: Vec<String>,
    /// The sources it rests on, page by page in the order of the record.
    pub sumber: Vec<&'m Id<Sumber>>,
}

impl<'m> Listed<'m> {
    fn new(judul: impl Into<Phrase>, alamat: Address) -> Self {
        Self { judul: judul.into(), alamat, diperbarui: None, berkas: Vec::new(), sumber: Vec::new() }
    }

    fn sumber(mut self, ids: impl IntoIterator<Item = &'m Id<Sumber>>) -> Self {
        self.sumber.extend(ids);
        self
    }

    fn diperbarui(self, diperbarui: impl Into<Option<Tanggal>>) -> Self {
        Self { diperbarui: diperbarui.into(), ..self }
    }

    /// With files that lie beside a record.
    fn berkas<'f>(mut self, record: &str, files: impl IntoIterator<Item = &'f str>) -> Self {
        self.berkas.extend(files.into_iter().map(|file| format!("{}/{file}", folder(record))));
        self
    }
}

/// The pages that the records of a scope are shown on, in the order in which a reader meets them.
pub(crate) fn listed(lingkup: &Lingkup) -> impl Iterator<Item = Listed<'_>> {
    let own = ORDER.into_iter().flat_map(|records| of_type(lingkup, records));
    own.chain(lingkup.leaves.iter().flat_map(|leaves| each(lingkup, leaves.records.name(), &leaves.entries)))
}

/// The region, its contest, what was told.
const ORDER: [Own; Own::COUNT] = [
    Own::wilayah,
    Own::pemilihan,
    Own::paslon,
    Own::pengundian,
    Own::hasil,
    Own::tps,
    Own::jadwal,
    Own::fakta,
    Own::deklarasi,
    Own::kegiatan,
    Own::berita,
    Own::klarifikasi,
    Own::halaman,
    Own::tanya_jawab,
    Own::koreksi,
    Own::perubahan,
    Own::persetujuan,
    Own::situs,
    Own::partai,
    Own::istilah,
    Own::sumber,
];

/// The pages that records of a type are shown on.
fn of_type(lingkup: &Lingkup, records: Own) -> Vec<Listed<'_>> {
    let nama = lingkup.nama();
    let at = |file: &str| Address::of(lingkup, file);
    let titled = |key: &'static str| Phrase::of(key).with("nama", nama);
    match records {
        Own::wilayah => lingkup.wilayah.iter().map(|loaded| region(lingkup, loaded)).collect(),
        Own::pemilihan => {
            let votes = lingkup.kemudian.iter().map(|vote| &vote.loaded.record.sumber);
            votes.map(|ids| Listed::new(nama, Address::lingkup(lingkup)).sumber(ids)).collect()
        }
        Own::paslon => lingkup.paslon.iter().map(|paslon| pair(lingkup, paslon)).collect(),
        Own::pengundian => {
            let draws = lingkup.pengundian.iter().map(|loaded| &loaded.record.sumber);
            draws.map(|ids| Listed::new(titled("judul.pengundian"), at("pengundian.html")).sumber(ids)).collect()
        }
        Own::hasil => {
            let results = lingkup.hasil.iter().map(|loaded| &loaded.record.sumber);
            results.map(|ids| Listed::new(titled("judul.hasil"), at("hasil.html")).sumber(ids)).collect()
        }
        Own::tps => {
            let lists = lingkup.tps.iter().map(|loaded| &loaded.record.sumber);
            lists.map(|ids| Listed::new(titled("judul.tps"), at("tps/index.html")).sumber(ids)).collect()
        }
        Own::jadwal => {
            let schedule = lingkup.jadwal.iter().map(|loaded| loaded.record.iter().flat_map(|stage| &stage.sumber));
            schedule.map(|ids| Listed::new(titled("judul.jadwal"), at("jadwal.html")).sumber(ids)).collect()
        }
        // Figures stand in events too, and all on one page.
        Own::fakta => {
            let ids: Vec<&Id<Sumber>> = figures(lingkup).iter().flat_map(|figure| figure.sumber).collect();
            let page = || Listed::new(titled("judul.kesiapan"), at("kesiapan.html"));
            (!ids.is_empty()).then(|| page().sumber(ids)).into_iter().collect()
        }
        Own::deklarasi => each(lingkup, "deklarasi", &lingkup.deklarasi),
        Own::kegiatan => each(lingkup, "kegiatan", &lingkup.kegiatan),
        Own::berita => news(lingkup),
        Own::klarifikasi => each(lingkup, "klarifikasi", &lingkup.klarifikasi),
        Own::halaman => {
            let page = |one: &Loaded<Halaman>| at(&format!("{}.html", one.slug()));
            lingkup.halaman.iter().map(|one| leaf(page(one), one)).collect()
        }
        Own::tanya_jawab => {
            let questions = lingkup.tanya_jawab.iter().map(|loaded| loaded.record.iter().flat_map(|one| &one.sumber));
            let page = || Listed::new(Phrase::of("judul.tanya_jawab"), at("tanya-jawab.html"));
            questions.map(|ids| page().sumber(ids)).collect()
        }
        // They are shown on the pages of others, or say nothing of themselves that a list has.
        Own::koreksi | Own::perubahan | Own::persetujuan | Own::situs | Own::partai | Own::istilah | Own::sumber => {
            Vec::new()
        }
    }
}

/// The pages of records in a folder.
fn each<'m, T: Leaf + ?Sized>(lingkup: &Lingkup, folder: &str, records: &'m [Loaded<T>]) -> Vec<Listed<'m>> {
    records.iter().map(|one| leaf(Address::leaf(lingkup, folder, one.slug()), one)).collect()
}

/// The page of a record that has one.
fn leaf<T: Leaf + ?Sized>(alamat: Address, loaded: &Loaded<T>) -> Listed<'_> {
    let record = &*loaded.record;
    let judul = Phrase::written_in(&loaded.name.bahasa, record.judul());
    let mut page = Listed::new(judul, alamat).diperbarui(record.diperbarui());
    record.rujuk(&mut |_, id| page.sumber.push(id));
    page.berkas(loaded.path(), record.gambar().iter().map(|(_, berkas)| &***berkas))
}

fn region<'m>(lingkup: &'m Lingkup, loaded: &'m Loaded<Wilayah>) -> Listed<'m> {
    let record = &loaded.record;
    let officials = record.pejabat.iter().flat_map(|pejabat| &pejabat.sumber);
    let office = record.penyelenggara.iter().flat_map(|office| &office.sumber);
    let ids = record.sumber.iter().chain(&record.pemilihan.sumber).chain(officials).chain(office);
    Listed::new(lingkup.nama(), Address::lingkup(lingkup)).sumber(ids)
}

fn pair<'m>(lingkup: &Lingkup, paslon: &'m Paslon) -> Listed<'m> {
    let pair = paslon.pasangan();
    let steps = pair.into_iter().flat_map(|pair| &pair.status).flat_map(|status| &status.sumber);
    let of_both = |pair: &'m Pasangan| [&pair.calon.foto, &pair.wakil.foto, &pair.foto_pasangan];
    let photos = pair.into_iter().flat_map(of_both).filter_map(|foto| foto.as_deref());
    let page = Listed::new(title(lingkup, paslon), Address::paslon(lingkup, paslon));
    page.sumber(paslon.sumber.iter().chain(steps)).berkas(paslon.path(), photos)
}

/// Articles and their translations, whose sources and days are those of what they translate.
fn news(lingkup: &Lingkup) -> Vec<Listed<'_>> {
    let mut pages = each(lingkup, "berita", &lingkup.berita);
    let page = |one: &Loaded<Berita>| Address::leaf(lingkup, "berita", one.slug()).dalam(&one.name.bahasa);
    let translated = lingkup.terjemahan.berita.iter().map(|one| leaf(page(one), one));
    pages.extend(translated.map(|page| Listed { diperbarui: None, sumber: Vec::new(), ..page }));
    pages
}
