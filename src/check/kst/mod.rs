//! KST, kesetaraan: every pair is shown as fully and in the same words as the others.

mod berat_foto;
mod berita;
mod bobot;
mod catatan_partai;
mod isian;
mod klaim;
mod nama_sendiri;
mod panjang;
mod pujian;
mod slogan;
mod ukuran_foto;
mod walpri;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] = &[
    &isian::RULE,
    &panjang::RULE,
    &pujian::RULE,
    &ukuran_foto::RULE,
    &berat_foto::RULE,
    &catatan_partai::RULE,
    &walpri::RULE,
    &berita::RULE,
    &slogan::RULE,
    &klaim::RULE,
    &bobot::RULE,
    &nama_sendiri::RULE,
];
