//! The letters of a font: how wide they are, how they stand beside each other, and what each covers.

use crate::cache::Cache;
use crate::coverage::{Coverage, Coverages, coverages};
use crate::error::FontError;
use harfrust::{Direction, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer, script};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::BTreeMap;
use std::sync::Arc;
use zeno::{Bounds, Command, Fill, Point};

/// How thick letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As in running text.
    Regular,
    /// As in names and numbers.
    Bold,
}

/// Places between two pixels that a letter may stand at.
pub(crate) const PER_PIXEL: u8 = 4;

/// How many letters of lines are remembered, 12 bytes each.
const MOST_LETTERS: usize = 1 << 16;

/// A font, and what is known of it.
pub(crate) struct Font<'f> {
    file: FontRef<'f>,
    shaper: ShaperData,
    plan: ShapePlan,
    /// How many of the font's units the letters' size is.
    units: f32,
    widths: Widths,
    drawn: Coverages<GlyphKey>,
    lines: Cache<String, Arc<Line>>,
}

/// The width of every letter of a font, in parts of the letters' size.
struct Widths {
    letters: BTreeMap<char, f64>,
    /// Of the letters of ASCII, which most texts are made of.
    ascii: [f64; 128],
    /// Of a letter that the font does not have.
    other: f64,
}

/// A line of letters, in parts of their size.
pub(crate) struct Line {
    /// Each letter with its place.
    pub glyphs: Vec<(GlyphId, f32, f32)>,
    pub width: f32,
}

/// A letter as it is drawn: which, how large (its size's bits), and how far from a whole pixel.
type GlyphKey = (GlyphId, u32, u8);

impl<'f> Font<'f> {
    /// Reads a font file.
    pub fn read(bytes: &'f [u8]) -> Result<Self, FontError> {
        let file = FontRef::new(bytes).map_err(|error| FontError(error.to_string()))?;
        let shaper = ShaperData::new(&file);
        let plan =
            ShapePlan::new(&shaper.shaper(&file).build(), Direction::LeftToRight, Some(script::LATIN), None, &[]);
        let units = f32::from(file.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let lines = Cache::new(MOST_LETTERS, |line: &Arc<Line>| line.glyphs.len());
        Ok(Self { widths: Widths::of(&file), shaper, plan, units, file, drawn: coverages(), lines })
    }

    /// How wide a text is in letters of one pixel, as if none moved.
    pub fn width(&self, text: &str) -> f64 {
        text.chars().map(|letter| self.widths.of_letter(letter)).sum()
    }

    /// Whether it has a letter.
    pub fn has_letter(&self, letter: char) -> bool {
        self.widths.letters.contains_key(&letter)
    }

    /// The letters of a text, each moved towards its neighbours as the font has it.
    pub fn line(&self, text: &str) -> Arc<Line> {
        self.lines.find(text.to_owned(), || Arc::new(self.shape(text)))
    }

    fn shape(&self, text: &str) -> Line {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let options = ShapeOptions::new().plan(Some(&self.plan));
        let shaped = self.shaper.shaper(&self.file).build().shape(buffer, options);
        let part = |units: i32| float(units) / self.units;
        let (mut glyphs, mut width) = (Vec::with_capacity(shaped.len()), 0.0);
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            glyphs.push((GlyphId::new(info.glyph_id), width + part(place.x_offset), part(place.y_offset)));
            width += part(place.x_advance);
        }
        Line { glyphs, width }
    }

    /// What a letter covers, from where it stands, so many parts of a pixel to the right; nothing of a space.
    pub fn cover(&self, glyph: GlyphId, size: f32, part: u8) -> Option<Arc<Coverage>> {
        self.drawn.find((glyph, size.to_bits(), part), || self.draw(glyph, size, part).map(Arc::new))
    }

    fn draw(&self, glyph: GlyphId, size: f32, part: u8) -> Option<Coverage> {
        let mut pen = Pen { path: Vec::new(), right: f32::from(part) / f32::from(PER_PIXEL) };
        let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
        self.file.outline_glyphs().get(glyph)?.draw(settings, &mut pen).ok()?;
        // No letter reaches farther than twice its size.
        let far = Point::new(2.0 * size, 2.0 * size);
        Coverage::of(&pen.path, Fill::NonZero, Bounds::new(Point::new(-far.x, -far.y), far))
    }
}

/// Takes an outline as pixels, which go down where letters go up.
struct Pen {
    path: Vec<Command>,
    right: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(x + self.right, -y)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.push(Command::MoveTo(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.push(Command::LineTo(self.at(x, y)));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.path.push(Command::QuadTo(self.at(cx0, cy0), self.at(x, y)));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.push(Command::CurveTo(self.at(cx0, cy0), self.at(cx1, cy1), self.at(x, y)));
    }

    fn close(&mut self) {
        self.path.push(Command::Close);
    }
}

impl Widths {
    fn of(font: &FontRef<'_>) -> Self {
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let width = |glyph| metrics.advance_width(glyph).map_or(1.0, f64::from);
        let letters = font.charmap().mappings().filter_map(|(code, glyph)| Some((char::from_u32(code)?, width(glyph))));
        let (letters, other): (BTreeMap<char, f64>, f64) = (letters.collect(), width(GlyphId::NOTDEF));
        let ascii = std::array::from_fn(|code| {
            u8::try_from(code).ok().and_then(|code| letters.get(&char::from(code))).copied().unwrap_or(other)
        });
        Self { letters, ascii, other }
    }

    fn of_letter(&self, letter: char) -> f64 {
        let ascii = self.ascii.get(letter as usize);
        ascii.or_else(|| self.letters.get(&letter)).copied().unwrap_or(self.other)
    }
}

/// A font's units, of which a picture never has so many that a fraction is lost.
#[expect(clippy::cast_precision_loss, reason = "a letter is some thousand units wide")]
fn float(units: i32) -> f32 {
    units as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::FONTS;

    #[test]
    fn a_line_is_as_wide_as_its_letters_but_for_those_that_move() {
        let font = Font::read(FONTS.bold).unwrap();
        let moved = |text: &str| f64::from(font.line(text).width) - font.width(text);
        for text in ["ABDUL", "Yogyakarta", "H. SITI, S.E.", "KABUPATEN CONTOH DAN KEPULAUAN CONTOH"] {
            assert!(moved(text) < 0.02, "{text}: {}", moved(text));
        }
        assert!(moved("AVATAR") < -0.05, "{}", moved("AVATAR"));
    }

    #[test]
    fn a_letter_stands_on_its_line_and_a_space_covers_nothing() {
        let font = Font::read(FONTS.regular).unwrap();
        let cover = |letter: &str, part| font.cover(font.line(letter).glyphs[0].0, 40.0, part);
        let (high, low) = (cover("H", 0).unwrap(), cover("p", 0).unwrap());
        let lowest = |cover: &Coverage| cover.0.last().unwrap().y;
        assert_eq!(lowest(&high), -1, "no foot below the line");
        assert!(lowest(&low) > 5);
        assert!(cover("H", 2).unwrap() != high && cover("H", 0).unwrap() == high);
        assert!(cover(" ", 0).is_none());
    }
}
