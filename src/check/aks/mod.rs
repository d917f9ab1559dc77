//! AKS, aksesibilitas: articles and their pictures can be used by everybody, read out or seen.

mod alt;
mod huruf_besar;
mod kata_gambar;
mod kata_tautan;
mod kepala_tabel;
mod tingkat_judul;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] = &[
    &alt::RULE,
    &kata_gambar::RULE,
    &tingkat_judul::RULE,
    &kata_tautan::RULE,
    &kepala_tabel::RULE,
    &huruf_besar::RULE,
];
