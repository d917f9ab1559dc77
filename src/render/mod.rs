//! Draws pages into files: templates with their views, pictures, copies.

pub mod anchors;
mod buffer;
pub mod builtin;
pub mod cache;
#[cfg(feature = "og")]
pub mod cards;
pub mod filters;
pub mod pictures;
mod qr;
pub mod search;
pub mod sink;
pub mod theme;

use crate::bahasa::kata;
use crate::page::frame::page::{Body, Page};
use crate::page::frame::words::speaking;
use crate::plan::Pages;
use crate::render::cache::PageCache;
use crate::render::sink::{File, Sink};
use crate::render::theme::Theme;
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::Sources;
use anyhow::Result;
use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};

/// What pages are drawn with.
#[derive(Clone, Copy)]
pub struct Tools<'t> {
    /// The templates.
    pub theme: &'t Theme,
    /// The files that pages are copies of.
    pub sources: &'t Sources,
    /// What an earlier build drew.
    pub cache: &'t PageCache,
}

/// Draws every page that is waited for into the sink, on all cores, but those an earlier build drew the same; a template that fails
/// is a finding, a sink that fails ends the work.
pub fn draw_all(pages: &Pages<'_>, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let left = tools.cache.retain(pages, |page| sink.is_waited_for(page), sink);
    report.extend(draw_each(one_by_one(left), tools, sink)?);
    Ok(())
}

/// Draws the other pages; they are left out where they are outdated.
pub fn draw_others(pages: &Pages<'_>, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let left = tools.cache.retain(pages, |page| !sink.is_waited_for(page), sink);
    report.extend(draw_each(one_by_one(left).filter(|_| !sink.is_outdated()), tools, sink)?);
    Ok(())
}

/// Each page is work of its own: where few are left, two long tables stand side by side.
fn one_by_one<'p, 'm>(left: Vec<&'p Page<'m>>) -> impl ParallelIterator<Item = &'p Page<'m>> {
    left.into_par_iter().with_max_len(1)
}

fn draw_each<'p, 'm: 'p>(
    left: impl ParallelIterator<Item = &'p Page<'m>>,
    tools: Tools<'_>,
    sink: &dyn Sink,
) -> Result<Vec<Diagnostic>> {
    let findings = Mutex::new(Vec::new());
    left.try_for_each(|page| -> Result<()> {
        let (drawn, seen) = page.observe(|| draw(page, tools));
        match drawn? {
            Ok(file) => tools.cache.learn(page, seen, sink.put(file)?),
            Err(finding) => findings.lock().unwrap_or_else(PoisonError::into_inner).push(*finding),
        }
        Ok(())
    })?;
    Ok(findings.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Draws one page; the inner error is a template's mistake, the outer one the machine's.
pub fn draw(page: &Page<'_>, tools: Tools<'_>) -> Result<Result<File, Box<Diagnostic>>> {
    let bytes = match speaking(&tools.theme.words, || (page.body)()) {
        Body::Html(template, view) => match tools.theme.render(template, &view) {
            Ok(html) => html,
            Err(finding) => return Ok(Err(finding)),
        },
        Body::Export(export) => buffer::written(|file| export.write(file))?,
        Body::Teks(text) => text.into_bytes(),
        Body::Salinan(path) => match pictures::scrub::clean(tools.sources.bytes(&path)?) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(Box::new(no_picture(&path, &error)))),
        },
    };
    Ok(Ok(File { path: page.address.file().to_owned(), bytes }))
}

/// A picture that is none behind its first bytes.
fn no_picture(path: &str, error: &img_parts::Error) -> Diagnostic {
    let what = kata(format!("gambar ini tidak bisa dibaca: {error}"), format!("this picture cannot be read: {error}"));
    Diagnostic::galat("RUJ-05", Place::file(path), what)
        .why(kata(
            "data yang ditulis kamera ke dalamnya harus dihapus sebelum terbit",
            "what the camera wrote into it must be taken out before it is published",
        ))
        .help(kata("simpan ulang sebagai JPEG, PNG atau WebP", "save it again as JPEG, PNG or WebP"))
}
