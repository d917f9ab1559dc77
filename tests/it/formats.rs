//! The files for machines, read back by other programs.

use crate::content::{Site, build, build_from};
use icalendar::parser::{Component, read_calendar, unfold};
use pilkada::source;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A name with everything that has a meaning in some format, as YAML writes it.
const YAML: &str = r#""H. \"Uji\" A'an & <b>Co;ba</b>, M.M.\\ 🗳️ ]]> akhir\nbaris dua""#;
/// The same as it must come out.
const NAMA: &str = "H. \"Uji\" A'an & <b>Co;ba</b>, M.M.\\ 🗳️ ]]> akhir\nbaris dua";

/// A small site in Central Indonesian time, under a path of its host.
const TEXT: &str = r#"
--- situs.yaml
nama: Info Pilkada Contoh
alamat: https://contoh.test/pilkada/
penyelenggara: { nama: KPU Contoh }
pemungutan_suara: 2024-11-27
lisensi_data: CC-BY-4.0
--- sumber.yaml
pkpu-contoh: { jenis: pkpu, judul: NAMA, tanggal: 2024-01-26, tautan: "https://contoh.test/pkpu?a=1&b=2" }
--- partai.yaml
partai-a: { nama: Partai A, singkatan: PA, nomor: 1 }
--- istilah.yaml
istilah:
  - { istilah: DPT, kepanjangan: Daftar Pemilih Tetap, arti: "=SUM(1) bukan rumus" }
--- tanya-jawab.yaml
tanya_jawab:
  - { tanya: "Kapan?", jawab: "**Rabu**, lihat [data](/data/)." }
--- jadwal.yaml
tahapan:
  - { id: perencanaan, nama: Perencanaan, kelompok: persiapan, selesai: 2024-01-26 }
  - { id: pengumuman, nama: Pengumuman, kelompok: persiapan, mulai: 2024-08-24 }
  - { id: tanpa-hari, nama: Tanpa hari, kelompok: persiapan, ketentuan: Sesuai ketetapan }
  - { id: kampanye, nama: Kampanye, kelompok: penyelenggaraan, jenis: kampanye, mulai: 2024-09-25, selesai: 2024-11-23 }
  - id: pemungutan-suara
    nama: Pemungutan suara
    kelompok: penyelenggaraan
    jenis: pemungutan_suara
    mulai: 2024-11-27
    selesai: 2024-11-27
    jam_mulai: "07:00"
    jam_selesai: "13:00"
    dasar: PKPU 2/2024
    catatan: NAMA
    sumber: [pkpu-contoh]
--- koreksi.yaml
koreksi:
  - { tanggal: 2024-10-02, menyangkut: /jadwal.html, bidang: Kampanye, sesudah: 25 September, alasan: Salah ketik, tingkat: kecil }
  - { tanggal: 2024-10-02, menyangkut: /jadwal.html, bidang: Kampanye, sebelum: "-", sesudah: NAMA, alasan: Salah ketik, tingkat: kecil }
--- berita/2024-10-01-nasional.md
---
judul: Berita nasional
tanggal: 2024-10-01
---

Isi.
--- wilayah/contoh/wilayah.yaml
kode: "64"
nama: Contoh
jenis: provinsi
pemilihan: { ada: false, alasan: Belum ada }
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: "64.71"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 2 }
pejabat:
  - { jabatan: Wali Kota, sifat: plt, nama: NAMA, sumber: [pkpu-contoh] }
--- wilayah/contoh/kota-contoh/jadwal.yaml
tahapan:
  - { id: debat, nama: Debat, kelompok: penyelenggaraan, mulai: 2024-11-01, jam_mulai: "19:30", sumber: [pkpu-contoh] }
