//! The fingerprint and size of every picture: from them follow the names of what is made of it.

use crate::source::{Media, Sources};
use crate::value::arah::Arah;
use crate::value::piksel::Piksel;
use img_parts::Bytes;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What is known of a picture once it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sidik {
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Its size once it is turned upright; nothing where its beginning is no picture's.
    pub piksel: Option<Piksel>,
}

/// The pictures that can be drawn in other sizes, by path below the project's folder.
pub(super) fn read(sources: &Sources, media: &BTreeMap<String, Media>) -> BTreeMap<String, Sidik> {
    let pictures = media.par_iter().filter(|(path, _)| is_picture(path));
    // What cannot be read is said when it is published.
    pictures.filter_map(|(path, _)| Some((path.clone(), of(sources.bytes(path).ok()?)))).collect()
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, end)| end);
    ["jpg", "jpeg", "png", "webp"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn of(bytes: Vec<u8>) -> Sidik {
    let sha256 = Sha256::digest(&bytes).into();
    let bytes = Bytes::from(bytes);
    Sidik { sha256, piksel: Piksel::of(&bytes).map(|piksel| piksel.upright(Arah::of(&bytes))) }
}
