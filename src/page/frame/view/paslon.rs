//! What stands beside a number on the ballot, and the ballot itself.

use crate::model::paslon::{Isi, Pasangan, Paslon};
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::view::picture::GambarView;
use crate::page::frame::words::Phrase;
use crate::record::paslon::{AkibatSuara, Anggota, Calon, Keadaan};
use crate::record::wilayah::JenisWilayah;
use crate::value::nomor_urut::NomorUrut;
use crate::value::shape::Shape;
use serde::Serialize;

/// A pair or the empty column in a list.
#[derive(Debug, Clone, Serialize)]
pub struct PaslonRingkas {
    /// The ballot number; nothing before it is drawn.
    pub nomor: Option<NomorUrut>,
    /// Whether nobody stands here.
    pub kolom_kosong: bool,
    /// The candidate; `None` in the empty column.
    pub calon: Option<Person>,
    /// The deputy; `None` in the empty column.
    pub wakil: Option<Person>,
    /// The picture of both, where every pair of the contest has one.
    pub foto: Option<GambarView>,
    /// The pair's page.
    pub alamat: Address,
    /// The standing, when it is another than `ditetapkan`.
    pub keadaan: Option<Keadaan>,
    /// What becomes of a vote for the number, where the record says so.
    pub suara: Option<Suara>,
    /// What became of one of the two, where the pair stands all the same.
    pub perubahan: Option<Perubahan>,
}

/// One of a pair was substituted, or can no longer stand and is not substituted.
#[derive(Debug, Clone, Serialize)]
pub struct Perubahan {
    /// Which of both.
    pub keadaan: Keadaan,
    /// Who of the two.
    pub siapa: Anggota,
    /// The name: of the substitute, or of who can no longer stand.
    pub nama: String,
    /// Who was substituted, where the record says so.
    pub sebelumnya: Option<String>,
    /// The decision.
    pub dasar: Option<String>,
}

/// What becomes of a vote for a number.
#[derive(Debug, Clone, Serialize)]
pub struct Suara {
    /// Whether it is void.
    pub akibat: AkibatSuara,
    /// The decision that says so, where the record names it.
    pub dasar: Option<String>,
}

/// A person of a pair.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    /// The name as on the ballot.
    pub nama: String,
    /// The short name, where one is recorded.
    pub nama_tampil: Option<String>,
    /// What the person is called.
    pub sapaan: Option<String>,
    /// The year of birth.
    pub tahun_lahir: Option<u64>,
    /// The occupation.
    pub pekerjaan: Option<String>,
    /// Schools, where the person agreed to publish them.
    pub riwayat_pendidikan: Vec<String>,
    /// Posts, where the person agreed to publish them.
    pub riwayat_pekerjaan: Vec<String>,
    /// The picture.
    pub foto: Option<GambarView>,
}

/// A ballot paper a voter receives.
#[derive(Debug, Serialize)]
pub struct SuratSuara {
    /// The office, where something is elected.
    pub jenis: Option<JenisPemilihan>,
    /// The kind of the region.
    pub tingkat: Option<JenisWilayah>,
    /// The region's name.
    pub wilayah: String,
    /// The region's page.
    pub alamat: Address,
    /// Why there is no contest.
    pub alasan: Option<String>,
    /// What stands on it, in number order; empty when not known here.
    pub paslon: Vec<PaslonRingkas>,
    /// How many pairs there are, where the records say so.
    pub jumlah_paslon: Option<u64>,
    /// Whether nobody is determined yet, as far as is known.
    pub belum_ditetapkan: bool,
}

/// Both names of a pair, or what the empty column is called.
pub fn names(paslon: &Paslon) -> Phrase {
    match paslon.pasangan() {
        Some(pair) => format!("{} – {}", pair.calon.nama, pair.wakil.nama).into(),
        None => Phrase::of("kolom_kosong"),
    }
}

/// The title of a pair's page: its number, once that is drawn, and its names.
pub fn title(lingkup: &Lingkup, paslon: &Paslon) -> Phrase {
    let judul = match paslon.nomor_urut {
        Some(nomor) => Phrase::of("judul.paslon").with("nomor", nomor.to_string()),
        None => Phrase::of("judul.paslon_tanpa_nomor"),
    };
    judul.with("paslon", names(paslon)).with("nama", lingkup.nama())
}

/// What the two people of a pair stand for: "Calon wali kota" and "Calon wakil wali kota".
pub fn offices(lingkup: &Lingkup) -> [Phrase; 2] {
    let keys = match lingkup.pemilihan() {
        Some(JenisPemilihan::Gubernur) => ["jabatan_calon.gubernur", "jabatan_wakil.gubernur"],
        Some(JenisPemilihan::Bupati) => ["jabatan_calon.bupati", "jabatan_wakil.bupati"],
        Some(JenisPemilihan::WaliKota) => ["jabatan_calon.wali_kota", "jabatan_wakil.wali_kota"],
        None => ["calon", "wakil"],
    };
    keys.map(Phrase::of)
}

