//! Certified results, as NIST SP 1500-100 writes them.

use super::{SITE, json};
use crate::content::{Site, build_from_on, on};
use pilkada::source::Sources;
use serde_json::Value;
use std::collections::BTreeMap;

const REPORT: &str = "data/nist-1500-100.json";

/// A report, which must be one by the standard.
fn report(site: &Site) -> Value {
    let report = json(site, REPORT);
    let schema: Value = serde_json::from_str(include_str!("../../data/nist-1500-100.json")).unwrap();
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let wrong: Vec<String> =
        schema.iter_errors(&report).map(|wrong| format!("{}: {wrong}", wrong.instance_path())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    references(&report);
    report
}

/// Every identifier is given once and can be one of XML, where the standard has the same report; every reference leads to its kind.
fn references(report: &Value) {
    const KINDS: [(&str, &[&str]); 6] = [
        ("ElectionScopeId", &["ReportingUnit"]),
        ("ElectoralDistrictId", &["ReportingUnit"]),
        ("GpUnitId", &["ReportingUnit"]),
        ("PersonId", &["Person"]),
        ("CandidateIds", &["Candidate"]),
        ("EndorsementPartyIds", &["Party"]),
    ];
    let mut ids = BTreeMap::new();
    each_object(report, &mut |object| {
        if let Some(id) = object["@id"].as_str() {
            let is_name = id.starts_with(|first: char| first.is_ascii_alphabetic())
                && id.chars().all(|letter| letter.is_ascii_alphanumeric() || "-._".contains(letter));
            assert!(is_name, "{id}");
            assert!(ids.insert(id.to_owned(), object["@type"].as_str().unwrap().to_owned()).is_none(), "{id} twice");
        }
    });
    let more: [(&str, &[&str]); 2] = [("OfficeIds", &["Office"]), ("ComposingGpUnitIds", &["ReportingUnit"])];
    each_object(report, &mut |object| {
        for (key, kinds) in KINDS.iter().chain(&more) {
            let named = match &object[*key] {
                Value::Array(named) => named.iter().map(|id| id.as_str().unwrap()).collect(),
                named => Vec::from_iter(named.as_str()),
            };
            for id in named {
                let kind = ids.get(id).and_then(|kind| kind.strip_prefix("ElectionResults."));
                assert!(kind.is_some_and(|kind| kinds.contains(&kind)), "{key} {id} leads to {kind:?}");
            }
        }
    });
}

fn each_object(value: &Value, see: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(map) => {
            see(value);
            map.values().for_each(|value| each_object(value, see));
        }
        Value::Array(list) => list.iter().for_each(|value| each_object(value, see)),
        _ => {}
    }
}

#[test]
fn a_determined_result_is_a_certified_report() {
    let report = report(&SITE);
    assert_eq!((&report["Status"], &report["Issuer"]), (&"certified".into(), &"KPU Contoh".into()));
    let contest = &report["Election"][0]["Contest"][0];
    let counts = |column: usize| -> Vec<(&str, u64)> {
        let counts = contest["BallotSelection"][column]["VoteCounts"].as_array().unwrap();
        counts.iter().map(|of| (of["GpUnitId"].as_str().unwrap(), of["Count"].as_u64().unwrap())).collect()
    };
    assert_eq!(counts(0), [("wilayah-64.71", 10), ("wilayah-64.71-bagian-1", 10)]);
    assert_eq!(counts(1), [("wilayah-64.71", 20), ("wilayah-64.71-bagian-1", 20)]);
    let sums = &contest["SummaryCounts"][0];
    assert_eq!((&sums["BallotsCast"], &sums["BallotsRejected"]), (&31.into(), &1.into()));
    let unit = &report["GpUnit"][0];
    assert_eq!(unit["ExternalIdentifier"][0]["Value"], "64.71");
    assert!(unit["VotersRegistered"].is_null() && unit["VotersParticipated"].is_null(), "nobody said how many: {unit}");
}