--- wilayah/contoh/kota-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: NAMA, nama_tampil: Uji }
wakil: { nama: B, nama_tampil: B }
jalur: partai
pengusung: [partai-a]
misi: [NAMA, Dua]
sumber: [pkpu-contoh]
--- wilayah/contoh/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: C, nama_tampil: C }
wakil: { nama: D, nama_tampil: D }
jalur: perseorangan
misi: [Satu, Dua]
sumber: [pkpu-contoh]
--- wilayah/contoh/kota-contoh/pengundian.yaml
tanggal: 2024-09-23
hasil: { 1: Uji – B, 2: C – D }
sumber: [pkpu-contoh]
--- wilayah/contoh/kota-contoh/deklarasi/damai.yaml
judul: Deklarasi damai
tanggal: 2024-09-24
butir: [NAMA]
penanda_tangan: [{ paslon: 1 }, { paslon: 2 }]
sumber: [pkpu-contoh]
--- wilayah/contoh/kota-contoh/kegiatan/2024-10-14-rakor.yaml
judul: NAMA
jenis: rakor
tanggal: 2024-10-14
mulai: "09:00"
selesai: "11:30"
tempat: "Aula; lantai 2, gedung A"
fakta:
  - { id: tps-rakor, ukuran: tps, nilai: 943 }
pernyataan:
  - { oleh: NAMA, jenis: netralitas, isi: "-1 bukan rumus" }
sumber: [pkpu-contoh]
--- wilayah/contoh/kota-contoh/hasil.yaml
status: ditetapkan
tanggal: 2024-10-31
suara: { 1: 10, 2: 20 }
sah: 30
tidak_sah: 1
bagian:
  - { nama: Kecamatan A, suara: { 1: 10, 2: 20 }, sah: 30, tidak_sah: 1 }
sumber: [pkpu-contoh]
--- wilayah/contoh/kota-contoh/berita/2024-10-14-rakor.md
---
judul: NAMA
tanggal: 2024-10-14
jam: "13:15"
ringkasan: NAMA
label: ["a & b, \"c\""]
paslon: [1, 2]
kegiatan: rakor
sumber: [pkpu-contoh]
---

## Bagian

Lihat [kalender](../../../jadwal.ics), [data](/data/), [bagian](#bagian) dan ]]> 🗳️.[^1]

[^1]: Kaki.
--- wilayah/contoh/kota-contoh/klarifikasi/2024-10-15-kabar.md
---
judul: Kabar
tanggal: 2024-10-15
kabar: NAMA
putusan: salah
ringkasan: Tidak benar.
sumber: [pkpu-contoh]
---

Isi.
"#;

static SITE: LazyLock<Site> = LazyLock::new(|| build(&TEXT.replace("NAMA", YAML)));

fn text(site: &Site, path: &str) -> String {
    String::from_utf8(site.get(path).expect(path).clone()).unwrap()
}

fn files<'s>(site: &'s Site, ending: &'s str) -> impl Iterator<Item = (&'s String, String)> {
    let there = site.keys().filter(move |path| path.ends_with(ending));
    there.map(|path| (path, text(site, path)))
}

fn json(site: &Site, path: &str) -> Value {
    serde_json::from_str(&text(site, path)).expect(path)
}

/// A property of an event, its parameters, and its value as it stands.
fn property(event: &Component<'_>, name: &str) -> Option<String> {
    let property = event.find_prop(name)?;
    let params = property
        .params
        .iter()
        .map(|param| format!(";{}={}", param.key.as_str(), param.val.as_ref().map_or("", |value| value.as_str())));
    Some(format!("{}:{}", params.collect::<String>(), property.val.as_str()))
}

/// The events of a calendar by their keys.
fn events<'c>(components: &'c [Component<'c>]) -> BTreeMap<String, &'c Component<'c>> {
    let events = components.iter().filter(|component| component.name == "VEVENT");
    let keyed: Vec<_> = events.map(|event| (property(event, "UID").unwrap(), event)).collect();
    let unique: BTreeMap<_, _> = keyed.iter().cloned().collect();
    assert_eq!(keyed.len(), unique.len(), "a key stands twice");
    unique
}

#[test]
fn every_calendar_keeps_to_the_format() {
    for (path, calendar) in files(&SITE, ".ics") {
        assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count(), "{path}: a line without its end");
        assert!(!calendar.replace("\r\n", "").contains('\r'), "{path}");
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{path}: a line is too long");
        let unfolded = unfold(&calendar);
        let parsed = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{path}: {error}"));
        for (uid, event) in events(&parsed.components) {
            for name in ["DTSTAMP", "DTSTART", "SUMMARY", "URL", "SEQUENCE"] {
                assert!(event.find_prop(name).is_some(), "{path}: {uid} has no {name}");
            }
            assert_eq!(property(event, "DTSTAMP").unwrap(), ":20241101T000000Z");
        }
    }
    assert_eq!(files(&SITE, "jadwal.ics").count(), 3);
}

