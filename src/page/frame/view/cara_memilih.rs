//! How people vote: their day and hours, the ballots they are given, and what the law says of those on no list.
//!
//! The page for voters and the second page of the sheet for notice boards show the same.

use crate::hukum::nilai::SuratSuaraTunggal;
use crate::model::{Lingkup, Model, Zona};
use crate::page::frame::address::Address;
use crate::page::frame::view::paslon::{SuratSuara, ballots};
use crate::page::frame::view::pemilihan::PemilihanRingkas;
use crate::record::Loaded;
use crate::record::halaman::Halaman;
use crate::record::pemilihan::JenisKemudian;
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

/// The last part of the page's address, and of the file of an office's own text on it.
pub const SLUG: &str = "cara-memilih";

/// The page's file in a scope's folder.
pub const FILE: &str = "cara-memilih.html";

/// How people vote on the day of a vote.
#[derive(Debug, Serialize)]
pub struct CaraMemilih<'m> {
    /// The day, where it is known.
    pub pemungutan_suara: Option<Tanggal>,
    /// Days until then; negative when it is over.
    pub hari_lagi: Option<i64>,
    /// From when.
    pub jam_mulai: Option<Jam>,
    /// Until when.
    pub jam_selesai: Option<Jam>,
    /// The time zone; `None` for the whole country.
    pub zona: Option<Zona>,
    /// The vote, where it is a later one.
    pub suara: Option<PemilihanRingkas>,
    /// The ballots a voter is given, from the outside in; none for the whole country.
    pub surat_suara: Vec<SuratSuara>,
    /// The ballot of a single pair, by the law of that day.
    pub tunggal: SuratSuaraTunggal,
    /// When those vote who are on no list, where the law says so.
    pub tambahan: Option<LastHour<'m>>,
    /// The law by which those still vote who stand in line at the end, where the end is the law's.
    pub antre: Option<&'m str>,
    /// Whether it is the vote that the guides behind these words were written for.
    pub serentak: bool,
}

/// When those vote who are on no list.
#[derive(Debug, Serialize)]
pub struct LastHour<'m> {
    /// From when.
    pub mulai: Jam,
    /// Until when: the end of the vote.
    pub selesai: Option<Jam>,
    /// The law that says so.
    pub sumber: &'m str,
}

impl<'m> CaraMemilih<'m> {
    /// The simultaneous vote of the whole country.
    pub fn nasional(model: &'m Model) -> Self {
        Self::of(model, model.nasional(), Vec::new())
    }

    /// What a voter in a scope is given on the day of a vote.
    pub fn di(model: &'m Model, lingkup: &'m Lingkup, vote: &'m Lingkup) -> Self {
        Self::of(model, vote, ballots(model, lingkup))
    }

    fn of(model: &'m Model, vote: &'m Lingkup, surat_suara: Vec<SuratSuara>) -> Self {
        let (hukum, day) = (model.hukum_bagi(vote), model.hari_pemungutan(vote));
        let serentak =
            !vote.is_kemudian() && day.is_some() && day == hukum.hari_serentak.as_ref().map(|hari| hari.nilai);
        // The hours of the law are those of the simultaneous vote; a later one has its own, or none that is known.
        let lawful = |jam: &Option<crate::hukum::paket::Ketentuan<Jam>>| {
            jam.as_ref().filter(|_| !vote.is_kemudian()).map(|jam| jam.nilai)
        };
        let (mulai, selesai) = model.jam_pemungutan(vote);
        let jam_selesai = selesai.or(lawful(&hukum.jam_selesai));
        Self {
            pemungutan_suara: day,
            hari_lagi: day.map(|day| model.hari.ahead(day)),
            jam_mulai: mulai.or(lawful(&hukum.jam_mulai)),
            jam_selesai,
            zona: vote.zona(),
            suara: vote.is_kemudian().then(|| PemilihanRingkas::of(model, vote)),
            surat_suara,
            tunggal: hukum.surat_suara_tunggal.nilai,
            tambahan: last_hour(model, vote, jam_selesai),
            antre: hukum
                .jam_selesai
                .as_ref()
                .filter(|jam| serentak && jam_selesai == Some(jam.nilai))
                .map(|jam| &*jam.sumber),
            serentak,
        }
    }
}

/// When those vote who are on no list. Who votes again is said by the ruling that orders it.
fn last_hour<'m>(model: &'m Model, vote: &Lingkup, selesai: Option<Jam>) -> Option<LastHour<'m>> {
    if vote.kemudian().is_some_and(|record| record.jenis == JenisKemudian::Psu) {
        return None;
    }
    let mulai = model.hukum_bagi(vote).jam_pemilih_tambahan.as_ref()?;
    Some(LastHour { mulai: mulai.nilai, selesai, sumber: &mulai.sumber })
}

/// Whether a fixed page of a scope stands on the page of how to vote, and has none of its own.
pub fn is_own_text(lingkup: &Lingkup, halaman: &Loaded<Halaman>) -> bool {
    has_page(lingkup) && halaman.slug() == SLUG
}

/// Whether a scope has the page: the whole country and every region, whose page speaks of its later votes too.
pub fn has_page(lingkup: &Lingkup) -> bool {
    !lingkup.is_kemudian()
}

/// The page that tells voters of a scope how to vote: a later vote's region has it.
pub fn page_of(model: &Model, lingkup: &Lingkup) -> Address {
    Address::of(model.daerah_of(lingkup), FILE)
}
