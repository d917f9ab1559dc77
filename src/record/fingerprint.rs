//! The fingerprint and size of every picture: from them follow the names of what is made of it.

use crate::source::Sources;
use crate::value::arah::Arah;
use crate::value::piksel::Piksel;
use img_parts::Bytes;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What is known of a picture once it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Its size once it is turned upright; nothing where its beginning is no picture's.
    pub piksel: Option<Piksel>,
}

/// The fingerprint of a picture that can be drawn in other sizes; nothing for other files.
pub(super) fn of(sources: &Sources, path: &str) -> Option<Fingerprint> {
    // What cannot be read is said when it is published.
    let bytes = if is_picture(path) { sources.bytes(path).ok()? } else { return None };
    let sha256 = Sha256::digest(&bytes).into();
    let bytes = Bytes::from(bytes);
    Some(Fingerprint { sha256, piksel: Piksel::of(&bytes).map(|piksel| piksel.upright(Arah::of(&bytes))) })
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, end)| end);
    ["jpg", "jpeg", "png", "webp"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}
