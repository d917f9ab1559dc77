//! `data/datapackage.json`: all tables described for programs (Frictionless Data Package 2.0).

use crate::export::data::{Column, ColumnType, DataTable, page, tables};
use crate::model::Model;
use crate::page::frame::address::{Address, Base};
use crate::page::frame::meta::publisher;
use crate::page::frame::words::Phrase;
use crate::record::sumber::Sumber;
use serde_json::{Map, Value, json};

/// Where the description lies.
pub(super) fn address() -> Address {
    Address::root("data/datapackage.json")
}

/// The version of the tables' form: the first number where a column goes or means something else, the second where one is added.
const VERSION: &str = "1.0.0";

/// The description of all tables.
pub(super) fn paket(model: &Model) -> Value {
    let situs = &model.situs.record;
    let mut paket = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "pilkada",
        "id": Base::new(&situs.alamat).canonical(&address()),
        "version": VERSION,
        // The day that the figures are true for; the bytes follow from it, so it is no time of the clock.
        "created": format!("{}T00:00:00+07:00", model.hari.exact()),
        "title": situs.nama,
        "homepage": Base::new(&situs.alamat).canonical(&page()),
        "contributors": [{ "title": situs.penyelenggara.nama, "roles": ["publisher"] }],
    });
    if let Some(keterangan) = &situs.keterangan {
        paket["description"] = keterangan.to_string().into();
    }
    if let Some(lisensi) = &situs.lisensi_data {
        paket["licenses"] = json!([{ "name": lisensi }]);
    }
    let sources: Vec<Value> = model.lingkup.iter().flat_map(|lingkup| lingkup.sumber.values()).map(source).collect();
    if !sources.is_empty() {
        paket["sources"] = sources.into();
    }
    paket["resources"] = tables().flat_map(resources).collect();
    paket
}

/// The same for search engines: schema.org's `Dataset`.
pub(super) fn dataset(model: &Model) -> Value {
    let situs = &model.situs.record;
    let base = Base::new(&situs.alamat);
    let files = tables().flat_map(|tabel| [(tabel.file("csv"), "text/csv"), (tabel.file("json"), "application/json")]);
    let download = |(file, kind): (Address, &str)| {
        let address = base.canonical(&file);
        json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": address })
    };
    let downloads: Vec<Value> = files.map(download).collect();
    let mut dataset = json!({
        "@type": "Dataset",
        "name": situs.nama,
        "description": situs.keterangan.as_ref().unwrap_or(&situs.nama),
        "url": base.canonical(&page()),
        "creator": publisher(model),
        "distribution": downloads,
    });
    if let Some(lisensi) = &situs.lisensi_data {
        dataset["license"] = lisensi.to_string().into();
    }
    dataset
}

fn source(sumber: &Sumber) -> Value {
    let title = match &sumber.penerbit {
        Some(penerbit) => format!("{}, {penerbit}", sumber.judul),
        None => sumber.judul.to_string(),
    };
    match &sumber.tautan {
        Some(tautan) => json!({ "title": title, "path": tautan }),
        None => json!({ "title": title }),
    }
}

/// A table in both formats; only the CSV needs a schema to tell what its text means.
fn resources(tabel: &DataTable) -> [Value; 2] {
    let fields: Vec<Value> = tabel.kolom.iter().map(field).collect();
    let mut schema = json!({ "$schema": "https://datapackage.org/profiles/2.0/tableschema.json", "fields": fields });
    let Keys { primary, foreign } = keys(tabel.nama);
    if !primary.is_empty() {
        schema["primaryKey"] = json!(primary);
    }
    let every = ForeignKey { fields: &["kode_wilayah"], table: "wilayah", columns: &["kode_wilayah"] };
    let foreign = foreign.iter().chain((tabel.nama != "wilayah").then_some(&every));
    let foreign: Vec<Value> = foreign.map(ForeignKey::described).collect();
    if !foreign.is_empty() {
        schema["foreignKeys"] = foreign.into();
    }
    let csv = json!({
        "name": tabel.nama,
        "type": "table",
        "path": format!("{}.csv", tabel.nama),
        "description": Phrase::of(tabel.keterangan),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    });
    let json = json!({
        "name": format!("{}-json", tabel.nama),
        "path": format!("{}.json", tabel.nama),
        "description": Phrase::of(tabel.keterangan),
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    });
    [csv, json]
}

/// What tells the rows of a table apart, and which rows of others they name.
struct Keys {
    primary: &'static [&'static str],
    foreign: &'static [ForeignKey],
}

/// Columns that name a row of another table.
struct ForeignKey {
    fields: &'static [&'static str],
    table: &'static str,
    columns: &'static [&'static str],
}

impl ForeignKey {
    fn described(&self) -> Value {
        json!({ "fields": self.fields, "reference": { "resource": self.table, "fields": self.columns } })
    }
}

/// An event of the same scope.
const EVENT: ForeignKey =
    ForeignKey { fields: &["lingkup", "kegiatan"], table: "kegiatan", columns: &["lingkup", "slug"] };
/// A choice on the ballot of the same scope.
const CHOICE: ForeignKey =
    ForeignKey { fields: &["lingkup", "nomor_urut"], table: "paslon", columns: &["lingkup", "nomor_urut"] };

/// The keys of a table. A table with none has rows that nothing tells apart: two officials may hold one office after another.
fn keys(tabel: &str) -> Keys {
    let (primary, foreign): (&[&str], &[ForeignKey]) = match tabel {
        "wilayah" | "pemilihan" => (&["lingkup"], &[]),
        // A number is not there before the draw.
        "paslon" | "koreksi" | "fakta" => (&["alamat"], &[]),
        // That an event is named is optional there, and readers of a key of two columns want both.
        "deklarasi" | "berita" | "kegiatan" | "klarifikasi" => (&["lingkup", "slug"], &[]),
        "hasil" | "pengundian" => (&[], &[CHOICE]),
        "pernyataan" => (&[], &[EVENT]),
        "jadwal" | "sumber" => (&["lingkup", "id"], &[]),
        "partai" => (&["id"], &[]),
        "istilah" => (&["istilah"], &[]),
        _ => (&[], &[]),
    };
    Keys { primary, foreign }
}

fn field(kolom: &Column) -> Value {
    let mut field = Map::new();
    field.insert("name".to_owned(), kolom.nama.into());
    for (key, value) in kind(kolom.jenis) {
        field.insert((*key).to_owned(), (*value).into());
    }
    if kolom.nama == "lingkup" {
        // The country's is empty, and that is its name.
        field.insert("missingValues".to_owned(), json!([]));
    }
    field.insert("description".to_owned(), json!(Phrase::of(kolom.keterangan)));
    field.into()
}

/// The type as Table Schema names it.
fn kind(jenis: ColumnType) -> &'static [(&'static str, &'static str)] {
    match jenis {
        ColumnType::Teks => &[("type", "string")],
        ColumnType::Bulat => &[("type", "integer")],
        ColumnType::Angka => &[("type", "number")],
        ColumnType::Logika => &[("type", "boolean")],
        ColumnType::Tanggal => &[("type", "date")],
        ColumnType::Jam => &[("type", "time"), ("format", "%H:%M")],
        ColumnType::Tautan => &[("type", "string"), ("format", "uri")],
        ColumnType::Kunci => &[("type", "list"), ("delimiter", ";"), ("itemType", "string")],
        ColumnType::Nomor => &[("type", "list"), ("delimiter", ";"), ("itemType", "integer")],
        ColumnType::Daftar => &[("type", "array")],
        ColumnType::Peta => &[("type", "object")],
    }
}
