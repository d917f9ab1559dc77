//! An SVG's shapes onto a canvas, with fonts and with what was drawn before.

use crate::canvas::Canvas;
use crate::color::Color;
use crate::coverage::{Coverage, Coverages, coverages, pixel};
use crate::error::{Error, FontError};
use crate::glyphs::{Font, PER_PIXEL, Weight};
use crate::size::Size;
use crate::svg::{self, Anchor, Shape, Text};
use std::sync::Arc;
use zeno::{Bounds, Fill, PathData, Point, Stroke, Transform};

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
/// A picture has as many pixels as its SVG says, or [fewer](Self::drawn_as).
///
/// It remembers the letters and paths that it drew: what many pictures have in common is drawn once. What it remembers has a
/// limit, some tens of megabytes, and never decides what a picture looks like.
pub struct Renderer<'f> {
    /// How large an SVG is in its own measure.
    svg: Size,
    /// How large its picture is in pixels.
    size: Size,
    /// How many pixels one of the SVG's is, across and down.
    scale: f32,
    regular: Font<'f>,
    bold: Font<'f>,
    /// What paths cover, by their text and the width of their outline.
    paths: Coverages<(String, Option<u32>)>,
}

impl<'f> Renderer<'f> {
    /// Reads the fonts; an SVG is as large as `size`, and so is its picture.
    pub fn new(size: Size, fonts: Fonts<'f>) -> Result<Self, FontError> {
        let (regular, bold) = (Font::read(fonts.regular)?, Font::read(fonts.bold)?);
        Ok(Self { svg: size, size, scale: 1.0, regular, bold, paths: coverages() })
    }

    /// The same for pictures smaller than their SVG; nothing where they would be larger, or another shape.
    #[must_use]
    pub fn drawn_as(self, size: Size) -> Option<Self> {
        let product = |a: u16, b: u16| u32::from(a) * u32::from(b);
        // How far something may lie is bounded as the SVG measures it: drawn larger, it could be out of reach.
        let is_smaller = size.width() <= self.svg.width();
        let is_same_shape = product(size.width(), self.svg.height()) == product(size.height(), self.svg.width());
        let scale = f32::from(size.width()) / f32::from(self.svg.width());
        (is_smaller && is_same_shape).then_some(Self { size, scale, paths: coverages(), ..self })
    }

    /// Draws an SVG on white, and packs it as PNG. The first thing in it that cannot be drawn is the error.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, Error> {
        let mut canvas = Canvas::new(self.size);
        for shape in svg::read(svg, self.svg)? {
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
        let outline = |width| zeno::Style::from(Stroke::new(width * self.scale));
        let style = stroke_width.map_or_else(|| Fill::NonZero.into(), outline);
        let end = Point::new(self.size.width().into(), self.size.height().into());
        let room = Bounds::new(Point::new(0.0, 0.0), end);
        let key = (path.to_owned(), stroke_width.map(f32::to_bits));
        let scale = Transform::scale(self.scale, self.scale);
        let scaled = || path.commands().map(|command| command.transform(&scale)).collect::<Vec<_>>();
        if let Some(coverage) = self.paths.find(key, || Coverage::of(&scaled(), style, room).map(Arc::new)) {
            canvas.draw(&coverage, (0, 0), color);
        }
    }

    fn draw_text(&self, canvas: &mut Canvas, text: &Text) {
        let Text { letters, x, y, style } = text;
        let Some(color) = style.fill else { return };
        let font = self.font(style.weight);
        let line = font.line(letters);
        let [x, y, size] = [*x, *y, style.size].map(|length| length * self.scale);
        let start = match style.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - line.width * size / 2.0,
            Anchor::End => x - line.width * size,
        };
        for &(glyph, right, up) in &line.glyphs {
            // To the nearest part of a pixel across, to the nearest pixel down.
            let across = pixel(((start + right * size) * f32::from(PER_PIXEL)).round());
            let down = pixel((y - up * size).round());
            let (whole, part) = (across.div_euclid(PER_PIXEL.into()), across.rem_euclid(PER_PIXEL.into()));
            let part = u8::try_from(part).expect("a part is smaller than the number of parts");
            if let Some(coverage) = font.cover(glyph, size, part) {
                canvas.draw(&coverage, (whole, down), color);
            }
        }
    }
}