impl PaslonRingkas {
    /// A pair or empty column of a scope.
    pub fn of(lingkup: &Lingkup, paslon: &Paslon) -> Self {
        let (calon, wakil, keadaan) = match &paslon.isi {
            Isi::KolomKosong => (None, None, None),
            Isi::Pasangan(pair) => (
                Some(Person::of(lingkup, paslon.path(), &pair.calon)),
                Some(Person::of(lingkup, paslon.path(), &pair.wakil)),
                Some(pair.keadaan()).filter(|keadaan| *keadaan != Keadaan::Ditetapkan),
            ),
        };
        Self {
            nomor: paslon.nomor_urut,
            kolom_kosong: paslon.is_kolom_kosong(),
            calon,
            wakil,
            foto: joint_photo(lingkup, paslon),
            alamat: Address::paslon(lingkup, paslon),
            keadaan,
            suara: paslon.pasangan().and_then(Suara::of),
            perubahan: paslon.pasangan().and_then(Perubahan::of),
        }
    }

    /// All that stands on a scope's ballot, in number order.
    pub fn all(lingkup: &Lingkup) -> Vec<Self> {
        lingkup.paslon.iter().map(|paslon| Self::of(lingkup, paslon)).collect()
    }

    /// Both names; none in the empty column.
    pub fn nama(&self) -> Option<String> {
        let (calon, wakil) = self.calon.as_ref().zip(self.wakil.as_ref())?;
        Some(format!("{} – {}", calon.nama, wakil.nama))
    }
}

/// The picture of both of a pair. Where one pair of the contest lacks it, it is shown of none: every pair has the same place.
fn joint_photo(lingkup: &Lingkup, paslon: &Paslon) -> Option<GambarView> {
    let foto = paslon.pasangan()?.foto_pasangan.as_ref()?;
    let has_one = |pair: &Pasangan| pair.foto_pasangan.is_some();
    let is_given_to_all = lingkup.paslon.iter().filter_map(Paslon::pasangan).all(has_one);
    is_given_to_all.then(|| GambarView::of(lingkup, paslon.path(), foto, Shape::Pair))
}

impl Suara {
    /// What the last step in the standing of a pair says of it.
    fn of(pair: &Pasangan) -> Option<Self> {
        let step = pair.langkah_terakhir()?;
        Some(Self { akibat: step.akibat_suara?, dasar: step.dasar.as_deref().map(str::to_owned) })
    }
}

impl Perubahan {
    /// What the last step in the standing of a pair says of one of the two.
    fn of(pair: &Pasangan) -> Option<Self> {
        let step = pair.langkah_terakhir()?;
        let stands = matches!(step.keadaan, Keadaan::CalonDiganti | Keadaan::SatuCalonBerhalangan);
        let siapa = step.siapa.filter(|_| stands)?;
        let calon = match siapa {
            Anggota::Calon => &pair.calon,
            Anggota::Wakil => &pair.wakil,
        };
        Some(Self {
            keadaan: step.keadaan,
            siapa,
            nama: calon.nama.to_string(),
            sebelumnya: step.sebelumnya.as_deref().map(str::to_owned),
            dasar: step.dasar.as_deref().map(str::to_owned),
        })
    }
}

impl Person {
    /// A person of the pair in `file`.
    fn of(lingkup: &Lingkup, file: &str, calon: &Calon) -> Self {
        let text = |text: &Option<crate::value::teks::Teks>| text.as_deref().map(str::to_owned);
        let [schools, posts] = calon.riwayat().map(|texts| texts.iter().map(ToString::to_string).collect());
        Self {
            nama: calon.nama.to_string(),
            nama_tampil: text(&calon.nama_tampil),
            sapaan: text(&calon.sapaan),
            tahun_lahir: calon.tahun_lahir.map(crate::value::angka::Tahun::get),
            pekerjaan: text(&calon.pekerjaan),
            riwayat_pendidikan: schools,
            riwayat_pekerjaan: posts,
            foto: calon.foto.as_ref().map(|berkas| GambarView::of(lingkup, file, berkas, Shape::Photo)),
        }
    }
}

/// How many pairs a scope has, the empty column not counted.
pub fn pairs(lingkup: &Lingkup) -> usize {
    lingkup.paslon.iter().filter(|paslon| !paslon.is_kolom_kosong()).count()
}

/// The ballots a voter in a scope receives: the province's first, then his own.
pub fn ballots(model: &Model, lingkup: &Lingkup) -> Vec<SuratSuara> {
    model.surat_suara(lingkup).into_iter().map(ballot).collect()
}

fn ballot(lingkup: &Lingkup) -> SuratSuara {
    let pemilihan = lingkup.wilayah.as_ref().map(|wilayah| &wilayah.record.pemilihan);
    SuratSuara {
        jenis: lingkup.pemilihan(),
        tingkat: lingkup.tingkat(),
        wilayah: lingkup.nama_daerah().to_owned(),
        alamat: Address::lingkup(lingkup),
        alasan: pemilihan.and_then(|pemilihan| pemilihan.alasan.as_deref()).map(str::to_owned),
        paslon: PaslonRingkas::all(lingkup),
        belum_ditetapkan: lingkup.paslon.is_empty() && (lingkup.kemudian().is_some() || lingkup.has_waiting_pairs()),
        jumlah_paslon: pemilihan.and_then(|pemilihan| pemilihan.jumlah_paslon).map(crate::value::angka::Jumlah::get),
    }
}
