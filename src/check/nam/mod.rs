//! NAM, nama: names of people and of regions are written as they are everywhere else.

use crate::check::rule::rules;

rules! {
    ejaan,
    nama_sama,
    kabupaten_kota [OF_KABUPATEN, OF_KOTA],
    kode,
    nama_wilayah,
    label,
    dua_pemilihan,
    nama_tampil,
    gelar_menempel,
}