/// A town that voted again in three polling places after a ruling, and a regency whose result a newspaper wrote.
const LATER: &str = r#"
--- sumber.yaml
sk: { jenis: data_kpu, judul: Data, penerbit: KPU Contoh, tanggal: 2024-09-23, tautan: "https://contoh.test/data" }
--- wilayah/contoh/wilayah.yaml
kode: "64"
nama: Contoh
jenis: provinsi
pemilihan: { ada: false, alasan: Belum ada }
--- wilayah/contoh/kabupaten-contoh/wilayah.yaml
kode: "64.01"
nama: Kabupaten Contoh
jenis: kabupaten
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/kabupaten-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: E, nama_tampil: E }
wakil: { nama: F, nama_tampil: F }
--- wilayah/contoh/kabupaten-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: G, nama_tampil: G }
wakil: { nama: H, nama_tampil: H }
--- wilayah/contoh/kabupaten-contoh/hasil.yaml
status: dikutip_media
tanggal: 2024-12-01
suara: { 1: 3, 2: 4 }
sumber: [sk]
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: "64.71"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/kota-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: A, nama_tampil: A }
wakil: { nama: B, nama_tampil: B }
--- wilayah/contoh/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: C, nama_tampil: C }
wakil: { nama: D, nama_tampil: D }
--- wilayah/contoh/kota-contoh/hasil.yaml
status: ditetapkan
tanggal: 2024-12-05
keputusan: Keputusan Contoh 9
suara: { 1: 52000, 2: 48000 }
sah: 100000
tidak_sah: 2000
pengguna_hak_pilih: 102000
dpt: 120000
terpilih: { nomor_urut: 1, tanggal: 2025-01-09, pemberitahuan_mk: 2025-01-06, sumber: [sk] }
sumber: [sk]
--- wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml
jenis: psu
nama: Pemungutan suara ulang
tanggal: 2025-02-24
pemungutan_suara: 2025-04-05
menggantikan: serentak
cakupan: { uraian: 3 TPS di Kecamatan Utara, tps: 3 }
keadaan: terlaksana
dasar: Putusan Contoh 9/2025
sumber: [sk]
--- wilayah/contoh/kota-contoh/pemilihan/psu-2025/hasil.yaml
status: ditetapkan_setelah_putusan
tanggal: 2025-04-10
suara: { 1: 51900, 2: 48100 }
sah: 100000
sumber: [sk]
"#;

#[test]
fn what_a_later_vote_took_the_place_of_is_not_certified() {
    let files = crate::content::files(LATER);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let [before, after] = ["2025-02-01", "2025-05-01"].map(|day| report(&build_from_on(on(day), &sources)));
    let votes = |report: &Value| -> Vec<(String, String)> {
        let votes = report["Election"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        votes.map(|vote| (text(&vote["Contest"][0]["@id"]), text(&vote["Type"]))).collect()
    };
    assert_eq!(votes(&before), [("pemilihan-64.71".to_owned(), "general".to_owned())]);
    assert_eq!(votes(&after), [("pemilihan-64.71-psu-2025".to_owned(), "special".to_owned())]);
    let city = &before["GpUnit"][0];
    assert_eq!((&city["VotersRegistered"], &city["VotersParticipated"]), (&120_000.into(), &102_000.into()));
    let candidates = before["Election"][0]["Candidate"].as_array().unwrap();
    let elected: Vec<&Value> = candidates.iter().filter(|one| one["PostElectionStatus"] == "winner").collect();
    assert_eq!(elected.iter().map(|one| &one["@id"]).collect::<Vec<_>>(), ["calon-64.71-1-1", "calon-64.71-1-2"]);
    // Of the second vote nobody said how many votes were not valid: no sum, and no nought.
    assert_eq!(after["Election"][0]["Contest"][0]["SummaryCounts"], serde_json::json!([]));
}

/// The sample's regions whose results are determined; one of them has an empty column.
#[test]
fn the_samples_results_are_reported_and_what_a_newspaper_wrote_is_not() {
    let provinces = ["kalimantan-selatan", "kepulauan-bangka-belitung"];
    let is_kept = |path: &str| {
        let region = path.strip_prefix("content/wilayah/");
        region.is_none_or(|region| provinces.iter().any(|province| region.starts_with(province)))
    };
    let paths = walkdir::WalkDir::new("content").into_iter().map(|entry| entry.unwrap().into_path());
    let paths = paths.filter(|path| path.is_file()).map(|path| path.to_str().unwrap().to_owned());
    let texts: Vec<(String, String)> = paths
        .filter(|path| is_kept(path))
        .filter_map(|path| Some((std::fs::read_to_string(&path).ok()?, path)))
        .map(|(text, path)| (path, text))
        .collect();
    let texts = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let report = report(&build_from_on(on("2025-12-01"), &Sources::from_texts(texts)));
    let contests: Vec<&Value> = report["Election"].as_array().unwrap().iter().map(|vote| &vote["Contest"][0]).collect();
    let ids: Vec<&Value> = contests.iter().map(|contest| &contest["@id"]).collect();
    assert_eq!(ids, ["pemilihan-19.01-ulang-2025", "pemilihan-19.71-ulang-2025", "pemilihan-63.72-psu-2025"]);
    let columns = contests[2]["BallotSelection"].as_array().unwrap();
    let empty = columns.iter().find(|column| column["@type"] == "ElectionResults.BallotMeasureSelection").unwrap();
    assert_eq!(empty["Selection"]["Text"][0]["Content"], "Kolom kosong");
    assert_eq!(empty["VoteCounts"][0]["Count"], 51415);
}

#[test]
fn before_the_vote_nothing_is_certified() {
    let none = super::site_on("2024-10-20");
    let report = report(&none);
    assert_eq!((&report["Status"], &report["Election"]), (&"pre-election".into(), &serde_json::json!([])));
}
