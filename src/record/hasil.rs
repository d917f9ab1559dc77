//! `hasil.yaml`: the result of a contest.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::angka::Jumlah;
use crate::value::id::Id;
use crate::value::nomor_urut::NomorUrut;
use crate::value::peta::Peta;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The result of a contest.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hasil {
    /// Status hasil ini.
    pub status: StatusHasil,
    /// Hari hasil ini diumumkan atau ditetapkan.
    pub tanggal: Option<Tanggal>,
    /// Keputusan yang menetapkan, misalnya nomor keputusan KPU.
    pub keputusan: Option<Teks>,
    /// Suara menurut nomor urut.
    pub suara: Peta<NomorUrut, Jumlah>,
    /// Jumlah suara sah.
    pub sah: Option<Jumlah>,
    /// Jumlah suara tidak sah.
    pub tidak_sah: Option<Jumlah>,
    /// Pengguna hak pilih.
    pub pengguna_hak_pilih: Option<Jumlah>,
    /// Pemilih di Daftar Pemilih Tetap.
    pub dpt: Option<Jumlah>,
    /// Pasangan calon terpilih, sesudah ditetapkan; tidak diisi jika pemilihan diulang.
    pub terpilih: Option<Terpilih>,
    /// Hasil menurut bagian wilayah.
    #[serde(default)]
    pub bagian: Vec<BagianHasil>,
    /// Catatan untuk pembaca.
    pub catatan: Option<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// Who was elected, and the days of the determination (PKPU 2/2024).
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Terpilih {
    /// Nomor urut pasangan calon terpilih.
    pub nomor_urut: NomorUrut,
    /// Hari penetapan pasangan calon terpilih.
    pub tanggal: Option<Tanggal>,
    /// Keputusan yang menetapkannya.
    pub keputusan: Option<Teks>,
    /// Hari pemberitahuan register perkara Mahkamah Konstitusi diterima, jika tidak ada perselisihan.
    pub pemberitahuan_mk: Option<Tanggal>,
    /// Hari salinan putusan Mahkamah Konstitusi diterima, jika ada perselisihan.
    pub salinan_putusan: Option<Tanggal>,
    /// Hari pengesahan pengangkatannya diusulkan.
    pub pengusulan: Option<Tanggal>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
}

/// The result in a part of the region.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BagianHasil {
    /// Nama bagian, misalnya kecamatan.
    pub nama: Teks,
    /// Suara menurut nomor urut.
    pub suara: Peta<NomorUrut, Jumlah>,
    /// Jumlah suara sah.
    pub sah: Option<Jumlah>,
    /// Jumlah suara tidak sah.
    pub tidak_sah: Option<Jumlah>,
    /// Hanya untuk pemungutan suara ulang di sebagian TPS: dari pemungutan suara mana suara bagian ini.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asal: Option<AsalSuara>,
}

/// From which vote the votes of a part are, where only some TPS voted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AsalSuara {
    /// Suara pemungutan sebelumnya yang tidak dibatalkan.
    Tetap,
    /// Suara pemungutan ini.
    Ulang,
}

/// The standing of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusHasil {
    /// Hitungan sementara, masih bisa berubah.
    Sementara,
    /// Hasil rekapitulasi, belum ditetapkan.
    Rekapitulasi,
    /// Hasil yang disampaikan media, keputusannya belum ada di sini.
    DikutipMedia,
    /// Ditetapkan KPU.
    Ditetapkan,
    /// Ditetapkan sesudah putusan Mahkamah Konstitusi.
    DitetapkanSetelahPutusan,
}

impl Rujuk for Hasil {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
        if let Some(terpilih) = &self.terpilih {
            each(format_args!("terpilih."), &terpilih.sumber, say);
        }
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        let terpilih = self.terpilih.iter_mut().map(|terpilih| &mut terpilih.sumber);
        std::iter::once(&mut self.sumber).chain(terpilih).collect()
    }
}

/// From the day it was announced, or else from the vote on, and not before its sources; who was elected when that was determined.
impl Due for Hasil {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        let day = self.tanggal.or(days.pemungutan_suara);
        match days.from(day.max(days.first_source(&self.sumber))) {
            Public::Whole => days.part(self, |record, cut| {
                let determined = record.terpilih.as_ref().and_then(|terpilih| terpilih.tanggal);
                cut.maybe(&mut record.terpilih, determined);
                if let Some(terpilih) = &mut record.terpilih {
                    for step in
                        [&mut terpilih.pemberitahuan_mk, &mut terpilih.salinan_putusan, &mut terpilih.pengusulan]
                    {
                        let day = *step;
                        cut.maybe(step, day);
                    }
                }
            }),
            public => public,
        }
    }
}
