//! `tanya-jawab.yaml`: questions and answers.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The file: a list of questions with their answers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaftarTanyaJawab {
    /// Pertanyaan dan jawabannya, urut seperti ditulis.
    pub tanya_jawab: Vec<TanyaJawab>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// A question and its answer.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TanyaJawab {
    /// Pertanyaan, seperti pemilih mengucapkannya.
    pub tanya: Teks,
    /// Jawaban, boleh memakai Markdown.
    pub jawab: Teks,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

impl Rujuk for DaftarTanyaJawab {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        for (i, tanya) in self.tanya_jawab.iter().enumerate() {
            each(format_args!("tanya_jawab[{i}]."), &tanya.sumber, say);
        }
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        self.tanya_jawab.iter_mut().map(|tanya| &mut tanya.sumber).collect()
    }
}

/// Questions have no day.
impl Due for DaftarTanyaJawab {
    fn due(&self, _: &FileName, _: &Days<'_>) -> Public<Self> {
        Public::Whole
    }
}
