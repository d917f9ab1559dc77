//! Days: no page says how far away one is but by its date, the script says it by the reader's clock, and the site knows when
//! it changes by itself.

use crate::content::{build_from_on, files, on};
use crate::incremental::Published;
use crate::sample::built_on;
use pilkada::bahasa::Bahasa;
use pilkada::model::Model;
use pilkada::pipeline;
use pilkada::render::builtin::FILES;
use pilkada::report::Report;
use pilkada::source::Sources;
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// The script may have so many bytes.
const MOST: usize = 1536;

/// Of a site before the vote.
static BEFORE: LazyLock<Arc<crate::content::Site>> = LazyLock::new(|| built_on("2024-11-20"));

const CONTENT: &str = "
--- jadwal.yaml
tahapan:
  - { id: kampanye, nama: Kampanye, kelompok: penyelenggaraan, jenis: kampanye, mulai: 2024-09-25, selesai: 2024-11-23 }
  - { id: masa-tenang, nama: Masa tenang, kelompok: penyelenggaraan, jenis: masa_tenang, mulai: 2024-11-24, selesai: 2024-11-26 }
  - { id: memilih, nama: Pemungutan suara, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2024-11-27, selesai: 2024-11-27 }
--- berita/2024-11-21-rapat.md
---
judul: Rapat di Kota Contoh
tanggal: 2024-11-21
label: [tahapan]
---

Petugas menyiapkan perlengkapan.
--- berita/2024-11-22-draf.md
---
judul: Rancangan
tanggal: 2024-11-22
draf: true
---

Belum terbit.
";

fn sources() -> Sources {
    let files = files(CONTENT);
    Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())))
}

fn model(day: &str) -> Model {
    pipeline::load(&sources(), on(day), &mut Report::default()).unwrap()
}

/// The next turn from a day on, as one line.
fn turn(day: &str) -> String {
    let Some(turn) = model(day).next_turn() else { return "none".to_owned() };
    let said: Vec<&str> = turn.apa.iter().map(|what| what.dalam(Bahasa::Id)).collect();
    format!("{}: {}", turn.hari, said.join(", "))
}

#[test]
fn the_site_knows_when_it_changes_by_itself() {
    assert_eq!(turn("2024-11-20"), "2024-11-21: 1 catatan terbit");
    // No day publishes a draft.
    assert_eq!(turn("2024-11-21"), "2024-11-24: Masa tenang dimulai, Kampanye selesai");
    assert_eq!(turn("2024-11-23"), "2024-11-24: Masa tenang dimulai, Kampanye selesai");
    assert_eq!(turn("2024-11-24"), "2024-11-27: Pemungutan suara, Masa tenang selesai");
    assert_eq!(turn("2024-11-27"), "2024-11-28: Pemungutan suara selesai");
    assert_eq!(turn("2024-11-28"), "none");
}

/// A page without the day it was made on, wherever that stands.
fn without_its_day(html: &[u8]) -> String {
    let mut html = std::str::from_utf8(html).unwrap().to_owned();
    for day in ["21 November 2024", "22 November 2024", "2024-11-21", "2024-11-22"] {
        html = html.replace(day, "");
    }
    // On the line of time it is a mark at its place.
    for mark in ["<text class=\"ini\"", "<rect class=\"tanda\""] {
        let mut parts = html.split(mark);
        let first = parts.next().unwrap().to_owned();
        html = parts.fold(first, |all, part| all + part.split_once('>').unwrap().1);
    }
    html
}

#[test]
fn between_two_turns_only_the_day_itself_is_another_on_pages() {
    let pages = |day| -> BTreeMap<String, String> {
        let site = build_from_on(on(day), &sources());
        let html = site.into_iter().filter(|(path, _)| path.ends_with(".html"));
        html.map(|(path, bytes)| (path, without_its_day(&bytes))).collect()
    };
    let (one, next) = (pages("2024-11-21"), pages("2024-11-22"));
    assert_eq!(one.keys().collect::<Vec<_>>(), next.keys().collect::<Vec<_>>());
    for (path, html) in &one {
        assert!(next[path] == *html, "{path} says on another day something else than its day");
    }
}

