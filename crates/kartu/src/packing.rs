//! A picture's pixels as PNG.
//!
//! Of thousands, packing them harder would take longer than drawing them: rows are written as what differs from the one
//! above, which is mostly nothing, for a packer that looks for nothing else.

use crate::color::{Color, PAPER};
use crate::size::Size;
use fdeflate::compress_to_vec;
use png::{BitDepth, ColorType, Encoder, EncodingError, chunk};
use std::iter::once;

/// PNG's number for a row written as it is.
const AS_IT_IS: u8 = 0;
/// PNG's number for a row written as what differs from the one above.
const UP: u8 = 2;

/// Pixels that are places in a table of colours, as PNG.
pub(crate) fn png(size: Size, table: &[Color], pixels: &[u8]) -> Vec<u8> {
    written(size, table, pixels).expect("a Vec takes all that is written")
}

fn written(size: Size, table: &[Color], pixels: &[u8]) -> Result<Vec<u8>, EncodingError> {
    let depth = if table.len() > 16 { BitDepth::Eight } else { BitDepth::Four };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size.width().into(), size.height().into());
    encoder.set_color(ColorType::Indexed);
    encoder.set_palette(table.concat());
    encoder.set_depth(depth);
    let mut writer = encoder.write_header()?;
    writer.write_chunk(chunk::IDAT, &compress_to_vec(&differences(size, pixels, depth)))?;
    writer.finish()?;
    Ok(bytes)
}

/// The bytes of all rows, each after PNG's number for how it is written.
fn differences(size: Size, pixels: &[u8], depth: BitDepth) -> Vec<u8> {
    let width = usize::from(size.width());
    let paper = vec![PAPER; width];
    let rows: Vec<&[u8]> = once(&paper[..]).chain(pixels.chunks_exact(width)).collect();
    let mut above = bytes(&paper, depth);
    // Paper is nothing but zeros: with this number before it rows of it are one long run.
    let mut same = AS_IT_IS;
    let mut found = Vec::with_capacity((above.len() + 1) * usize::from(size.height()));
    for pair in rows.windows(2) {
        if pair[0] == pair[1] {
            found.push(same);
            found.resize(found.len() + above.len(), 0);
        } else {
            let row = bytes(pair[1], depth);
            found.push(UP);
            found.extend(row.iter().zip(&above).map(|(byte, above)| byte.wrapping_sub(*above)));
            same = if pair[1] == paper { AS_IT_IS } else { UP };
            above = row;
        }
    }
    found
}

/// A row's pixels, two in a byte where that is enough.
fn bytes(row: &[u8], depth: BitDepth) -> Vec<u8> {
    if depth == BitDepth::Eight {
        return row.to_vec();
    }
    // The left pixel's four bits over the right one's; as numbers of two bytes they are worked out many at a time.
    let (pairs, last) = row.as_chunks();
    let pairs = pairs.iter().map(|pair| u16::from_le_bytes(*pair)).map(|pair| (pair << 4 | pair >> 8).to_le_bytes()[0]);
    pairs.chain(last.iter().map(|last| last << 4)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Picture;

    /// What a decoder makes of a picture whose rows are given by their number, in so many colours.
    fn read(size: Size, colours: u8, row: impl Fn(usize) -> Vec<u8>) -> (Vec<u8>, Vec<u8>) {
        let table: Vec<Color> = (0..colours).map(|shade| [shade, 0, 255 - shade]).collect();
        let pixels: Vec<u8> = (0..usize::from(size.height())).flat_map(row).collect();
        let found = Picture::read(&png(size, &table, &pixels));
        (pixels, found.pixels.iter().map(|pixel| pixel[0]).collect())
    }

    #[test]
    fn every_pixel_is_as_it_was() {
        // Of many kinds: rows of one colour, rows like those above, and pixels that no two rows have in common.
        for (width, colours) in [(1200, 1), (1200, 2), (1200, 16), (1200, 17), (1200, 255), (1, 2), (9, 16), (9, 17)] {
            let noise = |y: usize, x: usize| (x * x / 7 + y * y * 31 + x * y) % usize::from(colours);
            let shade = |y: usize, x: usize| match y % 90 {
                0..20 => 0,
                20..30 => y / 90 % usize::from(colours),
                30..50 => noise(y / 4, x),
                50..80 => noise(y, x),
                _ => noise(1, x),
            };
            let row = |y| (0..usize::from(width)).map(|x| u8::try_from(shade(y, x)).unwrap()).collect();
            let (drawn, found) = read(Size::new(width, 630).unwrap(), colours, row);
            assert!(drawn == found, "{width} wide in {colours} colours");
        }
    }
}
