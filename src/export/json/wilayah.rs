//! The JSON of a scope: what it is, what lies around and inside it, and what it elects.

use crate::export::json::JsonRecord;
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::meta::ScopeSummary;
use crate::page::frame::page::Body;
use crate::page::frame::plan::Plan;
use crate::page::frame::view::pemilihan::PemilihanRingkas;
use crate::record::pemilihan::{PemilihanKemudian, SERENTAK};
use serde_json::{Map, Value, json};

pub(super) fn plan<'m>(plan: &mut Plan<'m>, lingkup: &'m Lingkup) {
    let model: &'m Model = plan.model;
    let at = Address::lingkup(lingkup).with_extension("json");
    plan.add(at, move || match (&*lingkup.wilayah, lingkup.kemudian()) {
        (Some(wilayah), _) => region(model, lingkup, &wilayah.record),
        (None, Some(vote)) => later_vote(model, lingkup, vote),
        (None, None) => nation(model, lingkup),
    });
}

fn region(model: &Model, lingkup: &Lingkup, record: &crate::record::wilayah::Wilayah) -> Body<'static> {
    let catatan = JsonRecord::of(model, lingkup, &Address::lingkup(lingkup)).record(record);
    let paslon: Vec<Value> = lingkup.paslon.iter().map(|paslon| pair(&catatan, paslon)).collect();
    catatan
        .set("jalur", &lingkup.jalur)
        .set("zona", lingkup.zona())
        .set("jenis_pemilihan", lingkup.pemilihan())
        .set("paslon", paslon)
        .votes(lingkup)
        .around(lingkup)
        .body()
}

fn later_vote(model: &Model, lingkup: &Lingkup, record: &PemilihanKemudian) -> Body<'static> {
    let catatan = JsonRecord::of(model, lingkup, &Address::lingkup(lingkup)).record(record);
    let paslon: Vec<Value> = lingkup.paslon.iter().map(|paslon| pair(&catatan, paslon)).collect();
    let later: Vec<Value> = model.digantikan(lingkup).into_iter().map(|vote| catatan.vote(vote)).collect();
    catatan
        .set("jalur", &lingkup.jalur)
        .set("zona", lingkup.zona())
        .set("jenis_pemilihan", lingkup.pemilihan())
        .set("paslon", paslon)
        .set("digantikan", later)
        .around(lingkup)
        .body()
}

fn nation(model: &Model, lingkup: &Lingkup) -> Body<'static> {
    let situs = &model.situs.record;
    let catatan = JsonRecord::of(model, lingkup, &Address::lingkup(lingkup));
    let data = catatan.link(&Address::root("data/datapackage.json"));
    catatan
        .set("nama", &situs.nama)
        .set("keterangan", &situs.keterangan)
        .set("penyelenggara", &situs.penyelenggara)
        .set("pemungutan_suara", situs.pemungutan_suara)
        .set("cek_pemilih", &situs.cek_pemilih)
        .set("lapor", &situs.lapor)
        .set("bahasa", &situs.bahasa)
        .set("lisensi_data", &situs.lisensi_data)
        .set("data", data)
        .later_votes()
        .around(lingkup)
        .body()
}

/// A pair of the region, in short.
fn pair(catatan: &JsonRecord<'_>, paslon: &Paslon) -> Value {
    let page = Address::paslon(catatan.lingkup, paslon);
    let pair = paslon.pasangan();
    json!({
        "nomor_urut": paslon.nomor_urut,
        "kolom_kosong": paslon.is_kolom_kosong(),
        "nama_calon": pair.map(|pair| &pair.calon.nama),
        "nama_wakil": pair.map(|pair| &pair.wakil.nama),
        "alamat": catatan.link(&page),
        "json": catatan.link(&page.with_extension("json")),
    })
}

impl JsonRecord<'_> {
    /// With the votes of a region, where there is more than the simultaneous one: the one that comes next or stands first said.
    fn votes(self, lingkup: &Lingkup) -> Self {
        if lingkup.susulan.is_empty() {
            return self;
        }
        let kini = self.vote(self.model.pemilihan_kini(lingkup));
        let all = std::iter::once(lingkup).chain(self.model.kemudian_di(lingkup));
        let all: Vec<Value> = all.map(|vote| self.vote(vote)).collect();
        self.set("pemilihan_kini", kini).set("semua_pemilihan", all)
    }

    /// With the later votes of the whole country, where there are any.
    fn later_votes(self) -> Self {
        let votes = self.model.wilayah().flat_map(|region| self.model.kemudian_di(region));
        let votes: Vec<Value> = votes.map(|vote| self.vote(vote)).collect();
        if votes.is_empty() { self } else { self.set("pemilihan_kemudian", votes) }
    }

    /// A vote of a region in short.
    fn vote(&self, lingkup: &Lingkup) -> Value {
        let ringkas = PemilihanRingkas::of(self.model, lingkup);
        let slug = if lingkup.is_kemudian() { lingkup.slug_kemudian() } else { SERENTAK };
        let page = Address::lingkup(lingkup);
        json!({
            "wilayah": super::region(self.model.daerah_of(lingkup)),
            "kunci": slug,
            "nama": ringkas.nama,
            "jenis": ringkas.jenis,
            "pemungutan_suara": ringkas.tanggal,
            "keadaan": ringkas.keadaan,
            "dasar": ringkas.dasar,
            "digantikan_seluruhnya": ringkas.diganti,
            "hasil": ringkas.hasil.map(|address| self.link(&address)),
            "alamat": self.link(&ringkas.alamat),
            "json": self.link(&page.with_extension("json")),
        })
    }

    /// With the scopes around and inside a scope, and the scope's pages.
    fn around(self, lingkup: &Lingkup) -> Self {
        let induk = self.model.induk(lingkup).map(|outer| self.scope(outer));
        let anak: Vec<Value> = self.model.anak(lingkup).map(|inner| self.scope(inner)).collect();
        let ringkas = ScopeSummary::of(self.model, lingkup);
        let parts = ringkas.bagian.iter().map(|bagian| (bagian.kunci.to_owned(), self.link(&bagian.alamat).into()));
        let mut halaman: Map<String, Value> = parts.collect();
        let files = [("kalender", "jadwal.ics"), ("atom", "atom.xml"), ("feed", "feed.json")];
        halaman.extend(files.map(|(key, file)| (key.to_owned(), self.link(&Address::of(lingkup, file)).into())));
        halaman.insert("cara_memilih".to_owned(), self.link(&ringkas.cara).into());
        if !lingkup.berita.is_empty() {
            halaman.insert("berita_json".to_owned(), self.link(&Address::news_data(lingkup)).into());
        }
        self.set("induk", induk).set("anak", anak).set("halaman", halaman)
    }

    fn scope(&self, lingkup: &Lingkup) -> Value {
        let page = Address::lingkup(lingkup);
        let mut scope = super::region(lingkup);
        scope["alamat"] = self.link(&page).into();
        scope["json"] = self.link(&page.with_extension("json")).into();
        scope
    }
}
