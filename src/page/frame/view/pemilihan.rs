//! A vote of a region as pages name it: the simultaneous one, or one that came later.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::record::pemilihan::{JenisKemudian, KeadaanKemudian, PemilihanKemudian};
use crate::value::tanggal::Tanggal;
use serde::Serialize;

/// A vote in short.
#[derive(Debug, Clone, Serialize)]
pub struct PemilihanRingkas {
    /// Its name as recorded; `None` for the simultaneous one.
    pub nama: Option<String>,
    /// Its kind; `None` for the simultaneous one.
    pub jenis: Option<JenisKemudian>,
    /// The day people vote, where it is known.
    pub tanggal: Option<Tanggal>,
    /// Days until then; negative when it is over.
    pub hari_lagi: Option<i64>,
    /// Its standing on the day the site is for; `None` for the simultaneous one.
    pub keadaan: Option<KeadaanKemudian>,
    /// Where people vote again, where that is not everywhere.
    pub uraian: Option<String>,
    /// The ruling or the law it rests on.
    pub dasar: Option<String>,
    /// The region's name.
    pub wilayah: String,
    /// Its page; of the simultaneous vote, that which shows all its pairs or else its days.
    pub alamat: Address,
    /// Its result.
    pub hasil: Option<Address>,
    /// Whether another has taken the place of all of it.
    pub diganti: bool,
    /// Whether others have taken the place of some of it.
    pub sebagian_diganti: bool,
}

/// What took the place of the vote that a page is about.
#[derive(Debug, Serialize)]
pub struct Superseded {
    /// The day of the vote that was replaced.
    pub tanggal: Option<Tanggal>,
    /// The votes that take its place, by their days.
    pub oleh: Vec<PemilihanRingkas>,
}

/// Later votes of one kind on one day, for a list of the whole country.
#[derive(Debug, Serialize)]
pub struct VoteGroup {
    /// Their kind.
    pub jenis: JenisKemudian,
    /// Their day, where it is known.
    pub tanggal: Option<Tanggal>,
    /// Days until then.
    pub hari_lagi: Option<i64>,
    /// The votes, in the order of their regions.
    pub daerah: Vec<PemilihanRingkas>,
}

impl PemilihanRingkas {
    /// The vote of a scope: a region's simultaneous one, or a later one.
    pub fn of(model: &Model, lingkup: &Lingkup) -> Self {
        let vote = lingkup.kemudian();
        let tanggal = model.hari_pemungutan(lingkup);
        let hari_lagi = tanggal.map(|day| model.hari.ahead(day));
        Self {
            nama: vote.map(|vote| vote.nama.to_string()),
            jenis: vote.map(|vote| vote.jenis),
            tanggal,
            hari_lagi,
            keadaan: vote.map(|vote| standing(vote, hari_lagi)),
            uraian: vote.and_then(PemilihanKemudian::sebagian).map(|part| part.uraian.to_string()),
            dasar: vote.and_then(|vote| vote.dasar.as_deref()).map(str::to_owned),
            wilayah: lingkup.nama_daerah().to_owned(),
            alamat: match (vote, lingkup.paslon.len()) {
                (Some(_), _) => Address::lingkup(lingkup),
                (None, 0 | 1) => Address::of(lingkup, "jadwal.html"),
                (None, _) => Address::of(lingkup, "banding.html"),
            },
            hasil: lingkup.hasil.is_some().then(|| Address::of(lingkup, "hasil.html")),
            diganti: model.pengganti(lingkup).is_some(),
            sebagian_diganti: model.pengganti(lingkup).is_none() && !model.digantikan(lingkup).is_empty(),
        }
    }

    /// The vote that a scope's pages speak of, where that is a later one.
    pub fn kini(model: &Model, lingkup: &Lingkup) -> Option<Self> {
        let kini = model.pemilihan_kini(lingkup);
        kini.is_kemudian().then(|| Self::of(model, kini))
    }

    /// All votes of a region by their days, where there is more than the simultaneous one.
    pub fn all(model: &Model, lingkup: &Lingkup) -> Vec<Self> {
        if lingkup.susulan.is_empty() {
            return Vec::new();
        }
        std::iter::once(lingkup).chain(model.kemudian_di(lingkup)).map(|vote| Self::of(model, vote)).collect()
    }
}

/// No vote was held before its day, whatever the record says already; and one that was not put off is over after it.
fn standing(vote: &PemilihanKemudian, hari_lagi: Option<i64>) -> KeadaanKemudian {
    let is_ahead = hari_lagi.is_none_or(|days| days >= 0);
    match vote.keadaan {
        KeadaanKemudian::Terlaksana if is_ahead => KeadaanKemudian::Dijadwalkan,
        KeadaanKemudian::Dijadwalkan if !is_ahead => KeadaanKemudian::Terlaksana,
        keadaan => keadaan,
    }
}

impl Superseded {
    /// What took the place of a scope's vote; nothing where it stands.
    pub fn of(model: &Model, lingkup: &Lingkup) -> Option<Self> {
        if lingkup.susulan.is_empty() && !lingkup.is_kemudian() {
            return None;
        }
        let oleh: Vec<_> =
            model.digantikan(lingkup).into_iter().map(|vote| PemilihanRingkas::of(model, vote)).collect();
        (!oleh.is_empty()).then(|| Self { tanggal: model.hari_pemungutan(lingkup), oleh })
    }
}

/// Later votes by kind and day, in the order given.
pub fn groups(model: &Model, votes: &[&Lingkup]) -> Vec<VoteGroup> {
    let mut groups: Vec<VoteGroup> = Vec::new();
    for vote in votes {
        let daerah = PemilihanRingkas::of(model, vote);
        let Some(jenis) = daerah.jenis else { continue };
        match groups.iter_mut().find(|group| (group.jenis, group.tanggal) == (jenis, daerah.tanggal)) {
            Some(group) => group.daerah.push(daerah),
            None => groups.push(VoteGroup {
                jenis,
                tanggal: daerah.tanggal,
                hari_lagi: daerah.hari_lagi,
                daerah: vec![daerah],
            }),
        }
    }
    groups
}
