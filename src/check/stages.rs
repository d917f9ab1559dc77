//! Every stage of every schedule, with its place.

use crate::model::{Lingkup, Model};
use crate::record::jadwal::Tahapan;
use crate::report::place::Place;

/// A stage, and where it stands.
pub(super) struct Stage<'m> {
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
pub(super) fn stages(model: &Model) -> impl Iterator<Item = Stage<'_>> {
    model.lingkup.iter().flat_map(stages_in)
}

/// The stages of a scope's own schedule, in the order written.
pub(super) fn stages_in(lingkup: &Lingkup) -> impl Iterator<Item = Stage<'_>> {
    lingkup.jadwal.iter().flat_map(|loaded| {
        let stages = loaded.record.iter().enumerate();
        stages.map(|(index, tahapan)| Stage { tahapan, file: loaded.path(), index })
    })
}
