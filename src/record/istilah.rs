//! `istilah.yaml`: the glossary.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The file: a list of terms.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaftarIstilah {
    /// Istilah-istilah, urut seperti ditulis.
    pub istilah: Vec<Istilah>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// A term and what it means.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Istilah {
    /// Istilah atau singkatannya, misalnya DPT.
    pub istilah: Teks,
    /// Kepanjangan singkatan.
    pub kepanjangan: Option<Teks>,
    /// Artinya, dalam kalimat yang mudah.
    pub arti: Teks,
    /// Istilah lain yang artinya sama atau dekat.
    #[serde(default)]
    pub lihat: Vec<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

impl Rujuk for DaftarIstilah {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        for (i, istilah) in self.istilah.iter().enumerate() {
            each(format_args!("istilah[{i}]."), &istilah.sumber, say);
        }
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        self.istilah.iter_mut().map(|istilah| &mut istilah.sumber).collect()
    }
}

/// Terms have no day.
impl Due for DaftarIstilah {
    fn due(&self, _: &FileName, _: &Days<'_>) -> Public<Self> {
        Public::Whole
    }
}
