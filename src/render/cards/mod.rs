//! The pictures that links are shown with when they are shared: the theme's SVG as PNG.
//!
//! A picture depends on the text of its SVG, on the letters and on the way of drawing alone, so one that was kept is as good
//! as a new one.

mod fonts;
pub(super) mod layout;

use crate::bahasa::{Kata, kata};
use crate::memo::{Key, reading};
use crate::model::Model;
use crate::page::frame::card::{Card, all};
use crate::render::Tools;
use crate::render::cards::fonts::{FONTS, RENDERER};
use crate::render::sink::{ContentId, File, Sink};
use crate::report::{Diagnostic, Report};
use anyhow::Result;
use kartu::{Error, RECIPE};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The template of every picture.
pub const TEMPLATE: &str = "bagikan.svg";

/// Puts every picture into the sink, on all cores; those kept from an earlier build are not drawn again.
pub fn draw_all(model: &Model, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let drawn = |kartu: Card<'_>| {
        let path = kartu.address().file().to_owned();
        let key = Key::of("card", &path);
        let known = tools.memo.recall_kept::<(ContentId, String)>(key);
        if known.is_some_and(|known| is_as_it_was(&path, &known.0, &known.1, sink)) || sink.is_outdated() {
            return Ok(None);
        }
        let (view, grounds) = reading::watch(|| kartu.view(model));
        Ok(match picture(&view, tools, sink) {
            Ok((name, bytes)) => {
                let id = sink.put(File { path: path.clone(), bytes })?;
                tools.memo.learn(key, grounds, (id, name));
                None
            }
            Err(finding) => Some(*finding),
        })
    };
    let found: Result<Vec<Option<Diagnostic>>> = all(model).into_par_iter().map(drawn).collect();
    report.extend(found?.into_iter().flatten());
    Ok(())
}

/// Whether the sink has a picture as it was drawn; what it keeps of it then stays.
fn is_as_it_was(path: &str, id: &ContentId, name: &str, sink: &dyn Sink) -> bool {
    let is_there = sink.retain(path, id);
    if is_there {
        sink.still_wanted(name);
    }
    is_there
}

/// A picture as PNG with the name it is kept under, from what is kept or drawn; a template that cannot be drawn is a finding.
fn picture(view: &tera::Context, tools: Tools<'_>, sink: &dyn Sink) -> Result<(String, Vec<u8>), Box<Diagnostic>> {
    let svg = String::from_utf8(tools.theme.render(TEMPLATE, view)?).expect("a template writes text");
    let name = name(&svg);
    if let Some(bytes) = sink.kept(&name) {
        return Ok((name, bytes));
    }
    let bytes = RENDERER.png(&svg).map_err(|error| Box::new(tools.theme.refuse(TEMPLATE, &said(&error))))?;
    sink.keep(&name, &bytes);
    Ok((name, bytes))
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

/// What a picture is kept as.
fn name(svg: &str) -> String {
    let digest = MEANS.clone().chain_update(svg).finalize();
    let hex = digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    format!("{hex}.png")
}

/// The digest so far of the way of drawing and of the letters.
static MEANS: LazyLock<Sha256> =
    LazyLock::new(|| Sha256::new().chain_update(RECIPE).chain_update(FONTS.regular).chain_update(FONTS.bold));
