//! Draws pages into files: templates with their views, pictures, copies.

pub mod anchors;
mod buffer;
pub mod builtin;
#[cfg(feature = "og")]
pub mod cards;
pub mod contact;
pub mod filters;
pub mod pictures;
mod qr;
pub mod search;
pub mod sink;
pub mod theme;

use crate::bahasa::kata;
use crate::memo::Session;
use crate::page::frame::page::{Body, Page};
use crate::page::frame::relink::unmarked;
use crate::page::frame::words::speaking;
use crate::plan::Pages;
use crate::render::sink::{ContentId, File, Sink};
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
    /// What is remembered of pages.
    pub memo: &'t Session<'t>,
    /// What is remembered of pictures for links, whatever the day and the theme.
    pub drawn: &'t Session<'t>,
}

/// Draws every page that is waited for into the sink, on all cores, but those an earlier build drew the same; a template that fails
/// is a finding, a sink that fails ends the work.
pub fn draw_all(pages: &Pages<'_>, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let left = left(pages, |page| sink.is_waited_for(page), tools.memo, sink);
    report.extend(draw_each(pages, one_by_one(left), tools, sink)?);
    Ok(())
}

/// Draws the other pages; they are left out where they are outdated.
pub fn draw_others(pages: &Pages<'_>, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let left = left(pages, |page| !sink.is_waited_for(page), tools.memo, sink);
    report.extend(draw_each(pages, one_by_one(left).filter(|_| !sink.is_outdated()), tools, sink)?);
    Ok(())
}

/// The wanted pages that are not as an earlier build drew them, on all cores. What is remembered is not trusted for what it says of
/// a file: the [sink](Sink::retain) has those bytes, or the page is drawn.
fn left<'p, 'm>(
    pages: &'p Pages<'m>,
    is_wanted: impl Fn(&Page<'_>) -> bool + Sync,
    memo: &Session<'_>,
    sink: &dyn Sink,
) -> Vec<&'p Page<'m>> {
    let is_as_it_was = |page: &Page<'_>| {
        let id = (!page.is_read_late).then(|| memo.recall_kept::<ContentId>(page.memo_key())).flatten();
        id.is_some_and(|id| sink.retain(page.address.file(), &id))
    };
    pages.pages.par_iter().map(|page| &**page).filter(|page| is_wanted(page) && !is_as_it_was(page)).collect()
}

/// Each page is work of its own: where few are left, two long tables stand side by side.
fn one_by_one<'p, 'm>(left: Vec<&'p Page<'m>>) -> impl ParallelIterator<Item = &'p Page<'m>> {
    left.into_par_iter().with_max_len(1)
}

fn draw_each<'p, 'm: 'p>(
    pages: &Pages<'m>,
    left: impl ParallelIterator<Item = &'p Page<'m>>,
    tools: Tools<'_>,
    sink: &dyn Sink,
) -> Result<Vec<Diagnostic>> {
    let findings = Mutex::new(Vec::new());
    left.try_for_each(|page| -> Result<()> {
        let (drawn, grounds) = page.watch(|| draw(pages, page, tools));
        match drawn? {
            Ok(file) => {
                let id = sink.put(file)?;
                if !page.is_read_late {
                    tools.memo.learn(page.memo_key(), grounds, id);
                }
            }
            Err(finding) => findings.lock().unwrap_or_else(PoisonError::into_inner).push(*finding),
        }
        Ok(())
    })?;
    Ok(findings.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Draws one page; the inner error is a template's mistake, the outer one the machine's.
pub fn draw(pages: &Pages<'_>, page: &Page<'_>, tools: Tools<'_>) -> Result<Result<File, Box<Diagnostic>>> {
    let words = &tools.theme.words;
    let bytes = match speaking(words, (&page.bahasa, &page.versi), || made(page))? {
        Made::View(template, view) => match tools.theme.render(template, &view, &page.bahasa) {
            Ok(html) => pages.finished(page, html, words),
            Err(finding) => return Ok(Err(finding)),
        },
        Made::File(bytes) => unmarked(bytes),
        Made::Copy(path) => match pictures::scrub::clean(tools.sources.bytes(&path)?) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(Box::new(no_picture(&path, &error)))),
        },
    };
    Ok(Ok(File { path: page.address.file().to_owned(), bytes }))
}

/// What a page is made into while its words are said.
enum Made {
    /// A view, which a template draws.
    View(&'static str, Box<tera::Context>),
    /// A file.
    File(Vec<u8>),
    /// The copy of a file of the content.
    Copy(String),
}

fn made(page: &Page<'_>) -> Result<Made> {
    Ok(match (page.body)() {
        Body::Html(template, view) => Made::View(template, view),
        Body::Export(export) => Made::File(buffer::written(|file| export.write(file))?),
        Body::Teks(text) => Made::File(text.into_bytes()),
        Body::Salinan(path) => Made::Copy(path),
    })
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
