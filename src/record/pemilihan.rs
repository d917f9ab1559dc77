//! `pemilihan/<slug>/pemilihan.yaml`: a vote that came after the simultaneous one.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::angka::Jumlah;
use crate::value::id::Id;
use crate::value::jam::Jam;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What `menggantikan` and `dari` call the vote of the whole country.
pub const SERENTAK: &str = "serentak";

/// A later vote of a region: its day, its reach, and what it takes the place of.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PemilihanKemudian {
    /// Jenis pemungutan suara ini.
    pub jenis: JenisKemudian,
    /// Nama seperti disebut pembaca, misalnya Pemungutan suara ulang.
    pub nama: Teks,
    /// Hari putusan atau keputusan yang memerintahkannya; sebelum hari itu situs tidak menyebutnya.
    pub tanggal: Option<Tanggal>,
    /// Hari pemungutan suara; boleh kosong selama harinya belum ditetapkan.
    pub pemungutan_suara: Option<Tanggal>,
    /// Jam TPS dibuka, jika lain dari pemungutan suara serentak.
    pub jam_mulai: Option<Jam>,
    /// Jam TPS ditutup, jika lain dari pemungutan suara serentak.
    pub jam_selesai: Option<Jam>,
    /// Pemungutan suara yang hasilnya digantikan: serentak, atau nama folder pemilihan lain di wilayah ini.
    pub menggantikan: Slug,
    /// Di mana pemilih memilih lagi: seluruh, atau sebagian dengan uraiannya.
    pub cakupan: Cakupan,
    /// Keadaan.
    pub keadaan: KeadaanKemudian,
    /// Putusan atau aturan yang menjadi dasarnya, misalnya Putusan MK atau pasal undang-undang.
    pub dasar: Option<Teks>,
    /// Catatan untuk pembaca, misalnya yang berbeda di antara sumber.
    pub catatan: Option<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// The kind of a later vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JenisKemudian {
    /// Pemungutan suara ulang: hasil sebelumnya dibatalkan.
    Psu,
    /// Pemilihan ulang: pencalonan dimulai lagi, misalnya sesudah kolom kosong unggul.
    Ulang,
    /// Pemilihan susulan: tahapannya tidak dapat dilaksanakan sama sekali pada waktunya.
    Susulan,
    /// Pemilihan lanjutan: dimulai lagi dari tahapan yang terhenti.
    Lanjutan,
}

/// The standing of a later vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeadaanKemudian {
    /// Dijadwalkan.
    Dijadwalkan,
    /// Ditunda.
    Ditunda,
    /// Terlaksana.
    Terlaksana,
    /// Dibatalkan; hasil yang digantikannya berlaku lagi.
    Dibatalkan,
}

/// Where people vote again.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Cakupan {
    /// At every TPS of the region.
    Seluruh(Seluruh),
    /// At some of them.
    Sebagian(Sebagian),
}

/// Every TPS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Seluruh {
    /// Semua TPS di wilayah ini.
    Seluruh,
}

/// Some TPS.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sebagian {
    /// TPS mana, dalam kata: 12 TPS di Kecamatan Contoh.
    pub uraian: Teks,
    /// Berapa TPS.
    pub tps: Option<Jumlah>,
}

impl PemilihanKemudian {
    /// Whether all of a region votes again: then nothing of the vote before it counts any more.
    pub fn is_seluruh(&self) -> bool {
        matches!(self.cakupan, Cakupan::Seluruh(_))
    }

    /// Where people vote again, where it is not everywhere.
    pub fn sebagian(&self) -> Option<&Sebagian> {
        match &self.cakupan {
            Cakupan::Seluruh(_) => None,
            Cakupan::Sebagian(sebagian) => Some(sebagian),
        }
    }
}

impl Rujuk for PemilihanKemudian {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        vec![&mut self.sumber]
    }
}

/// A later vote is known from a day on with all that lies in its folder, so its whole scope waits (`model::later`).
impl Due for PemilihanKemudian {
    fn due(&self, _: &FileName, _: &Days<'_>) -> Public<Self> {
        Public::Whole
    }
}
