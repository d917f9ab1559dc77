//! `paslon/<n>.yaml`: a candidate pair, or the empty column a single pair stands against.

use crate::record::abaikan::Abaikan;
use crate::record::due::{Days, Due, FileName, Public};
use crate::record::partai::Partai;
use crate::record::rujukan::{Rujuk, Say, each, each_in};
use crate::record::sumber::Sumber;
use crate::value::angka::{Jumlah, Tahun};
use crate::value::entries::Entries;
use crate::value::id::Id;
use crate::value::nomor_urut::NomorUrut;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use crate::value::tautan::Tautan;
use crate::value::teks::{Berkas, Teks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The file: a candidate pair with `calon` and `wakil`, or `kolom_kosong: true`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LembarPaslon {
    /// Nomor pada surat suara, hasil pengundian; belum ditulis sebelum diundi, dan berkasnya diberi nama pasangannya.
    pub nomor_urut: Option<NomorUrut>,
    /// Nama berkas pasangan ini sebelum diundi, supaya alamat lamanya menuju ke nomornya; ditulis oleh `pilkada new pengundian`.
    #[schemars(title = "Nama berkas sebelum diundi", extend("x-jarang" = true))]
    pub slug_lama: Option<Slug>,
    /// Kolom kosong yang melawan pasangan calon tunggal.
    #[serde(default)]
    pub kolom_kosong: bool,
    /// Hanya di `pemilihan/<slug>/`: pasangan yang sama dengan nomor ini di pemungutan suara lain, yaitu serentak atau nama folder pemilihannya.
    #[schemars(title = "Sama dengan pasangan di pemungutan suara", extend("x-jarang" = true))]
    pub dari: Option<Slug>,
    /// Calon kepala daerah.
    pub calon: Option<Calon>,
    /// Calon wakil kepala daerah.
    pub wakil: Option<Calon>,
    /// Nama berkas foto bersama calon dan wakil di samping catatan ini; tampil kalau semua pasangan calon di pemilihan ini punya.
    pub foto_pasangan: Option<Berkas>,
    /// Jalur pencalonan.
    pub jalur: Option<Jalur>,
    /// Partai pengusung; kosong jika tidak diketahui atau perseorangan.
    #[serde(default)]
    pub pengusung: Vec<Id<Partai>>,
    /// Catatan tentang partai pengusung, misalnya sumber yang menyebut daftar lain.
    pub catatan_pengusung: Option<Teks>,
    /// Suara sah semua partai pengusung pada pemilu DPRD terakhir di wilayah ini (PKPU 10/2024 pasal 11).
    pub suara_sah_pengusung: Option<Jumlah>,
    /// Jumlah dukungan pasangan calon perseorangan yang memenuhi syarat (UU 10/2016 pasal 41).
    pub dukungan: Option<Jumlah>,
    /// Di berapa kecamatan, atau kabupaten dan kota untuk gubernur, dukungan itu tersebar (UU 10/2016 pasal 41).
    pub sebaran: Option<Jumlah>,
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
    pub status: Entries<StatusPaslon>,
    /// Tautan laporan harta kekayaan di situs KPK.
    pub lhkpn: Option<Lhkpn>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
    /// Temuan pemeriksaan yang diabaikan di sini, dengan alasan yang ikut terbit.
    #[serde(default, skip_serializing)]
    pub abaikan: Vec<Abaikan>,
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
    pub tahun_lahir: Option<Tahun>,
    /// Sumber yang membuktikan umurnya cukup pada hari penetapan; perlu jika umur itu tercapai pada tahun penetapan.
    #[serde(default)]
    pub bukti_usia: Vec<Id<Sumber>>,
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
    /// Hanya jika KPU menyatakan calon ini mantan terpidana (UU 10/2016 pasal 7 dan 45).
    pub pernah_dipidana: Option<PernahDipidana>,
}

/// What the law asks of a former convict who stands: that he announced it.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PernahDipidana {
    /// Sumber yang memuat pengumuman terbuka calon ini kepada publik.
    #[serde(default)]
    pub pengumuman: Vec<Id<Sumber>>,
}

