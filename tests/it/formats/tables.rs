//! Tables.

use super::{NAMA, SITE, files, json, text};
use serde_json::Value;

#[test]
fn every_table_is_the_same_in_both_formats_and_as_described() {
    let package = json(&SITE, "data/datapackage.json");
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    for resource in resources {
        assert!(SITE.contains_key(&format!("data/{}", resource["path"].as_str().unwrap())), "{resource}");
    }
    let tables: Vec<&Value> = resources.iter().filter(|resource| resource["format"] == "csv").collect();
    assert_eq!(tables.len(), files(&SITE, ".csv").count());
    for table in tables {
        let name = table["name"].as_str().unwrap();
        let fields: Vec<&str> =
            table["schema"]["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
        let csv = text(&SITE, &format!("data/{name}.csv"));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), fields, "{name}");
        // The reader refuses rows of another width.
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        let objects = json(&SITE, &format!("data/{name}.json"));
        let objects = objects.as_array().unwrap();
        assert!(!rows.is_empty(), "{name} is empty here, so nothing is proved");
        assert_eq!(rows.len(), objects.len(), "{name}");
        for (row, object) in rows.iter().zip(objects) {
            let object = object.as_object().unwrap();
            assert_eq!(object.keys().collect::<Vec<_>>(), fields, "{name}");
            for (cell, value) in row.iter().zip(object.values()).filter(|(_, value)| value.is_string()) {
                let value = value.as_str().unwrap();
                assert!(cell == value || cell == format!("'{value}"), "{name}: {cell} is not {value}");
            }
        }
    }
}

#[test]
fn rows_know_their_region_their_page_and_their_sources() {
    let pairs = json(&SITE, "data/paslon.json");
    let pair = &pairs[0];
    assert_eq!(pair["lingkup"], "contoh/kota-contoh");
    assert_eq!(pair["kode_wilayah"], "64.71");
    assert_eq!(pair["nomor_urut"], 1);
    assert_eq!(pair["nama_calon"], NAMA);
    assert_eq!(pair["misi"], serde_json::json!([NAMA, "Dua"]));
    assert_eq!(pair["alamat"], "https://contoh.test/pilkada/contoh/kota-contoh/paslon/1.html");
    assert_eq!(pair["sumber"], serde_json::json!(["pkpu-contoh"]));
    let votes = json(&SITE, "data/hasil.json");
    assert_eq!(votes.as_array().unwrap().len(), 4);
    assert_eq!((&votes[0]["bagian"], &votes[0]["suara"]), (&Value::Null, &10.into()));
    assert_eq!(votes[2]["bagian"], "Kecamatan A");
    let figure = &json(&SITE, "data/fakta.json")[0];
    assert_eq!((&figure["per_tanggal"], &figure["sumber"][0]), (&"2024-10-14".into(), &"pkpu-contoh".into()));
}

#[test]
fn a_spreadsheet_runs_no_text_as_a_formula() {
    let csv = text(&SITE, "data/istilah.csv");
    assert!(csv.contains(",'=SUM(1) bukan rumus,"), "{csv}");
    assert_eq!(json(&SITE, "data/istilah.json")[0]["arti"], "=SUM(1) bukan rumus");
    for (path, csv) in files(&SITE, ".csv") {
        for row in csv::Reader::from_reader(csv.as_bytes()).records() {
            let row = row.unwrap();
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{path}: {row:?}");
        }
    }
}
