//! A figure with what its sheet or event says for it: its day, its speaker, its sources.

use crate::model::Lingkup;
use crate::record::Loaded;
use crate::record::fakta::{Fakta, LembarFakta, Penyampai};
use crate::record::kegiatan::Kegiatan;
use crate::record::sumber::Sumber;
use crate::value::id::Id;
use crate::value::tanggal::Tanggal;

/// A figure with what its sheet or event says for it.
#[derive(Debug, Clone, Copy)]
pub struct FullFakta<'m> {
    /// The scope.
    pub lingkup: &'m Lingkup,
    /// The figure.
    pub fakta: &'m Fakta,
    /// The file it stands in.
    pub file: &'m str,
    /// Its place in that file's list.
    pub index: usize,
    /// Its day: its own, or its sheet's or event's. A file's name gives none: an event may be dated by its report only.
    pub per_tanggal: Option<Tanggal>,
    /// Its speaker: its own, or its sheet's.
    pub penyampai: Option<&'m Penyampai>,
    /// Its sources: its own, or its sheet's.
    pub sumber: &'m [Id<Sumber>],
    /// Its place among the scope's figures, from 1.
    pub urutan: usize,
}

/// Every figure of a scope with its defaults: sheets first, then events by date.
pub fn figures<'m>(lingkup: &'m Lingkup) -> Vec<FullFakta<'m>> {
    let sheets = lingkup.fakta.iter().flat_map(|sheet| from_sheet(lingkup, sheet));
    let events = lingkup.kegiatan.iter().flat_map(|event| from_event(lingkup, event));
    let mut all: Vec<FullFakta<'m>> = sheets.chain(events).collect();
    for (urutan, lengkap) in (1..).zip(&mut all) {
        lengkap.urutan = urutan;
    }
    all
}

fn from_sheet<'m>(lingkup: &'m Lingkup, sheet: &'m Loaded<LembarFakta>) -> impl Iterator<Item = FullFakta<'m>> {
    let defaults = &sheet.record;
    sheet.record.fakta.placed().map(move |(index, fakta)| FullFakta {
        lingkup,
        fakta,
        file: sheet.path(),
        index,
        per_tanggal: fakta.per_tanggal.or(defaults.per_tanggal),
        penyampai: fakta.penyampai.as_ref().or(defaults.penyampai.as_ref()),
        sumber: if fakta.sumber.is_empty() { &defaults.sumber } else { &fakta.sumber },
        urutan: 0,
    })
}

fn from_event<'m>(lingkup: &'m Lingkup, event: &'m Loaded<Kegiatan>) -> impl Iterator<Item = FullFakta<'m>> {
    let defaults = &event.record;
    event.record.fakta.placed().map(move |(index, fakta)| FullFakta {
        lingkup,
        fakta,
        file: event.path(),
        index,
        per_tanggal: fakta.per_tanggal.or(defaults.tanggal),
        penyampai: fakta.penyampai.as_ref(),
        sumber: if fakta.sumber.is_empty() { &defaults.sumber } else { &fakta.sumber },
        urutan: 0,
    })
}
