//! Later votes: on each day a region's pages speak of the vote that comes next, or of the result that stands.

use crate::content::{Site, build_from_on, files, on};
use crate::sample::built_on;
use pilkada::source::Sources;
use scraper::{Html, Selector};

/// What a region's page says first on a day: the vote and its day, and who stands on its ballot.
struct First {
    region: &'static str,
    said: &'static str,
    pairs: &'static [&'static str],
}

const fn first(region: &'static str, said: &'static str, pairs: &'static [&'static str]) -> First {
    First { region, said, pairs }
}

const PEKALONGAN: &str = "jawa-tengah/kota-pekalongan";
const SAMARINDA: &str = "kalimantan-timur/kota-samarinda";
const BANJARBARU: &str = "kalimantan-selatan/kota-banjarbaru";
const BANGKA: &str = "kepulauan-bangka-belitung/bangka";
const PANGKAL_PINANG: &str = "kepulauan-bangka-belitung/kota-pangkal-pinang";

const SERENTAK: &str = "Rabu, 27 November 2024";
const PSU: &str = "Pemungutan suara ulang: Sabtu, 19 April 2025";
const ULANG: &str = "Pemilihan ulang: Rabu, 27 Agustus 2025";

const DI_PEKALONGAN: &[&str] = &["1 H. MUHTAROM", "2 H. ACHMAD AFZAN ARSLAN DJUNAID, S.E., M.M."];
const DI_SAMARINDA: &[&str] = &["1 Kolom kosong", "2 Dr. H. ANDI HARUN"];
const DI_BANJARBARU: &[&str] = &["1 Hj. ERNA LISA HALABY", "2 H. MUHAMMAD ADITYA MUFTI ARIFFIN, SH., MH."];
const DI_BANJARBARU_ULANG: &[&str] = &["1 Hj. ERNA LISA HALABY", "2 Kolom kosong"];
const DI_BANGKA: &[&str] = &["1 H. MULKAN, SH.,MH", "2 Kolom kosong"];
const DI_BANGKA_ULANG: &[&str] =
    &["1 Fery Insani", "2 Naziarto", "3 Aksan Visyawan", "4 Andi Kusuma", "5 Rato Rusdiyanto"];
const DI_PANGKAL_PINANG: &[&str] = &["1 Kolom kosong", "2 Dr. H. MAULAN AKLIL, S.I.P., M.Si"];
const DI_PANGKAL_PINANG_ULANG: &[&str] =
    &["1 Eka Mulya Putra", "2 Maulan Aklil", "3 Saparudin", "4 Basit (Cinda) Sucipto"];

