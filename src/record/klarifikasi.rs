//! `klarifikasi/<tanggal>-<slug>.md`: rumours, and what is true.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::leaf::Leaf;
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::tanggal::Tanggal;
use crate::value::teks::{Berkas, Teks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The front matter of a clarification.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Klarifikasi {
    /// Judul.
    pub judul: Teks,
    /// Tanggal terbit; sama dengan tanggal di nama berkas.
    pub tanggal: Tanggal,
    /// Kabar yang beredar, dalam satu kalimat.
    pub kabar: Teks,
    /// Hasil pemeriksaan.
    pub putusan: Putusan,
    /// Yang benar, dalam satu atau dua kalimat.
    pub ringkasan: Teks,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// What the check of a rumour found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Putusan {
    /// Kabar itu benar.
    Benar,
    /// Sebagian benar.
    SebagianBenar,
    /// Menyesatkan.
    Menyesatkan,
    /// Kabar itu salah.
    Salah,
    /// Belum bisa dibuktikan.
    BelumTerbukti,
}

impl Leaf for Klarifikasi {
    fn judul(&self) -> &str {
        &self.judul
    }

    fn ringkasan(&self) -> Option<&str> {
        Some(&self.ringkasan)
    }

    fn diperbarui(&self) -> Option<Tanggal> {
        Some(self.tanggal)
    }

    fn gambar(&self) -> Vec<(String, &Berkas)> {
        Vec::new()
    }
}

impl Rujuk for Klarifikasi {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        vec![&mut self.sumber]
    }
}

/// From its day on.
impl Due for Klarifikasi {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.from(Some(self.tanggal))
    }
}
