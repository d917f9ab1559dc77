//! What stands behind the people of a photo: the colour of its upper left and right edges, and how plain that is.
//!
//! It is looked at once for each picture, when its fingerprint is taken, and remembered with that.

use serde::{Deserialize, Serialize};

/// The background of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backdrop {
    /// Its middle colour: red, green, blue.
    pub warna: [u8; 3],
    /// How far its parts are from that colour, on average: a wall is below ten, a street far above.
    pub ragam: u8,
}

/// How far two colours are from one another, so that anybody sees it: a white wall and a red one, not two lights on one wall.
const FAR: u32 = 90;
/// How much more is to be seen behind one person than behind another: a street, and not a curtain.
const BUSIER: u8 = 30;

impl Backdrop {
    /// Whether anybody sees that two backgrounds are not alike.
    pub fn is_far_from(self, other: Self) -> bool {
        let squares = self.warna.iter().zip(other.warna).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2));
        squares.sum::<u32>() > FAR * FAR || self.ragam.abs_diff(other.ragam) > BUSIER
    }
}

/// The background of a picture; nothing of what cannot be read, or is too large to be read in passing.
#[cfg(feature = "gambar")]
pub(super) fn of(bytes: &[u8]) -> Option<Backdrop> {
    // A decoder that gives up in the middle is as good as one that refuses: it is said when the picture is drawn.
    std::panic::catch_unwind(|| measured(&decoded(bytes)?)).ok().flatten()
}

/// Without the means to read pictures nothing is known of them.
#[cfg(not(feature = "gambar"))]
pub(super) fn of(_bytes: &[u8]) -> Option<Backdrop> {
    None
}

/// The most memory a decoder may ask for, in bytes: 12 million pixels in four colours.
#[cfg(feature = "gambar")]
const MEMORY: u64 = 48 << 20;

#[cfg(feature = "gambar")]
fn decoded(bytes: &[u8]) -> Option<image::RgbImage> {
    use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let turn = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(turn);
    // A cut-out stands on white, as it is published.
    Some(on_white(&picture))
}

#[cfg(feature = "gambar")]
#[expect(clippy::cast_possible_truncation, reason = "a weighted mean of bytes is a byte")]
fn on_white(picture: &image::DynamicImage) -> image::RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let pixels = picture.to_rgba8();
    image::RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0.map(u32::from);
        image::Rgb([red, green, blue].map(|part| ((part * alpha + 255 * (255 - alpha)) / 255) as u8))
    })
}

/// The edges of the upper half: below stand shoulders.
#[cfg(feature = "gambar")]
fn measured(picture: &image::RgbImage) -> Option<Backdrop> {
    let (width, height) = picture.dimensions();
    // A twelfth on each side: a face in the middle does not reach there.
    let (edge, half) = ((width / 12).max(1), (height / 2).max(1));
    if width < 12 || height < 12 {
        return None;
    }
    let columns = || (0..edge).chain(width - edge..width);
    let pixels: Vec<[u8; 3]> =
        (0..half).flat_map(|y| columns().map(move |x| (x, y))).map(|(x, y)| picture.get_pixel(x, y).0).collect();
    let middle = |part: usize| {
        let mut values: Vec<u8> = pixels.iter().map(|pixel| pixel[part]).collect();
        let at = values.len() / 2;
        *values.select_nth_unstable(at).1
    };
    let warna = [middle(0), middle(1), middle(2)];
    let off = |pixel: &[u8; 3]| pixel.iter().zip(warna).map(|(part, of)| u64::from(part.abs_diff(of))).sum::<u64>();
    let all: u64 = pixels.iter().map(off).sum();
    let mean = all / (pixels.len() as u64 * 3);
    Some(Backdrop { warna, ragam: u8::try_from(mean).unwrap_or(u8::MAX) })
}
