//! `situs.yaml`: the site itself.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::ppid::Ppid;
use crate::record::rujukan::{Rujuk, Say};
use crate::record::sumber::Sumber;
use crate::record::versi::{FIRST, VERSI};
use crate::value::angka::Jumlah;
use crate::value::id::Id;
use crate::value::kode_aturan::KodeAturan;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::kunci_publik::KunciPublik;
use crate::value::peta::Peta;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::tautan::{Pangkal, Tautan};
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The site, its publisher and its settings.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Situs {
    /// Versi format isi ini; kalau tidak ditulis, 1. `pilkada migrate` menulisnya.
    #[schemars(extend("minimum" = FIRST, "maximum" = VERSI))]
    pub versi: Option<Jumlah>,
    /// Nama situs, tampil di kepala setiap halaman.
    pub nama: Teks,
    /// Alamat dasar situs, misalnya `https://contoh.go.id/pilkada/`.
    pub alamat: Pangkal,
    /// Lembaga yang menerbitkan situs ini.
    pub penyelenggara: Penerbit,
    /// Hari pemungutan suara.
    pub pemungutan_suara: Tanggal,
    /// Bahasa situs, misalnya `[id, en]`: setiap halaman terbit dalam semua bahasa ini. Yang pertama adalah bahasa utama. Bahasa
    /// yang bisa dipakai adalah yang kata-katanya ada di folder `bahasa/` milik tema.
    #[serde(default = "indonesian")]
    pub bahasa: Vec<KodeBahasa>,
    /// Nama tema, yaitu nama folder di themes/.
    #[serde(default = "built_in")]
    pub tema: Slug,
    /// Wilayah yang menjadi halaman depan, misalnya jawa-tengah/kota-pekalongan.
    pub beranda: Option<Teks>,
    /// Lisensi data yang diterbitkan, misalnya CC-BY-4.0.
    pub lisensi_data: Option<Teks>,
    /// Layanan resmi untuk memeriksa apakah nama seseorang ada di daftar pemilih.
    pub cek_pemilih: Option<CekPemilih>,
    /// Situs resmi KPU: `true` atau `false`. Kalau tidak ditulis, situs di bawah kpu.go.id adalah situs resmi.
    pub resmi: Option<bool>,
    /// Layanan informasi publik (PPID): kontak, daftar informasi, cara mengajukan keberatan. Terbit di ppid.html.
    pub ppid: Option<Ppid>,
    /// Kunci publik yang dipakai menandatangani situs ini, dari pilkada kunci. Terbit di periksa.html.
    pub kunci_publik: Option<KunciPublik>,
    /// Alamat untuk melaporkan kesalahan di halaman.
    pub lapor: Option<Tautan>,
    /// Perubahan tingkat aturan pemeriksaan, dengan alasan yang diterbitkan.
    #[serde(default)]
    pub aturan: Peta<KodeAturan, Aturan>,
    /// Keterangan singkat tentang isi situs, tampil di halaman depan.
    pub keterangan: Option<Teks>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// Who publishes the site.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Penerbit {
    /// Nama lembaga.
    pub nama: Teks,
    /// Alamat kantor.
    pub alamat: Option<Teks>,
    /// Cara menghubungi: alamat web atau kontak dinas.
    pub kontak: Option<Teks>,
}

/// Where a voter finds out whether his name is on the list.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CekPemilih {
    /// Nama layanan.
    pub nama: Teks,
    /// Alamat layanan, jika ada di web.
    pub tautan: Option<Tautan>,
    /// Cara memeriksa nama, dalam kalimat.
    pub keterangan: Option<Teks>,
}

/// A change of a rule's level.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aturan {
    /// Tingkat baru: galat, peringatan atau saran.
    pub tingkat: Tingkat,
    /// Alasan perubahan; diterbitkan di situs.
    pub alasan: Teks,
}

/// The level of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tingkat {
    /// Situs tidak diterbitkan.
    Galat,
    /// Perlu dilihat orang.
    Peringatan,
    /// Bisa lebih baik.
    Saran,
}

fn indonesian() -> Vec<KodeBahasa> {
    vec![KodeBahasa::indonesia()]
}

fn built_in() -> Slug {
    Slug::of("bawaan")
}

/// The domain of KPU's own sites.
const KPU: &str = "kpu.go.id";

impl Situs {
    /// The language of the addresses without a code, which is the first.
    pub fn bahasa_utama(&self) -> KodeBahasa {
        self.bahasa.first().cloned().unwrap_or_else(KodeBahasa::indonesia)
    }

    /// The other languages, each once.
    pub fn bahasa_lain(&self) -> Vec<KodeBahasa> {
        let mut others: Vec<KodeBahasa> = Vec::new();
        for code in self.bahasa.iter().skip(1) {
            if *code != self.bahasa_utama() && !others.contains(code) {
                others.push(code.clone());
            }
        }
        others
    }

    /// Whether an office of KPU publishes it as its own: as the record says, or else by its address.
    pub fn is_resmi(&self) -> bool {
        let host = self.alamat.split('/').nth(2).unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
        self.resmi.unwrap_or_else(|| host.strip_suffix(KPU).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
    }
}

impl Rujuk for Situs {
    fn rujuk<'r>(&'r self, _say: &mut Say<'_, 'r>) {}

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        Vec::new()
    }
}

/// The site's own record has no day.
impl Due for Situs {
    fn due(&self, _: &FileName, _: &Days<'_>) -> Public<Self> {
        Public::Whole
    }
}