#[test]
fn a_region_votes_in_its_own_time_and_the_nation_in_local_time() {
    let unfolded = unfold(&text(&SITE, "contoh/kota-contoh/jadwal.ics"));
    let calendar = read_calendar(&unfolded).unwrap();
    let events_of_region = events(&calendar.components);
    let voting = events_of_region[":pemungutan-suara@contoh.test"];
    assert_eq!(property(voting, "DTSTART").unwrap(), ";TZID=Asia/Makassar:20241127T070000");
    assert_eq!(property(voting, "DTEND").unwrap(), ";TZID=Asia/Makassar:20241127T130000");
    let zone = calendar.components.iter().find(|component| component.name == "VTIMEZONE").unwrap();
    assert_eq!(property(zone, "TZID").unwrap(), ":Asia/Makassar");
    assert_eq!(property(&zone.components[0], "TZOFFSETTO").unwrap(), ":+0800");

    let unfolded = unfold(&text(&SITE, "jadwal.ics"));
    let calendar = read_calendar(&unfolded).unwrap();
    let voting = events(&calendar.components)[":pemungutan-suara@contoh.test"];
    assert_eq!(property(voting, "DTSTART").unwrap(), ":20241127T070000");
    assert!(calendar.components.iter().all(|component| component.name != "VTIMEZONE"));
}

#[test]
fn a_region_has_its_own_stages_and_events_beside_the_nations() {
    let unfolded = unfold(&text(&SITE, "contoh/kota-contoh/jadwal.ics"));
    let calendar = read_calendar(&unfolded).unwrap();
    let events = events(&calendar.components);
    let keys: Vec<&str> = events.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            ":debat.contoh.kota-contoh@contoh.test",
            ":kampanye@contoh.test",
            ":kegiatan_rakor.contoh.kota-contoh@contoh.test",
            ":pemungutan-suara@contoh.test",
            ":pengumuman@contoh.test",
            ":perencanaan@contoh.test",
        ]
    );
    let of = |key: &str, name: &str| property(events[key], name);
    assert_eq!(of(keys[1], "DTSTART").unwrap(), ";VALUE=DATE:20240925");
    assert_eq!(of(keys[1], "DTEND").unwrap(), ";VALUE=DATE:20241124");
    assert_eq!(of(keys[0], "DTSTART").unwrap(), ";TZID=Asia/Makassar:20241101T193000");
    assert_eq!(of(keys[0], "DTEND"), None);
    assert_eq!(of(keys[2], "DTEND").unwrap(), ";TZID=Asia/Makassar:20241014T113000");
    assert_eq!(of(keys[4], "SUMMARY").unwrap(), ":Mulai: Pengumuman");
    assert_eq!(of(keys[5], "SUMMARY").unwrap(), ":Batas akhir: Perencanaan");
    assert_eq!(of(keys[5], "DTEND").unwrap(), ";VALUE=DATE:20240127");
    let said = events[keys[3]].find_prop("DESCRIPTION").unwrap().val.clone().unescape_text();
    assert_eq!(said.as_str(), format!("Dasar: PKPU 2/2024\nCatatan: {NAMA}"));
    let name = events[keys[2]].find_prop("SUMMARY").unwrap().val.clone().unescape_text();
    assert_eq!(name.as_str(), NAMA);
}

#[test]
fn every_feed_is_read_by_a_feed_reader() {
    for (path, feed) in files(&SITE, "atom.xml").chain(files(&SITE, "feed.json")) {
        let feed = feed_rs::parser::parse(feed.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let ids: BTreeSet<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids.len(), feed.entries.len(), "{path}: a key stands twice");
        assert!(feed.entries.is_sorted_by(|a, b| a.published >= b.published), "{path}: not newest first");
        for id in ids {
            let page = id.strip_prefix("https://contoh.test/pilkada/").unwrap().split('#').next().unwrap();
            assert!(SITE.contains_key(page), "{path}: {page} is not there");
        }
    }
    assert_eq!(files(&SITE, "feed.json").count(), 3);
}

