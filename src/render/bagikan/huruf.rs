//! The letters of pictures: two weights of Noto Sans inside the program.

use crate::render::bagikan::cakupan::{Cakupan, Tergambar, tergambar};
use crate::render::bagikan::simpanan::Simpanan;
use harfrust::{Direction, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer, script};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use zeno::{Bounds, Command, Fill, Point};

/// How thick letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tebal {
    /// As in running text.
    Biasa,
    /// As in names and numbers.
    Tebal,
}

/// Places between two pixels that a letter may stand at.
pub(super) const PER_PIXEL: u8 = 4;

/// How many letters of lines are remembered, 12 bytes each.
const MOST_LETTERS: usize = 1 << 16;

/// A font, and what is known of it.
pub(super) struct Fon {
    font: FontRef<'static>,
    shaper: ShaperData,
    plan: ShapePlan,
    /// How many of the font's units the letters' size is.
    units: f32,
    lebar: Lebar,
    drawn: Tergambar<Rupa>,
    lines: Simpanan<String, Arc<Baris>>,
}

/// The width of every letter of a font, in parts of the letters' size.
struct Lebar {
    huruf: BTreeMap<char, f64>,
    /// Of the letters of ASCII, which most texts are made of.
    ascii: [f64; 128],
    /// Of a letter that the font does not have.
    lain: f64,
}

/// A line of letters, in parts of their size.
pub(super) struct Baris {
    /// Each letter with its place.
    pub huruf: Vec<(GlyphId, f32, f32)>,
    pub lebar: f32,
}

/// A letter as it is drawn: which, how large (its size's bits), and how far from a whole pixel.
type Rupa = (GlyphId, u32, u8);

impl Tebal {
    /// The font file.
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Biasa => include_bytes!("../../../data/huruf/NotoSans-Regular.ttf"),
            Self::Tebal => include_bytes!("../../../data/huruf/NotoSans-Bold.ttf"),
        }
    }

    /// The font, read once.
    pub(super) fn fon(self) -> &'static Fon {
        static BIASA: OnceLock<Fon> = OnceLock::new();
        static TEBAL: OnceLock<Fon> = OnceLock::new();
        let fon = match self {
            Self::Biasa => &BIASA,
            Self::Tebal => &TEBAL,
        };
        fon.get_or_init(|| Fon::of(self.bytes()))
    }

    /// How wide a text is in letters of one pixel, as if none moved towards its neighbour or away: it may come out some
    /// narrower, or wider by a hundredth.
    pub(super) fn width(self, text: &str) -> f64 {
        self.fon().lebar.of_text(text)
    }
}

impl Fon {
    fn of(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).expect("the program's own font is sound");
        let shaper = ShaperData::new(&font);
        let plan =
            ShapePlan::new(&shaper.shaper(&font).build(), Direction::LeftToRight, Some(script::LATIN), None, &[]);
        let units = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let lines = Simpanan::new(MOST_LETTERS, |line: &Arc<Baris>| line.huruf.len());
        Self { lebar: Lebar::of(&font), shaper, plan, units, font, drawn: tergambar(), lines }
    }

    /// The letters of a text, each moved towards its neighbours as the font has it.
    pub(super) fn line(&self, text: &str) -> Arc<Baris> {
        self.lines.find(text.to_owned(), || Arc::new(self.shape(text)))
    }

    fn shape(&self, text: &str) -> Baris {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let options = ShapeOptions::new().plan(Some(&self.plan));
        let glyphs = self.shaper.shaper(&self.font).build().shape(buffer, options);
        let part = |units: i32| float(units) / self.units;
        let (mut huruf, mut lebar) = (Vec::with_capacity(glyphs.len()), 0.0);
        for (info, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            huruf.push((GlyphId::new(info.glyph_id), lebar + part(place.x_offset), part(place.y_offset)));
            lebar += part(place.x_advance);
        }
        Baris { huruf, lebar }
    }

    /// What a letter covers, from where it stands, so many parts of a pixel to the right; nothing of a space.
    pub(super) fn cover(&self, huruf: GlyphId, ukuran: f32, part: u8) -> Option<Arc<Cakupan>> {
        self.drawn.find((huruf, ukuran.to_bits(), part), || self.draw(huruf, ukuran, part).map(Arc::new))
    }

    fn draw(&self, huruf: GlyphId, ukuran: f32, part: u8) -> Option<Cakupan> {
        let mut pena = Pena { path: Vec::new(), kanan: f32::from(part) / f32::from(PER_PIXEL) };
        let settings = DrawSettings::unhinted(Size::new(ukuran), LocationRef::default());
        self.font.outline_glyphs().get(huruf)?.draw(settings, &mut pena).ok()?;
        // No letter reaches farther than twice its size.
        let far = Point::new(2.0 * ukuran, 2.0 * ukuran);
        Cakupan::of(&pena.path, Fill::NonZero, Bounds::new(Point::new(-far.x, -far.y), far))
    }
}

