//! FKT, fakta: figures have their source and their day, and do not contradict themselves or each other.

use crate::check::rule::rules;

/// After so many days a figure that changes is told of as old.
pub(super) const STALE: u64 = usang::DAYS;

rules! {
    sumber,
    per_tanggal,
    persen,
    bagian,
    berselisih,
    peringkat,
    isi,
    bilangan_bulat,
    saling_sebut,
    tanggal_sumber,
    dpt_bagian,
    persentase [WRONG_SHARES],
    usang,
    penulisan_angka [FOREIGN],
    bagian_ganda,
    penerbit,
    asal_sumber,
    sumber_paslon,
    sumber_kemudian,
    sesudah_pemungutan,
    advertorial,
    sumber_terakhir,
    koreksi,
    jumlah_tps,
    sumber_tps,
    persetujuan,
}