#[test]
fn a_feed_tells_what_is_new_in_its_scope_and_inside_it() {
    let of = |path: &str| feed_rs::parser::parse(text(&SITE, path).as_bytes()).unwrap();
    let titles = |path: &str| -> Vec<String> {
        of(path).entries.into_iter().map(|entry| entry.title.unwrap().content).collect()
    };
    for format in ["atom.xml", "feed.json"] {
        let kota = ["Kabar", NAMA];
        assert_eq!(titles(&format!("contoh/kota-contoh/{format}")), kota);
        assert_eq!(titles(&format!("contoh/{format}")), kota);
        assert_eq!(
            titles(format),
            ["Kabar", NAMA, "Koreksi: Kampanye", "Koreksi: Kampanye", "Berita nasional"],
            "{format}"
        );
    }
}

#[test]
fn an_article_in_a_feed_is_whole() {
    let json = json(&SITE, "contoh/kota-contoh/feed.json");
    let entry = &json["items"][1];
    let page = "https://contoh.test/pilkada/contoh/kota-contoh/berita/rakor.html";
    assert_eq!(entry["id"], page);
    assert_eq!(entry["title"], NAMA);
    assert_eq!(entry["summary"], NAMA);
    assert_eq!(entry["date_published"], "2024-10-14T13:15:00+08:00");
    assert_eq!(entry["authors"][0]["name"], "KPU Contoh");
    assert_eq!(entry["tags"], serde_json::json!(["berita", "Kota Contoh", "a & b, \"c\""]));
    let html = entry["content_html"].as_str().unwrap();
    for link in ["https://contoh.test/pilkada/jadwal.ics", "https://contoh.test/pilkada/data/"] {
        assert!(html.contains(&format!("href=\"{link}\"")), "{link} in {html}");
    }
    assert!(html.contains(&format!("href=\"{page}#bagian\"")), "{html}");
    assert!(!html.contains("href=\"#"), "{html}");

    let atom = feed_rs::parser::parse(text(&SITE, "contoh/kota-contoh/atom.xml").as_bytes()).unwrap();
    let entry = &atom.entries[1];
    assert_eq!(entry.content.as_ref().unwrap().body.as_deref().map(str::trim), Some(html.trim()));
    assert_eq!(entry.summary.as_ref().unwrap().content, NAMA);
    assert_eq!(entry.categories[2].term, "a & b, \"c\"");
    assert_eq!(entry.published.unwrap().to_rfc3339(), "2024-10-14T05:15:00+00:00");
}

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

