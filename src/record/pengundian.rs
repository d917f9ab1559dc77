//! `pengundian.yaml`: the draw of ballot numbers.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::jam::Jam;
use crate::value::nomor_urut::NomorUrut;
use crate::value::peta::Peta;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The draw of ballot numbers.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pengundian {
    /// Hari pengundian.
    pub tanggal: Tanggal,
    /// Jam mulai.
    pub mulai: Option<Jam>,
    /// Waktu dalam kata, jika jamnya tidak disebut: pagi, siang, sore, malam.
    pub waktu: Option<Teks>,
    /// Tempat.
    pub tempat: Option<Teks>,
    /// Yang memimpin.
    pub pemimpin: Option<Teks>,
    /// Saksi.
    #[serde(default)]
    pub saksi: Vec<Teks>,
    /// Hasil: nomor urut dan nama pasangan calon; diisi sesudah diundi.
    #[serde(default)]
    pub hasil: Peta<NomorUrut, Teks>,
    /// Kegiatan tempat pengundian dilakukan: slug berkasnya di kegiatan/.
    pub kegiatan: Option<Slug>,
    /// Catatan untuk pembaca.
    pub catatan: Option<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

impl Rujuk for Pengundian {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        vec![&mut self.sumber]
    }
}

/// Announced before its day: the numbers, and who leads and watches, are told from then on.
impl Due for Pengundian {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        days.part(self, |record, cut| {
            let day = Some(record.tanggal);
            cut.value(&mut record.hasil, day);
            cut.maybe(&mut record.pemimpin, day);
            cut.list(&mut record.saksi, day);
            cut.maybe(&mut record.catatan, day);
        })
    }
}
