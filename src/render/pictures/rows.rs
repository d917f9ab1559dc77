//! A large PNG brought near the size it is shown in row by row, so that it is never in memory as a whole.
//!
//! A PNG of fifty million pixels may have some hundred kilobytes, and decoders take half a gigabyte for it.

use image::RgbImage;
use png::{BitDepth, ColorType, Decoder, Limits, Transformations};
use std::io::Cursor;

/// The most that the decoder may ask for beside its rows, in bytes.
const MEMORY: usize = 16 << 20;

/// A PNG that is not interlaced, `times` smaller, on white; nothing where it cannot be read to its end.
pub(super) fn reduced(bytes: &[u8], times: u32) -> Option<RgbImage> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MEMORY });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width / times, reader.info().height / times);
    let (colour, depth) = reader.output_color_type();
    let channels = channels(colour).filter(|_| depth == BitDepth::Eight && !reader.info().interlaced)?;
    let mut picture = RgbImage::new(width, height);
    let mut sums = vec![[0_u64; 3]; width as usize];
    for y in 0..reader.info().height {
        let row = reader.next_row().ok()??;
        for (sums, pixels) in sums.iter_mut().zip(row.data().chunks(channels * times as usize)) {
            pixels.chunks_exact(channels).for_each(|pixel| add(sums, pixel));
        }
        if (y + 1) % times == 0 && y / times < height {
            write(&mut picture, y / times, &mut sums, u64::from(times) * u64::from(times));
        }
    }
    reader.finish().ok()?;
    Some(picture)
}

fn channels(colour: ColorType) -> Option<usize> {
    Some(match colour {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        // Expanded when it is read.
        ColorType::Indexed => return None,
    })
}

/// Adds a pixel on white.
fn add(sums: &mut [u64; 3], pixel: &[u8]) {
    let (colours, alpha) = match pixel {
        [grey] => ([grey; 3], 255),
        [grey, alpha] => ([grey; 3], u64::from(*alpha)),
        [red, green, blue] => ([red, green, blue], 255),
        [red, green, blue, alpha, ..] => ([red, green, blue], u64::from(*alpha)),
        [] => return,
    };
    for (sum, colour) in sums.iter_mut().zip(colours) {
        *sum += (u64::from(*colour) * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}

/// Writes the means of what was added, and begins anew.
fn write(picture: &mut RgbImage, y: u32, sums: &mut [[u64; 3]], count: u64) {
    for (x, sums) in (0..).zip(sums) {
        let mean = |sum: u64| u8::try_from((sum + count / 2) / count).unwrap_or(255);
        picture.put_pixel(x, y, image::Rgb(sums.map(mean)));
        *sums = [0; 3];
    }
}

#[cfg(test)]
mod tests {
    use super::reduced;
    use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
    use std::io::Cursor;

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn each_pixel_is_the_mean_of_a_square() {
        let picture = RgbImage::from_fn(7, 5, |x, _| if x % 2 == 0 { Rgb([0, 10, 200]) } else { Rgb([100, 30, 200]) });
        let small = reduced(&png(&picture.into()), 2).unwrap();
        assert_eq!(small.dimensions(), (3, 2));
        assert!(small.pixels().all(|pixel| *pixel == Rgb([50, 20, 200])));
        let clear = RgbaImage::from_pixel(4, 4, Rgba([0, 0, 0, 0]));
        assert!(reduced(&png(&clear.into()), 4).unwrap().pixels().all(|pixel| *pixel == Rgb([255; 3])));
    }

    #[test]
    fn what_is_cut_short_is_nothing() {
        let noisy = |x: u32, y: u32| Rgb([x * 7 + y * 13, x * y, x ^ y].map(|colour| colour.to_le_bytes()[0]));
        let whole = png(&RgbImage::from_fn(64, 64, noisy).into());
        assert!(reduced(&whole, 2).is_some());
        for length in 0..whole.len() - 12 {
            assert!(reduced(&whole[..length], 2).is_none(), "{length} of {}", whole.len());
        }
    }
}
