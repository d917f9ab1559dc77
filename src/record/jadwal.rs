//! `jadwal.yaml`: stages and dates.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::pemilihan::PemilihanKemudian;
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::jam::Jam;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The file: a list of stages.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Jadwal {
    /// Tahapan-tahapan.
    pub tahapan: Vec<Tahapan>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// A stage of the schedule.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tahapan {
    /// Kunci tahapan; tidak berubah lagi sesudah terbit, karena kalender orang memakainya.
    pub id: Id<Tahapan>,
    /// Nama tahapan seperti di peraturan.
    pub nama: Teks,
    /// Kelompok tahapan.
    pub kelompok: KelompokTahapan,
    /// Jenis tahapan.
    #[serde(default)]
    pub jenis: JenisTahapan,
    /// Hari pertama; boleh kosong jika peraturan tidak menyebutnya.
    pub mulai: Option<Tanggal>,
    /// Hari terakhir; boleh kosong jika peraturan tidak menyebutnya.
    pub selesai: Option<Tanggal>,
    /// Jam mulai di hari pertama.
    pub jam_mulai: Option<Jam>,
    /// Jam selesai di hari terakhir.
    pub jam_selesai: Option<Jam>,
    /// Bunyi aturannya, jika tanggalnya tidak tetap.
    pub ketentuan: Option<Teks>,
    /// Dasar hukum, misalnya PKPU 2/2024.
    pub dasar: Option<Teks>,
    /// Catatan, misalnya sumber yang menyebut tanggal lain.
    pub catatan: Option<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// The group a stage belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KelompokTahapan {
    /// Tahapan persiapan.
    Persiapan,
    /// Tahapan penyelenggaraan.
    Penyelenggaraan,
    /// Tanggal yang diturunkan dari aturan lain.
    Turunan,
}

/// The kind of a stage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JenisTahapan {
    /// Pendaftaran pasangan calon.
    Pendaftaran,
    /// Penetapan pasangan calon.
    Penetapan,
    /// Pengundian nomor urut.
    Pengundian,
    /// Kampanye.
    Kampanye,
    /// Masa tenang.
    MasaTenang,
    /// Pemungutan suara.
    PemungutanSuara,
    /// Rekapitulasi hasil.
    Rekapitulasi,
    /// Tahapan lain.
    #[default]
    Lainnya,
}

impl Tahapan {
    /// The day people vote again, as the record of a later vote says it.
    pub fn pemungutan_suara(vote: &PemilihanKemudian, day: Tanggal) -> Self {
        Self {
            id: Id::new(Slug::of("pemungutan-suara")),
            nama: vote.nama.clone(),
            kelompok: KelompokTahapan::Penyelenggaraan,
            jenis: JenisTahapan::PemungutanSuara,
            mulai: Some(day),
            selesai: Some(day),
            jam_mulai: vote.jam_mulai,
            jam_selesai: vote.jam_selesai,
            ketentuan: None,
            dasar: vote.dasar.clone(),
            catatan: None,
            sumber: vote.sumber.clone(),
            abaikan: Vec::new(),
        }
    }
}

impl Rujuk for Jadwal {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        for (i, tahapan) in self.tahapan.iter().enumerate() {
            each(format_args!("tahapan[{i}]."), &tahapan.sumber, say);
        }
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        self.tahapan.iter_mut().map(|tahapan| &mut tahapan.sumber).collect()
    }
}

/// A schedule says what is to come.
impl Due for Jadwal {
    fn due(&self, _: &FileName, _: &Days<'_>) -> Public<Self> {
        Public::Whole
    }
}
