//! The made-up national site that the program is measured with.

#[path = "../../tools/src/bin/korpus/isi/mod.rs"]
mod isi;

use isi::Size;
use pilkada::bahasa::Bahasa;
use pilkada::model::{BuildOptions, Drafts};
use pilkada::pipeline;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use snapbox::{assert_data_eq, str};
use std::collections::BTreeMap;

/// Every file of a corpus, by path.
fn files(regions: usize, articles: usize) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    isi::each(Size { regions, articles, tps: 40_000 }, &mut |path, text| {
        assert!(files.insert(path.to_owned(), text.to_owned()).is_none(), "{path} is written twice");
        Ok(())
    })
    .unwrap();
    files
}

#[test]
fn the_corpus_has_no_finding() {
    // As far as the capital, where some regions elect nobody.
    let files = files(170, 60);
    assert!(files.values().any(|text| text.contains("ada: false")));
    let sources = Sources::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let hari = Tanggal::read(Scalar::Teks("2024-12-20")).ok().unwrap();
    let mut report = Report::default();
    pipeline::check(&sources, BuildOptions { hari, draf: Drafts::Wait }, &mut report);
    let style = Style { bahasa: Bahasa::En, colour: Colour::Plain };
    assert_data_eq!(teks(&report, &sources, style), str!["nothing found"]);
}

#[test]
fn the_corpus_has_the_shapes_of_real_contests() {
    let files = files(60, 30);
    let names = files.values().flat_map(|text| text.lines()).filter_map(|line| line.trim().strip_prefix("nama: \""));
    let longest = names.map(|name| name.trim_end_matches('"').chars().count()).max();
    assert_eq!(longest, Some(108));
    let has =
        |folder: &str, words: &str| files.iter().any(|(path, text)| path.contains(folder) && text.contains(words));
    assert!(has("/paslon/6.yaml", "nomor_urut: 6"));
    assert!(has("/paslon/1.yaml", "kolom_kosong: true") && has("/paslon/2.yaml", "kolom_kosong: true"));
    assert!(has("/berita/", "| --- |"));
    assert!(has("/fakta/", "status: berselisih"));
    for folder in ["/kegiatan/", "/deklarasi/", "/klarifikasi/", "/hasil.yaml", "/koreksi.yaml", "/jadwal.yaml"] {
        assert!(files.keys().any(|path| path.contains(folder)), "{folder}");
    }
}

#[test]
fn a_region_reads_the_same_in_a_corpus_of_any_size() {
    let (small, large) = (files(25, 10), files(60, 30));
    let is_region = |path: &&String| path.contains("kabupaten-contoh-11-01/") && !path.contains("/berita/");
    let regions: Vec<&String> = small.keys().filter(is_region).collect();
    assert!(regions.len() > 10);
    for path in regions {
        assert_eq!(small[path], large[path], "{path}");
    }
    assert_eq!(small, files(25, 10));
}
