//! Which way up a picture was held, from what the camera wrote into it.

use crate::value::tiff::Tiff;
use img_parts::{Bytes, DynImage, ImageEXIF};

/// Which way a picture is turned, as EXIF counts: 1 is upright, from 5 on it lies on its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orientation(u8);

impl Orientation {
    /// Upright.
    pub const UPRIGHT: Self = Self(1);

    /// How the JPEG, PNG or WebP picture in `bytes` is turned; what says nothing is upright.
    pub fn of(bytes: &Bytes) -> Self {
        let picture = DynImage::from_bytes(bytes.clone()).ok().flatten();
        let exif = picture.and_then(|picture| picture.exif());
        exif.and_then(|exif| Self::in_exif(exif.strip_prefix(b"Exif\0\0").unwrap_or(&exif))).unwrap_or(Self::UPRIGHT)
    }

    /// What the directory of tags says (tag 0x0112, TIFF 6.0).
    pub fn in_exif(tiff: &[u8]) -> Option<Self> {
        let tiff = Tiff::new(tiff);
        let turn = tiff.short(tiff.value(0x0112)?)?;
        u8::try_from(turn).ok().filter(|turn| (1..=8).contains(turn)).map(Self)
    }

    /// The number EXIF gives it.
    pub fn get(self) -> u8 {
        self.0
    }

    /// Whether width and height change places when the picture is turned upright.
    pub fn is_sideways(self) -> bool {
        self.0 >= 5
    }
}

#[cfg(test)]
mod tests {
    use super::Orientation;
    use img_parts::Bytes;

    const TIFF: &[u8] = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";

    fn chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
        let content = Bytes::copy_from_slice(content);
        img_parts::png::PngChunk::new(kind, content).encoder().bytes().to_vec()
    }

    /// A picture of each kind that lies on its side.
    fn pictures() -> [Vec<u8>; 3] {
        let jpeg = [b"\xff\xd8\xff\xe1\0\x22Exif\0\0", TIFF, b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x11\xff\xd9"].concat();
        let parts =
            [chunk(*b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), chunk(*b"eXIf", TIFF), chunk(*b"IEND", b"")];
        let png = [b"\x89PNG\r\n\x1a\n".to_vec(), parts.concat()].concat();
        let body = [b"WEBPVP8X\x0a\0\0\0\x08\0\0\0\0\0\0\0\0\0EXIF\x1a\0\0\0", TIFF].concat();
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        let webp = [b"RIFF", &length[..], &body].concat();
        [jpeg, png, webp]
    }

    #[test]
    fn every_kind_of_picture_says_how_it_is_turned() {
        for picture in pictures() {
            assert_eq!(Orientation::of(&Bytes::from(picture)).get(), 6);
        }
    }

    #[test]
    fn a_picture_that_is_cut_short_or_spoilt_anywhere_is_upright_or_turned() {
        for picture in pictures() {
            for at in 0..picture.len() {
                let cut = Orientation::of(&Bytes::copy_from_slice(&picture[..at]));
                assert!([1, 6].contains(&cut.get()), "{at}");
                for byte in [0, 0x7f, 0xff] {
                    let mut spoilt = picture.clone();
                    spoilt[at] = byte;
                    assert!((1..=8).contains(&Orientation::of(&Bytes::from(spoilt)).get()), "{at} {byte}");
                }
            }
        }
    }
}
