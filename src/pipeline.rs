//! The order of the stages.

use crate::bahasa::kata;
use crate::check;
use crate::model::{self, Model, Pilihan};
use crate::page::{self, Pages};
use crate::record::Records;
use crate::render::sink::{File, Sink};
use crate::render::theme::Theme;
use crate::render::{self, Tools};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
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
        render::gambar::check(&model, sources, report);
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
    if let Some(clash) = asset_clash(pages, &theme) {
        report.add(clash);
        return Ok(());
    }
    render::gambar::draw_all(model, sources, sink, report)?;
    let tools = Tools { theme: &theme, sources };
    #[cfg(feature = "og")]
    render::bagikan::draw_all(model, tools, sink, report)?;
    if !report.is_clean() {
        return Ok(());
    }
    render::draw_all(pages, tools, sink, report)?;
    render::cari::draw_all(&page::cari::index(model), sink)?;
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

/// A theme's own file at the address of a page would take its place.
fn asset_clash(pages: &Pages<'_>, theme: &Theme) -> Option<Diagnostic> {
    let clash = pages.pages.iter().find(|page| theme.assets.contains_key(page.address.file()))?;
    let file = clash.address.file();
    let what = kata(
        format!("berkas tema aset/{file} memakai alamat sebuah halaman"),
        format!("the theme's file aset/{file} has the address of a page"),
    );
    let help = kata("ganti nama berkas aset itu", "rename that asset");
    Some(Diagnostic::galat("RUJ-06", Place::file("themes"), what).help(help))
}
