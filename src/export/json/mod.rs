//! A record's JSON, beside its page: the record's own keys, with sources and links that can be followed from anywhere.
//!
//! The articles of a scope are one file. Schedules, sources and corrections have none: the tables below `data/` say all of them.

mod pemilihan;
mod texts;
mod wilayah;

use crate::model::{Lingkup, Model};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::media;
use crate::page::frame::page::{Body, export};
use crate::page::frame::plan::Plan;
use crate::record::berita::Gambar;
use crate::record::kegiatan::Kegiatan;
use crate::record::sumber::Sumber;
use crate::record::{Loaded, wilayah::Wilayah};
use crate::value::id::Id;
use crate::value::slug::Slug;
use crate::value::{Nilai, Scalar};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The JSON of every record that has a page.
pub(super) fn plan(plan: &mut Plan<'_>) {
    plan.each_scope(|plan, lingkup| {
        wilayah::plan(plan, lingkup);
        pemilihan::plan(plan, lingkup);
        texts::plan(plan, lingkup);
    });
}

/// A record's JSON while it is put together.
struct JsonRecord<'m> {
    model: &'m Model,
    lingkup: &'m Lingkup,
    base: Base,
    isi: Map<String, Value>,
}

impl<'m> JsonRecord<'m> {
    /// The JSON of what a page shows.
    fn of(model: &'m Model, lingkup: &'m Lingkup, page: &Address) -> Self {
        let base = Base::new(&model.situs.record.alamat);
        let catatan = Self { model, lingkup, isi: Map::new(), base };
        let alamat = catatan.base.canonical(page);
        catatan.set("alamat", alamat).set("wilayah", region(lingkup))
    }

    /// With the keys of a record.
    fn record(mut self, record: &impl Serialize) -> Self {
        if let Value::Object(keys) = json!(record) {
            self.isi.extend(keys);
        }
        self
    }

    /// With a key; one that is there already keeps its place.
    fn set(mut self, key: &str, value: impl Serialize) -> Self {
        self.isi.insert(key.to_owned(), json!(value));
        self
    }

    /// With its sources in full.
    fn body(self) -> Body<'static> {
        export(self.value())
    }

    /// The same as one of several in a file.
    fn value(self) -> Value {
        let mut isi = Value::Object(self.isi);
        resolve(&mut isi, &|id| source(self.model, self.lingkup, &self.base, id));
        isi
    }

    fn link(&self, address: &Address) -> String {
        self.base.canonical(address)
    }

    /// A picture of a record, with its address.
    fn gambar(&self, record: &str, gambar: &Gambar) -> Value {
        let alamat = self.link(&media::beside(record, &gambar.berkas));
        json!({ "alamat": alamat, "alt": gambar.alt, "kredit": gambar.kredit })
    }

    /// An event that a record names.
    fn kegiatan(&self, slug: Option<&Slug>) -> Option<Value> {
        let slug = slug?;
        let named = |loaded: &&Loaded<Kegiatan>| loaded.slug() == &**slug;
        let judul = self.lingkup.kegiatan.iter().find(named).map(|loaded| &loaded.record.judul);
        let alamat = self.link(&Address::leaf(self.lingkup, "kegiatan", slug));
        Some(json!({ "slug": slug, "judul": judul, "alamat": alamat }))
    }
}

/// The region a record belongs to; the nation has no code.
fn region(lingkup: &Lingkup) -> Value {
    let kode = |wilayah: &Loaded<Wilayah>| wilayah.record.kode.to_string();
    json!({ "kode": lingkup.daerah.as_ref().map(kode), "nama": lingkup.nama() })
}

/// Puts the source in the place of its key, in every list named `sumber`.
fn resolve(value: &mut Value, source: &dyn Fn(&str) -> Option<Value>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::Array(ids) if key == "sumber" => {
                        *ids = ids.iter().filter_map(|id| source(id.as_str()?)).collect();
                    }
                    value => resolve(value, source),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| resolve(value, source)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A source as others name it.
fn source(model: &Model, lingkup: &Lingkup, base: &Base, id: &str) -> Option<Value> {
    let key = Id::<Sumber>::read(Scalar::Teks(id)).ok()?;
    let pemegang = model.pemegang(lingkup, &key)?;
    let sumber = pemegang.sumber.get(&key)?;
    Some(json!({
        "id": id,
        "jenis": sumber.jenis,
        "judul": sumber.judul,
        "singkat": sumber.singkat,
        "penerbit": sumber.penerbit,
        "tanggal": sumber.tanggal,
        "tautan": sumber.tautan,
        "alamat": base.canonical(&Address::sumber(pemegang, id)),
    }))
}
