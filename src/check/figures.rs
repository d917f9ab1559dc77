//! Every figure of a scope with what it takes from its sheet or event.

use crate::model::{Lingkup, Model};
use crate::record::fakta::{Fakta, StatusFakta};
use crate::record::kegiatan::Kegiatan;
use crate::record::sumber::Sumber;
use crate::record::ukuran::Satuan;
use crate::record::{Loaded, fakta::LembarFakta};
use crate::report::place::Place;
use crate::value::id::Id;
use crate::value::tanggal::Tanggal;

/// A figure, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Figure<'m> {
    /// The figure as written.
    pub fakta: &'m Fakta,
    /// The sources of its sheet or event.
    pub sumber: &'m [Id<Sumber>],
    /// The day its state held: its own, or that of its sheet or event.
    pub per_tanggal: Option<Tanggal>,
    /// The key that gives the sheet's or event's day.
    pub day_key: &'static str,
    file: &'m str,
    index: usize,
}

impl Figure<'_> {
    /// The place of one of its values.
    pub fn at(&self, key: &str) -> Place {
        Place::value(self.file, format!("fakta[{}].{key}", self.index))
    }

    /// The place of a value of its sheet or event.
    pub fn around(&self, key: &str) -> Place {
        Place::value(self.file, key)
    }

    /// Whether it is a share or an index, which has no parts that add up and may have decimals.
    pub fn is_share(&self) -> bool {
        matches!(self.fakta.ukuran.satuan(), Satuan::Persen | Satuan::Poin)
    }

    /// Whether nobody disputes it.
    pub fn is_undisputed(&self) -> bool {
        !matches!(self.fakta.status, Some(StatusFakta::Berselisih | StatusFakta::Dikoreksi))
    }

    /// Its numbers with the path of each.
    pub fn numbers(&self) -> Vec<(String, f64)> {
        let fakta = self.fakta;
        let single = [("nilai", fakta.nilai), ("dari", fakta.dari), ("pembanding", fakta.pembanding)];
        let single = single.into_iter().filter_map(|(key, angka)| Some((key.to_owned(), angka?.get())));
        let parts = fakta.rincian.iter().map(|(key, angka)| (format!("rincian.{key}"), angka.get()));
        single.chain(parts).collect()
    }
}

/// Every figure of every scope.
pub(super) fn figures(model: &Model) -> impl Iterator<Item = Figure<'_>> {
    model.lingkup.iter().flat_map(figures_in)
}

/// Every figure of a scope, in order of its files.
pub(super) fn figures_in(lingkup: &Lingkup) -> Vec<Figure<'_>> {
    let sheets = lingkup.fakta.iter().flat_map(sheet);
    let events = lingkup.kegiatan.iter().flat_map(event);
    sheets.chain(events).collect()
}

fn sheet(loaded: &Loaded<LembarFakta>) -> impl Iterator<Item = Figure<'_>> {
    let sheet = &loaded.record;
    sheet.fakta.iter().enumerate().map(move |(index, fakta)| Figure {
        fakta,
        sumber: &sheet.sumber,
        per_tanggal: fakta.per_tanggal.or(sheet.per_tanggal),
        day_key: "per_tanggal",
        file: loaded.path(),
        index,
    })
}

fn event(loaded: &Loaded<Kegiatan>) -> impl Iterator<Item = Figure<'_>> {
    let event = &loaded.record;
    event.fakta.iter().enumerate().map(move |(index, fakta)| Figure {
        fakta,
        sumber: &event.sumber,
        per_tanggal: fakta.per_tanggal.or(event.tanggal).or(loaded.date()),
        day_key: "tanggal",
        file: loaded.path(),
        index,
    })
}
