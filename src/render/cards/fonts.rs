//! What pictures for shared links are drawn with: the two weights of Noto Sans inside the program.

use crate::page::frame::card::{HEIGHT, WIDTH};
use kartu::{Fonts, Renderer, Size};
use std::sync::LazyLock;

/// The font files.
pub(super) const FONTS: Fonts<'static> = Fonts {
    regular: include_bytes!("../../../data/huruf/NotoSans-Regular.ttf"),
    bold: include_bytes!("../../../data/huruf/NotoSans-Bold.ttf"),
};

/// What the theme's SVG measures, as its coordinates have it.
const SVG: Size = Size::new(1200, 630).expect("an SVG may be as large as that");

/// Draws and measures with them; what it drew once it remembers while the program runs.
pub(super) static RENDERER: LazyLock<Renderer<'static>> = LazyLock::new(|| {
    let size = Size::new(WIDTH, HEIGHT).expect("the size of a picture for shared links is one that can be drawn");
    let renderer = Renderer::new(SVG, FONTS).expect("the program's own fonts are sound");
    renderer.drawn_as(size).expect("a picture is the shape of its SVG")
});

#[cfg(test)]
mod tests {
    use super::*;
    use kartu::Weight;

    #[test]
    fn names_in_every_spelling_have_their_letters() {
        for weight in [Weight::Regular, Weight::Bold] {
            for letter in "ABCXYZabcxyz0123456789 .,'’‘ʼ“”()/&-–—éèüñçŠşØ…•·".chars() {
                assert!(RENDERER.has_letter(weight, letter), "{weight:?} has no {letter}");
            }
        }
    }

    #[test]
    fn capitals_are_wider_than_small_letters_and_bold_ones_wider_still() {
        let width = |weight, text| RENDERER.width(weight, text);
        let widths = [
            width(Weight::Regular, "surat suara"),
            width(Weight::Regular, "SURAT SUARA"),
            width(Weight::Bold, "SURAT SUARA"),
        ];
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
    }
}
