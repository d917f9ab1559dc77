//! The map of a province: drawn where some of its regions elect nobody, every region once, where the list leads.

use crate::content::{Site, build};
use scraper::{Html, Selector};
use std::collections::BTreeSet;

/// A made-up province with the outlines of a real one, and whether its kabupaten, another and its kota elect.
fn province(code: u32, elects: [bool; 3]) -> Site {
    let election = |elects: bool| if elects { "{ jumlah_paslon: 2 }" } else { "{ ada: false }" };
    let mut text = format!(
        "--- wilayah/contoh/wilayah.yaml\nkode: \"{code}\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {{ ada: false }}\n"
    );
    let regions =
        [("01", "contoh", "Kabupaten Contoh"), ("02", "misal", "Kabupaten Misal"), ("71", "kota", "Kota Umpama")];
    for ((number, folder, nama), elects) in regions.into_iter().zip(elects) {
        let jenis = if nama.starts_with("Kota") { "kota" } else { "kabupaten" };
        let election = election(elects);
        let region = format!(
            "--- wilayah/contoh/{folder}/wilayah.yaml\nkode: \"{code}.{number}\"\nnama: {nama}\njenis: {jenis}\npemilihan: {election}\n"
        );
        text.push_str(&region);
    }
    build(&text)
}

fn page(site: &Site) -> Html {
    Html::parse_document(std::str::from_utf8(&site["contoh/index.html"]).unwrap())
}

/// The values of an attribute, in order.
fn all(document: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).map(|element| element.attr(attribute).unwrap().to_owned()).collect()
}

fn texts(document: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).map(|element| element.text().collect()).collect()
}

#[test]
fn the_map_leads_to_every_region_once_and_the_list_above_it_to_the_same() {
    let document = page(&province(33, [true, false, true]));
    let on_map = all(&document, "#daerah ul ~ svg.peta a", "href");
    let listed: BTreeSet<String> = all(&document, "#daerah li a", "href").into_iter().collect();
    assert_eq!(on_map.len(), 3);
    assert_eq!(on_map.into_iter().collect::<BTreeSet<_>>(), listed);
}

#[test]
fn the_regions_that_are_fewer_have_their_names_on_the_map() {
    let names = |elects| texts(&page(&province(33, elects)), "svg.peta text");
    assert_eq!(names([true, false, true]), ["Misal"]);
    assert_eq!(names([true, false, false]), ["Contoh"]);
    let legend = texts(&page(&province(33, [true, false, true])), ".legenda").concat();
    assert!(legend.contains("memilih bupati atau wali kota") && legend.contains("tidak ada pemilihan"), "{legend}");
}

#[test]
fn where_all_elect_or_none_does_there_is_nothing_to_see_on_a_map() {
    for elects in [[true; 3], [false; 3]] {
        assert!(all(&page(&province(33, elects)), "svg.peta", "class").is_empty(), "{elects:?}");
    }
}

#[test]
fn a_keyboard_and_a_screen_reader_meet_the_list_and_not_the_map() {
    let document = page(&province(33, [true, false, true]));
    assert!(all(&document, "svg.peta", "aria-hidden").iter().all(|hidden| hidden == "true"));
    let stops = all(&document, "svg.peta a", "tabindex");
    assert!(stops.len() == 3 && stops.iter().all(|index| index == "-1"), "{stops:?}");
}

#[test]
fn every_outline_lies_on_the_map_and_encloses_something() {
    for code in [15, 33] {
        let document = page(&province(code, [true, false, true]));
        let map = "svg.peta:not(.kunci)";
        let frame: Vec<i64> =
            all(&document, map, "viewBox")[0].split(' ').map(|number| number.parse().unwrap()).collect();
        let paths = all(&document, &format!("{map} path"), "d");
        assert!(paths.len() > 10, "{}", paths.len());
        for path in paths {
            let rings: Vec<Vec<(i64, i64)>> = path.split_terminator('z').map(corners).collect();
            assert!(!rings.is_empty());
            for (x, y) in rings.iter().flatten() {
                assert!((0..=frame[2]).contains(x) && (0..=frame[3]).contains(y), "{x} {y} lies outside {frame:?}");
            }
            assert!(rings.iter().map(|ring| area(ring).abs()).sum::<i64>() > 0, "{path} encloses nothing");
        }
    }
}

/// The corners of a ring: `M3 4l1 0-1 2` are a place and steps from it.
fn corners(ring: &str) -> Vec<(i64, i64)> {
    let (start, steps) = ring.strip_prefix('M').unwrap().split_once('l').unwrap();
    let numbers = |text: &str| -> Vec<i64> {
        text.replace('-', " -").split_whitespace().map(|number| number.parse().unwrap()).collect()
    };
    let start = numbers(start);
    let mut corners = vec![(start[0], start[1])];
    for step in numbers(steps).chunks(2) {
        let (x, y) = corners[corners.len() - 1];
        corners.push((x + step[0], y + step[1]));
    }
    corners
}

/// Twice the area of a ring, with the sign of its direction.
fn area(ring: &[(i64, i64)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|((x, y), (next_x, next_y))| x * next_y - next_x * y).sum()
}

#[test]
fn a_province_without_outlines_has_no_map() {
    assert!(all(&page(&province(64, [true, false, true])), "svg.peta", "class").is_empty());
}
