//! Pages in every language of the site, which the theme's lists of words say.

use crate::content::{Site, build_from_on, files, on};
use pilkada::bahasa::Bahasa;
use pilkada::pipeline;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;

/// A region with a pair, an article, one that is translated, and a page.
const KOTA: &str = "\
--- situs.yaml
nama: Info Pilkada Contoh
alamat: https://contoh.test/pilkada/
penyelenggara: { nama: KPU Contoh }
pemungutan_suara: 2024-11-27
bahasa: [id, xx]
tema: uji
--- wilayah/contoh/wilayah.yaml
kode: \"15\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { jumlah_paslon: 1 }
--- wilayah/contoh/berita/2024-10-01-satu.md
---
judul: Kabar satu
tanggal: 2024-10-01
---
Isi satu.
--- wilayah/contoh/berita/2024-10-02-dua.md
---
judul: Kabar dua
tanggal: 2024-10-02
---
Isi dua.
--- wilayah/contoh/berita/2024-10-02-dua.xx.md
---
judul: Nuu duu
tanggal: 2024-10-02
---
Tekk duu.
--- fakta/tps.yaml
per_tanggal: 2024-10-01
sumber: [data]
fakta:
  - { ukuran: tps, nilai: 12345 }
--- sumber.yaml
data: { jenis: data_kpu, judul: Data contoh, penerbit: KPU Contoh, tanggal: 2024-09-01, tautan: \"https://contoh.test/data\" }
";

/// A language of which the theme knows some words.
const WORDS: &str = "\
lewati: Skippo
bahasa: { xx: Xxish }
nama_bahasa: { id: Indonezo }
judul: { jadwal: \"Kalendo {nama}\", cari: Trovi }
bulan: { oktober: Oktobro }
tulis: { ribuan: \" \" }
";

fn site(text: &str) -> Site {
    let mut all = files(text);
    all.push(("themes/uji/tema.yaml".to_owned(), "nama: Uji\n".to_owned()));
    all.push(("themes/uji/bahasa/xx.yaml".to_owned(), WORDS.to_owned()));
    let sources = Sources::from_texts(all.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    build_from_on(on("2024-11-01"), &sources)
}

/// Everything the program says about a text and the built-in theme.
fn checked(text: &str, bahasa: Bahasa) -> String {
    let all = files(text);
    let sources = Sources::from_texts(all.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut report = Report::default();
    pipeline::check(&sources, on("2024-11-01"), &mut report);
    teks(&report, &sources, Style { bahasa, colour: Colour::Plain })
}

fn page(site: &Site, path: &str) -> String {
    String::from_utf8(site.get(path).expect(path).clone()).unwrap()
}

#[test]
fn a_list_of_words_is_all_that_a_language_needs() {
    let site = site(KOTA);
    for plain in ["index", "contoh/index", "contoh/jadwal", "contoh/cara-memilih", "kesiapan", "cari", "data/index"] {
        let (first, other) = (page(&site, &format!("{plain}.html")), page(&site, &format!("{plain}.xx.html")));
        assert!(first.contains("<html lang=\"id\"") && other.contains("<html lang=\"xx\""), "{plain}");
        for page in [&first, &other] {
            for (code, file) in [("id", ""), ("xx", ".xx"), ("x-default", "")] {
                let address = format!("{plain}{file}.html");
                let address = address.strip_suffix("index.html").unwrap_or(&address);
                let link = format!("hreflang=\"{code}\" href=\"https://contoh.test/pilkada/{address}\"");
                assert!(page.contains(&link), "{plain}: {link}");
            }
        }
        assert!(first.contains(">Xxish</a>") && other.contains(">Bahasa Indonesia</a>"), "{plain}");
        assert!(other.contains(">Skippo<") && !first.contains("Skippo"), "{plain}");
    }
    for file in ["atom.xx.xml", "contoh/feed.xx.json", "contoh/jadwal.xx.ics"] {
        assert!(!page(&site, file).contains(['\u{E000}', '\u{E001}']), "{file}");
    }
    assert!(!site.contains_key("404.xx.html") && !site.contains_key("contoh/berita/satu.xx.html"));
}

#[test]
fn words_that_a_language_lacks_are_indonesian_and_say_so_one_by_one() {
    let site = site(KOTA);
    let jadwal = page(&site, "contoh/jadwal.xx.html");
    assert!(jadwal.contains("<title>Kalendo Provinsi Contoh ·") && jadwal.contains("<h1>Kalendo Provinsi Contoh</h1>"));
    assert!(jadwal.contains("<span lang=\"id\">Koreksi</span>"), "{jadwal}");
    for (path, file) in site {
        assert!(!String::from_utf8_lossy(&file).contains(['\u{E000}', '\u{E001}']), "{path} has a mark left");
    }
}

#[test]
fn a_record_that_holds_the_marks_itself_breaks_no_page() {
    for title in ["Kabar \u{E000}satu", "Kabar \u{E001}satu", "\u{E001}\u{E001}Kabar\u{E000}\u{E000} satu"] {
        let site = site(&KOTA.replace("Kabar satu", &format!("\"{title}\"")));
        let region = page(&site, "contoh/index.xx.html");
        let main = region.split("<main").nth(1).unwrap();
        assert_eq!(main.matches("<span").count(), main.matches("</span>").count(), "{title:?}: {main}");
        assert!(!region.contains(['\u{E000}', '\u{E001}']), "{title:?}");
    }
}

#[test]
fn days_and_numbers_are_written_as_the_language_does() {
    let figures = page(&site(KOTA), "kesiapan.xx.html");
    assert!(figures.contains("12 345") && figures.contains(">1 Oktobro 2024</time>"), "{figures}");
}

#[test]
fn links_stay_in_the_language_or_say_where_they_lead() {
    let site = site(KOTA);
    let region = page(&site, "contoh/index.xx.html");
    assert!(region.contains("href=\"../contoh/jadwal.xx.html\"") && region.contains("href=\"../cari.xx.html\""));
    // What is told in the language is linked in it, under its own title.
    assert!(region.contains("<a href=\"../contoh/berita/dua.xx.html\">Nuu duu</a>"), "{region}");
    let other = "<a href=\"../contoh/berita/satu.html\" hreflang=\"id\"><span lang=\"id\">Kabar satu</span> \
                 <small class=\"ke-bahasa\">(Indonezo)</small></a>";
    assert!(region.contains(other), "{region}");
    // The first language has links as they were.
    let first = page(&site, "contoh/index.html");
    assert!(!first.contains("hreflang=\"id\"><") && !first.contains("ke-bahasa\">"), "{first}");
    assert!(first.contains("href=\"../contoh/berita/dua.html\">Kabar dua</a>"));
    let article = page(&site, "contoh/berita/dua.xx.html");
    assert!(article.contains("href=\"../../contoh/index.xx.html\""));
    let original = page(&site, "contoh/berita/dua.html");
    assert!(original.contains("href=\"../../contoh/berita/dua.xx.html\" hreflang=\"xx\" lang=\"xx\">Xxish</a>"));
}

#[test]
fn the_sitemap_names_each_page_in_its_languages() {
    let sitemap = page(&site(KOTA), "sitemap.xml");
    let of_page = "<loc>https://contoh.test/pilkada/contoh/jadwal.xx.html</loc>\
                   <xhtml:link rel=\"alternate\" hreflang=\"id\" href=\"https://contoh.test/pilkada/contoh/jadwal.html\"/>\
                   <xhtml:link rel=\"alternate\" hreflang=\"xx\" href=\"https://contoh.test/pilkada/contoh/jadwal.xx.html\"/>\
                   <xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://contoh.test/pilkada/contoh/jadwal.html\"/>";
    let tight: String = sitemap.lines().map(str::trim).collect();
    assert!(tight.contains(of_page), "{tight}");
    let one = site(&KOTA.replace("bahasa: [id, xx]\n", "").replace(
        "--- wilayah/contoh/berita/2024-10-02-dua.xx.md\n---\njudul: Nuu duu\ntanggal: 2024-10-02\n---\nTekk duu.\n",
        "",
    ));
    assert!(!page(&one, "sitemap.xml").contains("xhtml") && !one.keys().any(|path| path.contains(".xx.")));
}

#[test]
fn the_search_shows_what_is_told_in_the_language_of_its_page() {
    let site = site(KOTA);
    let table = page(&site, "cari/daftar.js");
    assert!(table.contains("\"bahasa\":{\"xx\":{\"milik\":["), "{table}");
    let results: String =
        site.keys().filter(|path| path.starts_with("cari/hasil-")).map(|path| page(&site, path)).collect();
    assert!(
        results.contains("\"Nuu duu\",\"contoh/berita/dua.xx.html\"") && results.contains("\"Kabar dua\""),
        "{results}"
    );
    assert!(
        page(&site, "cari.xx.html").contains("data-kode=\"xx\"") && !page(&site, "cari.html").contains("data-kode")
    );
}

#[test]
fn a_language_without_words_is_a_finding() {
    let text = KOTA.replace("[id, xx]", "[id, zz]").replace("tema: uji\n", "");
    let found = checked(&text, Bahasa::Id);
    assert!(found.contains("tema tidak punya kata-kata bahasa \"zz\""), "{found}");
    assert!(found.contains("pakai bahasa yang dipunyai tema (en, id, jv, su)"), "{found}");
    let found = checked(&KOTA.replace("[id, xx]", "[id]").replace("tema: uji\n", ""), Bahasa::En);
    assert!(found.contains("translation into the language \"xx\""), "{found}");
}

#[test]
fn the_page_of_how_to_vote_may_be_translated_without_an_original() {
    let text = "--- halaman/cara-memilih.en.md\n---\njudul: Voting here\n---\nOur own words.\n";
    let all = files(text);
    assert!(!checked(text, Bahasa::En).contains("RUJ-22"));
    let sources = Sources::from_texts(all.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let english = page(&build_from_on(on("2024-11-01"), &sources), "cara-memilih.en.html");
    assert!(english.contains("Our own words.") && english.contains("How to vote"), "{english}");
}

#[test]
fn words_of_which_one_would_hide_others_are_a_finding() {
    let mut all = files(KOTA);
    all.push(("themes/uji/tema.yaml".to_owned(), "nama: Uji\n".to_owned()));
    all.push(("themes/uji/bahasa/xx.yaml".to_owned(), format!("{WORDS}judul: {{ banding: Komparo }}\n")));
    let sources = Sources::from_texts(all.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut report = Report::default();
    pipeline::check(&sources, on("2024-11-01"), &mut report);
    let found = teks(&report, &sources, Style { bahasa: Bahasa::Id, colour: Colour::Plain });
    assert!(found.contains("daftar kata tidak bisa dibaca") && found.contains("judul"), "{found}");
}
