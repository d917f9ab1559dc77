//! KST, kesetaraan: every pair is shown as fully and in the same words as the others.

use crate::check::rule::rules;

rules! {
    isian,
    panjang,
    pujian [PRAISING],
    ukuran_foto,
    berat_foto,
    catatan_partai,
    walpri,
    berita,
    slogan,
    klaim,
    bobot,
    nama_sendiri,
    latar_foto,
}
