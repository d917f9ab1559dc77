//! `deklarasi/<slug>.yaml`: peace declarations.

use crate::record::abaikan::Abaikan;
use crate::record::berita::Gambar;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::leaf::Leaf;
use crate::record::rujukan::{Rujuk, Say, each};
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::nomor_urut::NomorUrut;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::teks::{Berkas, Teks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A peace declaration.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deklarasi {
    /// Judul deklarasi.
    pub judul: Teks,
    /// Hari deklarasi.
    pub tanggal: Tanggal,
    /// Tempat.
    pub tempat: Option<Teks>,
    /// Butir-butir yang dijanjikan; kosong jika isinya belum diketahui.
    #[serde(default)]
    pub butir: Vec<Teks>,
    /// Penanda tangan; kosong jika belum diketahui.
    #[serde(default)]
    pub penanda_tangan: Vec<PenandaTangan>,
    /// Foto.
    #[serde(default)]
    pub foto: Vec<Gambar>,
    /// Kegiatan tempat deklarasi dibacakan: slug berkasnya di kegiatan/.
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

/// Who signed: a pair by its number, or an institution.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PenandaTangan {
    /// Nomor urut pasangan calon.
    pub paslon: Option<NomorUrut>,
    /// Lembaga.
    pub lembaga: Option<Teks>,
    /// Nama orang yang menandatangani untuk lembaga.
    pub nama: Option<Teks>,
}

impl Leaf for Deklarasi {
    fn judul(&self) -> &str {
        &self.judul
    }

    fn ringkasan(&self) -> Option<&str> {
        None
    }

    fn diperbarui(&self) -> Option<Tanggal> {
        None
    }

    fn gambar(&self) -> Vec<(String, &Berkas)> {
        let photos = self.foto.iter().enumerate();
        photos.map(|(i, foto)| (format!("foto[{i}].berkas"), &foto.berkas)).collect()
    }
}

impl Rujuk for Deklarasi {
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        vec![&mut self.sumber]
    }
}

/// Announced before its day: what is promised, who signs and what is seen there is told from then on. A pair signs by its
/// number, which it has when that is drawn.
impl Due for Deklarasi {
    fn due(&self, _: &FileName, days: &Days<'_>) -> Public<Self> {
        let by_number = |one: &PenandaTangan| one.paslon.is_some();
        days.part(self, |record, cut| {
            let day = Some(record.tanggal);
            cut.list(&mut record.butir, day);
            cut.list(&mut record.penanda_tangan, day);
            cut.list(&mut record.foto, day);
            cut.maybe(&mut record.catatan, day);
            if record.penanda_tangan.iter().any(by_number) && cut.waits(days.pengundian) {
                record.penanda_tangan.retain(|one| !by_number(one));
            }
        })
    }
}
