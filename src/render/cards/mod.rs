//! The pictures that links are shown with when they are shared: the theme's SVG as PNG.
//!
//! A picture depends on the text of its SVG, on the letters and on the way of drawing alone. What is remembered by the digest of
//! those is the mark of its bytes: the published site has the bytes, so they are kept nowhere else.

mod fonts;
pub(super) mod layout;

use crate::bahasa::{Kata, kata};
use crate::memo::Key;
use crate::memo::reading::{self, Grounds};
use crate::model::Model;
use crate::page::frame::card::{Card, HEIGHT, WIDTH, all};
use crate::page::frame::relink::unmarked;
use crate::page::frame::versions::Versions;
use crate::page::frame::words::speaking;
use crate::render::Tools;
use crate::render::cards::fonts::{FONTS, RENDERER};
use crate::render::sink::{ContentId, File, Sink};
use crate::report::{Diagnostic, Report};
use crate::value::kode_bahasa::KodeBahasa;
use anyhow::Result;
use kartu::{Error, RECIPE};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock};

/// The template of every picture.
pub const TEMPLATE: &str = "bagikan.svg";

/// Puts every picture into the sink, on all cores; those an earlier build drew are not drawn again where the sink has them.
pub fn draw_all(model: &Model, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let versi = Arc::new(Versions::of_site(&model.situs.record));
    let of_card = |card| versi.all().map(move |bahasa| (card, bahasa));
    let cards: Vec<Version<'_>> = all(model)
        .into_iter()
        .flat_map(of_card)
        .map(|(card, bahasa)| Version { card, bahasa, versi: &versi })
        .collect();
    let found: Result<Vec<Option<Diagnostic>>> =
        cards.into_par_iter().map(|card| put(&card, model, tools, sink)).collect();
    report.extend(found?.into_iter().flatten());
    Ok(())
}

/// A picture in one of the languages of the site.
struct Version<'v> {
    card: Card<'v>,
    bahasa: &'v KodeBahasa,
    versi: &'v Arc<Versions>,
}

impl<'v> Version<'v> {
    fn view(&self, model: &'v Model, tools: Tools<'_>) -> tera::Context {
        speaking(&tools.theme.words, (self.bahasa, self.versi), || self.card.view(model))
    }
}

/// Puts a picture into the sink; a template that cannot be drawn is a finding.
fn put<'m>(card: &Version<'m>, model: &'m Model, tools: Tools<'_>, sink: &dyn Sink) -> Result<Option<Diagnostic>> {
    let path = card.versi.address(&card.card.address(), card.bahasa).file().to_owned();
    let of_page = Key::of("card", &path);
    // Where nothing that its text is made from has changed, the text is not made.
    let known = tools.memo.recall_kept::<Key>(of_page);
    if known.is_some_and(|known| is_there(&path, *known, tools, sink)) || sink.is_outdated() {
        return Ok(None);
    }
    let (view, grounds) = reading::watch(|| card.view(model, tools));
    let svg = match tools.theme.render(TEMPLATE, &view, card.bahasa) {
        Ok(svg) => String::from_utf8(unmarked(svg)).expect("a template writes text"),
        Err(finding) => return Ok(Some(*finding)),
    };
    // Another day, or a theme that is another elsewhere, gives most pictures the same text.
    let of_text = Key::of("card as drawn", &digest(&svg));
    tools.memo.learn(of_page, grounds, of_text);
    if is_there(&path, of_text, tools, sink) {
        return Ok(None);
    }
    match RENDERER.png(&svg) {
        Ok(bytes) => {
            let id = sink.put(File { path, bytes })?;
            tools.drawn.learn(of_text, Grounds::default(), id);
            Ok(None)
        }
        Err(error) => Ok(Some(tools.theme.refuse(TEMPLATE, &said(&error)))),
    }
}

/// Whether the sink has the picture of a text as it was drawn.
fn is_there(path: &str, of_text: Key, tools: Tools<'_>, sink: &dyn Sink) -> bool {
    tools.drawn.recall_kept::<ContentId>(of_text).is_some_and(|id| sink.retain(path, &id))
}

/// Says why a template's text cannot be drawn.
fn said(error: &Error) -> Kata {
    match error {
        Error::NotDrawn(what) => kata(
            format!("{what} tidak bisa digambar di gambar tautan"),
            format!("{what} cannot be drawn in a picture for shared links"),
        ),
        Error::NotXml(why) => kata(format!("bukan XML yang utuh: {why}"), format!("this is no sound XML: {why}")),
        Error::NotWhole => kata("tidak ada <svg> … </svg> yang utuh", "there is no whole <svg> … </svg>"),
    }
}

/// The digest of everything that a picture follows from.
fn digest(svg: &str) -> [u8; 32] {
    MEANS.clone().chain_update(svg).finalize().into()
}

/// The digest so far of the way of drawing, the size and the letters.
static MEANS: LazyLock<Sha256> = LazyLock::new(|| {
    let drawing =
        Sha256::new().chain_update(RECIPE).chain_update(WIDTH.to_le_bytes()).chain_update(HEIGHT.to_le_bytes());
    drawing.chain_update(FONTS.regular).chain_update(FONTS.bold)
});
