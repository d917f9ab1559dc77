//! RUJ, rujukan: what one file says of another is there. The other codes of the family come from linking the files (`report::kode`).

use crate::check::rule::rules;

rules! {
    pengundian,
    hasil,
    terjemahan,
    nama_tps,
    nomor_tps,
    tps_provinsi,
    persetujuan,
}
