//! Every stage of every schedule, with its place; and which days are near one.

use crate::model::{Lingkup, Model};
use crate::record::jadwal::{JenisTahapan, Tahapan};
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;

/// A stage, and where it stands.
pub(in crate::check) struct Stage<'m> {
    /// The scope whose schedule it stands in.
    pub lingkup: &'m Lingkup,
    /// The stage.
    pub tahapan: &'m Tahapan,
    file: &'m str,
    index: usize,
}

impl Stage<'_> {
    /// The place of one of its values.
    pub fn at(&self, key: &str) -> Place {
        Place::value(self.file, format!("tahapan[{}].{key}", self.index))
    }
}

/// Every stage of every scope.
pub(in crate::check) fn stages(model: &Model) -> impl Iterator<Item = Stage<'_>> {
    model.lingkup.iter().flat_map(stages_in)
}

/// The stages of a scope's own schedule, in the order written.
pub(in crate::check) fn stages_in(lingkup: &Lingkup) -> impl Iterator<Item = Stage<'_>> {
    lingkup.jadwal.iter().flat_map(|loaded| {
        let stages = loaded.record.iter().enumerate();
        stages.map(|(index, tahapan)| Stage { lingkup, tahapan, file: loaded.path(), index })
    })
}

/// Whether a draw on this day is on the day of determination or as soon after it as the law asks; so too where no determination is
/// known.
pub(in crate::check) fn is_near_determination(model: &Model, lingkup: &Lingkup, tanggal: Tanggal) -> bool {
    let stage = model.tahapan(lingkup, JenisTahapan::Penetapan);
    let span = stage.and_then(|stage| Some((stage.mulai.or(stage.selesai)?, stage.selesai.or(stage.mulai)?)));
    let most = i64::from(model.hukum_bagi(lingkup).hari_pengundian.nilai);
    span.is_none_or(|(first, last)| tanggal >= first && last.hari_menuju(tanggal) <= most)
}
