//! `halaman/<slug>.md`: fixed pages.

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

/// The front matter of a fixed page.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Halaman {
    /// Judul halaman.
    pub judul: Teks,
    /// Ringkasan satu kalimat.
    pub ringkasan: Option<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

impl Leaf for Halaman {
    fn judul(&self) -> &str {
        &self.judul
    }

    fn ringkasan(&self) -> Option<&str> {
        self.ringkasan.as_deref()
    }

    fn diperbarui(&self) -> Option<Tanggal> {
        None
    }

    fn gambar(&self) -> Vec<(String, &Berkas)> {
        Vec::new()
    }
}

impl Rujuk for Halaman {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        vec![&mut self.sumber]
    }
}

/// A fixed page has no day.
impl Due for Halaman {
    fn due(&self, _: &FileName, _: &Days<'_>) -> Public<Self> {
        Public::Whole
    }
}
