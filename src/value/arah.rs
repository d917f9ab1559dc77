//! Which way up a picture was held, from what the camera wrote into it.

use img_parts::{Bytes, DynImage, ImageEXIF};

/// Which way a picture is turned, as EXIF counts: 1 is upright, from 5 on it lies on its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arah(u8);

impl Arah {
    /// Upright.
    pub const TEGAK: Self = Self(1);

    /// How the JPEG, PNG or WebP picture in `bytes` is turned; what says nothing is upright.
    pub fn of(bytes: &Bytes) -> Self {
        let picture = DynImage::from_bytes(bytes.clone()).ok().flatten();
        let exif = picture.and_then(|picture| picture.exif());
        exif.and_then(|exif| Self::in_exif(exif.strip_prefix(b"Exif\0\0").unwrap_or(&exif))).unwrap_or(Self::TEGAK)
    }

    /// What the directory of tags says (tag 0x0112, TIFF 6.0).
    pub fn in_exif(tiff: &[u8]) -> Option<Self> {
        let big = tiff.starts_with(b"MM");
        let short = |at: usize| -> Option<u16> {
            let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
        };
        let long = |at: usize| -> Option<usize> {
            let four: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
            usize::try_from(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }).ok()
        };
        let directory = long(4)?;
        let entries = usize::from(short(directory)?);
        let entry = (0..entries).map(|i| directory + 2 + i * 12).find(|at| short(*at) == Some(0x0112))?;
        u8::try_from(short(entry + 8)?).ok().filter(|turn| (1..=8).contains(turn)).map(Self)
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