#[test]
fn on_a_day_without_a_turn_nothing_is_another_but_what_says_the_day() {
    let before = Published::default().build_of(&sources(), on("2024-11-21")).unwrap().unwrap().0;
    let (after, drawn) = before.build_of(&sources(), on("2024-11-22")).unwrap().unwrap();
    let changed: Vec<&str> = after
        .site
        .iter()
        .filter(|(path, file)| before.site.get(*path) != Some(*file))
        .map(|(path, _)| &**path)
        .collect();
    let says_the_day = |path: &&str| String::from_utf8_lossy(&after.site[*path].1).contains("2024-11-22");
    assert!(changed.iter().all(says_the_day), "{changed:?}");
    // The theme's own files are put as they are.
    let mut drawn = drawn.iter().filter(|path| !path.ends_with(".js"));
    assert!(drawn.all(|path| changed.contains(&&**path)), "{drawn:?} was drawn, {changed:?} are others");
    // Of the pages that people read, these: all others are, byte for byte, those of the day before.
    let pages: Vec<&str> = changed.into_iter().filter(|path| path.ends_with(".html")).collect();
    assert!(pages.contains(&"index.html") && pages.contains(&"jadwal.html"), "{pages:?}");
    let old = String::from_utf8_lossy(&after.site["berita/rapat.html"].1).into_owned();
    assert!(
        old.contains("Keadaan menurut jadwal sejak <time datetime=\"2024-11-21\">")
            && old.contains("berubah lagi <time datetime=\"2024-11-24\">"),
        "{old}"
    );
}

#[test]
fn every_page_says_a_day() {
    for (path, html) in build_from_on(on("2024-11-22"), &sources()).iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(html);
        assert!(
            ["Halaman dibuat", "Keadaan menurut jadwal sejak", "http-equiv=\"refresh\""]
                .iter()
                .any(|said| html.contains(said)),
            "{path}: {html}"
        );
    }
}

#[test]
fn a_template_that_asks_for_the_day_has_it_on_any_page() {
    let with = |text: &str| {
        let mut files = files(CONTENT);
        files.push(("templates/404.html".to_owned(), text.to_owned()));
        Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())))
    };
    let asking = with("Hari {{ hari_ini }}.");
    let before = Published::default().build_of(&asking, on("2024-11-21")).unwrap().unwrap().0;
    let after = before.build_of(&asking, on("2024-11-22")).unwrap().unwrap().0;
    assert_eq!(after.site["404.html"].1, b"Hari 2024-11-22.");
    // The day of the page itself is nothing on a page that does not say it.
    let page = build_from_on(on("2024-11-22"), &with("Hari {{ laman.hari_ini }}{{ laman.sejak }}."));
    assert_eq!(page["404.html"], b"Hari 2024-11-21.");
}

#[test]
fn no_page_says_how_many_days_there_are() {
    let relative = ["hari lagi", "days to go", "besok", "tomorrow", "hari ini", "today"];
    let text = Selector::parse("header, main time, main .kapan, main h2, main h3, main svg").unwrap();
    let mut dated = 0;
    for (path, html) in BEFORE.iter().filter(|(path, _)| path.ends_with(".html")) {
        let document = Html::parse_document(std::str::from_utf8(html).unwrap());
        for element in document.select(&text) {
            let said = element.text().collect::<String>().to_lowercase();
            let word = relative.iter().find(|word| said.contains(**word));
            assert_eq!(word, None, "{path} says {said}");
        }
        let of = |selector: &str| document.select(&Selector::parse(selector).unwrap()).count();
        if of("time[data-lagi]") > 0 && !path.contains("/luring.") {
            assert_eq!(of("script[data-berikutnya]"), 1, "{path} has a day to come and does not know its next turn");
            dated += 1;
        }
    }
    assert!(dated > 10, "{dated} pages have a day to come");
}

#[test]
fn the_script_is_small_and_writes_no_html() {
    let (_, script) = FILES.iter().find(|(path, _)| *path == "aset/hari.js").unwrap();
    assert!(script.len() <= MOST, "hari.js has {} bytes", script.len());
    for way in ["innerHTML", "eval(", "document.write", "Function(", "fetch", "localStorage", "cookie", "http"] {
        assert!(!script.contains(way), "hari.js uses {way}");
    }
    assert_eq!(BEFORE["hari.js"], script.as_bytes());
}
