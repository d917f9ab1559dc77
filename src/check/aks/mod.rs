//! AKS, aksesibilitas: articles and their pictures can be used by everybody, read out or seen.

use crate::check::rule::rules;

rules! {
    alt [SILENT],
    kata_gambar [EMPTY_WORDS],
    tingkat_judul [SKIPS],
    kata_tautan [EMPTY_LINKS],
    kepala_tabel [BARE_TABLES],
    huruf_besar [SHOUTED],
    gambar_bergerak,
}
