//! `partai.yaml`: the political parties.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::value::id::Id;
use crate::value::nomor_urut::NomorUrut;
use crate::value::peta::Peta;
use crate::value::teks::Teks;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A political party.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partai {
    /// Nama lengkap partai.
    pub nama: Teks,
    /// Singkatan yang dipakai di surat suara.
    pub singkatan: Teks,
    /// Nomor urut partai di Pemilu terakhir, jika diketahui.
    pub nomor: Option<NomorUrut>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
}

/// Parties have no day.
impl Due for Peta<Id<Partai>, Partai> {
    fn due(&self, _: &FileName, _: &Days<'_>) -> Public<Self> {
        Public::Whole
    }
}
