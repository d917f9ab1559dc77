//! How much of each pixel a shape covers.

use crate::cache::Cache;
use std::hash::Hash;
use std::sync::Arc;
use zeno::{Bounds, Mask, PathData, Style};

/// A pixel that is covered in whole; between nothing and this, letters have soft edges. With so few steps a picture of letters in
/// one colour has less than sixteen colours, and its file half the size.
pub(crate) const FULL: u8 = 12;

/// How many runs of covered pixels are remembered, 8 bytes each.
const MOST_RUNS: usize = 1 << 20;

/// What a shape covers, row by row from the top, from left to right.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Coverage(pub Vec<Run>);

/// Pixels side by side that are covered alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    /// Where the first of them is.
    pub x: i16,
    pub y: i16,
    /// How many they are.
    pub length: u16,
    /// How much of each is covered, from 1 to [`FULL`].
    pub step: u8,
}

/// What shapes cover that were drawn, by what they are.
pub(crate) type Coverages<K> = Cache<K, Option<Arc<Coverage>>>;

/// No shape that was drawn yet.
pub(crate) fn coverages<K: Hash + Eq>() -> Coverages<K> {
    // What covers nothing takes room too.
    Cache::new(MOST_RUNS, |cover| cover.as_ref().map_or(1, |cover| cover.0.len()))
}

impl Coverage {
    /// What a path covers of a room; nothing where it lies outside.
    pub fn of<'s>(path: impl PathData, style: impl Into<Style<'s>>, room: Bounds) -> Option<Self> {
        let style = style.into();
        let whole = zeno::bounds(&path, style, None);
        let min = (whole.min.x.max(room.min.x).floor(), whole.min.y.max(room.min.y).floor());
        let max = (whole.max.x.min(room.max.x).ceil(), whole.max.y.min(room.max.y).ceil());
        let (width, height) = (length(max.0 - min.0)?, length(max.1 - min.1)?);
        let (covered, _) = Mask::new(path).style(style).offset((-min.0, -min.1)).size(width, height).render();
        let rows = covered.chunks_exact(width as usize).zip(pixel(min.1)..);
        Some(Self(rows.flat_map(|(row, y)| runs(row, (pixel(min.0), y))).collect()))
    }
}

/// The covered pixels of a row that begins at a place.
fn runs(row: &[u8], (mut x, y): (i32, i32)) -> impl Iterator<Item = Run> {
    row.chunk_by(|a, b| step(*a) == step(*b)).filter_map(move |alike| {
        let (start, length) = (x, u16::try_from(alike.len()).ok()?);
        x += i32::from(length);
        let at = |place: i32| i16::try_from(place).ok();
        Some(Run { x: at(start)?, y: at(y)?, length, step: step(alike[0]) }).filter(|run| run.step > 0)
    })
}

/// The step that is nearest to a part of 255.
fn step(covered: u8) -> u8 {
    let (most, covered) = (u16::from(u8::MAX), u16::from(covered));
    u8::try_from((covered * u16::from(FULL) + most / 2) / most).unwrap_or(FULL)
}

/// A length of whole pixels, where it is one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is more than nothing and less than a room"
)]
fn length(pixels: f32) -> Option<u32> {
    (pixels >= 1.0).then_some(pixels as u32)
}

/// A whole number of pixels; what is too far away is as far as can be said.
#[expect(clippy::cast_possible_truncation, reason = "the cast ends at the largest number there is")]
pub(crate) fn pixel(place: f32) -> i32 {
    place as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeno::{Fill, Point, Stroke};

    fn room() -> Bounds {
        Bounds::new(Point::new(0.0, 0.0), Point::new(10.0, 10.0))
    }

    #[test]
    fn a_pixel_half_covered_is_half_a_step() {
        let whole = |x, y, length| Run { x, y, length, step: FULL };
        let found = Coverage::of("M1 2h2.5v1h-2.5z", Fill::NonZero, room()).unwrap();
        assert_eq!(found.0, [whole(1, 2, 2), Run { x: 3, y: 2, length: 1, step: FULL / 2 }]);
        let line = Coverage::of("M2 5h4", Stroke::new(2.0), room()).unwrap();
        assert_eq!(line.0, [whole(2, 4, 4), whole(2, 5, 4)]);
    }

    #[test]
    fn what_lies_outside_is_not_drawn() {
        assert_eq!(Coverage::of("M20 20h5v5h-5z", Fill::NonZero, room()), None);
        let wide = Coverage::of("M-900000 8h1900000v900000h-1900000z", Fill::NonZero, room()).unwrap();
        assert_eq!(wide.0, [8, 9].map(|y| Run { x: 0, y, length: 10, step: FULL }));
    }
}
