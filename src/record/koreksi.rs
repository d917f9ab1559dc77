//! `koreksi.yaml`: corrections made after publication.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say};
use crate::record::sumber::Sumber;
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The file: a list of corrections.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaftarKoreksi {
    /// Koreksi-koreksi.
    pub koreksi: Entries<Koreksi>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// A correction made after publication.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Koreksi {
    /// Hari koreksi diterbitkan.
    pub tanggal: Tanggal,
    /// Alamat halaman yang dikoreksi, misalnya /jambi/kota-jambi/kesiapan.html.
    pub menyangkut: Teks,
    /// Bagian yang dikoreksi.
    pub bidang: Teks,
    /// Yang tertulis sebelumnya.
    pub sebelum: Option<Teks>,
    /// Yang tertulis sesudahnya.
    pub sesudah: Teks,
    /// Alasan koreksi.
    pub alasan: Teks,
    /// Seberapa penting koreksi ini.
    pub tingkat: TingkatKoreksi,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// How grave the mistake was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TingkatKoreksi {
    /// Salah ketik dan sejenisnya.
    Kecil,
    /// Fakta yang keliru.
    Penting,
    /// Bisa menyesatkan pemilih.
    Besar,
}

impl Rujuk for DaftarKoreksi {
    fn rujuk<'r>(&'r self, _say: &mut Say<'_, 'r>) {}

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        Vec::new()
    }
}

/// Each correction from its day on.
impl Due for DaftarKoreksi {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.part(self, |record, cut| cut.entries(&mut record.koreksi, |koreksi| Some(koreksi.tanggal)))
    }
}