/// Six days: before the vote, the day after it, after the ruling, before the repeated elections, on their day, and long after.
const TABLE: [(&str, [First; 5]); 6] = [
    (
        "2024-11-20",
        [
            first(PEKALONGAN, SERENTAK, DI_PEKALONGAN),
            first(SAMARINDA, SERENTAK, DI_SAMARINDA),
            first(BANJARBARU, SERENTAK, DI_BANJARBARU),
            first(BANGKA, SERENTAK, DI_BANGKA),
            first(PANGKAL_PINANG, SERENTAK, DI_PANGKAL_PINANG),
        ],
    ),
    (
        "2024-11-28",
        [
            first(PEKALONGAN, SERENTAK, DI_PEKALONGAN),
            first(SAMARINDA, SERENTAK, DI_SAMARINDA),
            first(BANJARBARU, SERENTAK, DI_BANJARBARU),
            first(BANGKA, SERENTAK, DI_BANGKA),
            first(PANGKAL_PINANG, SERENTAK, DI_PANGKAL_PINANG),
        ],
    ),
    (
        "2025-04-10",
        [
            first(PEKALONGAN, SERENTAK, DI_PEKALONGAN),
            first(SAMARINDA, SERENTAK, DI_SAMARINDA),
            first(BANJARBARU, PSU, DI_BANJARBARU_ULANG),
            first(BANGKA, ULANG, &[]),
            first(PANGKAL_PINANG, ULANG, &[]),
        ],
    ),
    (
        "2025-07-24",
        [
            first(PEKALONGAN, SERENTAK, DI_PEKALONGAN),
            first(SAMARINDA, SERENTAK, DI_SAMARINDA),
            first(BANJARBARU, PSU, DI_BANJARBARU_ULANG),
            first(BANGKA, ULANG, DI_BANGKA_ULANG),
            first(PANGKAL_PINANG, ULANG, DI_PANGKAL_PINANG_ULANG),
        ],
    ),
    (
        "2025-08-27",
        [
            first(PEKALONGAN, SERENTAK, DI_PEKALONGAN),
            first(SAMARINDA, SERENTAK, DI_SAMARINDA),
            first(BANJARBARU, PSU, DI_BANJARBARU_ULANG),
            first(BANGKA, ULANG, DI_BANGKA_ULANG),
            first(PANGKAL_PINANG, ULANG, DI_PANGKAL_PINANG_ULANG),
        ],
    ),
    (
        "2026-11-30",
        [
            first(PEKALONGAN, SERENTAK, DI_PEKALONGAN),
            first(SAMARINDA, SERENTAK, DI_SAMARINDA),
            first(BANJARBARU, PSU, DI_BANJARBARU_ULANG),
            first(BANGKA, ULANG, DI_BANGKA_ULANG),
            first(PANGKAL_PINANG, ULANG, DI_PANGKAL_PINANG_ULANG),
        ],
    ),
];

fn page(site: &Site, path: &str) -> Html {
    assert!(site.contains_key(path), "there is no {path}");
    Html::parse_document(std::str::from_utf8(&site[path]).unwrap())
}

/// The texts of all elements, each in one line.
fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector).map(|element| one_line(element.text().collect())).collect()
}

/// The numbers on the first ballot of a page, each with the first name beside it.
fn ballot(page: &Html) -> Vec<String> {
    let numbers = texts(page, ".kertas:first-of-type .surat .no");
    let names = texts(page, ".kertas:first-of-type .surat .no ~ .nama:nth-of-type(1)");
    numbers.into_iter().zip(names).map(|(number, name)| format!("{number} {name}")).collect()
}

#[test]
fn on_each_day_the_first_screen_names_the_right_vote_its_day_and_its_pairs() {
    for (day, regions) in &TABLE {
        let site = built_on(day);
        for First { region, said, pairs } in regions {
            let page = page(&site, &format!("{region}/index.html"));
            let when = texts(&page, ".kapan").join(" ");
            assert!(when.starts_with(said), "{day} {region}: {when}");
            assert_eq!(ballot(&page), *pairs, "{day} {region}");
            // The sheet for a notice board is never of a day that is replaced.
            if let Some(sheet) = site.get(&format!("{region}/cetak.html")) {
                let sheet = Html::parse_document(std::str::from_utf8(sheet).unwrap());
                let head = texts(&sheet, ".cetak header p").join(" ");
                let (vote, date) = said.split_once(": ").unwrap_or(("", said));
                assert!(head.starts_with(vote) && head.contains(date), "{day} {region}: {head}");
            }
        }
    }
}

#[test]
fn no_page_says_that_it_changed_after_the_day_it_was_made_for() {
    for day in ["2024-10-01", "2025-03-01"] {
        let mut dated = 0;
        for (path, bytes) in built_on(day).iter().filter(|(path, _)| path.ends_with(".html")) {
            let text = std::str::from_utf8(bytes).unwrap();
            let Some((_, rest)) = text.split_once("Perubahan terakhir di halaman ini: <time datetime=\"") else {
                continue;
            };
            assert!(&rest[..10] <= day, "{path} of {day} changed on {}", &rest[..10]);
            dated += 1;
        }
        assert!(dated > 30, "{dated} pages say when they changed");
    }
}

