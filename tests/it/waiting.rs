//! Days: what is recorded is public from its own day on, what is announced says its day and place, and nothing that was public
//! goes away.

use crate::content::{Site, build_from_on, files, on, said_on};
use crate::incremental::random;
use crate::sample::built;
use pilkada::bahasa::Bahasa;
use pilkada::memo::Memo;
use pilkada::model::fakta::figures;
use pilkada::model::paslon::Pasangan;
use pilkada::model::{Lingkup, Model};
use pilkada::pipeline;
use pilkada::plan::{PageGrounds, plan};
use pilkada::report::Report;
use pilkada::source::{self, Sources};
use pilkada::value::tanggal::{BULAN, Tanggal};
use pilkada::value::{Nilai, Scalar};
use std::collections::BTreeSet;
use std::path::Path;

/// A made-up town with a schedule, whose records have days before, on and after the draw.
const KOTA: &str = r#"
--- jadwal.yaml
tahapan:
  - { id: penetapan, nama: Penetapan pasangan calon, kelompok: penyelenggaraan, jenis: penetapan, mulai: 2024-09-22, selesai: 2024-09-22 }
  - { id: pengundian, nama: Pengundian, kelompok: turunan, jenis: pengundian, mulai: 2024-09-23, selesai: 2024-09-23 }
  - { id: memilih, nama: Pemungutan suara, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2024-11-27, selesai: 2024-11-27 }
--- sumber.yaml
ba: { jenis: berita_acara, judul: Berita acara contoh, penerbit: KPU Kota Contoh, tanggal: 2024-08-01 }
koran: { jenis: berita, judul: Berita contoh, penerbit: Koran Contoh, tanggal: 2024-10-12 }
tanpa-hari: { jenis: berita, judul: Berita tanpa hari, penerbit: Koran Contoh, catatan: Alamatnya tidak tercatat. }
--- wilayah/contoh/wilayah.yaml
kode: "33"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { ada: false }
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: "33.75"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 2 }
pejabat:
  - { jabatan: Wali Kota, sifat: pj, nama: Pejabat Kedua, per_tanggal: 2024-10-20, sumber: [ba] }
  - { jabatan: Wali Kota, sifat: definitif, nama: Pejabat Pertama, per_tanggal: 2024-07-01, sumber: [ba] }
--- wilayah/contoh/kota-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: "Dr. ZAINAL CONTOH, S.H." }
wakil: { nama: BUDI MISAL }
visi: Kota yang tertib.
status:
  - { keadaan: ditetapkan, tanggal: 2024-09-22 }
  - { keadaan: dibatalkan, tanggal: 2024-10-31, dasar: Putusan contoh }
sumber: [ba]
--- wilayah/contoh/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: H. ANI UMPAMA }
wakil: { nama: DODI ANDAI }
visi: Kota yang rapi.
status: [{ keadaan: ditetapkan, tanggal: 2024-09-22 }]
sumber: [ba, koran]
--- wilayah/contoh/kota-contoh/pengundian.yaml
tanggal: 2024-09-23
tempat: Aula Contoh
pemimpin: Ketua Contoh
hasil: { 1: Zainal – Budi, 2: Ani – Dodi }
sumber: [ba]
--- wilayah/contoh/kota-contoh/deklarasi/damai.yaml
judul: Deklarasi damai
tanggal: 2024-09-24
tempat: Lapangan Contoh
butir: [Menjaga ketertiban contoh]
penanda_tangan: [{ paslon: 1 }, { paslon: 2 }, { lembaga: Bawaslu Contoh }]
sumber: [ba]
--- wilayah/contoh/kota-contoh/kegiatan/2024-10-10-debat.yaml
judul: Debat contoh
jenis: debat
tanggal: 2024-10-10
tempat: Gedung Contoh
paslon: [1, 2]
uraian: Debat berjalan lancar.
hadir: [{ nama: Moderator Contoh }]
fakta: [{ ukuran: linmas, nilai: 4321 }]
pernyataan: [{ oleh: Ketua Contoh, jenis: imbauan, isi: Datanglah ke TPS. }]
sumber: [koran]
--- wilayah/contoh/kota-contoh/fakta/pemilih.yaml
per_tanggal: 2024-08-10
sumber: [ba]
fakta:
  - { ukuran: dps, nilai: 98765 }
  - { ukuran: dpt, nilai: 87654, per_tanggal: 2024-09-21 }
  - { ukuran: tps, nilai: 543, sumber: [koran] }
