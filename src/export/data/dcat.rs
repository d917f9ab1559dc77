//! `data/dcat.jsonld`: the tables as a catalogue for data portals, which harvest it (W3C's DCAT 3).

use crate::export::data::{DataTable, page, tables};
use crate::model::Model;
use crate::page::frame::address::{Address, Base};
use crate::page::frame::words::{Phrase, spoken};
use serde_json::{Value, json};

/// Where it lies.
pub(super) fn address() -> Address {
    Address::root("data/dcat.jsonld")
}

/// The catalogue.
pub(super) fn catalogue(model: &Model) -> Value {
    let situs = &model.situs.record;
    let base = Base::new(&situs.alamat);
    let mut catalogue = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
        },
        "@id": base.canonical(&address()),
        "@type": "dcat:Catalog",
        "dct:title": situs.nama,
        "dct:description": situs.keterangan.as_ref().unwrap_or(&situs.nama),
        "dct:language": spoken().bahasa(),
        "dct:publisher": { "@type": "foaf:Organization", "foaf:name": situs.penyelenggara.nama },
        "foaf:homepage": { "@id": base.canonical(&page()) },
        "dcat:dataset": tables().map(|tabel| dataset(model, &base, tabel)).collect::<Vec<_>>(),
    });
    if let Some(lisensi) = &situs.lisensi_data {
        catalogue["dct:rights"] = lisensi.to_string().into();
    }
    catalogue
}

fn dataset(model: &Model, base: &Base, tabel: &DataTable) -> Value {
    let file = |extension, kind: &str| {
        let address = base.canonical(&tabel.file(extension));
        json!({
            "@type": "dcat:Distribution",
            "dcat:downloadURL": { "@id": address },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{kind}") },
        })
    };
    let mut dataset = json!({
        "@id": format!("{}#{}", base.canonical(&page()), tabel.nama),
        "@type": "dcat:Dataset",
        "dct:identifier": tabel.nama,
        "dct:title": tabel.nama,
        "dct:description": Phrase::of(tabel.keterangan),
        "dcat:distribution": [file("csv", "text/csv"), file("json", "application/json")],
    });
    if let Some(lisensi) = &model.situs.record.lisensi_data {
        dataset["dct:rights"] = lisensi.to_string().into();
    }
    dataset
}
