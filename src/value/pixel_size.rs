//! The width and height of a picture, read from its first bytes.
//!
//! `imagesize` has no size for a JPEG with fill bytes before a marker (ITU T.81, B.1.1.2) and takes the scale of a WebP
//! (RFC 6386, 9.1) for a part of its width, so the sizes are read here.

use crate::value::orientation::Orientation;
use serde::{Deserialize, Serialize};

/// The width and height of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PixelSize {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl PixelSize {
    /// The size of a JPEG, PNG or WebP picture that begins with these bytes; nothing for anything else.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let found = png(bytes).or_else(|| webp(bytes)).or_else(|| jpeg(bytes))?;
        (found.width > 0 && found.height > 0).then_some(found)
    }

    /// How many pixels that are.
    pub fn area(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    /// The size once the picture is turned upright.
    pub fn upright(self, orientation: Orientation) -> Self {
        if orientation.is_sideways() { Self { width: self.height, height: self.width } } else { self }
    }
}

fn png(bytes: &[u8]) -> Option<PixelSize> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..16)?.strip_prefix(b"IHDR")?;
    Some(PixelSize { width: big(&header[..4]), height: big(&header[4..]) })
}

fn webp(bytes: &[u8]) -> Option<PixelSize> {
    let chunk = bytes.strip_prefix(b"RIFF")?.get(4..)?.strip_prefix(b"WEBP")?;
    let (name, body) = (chunk.get(..4)?, chunk.get(8..)?);
    match name {
        b"VP8X" => Some(PixelSize { width: little(body.get(4..7)?) + 1, height: little(body.get(7..10)?) + 1 }),
        b"VP8 " => {
            let size = |at: usize| Some(little(body.get(at..at + 2)?) & 0x3fff);
            Some(PixelSize { width: size(6)?, height: size(8)? })
        }
        b"VP8L" => {
            let bits = little(body.get(1..5)?);
            Some(PixelSize { width: (bits & 0x3fff) + 1, height: (bits >> 14 & 0x3fff) + 1 })
        }
        _ => None,
    }
}

/// The first frame of a JPEG, found over the segments before it.
fn jpeg(bytes: &[u8]) -> Option<PixelSize> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, kind, ..] = *rest else { return None };
        if matches!(kind, 0xff) {
            rest = &rest[1..];
            continue;
        }
        let segment = rest.get(2..)?;
        let is_frame = matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            return Some(PixelSize { height: big(segment.get(3..5)?), width: big(segment.get(5..7)?) });
        }
        let length = big(segment.get(..2)?) as usize;
        rest = segment.get(length.max(2)..)?;
    }
}

fn big(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn little(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(bytes: &[u8]) -> Option<(u32, u32)> {
        PixelSize::of(bytes).map(|pixel_size| (pixel_size.width, pixel_size.height))
    }

    #[test]
    fn every_kind_of_picture_says_its_size() {
        assert_eq!(size(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x2c\0\0\x01\x90\x08"), Some((300, 400)));
        assert_eq!(size(b"\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x11\x08\x01\x90\x01\x2c\x03"), Some((300, 400)));
        assert_eq!(size(b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x2b\x01\0\x8f\x01\0"), Some((300, 400)));
        assert_eq!(size(b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x2c\x01\x90\x01"), Some((300, 400)));
        assert_eq!(size(b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x2b\xc1\x63\0"), Some((300, 400)));
    }

    #[test]
    fn fill_bytes_and_a_scale_are_no_part_of_a_size() {
        assert_eq!(
            size(b"\xff\xd8\xff\xff\xe0\0\x04ab\xff\xff\xff\xc2\0\x11\x08\x01\x90\x01\x2c\x03"),
            Some((300, 400))
        );
        assert_eq!(size(b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x2c\x41\x90\xc1"), Some((300, 400)));
    }

    #[test]
    fn a_picture_that_is_cut_short_anywhere_has_its_size_or_none() {
        for whole in [
            &b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x2c\0\0\x01\x90\x08"[..],
            b"\xff\xd8\xff\xe1\0\x08Exif\0\0\xff\xc2\0\x11\x08\x01\x90\x01\x2c\x03",
            b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x2b\x01\0\x8f\x01\0EXIF\0\0\0\0",
        ] {
            let mut sizes = (0..=whole.len()).map(|length| size(&whole[..length]));
            assert!(sizes.clone().all(|size| size.is_none_or(|size| size == (300, 400))));
            assert_eq!(sizes.next_back(), Some(Some((300, 400))));
        }
    }

    #[test]
    fn what_is_cut_short_or_no_picture_has_no_size() {
        for bytes in
            [&b""[..], b"\xff\xd8", b"\xff\xd8\xff\xe0\xff\xff", b"\x89PNG\r\n\x1a\n\0\0", b"RIFF\0\0\0\0WEBPVP8X"]
        {
            assert_eq!(size(bytes), None, "{bytes:?}");
        }
        assert_eq!(size(b"%PDF-1.7"), None);
    }
}
