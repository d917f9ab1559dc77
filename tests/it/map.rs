//! The map of a province: every region once, where the list leads, and outlines that can be drawn.

use crate::sample::SITE;
use scraper::{Html, Selector};
use std::collections::BTreeSet;

fn page(path: &str) -> Html {
    Html::parse_document(std::str::from_utf8(&SITE[path]).unwrap())
}

/// The values of an attribute, in order.
fn all(document: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).map(|element| element.attr(attribute).unwrap().to_owned()).collect()
}

#[test]
fn the_map_leads_to_every_region_once_and_the_list_to_the_same() {
    for province in ["jawa-tengah/index.html", "jambi/index.html"] {
        let document = page(province);
        let on_map = all(&document, "svg.peta a", "href");
        let listed: BTreeSet<String> = all(&document, "#daerah li a", "href").into_iter().collect();
        assert!(on_map.len() > 10, "{province} has {} regions on its map", on_map.len());
        assert_eq!(on_map.iter().cloned().collect::<BTreeSet<_>>(), listed, "{province}");
        assert_eq!(on_map.len(), listed.len(), "{province}: a region stands twice");
    }
}

#[test]
fn a_keyboard_and_a_screen_reader_meet_the_list_and_not_the_map() {
    let document = page("jambi/index.html");
    assert_eq!(all(&document, "svg.peta", "aria-hidden"), ["true"]);
    assert!(all(&document, "svg.peta a", "tabindex").iter().all(|index| index == "-1"));
}

#[test]
fn every_outline_lies_on_the_map_and_encloses_something() {
    for province in ["jawa-tengah/index.html", "jambi/index.html"] {
        let document = page(province);
        let frame: Vec<i64> =
            all(&document, "svg.peta", "viewBox")[0].split(' ').map(|number| number.parse().unwrap()).collect();
        for path in all(&document, "svg.peta path", "d") {
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
    assert!(all(&page("kalimantan-timur/index.html"), "svg.peta", "class").is_empty());
}
