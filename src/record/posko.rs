//! `posko/<slug>.md`: a made-up type of record, to show that one needs a file, a row and a template.

use crate::record::due::{Days, Due, FileName, Public};
use crate::record::leaf::Leaf;
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::tanggal::Tanggal;
use crate::value::teks::{Berkas, Teks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A desk at which questions are answered.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Posko {
    /// Nama posko.
    pub judul: Teks,
    /// Hari catatan ini terakhir diperbarui.
    pub diperbarui: Option<Tanggal>,
    /// Foto posko.
    pub foto: Option<Berkas>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
}

impl Rujuk for Posko {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        vec![&mut self.sumber]
    }
}

/// From the day it was last changed.
impl Due for Posko {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.from(self.diperbarui)
    }
}

impl Leaf for Posko {
    fn judul(&self) -> &str {
        &self.judul
    }

    fn ringkasan(&self) -> Option<&str> {
        None
    }

    fn diperbarui(&self) -> Option<Tanggal> {
        self.diperbarui
    }

    fn gambar(&self) -> Vec<(String, &Berkas)> {
        self.foto.iter().map(|foto| ("foto".to_owned(), foto)).collect()
    }
}
