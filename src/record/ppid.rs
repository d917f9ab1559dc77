//! `ppid` in `situs.yaml`: who answers requests for public information, what is open, and how to object.

use crate::value::tautan::Tautan;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The office's service of public information (Pejabat Pengelola Informasi dan Dokumentasi).
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ppid {
    /// Nama PPID, misalnya PPID KPU Kota Contoh.
    pub nama: Teks,
    /// Alamat tempat permohonan diterima.
    pub alamat: Option<Teks>,
    /// Telepon, surel atau kontak dinas lain.
    pub kontak: Option<Teks>,
    /// Hari dan jam layanan.
    pub layanan: Option<Teks>,
    /// Situs PPID.
    pub situs: Option<Tautan>,
    /// Formulir permohonan informasi.
    pub formulir: Option<Tautan>,
    /// Daftar informasi publik.
    #[serde(default)]
    pub informasi: Vec<InformasiPublik>,
    /// Kepada siapa dan bagaimana keberatan diajukan.
    pub keberatan: Option<Teks>,
}

/// An entry of the list of public information.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InformasiPublik {
    /// Apa informasinya.
    pub nama: Teks,
    /// Bagaimana informasi itu dibuka.
    pub jenis: JenisInformasi,
    /// Alamat informasinya, jika ada di web.
    pub tautan: Option<Tautan>,
    /// Keterangan, misalnya bentuk dokumennya atau di mana melihatnya.
    pub keterangan: Option<Teks>,
}

/// How information is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JenisInformasi {
    /// Diumumkan berkala.
    Berkala,
    /// Diumumkan serta-merta.
    SertaMerta,
    /// Tersedia setiap saat.
    SetiapSaat,
    /// Dikecualikan.
    Dikecualikan,
}
