//! A picture being drawn: pixels that name their colours in a table, as PNG has them.

use crate::color::{Color, PAPER, WHITE};
use crate::coverage::{Coverage, FULL};
use crate::packing;
use crate::size::Size;
use std::ops::Range;

/// A picture of one size, white before anything is drawn.
pub(crate) struct Canvas {
    size: Size,
    table: Vec<Color>,
    inks: Vec<Ink>,
    pixels: Vec<u8>,
}

/// A colour that is drawn with.
struct Ink {
    color: Color,
    /// The colours it makes by what lies under it and how much of that it covers, as far as they were made.
    mixtures: Vec<[Option<u8>; FULL as usize + 1]>,
}

impl Canvas {
    pub fn new(size: Size) -> Self {
        let pixels = vec![PAPER; usize::from(size.width()) * usize::from(size.height())];
        Self { size, table: vec![WHITE], inks: Vec::new(), pixels }
    }

    /// Lays a colour on what a shape covers; the shape is moved from where it lies by so many pixels.
    pub fn draw(&mut self, coverage: &Coverage, (x, y): (i32, i32), color: Color) {
        let place = self.inks.iter().position(|ink| ink.color == color).unwrap_or_else(|| {
            self.inks.push(Ink { color, mixtures: Vec::new() });
            self.inks.len() - 1
        });
        let Self { size, table, inks, pixels } = self;
        let (width, height) = (usize::from(size.width()), usize::from(size.height()));
        let ink = &mut inks[place];
        let whole = ink.over(PAPER, FULL, table);
        for run in &coverage.0 {
            let line = usize::try_from(y.saturating_add(run.y.into())).ok().filter(|line| *line < height);
            let Some(line) = line else { continue };
            let across = inside(x.saturating_add(run.x.into()), run.length, width);
            let start = line * width;
            let under = &mut pixels[start + across.start..start + across.end];
            match run.step {
                FULL => under.fill(whole),
                step => under.iter_mut().for_each(|pixel| *pixel = ink.over(*pixel, step, table)),
            }
        }
    }

    /// The picture as PNG.
    pub fn png(&self) -> Vec<u8> {
        packing::png(self.size, &self.table, &self.pixels)
    }
}

impl Ink {
    /// The place of the colour that it makes over another.
    fn over(&mut self, under: u8, step: u8, table: &mut Vec<Color>) -> u8 {
        let made = self.mixtures.get(usize::from(under)).and_then(|made| made[usize::from(step)]);
        made.unwrap_or_else(|| self.mix(under, step, table))
    }

    fn mix(&mut self, under: u8, step: u8, table: &mut Vec<Color>) -> u8 {
        if self.mixtures.len() <= usize::from(under) {
            self.mixtures.resize(usize::from(under) + 1, [None; FULL as usize + 1]);
        }
        // All soft edges on paper at once: the less two steps lie apart in the table, the less room a letter's edge takes.
        let steps = if under == PAPER && step < FULL { 1..=FULL - 1 } else { step..=step };
        for step in steps {
            let (below, over) = (table[usize::from(under)], self.color);
            let mixed = std::array::from_fn(|part| mixed(below[part], over[part], step));
            self.mixtures[usize::from(under)][usize::from(step)] = Some(place_of(mixed, table));
        }
        self.mixtures[usize::from(under)][usize::from(step)].expect("it was among the steps")
    }
}

/// A part of a colour over that of another.
fn mixed(under: u8, over: u8, step: u8) -> u8 {
    let [under, over, step, most] = [under, over, step, FULL].map(u16::from);
    u8::try_from((under * (most - step) + over * step + most / 2) / most).unwrap_or(u8::MAX)
}

/// A colour's place in the table; in a full one that of the nearest.
fn place_of(color: Color, table: &mut Vec<Color>) -> u8 {
    if !table.contains(&color) && u8::try_from(table.len()).is_ok() {
        table.push(color);
    }
    let far = |other: &Color| -> u16 { other.iter().zip(color).map(|(a, b)| u16::from(a.abs_diff(b))).sum() };
    (0..=u8::MAX).zip(&*table).min_by_key(|(_, other)| far(other)).map_or(0, |(place, _)| place)
}

/// Which of so many pixels side by side lie in a row of a width.
fn inside(start: i32, length: u16, width: usize) -> Range<usize> {
    let place = |x: i32| usize::try_from(x).unwrap_or_default().min(width);
    place(start)..place(start.saturating_add(length.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Picture;
    use zeno::{Bounds, Fill, Point};

    fn shape(path: &str) -> Coverage {
        Coverage::of(path, Fill::NonZero, Bounds::new(Point::new(0.0, 0.0), Point::new(1200.0, 630.0))).unwrap()
    }

    const SIZE: Size = Size::new(1200, 630).unwrap();

    /// What a decoder makes of it.
    fn read(canvas: &Canvas) -> Picture {
        Picture::read(&canvas.png())
    }

    #[test]
    fn colours_lie_over_one_another_as_they_were_drawn() {
        let mut canvas = Canvas::new(SIZE);
        canvas.draw(&shape("M0 0h10v10h-10z"), (5, 5), [200, 0, 0]);
        canvas.draw(&shape("M0 0h1.5v10h-1.5z"), (5, 5), [0, 0, 100]);
        let found = read(&canvas);
        let pixels = [(4, 5), (5, 5), (6, 5), (7, 5), (14, 14), (15, 14)].map(|at| found.at(at));
        assert_eq!(pixels, [WHITE, [0, 0, 100], [100, 0, 50], [200, 0, 0], [200, 0, 0], WHITE]);
    }

    #[test]
    fn what_reaches_over_the_edge_is_cut() {
        for (place, inside) in [((-5, -5), (0, 0)), ((1195, 625), (1199, 629)), ((-5, 625), (0, 629))] {
            let mut canvas = Canvas::new(SIZE);
            canvas.draw(&shape("M0 0h10v10h-10z"), place, [0; 3]);
            let found = read(&canvas);
            assert_eq!(found.at(inside), [0; 3], "{place:?}");
            assert_eq!(found.pixels.iter().filter(|pixel| **pixel == [0; 3]).count(), 25, "{place:?}");
        }
        let mut canvas = Canvas::new(SIZE);
        for far in [(i32::MIN, 0), (i32::MAX, 0), (0, i32::MAX), (-10, 0), (1200, 0), (0, 630)] {
            canvas.draw(&shape("M0 0h10v10h-10z"), far, [0; 3]);
        }
        assert!(read(&canvas).pixels.iter().all(|pixel| *pixel == WHITE));
    }

    #[test]
    fn more_colours_than_a_table_holds_become_the_nearest() {
        let mut canvas = Canvas::new(SIZE);
        let square = shape("M0 0h1v1h-1z");
        for (x, shade) in (0..300_i32).zip((0..=u8::MAX).cycle()) {
            canvas.draw(&square, (x, 0), [shade, if x < 256 { 0 } else { 90 }, 0]);
        }
        let found = read(&canvas);
        assert_eq!(found.at((0, 0)), [0, 0, 0]);
        assert_eq!(found.at((254, 0)), [254, 0, 0]);
        assert_eq!(found.at((299, 0)), [43, 0, 0], "what it would be, but for the green there is no room for");
    }
}
