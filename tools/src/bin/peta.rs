//! Makes the outlines of `data/peta/` from GeoJSON:
//! `cargo run -p pilkada-tools --bin peta -- kabkota_33.geojson >data/peta/33.txt`.
//!
//! Corners go onto a coarse grid. Regions that share a border share its corners, so no gap opens between them.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a tool for whoever changes the data, who sees what is wrong at once"
)]
#![expect(clippy::cast_possible_truncation, reason = "a map is 400 units wide")]

use serde_json::Value;
use std::fmt::Write;

/// How wide a map is, in units of its grid.
const WIDTH: f64 = 400.0;

/// A corner on the grid.
type Corner = (i64, i64);

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let shapes: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let features = shapes["features"].as_array().unwrap();
    let regions: Vec<(&str, Vec<Vec<[f64; 2]>>)> =
        features.iter().map(|feature| (feature["id"].as_str().unwrap(), rings(&feature["geometry"]))).collect();
    let corners = || regions.iter().flat_map(|(_, rings)| rings.iter().flatten());
    let west = corners().map(|corner| corner[0]).fold(f64::INFINITY, f64::min);
    let east = corners().map(|corner| corner[0]).fold(f64::NEG_INFINITY, f64::max);
    let north = corners().map(|corner| corner[1]).fold(f64::NEG_INFINITY, f64::max);
    let south = corners().map(|corner| corner[1]).fold(f64::INFINITY, f64::min);
    let scale = WIDTH / (east - west);
    let onto = |[x, y]: [f64; 2]| (((x - west) * scale).round() as i64, ((north - y) * scale).round() as i64);
    println!("{} {}", WIDTH, ((north - south) * scale).round());
    for (kode, rings) in &regions {
        let path: String =
            rings.iter().map(|ring| draw(&ring.iter().map(|corner| onto(*corner)).collect::<Vec<_>>())).collect();
        println!("{kode} {path}");
    }
}

/// The rings of a polygon or of several.
fn rings(geometry: &Value) -> Vec<Vec<[f64; 2]>> {
    let coordinates = geometry["coordinates"].clone();
    match geometry["type"].as_str().unwrap() {
        "Polygon" => serde_json::from_value(coordinates).unwrap(),
        "MultiPolygon" => serde_json::from_value::<Vec<Vec<Vec<[f64; 2]>>>>(coordinates).unwrap().concat(),
        other => unreachable!("a region is no {other}"),
    }
}

/// A ring as a path of steps from corner to corner; nothing where the grid leaves no area of it.
fn draw(corners: &[Corner]) -> String {
    let mut kept: Vec<Corner> = corners.to_vec();
    kept.dedup();
    if kept.first() == kept.last() {
        kept.pop();
    }
    if kept.len() < 3 {
        return String::new();
    }
    let mut path = format!("M{} {}l", kept[0].0, kept[0].1);
    for (i, step) in kept.windows(2).enumerate() {
        let (x, y) = (step[1].0 - step[0].0, step[1].1 - step[0].1);
        // A minus sign parts two numbers as well as a space does.
        let before = if i == 0 || x < 0 { "" } else { " " };
        let between = if y < 0 { "" } else { " " };
        write!(path, "{before}{x}{between}{y}").unwrap();
    }
    path + "z"
}
