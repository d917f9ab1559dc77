//! A map of a province's kabupaten and kota, where their outlines are known. It leads where the list beside it leads.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
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
    alamat: Address,
    /// Whether the region elects its own head.
    memilih: bool,
}

/// The map of a region with regions inside it; nothing where their outlines are not known.
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
    let shapes = shapes.lines().filter_map(|line| line.split_once(' '));
    let bentuk = shapes.map(|(kode, d)| AreaShape { d, daerah: inside.get(kode).map(|anak| daerah(anak)) }).collect();
    Some(Peta { lebar, tinggi, bentuk })
}

fn code(lingkup: &Lingkup) -> Option<&str> {
    Some(lingkup.wilayah.as_ref()?.record.kode.as_str())
}

fn daerah(lingkup: &Lingkup) -> Area<'_> {
    Area { nama: lingkup.nama(), alamat: Address::lingkup(lingkup), memilih: lingkup.pemilihan().is_some() }
}