--- wilayah/contoh/kota-contoh/koreksi.yaml
koreksi:
  - { tanggal: 2024-10-02, menyangkut: /contoh/kota-contoh/kesiapan.html, bidang: keterangan, sesudah: Keterangan contoh, alasan: Salah ketik contoh, tingkat: kecil }
  - { tanggal: 2024-08-20, menyangkut: /contoh/kota-contoh/kesiapan.html, bidang: judul, sesudah: Judul contoh, alasan: Salah judul contoh, tingkat: kecil }
--- wilayah/contoh/kota-contoh/berita/2024-09-10-persiapan.md
---
judul: Persiapan contoh
tanggal: 2024-09-10
paslon: [1, 2]
sumber: [ba]
---

Petugas menyiapkan pengundian.
--- wilayah/contoh/kota-contoh/berita/2024-10-13-debat.md
---
judul: Debat selesai
tanggal: 2024-10-13
sumber: [tanpa-hari, koran]
---

Debat pertama selesai.
"#;

const TOWN: &str = "contoh/kota-contoh";

fn at(text: &str, day: &str) -> Site {
    let files = files(text);
    build_from_on(on(day), &Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str()))))
}

fn page(site: &Site, path: &str) -> String {
    let bytes = site.get(&format!("{TOWN}/{path}")).expect(path);
    String::from_utf8(bytes.clone()).unwrap()
}

/// The pages of pairs, by the last part of their addresses.
fn pairs(site: &Site) -> Vec<&str> {
    let pages = site.keys().filter_map(|path| path.strip_prefix(&format!("{TOWN}/paslon/"))?.strip_suffix(".html"));
    pages.collect()
}

/// Asserts that the words stand in the order given.
fn in_order(text: &str, words: &[&str]) {
    let places: Vec<usize> = words.iter().map(|word| text.find(word).expect(word)).collect();
    assert!(places.is_sorted(), "{words:?} at {places:?}");
}

fn has(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "no {word} in {text}");
    }
}

