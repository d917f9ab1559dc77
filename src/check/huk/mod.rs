//! HUK, hukum: what electoral law says of pairs, draws, campaigns, votes and results.

use crate::check::rule::rules;

/// After so many days somebody should have written when people vote again.
pub(super) const UNANSWERED: u64 = kolom_kosong_unggul::DAYS;

rules! {
    orang,
    nomor_urut,
    nomor_tetap,
    hari_pengundian,
    umur,
    bukti_usia,
    kolom_kosong,
    kotak_kosong [WRONG_TERM],
    lebih_dari_separuh,
    suara_terbanyak,
    dukungan_partai,
    dukungan_perseorangan,
    partai,
    masa_kampanye,
    masa_tenang,
    survei [SURVEYS],
    pemungutan_suara,
    debat,
    rapat_umum,
    pemilih_per_tps,
    surat_suara,
    hasil,
    pejabat,
    netralitas,
    pengumuman_terpidana,
    lhkpn,
    tenggat,
    jumlah_paslon,
    dasar_kemudian,
    hari_kemudian,
    daftar_kemudian,
    kolom_kosong_unggul,
    asal_suara,
    hitung_cepat [COUNTS, REMARKS],
    iklan_media,
    nama_daftar [ABBREVIATION],
    penggantian,
    ppid,
}
