//! `paslon/<n>.yaml`: a candidate pair, or the empty column a single pair stands against.

use crate::record::partai::Partai;
use crate::record::rujukan::{Rujuk, each};
use crate::record::sumber::Sumber;
use crate::value::angka::Jumlah;
use crate::value::id::Id;
use crate::value::nomor_urut::NomorUrut;
use crate::value::tanggal::Tanggal;
use crate::value::tautan::Tautan;
use crate::value::teks::{Berkas, Teks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The file: a candidate pair with `calon` and `wakil`, or `kolom_kosong: true`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LembarPaslon {
    /// Nomor pada surat suara, hasil pengundian.
    pub nomor_urut: NomorUrut,
    /// Kolom kosong yang melawan pasangan calon tunggal.
    #[serde(default)]
    pub kolom_kosong: bool,
    /// Calon kepala daerah.
    pub calon: Option<Calon>,
    /// Calon wakil kepala daerah.
    pub wakil: Option<Calon>,
    /// Jalur pencalonan.
    pub jalur: Option<Jalur>,
    /// Partai pengusung; kosong jika tidak diketahui atau perseorangan.
    #[serde(default)]
    pub pengusung: Vec<Id<Partai>>,
    /// Catatan tentang partai pengusung, misalnya sumber yang menyebut daftar lain.
    pub catatan_pengusung: Option<Teks>,
    /// Visi, seperti diserahkan ke KPU.
    pub visi: Option<Teks>,
    /// Misi, seperti diserahkan ke KPU.
    #[serde(default)]
    pub misi: Vec<Teks>,
    /// Program, seperti diserahkan ke KPU.
    #[serde(default)]
    pub program: Vec<Teks>,
    /// Slogan; tidak tampil di luar bidangnya.
    pub slogan: Option<Teks>,
    /// Perjalanan status pencalonan.
    #[serde(default)]
    pub status: Vec<StatusPaslon>,
    /// Tautan laporan harta kekayaan di situs KPK.
    pub lhkpn: Option<Lhkpn>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
}

/// One person of a pair.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calon {
    /// Nama seperti di surat suara.
    pub nama: Teks,
    /// Nama pendek untuk kalimat dan daftar.
    pub nama_tampil: Option<Teks>,
    /// Nama panggilan.
    pub sapaan: Option<Teks>,
    /// Tahun lahir saja; tanggal lahir tidak diterbitkan.
    pub tahun_lahir: Option<Jumlah>,
    /// Pekerjaan.
    pub pekerjaan: Option<Teks>,
    /// Riwayat pendidikan; terbit hanya jika `persetujuan_publikasi` diisi.
    #[serde(default, skip_serializing)]
    pub riwayat_pendidikan: Vec<Teks>,
    /// Riwayat pekerjaan dan jabatan; terbit hanya jika `persetujuan_publikasi` diisi.
    #[serde(default, skip_serializing)]
    pub riwayat_pekerjaan: Vec<Teks>,
    /// Tanggal pernyataan calon bahwa riwayatnya boleh diterbitkan.
    pub persetujuan_publikasi: Option<Tanggal>,
    /// Nama berkas foto di samping catatan ini.
    pub foto: Option<Berkas>,
}

impl Calon {
    /// Schools and posts, where the person agreed to publish them (PDP-06).
    pub fn riwayat(&self) -> [&[Teks]; 2] {
        match self.persetujuan_publikasi {
            Some(_) => [&self.riwayat_pendidikan, &self.riwayat_pekerjaan],
            None => [&[], &[]],
        }
    }
}

/// The road to candidacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Jalur {
    /// Diusung partai politik.
    Partai,
    /// Perseorangan.
    Perseorangan,
}

/// A step in the standing of a pair.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusPaslon {
    /// Keadaan.
    pub keadaan: Keadaan,
    /// Hari keadaan itu mulai berlaku.
    pub tanggal: Tanggal,
    /// Dasar, misalnya nomor keputusan.
    pub dasar: Option<Teks>,
    /// Catatan untuk pembaca.
    pub catatan: Option<Teks>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
}

/// The standing of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keadaan {
    /// Ditetapkan KPU.
    Ditetapkan,
    /// Dibatalkan.
    Dibatalkan,
    /// Mengundurkan diri.
    MengundurkanDiri,
    /// Berhalangan tetap.
    BerhalanganTetap,
}

/// The asset reports of both persons, at the KPK.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lhkpn {
    /// Laporan calon kepala daerah.
    pub calon: Option<Tautan>,
    /// Laporan calon wakil kepala daerah.
    pub wakil: Option<Tautan>,
}

impl Rujuk for LembarPaslon {
    fn rujuk<'r>(&'r self, say: &mut dyn FnMut(String, &'r Id<Sumber>)) {
        each("", &self.sumber, say);
        for (i, status) in self.status.iter().enumerate() {
            each(&format!("status[{i}]."), &status.sumber, say);
        }
    }
}
