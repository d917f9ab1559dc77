//! PDP, pelindungan data pribadi: what of a person is not published.

use crate::check::rule::rules;

rules! {
    nik [NUMBERS],
    kontak [TELEPHONES, MAIL, HOUSES],
    lahir [BIRTHDAYS],
    jejak,
    berbagi [LINKS],
    persetujuan,
    khusus [TOLD_RELIGIONS, TOLD_ILLNESSES, TOLD_FAMILIES],
    harta [AMOUNTS],
    pengamanan [SECRETS],
    daftar [LISTS],
    tautan_pendek [LINKS],
}