/// A made-up city whose vote was annulled, held again, and held once more at two polling places.
const CHAIN: &str = r#"
--- sumber.yaml
putusan: { jenis: lembaga_lain, judul: Putusan contoh, penerbit: Pengadilan Contoh, tanggal: 2024-11-01, tautan: "https://contoh.test/putusan" }
--- wilayah/contoh/wilayah.yaml
kode: "63"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { ada: true }
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: "63.72"
nama: Kota Contoh
jenis: kota
pemilihan: {}
--- wilayah/contoh/kota-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH }
wakil: { nama: BUDI MISAL }
sumber: [putusan]
--- wilayah/contoh/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: RINA UMPAMA }
wakil: { nama: DODI ANDAI }
sumber: [putusan]
--- wilayah/contoh/kota-contoh/hasil.yaml
status: ditetapkan
tanggal: 2024-12-04
keputusan: Keputusan contoh 1
suara: { 1: 600, 2: 400 }
sah: 1000
sumber: [putusan]
--- wilayah/contoh/kota-contoh/pemilihan/psu-1/pemilihan.yaml
jenis: psu
nama: Pemungutan suara ulang
tanggal: 2025-02-24
pemungutan_suara: 2025-04-19
menggantikan: serentak
cakupan: seluruh
keadaan: terlaksana
dasar: Putusan contoh 1
sumber: [putusan]
--- wilayah/contoh/kota-contoh/pemilihan/psu-1/paslon/1.yaml
nomor_urut: 1
dari: serentak
--- wilayah/contoh/kota-contoh/pemilihan/psu-1/paslon/2.yaml
nomor_urut: 2
kolom_kosong: true
sumber: [putusan]
--- wilayah/contoh/kota-contoh/pemilihan/psu-1/hasil.yaml
status: ditetapkan_setelah_putusan
tanggal: 2025-04-22
suara: { 1: 550, 2: 450 }
sah: 1000
sumber: [putusan]
--- wilayah/contoh/kota-contoh/pemilihan/psu-2/pemilihan.yaml
jenis: psu
nama: Pemungutan suara ulang kedua
tanggal: 2025-06-01
pemungutan_suara: 2025-07-05
menggantikan: psu-1
cakupan: { uraian: 2 TPS di Kecamatan Contoh, tps: 2 }
keadaan: dijadwalkan
dasar: Putusan contoh 2
sumber: [putusan]
--- wilayah/contoh/kota-contoh/pemilihan/psu-2/paslon/1.yaml
nomor_urut: 1
dari: psu-1
--- wilayah/contoh/kota-contoh/pemilihan/psu-2/paslon/2.yaml
nomor_urut: 2
kolom_kosong: true
sumber: [putusan]
--- wilayah/contoh/kota-contoh/pemilihan/psu-2/hasil.yaml
status: ditetapkan
tanggal: 2025-07-10
suara: { 1: 545, 2: 455 }
sah: 1000
bagian:
  - { nama: TPS yang tidak memilih lagi, asal: tetap, suara: { 1: 500, 2: 420 }, sah: 920 }
  - { nama: 2 TPS di Kecamatan Contoh, asal: ulang, suara: { 1: 45, 2: 35 }, sah: 80 }
sumber: [putusan]
"#;

const KOTA: &str = "contoh/kota-contoh";

/// The chain as it was on a day.
fn chain(day: &str) -> Site {
    let files = files(CHAIN);
    build_from_on(on(day), &Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str()))))
}

#[test]
fn a_later_vote_is_not_known_before_it_is_ordered() {
    let site = chain("2025-02-23");
    assert!(site.keys().all(|path| !path.contains("/pemilihan/")));
    let all = site.iter().filter(|(path, _)| path.ends_with("html") || path.ends_with("json"));
    for (path, bytes) in all {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Pemungutan suara ulang") && !text.contains("2025-04-19"), "{path}");
    }
    assert!(chain("2025-02-24").contains_key(&format!("{KOTA}/pemilihan/psu-1/index.html")));
}

