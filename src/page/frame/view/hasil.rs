//! A result as pages show it: the votes of each number.

use crate::model::Lingkup;
use crate::model::paslon::Paslon;
use crate::page::frame::address::Address;
use crate::page::frame::view::paslon::PaslonRingkas;
use crate::record::hasil::{Hasil, StatusHasil};
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
    /// The page with all of it.
    pub alamat: Address,
}

impl HasilRingkas {
    /// The result of a scope.
    pub fn of(lingkup: &Lingkup) -> Option<Self> {
        let hasil = &lingkup.hasil.as_ref()?.record;
        Some(Self {
            status: hasil.status,
            tanggal: hasil.tanggal,
            keputusan: hasil.keputusan.as_deref().map(str::to_owned),
            baris: rows(lingkup, hasil),
            terpilih: hasil.terpilih.as_ref().map(|terpilih| terpilih.nomor_urut),
            alamat: Address::of(lingkup, "hasil.html"),
        })
    }
}

/// The votes of every number on a scope's ballot, in number order.
pub fn rows(lingkup: &Lingkup, hasil: &Hasil) -> Vec<VoteRow> {
    lingkup.paslon.iter().map(|paslon| row(lingkup, paslon, hasil)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "votes are below 2^53")]
fn row(lingkup: &Lingkup, paslon: &Paslon, hasil: &Hasil) -> VoteRow {
    let suara = hasil.suara.get(&paslon.nomor_urut).map(|jumlah| jumlah.get());
    let valid = hasil.sah.map(Jumlah::get).filter(|valid| *valid > 0);
    let share = |suara: u64, valid: u64| (suara as f64 / valid as f64 * 10_000.0).round() / 100.0;
    VoteRow {
        persen: suara.zip(valid).map(|(suara, valid)| share(suara, valid)),
        paslon: PaslonRingkas::of(lingkup, paslon),
        suara,
    }
}
