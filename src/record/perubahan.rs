//! `perubahan.yaml`: what each publication of the site changed, as readers are told.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say};
use crate::record::sumber::Sumber;
use crate::value::angka::Jumlah;
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::sidik::Sidik;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The file's path below the project's folder.
pub const FILE: &str = "content/perubahan.yaml";

/// The file: a list of publications.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaftarPerubahan {
    /// Penerbitan-penerbitan, yang baru di bawah; ditulis oleh `pilkada catat`.
    pub perubahan: Entries<Perubahan>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default)]
    pub abaikan: Vec<Abaikan>,
}

/// What a publication changed.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Perubahan {
    /// Hari penerbitan.
    pub tanggal: Tanggal,
    /// Sidik manifes situs yang terbit sebelumnya; penerbitan yang pertama tidak punya.
    pub sebelum: Option<Sidik>,
    /// Yang perlu diketahui pembaca, dengan kata sendiri.
    pub keterangan: Option<Teks>,
    /// Halaman-halaman yang isinya berubah.
    #[serde(default)]
    pub halaman: Vec<HalamanBerubah>,
    /// Banyaknya halaman lain yang isinya berubah dan tidak disebut satu per satu.
    pub lainnya: Option<Jumlah>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// A page whose facts a publication changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HalamanBerubah {
    /// Alamat halamannya, misalnya /jambi/kota-jambi/paslon/1.html.
    pub alamat: Teks,
    /// Judulnya.
    pub judul: Teks,
    /// Nama wilayahnya.
    pub wilayah: Option<Teks>,
    /// Yang terjadi dengannya.
    pub apa: JenisPerubahan,
}

/// What became of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JenisPerubahan {
    /// Sebelumnya belum ada.
    Baru,
    /// Isinya lain.
    Berubah,
    /// Tidak ada lagi.
    Dicabut,
}

impl Rujuk for DaftarPerubahan {
    fn rujuk<'r>(&'r self, _say: &mut Say<'_, 'r>) {}

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        Vec::new()
    }
}

/// Each publication from its day on.
impl Due for DaftarPerubahan {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.part(self, |record, cut| cut.entries(&mut record.perubahan, |one| Some(one.tanggal)))
    }
}
