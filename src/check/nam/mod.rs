//! NAM, nama: names of people and of regions are written as they are everywhere else.

mod ejaan;
mod kabupaten_kota;
mod kode;
mod nama_sama;
mod nama_wilayah;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] =
    &[&ejaan::RULE, &nama_sama::RULE, &kabupaten_kota::RULE, &kode::RULE, &nama_wilayah::RULE];