fn has_not(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn a_pair_is_public_when_it_is_determined() {
    let site = at(KOTA, "2024-09-21");
    assert!(pairs(&site).is_empty());
    let region = page(&site, "index.html");
    has(&region, &["Pasangan calon dan nomor urutnya belum ditetapkan."]);
    for (path, bytes) in &site {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for name in ["zainal", "ani umpama"] {
            assert!(!text.contains(name), "{path} names {name}");
        }
    }
}

#[test]
fn before_the_draw_pairs_stand_without_numbers_in_the_order_of_the_alphabet() {
    let site = at(KOTA, "2024-09-22");
    assert_eq!(pairs(&site), ["ani-umpama-dodi-andai", "zainal-contoh-budi-misal"]);
    for path in ["index.html", "banding.html", "cetak.html", "kesetaraan.html"] {
        let text =
            if path == "kesetaraan.html" { String::from_utf8(site[path].clone()).unwrap() } else { page(&site, path) };
        in_order(&text.to_uppercase(), &["ANI UMPAMA", "ZAINAL CONTOH"]);
        has_not(&text, &["class=\"no\"", "Nomor urut 1", "Nomor urut 2"]);
        if path != "kesetaraan.html" {
            has(&text, &["abjad"]);
        }
    }
    let pair = page(&site, "paslon/zainal-contoh-budi-misal.html");
    has(&pair, &["Nomor urut belum diundi", "<title>Dr. ZAINAL CONTOH, S.H. – BUDI MISAL (Kota Contoh)"]);
    has_not(&pair, &["class=\"no\"", "Berita yang menyebut", "Dibatalkan"]);
    let json: serde_json::Value = serde_json::from_slice(&site[&format!("{TOWN}/index.json")]).unwrap();
    let numbers: Vec<&serde_json::Value> =
        json["paslon"].as_array().unwrap().iter().map(|pair| &pair["nomor_urut"]).collect();
    assert_eq!(numbers, [&serde_json::Value::Null, &serde_json::Value::Null]);
    let table = String::from_utf8(site["data/paslon.csv"].clone()).unwrap();
    in_order(&table, &[",,false,H. ANI UMPAMA", ",,false,\"Dr. ZAINAL"]);
    // An article that speaks of numbers does so when there are some.
    let article = |site: &Site| page(site, "berita.json").replace([' ', '\n'], "");
    has(&article(&site), &["\"paslon\":[]"]);
    has(&article(&at(KOTA, "2024-09-23")), &["\"nomor_urut\":1"]);
}

#[test]
fn old_addresses_lead_to_the_numbers() {
    let site = at(KOTA, "2024-09-23");
    assert_eq!(pairs(&site), ["1", "2", "ani-umpama-dodi-andai", "zainal-contoh-budi-misal"]);
    let old = page(&site, "paslon/ani-umpama-dodi-andai.html");
    has(
        &old,
        &["http-equiv=\"refresh\"", "url=../../../contoh/kota-contoh/paslon/2.html", "kota-contoh/paslon/2.html\">"],
    );
    assert!(!String::from_utf8(site["sitemap.xml"].clone()).unwrap().contains("ani-umpama"));
    in_order(&page(&site, "banding.html"), &["ZAINAL CONTOH", "ANI UMPAMA"]);
    // The number is a change of what the page says.
    for path in ["paslon/1.html", "index.html"] {
        let changed = "Perubahan terakhir di halaman ini: <time datetime=\"2024-09-23\"";
        has(&page(&site, path), &[changed]);
    }
}

#[test]
fn a_file_without_a_number_is_shown_as_one_whose_number_is_not_drawn() {
    let unnumbered = KOTA
        .replace("paslon/1.yaml\nnomor_urut: 1\n", "paslon/zainal.yaml\n")
        .replace("paslon/2.yaml\nnomor_urut: 2\n", "paslon/ani.yaml\n")
        .replace("hasil: { 1: Zainal – Budi, 2: Ani – Dodi }\n", "")
        .replace("paslon: [1, 2]\n", "")
        .replace("{ paslon: 1 }, { paslon: 2 }, ", "");
    let site = at(&unnumbered, "2024-09-22");
    assert_eq!(pairs(&site), ["ani", "zainal"]);
    has(&page(&site, "pengundian.html"), &["Aula Contoh", "Hasilnya ditulis di sini sesudah diundi."]);
    // Renamed to its number, it says how it was known.
    let numbered = unnumbered.replace("paslon/ani.yaml\n", "paslon/2.yaml\nnomor_urut: 2\nslug_lama: ani\n");
    let numbered = numbered.replace("paslon/zainal.yaml\n", "paslon/1.yaml\nnomor_urut: 1\nslug_lama: zainal\n");
    assert_eq!(pairs(&at(&numbered, "2024-09-22")), ["ani", "zainal"]);
    let site = at(&numbered.replace("pemimpin:", "hasil: { 1: Zainal, 2: Ani }\npemimpin:"), "2024-09-23");
    assert_eq!(pairs(&site), ["1", "2", "ani", "zainal"]);
    has(&page(&site, "paslon/ani.html"), &["kota-contoh/paslon/2.html"]);
}

#[test]
fn what_is_announced_says_its_day_and_place_and_nothing_of_what_happens_there() {
    let site = at(KOTA, "2024-09-22");
    let draw = page(&site, "pengundian.html");
    has(&draw, &["23 September 2024", "Aula Contoh"]);
    has_not(&draw, &["Zainal", "Ketua Contoh"]);
    let declaration = page(&site, "deklarasi/damai.html");
    has(&declaration, &["24 September 2024", "Lapangan Contoh"]);
    has_not(&declaration, &["ketertiban", "Bawaslu"]);
    let debate = page(&site, "kegiatan/debat.html");
    has(&debate, &["10 Oktober 2024", "Gedung Contoh"]);
    has_not(&debate, &["lancar", "Moderator", "4.321", "Datanglah"]);
}

#[test]
fn officials_figures_steps_and_corrections_are_told_from_their_day_on() {
    let site = at(KOTA, "2024-09-21");
    has(&page(&site, "index.html"), &["Pejabat Pertama"]);
    has_not(&page(&site, "index.html"), &["Pejabat Kedua"]);
    has(&page(&site, "kesiapan.html"), &["98.765", "87.654"]);
    // No source says it yet.
    has_not(&page(&site, "kesiapan.html"), &["543"]);
    has(&page(&site, "koreksi.html"), &["Salah judul"]);
    has_not(&page(&site, "koreksi.html"), &["Salah ketik contoh"]);
    assert!(!site.contains_key("sumber/koran.html") && !site.contains_key("sumber/tanpa-hari.html"));
    let site = at(KOTA, "2024-10-31");
    has(&page(&site, "index.html"), &["Pejabat Pertama", "Pejabat Kedua"]);
    has(&page(&site, "kesiapan.html"), &["543", "4.321"]);
    in_order(&page(&site, "koreksi.html"), &["Salah ketik contoh", "Salah judul"]);
    has(&page(&site, "paslon/1.html"), &["Dibatalkan"]);
    assert!(site.contains_key("sumber/koran.html") && site.contains_key("sumber/tanpa-hari.html"));
}

#[test]
fn a_link_to_what_waits_is_right() {
    let page = "--- halaman/tentang.md\n---\njudul: Tentang\n---\n\n[Satu](/contoh/kota-contoh/paslon/1.html), [semua](/contoh/kota-contoh/banding.html), \
                [angka](/contoh/kota-contoh/kesiapan.html), [hasil debat](/contoh/kota-contoh/berita/debat.html).\n";
    let text = format!("{KOTA}{page}");
    for day in ["2024-08-01", "2024-09-22", "2024-11-01"] {
        let site = at(&text, day);
        let shown = String::from_utf8(site["tentang.html"].clone()).unwrap();
        let is_link = shown.contains("href=\"contoh/kota-contoh/paslon/1.html\"");
        assert_eq!(is_link, day == "2024-11-01", "{day}: {shown}");
    }
}

#[test]
fn a_silence_about_what_waits_is_not_idle() {
    let silenced = KOTA.replace("jenis: debat\n", "jenis: debat\nabaikan: [{ kode: JDW-07, alasan: Kutipan }]\n");
    let silenced = silenced.replace("uraian: Debat berjalan lancar.", "uraian: Debat akan digelar lancar.");
    for day in ["2024-09-23", "2024-10-11"] {
        let said = said_on(on(day), &silenced, Bahasa::Id);
        assert!(said.starts_with("tidak ada temuan"), "{day}: {said}");
    }
}

#[test]
fn what_waits_is_no_finding() {
    for day in ["2024-08-15", "2024-09-22", "2024-09-23", "2024-10-11", "2024-11-01"] {
        let said = said_on(on(day), KOTA, Bahasa::Id);
        assert_eq!(said.trim(), "tidak ada temuan", "{day}: {said}");
    }
}

/// A day as ISO writes it.
fn day(text: &str) -> Option<Tanggal> {
    Tanggal::read(Scalar::Teks(text)).ok()
}

/// Every day that a text names: `2024-09-23`, `20240923` and `23 September 2024`.
fn days_in(text: &str) -> BTreeSet<Tanggal> {
    let mut days = BTreeSet::new();
    let bytes = text.as_bytes();
    for at in (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"20")) {
        if at > 0 && bytes[at - 1].is_ascii_digit() {
            continue;
        }
        let ends = |length: usize| !bytes.get(at + length).is_some_and(u8::is_ascii_digit);
        let written = |length: usize| text.get(at..at + length).filter(|_| ends(length));
        days.extend(written(10).and_then(day));
        let whole = written(8).filter(|date| date.bytes().all(|byte| byte.is_ascii_digit()));
        days.extend(whole.and_then(|date| day(&format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]))));
    }
    for (month, name) in (1..).zip(BULAN) {
        for (at, _) in text.match_indices(name) {
            let before = text[..at].trim_end_matches(' ');
            let number = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
            let year = text[at + name.len()..].trim_start_matches(' ').get(..4).unwrap_or_default();
            days.extend(day(&format!("{year}-{month:02}-{number:0>2}")));
        }
    }
    days
}

