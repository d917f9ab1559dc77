//! HUK, hukum: what electoral law says of pairs, draws, campaigns, votes and results.

mod bukti_usia;
mod debat;
mod dukungan_partai;
mod dukungan_perseorangan;
mod hari_pengundian;
mod hasil;
mod jumlah_paslon;
mod kolom_kosong;
mod kotak_kosong;
mod lebih_dari_separuh;
mod lhkpn;
mod masa_kampanye;
mod masa_tenang;
mod netralitas;
mod nomor_tetap;
mod nomor_urut;
mod orang;
mod partai;
mod pejabat;
mod pemilih_per_tps;
mod pemungutan_suara;
mod pengumuman_terpidana;
mod rapat_umum;
mod suara_terbanyak;
mod surat_suara;
mod survei;
mod tenggat;
mod umur;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] = &[
    &orang::RULE,
    &nomor_urut::RULE,
    &nomor_tetap::RULE,
    &hari_pengundian::RULE,
    &umur::RULE,
    &bukti_usia::RULE,
    &kolom_kosong::RULE,
    &kotak_kosong::RULE,
    &lebih_dari_separuh::RULE,
    &suara_terbanyak::RULE,
    &dukungan_partai::RULE,
    &dukungan_perseorangan::RULE,
    &partai::RULE,
    &masa_kampanye::RULE,
    &masa_tenang::RULE,
    &survei::RULE,
    &pemungutan_suara::RULE,
    &debat::RULE,
    &rapat_umum::RULE,
    &pemilih_per_tps::RULE,
    &surat_suara::RULE,
    &hasil::RULE,
    &pejabat::RULE,
    &netralitas::RULE,
    &pengumuman_terpidana::RULE,
    &lhkpn::RULE,
    &tenggat::RULE,
    &jumlah_paslon::RULE,
];