/// Takes an outline as pixels, which go down where letters go up.
struct Pena {
    path: Vec<Command>,
    kanan: f32,
}

impl Pena {
    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(x + self.kanan, -y)
    }
}

impl OutlinePen for Pena {
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

impl Lebar {
    fn of(font: &FontRef<'_>) -> Self {
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let width = |glyph| metrics.advance_width(glyph).map_or(1.0, f64::from);
        let huruf = font.charmap().mappings().filter_map(|(code, glyph)| Some((char::from_u32(code)?, width(glyph))));
        let (huruf, lain): (BTreeMap<char, f64>, f64) = (huruf.collect(), width(GlyphId::NOTDEF));
        let ascii = std::array::from_fn(|code| {
            u8::try_from(code).ok().and_then(|code| huruf.get(&char::from(code))).copied().unwrap_or(lain)
        });
        Self { huruf, ascii, lain }
    }

    fn of_text(&self, text: &str) -> f64 {
        text.chars().map(|letter| self.of_letter(letter)).sum()
    }

    fn of_letter(&self, letter: char) -> f64 {
        let ascii = self.ascii.get(letter as usize);
        ascii.or_else(|| self.huruf.get(&letter)).copied().unwrap_or(self.lain)
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

    #[test]
    fn a_line_is_as_wide_as_its_letters_but_for_those_that_move() {
        let fon = Tebal::Tebal.fon();
        let moved = |text: &str| f64::from(fon.line(text).lebar) - Tebal::Tebal.width(text);
        for text in ["ABDUL", "Yogyakarta", "H. SITI, S.E.", "KABUPATEN CONTOH DAN KEPULAUAN CONTOH"] {
            assert!(moved(text) < 0.02, "{text}: {}", moved(text));
        }
        assert!(moved("AVATAR") < -0.05, "{}", moved("AVATAR"));
    }

    #[test]
    fn a_letter_stands_on_its_line_and_a_space_covers_nothing() {
        let fon = Tebal::Biasa.fon();
        let cover = |letter: &str, part| fon.cover(fon.line(letter).huruf[0].0, 40.0, part);
        let (high, low) = (cover("H", 0).unwrap(), cover("p", 0).unwrap());
        let foot = |cover: &Cakupan| cover.0.last().unwrap().y;
        assert_eq!(foot(&high), -1, "no foot below the line");
        assert!(foot(&low) > 5);
        assert!(cover("H", 2).unwrap() != high && cover("H", 0).unwrap() == high);
        assert!(cover(" ", 0).is_none());
    }

    #[test]
    fn capitals_are_wider_than_small_letters_and_bold_ones_wider_still() {
        let widths =
            [Tebal::Biasa.width("surat suara"), Tebal::Biasa.width("SURAT SUARA"), Tebal::Tebal.width("SURAT SUARA")];
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
    }

    #[test]
    fn names_in_every_spelling_have_their_letters() {
        for weight in [Tebal::Biasa, Tebal::Tebal] {
            let font = FontRef::new(weight.bytes()).unwrap();
            for letter in "ABCXYZabcxyz0123456789 .,'’‘ʼ“”()/&-–—éèüñçŠşØ…•·".chars() {
                assert!(font.charmap().map(letter).is_some(), "{weight:?} has no {letter}");
            }
        }
    }
}
