//! Feeds.

use super::{NAMA, SITE, files, json, text};
use std::collections::BTreeSet;

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
    assert_eq!(files(&SITE, "feed.json").count(), 4);
}

#[test]
fn a_feed_tells_what_is_new_in_its_scope_and_inside_it() {
    let of = |path: &str| feed_rs::parser::parse(text(&SITE, path).as_bytes()).unwrap();
    let titles = |path: &str| -> Vec<String> {
        of(path).entries.into_iter().map(|entry| entry.title.unwrap().content).collect()
    };
    for format in ["atom.xml", "feed.json"] {
        let kota = ["Hasil: Kota Contoh", "Kabar", NAMA];
        assert_eq!(titles(&format!("contoh/kota-contoh/{format}")), kota);
        assert_eq!(titles(&format!("contoh/{format}")), kota);
        assert_eq!(
            titles(format),
            ["Hasil: Kota Contoh", "Kabar", NAMA, "Koreksi: Kampanye", "Koreksi: Kampanye", "Berita nasional"],
            "{format}"
        );
    }
}

#[test]
fn an_article_in_a_feed_is_whole() {
    let json = json(&SITE, "contoh/kota-contoh/feed.json");
    let entry = &json["items"][2];
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
    let entry = &atom.entries[2];
    assert_eq!(entry.content.as_ref().unwrap().body.as_deref().map(str::trim), Some(html.trim()));
    assert_eq!(entry.summary.as_ref().unwrap().content, NAMA);
    assert_eq!(entry.categories[2].term, "a & b, \"c\"");
    assert_eq!(entry.published.unwrap().to_rfc3339(), "2024-10-14T05:15:00+00:00");
}
