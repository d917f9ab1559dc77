//! The JSON of a scope: what it is, what lies around and inside it, what it elects, and its sources.

use crate::export::json::JsonRecord;
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::meta::ScopeSummary;
use crate::page::frame::page::Body;
use crate::page::frame::plan::Plan;
use serde_json::{Map, Value, json};

pub(super) fn plan<'m>(plan: &mut Plan<'m>, lingkup: &'m Lingkup) {
    let model: &'m Model = plan.model;
    let at = Address::lingkup(lingkup).with_extension("json");
    plan.add(at, move || match &*lingkup.wilayah {
        Some(wilayah) => region(model, lingkup, &wilayah.record),
        None => nation(model, lingkup),
    });
    let Some(file) = &*lingkup.berkas_sumber else { return };
    for (id, sumber) in &lingkup.sumber {
        let page = Address::sumber(id);
        plan.add_from(file, page.with_extension("json"), move || {
            JsonRecord::of(model, lingkup, &page).set("id", id).record(sumber).body()
        });
    }
}

fn region(model: &Model, lingkup: &Lingkup, record: &crate::record::wilayah::Wilayah) -> Body<'static> {
    let catatan = JsonRecord::of(model, lingkup, &Address::lingkup(lingkup)).record(record);
    let paslon: Vec<Value> = lingkup.paslon.iter().map(|paslon| pair(&catatan, paslon)).collect();
    catatan
        .set("jalur", &lingkup.jalur)
        .set("zona", lingkup.zona())
        .set("jenis_pemilihan", lingkup.pemilihan())
        .set("paslon", paslon)
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
        .around(lingkup)
        .body()
}

/// A pair of the region, in short.
fn pair(catatan: &JsonRecord<'_>, paslon: &Paslon) -> Value {
    let page = Address::paslon(catatan.lingkup, paslon.nomor_urut);
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
    /// With the scopes around and inside a scope, and the scope's pages.
    fn around(self, lingkup: &Lingkup) -> Self {
        let induk = self.model.induk(lingkup).map(|outer| self.scope(outer));
        let anak: Vec<Value> = self.model.anak(lingkup).map(|inner| self.scope(inner)).collect();
        let ringkas = ScopeSummary::of(lingkup);
        let parts = ringkas.bagian.iter().map(|bagian| (bagian.kunci.to_owned(), self.link(&bagian.alamat).into()));
        let mut halaman: Map<String, Value> = parts.collect();
        let files = [("kalender", "jadwal.ics"), ("atom", "atom.xml"), ("feed", "feed.json")];
        halaman.extend(files.map(|(key, file)| (key.to_owned(), self.link(&Address::of(lingkup, file)).into())));
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
