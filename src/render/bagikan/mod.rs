//! The pictures that links are shown with when they are shared: the theme's SVG as PNG.
//!
//! A picture depends on the text of its SVG, on the letters and on the way of drawing alone, so one that was kept is as good
//! as a new one.

mod cache;
mod canvas;
mod color;
mod coverage;
mod glyphs;
mod packing;
mod svg;
pub(super) mod tata;

use crate::model::Model;
use crate::model::tracked;
use crate::page::bagikan::{Kartu, LEBAR, TINGGI, all};
use crate::render::Tools;
use crate::render::bagikan::canvas::Canvas;
use crate::render::bagikan::color::Color;
use crate::render::bagikan::coverage::{Coverage, Coverages, coverages, pixel};
use crate::render::bagikan::glyphs::{PER_PIXEL, Weight};
use crate::render::bagikan::svg::{Anchor, Shape, Style};
use crate::render::ingatan::Taken;
use crate::render::sink::{File, Sink};
use crate::report::{Diagnostic, Report};
use anyhow::Result;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock};
use zeno::{Bounds, Fill, Point, Stroke};

/// The template of every picture.
pub const TEMPLAT: &str = "bagikan.svg";

/// Raise it whenever the same SVG is drawn as other bytes.
const RESEP: &[u8] = b"3";

/// Puts every picture into the sink, on all cores; those kept from an earlier build are not drawn again.
pub fn draw_all(model: &Model, tools: Tools<'_>, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let drawn = |kartu: Kartu<'_>| {
        let path = kartu.address().file().to_owned();
        if matches!(tools.ingatan.retain_group(&path, sink), Taken::All) || sink.is_outdated() {
            return Ok(None);
        }
        let (view, parts) = tracked::watch(|| kartu.view(model));
        Ok(match picture(&view, tools, sink) {
            Ok((name, bytes)) => {
                let cap = sink.put(File { path: path.clone(), bytes })?;
                tools.ingatan.learn_group((&path, &name), &parts, vec![(path.clone(), cap)]);
                None
            }
            Err(finding) => Some(*finding),
        })
    };
    let found: Result<Vec<Option<Diagnostic>>> = all(model).into_par_iter().map(drawn).collect();
    report.extend(found?.into_iter().flatten());
    Ok(())
}

/// A picture as PNG with the name it is kept under, from what is kept or drawn; a template that cannot be drawn is a finding.
fn picture(view: &tera::Context, tools: Tools<'_>, sink: &dyn Sink) -> Result<(String, Vec<u8>), Box<Diagnostic>> {
    let svg = String::from_utf8(tools.theme.render(TEMPLAT, view)?).expect("a template writes text");
    let name = name(&svg);
    if let Some(bytes) = sink.kept(&name) {
        return Ok((name, bytes));
    }
    let shapes = svg::read(&svg).map_err(|error| Box::new(tools.theme.refuse(TEMPLAT, &error)))?;
    let bytes = drawn(&shapes).png();
    sink.keep(&name, &bytes);
    Ok((name, bytes))
}

/// Draws shapes on white, in order.
fn drawn(shapes: &[Shape]) -> Canvas {
    let mut canvas = Canvas::new();
    for shape in shapes {
        match shape {
            Shape::Path(path, style) => {
                draw_path(&mut canvas, path, (style.fill, None));
                draw_path(&mut canvas, path, (style.stroke, Some(style.stroke_width)));
            }
            Shape::Text(text, place, style) => draw_text(&mut canvas, text, *place, style),
        }
    }
    canvas
}

/// Draws what a path encloses, or its outline where that has a width.
fn draw_path(canvas: &mut Canvas, path: &str, (color, stroke_width): (Option<Color>, Option<f32>)) {
    let Some(color) = color else { return };
    let style = stroke_width.map_or_else(|| Fill::NonZero.into(), |width| zeno::Style::from(Stroke::new(width)));
    let room = Bounds::new(Point::new(0.0, 0.0), Point::new(f32::from(LEBAR), f32::from(TINGGI)));
    let key = (path.to_owned(), stroke_width.map(f32::to_bits));
    if let Some(coverage) = PATHS.find(key, || Coverage::of(path, style, room).map(Arc::new)) {
        canvas.draw(&coverage, (0, 0), color);
    }
}

/// What paths cover, by their text and the width of their outline.
static PATHS: LazyLock<Coverages<(String, Option<u32>)>> = LazyLock::new(coverages);

fn draw_text(canvas: &mut Canvas, text: &str, (x, y): (f32, f32), style: &Style) {
    let Some(color) = style.fill else { return };
    let font = style.weight.font();
    let line = font.line(text);
    let start = match style.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - line.width * style.size / 2.0,
        Anchor::End => x - line.width * style.size,
    };
    for &(glyph, right, up) in &line.glyphs {
        // To the nearest part of a pixel across, to the nearest pixel down.
        let across = pixel(((start + right * style.size) * f32::from(PER_PIXEL)).round());
        let down = pixel((y - up * style.size).round());
        let (whole, part) = (across.div_euclid(PER_PIXEL.into()), across.rem_euclid(PER_PIXEL.into()));
        let part = u8::try_from(part).expect("a part is smaller than the number of parts");
        if let Some(coverage) = font.cover(glyph, style.size, part) {
            canvas.draw(&coverage, (whole, down), color);
        }
    }
}

/// What a picture is kept as.
fn name(svg: &str) -> String {
    let digest = MEANS.clone().chain_update(svg).finalize();
    let hex = digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    format!("{hex}.png")
}

/// The digest so far of the way of drawing and of the letters.
static MEANS: LazyLock<Sha256> = LazyLock::new(|| {
    let weights = [Weight::Regular, Weight::Bold];
    weights.iter().fold(Sha256::new().chain_update(RESEP), |digest, weight| digest.chain_update(weight.bytes()))
});
