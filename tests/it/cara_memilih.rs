//! How to vote: a page for the whole country and for every region, with what is known of the region, and nothing that was not found.

use crate::content::{Site, build, build_from_on, build_options, files, on};
use crate::sample::{SITE, built_on};
use pilkada::bahasa::Bahasa;
use pilkada::pipeline;
use pilkada::render::builtin::FILES;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use scraper::{ElementRef, Html, Selector};

/// A province that elects a governor, a city of one pair, and a kabupaten of two.
const DAERAH: &str = "\
--- wilayah/contoh/wilayah.yaml
kode: \"64\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: \"64.71\"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 1 }
penyelenggara: { nama: KPU Kota Contoh, situs: \"https://kpu.contoh.test/\" }
--- wilayah/contoh/kota-contoh/paslon/1.yaml
nomor_urut: 1
kolom_kosong: true
--- wilayah/contoh/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: CALON DUA }
wakil: { nama: WAKIL DUA }
--- wilayah/contoh/kabupaten-contoh/wilayah.yaml
kode: \"64.02\"
nama: Kabupaten Contoh
jenis: kabupaten
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/kabupaten-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: CALON TIGA }
wakil: { nama: WAKIL TIGA }
--- wilayah/contoh/kabupaten-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: CALON EMPAT }
wakil: { nama: WAKIL EMPAT }
";

/// The office's own text, whose headings some link to; one of them has the name of a part of the theme's.
const TULISAN: &str = "\
--- halaman/cara-memilih.md
---
judul: Petunjuk kami
---

## Bantuan

Kantor kami membantu.

## Jam kantor

