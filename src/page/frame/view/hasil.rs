//! A result as pages show it: the votes of each number.

use crate::model::paslon::Paslon;
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::view::paslon::PaslonRingkas;
use crate::record::hasil::{Hasil, StatusHasil};
use crate::record::pemilihan::{JenisKemudian, PemilihanKemudian};
use crate::value::angka::Jumlah;
use crate::value::nomor_urut::NomorUrut;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

/// The votes of one number.
#[derive(Debug, Serialize)]
pub struct VoteRow {
    /// Whose they are.
    pub paslon: PaslonRingkas,
    /// Unknown votes are `None`, not zero.
    pub suara: Option<u64>,
    /// The share of valid votes, in percent.
    pub persen: Option<f64>,
}

/// A result in short.
#[derive(Debug, Serialize)]
pub struct HasilRingkas {
    /// Its standing.
    pub status: StatusHasil,
    /// Its day.
    pub tanggal: Option<Tanggal>,
    /// The decision.
    pub keputusan: Option<String>,
    /// By number.
    pub baris: Vec<VoteRow>,
    /// Who was elected, once it is determined.
    pub terpilih: Option<NomorUrut>,
    /// Whether a ruling annulled all of it.
    pub dibatalkan: bool,
    /// The page with all of it.
    pub alamat: Address,
}

/// A result in a list of contests: how it stands and what adds up, without a ranking of pairs.
#[derive(Debug, Serialize)]
pub struct ResultRow {
    /// The region, with the name of a later vote.
    pub nama: String,
    /// The page with all of it.
    pub alamat: Address,
    /// The office.
    pub jenis: Option<JenisPemilihan>,
    /// Its standing.
    pub status: StatusHasil,
    /// Its day.
    pub tanggal: Option<Tanggal>,
    /// Valid votes.
    pub sah: Option<u64>,
    /// Invalid votes.
    pub tidak_sah: Option<u64>,
    /// Who was elected, once it is determined.
    pub terpilih: Option<PaslonRingkas>,
    /// Whether the empty column has more votes than the only pair.
    pub kolom_kosong_unggul: bool,
}

impl ResultRow {
    /// The result of the vote that a region's pages speak of, where it has one.
    pub fn of(model: &Model, region: &Lingkup) -> Option<Self> {
        let vote = model.pemilihan_kini(region);
        let hasil = &vote.hasil.as_ref()?.record;
        let count = |jumlah: Option<Jumlah>| jumlah.map(Jumlah::get);
        let elected = hasil.terpilih.as_ref().and_then(|terpilih| vote.paslon(terpilih.nomor_urut));
        Some(Self {
            nama: vote.nama().to_owned(),
            alamat: Address::of(vote, "hasil.html"),
            jenis: vote.pemilihan(),
            status: hasil.status,
            tanggal: hasil.tanggal,
            sah: count(hasil.sah),
            tidak_sah: count(hasil.tidak_sah),
            terpilih: elected.map(|paslon| PaslonRingkas::of(vote, paslon)),
            kolom_kosong_unggul: vote.suara_tunggal().is_some_and(|(pair, empty)| empty > pair),
        })
    }
}

impl HasilRingkas {
    /// The result of a scope.
    pub fn of(model: &Model, lingkup: &Lingkup) -> Option<Self> {
        let hasil = &lingkup.hasil.as_ref()?.record;
        Some(Self {
            status: hasil.status,
            tanggal: hasil.tanggal,
            keputusan: hasil.keputusan.as_deref().map(str::to_owned),
            baris: rows(lingkup, hasil),
            terpilih: hasil.terpilih.as_ref().map(|terpilih| terpilih.nomor_urut),
            dibatalkan: is_annulled(model, lingkup),
            alamat: Address::of(lingkup, "hasil.html"),
        })
    }
}

/// Whether a ruling had all of a region vote again; an election held again for another reason annuls nothing.
pub fn is_annulled(model: &Model, lingkup: &Lingkup) -> bool {
    let later = model.pengganti(lingkup).and_then(Lingkup::kemudian);
    later.is_some_and(|vote: &PemilihanKemudian| vote.jenis == JenisKemudian::Psu)
}

/// The votes of every number on a scope's ballot, in number order.
pub fn rows(lingkup: &Lingkup, hasil: &Hasil) -> Vec<VoteRow> {
    lingkup.paslon.iter().map(|paslon| row(lingkup, paslon, hasil)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "votes are below 2^53")]
fn row(lingkup: &Lingkup, paslon: &Paslon, hasil: &Hasil) -> VoteRow {
    let suara = paslon.nomor_urut.and_then(|nomor| hasil.suara.get(&nomor)).map(|jumlah| jumlah.get());
    let valid = hasil.sah.map(Jumlah::get).filter(|valid| *valid > 0);
    let share = |suara: u64, valid: u64| (suara as f64 / valid as f64 * 10_000.0).round() / 100.0;
    VoteRow {
        persen: suara.zip(valid).map(|(suara, valid)| share(suara, valid)),
        paslon: PaslonRingkas::of(lingkup, paslon),
        suara,
    }
}