#[test]
fn every_json_is_json_and_its_addresses_lead_to_pages() {
    fn addresses(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    if let ("alamat" | "json", Value::String(address)) = (key.as_str(), value) {
                        found.push(address.clone());
                    }
                    addresses(value, found);
                }
            }
            Value::Array(list) => list.iter().for_each(|value| addresses(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (path, _) in files(&SITE, ".json") {
        addresses(&json(&SITE, path), &mut found);
    }
    assert!(found.len() > 50);
    for address in found {
        let path = address.strip_prefix("https://contoh.test/pilkada/").expect("every address is whole");
        let path = path.split('#').next().unwrap();
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        assert!(SITE.contains_key(&file), "{address}");
    }
}

#[test]
fn a_record_lies_beside_its_page_with_its_sources_in_full() {
    let folder = "contoh/kota-contoh";
    let pair = json(&SITE, &format!("{folder}/paslon/1.json"));
    assert_eq!(pair["wilayah"], serde_json::json!({ "kode": "64.71", "nama": "Kota Contoh" }));
    assert_eq!(pair["calon"]["nama"], NAMA);
    assert_eq!(pair["pengusung"][0]["singkatan"], "PA");
    let source = &pair["sumber"][0];
    assert_eq!((&source["judul"], &source["tanggal"]), (&NAMA.into(), &"2024-01-26".into()));
    assert_eq!(source["tautan"], "https://contoh.test/pkpu?a=1&b=2");
    let article = json(&SITE, &format!("{folder}/berita/rakor.json"));
    assert_eq!(article["kegiatan"]["judul"], NAMA);
    assert!(article["html"].as_str().unwrap().starts_with("<h2 id=\"bagian\">"));
    let event = json(&SITE, &format!("{folder}/kegiatan/rakor.json"));
    assert_eq!(event["fakta"][0]["sumber"][0]["id"], "pkpu-contoh");
    let region = json(&SITE, &format!("{folder}/index.json"));
    assert_eq!(region["pejabat"][0]["sumber"][0]["id"], "pkpu-contoh");
    assert_eq!(region["induk"]["json"], "https://contoh.test/pilkada/contoh/index.json");
    for file in ["pengundian", "deklarasi/damai", "hasil", "kesiapan", "jadwal", "koreksi", "klarifikasi/kabar"] {
        json(&SITE, &format!("{folder}/{file}.json"));
    }
    for file in ["index", "jadwal", "koreksi", "tanya-jawab", "istilah", "sumber/pkpu-contoh"] {
        json(&SITE, &format!("{file}.json"));
    }
}

#[test]
fn the_sitemap_lists_every_page_but_the_one_for_lost_visitors() {
    let sitemap = text(&SITE, "sitemap.xml");
    let locs: BTreeSet<&str> =
        sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    let pages: BTreeSet<String> = SITE
        .keys()
        .filter(|path| path.ends_with(".html") && *path != "404.html")
        .map(|path| {
            let path = match path.strip_suffix("index.html") {
                Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
                _ => path,
            };
            format!("https://contoh.test/pilkada/{path}")
        })
        .collect();
    assert_eq!(locs, pages.iter().map(String::as_str).collect());
    assert!(sitemap.contains("berita/rakor.html</loc>\n  <lastmod>2024-10-14</lastmod>"), "{sitemap}");
    assert!(sitemap.contains("/jadwal.html</loc>\n  <lastmod>2024-10-02</lastmod>"), "{sitemap}");
    assert!(text(&SITE, "robots.txt").ends_with("Sitemap: https://contoh.test/pilkada/sitemap.xml\n"));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let again = build(&TEXT.replace("NAMA", YAML));
    assert_eq!(SITE.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>());
    for (path, bytes) in &*SITE {
        assert!(bytes == &again[path], "{path} came out another way");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a picture has no text, so it must lie on a disk to be published")]
fn a_picture_is_published_when_something_names_it() {
    let root = tempfile::tempdir().unwrap();
    let put = |path: &str, bytes: &[u8]| {
        let path = root.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    let situs =
        "nama: S\nalamat: https://contoh.test/pilkada\npenyelenggara: { nama: K }\npemungutan_suara: 2024-11-27\n";
    put("situs.yaml", situs.as_bytes());
    put(
        "wilayah/contoh/wilayah.yaml",
        b"kode: \"64\"\nnama: Contoh\njenis: provinsi\npemilihan: { ada: false, alasan: A }\n",
    );
    let article = "---\njudul: J\ntanggal: 2024-10-01\ngambar: { berkas: utama.jpg, alt: Utama }\n---\n\n![Peta](peta.png) [Surat](surat.pdf)\n";
    put("wilayah/contoh/berita/2024-10-01-j.md", article.as_bytes());
    let mut plain = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(4, 3).write_to(&mut plain, image::ImageFormat::Jpeg).unwrap();
    let (start, rest) = plain.get_ref().split_at(2);
    let jpeg: &[u8] = &[start, b"\xff\xfe\0\x07RUMAH", rest].concat();
    let mut map = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(5, 2).write_to(&mut map, image::ImageFormat::Png).unwrap();
    let png = map.get_ref().as_slice();
    for (file, bytes) in [("utama.jpg", jpeg), ("peta.png", png), ("surat.pdf", b"%PDF"), ("lain.jpg", jpeg)] {
        put(&format!("wilayah/contoh/berita/{file}"), bytes);
    }
    let site = build_from(&source::read(root.path()).unwrap());
    let published = |file: &str| site[&format!("contoh/berita/{file}")].as_slice();
    assert_eq!(published("surat.pdf"), b"%PDF");
    assert_eq!(published("peta.png"), png);
    assert!(published("utama.jpg").starts_with(b"\xff\xd8"));
    assert!(!published("utama.jpg").windows(5).any(|part| part == b"RUMAH"), "a comment in a picture is not published");
    assert!(!site.contains_key("contoh/berita/lain.jpg"), "nobody asked for it");
    let feed = json(&site, "contoh/feed.json");
    assert_eq!(feed["items"][0]["image"], "https://contoh.test/pilkada/contoh/berita/utama.jpg");
    let html = feed["items"][0]["content_html"].as_str().unwrap();
    assert!(html.contains("src=\"https://contoh.test/pilkada/contoh/berita/peta.png\""), "{html}");
}