impl Calon {
    /// The short name, or else the name as on the ballot.
    pub fn sebutan(&self) -> &Teks {
        self.nama_tampil.as_ref().unwrap_or(&self.nama)
    }

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
    /// Siapa di antara keduanya, kalau keadaan ini tentang satu orang: calon atau wakil.
    pub siapa: Option<Anggota>,
    /// Nama calon yang diganti, untuk `calon_diganti`.
    pub sebelumnya: Option<Teks>,
    /// Catatan untuk pembaca.
    pub catatan: Option<Teks>,
    /// Akibatnya bagi suara untuk nomor ini; isi hanya seperti bunyi keputusannya, bukan menurut kebiasaan.
    pub akibat_suara: Option<AkibatSuara>,
    /// Sumber.
    #[serde(default)]
    pub sumber: Vec<Id<Sumber>>,
}

/// What becomes of a vote for the pair, as the decision says.
///
/// No general rule says it: Keputusan KPU 1774/2024 called votes for a struck pair void, and the Constitutional Court annulled
/// the one result that came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AkibatSuara {
    /// Suara untuk nomor ini tidak sah.
    TidakSah,
    /// Suara untuk nomor ini tetap sah.
    TetapSah,
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
    /// Salah satu calon diganti, paling lambat 30 hari sebelum pemungutan suara (UU 10/2016 pasal 54).
    CalonDiganti,
    /// Salah satu calon berhalangan tetap dalam 29 hari terakhir: tidak diganti, dan yang lain tetap maju (UU 10/2016 pasal 54).
    SatuCalonBerhalangan,
}

/// One of the two persons of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Anggota {
    /// Calon kepala daerah.
    Calon,
    /// Calon wakil kepala daerah.
    Wakil,
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
    fn rujuk<'r>(&'r self, say: &mut Say<'_, 'r>) {
        each(format_args!(""), &self.sumber, say);
        let persons = [("calon", &self.calon), ("wakil", &self.wakil)];
        for (key, calon) in persons.into_iter().filter_map(|(key, calon)| Some((key, calon.as_ref()?))) {
            each_in(format_args!("{key}.bukti_usia"), &calon.bukti_usia, say);
            if let Some(pidana) = &calon.pernah_dipidana {
                each_in(format_args!("{key}.pernah_dipidana.pengumuman"), &pidana.pengumuman, say);
            }
        }
        for (i, status) in self.status.iter().enumerate() {
            each(format_args!("status[{i}]."), &status.sumber, say);
        }
    }

    fn lists(&mut self) -> Vec<&mut Vec<Id<Sumber>>> {
        let mut lists = vec![&mut self.sumber];
        for calon in [&mut self.calon, &mut self.wakil].into_iter().flatten() {
            lists.push(&mut calon.bukti_usia);
            lists.extend(calon.pernah_dipidana.as_mut().map(|pidana| &mut pidana.pengumuman));
        }
        lists.extend(self.status.iter_mut().map(|step| &mut step.sumber));
        lists
    }
}

/// From the day it is determined, by its own record or else by the schedule; each step of its standing from that step's day on, and
/// the number when it is drawn.
impl Due for LembarPaslon {
    fn due(&self, name: &FileName, days: &Days<'_>) -> Public<Self> {
        let own = self.ditetapkan().filter(|_| self.dari.is_none());
        let day = if self.kolom_kosong { days.penetapan_pertama } else { own.or(days.penetapan) };
        match days.from(day) {
            Public::Whole => days.part(self, |record, cut| {
                cut.entries(&mut record.status, |step| Some(step.tanggal));
                for calon in [&mut record.calon, &mut record.wakil].into_iter().flatten() {
                    let agreed = calon.persetujuan_publikasi;
                    cut.maybe(&mut calon.persetujuan_publikasi, agreed);
                    // A picture named after the number tells it.
                    if name
                        .nomor
                        .is_some_and(|nomor| calon.foto.as_ref().is_some_and(|foto| is_named_after(nomor, foto)))
                    {
                        cut.maybe(&mut calon.foto, days.pengundian);
                    }
                }
                cut.maybe(&mut record.nomor_urut, days.pengundian);
            }),
            public => public,
        }
    }
}

fn is_named_after(nomor: NomorUrut, file: &str) -> bool {
    let digits: String = file.chars().take_while(char::is_ascii_digit).collect();
    digits.trim_start_matches('0') == nomor.to_string()
}

impl LembarPaslon {
    /// When the pair was determined, where its record says it.
    pub fn ditetapkan(&self) -> Option<Tanggal> {
        let steps = self.status.iter().filter(|step| step.keadaan == Keadaan::Ditetapkan);
        steps.map(|step| step.tanggal).min()
    }
}
