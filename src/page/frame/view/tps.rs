//! Where the pages of kecamatan, kelurahan, desa and polling places lie.

use crate::model::Lingkup;
use crate::page::frame::address::Address;
use crate::record::tps::KecamatanTps;
use crate::record::wilayah::JenisWilayah;
use crate::value::daftar_desa::{Kecamatan, has_kecamatan, kecamatan_di};
use crate::value::slug::Slug;
use std::ops::Range;

/// The page in a region's folder.
const FILE: &str = "tps/index.html";
/// Polling places on a page: with the style sheet they fit into one round trip.
const PER_PAGE: u64 = 200;

/// The kecamatan of a kabupaten or kota, in order of their codes; none where its code is not on the list.
pub fn kecamatan_of(lingkup: &Lingkup) -> impl Iterator<Item = Kecamatan> + use<> {
    kecamatan_di(kode_of(lingkup))
}

/// The code of a kabupaten or kota; that of others is empty.
fn kode_of(lingkup: &Lingkup) -> &str {
    let region = lingkup.wilayah.as_ref().filter(|one| one.record.jenis != JenisWilayah::Provinsi);
    region.map_or("", |one| one.record.kode.as_str())
}

/// The page of a kabupaten or kota, where there is something to list.
pub fn page_of(lingkup: &Lingkup) -> Option<Address> {
    let is_there = lingkup.tps.is_some() || has_kecamatan(kode_of(lingkup));
    is_there.then(|| Address::of(lingkup, FILE))
}

/// Its polling places as a table.
pub fn table_of(lingkup: &Lingkup) -> Address {
    Address::of(lingkup, "tps/tps.csv")
}

/// Which kelurahan of a kecamatan stand on each of its pages, by their places; no page where no polling place is named.
pub fn pages_of(kecamatan: &KecamatanTps) -> Vec<Range<usize>> {
    let (mut pages, mut on_page): (Vec<Range<usize>>, u64) = (Vec::new(), 0);
    for (place, kelurahan) in kecamatan.kelurahan.iter().enumerate().filter(|_| kecamatan.tps > 0) {
        on_page += kelurahan.tps;
        if let Some(page) = pages.last_mut().filter(|_| on_page <= PER_PAGE) {
            page.end = place + 1;
        } else {
            pages.push(place..place + 1);
            on_page = kelurahan.tps;
        }
    }
    pages
}

/// A page of a kecamatan with its polling places, from 1.
pub fn kecamatan_page(lingkup: &Lingkup, nama: &str, page: usize) -> Address {
    let slug = Slug::of(nama);
    match page {
        1 => Address::leaf(lingkup, "tps", &slug),
        _ => Address::leaf(lingkup, "tps", &format!("{slug}-{page}")),
    }
}
