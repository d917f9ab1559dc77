//! What a user of the crate sees: a text in, pixels or the name of what cannot be drawn out.

use crate::{Error, Fonts, Renderer, Size, Weight};
use png::{Decoder, Transformations};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::ops::Range;
use std::sync::LazyLock;

/// Two weights of Noto Sans.
pub(crate) const FONTS: Fonts<'static> = Fonts {
    regular: include_bytes!("../../../data/huruf/NotoSans-Regular.ttf"),
    bold: include_bytes!("../../../data/huruf/NotoSans-Bold.ttf"),
};

const SMALL: Size = Size::new(41, 30).unwrap();
const WHITE: [u8; 3] = [255; 3];
const RED: [u8; 3] = [255, 0, 0];

/// What a decoder makes of a PNG.
pub(crate) struct Picture {
    pub width: usize,
    pub pixels: Vec<[u8; 3]>,
}

impl Picture {
    pub fn read(png: &[u8]) -> Self {
        let mut decoder = Decoder::new(Cursor::new(png));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        Self { width: usize::try_from(frame.width).unwrap(), pixels: bytes.as_chunks().0.to_vec() }
    }

    pub fn at(&self, (x, y): (usize, usize)) -> [u8; 3] {
        self.pixels[y * self.width + x]
    }

    /// Whether nothing but paper is there.
    fn is_blank(&self, (across, down): (Range<usize>, Range<usize>)) -> bool {
        down.into_iter().all(|y| across.clone().all(|x| self.at((x, y)) == WHITE))
    }
}

fn renderer(size: Size) -> Renderer<'static> {
    Renderer::new(size, FONTS).unwrap()
}

