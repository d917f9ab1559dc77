//! AKS, aksesibilitas: articles and their pictures can be used by everybody, read out or seen.

use crate::check::rule::rules;

rules! {
    alt,
    kata_gambar,
    tingkat_judul,
    kata_tautan,
    kepala_tabel,
    huruf_besar,
    gambar_bergerak,
}
