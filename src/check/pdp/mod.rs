//! PDP, pelindungan data pribadi: what of a person is not published.

use crate::check::rule::rules;

rules! {
    nik,
    kontak,
    lahir,
    jejak,
    berbagi,
    persetujuan,
    khusus,
    harta,
    pengamanan,
    daftar,
    tautan_pendek,
}
