//! An SVG's shapes onto a canvas, with fonts and with what was drawn before.

use crate::canvas::Canvas;
use crate::color::Color;
use crate::coverage::{Coverage, Coverages, coverages, pixel};
use crate::error::{Error, FontError};
use crate::glyphs::{Font, PER_PIXEL, Weight};
use crate::size::Size;
use crate::svg::{self, Anchor, Shape, Text};
use std::sync::Arc;
use zeno::{Bounds, Fill, Point, Stroke};

/// Another one whenever the same SVG is drawn as other bytes than before: who keeps pictures keeps it with them.
pub const RECIPE: &[u8] = b"3";

/// The font files of the two weights, as OpenType has them.
#[derive(Debug, Clone, Copy)]
pub struct Fonts<'f> {
    /// For [`Weight::Regular`].
    pub regular: &'f [u8],
    /// For [`Weight::Bold`].
    pub bold: &'f [u8],
}

/// Draws pictures of one size with the same fonts, on any number of threads.
///
/// It remembers the letters and paths that it drew: what many pictures have in common is drawn once. What it remembers has a
/// limit, some tens of megabytes, and never decides what a picture looks like.
pub struct Renderer<'f> {
    size: Size,
    regular: Font<'f>,
    bold: Font<'f>,
    /// What paths cover, by their text and the width of their outline.
    paths: Coverages<(String, Option<u32>)>,
}

impl<'f> Renderer<'f> {
    /// Reads the fonts.
    pub fn new(size: Size, fonts: Fonts<'f>) -> Result<Self, FontError> {
        let (regular, bold) = (Font::read(fonts.regular)?, Font::read(fonts.bold)?);
        Ok(Self { size, regular, bold, paths: coverages() })
    }

    /// Draws an SVG on white, and packs it as PNG. The first thing in it that cannot be drawn is the error.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, Error> {
        let mut canvas = Canvas::new(self.size);
        for shape in svg::read(svg, self.size)? {
            match shape {
                Shape::Path(path, style) => {
                    self.draw_path(&mut canvas, &path, style.fill, None);
                    self.draw_path(&mut canvas, &path, style.stroke, Some(style.stroke_width));
                }
                Shape::Text(text) => self.draw_text(&mut canvas, &text),
            }
        }
        Ok(canvas.png())
    }

    /// How wide a text is in letters of one pixel, as if none moved towards its neighbour or away: it may come out some
    /// narrower, or wider by a hundredth.
    pub fn width(&self, weight: Weight, text: &str) -> f64 {
        self.font(weight).width(text)
    }

    /// Whether a font has a letter. One that it has not is drawn as the font's sign for that.
    pub fn has_letter(&self, weight: Weight, letter: char) -> bool {
        self.font(weight).has_letter(letter)
    }

    fn font(&self, weight: Weight) -> &Font<'f> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Draws what a path encloses, or its outline where that has a width.
    fn draw_path(&self, canvas: &mut Canvas, path: &str, color: Option<Color>, stroke_width: Option<f32>) {
        let Some(color) = color else { return };
        let style = stroke_width.map_or_else(|| Fill::NonZero.into(), |width| zeno::Style::from(Stroke::new(width)));
        let end = Point::new(self.size.width().into(), self.size.height().into());
        let room = Bounds::new(Point::new(0.0, 0.0), end);
        let key = (path.to_owned(), stroke_width.map(f32::to_bits));
        if let Some(coverage) = self.paths.find(key, || Coverage::of(path, style, room).map(Arc::new)) {
            canvas.draw(&coverage, (0, 0), color);
        }
    }

    fn draw_text(&self, canvas: &mut Canvas, text: &Text) {
        let Text { letters, x, y, style } = text;
        let Some(color) = style.fill else { return };
        let font = self.font(style.weight);
        let line = font.line(letters);
        let start = match style.anchor {
            Anchor::Start => *x,
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
}