#[test]
fn a_source_without_a_day_waits_with_the_later_vote_that_alone_names_it() {
    let source =
        "kabar: { jenis: berita, judul: Kabar tanpa hari, penerbit: Koran Contoh, catatan: Alamatnya tidak tercatat. }";
    let text = CHAIN.replacen("--- sumber.yaml\n", &format!("--- sumber.yaml\n{source}\n"), 1);
    let text = text.replacen(
        "dasar: Putusan contoh 2\nsumber: [putusan]",
        "dasar: Putusan contoh 2\nsumber: [putusan, kabar]",
        1,
    );
    assert!(text.contains(source) && text.contains("putusan, kabar"));
    let files = files(&text);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    // On the first day nothing else waits.
    for (day, is_known) in [("2025-05-31", false), ("2025-06-01", true)] {
        let site = build_from_on(on(day), &sources);
        assert_eq!(site.contains_key("sumber/kabar.html"), is_known, "{day}");
    }
}

#[test]
fn what_was_replaced_stays_at_its_address_struck_with_the_ruling_and_a_link() {
    let site = chain("2025-03-01");
    let result = page(&site, &format!("{KOTA}/hasil.html"));
    assert_eq!(texts(&result, ".hasil s"), ["60060%", "40040%"]);
    assert_eq!(texts(&result, ".peringatan"), ["Hasil ini dibatalkan dan tidak berlaku lagi."]);
    for file in ["hasil.html", "banding.html", "paslon/1.html", "paslon/2.html", "jadwal.html"] {
        let page = page(&site, &format!("{KOTA}/{file}"));
        let banner = texts(&page, ".fase").join(" ");
        let said = "Pemungutan suara 27 November 2024 dibatalkan dan diulang: Pemungutan suara ulang, 19 April 2025. Putusan contoh 1.";
        assert_eq!(banner, said, "{file}");
        let links = page.select(&Selector::parse(".fase a").unwrap()).filter_map(|link| link.attr("href")).count();
        assert_eq!(links, 1, "{file}");
    }
}

#[test]
fn a_vote_at_some_tps_is_merged_and_says_what_is_old_and_what_is_new() {
    let site = chain("2025-08-01");
    let result = page(&site, &format!("{KOTA}/pemilihan/psu-2/hasil.html"));
    let rows = texts(&result, "tbody tr");
    assert!(rows.contains(&"Suara sebelumnya yang tidak dibatalkan500420920–".to_owned()), "{rows:?}");
    assert!(rows.contains(&"Suara dari pemungutan suara ini453580–".to_owned()), "{rows:?}");
    // Some of the first re-vote still counts: its result is marked and not struck.
    let before = page(&site, &format!("{KOTA}/pemilihan/psu-1/hasil.html"));
    assert!(texts(&before, "s").is_empty());
    let banner = texts(&before, ".fase").join(" ");
    assert!(banner.starts_with("Pemungutan suara 19 April 2025 diulang di sebagian TPS"), "{banner}");
}

#[test]
fn calendar_json_and_lists_speak_of_the_vote_that_comes_next() {
    let site = chain("2025-06-10");
    let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&site[&format!("{KOTA}/index.json")]).unwrap();
    assert_eq!(json["pemilihan_kini"]["kunci"], "psu-2");
    assert_eq!(json["pemilihan_kini"]["pemungutan_suara"], "2025-07-05");
    assert_eq!(json["semua_pemilihan"].as_array().unwrap().len(), 3);
    let calendar = text(&format!("{KOTA}/jadwal.ics"));
    for day in ["20250419", "20250705"] {
        assert!(calendar.contains(&format!("DTSTART;VALUE=DATE:{day}")), "{calendar}");
    }
    let home = page(&site, "index.html");
    let lists = texts(&home, ".penting");
    assert_eq!(lists, ["Pemungutan suara ulang 5 Juli 2025 di 1 daerah: Kota Contoh (2 TPS di Kecamatan Contoh)"]);
    let province = page(&site, "contoh/index.html");
    assert_eq!(texts(&province, ".penting"), lists);
    assert!(text("data/pemilihan.csv").contains("2 TPS di Kecamatan Contoh"));
}

