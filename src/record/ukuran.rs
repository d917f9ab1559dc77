//! The closed vocabulary of figures, which fixes unit, range and chart.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ukuran {
    /// Pemilih di Daftar Pemilih Sementara.
    Dps,
    /// Pemilih di Daftar Pemilih Tetap.
    Dpt,
    /// Tempat pemungutan suara.
    Tps,
    /// Pasangan calon.
    JumlahPaslon,
    /// Pemilihan.
    JumlahPemilihan,
    /// Pemilihan dengan satu pasangan calon.
    CalonTunggal,
    /// Tahapan yang sudah selesai.
    TahapanSelesai,
    /// Debat yang sudah dilaksanakan.
    DebatTerlaksana,
    /// Kegiatan kampanye yang diawasi.
    KegiatanDiawasi,
    /// Target partisipasi pemilih, persen.
    TargetPartisipasi,
    /// Perkiraan partisipasi pemilih menurut yang menyampaikannya; bukan target.
    PerkiraanPartisipasi,
    /// Partisipasi pemilih, persen.
    Partisipasi,
    /// Kesiapan penyelenggaraan, persen.
    Kesiapan,
    /// Logistik yang sudah siap, persen.
    LogistikSiap,
    /// Logistik yang sudah sampai di TPS, persen.
    LogistikTerdistribusi,
    /// Surat suara yang dicetak.
    SuratSuaraDicetak,
    /// Surat suara yang kurang.
    SuratSuaraKurang,
    /// Surat suara yang rusak.
    SuratSuaraRusak,
    /// Surat suara tambahan yang diminta.
    SuratSuaraDiminta,
    /// Surat suara pengganti yang diminta.
    SuratSuaraPengganti,
    /// Personel Polri.
    PersonelPolri,
    /// Personel TNI.
    PersonelTni,
    /// Personel siaga, di luar yang dikerahkan.
    PersonelSiaga,
    /// Petugas perlindungan masyarakat.
    Linmas,
    /// Pengawal pribadi pasangan calon.
    Walpri,
    /// Indeks kerawanan pemilihan.
    IndeksKerawanan,
}

/// The unit a figure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Satuan {
    /// People entitled to vote.
    Pemilih,
    /// People in service.
    Personel,
    /// Polling places.
    Tps,
    /// Candidate pairs.
    Paslon,
    /// Contests.
    Pemilihan,
    /// Stages of the schedule.
    Tahapan,
    /// Events.
    Kegiatan,
    /// Ballot papers.
    Lembar,
    /// A share from 0 to 100.
    Persen,
    /// Points of an index.
    Poin,
}

/// How a figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bagan {
    /// A bar from 0 to 100 percent, with a mark for the comparison.
    Batang,
    /// A bar from 0 to the whole, in steps.
    Bagian,
    /// A bar parted into its named parts.
    Rincian,
    /// No chart: the number alone says it.
    Tanpa,
}

impl Ukuran {
    /// The unit of the figure.
    pub fn satuan(self) -> Satuan {
        match self {
            Self::Dps | Self::Dpt => Satuan::Pemilih,
            Self::Tps => Satuan::Tps,
            Self::JumlahPaslon => Satuan::Paslon,
            Self::JumlahPemilihan | Self::CalonTunggal => Satuan::Pemilihan,
            Self::TahapanSelesai => Satuan::Tahapan,
            Self::DebatTerlaksana | Self::KegiatanDiawasi => Satuan::Kegiatan,
            Self::TargetPartisipasi
            | Self::PerkiraanPartisipasi
            | Self::Partisipasi
            | Self::Kesiapan
            | Self::LogistikSiap
            | Self::LogistikTerdistribusi => Satuan::Persen,
            Self::SuratSuaraDicetak
            | Self::SuratSuaraKurang
            | Self::SuratSuaraRusak
            | Self::SuratSuaraDiminta
            | Self::SuratSuaraPengganti => Satuan::Lembar,
            Self::PersonelPolri | Self::PersonelTni | Self::PersonelSiaga | Self::Linmas | Self::Walpri => {
                Satuan::Personel
            }
            Self::IndeksKerawanan => Satuan::Poin,
        }
    }

    /// How the figure is drawn.
    pub fn bagan(self) -> Bagan {
        match self {
            Self::TahapanSelesai => Bagan::Bagian,
            Self::Dps | Self::Dpt | Self::PersonelPolri | Self::PersonelTni | Self::Linmas => Bagan::Rincian,
            _ if self.satuan() == Satuan::Persen => Bagan::Batang,
            _ => Bagan::Tanpa,
        }
    }
}
