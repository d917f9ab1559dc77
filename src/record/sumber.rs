//! `sumber.yaml`: where things were said or decided.

use crate::record::abaikan::Abaikan;
use crate::value::tanggal::Tanggal;
use crate::value::tautan::Tautan;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where something was said or decided.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sumber {
    /// Jenis sumber.
    pub jenis: JenisSumber,
    /// Judul dokumen atau tulisan.
    pub judul: Teks,
    /// Judul pendek yang dipakai di samping yang bersandar padanya, misalnya UU 1/2015 atau PKPU 17/2024.
    pub singkat: Option<Teks>,
    /// Lembaga atau media yang menerbitkan.
    pub penerbit: Option<Teks>,
    /// Nama penulis, jika disebut.
    pub penulis: Option<Teks>,
    /// Tanggal terbit; kosongkan jika tidak diketahui.
    pub tanggal: Option<Tanggal>,
    /// Alamat di web.
    pub tautan: Option<Tautan>,
    /// Tanggal sumber ini terakhir dibuka.
    pub diakses: Option<Tanggal>,
    /// Catatan tentang sumber ini, misalnya bagian yang dipakai.
    pub catatan: Option<Teks>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

impl Sumber {
    /// How one line beside what rests on it names the source: by its short title; else what the press says by who printed it,
    /// and a document by its title, for of one office there are many.
    pub fn sebutan(&self) -> &Teks {
        let of_press = self.penerbit.as_ref().filter(|_| self.jenis.is_known_by_publisher());
        self.singkat.as_ref().or(of_press).unwrap_or(&self.judul)
    }
}

impl JenisSumber {
    /// Whether it is of the press, which is known by its day: laws and data are known by their number or edition.
    pub fn is_press(self) -> bool {
        match self {
            Self::Berita | Self::Advertorial | Self::SiaranPers => true,
            Self::UndangUndang
            | Self::Pkpu
            | Self::KeputusanKpu
            | Self::BeritaAcara
            | Self::DataKpu
            | Self::LembagaLain => false,
        }
    }

    fn is_known_by_publisher(self) -> bool {
        self.is_press() || self == Self::LembagaLain
    }
}

/// The kind of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JenisSumber {
    /// Undang-undang atau putusan Mahkamah Konstitusi.
    UndangUndang,
    /// Peraturan KPU.
    Pkpu,
    /// Keputusan KPU.
    KeputusanKpu,
    /// Berita acara.
    BeritaAcara,
    /// Data KPU.
    DataKpu,
    /// Siaran pers.
    SiaranPers,
    /// Lembaga lain, misalnya Bawaslu atau pemerintah daerah.
    LembagaLain,
    /// Berita media.
    Berita,
    /// Tulisan berbayar atau kerja sama.
    Advertorial,
}
