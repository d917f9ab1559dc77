//! The files for machines, read back by other programs.

mod calendar;
mod feeds;
mod nist;
mod tables;

use crate::content::{Site, build, build_from, build_from_on, on};
use pilkada::source;
use pilkada::source::Sources;
use serde_json::Value;
use std::collections::BTreeSet;
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
pkpu-contoh: { jenis: pkpu, judul: NAMA, penerbit: KPU Contoh, tanggal: 2024-01-26, tautan: "https://contoh.test/pkpu?a=1&b=2" }
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
--- wilayah/contoh/kota-contoh/pemilihan/susulan/pemilihan.yaml
jenis: susulan
nama: NAMA
tanggal: 2024-10-20
menggantikan: serentak
cakupan: { uraian: NAMA, tps: 2 }
keadaan: ditunda
dasar: NAMA
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

/// The same site on another day.
fn site_on(day: &str) -> Site {
    let files = crate::content::files(&TEXT.replace("NAMA", YAML));
    let texts = files.iter().map(|(path, body)| (path.as_str(), body.as_str()));
    build_from_on(on(day), &Sources::from_texts(texts))
}

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
    let news = json(&SITE, &format!("{folder}/berita.json"));
    let article = &news["berita"][0];
    assert_eq!(article["alamat"], format!("https://contoh.test/pilkada/{folder}/berita/rakor.html"));
    assert_eq!(article["kegiatan"]["judul"], NAMA);
    assert!(article["html"].as_str().unwrap().starts_with("<h2 id=\"bagian\">"));
    let event = json(&SITE, &format!("{folder}/kegiatan/rakor.json"));
    assert_eq!(event["fakta"][0]["sumber"][0]["id"], "pkpu-contoh");
    let region = json(&SITE, &format!("{folder}/index.json"));
    assert_eq!(region["pejabat"][0]["sumber"][0]["id"], "pkpu-contoh");
    assert_eq!(region["induk"]["json"], "https://contoh.test/pilkada/contoh/index.json");
    assert_eq!(region["halaman"]["berita_json"], format!("https://contoh.test/pilkada/{folder}/berita.json"));
    for file in ["pengundian", "deklarasi/damai", "hasil", "kesiapan", "klarifikasi/kabar"] {
        json(&SITE, &format!("{folder}/{file}.json"));
    }
    for file in ["index", "tanya-jawab", "istilah"] {
        json(&SITE, &format!("{file}.json"));
    }
}

/// What a page says for search engines.
fn things(path: &str) -> Value {
    let page = text(&SITE, path);
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect(path);
    serde_json::from_str(rest.split("</script>").next().unwrap()).expect(path)
}

/// The first of a kind among the things.
fn first<'t>(things: &'t Value, kind: &str) -> &'t Value {
    things["@graph"].as_array().unwrap().iter().find(|thing| thing["@type"] == kind).expect(kind)
}

#[test]
fn search_engines_are_told_the_hours_and_what_somebody_stands_for() {
    let folder = "contoh/kota-contoh";
    let event = things(&format!("{folder}/kegiatan/rakor.html"));
    let event = first(&event, "Event");
    // Central Indonesia is eight hours ahead.
    assert_eq!(event["startDate"], "2024-10-14T09:00:00+08:00");
    assert_eq!(event["endDate"], "2024-10-14T11:30:00+08:00");
    assert_eq!(event["organizer"]["name"], "KPU Contoh");
    let draw = things(&format!("{folder}/pengundian.html"));
    assert_eq!(first(&draw, "Event")["startDate"], "2024-09-23");
    let pair = things(&format!("{folder}/paslon/1.html"));
    let person = first(&pair, "Person");
    assert_eq!(person["description"], "Calon wali kota nomor urut 1, Kota Contoh");
    assert_eq!(person["url"], format!("https://contoh.test/pilkada/{folder}/paslon/1.html"));
}

#[test]
fn what_the_tables_say_is_not_said_twice() {
    let again = |path: &&String| {
        let is_one =
            ["jadwal.json", "koreksi.json"].iter().any(|file| path.ends_with(file)) && !path.starts_with("data/");
        is_one || path.ends_with(".json") && (path.contains("/berita/") || path.contains("sumber/"))
    };
    assert_eq!(SITE.keys().filter(again).collect::<Vec<_>>(), Vec::<&String>::new());
    for table in ["jadwal", "koreksi", "sumber"] {
        assert!(!json(&SITE, &format!("data/{table}.json")).as_array().unwrap().is_empty(), "{table}");
    }
}

/// Whether a page only leads on from an old address.
fn leads_on(path: &str) -> bool {
    text(&SITE, path).contains("http-equiv=\"refresh\"")
}

#[test]
fn the_sitemap_lists_every_page_but_the_one_for_lost_visitors() {
    let sitemap = text(&SITE, "sitemap.xml");
    let locs: BTreeSet<&str> =
        sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    let pages: BTreeSet<String> = SITE
        .keys()
        .filter(|path| path.ends_with(".html") && *path != "404.html" && !leads_on(path))
        // What is handed on repeats the region's page.
        .filter(|path| !path.contains("/luring."))
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
