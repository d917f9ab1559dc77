//! `kegiatan/<tanggal>-<slug>.yaml`: meetings, plenaries, debates.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::fakta::Fakta;
use crate::record::leaf::Leaf;
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::jam::Jam;
use crate::value::nomor_urut::NomorUrut;
use crate::value::tanggal::Tanggal;
use crate::value::teks::{Berkas, Teks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A meeting, a plenary, a debate.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kegiatan {
    /// Nama kegiatan.
    pub judul: Teks,
    /// Jenis kegiatan.
    pub jenis: JenisKegiatan,
    /// Hari kegiatan; kosong jika sumber tidak menyebutnya.
    pub tanggal: Option<Tanggal>,
    /// Jam mulai.
    pub mulai: Option<Jam>,
    /// Jam selesai.
    pub selesai: Option<Jam>,
    /// Waktu dalam kata, jika jamnya tidak disebut: pagi, siang, sore, malam.
    pub waktu: Option<Teks>,
    /// Tempat.
    pub tempat: Option<Teks>,
    /// Yang mengadakan.
    #[serde(default)]
    pub pelaksana: Vec<Teks>,
    /// Yang hadir.
    #[serde(default)]
    pub hadir: Vec<Hadir>,
    /// Nomor urut pasangan calon yang diundang ke debat, atau yang mengadakan kampanye.
    #[serde(default)]
    pub paslon: Vec<NomorUrut>,
    /// Uraian singkat.
    pub uraian: Option<Teks>,
    /// Hal-hal yang dibahas.
    #[serde(default)]
    pub bahasan: Vec<Teks>,
    /// Angka yang disampaikan; tanggal dan sumbernya ikut kegiatan ini.
    #[serde(default)]
    pub fakta: Entries<Fakta>,
    /// Pernyataan yang disampaikan.
    #[serde(default)]
    pub pernyataan: Vec<Pernyataan>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// Somebody who attended.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hadir {
    /// Nama orang; kosong jika sumber hanya menyebut jabatan atau kelompok.
    pub nama: Option<Teks>,
    /// Jabatan, lembaga atau kelompok.
    pub jabatan: Option<Teks>,
    /// Bukan orang ini: nama lain yang mudah tertukar.
    pub bukan: Option<Teks>,
}

/// Something that was said.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pernyataan {
    /// Siapa yang menyampaikan.
    pub oleh: Teks,
    /// Jabatannya.
    pub jabatan: Option<Teks>,
    /// Jenis pernyataan.
    pub jenis: JenisPernyataan,
    /// Isinya, dalam kalimat sendiri.
    pub isi: Teks,
}

/// The kind of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JenisKegiatan {
    /// Rapat pleno.
    RapatPleno,
    /// Rapat koordinasi.
    Rakor,
    /// Sosialisasi.
    Sosialisasi,
    /// Pemeriksaan, misalnya ke gudang logistik.
    Pemeriksaan,
    /// Debat.
    Debat,
    /// Rapat umum, yaitu kampanye terbuka.
    RapatUmum,
    /// Kampanye pasangan calon dengan cara lain.
    Kampanye,
    /// Deklarasi.
    Deklarasi,
    /// Kegiatan lain.
    Lainnya,
}

/// The kind of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JenisPernyataan {
    /// Tentang netralitas.
    Netralitas,
    /// Imbauan.
    Imbauan,
    /// Komitmen.
    Komitmen,
    /// Peringatan tentang risiko.
    Peringatan,
    /// Harapan.
    Harapan,
    /// Laporan keadaan.
    Laporan,
}

impl Leaf for Kegiatan {
    fn judul(&self) -> &str {
        &self.judul
    }

    fn ringkasan(&self) -> Option<&str> {
        self.uraian.as_deref()
    }

    fn diperbarui(&self) -> Option<Tanggal> {
        None
    }

    fn gambar(&self) -> Vec<(String, &Berkas)> {
        Vec::new()
    }
}

impl Rujuk for Kegiatan {
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

/// Announced before its day: what is said and shown there is told from then on. One whose day nobody says is known from the day of
/// the report.
impl Due for Kegiatan {
    fn due(&self, name: &FileName, days: &Days<'_>) -> Public<Self> {
        if let Some(day) = days.ahead(name.tanggal).filter(|_| self.tanggal.is_none()) {
            return Public::Nothing(Some(day));
        }
        days.part(self, |record, cut| {
            let day = record.tanggal;
            cut.list(&mut record.hadir, day);
            cut.maybe(&mut record.uraian, day);
            cut.list(&mut record.bahasan, day);
            cut.list(&mut record.pernyataan, day);
            cut.entries(&mut record.fakta, |fakta| fakta.day(day, &self.sumber, days).max(day));
            cut.list(&mut record.paslon, days.pengundian);
        })
    }
}