/// A picture of these elements.
fn small(inside: &str) -> Result<Picture, Error> {
    static RENDERER: LazyLock<Renderer<'static>> = LazyLock::new(|| renderer(SMALL));
    Ok(Picture::read(&RENDERER.png(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>"))?))
}

#[test]
fn a_rectangle_is_the_pixels_that_it_covers() {
    let found = small("<rect x=\"2\" y=\"3\" width=\"30.5\" height=\"4\" fill=\"#f00\"/>").unwrap();
    assert_eq!((found.width, found.pixels.len()), (41, 41 * 30));
    for (place, pixel) in found.pixels.iter().enumerate() {
        let expected = match (place % 41, place / 41) {
            (2..32, 3..7) => RED,
            (32, 3..7) => [255, 128, 128],
            _ => WHITE,
        };
        assert_eq!(*pixel, expected, "{place}");
    }
}

#[test]
fn what_comes_later_lies_over_what_came_before() {
    let found = small(
        "<g fill=\"#00f\"><path d=\"M0 0h20v20h-20z\"/><path fill=\"none\" stroke=\"#f00\" stroke-width=\"2\" d=\"M0 10h20\"/></g>",
    )
    .unwrap();
    assert_eq!([(5, 8), (5, 9), (5, 10), (5, 11)].map(|at| found.at(at)), [[0, 0, 255], RED, RED, [0, 0, 255]]);
}

#[test]
fn a_text_stands_on_its_line_and_to_its_side() {
    let text = |anchor: &str| small(&format!("<text x=\"20\" y=\"20\" text-anchor=\"{anchor}\">HI</text>")).unwrap();
    let (start, middle, end) = (text("start"), text("middle"), text("end"));
    for found in [&start, &middle, &end] {
        assert!(
            found.is_blank((0..41, 20..30)) && found.is_blank((0..41, 0..7)),
            "above its foot, and no higher than its size"
        );
        assert!(found.pixels.contains(&[0; 3]), "an upright stem covers whole pixels");
    }
    assert!(start.is_blank((0..20, 0..30)) && !start.is_blank((20..41, 0..30)));
    assert!(!middle.is_blank((0..20, 0..30)) && !middle.is_blank((20..41, 0..30)));
    assert!(!end.is_blank((0..20, 0..30)) && end.is_blank((21..41, 0..30)));
}

#[test]
fn a_text_is_as_wide_as_was_measured() {
    let renderer = renderer(Size::new(300, 40).unwrap());
    for weight in [Weight::Regular, Weight::Bold] {
        let number = if weight == Weight::Bold { 700 } else { 400 };
        let svg = format!("<svg><text y=\"30\" font-size=\"20\" font-weight=\"{number}\">MIMOSA MIMOSA</text></svg>");
        let found = Picture::read(&renderer.png(&svg).unwrap());
        let last = (0..300).rev().find(|x| !found.is_blank((*x..*x + 1, 0..40))).unwrap();
        let last = f64::from(u32::try_from(last).unwrap());
        let wide = renderer.width(weight, "MIMOSA MIMOSA") * 20.0;
        assert!((wide - 3.0..wide + 1.0).contains(&last), "{weight:?}: measured {wide}, drawn {last}");
        assert!(renderer.has_letter(weight, 'é') && !renderer.has_letter(weight, '火'));
    }
    assert!(renderer.width(Weight::Bold, "surat") > renderer.width(Weight::Regular, "surat"));
}

#[test]
fn a_picture_of_half_the_size_has_everything_at_half_its_place() {
    let size = |width, height| Size::new(width, height).unwrap();
    let halved = renderer(size(80, 60)).drawn_as(size(40, 30)).unwrap();
    let draw =
        |inside: &str| Picture::read(&halved.png(&format!("<svg width=\"80\" height=\"60\">{inside}</svg>")).unwrap());
    let found = draw(
        "<path fill=\"#f00\" d=\"M4 6h61v8h-61z\"/><path fill=\"none\" stroke=\"#f00\" stroke-width=\"4\" d=\"M0 40h20\"/>",
    );
    assert_eq!((found.width, found.pixels.len()), (40, 40 * 30));
    for (place, pixel) in found.pixels.iter().enumerate() {
        let expected = match (place % 40, place / 40) {
            (2..32, 3..7) | (0..10, 19..21) => RED,
            (32, 3..7) => [255, 128, 128],
            _ => WHITE,
        };
        assert_eq!(*pixel, expected, "{place}");
    }
    // A text comes out as one that was written half as large.
    let text = draw("<text x=\"10\" y=\"40\" font-size=\"24\">HI</text>");
    let small = renderer(size(40, 30)).png("<svg><text x=\"5\" y=\"20\" font-size=\"12\">HI</text></svg>").unwrap();
    assert_eq!(text.pixels, Picture::read(&small).pixels);
    for (other, why) in [(size(40, 31), "nothing is stretched"), (size(160, 120), "nor drawn larger")] {
        assert!(renderer(size(80, 60)).drawn_as(other).is_none(), "{why}");
    }
}

#[test]
fn what_is_not_drawn_is_refused_by_name() {
    for (inside, name) in [
        ("<circle r=\"4\"/>", "<circle>"),
        ("<g transform=\"scale(2)\"/>", "transform=\"scale(2)\""),
        ("<rect width=\"9\" fill=\"url(#x)\"/>", "fill=\"url(#x)\""),
    ] {
        let error = small(inside).err().unwrap();
        assert_eq!(error, Error::NotDrawn(name.to_owned()));
        assert_eq!(error.to_string(), format!("{name} cannot be drawn"));
    }
    let broken = renderer(SMALL).png("<svg><g></svg>").unwrap_err();
    assert!(matches!(&broken, Error::NotXml(why) if broken.to_string().ends_with(why)), "{broken:?}");
    assert_eq!(renderer(SMALL).png("<svg>").unwrap_err(), Error::NotWhole);
    assert!(Renderer::new(SMALL, Fonts { regular: b"no font", ..FONTS }).is_err());
    assert!([(0, 9), (9, 0), (9, Size::MOST + 1)].iter().all(|(width, height)| Size::new(*width, *height).is_none()));
}

#[test]
fn what_was_drawn_before_changes_nothing() {
    let worn = renderer(SMALL);
    let svg = |letters: &str| format!("<svg><rect width=\"9\" height=\"9\"/><text y=\"20\">{letters}</text></svg>");
    for letters in ["ABC", "BCA", "CAB", "ABC"] {
        assert!(worn.png(&svg(letters)).unwrap() == renderer(SMALL).png(&svg(letters)).unwrap(), "{letters}");
    }
}

/// Numbers that look thrown and are the same in every run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap() % sides
    }
}

/// What is written over a piece of a sound text.
const ODD: &[&str] = &[
    "",
    "-",
    "0",
    "1e6",
    "-1e6",
    "1e38",
    "-1e39",
    "NaN",
    "inf",
    "999999999999",
    ".",
    "<",
    ">",
    "\"",
    "&",
    "&#0;",
    "&#x10ffff;",
    "\u{0}",
    "é",
    "\u{202e}",
    "<g>",
    "</g>",
    "<text>",
    "</svg>",
    "<svg>",
    "<![CDATA[",
    "<!--",
    "M",
    "Z",
    "z z",
    "h",
    "a 1 1 0 0 1 9 9",
    "a1e9 1e-9 0 1 1 3 3",
    "c",
    "Q 1e5 1e5",
    "s0 0 0 0",
    "l1e30 1e30",
    "L4096 -4095.7",
    "l-4000-3999",
    "none",
    "#",
    "#12345",
    "700",
    "2048",
    "4096",
];

#[test]
fn odd_texts_make_no_panic() {
    const SOUND: &str = "<svg width=\"41\" height=\"30\"><g fill=\"#0a0\"><path stroke=\"#123456\" stroke-width=\"3\" \
        d=\"M2 3h9v8c1 2 3 4 5 6q1 1 2 2a5 5 0 0 1 9 9z\"/><rect x=\"1\" y=\"2\" width=\"30\" height=\"4\"/></g>\
        <text x=\"9\" y=\"20\" font-size=\"14\" text-anchor=\"end\">Kata &amp; 12</text></svg>";
    let (renderer, mut dice) = (renderer(SMALL), Dice(7));
    let mut ends = BTreeSet::new();
    for _ in 0..4000 {
        let mut text: Vec<char> = SOUND.chars().collect();
        for _ in 0..=dice.roll(3) {
            let start = dice.roll(text.len());
            let end = (start + dice.roll(4)).min(text.len());
            text.splice(start..end, ODD[dice.roll(ODD.len())].chars());
        }
        let text: String = text.into_iter().collect();
        ends.insert(match renderer.png(&text) {
            Ok(png) => {
                assert_eq!(Picture::read(&png).pixels.len(), 41 * 30, "{text}");
                "drawn"
            }
            Err(Error::NotDrawn(_)) => "not drawn",
            Err(Error::NotXml(_)) => "no XML",
            Err(Error::NotWhole) => "not whole",
        });
    }
    assert_eq!(ends.len(), 4, "every end is reached: {ends:?}");
}
