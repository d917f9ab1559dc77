//! Where the page of kecamatan, kelurahan, desa and polling places lies.

use crate::model::Lingkup;
use crate::page::frame::address::Address;
use crate::record::wilayah::JenisWilayah;
use crate::value::daftar_desa::{Kecamatan, kecamatan_di};

/// The page in a region's folder.
const FILE: &str = "tps/index.html";

/// The kecamatan of a kabupaten or kota, in order of their codes; none where its code is not on the list.
pub fn kecamatan_of(lingkup: &Lingkup) -> impl Iterator<Item = Kecamatan> + use<> {
    let region = lingkup.wilayah.as_ref().filter(|one| one.record.jenis != JenisWilayah::Provinsi);
    kecamatan_di(region.map_or("", |one| one.record.kode.as_str()))
}

/// The page of a kabupaten or kota, where there is something to list.
pub fn page_of(lingkup: &Lingkup) -> Option<Address> {
    kecamatan_of(lingkup).next().map(|_| Address::of(lingkup, FILE))
}
