//! `wilayah.yaml`: a region and its contest.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::angka::Jumlah;
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::kode_wilayah::KodeWilayah;
use crate::value::tanggal::Tanggal;
use crate::value::tautan::Tautan;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A region: province, kabupaten or kota.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wilayah {
    /// Kode wilayah Kemendagri, dalam tanda kutip: "33.75".
    pub kode: KodeWilayah,
    /// Nama wilayah, dengan Kabupaten atau Kota di depannya.
    pub nama: Teks,
    /// Jenis wilayah.
    pub jenis: JenisWilayah,
    /// KPU di wilayah ini.
    pub penyelenggara: Option<Penyelenggara>,
    /// Pejabat di wilayah ini.
    #[serde(default)]
    pub pejabat: Entries<Pejabat>,
    /// Pemilihan di wilayah ini.
    pub pemilihan: Pemilihan,
    /// Catatan untuk pembaca.
    pub catatan: Option<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// The kind of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JenisWilayah {
    /// Provinsi.
    Provinsi,
    /// Kabupaten.
    Kabupaten,
    /// Kota.
    Kota,
}

/// The KPU office of a region.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Penyelenggara {
    /// Nama lembaga.
    pub nama: Teks,
    /// Nama ketua.
    pub ketua: Option<Teks>,
    /// Ejaan lain nama ketua yang dipakai sumber.
    #[serde(default)]
    pub ketua_nama_lain: Vec<Teks>,
    /// Alamat kantor.
    pub alamat: Option<Teks>,
    /// Situs resmi.
    pub situs: Option<Tautan>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
}

/// An official of a region.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pejabat {
    /// Jabatan.
    pub jabatan: Teks,
    /// Sifat jabatan; kosongkan jika sumbernya tidak menyebut.
    pub sifat: Option<SifatJabatan>,
    /// Nama orang.
    pub nama: Teks,
    /// Ejaan atau bentuk lain nama ini di sumber.
    #[serde(default)]
    pub nama_lain: Vec<Teks>,
    /// Bukan orang ini: nama lain yang mudah tertukar.
    pub bukan: Option<Teks>,
    /// Hari keadaan ini diketahui.
    pub per_tanggal: Option<Tanggal>,
    /// Catatan, misalnya sumber yang menyebut sifat lain.
    pub catatan: Option<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

impl Pejabat {
    /// Whether a source says that he acts for another; where none says in what capacity he holds the office, nobody knows.
    pub fn is_sementara(&self) -> bool {
        self.sifat.is_some_and(|sifat| sifat != SifatJabatan::Definitif)
    }
}

/// In what capacity an office is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SifatJabatan {
    /// Pejabat definitif.
    Definitif,
    /// Penjabat.
    Pj,
    /// Penjabat sementara.
    Pjs,
    /// Pelaksana tugas.
    Plt,
    /// Pelaksana harian.
    Plh,
}

/// The contest of a region.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pemilihan {
    /// Ada pemilihan atau tidak.
    #[serde(default = "held")]
    pub ada: bool,
    /// Alasan, jika tidak ada pemilihan.
    pub alasan: Option<Teks>,
    /// Jumlah pasangan calon, tanpa kolom kosong.
    pub jumlah_paslon: Option<Jumlah>,
    /// Seluruh suara sah pemilu DPRD terakhir di wilayah ini, untuk syarat dukungan partai (PKPU 10/2024 pasal 11).
    pub suara_sah_sebelumnya: Option<Jumlah>,
    /// Pemilih di DPT pemilu atau pemilihan terakhir, untuk syarat dukungan (PKPU 10/2024 pasal 11, UU 10/2016 pasal 41).
    pub dpt_sebelumnya: Option<Jumlah>,
    /// Banyaknya kecamatan, atau kabupaten dan kota untuk gubernur, untuk syarat sebaran (UU 10/2016 pasal 41).
    pub jumlah_bagian: Option<Jumlah>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
}

fn held() -> bool {
    true
}

impl Rujuk for Wilayah {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
        each(format_args!("pemilihan."), &self.pemilihan.sumber, say);
        if let Some(penyelenggara) = &self.penyelenggara {
            each(format_args!("penyelenggara."), &penyelenggara.sumber, say);
        }
        for (i, pejabat) in self.pejabat.iter().enumerate() {
            each(format_args!("pejabat[{i}]."), &pejabat.sumber, say);
        }
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        let office = self.penyelenggara.iter_mut().map(|office| &mut office.sumber);
        let officials = self.pejabat.iter_mut().map(|pejabat| &mut pejabat.sumber);
        [&mut self.sumber, &mut self.pemilihan.sumber].into_iter().chain(office).chain(officials).collect()
    }
}

/// An office held from the day it is known for, and not before a source says it; how many pairs there are when they are
/// determined.
impl Due for Wilayah {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.part(self, |record, cut| {
            cut.entries(&mut record.pejabat, |pejabat| pejabat.per_tanggal.max(days.first_source(&pejabat.sumber)));
            cut.maybe(&mut record.pemilihan.jumlah_paslon, days.penetapan_pertama);
        })
    }
}