#[test]
fn the_reminder_of_a_region_is_of_the_vote_that_comes_next_and_each_vote_is_an_event_of_its_own() {
    let event = |day: &str| {
        let site = chain(day);
        let file = String::from_utf8(site[&format!("{KOTA}/hari-memilih.ics")].clone()).unwrap();
        let of =
            |name: &str| file.split("\r\n").find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
        (of("UID:"), of("DTSTART;VALUE=DATE:"), of("TRIGGER:"))
    };
    let uid = |vote: &str| format!("hari_memilih.contoh.kota-contoh{vote}@contoh.test");
    let hour = || "-PT5H".to_owned();
    assert_eq!(event("2024-11-20"), (uid(""), "20241127".to_owned(), hour()));
    assert_eq!(event("2025-03-10"), (uid(".pemilihan.psu-1"), "20250419".to_owned(), hour()));
    assert_eq!(event("2025-06-10"), (uid(".pemilihan.psu-2"), "20250705".to_owned(), hour()));
    // Who follows the address of one vote keeps that vote.
    let site = chain("2025-06-10");
    let of_vote = String::from_utf8(site[&format!("{KOTA}/pemilihan/psu-1/hari-memilih.ics")].clone()).unwrap();
    assert!(of_vote.contains("DTSTART;VALUE=DATE:20250419"), "{of_vote}");
}

#[test]
fn a_vote_that_was_called_off_is_cancelled_in_calendars_and_one_put_off_may_change() {
    for (standing, said, alarms) in [("dibatalkan", "CANCELLED", 0), ("ditunda", "TENTATIVE", 1)] {
        let text = CHAIN.replace("keadaan: terlaksana", &format!("keadaan: {standing}"));
        let text = text.replace("menggantikan: psu-1", "menggantikan: serentak");
        let files = files(&text);
        let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
        let site = build_from_on(on("2025-03-10"), &sources);
        let file = String::from_utf8(site[&format!("{KOTA}/pemilihan/psu-1/hari-memilih.ics")].clone()).unwrap();
        assert!(file.contains(&format!("STATUS:{said}")), "{standing}: {file}");
        assert_eq!(file.matches("BEGIN:VALARM").count(), alarms, "{standing}");
    }
}

#[test]
fn a_pair_that_is_taken_over_has_a_page_in_each_vote() {
    let site = chain("2025-06-10");
    for vote in ["", "pemilihan/psu-1/", "pemilihan/psu-2/"] {
        let page = page(&site, &format!("{KOTA}/{vote}paslon/1.html"));
        assert_eq!(texts(&page, ".lembar h1 .nama"), ["SARI CONTOH", "BUDI MISAL"], "{vote}");
    }
    let day = |vote: &str| texts(&page(&site, &format!("{KOTA}/{vote}paslon/1.html")), ".lembar .kapan").join(" ");
    assert!(day("").contains("27 November 2024"), "{}", day(""));
    assert!(day("pemilihan/psu-2/").contains("5 Juli 2025"));
}

#[test]
fn a_vote_that_was_called_off_replaces_nothing() {
    let off = CHAIN
        .replace("keadaan: terlaksana", "keadaan: dibatalkan")
        .replace("menggantikan: psu-1", "menggantikan: serentak");
    let files = files(&off);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let site = build_from_on(on("2025-03-01"), &sources);
    let region = page(&site, &format!("{KOTA}/index.html"));
    assert!(texts(&region, ".kapan").join(" ").starts_with(SERENTAK));
    assert!(texts(&page(&site, &format!("{KOTA}/hasil.html")), "s").is_empty());
}
