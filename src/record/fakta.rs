//! `fakta/<slug>.yaml`: figures, each with its date, its speaker and its source.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::record::ukuran::Ukuran;
use crate::value::angka::{Angka, Jumlah};
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::kunci::Kunci;
use crate::value::peta::Peta;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The file: figures that share a date, a speaker and a source.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LembarFakta {
    /// Judul kelompok angka ini.
    pub judul: Option<Teks>,
    /// Hari keadaan itu berlaku.
    pub per_tanggal: Option<Tanggal>,
    /// Orang yang menyampaikan.
    pub penyampai: Option<Penyampai>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Angka-angkanya.
    pub fakta: Entries<Fakta>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// Who said it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Penyampai {
    /// Nama orang.
    pub nama: Teks,
    /// Jabatannya.
    pub jabatan: Option<Teks>,
}

/// A figure with its date, speaker and source.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fakta {
    /// Kunci angka ini, supaya angka lain bisa menyebutnya di `bertentangan_dengan`.
    pub id: Option<Id<Fakta>>,
    /// Apa yang diukur.
    pub ukuran: Ukuran,
    /// Angkanya.
    pub nilai: Option<Angka>,
    /// Keseluruhan, jika angkanya bagian dari sesuatu: 13 dari 16.
    pub dari: Option<Angka>,
    /// Angka pembanding, misalnya capaian Pemilu sebelumnya.
    pub pembanding: Option<Angka>,
    /// Apa yang dibandingkan, dalam kata.
    pub keterangan_pembanding: Option<Teks>,
    /// Kata yang menyertai angka di sumbernya.
    pub kualifikasi: Option<Kualifikasi>,
    /// Hari target itu harus tercapai.
    pub target_selesai: Option<Tanggal>,
    /// Bagian-bagian dari angka ini.
    #[serde(default)]
    pub rincian: Peta<Kunci, Angka>,
    /// Diketahui ada atau tidak ada, tanpa dihitung.
    pub ada: Option<bool>,
    /// Kategori, untuk indeks.
    pub kategori: Option<Kategori>,
    /// Peringkat, untuk indeks.
    pub peringkat: Option<Jumlah>,
    /// Peringkat itu di antara siapa.
    pub cakupan: Option<Cakupan>,
    /// Peringkat itu dihitung dari ujung mana.
    pub arah: Option<Arah>,
    /// Berlaku untuk setiap pasangan calon, bukan jumlah keseluruhan.
    #[serde(default)]
    pub per_paslon: bool,
    /// Status angka ini.
    pub status: Option<StatusFakta>,
    /// Kunci angka lain yang menyatakan hal berbeda.
    #[serde(default)]
    pub bertentangan_dengan: Vec<Id<Fakta>>,
    /// Hari keadaan itu berlaku; jika tidak ditulis, ikut berkasnya.
    pub per_tanggal: Option<Tanggal>,
    /// Orang yang menyampaikan; jika tidak ditulis, ikut berkasnya.
    pub penyampai: Option<Penyampai>,
    /// Sumber; jika tidak ditulis, ikut berkasnya.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Catatan untuk pembaca.
    pub catatan: Option<Teks>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// A word that qualifies a figure in its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kualifikasi {
    /// Hampir sebesar angka ini.
    Hampir,
    /// Kira-kira sebesar angka ini.
    Sekitar,
    /// Lebih dari angka ini.
    LebihDari,
    /// Kurang dari angka ini.
    KurangDari,
}

/// The category of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kategori {
    /// Rendah.
    Rendah,
    /// Sedang.
    Sedang,
    /// Tinggi.
    Tinggi,
}

/// Among whom a rank is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cakupan {
    /// Di antara semua daerah di Indonesia.
    Nasional,
    /// Di antara daerah dalam satu provinsi.
    Provinsi,
}

/// From which end a rank is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Arah {
    /// Peringkat 1 adalah yang terendah.
    DariTerendah,
    /// Peringkat 1 adalah yang tertinggi.
    DariTertinggi,
    /// Sumber tidak menyebutkan arahnya.
    TidakDisebut,
}

/// The standing of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusFakta {
    /// Ditetapkan atau diumumkan lembaga yang berwenang.
    Resmi,
    /// Ucapan pejabat yang dikutip media.
    DikutipMedia,
    /// Pernyataan satu pihak tanpa ukuran yang bisa diperiksa.
    Klaim,
    /// Ada sumber lain yang menyatakan berbeda.
    Berselisih,
    /// Sudah dikoreksi.
    Dikoreksi,
}

impl Rujuk for LembarFakta {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
        for (i, fakta) in self.fakta.iter().enumerate() {
            each(format_args!("fakta[{i}]."), &fakta.sumber, say);
        }
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        let figures = self.fakta.iter_mut().map(|fakta| &mut fakta.sumber);
        std::iter::once(&mut self.sumber).chain(figures).collect()
    }
}

/// Each figure from its day on, and not before a source says it.
impl Due for LembarFakta {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.part(self, |record, cut| {
            cut.entries(&mut record.fakta, |fakta| fakta.day(self.per_tanggal, &self.sumber, days));
        })
    }
}

impl Fakta {
    /// From what day on the figure is public, with the day and the sources of what it stands in.
    pub(super) fn day(&self, day: Option<Tanggal>, sources: &[Id<Sumber>], days: &Days<'_>) -> Option<Tanggal> {
        let sources = if self.sumber.is_empty() { sources } else { &self.sumber };
        self.per_tanggal.or(day).max(days.first_source(sources))
    }
}
