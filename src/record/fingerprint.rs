//! The fingerprint and size of every picture: from them follow the names of what is made of it.

use crate::record::backdrop::{self, Backdrop};
use crate::source::Sources;
use crate::value::format::{Format, moves};
use crate::value::orientation::Orientation;
use crate::value::pixel_size::PixelSize;
use img_parts::Bytes;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What is known of a picture once it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Its size once it is turned upright; nothing where its beginning is no picture's.
    pub pixel_size: Option<PixelSize>,
    /// Whether it moves: only its first picture is drawn.
    pub bergerak: bool,
    /// What stands behind the people, where it is a photo of candidates.
    pub latar: Option<Backdrop>,
}

/// The folder in which pairs and their photos lie.
const CANDIDATES: &str = "/paslon/";

/// The fingerprint of a picture that can be drawn in other sizes; nothing for other files.
pub(super) fn of(sources: &Sources, path: &str, format: Option<Format>) -> Option<Fingerprint> {
    // What cannot be read is said when it is published.
    let bytes = if format.is_some_and(Format::is_shown) { sources.bytes(path).ok()? } else { return None };
    let sha256 = Sha256::digest(&bytes).into();
    let latar = path.contains(CANDIDATES).then(|| backdrop::of(&bytes)).flatten();
    let (bergerak, bytes) = (moves(&bytes), Bytes::from(bytes));
    Some(Fingerprint {
        sha256,
        pixel_size: PixelSize::of(&bytes).map(|pixel_size| pixel_size.upright(Orientation::of(&bytes))),
        bergerak,
        latar,
    })
}
