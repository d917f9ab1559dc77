//! What a picture's SVG says: shapes and lines of text, each in one colour.
//!
//! It is the part of SVG that the drawing needs. Anything else is refused, so that nothing is left out unseen.

use crate::color::Color;
use crate::error::Error;
use crate::glyphs::Weight;
use crate::size::Size;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape};
use std::fmt::Display;
use zeno::{Command, PathData, Point};

/// Something that is drawn.
#[derive(Debug, PartialEq)]
pub(crate) enum Shape {
    /// A path, as SVG writes it.
    Path(String, Style),
    /// A line of text.
    Text(Text),
}

/// A line of text, with the point where its letters stand.
#[derive(Debug, PartialEq)]
pub(crate) struct Text {
    pub letters: String,
    pub x: f32,
    pub y: f32,
    pub style: Style,
}

/// How something is drawn: what SVG hands down from an element to those inside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// What it is filled with.
    pub fill: Option<Color>,
    /// What its outline is drawn with, and how wide.
    pub stroke: Option<Color>,
    pub stroke_width: f32,
    /// The size of letters, in pixels.
    pub size: f32,
    pub weight: Weight,
    pub anchor: Anchor,
}

/// Which part of a line of text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// An element being read.
struct Element {
    name: String,
    style: Style,
    /// Where it lies, and its size.
    x: f32,
    y: f32,
    width: f32,
    height: f32,
    /// The path's own text.
    d: String,
}

/// What SVG says where nothing is written.
const INITIAL: Style = Style {
    fill: Some([0; 3]),
    stroke: None,
    stroke_width: 1.0,
    size: 16.0,
    weight: Weight::Regular,
    anchor: Anchor::Start,
};

/// Reads what is drawn, in order; the first thing that cannot be drawn is the error.
pub(crate) fn read(svg: &str, picture: Size) -> Result<Vec<Shape>, Error> {
    let mut reader = Reader::from_str(svg);
    let (mut shapes, mut open, mut text) = (Vec::new(), Vec::<Element>::new(), String::new());
    let mut is_seen = false;
    loop {
        match reader.read_event().map_err(|error| no_xml(&error))? {
            Event::Start(start) => {
                open.push(Element::read(&start, open.last(), picture)?);
                text.clear();
                is_seen = true;
            }
            Event::Empty(start) => {
                shapes.extend(Element::read(&start, open.last(), picture)?.shape(""));
                is_seen = true;
            }
            Event::End(_) => {
                if let Some(element) = open.pop() {
                    shapes.extend(element.shape(&text));
                }
                text.clear();
            }
            Event::Text(piece) => text.push_str(&piece.xml10_content()),
            Event::CData(piece) => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(name) => {
                let letter = name.resolve_char_ref().map_err(|error| no_xml(&error))?.map(String::from);
                let named = || escape::resolve_predefined_entity(&name).map(str::to_owned);
                text.push_str(&letter.or_else(named).ok_or_else(|| not_drawn(&format!("&{};", &*name)))?);
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::DocType(_) => return Err(not_drawn("<!DOCTYPE>")),
            Event::Eof if !open.is_empty() || !is_seen => return Err(Error::NotWhole),
            Event::Eof => return Ok(shapes),
        }
    }
}

impl Element {
    fn read(start: &BytesStart<'_>, around: Option<&Self>, picture: Size) -> Result<Self, Error> {
        let name = start.name().as_ref().to_owned();
        let is_here = match around.map(|around| &*around.name) {
            None => name == "svg",
            Some("svg" | "g") => matches!(&*name, "g" | "path" | "rect" | "text"),
            Some(_) => false,
        };
        if !is_here {
            return Err(not_drawn(&format!("<{name}>")));
        }
        let style = around.map_or(INITIAL, |around| around.style);
        let mut element = Self { name, style, x: 0.0, y: 0.0, width: 0.0, height: 0.0, d: String::new() };
        for attribute in start.attributes() {
            element.take(&attribute.map_err(|error| no_xml(&error))?, picture)?;
        }
        Ok(element)
    }

    fn take(&mut self, attribute: &Attribute<'_>, picture: Size) -> Result<(), Error> {
        let name = attribute.key.as_ref();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| no_xml(&error))?;
        let value = value.trim();
        let refused = || not_drawn(&format!("{name}=\"{value}\""));
        let (width, height, most) = (picture.width(), picture.height(), picture.longest());
        let style = &mut self.style;
        match (&*self.name, name) {
            ("svg", "width") if value == width.to_string() => {}
            ("svg", "height") if value == height.to_string() => {}
            ("svg", "viewBox") if value == format!("0 0 {width} {height}") => {}
            ("svg", "xmlns") | (_, "id" | "font-family") => {}
            ("path", "d") if is_path(value) => value.clone_into(&mut self.d),
            ("rect" | "text", "x") => self.x = number(value).ok_or_else(refused)?,
            ("rect" | "text", "y") => self.y = number(value).ok_or_else(refused)?,
            ("rect", "width") => self.width = number(value).ok_or_else(refused)?,
            ("rect", "height") => self.height = number(value).ok_or_else(refused)?,
            (_, "fill") if value == "none" => style.fill = None,
            (_, "fill") => style.fill = Some(colour(value).ok_or_else(refused)?),
            (_, "stroke") if value == "none" => style.stroke = None,
            (_, "stroke") => style.stroke = Some(colour(value).ok_or_else(refused)?),
            (_, "stroke-width") => style.stroke_width = length(value, most).ok_or_else(refused)?,
            (_, "font-size") => style.size = length(value, most).ok_or_else(refused)?,
            (_, "font-weight") => style.weight = weight(value).ok_or_else(refused)?,
            (_, "text-anchor") => style.anchor = anchor(value).ok_or_else(refused)?,
            _ => return Err(refused()),
        }
        Ok(())
    }

    /// What it draws, with the text that stands in it.
    fn shape(self, text: &str) -> Option<Shape> {
        let Self { name, style, x, y, width, height, d } = self;
        match &*name {
            "path" => Some(Shape::Path(d, style)),
            "rect" => Some(Shape::Path(format!("M{x} {y}h{width}v{height}h{}z", -width), style)),
            // Spaces count as one, as SVG has it.
            "text" => {
                Some(Shape::Text(Text { letters: text.split_whitespace().collect::<Vec<_>>().join(" "), x, y, style }))
            }
            _ => None,
        }
    }
}

