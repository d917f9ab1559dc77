//! The order of the stages.

use crate::check;
use crate::model::{self, Model, Pilihan};
use crate::record::Records;
use crate::report::Report;
use crate::source::Sources;

/// Reads, links and checks; gives the model whenever there is one, also when the report is not clean.
pub fn load(sources: &Sources, pilihan: Pilihan, report: &mut Report) -> Option<Model> {
    let records = Records::load(sources, report);
    let model = model::link(records, pilihan, report)?;
    check::run(&model, report);
    Some(model)
}
