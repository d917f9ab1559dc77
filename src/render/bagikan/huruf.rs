//! The letters of pictures: two weights of Noto Sans inside the program, and how wide a line of them is.

use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The family's name, as a theme writes it.
pub(super) const KELUARGA: &str = "Noto Sans";

/// How thick letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tebal {
    /// As in running text.
    Biasa,
    /// As in names and numbers.
    Tebal,
}

/// The width of every letter of a font, in parts of the letters' size.
struct Lebar {
    /// Of the letters of ASCII, which most texts are made of.
    ascii: [f64; 128],
    huruf: BTreeMap<char, f64>,
    /// Of a letter that the font does not have.
    lain: f64,
}

impl Tebal {
    /// The font file.
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Biasa => include_bytes!("../../../data/huruf/NotoSans-Regular.ttf"),
            Self::Tebal => include_bytes!("../../../data/huruf/NotoSans-Bold.ttf"),
        }
    }

    /// How wide a text is in letters of one pixel. Letters that move together count in full, so it may come out narrower.
    pub(super) fn width(self, text: &str) -> f64 {
        static BIASA: OnceLock<Lebar> = OnceLock::new();
        static TEBAL: OnceLock<Lebar> = OnceLock::new();
        let lebar = match self {
            Self::Biasa => &BIASA,
            Self::Tebal => &TEBAL,
        };
        lebar.get_or_init(|| Lebar::of(self.bytes())).of_text(text)
    }
}

impl Lebar {
    fn of(bytes: &[u8]) -> Self {
        let font = skrifa::FontRef::new(bytes).expect("the program's own font is sound");
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let width = |glyph| metrics.advance_width(glyph).map_or(1.0, f64::from);
        let huruf = font.charmap().mappings().filter_map(|(code, glyph)| Some((char::from_u32(code)?, width(glyph))));
        let (huruf, lain): (BTreeMap<char, f64>, f64) = (huruf.collect(), width(skrifa::GlyphId::NOTDEF));
        let ascii = std::array::from_fn(|code| {
            u8::try_from(code).ok().and_then(|code| huruf.get(&char::from(code))).copied().unwrap_or(lain)
        });
        Self { ascii, huruf, lain }
    }

    fn of_text(&self, text: &str) -> f64 {
        text.chars().map(|letter| self.of_letter(letter)).sum()
    }

    fn of_letter(&self, letter: char) -> f64 {
        let ascii = self.ascii.get(letter as usize);
        ascii.or_else(|| self.huruf.get(&letter)).copied().unwrap_or(self.lain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_wider_than_small_letters_and_bold_ones_wider_still() {
        let widths =
            [Tebal::Biasa.width("surat suara"), Tebal::Biasa.width("SURAT SUARA"), Tebal::Tebal.width("SURAT SUARA")];
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
    }

    #[test]
    fn names_in_every_spelling_have_their_letters() {
        for weight in [Tebal::Biasa, Tebal::Tebal] {
            let font = skrifa::FontRef::new(weight.bytes()).unwrap();
            for letter in "ABCXYZabcxyz0123456789 .,'’‘ʼ“”()/&-–—éèüñçŠşØ…•·".chars() {
                assert!(font.charmap().map(letter).is_some(), "{weight:?} has no {letter}");
            }
        }
    }
}
