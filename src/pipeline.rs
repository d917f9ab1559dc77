//! The order of the stages.

use crate::check;
use crate::model::{self, Model, Pilihan};
use crate::page::{self, Pages};
use crate::record::Records;
use crate::render::sink::{File, Sink};
use crate::render::theme::Theme;
use crate::render::{self, Tools};
use crate::report::Report;
use crate::source::Sources;
use anyhow::Result;

/// Reads, links and checks; gives the model whenever there is one, also when the report is not clean.
pub fn load(sources: &Sources, pilihan: Pilihan, report: &mut Report) -> Option<Model> {
    let records = Records::load(sources, report);
    let model = model::link(records, pilihan, report)?;
    check::run(&model, report);
    Some(model)
}

/// Everything that can be said without drawing: the content, the addresses, the links, the theme.
pub fn check(sources: &Sources, pilihan: Pilihan, report: &mut Report) {
    if let Some(model) = load(sources, pilihan, report) {
        page::plan(&model, report);
        Theme::load(sources, &model.situs.record, pilihan.hari, report);
    }
    report.sort(sources);
}

/// Draws the pages of a model into a sink, with the theme's own files.
///
/// Draws nothing when the report is not clean; a template that fails makes it so.
pub fn draw(pages: &Pages<'_>, sources: &Sources, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let model = pages.model;
    let theme = Theme::load(sources, &model.situs.record, model.pilihan.hari, report);
    let Some(theme) = theme.filter(|_| report.is_clean()) else { return Ok(()) };
    render::draw_all(pages, Tools { theme: &theme, sources }, sink, report)?;
    for (path, bytes) in &theme.assets {
        sink.put(File { path: path.clone(), bytes: bytes.clone() })?;
    }
    Ok(())
}

/// Draws the whole site into a sink; gives the model when the site is sound and drawn.
pub fn build(sources: &Sources, pilihan: Pilihan, sink: &dyn Sink, report: &mut Report) -> Result<Option<Model>> {
    let model = load(sources, pilihan, report);
    if let Some(model) = &model {
        let pages = page::plan(model, report);
        draw(&pages, sources, sink, report)?;
    }
    report.sort(sources);
    Ok(model.filter(|_| report.is_clean()))
}