/// The days that may be named before they come: of the schedules, the aims, and what is announced.
fn announced(model: &Model) -> BTreeSet<Tanggal> {
    let mut days = BTreeSet::from([model.situs.record.pemungutan_suara]);
    for lingkup in &model.lingkup {
        for stage in lingkup.jadwal.iter().flat_map(|loaded| &*loaded.record) {
            days.extend([stage.mulai, stage.selesai].into_iter().flatten());
            days.extend(stage.catatan.iter().chain(&stage.ketentuan).flat_map(|text| days_in(text)));
        }
        days.extend(model.hari_pemungutan(lingkup));
        days.extend(lingkup.pengundian.iter().map(|loaded| loaded.record.tanggal));
        days.extend(lingkup.kegiatan.iter().filter_map(|loaded| loaded.record.tanggal));
        days.extend(lingkup.deklarasi.iter().map(|loaded| loaded.record.tanggal));
        days.extend(figures(lingkup).iter().filter_map(|figure| figure.fakta.target_selesai));
    }
    // A calendar says of a whole day that it ends on the next.
    let ends: Vec<Tanggal> = days.iter().map(|day| day.besok()).collect();
    days.extend(ends);
    days
}

/// A text without the day on which the page changes next, which the script reads, and which a file that is handed on says in the
/// paragraph on its own age.
fn without_the_next_turn(text: &str) -> String {
    let age = text
        .split_once("<p class=\"penting\"><b>")
        .and_then(|(before, rest)| Some((before, rest.split_once("</p>")?.1)));
    let text = &age.map_or_else(|| text.to_owned(), |(before, after)| [before, after].concat());
    let mut parts = text.split("data-berikutnya=");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('>').map_or(part, |(_, rest)| rest))
}

