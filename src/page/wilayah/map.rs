//! A map of a province's kabupaten and kota, where their outlines are known and it shows what the list cannot: where nobody is
//! elected. It leads where the list above it leads.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::value::daftar_wilayah::without_kind;
use serde::Serialize;
use std::collections::BTreeMap;

/// Outlines by the province's code. A file's first line is the map's width and height; every other line is a region's code
/// and its path. `tools/src/bin/peta.rs` makes them.
const OUTLINES: [(&str, &str); 2] =
    [("15", include_str!("../../../data/peta/15.txt")), ("33", include_str!("../../../data/peta/33.txt"))];

/// A map.
#[derive(Serialize)]
pub(super) struct Peta<'m> {
    lebar: u32,
    tinggi: u32,
    /// Every outline of the province, so that no hole stands where the site has no region.
    bentuk: Vec<AreaShape<'m>>,
}

/// A region's outline.
#[derive(Serialize)]
struct AreaShape<'m> {
    /// The SVG path.
    d: &'static str,
    /// The region, where this site has it.
    daerah: Option<Area<'m>>,
}

#[derive(Serialize)]
struct Area<'m> {
    nama: &'m str,
    /// Its name on the map, where it is one of the fewer.
    label: Option<Label<'m>>,
    alamat: Address,
    /// Whether the region elects its own head.
    memilih: bool,
}

/// A name on the map, about the middle of its region.
#[derive(Serialize)]
struct Label<'m> {
    nama: &'m str,
    x: i64,
    y: i64,
}

/// How many names can be read on a map that is as wide as a telephone.
const MOST_LABELS: usize = 8;

/// The map of a region with regions inside it; nothing where their outlines are not known, or where all of them elect or none does.
pub(super) fn map_of<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Option<Peta<'m>> {
    let province = code(lingkup)?;
    let inside: BTreeMap<&str, &Lingkup> = model.anak(lingkup).filter_map(|anak| Some((code(anak)?, anak))).collect();
    if inside.is_empty() {
        return None;
    }
    let (_, outlines) = OUTLINES.iter().find(|(kode, _)| *kode == province)?;
    let (size, shapes) = outlines.split_once('\n')?;
    let (lebar, tinggi) = size.split_once(' ')?;
    let (lebar, tinggi) = (lebar.parse().ok()?, tinggi.parse().ok()?);
    let electing = inside.values().filter(|region| region.pemilihan().is_some()).count();
    let others = inside.len() - electing;
    if electing == 0 || others == 0 {
        return None;
    }
    let named = Some(electing < others).filter(|_| electing.min(others) <= MOST_LABELS);
    let shapes = shapes.lines().filter_map(|line| line.split_once(' '));
    let bentuk = shapes.map(|(kode, d)| AreaShape { d, daerah: inside.get(kode).map(|anak| daerah(anak, d, named)) });
    Some(Peta { lebar, tinggi, bentuk: bentuk.collect() })
}

fn code(lingkup: &Lingkup) -> Option<&str> {
    Some(lingkup.wilayah.as_ref()?.record.kode.as_str())
}

/// A region with this outline; `named` are those that elect, or those that do not.
fn daerah<'m>(lingkup: &'m Lingkup, d: &str, named: Option<bool>) -> Area<'m> {
    let nama = lingkup.nama();
    let memilih = lingkup.pemilihan().is_some();
    let label = middle(d).filter(|_| named == Some(memilih)).map(|(x, y)| Label { nama: without_kind(nama), x, y });
    Area { nama, label, alamat: Address::lingkup(lingkup), memilih }
}

/// The middle of an outline's frame.
fn middle(d: &str) -> Option<(i64, i64)> {
    let corners: Vec<(i64, i64)> = d.split_terminator('z').filter_map(ring).flatten().collect();
    let between =
        |of: fn(&(i64, i64)) -> i64| Some(corners.iter().map(of).min()?.midpoint(corners.iter().map(of).max()?));
    Some((between(|corner| corner.0)?, between(|corner| corner.1)?))
}

/// The corners of a ring: `M3 4l1 0-1 2` are a place and steps from it.
fn ring(d: &str) -> Option<Vec<(i64, i64)>> {
    let (start, steps) = d.strip_prefix('M')?.split_once('l')?;
    let numbers = |text: &str| -> Option<Vec<i64>> {
        text.replace('-', " -").split_whitespace().map(|number| number.parse().ok()).collect()
    };
    let [mut x, mut y] = numbers(start)?.try_into().ok()?;
    let mut corners = vec![(x, y)];
    for step in numbers(steps)?.chunks_exact(2) {
        (x, y) = (x + step[0], y + step[1]);
        corners.push((x, y));
    }
    Some(corners)
}
