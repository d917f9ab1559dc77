//! PDP, pelindungan data pribadi: what of a person is not published.

mod berbagi;
mod daftar;
mod harta;
mod jejak;
mod khusus;
mod kontak;
mod lahir;
mod nik;
mod pengamanan;
mod persetujuan;
mod tautan_pendek;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] = &[
    &nik::RULE,
    &kontak::RULE,
    &lahir::RULE,
    &jejak::RULE,
    &berbagi::RULE,
    &persetujuan::RULE,
    &khusus::RULE,
    &harta::RULE,
    &pengamanan::RULE,
    &daftar::RULE,
    &tautan_pendek::RULE,
];
