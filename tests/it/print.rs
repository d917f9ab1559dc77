//! The sheet for a notice board: every pair once and in the same box, and codes that a camera reads.

use crate::content::{Site, build};
use crate::sample::SITE;
use rqrr::PreparedImage;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;

/// A city with a pair of short names, one of long names, and one that was struck out.
const KOTA: &str = "\
--- wilayah/contoh/wilayah.yaml
kode: \"33\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { ada: false, alasan: Tidak ada pemilihan gubernur di sini. }
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 3 }
--- wilayah/contoh/kota-contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: CALON SATU }
wakil: { nama: WAKIL SATU }
--- wilayah/contoh/kota-contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: \"Dr. Ir. H. CALON DUA BIN CONTOH YANG NAMANYA PANJANG, S.E., M.M.\" }
wakil: { nama: WAKIL DUA }
--- wilayah/contoh/kota-contoh/paslon/3.yaml
nomor_urut: 3
calon: { nama: CALON TIGA }
wakil: { nama: WAKIL TIGA }
status: [ { keadaan: dibatalkan, tanggal: 2024-10-20 } ]
";

fn page(site: &Site, path: &str) -> Html {
    Html::parse_document(std::str::from_utf8(&site[path]).unwrap())
}

fn all<'h>(document: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).collect()
}

/// The words inside an element, with single spaces.
fn words(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// What a camera reads from a code that is drawn four pixels a module.
fn read(code: ElementRef<'_>) -> String {
    const PIXELS: usize = 4;
    let side: usize = code.attr("viewBox").unwrap().split(' ').nth(2).unwrap().parse().unwrap();
    let path = code.child_elements().next().unwrap().attr("d").unwrap();
    let dark = modules(path);
    let mut image = PreparedImage::prepare_from_bitmap(side * PIXELS, side * PIXELS, |x, y| {
        dark.contains(&(x / PIXELS, y / PIXELS))
    });
    let found = image.detect_grids();
    assert_eq!(found.len(), 1, "one code is seen");
    found[0].decode().unwrap().1
}

/// The dark modules that a path's strokes cover: `M4 4.5h7` begins a row, `m1 0h2` goes on in it.
fn modules(path: &str) -> BTreeSet<(usize, usize)> {
    let (mut dark, mut x, mut y) = (BTreeSet::new(), 0, 0);
    for (stroke, kind) in path.split(['M', 'm']).skip(1).zip(kinds(path)) {
        let (start, length) = stroke.split_once('h').unwrap();
        let (across, down) = start.split_once(' ').unwrap();
        let across: usize = across.parse().unwrap();
        if kind == 'M' {
            (x, y) = (across, down.strip_suffix(".5").unwrap().parse().unwrap());
        } else {
            x += across;
        }
        let length: usize = length.parse().unwrap();
        dark.extend((x..x + length).map(|x| (x, y)));
        x += length;
    }
    dark
}

/// Whether each stroke begins a row or goes on in it.
fn kinds(path: &str) -> impl Iterator<Item = char> + '_ {
    path.chars().filter(|letter| matches!(letter, 'M' | 'm'))
}

#[test]
fn the_codes_of_a_sheet_lead_to_the_pairs_and_the_region() {
    let site = build(KOTA);
    let sheet = page(&site, "contoh/kota-contoh/cetak.html");
    let read: Vec<String> = all(&sheet, "svg.qr").into_iter().map(read).collect();
    let region = "https://contoh.test/pilkada/contoh/kota-contoh/";
    let pairs = (1..=3).map(|nomor| format!("{region}paslon/{nomor}.html"));
    assert_eq!(read, pairs.chain([region.to_owned()]).collect::<Vec<_>>());
    let written = words(all(&sheet, ".cetak")[0]);
    for address in read {
        let letters = address.strip_prefix("https://").unwrap();
        assert!(written.contains(letters), "{letters} does not stand beside its code");
    }
}

#[test]
fn every_pair_stands_on_the_sheet_once_in_number_order_and_in_the_same_box() {
    let site = build(KOTA);
    let sheet = page(&site, "contoh/kota-contoh/cetak.html");
    let rows = all(&sheet, ".cetak li");
    let numbers: Vec<String> = rows.iter().map(|row| words(row.child_elements().next().unwrap())).collect();
    assert_eq!(numbers, ["1", "2", "3"]);
    // The standing is the one thing that not every pair has; the box around all is the same and has no size of its own.
    let shape = |row: &ElementRef<'_>| {
        let parts = row.descendent_elements().filter(|part| part.attr("class") != Some("cap"));
        parts.map(|part| format!("{}.{}", part.value().name(), part.attr("class").unwrap_or(""))).collect::<Vec<_>>()
    };
    assert!(rows.iter().all(|row| shape(row) == shape(&rows[0])), "all rows are made alike");
    assert!(rows.iter().all(|row| row.descendent_elements().all(|part| part.attr("style").is_none())));
    let text = words(all(&sheet, ".cetak")[0]);
    for name in ["WAKIL SATU", "CALON DUA BIN CONTOH YANG NAMANYA PANJANG", "WAKIL TIGA"] {
        assert_eq!(text.matches(name).count(), 1, "{name}");
    }
    assert!(text.contains("Rabu, 27 November 2024") && text.contains("Wali Kota dan Wakil Wali Kota"));
    assert!(words(rows[2]).contains("Dibatalkan"));
}

#[test]
fn a_region_without_a_contest_has_no_sheet() {
    let site = build(KOTA);
    assert!(!site.contains_key("contoh/cetak.html"));
    assert!(all(&page(&site, "contoh/index.html"), "a[href$='cetak.html']").is_empty());
    assert_eq!(all(&page(&site, "contoh/kota-contoh/index.html"), "a[href$='cetak.html']").len(), 1);
}

#[test]
fn every_contest_of_the_sample_has_its_sheet() {
    let contests = SITE.keys().filter_map(|path| path.strip_suffix("/paslon/1.html"));
    let missing: Vec<&str> = contests.filter(|region| !SITE.contains_key(&format!("{region}/cetak.html"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