fn model_on(sources: &Sources, text: &str) -> Model {
    pipeline::load(sources, on(text), &mut Report::default()).unwrap()
}

/// Asserts of the sample content that its site of each day names no later day but those announced.
fn no_later_day(texts: &[&str]) {
    let sources = source::read(Path::new(".")).unwrap();
    for text in texts {
        let (today, known) = (day(text).unwrap(), announced(&model_on(&sources, text)));
        let site = built(Path::new("."), text);
        let is_read = |path: &str| [".html", ".json", ".ics", ".xml", ".csv"].iter().any(|end| path.ends_with(end));
        let mut looked_at = 0;
        for (path, bytes) in site.iter().filter(|(path, _)| is_read(path)) {
            let text = without_the_next_turn(std::str::from_utf8(bytes).unwrap());
            let later: Vec<Tanggal> =
                days_in(&text).into_iter().filter(|day| *day > today && !known.contains(day)).collect();
            assert!(later.is_empty(), "{today}: {path} names {later:?}");
            looked_at += 1;
        }
        assert!(looked_at > 500, "{looked_at} files on {today}");
    }
}

#[test]
fn no_page_names_a_day_to_come_that_is_not_announced() {
    no_later_day(&["2024-08-01", "2024-09-22"]);
}

#[test]
#[ignore = "builds the sample for twelve days"]
fn no_page_of_any_day_names_a_day_to_come_that_is_not_announced() {
    no_later_day(&[
        "2024-08-01",
        "2024-08-28",
        "2024-09-21",
        "2024-09-23",
        "2024-10-15",
        "2024-11-20",
        "2024-11-27",
        "2024-12-02",
        "2025-02-24",
        "2025-04-19",
        "2025-07-23",
        "2026-11-30",
    ]);
}

