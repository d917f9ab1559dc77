//! `berita/<tanggal>-<slug>.md`: news.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::leaf::Leaf;
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::jam::Jam;
use crate::value::nomor_urut::NomorUrut;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::teks::{Berkas, Teks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The front matter of a news article.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Berita {
    /// Judul.
    pub judul: Teks,
    /// Tanggal terbit; sama dengan tanggal di nama berkas.
    pub tanggal: Tanggal,
    /// Jam terbit.
    pub jam: Option<Jam>,
    /// Ringkasan satu atau dua kalimat.
    pub ringkasan: Option<Teks>,
    /// Penulis.
    pub penulis: Option<Teks>,
    /// Label.
    #[serde(default)]
    pub label: Vec<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Gambar utama.
    pub gambar: Option<Gambar>,
    /// Nomor urut pasangan calon yang dibicarakan.
    #[serde(default)]
    pub paslon: Vec<NomorUrut>,
    /// Kegiatan yang diberitakan: slug berkasnya di kegiatan/.
    pub kegiatan: Option<Slug>,
    /// Tulisan berbayar atau kerja sama.
    #[serde(default)]
    pub advertorial: bool,
    /// Belum boleh terbit.
    #[serde(default)]
    pub draf: bool,
    /// Tidak terbit sebelum hari ini.
    pub terbit: Option<Tanggal>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// A picture with its words.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gambar {
    /// Nama berkas gambar di samping catatan ini.
    pub berkas: Berkas,
    /// Apa yang terlihat di gambar, untuk orang yang tidak melihatnya.
    pub alt: Teks,
    /// Pembuat atau pemilik gambar.
    pub kredit: Option<Teks>,
}

impl Leaf for Berita {
    fn judul(&self) -> &str {
        &self.judul
    }

    fn ringkasan(&self) -> Option<&str> {
        self.ringkasan.as_deref()
    }

    fn diperbarui(&self) -> Option<Tanggal> {
        Some(self.tanggal)
    }

    fn gambar(&self) -> Vec<(String, &Berkas)> {
        self.gambar.iter().map(|gambar| ("gambar.berkas".to_owned(), &gambar.berkas)).collect()
    }
}

impl Rujuk for Berita {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        vec![&mut self.sumber]
    }
}

/// From its day on, or from the day it says it may be published; the numbers it speaks of when they are drawn.
impl Due for Berita {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        if self.draf {
            return Public::Nothing(None);
        }
        match days.from(self.terbit.max(Some(self.tanggal))) {
            Public::Whole if !self.paslon.is_empty() => {
                days.part(self, |record, cut| cut.list(&mut record.paslon, days.pengundian))
            }
            public => public,
        }
    }
}
