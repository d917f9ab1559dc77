//! `persetujuan.yaml`: who approved which record, and which picture, as it stood on which day.
//!
//! It is the office's own, and on no page: readers see what is published, not who in the office looked at it.

use crate::record::abaikan::Abaikan;
use crate::record::difference::plain;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::rujukan::{Rujuk, Say};
use crate::record::sumber::Sumber;
use crate::source::{Body, Source};
use crate::value::id::Id;
use crate::value::sidik::Sidik;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

/// The file's name in the folder of a scope.
pub const FILE: &str = "persetujuan.yaml";

/// The file: a list of approvals, later ones below.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaftarPersetujuan {
    /// Persetujuan-persetujuan, yang baru di bawah; ditulis oleh `pilkada setujui`.
    pub persetujuan: Vec<Persetujuan>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default)]
    pub abaikan: Vec<Abaikan>,
}

/// Somebody's approval of a record.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Persetujuan {
    /// Berkas yang disetujui, dilihat dari folder ini: catatan seperti paslon/1.yaml, atau gambar seperti paslon/calon-1.jpg.
    pub berkas: Teks,
    /// Sidik isinya ketika disetujui; komentar dan cara menulis sebuah catatan tidak ikut, dari gambar setiap bita ikut.
    pub sidik: Sidik,
    /// Nama yang menyetujui.
    pub oleh: Teks,
    /// Jabatannya.
    pub jabatan: Option<Teks>,
    /// Hari persetujuan.
    pub tanggal: Tanggal,
    /// Catatan, misalnya nomor berita acara.
    pub catatan: Option<Teks>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default)]
    pub abaikan: Vec<Abaikan>,
}

impl Rujuk for DaftarPersetujuan {
    fn rujuk<'r>(&'r self, _say: &mut Say<'_, 'r>) {}

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        Vec::new()
    }
}

/// It is never public; the rules see all of it.
impl Due for DaftarPersetujuan {
    fn due(&self, _: &FileName, _: &Days<'_>) -> Public<Self> {
        Public::Whole
    }
}

/// The digest of what a record says: its values and its text, whatever comments and line ends there are, and without what only
/// silences findings. Nothing where the file is no record that can be read.
pub fn sidik(source: &Source) -> Option<Sidik> {
    if !matches!(source.body, Body::Text(_)) || source.is_attachment() {
        return None;
    }
    let text = |from: usize| source.text()[from..].lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    if source.record_part().is_none() {
        return Some(Sidik::of(&text(0)));
    }
    let mut values = plain(source)?;
    if let Some(fields) = values.as_object_mut() {
        fields.shift_remove("abaikan");
    }
    let body = if source.path.ends_with(".md") { text(source.body_start()) } else { String::new() };
    Some(Sidik::of(&format!("{}\n{body}", in_order(values))))
}

/// The same values with their keys in the order of the alphabet.
fn in_order(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> =
                fields.into_iter().map(|(key, value)| (key, in_order(value))).collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Object(fields.into_iter().collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(in_order).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn of(path: &str, text: &str) -> Option<Sidik> {
        sidik(Sources::from_texts([(path, text)]).get(path).unwrap())
    }

    #[test]
    fn a_digest_is_that_of_what_is_said_and_not_of_how() {
        let path = "content/wilayah/contoh/paslon/1.yaml";
        let text = "nomor_urut: 1\ncalon: { nama: A, tahun_lahir: 1970 }\n";
        let same = [
            "# Pasangan.\r\ncalon:\r\n  tahun_lahir: 1970\r\n  nama: \"A\"\r\nnomor_urut: 1\r\nvisi:\r\n",
            "nomor_urut: 1\ncalon: { nama: A, tahun_lahir: 1970 }\nabaikan: [{ kode: KST-01, alasan: Foto menyusul }]\n",
        ];
        assert!(same.iter().all(|other| of(path, other) == of(path, text)));
        assert_ne!(of(path, &text.replace("1970", "1971")), of(path, text));
        assert_ne!(of(path, &text.replace("nama: A", "nama: B")), of(path, text));
        assert_eq!(of(path, "nomor_urut: [\n"), None);
    }

    #[test]
    fn the_text_of_an_article_and_the_rows_of_a_table_count() {
        let text = "---\njudul: A\n---\n\nSatu.\n";
        assert_ne!(of("content/halaman/a.md", text), of("content/halaman/a.md", &text.replace("Satu", "Dua")));
        assert_eq!(of("content/halaman/a.md", text), of("content/halaman/a.md", &text.replace('\n', "\r\n")));
        assert_ne!(of("content/wilayah/a/tps.csv", "a\n1\n"), of("content/wilayah/a/tps.csv", "a\n2\n"));
    }
}
