//! The JSON of a contest: its pairs, its draw, its declarations, its figures, its result, its schedule.

use crate::export::json::JsonRecord;
use crate::model::fakta::{FullFakta, figures};
use crate::model::paslon::{Isi, Paslon};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::media;
use crate::page::frame::meta::has_figures;
use crate::page::frame::page::Body;
use crate::page::frame::plan::Plan;
use crate::record::Loaded;
use crate::record::deklarasi::Deklarasi;
use crate::record::paslon::Calon;
use crate::record::pengundian::Pengundian;
use serde_json::{Value, json};

pub(super) fn plan<'m>(plan: &mut Plan<'m>, lingkup: &'m Lingkup) {
    let model: &'m Model = plan.model;
    for paslon in &lingkup.paslon {
        let page = Address::paslon(lingkup, paslon);
        plan.add_from(&paslon.lembar.path, page.with_extension("json"), move || pair(model, lingkup, paslon));
    }
    if let Some(loaded) = &*lingkup.pengundian {
        plan.add_from(loaded.path(), Address::of(lingkup, "pengundian.json"), move || draw(model, lingkup, loaded));
    }
    for loaded in &lingkup.deklarasi {
        let page = Address::leaf(lingkup, "deklarasi", loaded.slug());
        plan.add_from(loaded.path(), page.with_extension("json"), move || declaration(model, lingkup, loaded));
    }
    if let Some(loaded) = &*lingkup.hasil {
        plan.add_from(loaded.path(), Address::of(lingkup, "hasil.json"), move || {
            JsonRecord::of(model, lingkup, &Address::of(lingkup, "hasil.html")).record(&loaded.record).body()
        });
    }
    if has_figures(lingkup) {
        plan.add(Address::of(lingkup, "kesiapan.json"), move || {
            let all: Vec<Value> = figures(lingkup).iter().map(figure).collect();
            JsonRecord::of(model, lingkup, &Address::of(lingkup, "kesiapan.html")).set("fakta", all).body()
        });
    }
}

fn pair(model: &Model, lingkup: &Lingkup, paslon: &Paslon) -> Body<'static> {
    let page = Address::paslon(lingkup, paslon);
    let catatan = JsonRecord::of(model, lingkup, &page)
        .set("nomor_urut", paslon.nomor_urut)
        .set("kolom_kosong", paslon.is_kolom_kosong());
    let catatan = match &paslon.isi {
        Isi::KolomKosong => catatan,
        Isi::Pasangan(pair) => {
            let calon = person(&catatan, paslon, &pair.calon);
            let wakil = person(&catatan, paslon, &pair.wakil);
            let parties = pair.pengusung.iter().filter_map(|id| Some((id, model.partai.get(id)?)));
            let parties: Vec<Value> = parties
                .map(|(id, partai)| json!({ "id": id, "nama": partai.nama, "singkatan": partai.singkatan }))
                .collect();
            let joint = pair.foto_pasangan.as_ref();
            let joint = joint.map(|foto| catatan.link(&media::beside(paslon.path(), foto)));
            let catatan = catatan
                .record(pair)
                .set("foto_pasangan", joint)
                .set("calon", calon)
                .set("wakil", wakil)
                .set("pengusung", parties);
            catatan.set("keadaan", pair.langkah_terakhir().map(|step| step.keadaan))
        }
    };
    catatan.set("sumber", &paslon.sumber).body()
}

/// A person of a pair; the picture as a whole address.
fn person(catatan: &JsonRecord<'_>, paslon: &Paslon, calon: &Calon) -> Value {
    let foto = calon.foto.as_ref().map(|foto| catatan.link(&media::beside(paslon.path(), foto)));
    let [schools, posts] = calon.riwayat();
    let mut person = json!(calon);
    person["riwayat_pendidikan"] = json!(schools);
    person["riwayat_pekerjaan"] = json!(posts);
    person["foto"] = foto.into();
    person
}

fn draw(model: &Model, lingkup: &Lingkup, loaded: &Loaded<Pengundian>) -> Body<'static> {
    let catatan = JsonRecord::of(model, lingkup, &Address::of(lingkup, "pengundian.html"));
    let kegiatan = catatan.kegiatan(loaded.record.kegiatan.as_ref());
    catatan.record(&loaded.record).set("kegiatan", kegiatan).body()
}

fn declaration(model: &Model, lingkup: &Lingkup, loaded: &Loaded<Deklarasi>) -> Body<'static> {
    let catatan = JsonRecord::of(model, lingkup, &Address::leaf(lingkup, "deklarasi", loaded.slug()));
    let kegiatan = catatan.kegiatan(loaded.record.kegiatan.as_ref());
    let foto: Vec<Value> = loaded.record.foto.iter().map(|foto| catatan.gambar(loaded.path(), foto)).collect();
    catatan.record(&loaded.record).set("foto", foto).set("kegiatan", kegiatan).body()
}

/// A figure with what its sheet or its event says for it.
pub(super) fn figure(lengkap: &FullFakta<'_>) -> Value {
    let mut figure = json!(lengkap.fakta);
    figure["satuan"] = json!(lengkap.fakta.ukuran.satuan());
    figure["per_tanggal"] = json!(lengkap.per_tanggal);
    figure["penyampai"] = json!(lengkap.penyampai);
    figure["sumber"] = json!(lengkap.sumber);
    figure
}