/// What is public on a day: the addresses of pages, and what the records say.
fn public(model: &Model) -> BTreeSet<String> {
    let grounds = PageGrounds::new(model);
    let memo = Memo::default().begin(&grounds, 0);
    let mut report = Report::default();
    let pages = plan(&grounds, &memo, &mut report);
    assert!(report.is_clean());
    let addresses = pages.pages.iter().map(|page| page.address.file().to_owned());
    let mut public: BTreeSet<String> = addresses.filter(|path| path.ends_with(".html") && !is_list(path)).collect();
    model.lingkup.iter().for_each(|lingkup| public.extend(facts(lingkup)));
    public
}

/// Lists are as long as what is in them: of names that begin with a letter, of a month's news.
fn is_list(path: &str) -> bool {
    path.starts_with("cari/")
}

fn facts(lingkup: &Lingkup) -> Vec<String> {
    let mut facts = Vec::new();
    for figure in figures(lingkup) {
        facts.push(format!("{:?} {:?} {:?}", figure.fakta.ukuran, figure.fakta.nilai, figure.per_tanggal));
    }
    for official in lingkup.wilayah.iter().flat_map(|loaded| &loaded.record.pejabat) {
        facts.push(format!("{} {:?}", official.nama, official.per_tanggal));
    }
    for paslon in &lingkup.paslon {
        let name = paslon.pasangan().map_or_else(|| "kolom kosong".to_owned(), Pasangan::nama);
        facts.extend(paslon.nomor_urut.map(|nomor| format!("{name} has {nomor}")));
        let steps = paslon.pasangan().into_iter().flat_map(|pair| &pair.status);
        facts.extend(steps.map(|step| format!("{name} {:?} {}", step.keadaan, step.tanggal)));
        facts.push(name);
    }
    facts.extend(
        lingkup.koreksi.iter().flat_map(|loaded| &*loaded.record).map(|one| format!("{} {}", one.tanggal, one.bidang)),
    );
    facts.extend(lingkup.hasil.iter().map(|loaded| format!("{:?}", loaded.record.suara)));
    facts.extend(
        lingkup
            .pengundian
            .iter()
            .flat_map(|loaded| loaded.record.hasil.iter())
            .map(|(nomor, nama)| format!("{nama} drew {nomor}")),
    );
    facts.extend(lingkup.kegiatan.iter().flat_map(|loaded| &loaded.record.pernyataan).map(|one| one.isi.to_string()));
    facts.extend(lingkup.deklarasi.iter().flat_map(|loaded| &loaded.record.butir).map(ToString::to_string));
    facts.extend(lingkup.sumber.keys().map(|id| format!("source {id}")));
    facts.iter().map(|fact| format!("{}: {fact}", lingkup.jalur)).collect()
}

#[test]
fn what_is_public_on_a_day_is_public_on_every_later_day() {
    let sources = source::read(Path::new(".")).unwrap();
    let mut seed = 20_240_801;
    // From 1 August 2024 on, 852 days: until 30 November 2026.
    let mut days: Vec<Tanggal> = (0..14)
        .map(|_| {
            let months = random(&mut seed, 28);
            let (year, month) = (2024 + (7 + months) / 12, (7 + months) % 12 + 1);
            day(&format!("{year}-{month:02}-{:02}", 1 + random(&mut seed, 28))).unwrap()
        })
        .collect();
    // Most happens in the months before the vote.
    days.extend(
        (0..8).map(|_| day(&format!("2024-{:02}-{:02}", 9 + random(&mut seed, 4), 1 + random(&mut seed, 28))).unwrap()),
    );
    days.extend(["2024-09-21", "2024-09-22", "2024-09-23"].map(|text| day(text).unwrap()));
    days.sort();
    let mut before: Option<(Tanggal, BTreeSet<String>)> = None;
    for today in days {
        let now = public(&model_on(&sources, &today.to_string()));
        if let Some((earlier, known)) = before {
            let gone: Vec<&String> = known.difference(&now).collect();
            assert!(gone.is_empty(), "public on {earlier} and not on {today}: {gone:#?}");
        }
        before = Some((today, now));
    }
}