/// How far from a picture's corner something may lie, in pixels. Lines longer than four times this, across and down together,
/// overflow the 32 bits that `zeno` follows them with; an outline, at most as wide as a picture, adds less than that to both ends.
const FARTHEST: f32 = 4096.0;

/// Whether a text is a path, all of it in reach.
fn is_path(value: &str) -> bool {
    let is_near = |points: &[Point]| points.iter().all(|point| point.x.abs() <= FARTHEST && point.y.abs() <= FARTHEST);
    zeno::validate_svg(value).is_ok()
        && value.commands().all(|command| match command {
            Command::MoveTo(to) | Command::LineTo(to) => is_near(&[to]),
            Command::QuadTo(by, to) => is_near(&[by, to]),
            Command::CurveTo(by, and, to) => is_near(&[by, and, to]),
            Command::Close => true,
        })
}

/// A number of pixels that a picture may have something to do with.
fn number(value: &str) -> Option<f32> {
    value.strip_suffix("px").unwrap_or(value).parse().ok().filter(|number: &f32| number.abs() <= FARTHEST)
}

/// A number that is not below zero, nor larger than a picture.
fn length(value: &str, most: u16) -> Option<f32> {
    number(value).filter(|number| (0.0..=f32::from(most)).contains(number))
}

/// A colour such as `#7d1128` or `#fff`.
fn colour(value: &str) -> Option<Color> {
    let digit = |c: char| u8::try_from(c.to_digit(16)?).ok();
    let digits: Vec<u8> = value.strip_prefix('#')?.chars().map(digit).collect::<Option<_>>()?;
    match digits[..] {
        [red, green, blue] => Some([red, green, blue].map(|digit| digit * 17)),
        [r, red, g, green, b, blue] => Some([r * 16 + red, g * 16 + green, b * 16 + blue]),
        _ => None,
    }
}

fn weight(value: &str) -> Option<Weight> {
    match value {
        "400" | "normal" => Some(Weight::Regular),
        "700" | "bold" => Some(Weight::Bold),
        _ => None,
    }
}

fn anchor(value: &str) -> Option<Anchor> {
    match value {
        "start" => Some(Anchor::Start),
        "middle" => Some(Anchor::Middle),
        "end" => Some(Anchor::End),
        _ => None,
    }
}

fn not_drawn(what: &str) -> Error {
    Error::NotDrawn(what.to_owned())
}

fn no_xml(error: &dyn Display) -> Error {
    Error::NotXml(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size::new(1200, 630).unwrap();

    /// A picture of these elements.
    fn found(inside: &str) -> Result<Vec<Shape>, Error> {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" fill=\"#17191c\">{inside}</svg>"
        );
        read(&svg, SIZE)
    }

    #[test]
    fn an_element_has_what_those_around_it_say() {
        let ink = Style { fill: Some([0x17, 0x19, 0x1c]), ..INITIAL };
        let bold = Style { weight: Weight::Bold, size: 30.0, anchor: Anchor::Middle, ..ink };
        let text = "<g font-weight=\"700\" font-size=\"30\"><text x=\"9.5\" y=\"8\" text-anchor=\"middle\"> SITI\n &amp; &#85;DIN </text></g>";
        assert_eq!(
            found(text).unwrap(),
            [Shape::Text(Text { letters: "SITI & UDIN".to_owned(), x: 9.5, y: 8.0, style: bold })]
        );
        let shapes = "<!-- x --><path fill=\"none\" stroke=\"#f00\" stroke-width=\"4\" d=\"M2 2h9\"/><rect x=\"1\" width=\"3\" height=\"2\"/>";
        let line = Style { fill: None, stroke: Some([255, 0, 0]), stroke_width: 4.0, ..ink };
        let expected = [Shape::Path("M2 2h9".to_owned(), line), Shape::Path("M1 0h3v2h-3z".to_owned(), ink)];
        assert_eq!(found(shapes).unwrap(), expected);
    }

    #[test]
    fn what_is_not_drawn_is_said() {
        for (inside, said) in [
            ("<image href=\"x.png\"/>", "<image>"),
            ("<path d=\"M1 1h2\" opacity=\"0.5\"/>", "opacity=\"0.5\""),
            ("<path d=\"M1 1 besar\"/>", "d=\"M1 1 besar\""),
            ("<path d=\"M1 1h3e3h3e3\"/>", "d=\"M1 1h3e3h3e3\""),
            ("<path fill=\"red\" d=\"M1 1h2\"/>", "fill=\"red\""),
            ("<text font-size=\"1e5\">x</text>", "font-size=\"1e5\""),
            ("<text>x<text>y</text></text>", "<text>"),
            ("<text>&nama;</text>", "&nama;"),
        ] {
            assert_eq!(found(inside).unwrap_err(), Error::NotDrawn(said.to_owned()));
        }
        for broken in ["", "<svg>", "<p/>", "<svg width=\"600\"/>", "<svg><g></svg>"] {
            assert!(read(broken, SIZE).is_err(), "{broken}");
        }
    }
}
