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

/// The values of one or more columns, row by row.
fn columns(table: &str, names: &Value) -> Vec<Vec<Value>> {
    let names: Vec<&str> = names.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let rows = json(&SITE, &format!("data/{table}.json"));
    rows.as_array().unwrap().iter().map(|row| names.iter().map(|name| row[name].clone()).collect()).collect()
}

#[test]
fn keys_tell_rows_apart_and_lead_to_rows() {
    let package = json(&SITE, "data/datapackage.json");
    let mut followed = 0;
    for resource in package["resources"].as_array().unwrap().iter().filter(|resource| resource["format"] == "csv") {
        let (name, schema) = (resource["name"].as_str().unwrap(), &resource["schema"]);
        if !schema["primaryKey"].is_null() {
            let mut keys: Vec<String> =
                columns(name, &schema["primaryKey"]).iter().map(|key| format!("{key:?}")).collect();
            let all = keys.len();
            keys.sort();
            keys.dedup();
            assert_eq!(keys.len(), all, "{name}");
            assert!(keys.iter().all(|key| !key.contains("Null")), "{name}: {keys:?}");
        }
        for foreign in schema["foreignKeys"].as_array().into_iter().flatten() {
            let to = &foreign["reference"];
            let known = columns(to["resource"].as_str().unwrap(), &to["fields"]);
            for key in columns(name, &foreign["fields"]).iter().filter(|key| !key.contains(&Value::Null)) {
                assert!(known.contains(key), "{name}: {key:?} is no row of {to}");
                followed += 1;
            }
        }
    }
    assert!(followed > 20, "{followed}");
}

#[test]
fn those_who_stand_are_told_as_popolo_writes_them() {
    let popolo = json(&SITE, "data/popolo.json");
    let ids = |list: &str| -> Vec<Value> {
        popolo[list].as_array().unwrap().iter().map(|thing| thing["id"].clone()).collect()
    };
    let person = &popolo["persons"][0];
    assert_eq!(person["name"], NAMA);
    assert_eq!(person["id"], "https://contoh.test/pilkada/contoh/kota-contoh/paslon/1.html#calon");
    let candidacy = &popolo["memberships"][0];
    assert_eq!((&candidacy["label"], &candidacy["ballot_number"]), (&"Calon wali kota".into(), &1.into()));
    assert_eq!(candidacy["on_behalf_of_id"], "partai/partai-a");
    for candidacy in popolo["memberships"].as_array().unwrap() {
        let keys = [("person_id", "persons"), ("post_id", "posts"), ("area_id", "areas"), ("event_id", "events")];
        for (key, list) in keys {
            assert!(ids(list).contains(&candidacy[key]), "{key} of {candidacy}");
        }
    }
}

#[test]
fn a_portal_finds_every_table_in_the_catalogue() {
    let catalogue = json(&SITE, "data/dcat.jsonld");
    let tables = catalogue["dcat:dataset"].as_array().unwrap();
    assert_eq!(tables.len(), files(&SITE, ".csv").count());
    for file in tables.iter().flat_map(|table| table["dcat:distribution"].as_array().unwrap()) {
        let address = file["dcat:downloadURL"]["@id"].as_str().unwrap();
        assert!(SITE.contains_key(address.strip_prefix("https://contoh.test/pilkada/").unwrap()), "{address}");
    }
}