Lihat [yang dibawa](#bawa) dan [jam](#jam-kantor).
--- halaman/tentang.md
---
judul: Tentang
---

Lihat [bantuan](cara-memilih.md#bantuan), [jam](/cara-memilih.html#jam-kantor) dan [langkah](/cara-memilih.html#mencoblos).
";

const INGGRIS: &str = "\
--- halaman/cara-memilih.en.md
---
judul: Our directions
---

The office helps.
";

/// The anchors that others link to.
const ANCHORS: [&str; 6] = ["nama", "bawa", "suara", "mencoblos", "tidak-sah", "bantuan"];

fn html(site: &Site, path: &str) -> String {
    let bytes = site.get(path).ok_or(path).expect("it is a page");
    String::from_utf8(bytes.clone()).unwrap()
}

/// The words of a page's main part, with single spaces.
fn text(site: &Site, path: &str) -> String {
    let page = Html::parse_document(&html(site, path));
    words(page.select(&selector("main")).next().unwrap())
}

fn words(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// What a check of the whole site says, its links to parts of pages included.
fn checked(text: &str) -> String {
    let (files, mut report) = (files(text), Report::default());
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    pipeline::check(&sources, build_options(), &mut report);
    teks(&report, &sources, Style { bahasa: Bahasa::Id, colour: Colour::Plain })
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

fn count(site: &Site, path: &str, wanted: &str) -> usize {
    Html::parse_document(&html(site, path)).select(&selector(wanted)).count()
}

/// The numbers on the sample ballots of a page, ballot by ballot, and how many columns show people.
fn samples(site: &Site, path: &str) -> Vec<(Vec<String>, usize)> {
    let page = Html::parse_document(&html(site, path));
    let [drawings, number, head] = [".contoh svg", "text", "circle"].map(selector);
    let of_one = |svg: ElementRef<'_>| (svg.select(&number).map(words).collect(), svg.select(&head).count() / 2);
    page.select(&drawings).map(of_one).collect()
}

#[test]
fn the_country_and_every_region_have_the_page_with_the_same_anchors() {
    // On a day on which later votes are known.
    let site = built_on("2025-04-10");
    let regions = site.keys().filter_map(|path| path.strip_suffix("index.json"));
    let regions: Vec<&str> = regions.filter(|region| !region.starts_with("data/")).collect();
    let (votes, places): (Vec<&str>, Vec<&str>) =
        regions.into_iter().partition(|region| region.contains("/pemilihan/"));
    assert!(places.contains(&"") && places.len() > 30, "{places:?}");
    for place in places {
        let path = format!("{place}cara-memilih.html");
        for anchor in ANCHORS {
            assert_eq!(count(&site, &path, &format!("section[id='{anchor}']")), 1, "{path}#{anchor}");
        }
        assert!(
            html(&site, &format!("{place}index.html")).contains("cara-memilih.html"),
            "{place} does not lead there"
        );
        assert!(html(&site, "sitemap.xml").contains(&format!("/{path}</loc>")), "{path} is in no sitemap");
    }
    assert!(!votes.is_empty());
    for vote in votes {
        assert!(!site.contains_key(&format!("{vote}cara-memilih.html")), "{vote}: its region has the page");
        let region = vote.split("pemilihan/").next().unwrap();
        assert!(html(&site, &format!("{vote}index.html")).contains(&format!("{region}cara-memilih.html")), "{vote}");
    }
}

#[test]
fn a_region_s_page_knows_its_day_its_ballots_and_its_office() {
    let site = build(DAERAH);
    let kota = text(&site, "contoh/kota-contoh/cara-memilih.html");
    for said in [
        "Rabu, 27 November 2024 , pukul 07.00–13.00 WITA",
        "Pemilih di Kota Contoh menerima 2 surat suara: gubernur (merah marun) dan wali kota (hijau tosca).",
        "Hanya ada satu pasangan calon di Kota Contoh.",
        "Kolom kosong juga boleh dicoblos; kedua kolom sama-sama sah.",
        "Datang pukul 12.00–13.00 WITA ke TPS di RT atau RW Anda sendiri",
        "Yang sudah mengantre pada pukul 13.00 tetap boleh memilih.",
        "KPU setempat: KPU Kota Contoh",
    ] {
        assert!(kota.contains(said), "{said}\n{kota}");
    }
    assert_eq!(count(&site, "contoh/kota-contoh/cara-memilih.html", "a[href='https://kpu.contoh.test/']"), 1);
    let kabupaten = text(&site, "contoh/kabupaten-contoh/cara-memilih.html");
    assert!(kabupaten.contains("gubernur (merah marun) dan bupati (biru muda)"), "{kabupaten}");
    assert!(!kabupaten.to_lowercase().contains("kolom kosong"), "{kabupaten}");
    let nation = text(&site, "cara-memilih.html");
    assert!(nation.contains("07.00–13.00 waktu setempat") && nation.contains("satu kosong"), "{nation}");
}

#[test]
fn a_region_of_one_ballot_is_told_so() {
    for (region, said) in [
        ("dki-jakarta", "menerima 1 surat suara: gubernur (merah marun)."),
        ("di-yogyakarta/kota-yogyakarta", "menerima 1 surat suara: wali kota (hijau tosca)."),
    ] {
        let text = text(&SITE, &format!("{region}/cara-memilih.html"));
        assert!(text.contains(said), "{region}: {text}");
    }
}

#[test]
fn the_sample_ballot_has_the_columns_of_the_region_and_favours_none() {
    let site = build(DAERAH);
    let numbers = |all: &[&str]| all.iter().map(|number| (*number).to_owned()).collect::<Vec<_>>();
    // The city's own ballot comes first; of the province no pair is known here.
    let kota = samples(&site, "contoh/kota-contoh/cara-memilih.html");
    assert_eq!(kota, [(numbers(&["1", "2"]), 1), (numbers(&[]), 0)]);
    let kabupaten = samples(&site, "contoh/kabupaten-contoh/cara-memilih.html");
    assert_eq!(kabupaten[0], (numbers(&["1", "2"]), 2));
    // Where the country is spoken of no number stands beside the empty column.
    assert_eq!(samples(&site, "cara-memilih.html"), [(numbers(&[]), 1)]);
    for path in ["cara-memilih.html", "contoh/kota-contoh/cara-memilih.html", "contoh/kota-contoh/cetak.html"] {
        assert_eq!(count(&site, path, ".enam li > svg[aria-hidden]"), 6, "{path}");
        assert_eq!(count(&site, path, ".enam li > p > b:first-child"), 6, "{path}");
        assert_eq!(count(&site, path, ".enam svg text"), 0, "{path}: a step shows a number");
    }
    let page = html(&site, "contoh/kabupaten-contoh/cara-memilih.html");
    assert!(!page.contains("CALON TIGA") && !page.contains("CALON EMPAT"), "a sample has no names");
}

#[test]
fn what_was_not_found_is_not_said() {
    let pages = ["cara-memilih.html", "cara-memilih.en.html"];
    let site = build(&format!("{DAERAH}{TULISAN}{INGGRIS}"));
    let of_site = pages.iter().map(|path| ((*path).to_owned(), text(&site, path)));
    let of_sample = SITE.keys().filter(|path| path.ends_with("cara-memilih.html") || path.ends_with("cetak.html"));
    let of_sample = of_sample.map(|path| (path.clone(), text(&SITE, path)));
    let own_words = ["bahasa/id.yaml", "bahasa/en.yaml"];
    let words = FILES.iter().filter(|(path, _)| own_words.contains(path)).map(|(path, text)| {
        let begin = text.find("\ncara:\n").unwrap();
        let end = text[begin + 1..].find("\ncetak:\n").unwrap();
        ((*path).to_owned(), text[begin..begin + 1 + end].to_owned())
    });
    let unknown = [
        "dua lubang",
        "lebih dari satu kali",
        "garis",
        "lubang",
        "twice",
        "two holes",
        "the line of",
        "penjara",
        "pidana",
    ];
    for (path, text) in of_site.chain(of_sample).chain(words) {
        let small = text.to_lowercase();
        assert_eq!(unknown.iter().find(|word| small.contains(**word)), None, "{path}");
        // The abbreviations mean different lists in different sources.
        assert_eq!(["DPTb", "DPK", "DPPh"].iter().find(|list| text.contains(**list)), None, "{path}");
        assert!(!text.contains("28 Oktober") && !text.contains("26 November"), "{path} prints a day that is disputed");
    }
}

#[test]
fn the_page_says_that_the_rules_themselves_were_not_opened() {
    for path in ["cara-memilih.html", "jambi/cara-memilih.html", "jambi/kota-jambi/cetak.html"] {
        let text = text(&SITE, path);
        for source in [
            "Naskah peraturannya sendiri tidak dibuka",
            "PKPU 17/2024 pasal 35",
            "PKPU 17/2024 pasal 20 dan 23",
            "UU 1/2015 pasal 96",
            "UU 1/2015 pasal 86",
        ] {
            assert!(text.contains(source), "{path}: {source}");
        }
    }
}

#[test]
fn a_later_vote_has_its_own_day_and_voters() {
    let before = built_on("2025-04-10");
    let psu = text(&before, "kalimantan-selatan/kota-banjarbaru/cara-memilih.html");
    let ulang = text(&before, "kepulauan-bangka-belitung/bangka/cara-memilih.html");
    assert!(psu.contains("Pemungutan suara ulang : Sabtu, 19 April 2025"), "{psu}");
    assert!(psu.contains("menerima 1 surat suara: wali kota"), "{psu}");
    assert!(psu.contains("Siapa yang memilih lagi ditentukan oleh putusan"), "{psu}");
    assert!(ulang.contains("Pemilihan ulang : Rabu, 27 Agustus 2025"), "{ulang}");
    for text in [&psu, &ulang] {
        assert!(!text.contains("12.00"), "the last hour is that of the simultaneous vote: {text}");
        assert!(text.contains("Panduan itu untuk 27 November 2024."), "{text}");
    }
    // A pair that was struck is no longer on that ballot.
    assert!(!psu.contains("tidak sah. Keputusan KPU Kota Banjarbaru"), "{psu}");
    let first = text(&built_on("2024-11-20"), "kalimantan-selatan/kota-banjarbaru/cara-memilih.html");
    assert!(first.contains("Suara untuk nomor 2 tidak sah."), "{first}");
    let nation = text(&before, "cara-memilih.html");
    assert!(nation.contains("Pemungutan suara ulang 19 April 2025"), "{nation}");
}

#[test]
fn from_2029_on_a_single_pair_has_no_empty_column() {
    let later = DAERAH.replace("2024-11-27", "2030-11-27");
    let situs = "--- situs.yaml\nnama: Info Pilkada Contoh\nalamat: https://contoh.test/pilkada/\n\
        penyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2030-11-27\n";
    let two = "calon: { nama: CALON SATU }\nwakil: { nama: WAKIL SATU }\n";
    let site =
        format!("{situs}{later}").replace("kolom_kosong: true\n", two).replace("jumlah_paslon: 1", "jumlah_paslon: 2");
    let files = files(&site);
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let site = build_from_on(on("2030-11-01"), &sources);
    for path in ["cara-memilih.html", "contoh/kota-contoh/cara-memilih.html"] {
        assert!(!text(&site, path).to_lowercase().contains("kosong"), "{path}");
    }
    assert!(text(&site, "cara-memilih.html").contains("setuju atau tidak setuju"));
}

#[test]
fn an_office_s_own_text_keeps_its_address_and_its_links() {
    let content = format!("{DAERAH}{TULISAN}");
    assert_eq!(checked(&content), "tidak ada temuan");
    let site = build(&content);
    let page = text(&site, "cara-memilih.html");
    for said in ["Petunjuk kami", "Kantor kami membantu.", "Yang dibawa", "Langkah 6."] {
        assert!(page.contains(said), "{said}");
    }
    // Its heading keeps the anchor, and no anchor stands twice.
    for anchor in ["bantuan", "jam-kantor", "bawa"] {
        assert_eq!(html(&site, "cara-memilih.html").matches(&format!("id=\"{anchor}\"")).count(), 1, "{anchor}");
    }
    assert!(!site.contains_key("cara-memilih.en.html"), "nobody asked for English");
    let foot = Html::parse_document(&html(&site, "tentang.html"));
    assert_eq!(foot.select(&selector(".kaki a[href='cara-memilih.html']")).count(), 1, "it is listed once");
    let broken = content.replace("#mencoblos", "#mencobloss").replace("#bawa", "#membawa");
    let said = checked(&broken);
    assert_eq!(said.matches("RUJ-15").count(), 2, "{said}");
}

#[test]
fn an_english_site_has_the_page_in_english() {
    let site = build(&format!("{DAERAH}{TULISAN}{INGGRIS}"));
    let page = html(&site, "cara-memilih.en.html");
    assert!(page.contains("<html lang=\"en\"") && page.contains("hreflang=\"id\""));
    let words = text(&site, "cara-memilih.en.html");
    for said in ["How to vote", "Step 6.", "Our directions", "The office helps.", "empty"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(!words.contains("Langkah") && !words.contains("Petunjuk kami"), "{words}");
    assert!(html(&site, "cara-memilih.html").contains("hreflang=\"en\""));
    assert!(!site.contains_key("contoh/cara-memilih.en.html"));
    // A site in both languages has it everywhere; a text that is not translated stands there in its own language.
    let both = "--- situs.yaml\nnama: Info Pilkada Contoh\nalamat: https://contoh.test/pilkada/\n\
        penyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\nbahasa: [id, en]\n";
    let site = build(&format!("{both}{DAERAH}{TULISAN}"));
    let region = text(&site, "contoh/kota-contoh/cara-memilih.en.html");
    assert!(region.contains("07:00–13:00 WITA") && region.contains("12:00–13:00"), "{region}");
    assert_eq!(count(&site, "cara-memilih.en.html", "section div[lang='id'] h2"), 2 + 1);
    let nav = Html::parse_document(&html(&site, "contoh/kota-contoh/cara-memilih.en.html"));
    let own = "a[href='../../contoh/kota-contoh/cara-memilih.en.html'][aria-current]";
    assert_eq!(nav.select(&selector(own)).count(), 1);
}

#[test]
fn the_sheet_for_notice_boards_has_a_second_page() {
    let site = build(DAERAH);
    assert_eq!(count(&site, "contoh/kota-contoh/cetak.html", "article.cetak + article.panduan.wali_kota"), 1);
    let sheet = text(&site, "contoh/kota-contoh/cetak.html");
    for said in
        ["Cara memilih di Kota Contoh", "C.Pemberitahuan-KWK", "KTP elektronik", "12.00–13.00 WITA", "C.Pendamping"]
    {
        assert!(sheet.contains(said), "{said}: {sheet}");
    }
}
