//! What a camera or an office program wrote into pictures and attachments: where, by whom.

use crate::source::Sources;
use crate::value::tiff::Tiff;
use memchr::memmem;
use serde::{Deserialize, Serialize};

/// What a file tells of people besides what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Jejak {
    /// Where the picture was taken; the build takes it out of what is published.
    Lokasi,
    /// Where a picture in it was taken; the build cannot take it out.
    LokasiTetap,
    /// Who made it; the build cannot take it out.
    Pembuat,
}

/// How much is read of either end of a picture: EXIF stands at the beginning, in WebP at the end. In a JPEG it has 64 KiB, and
/// the directory of the place may stand behind all that the maker wrote for itself.
const ENDS: u64 = 96 << 10;
/// The most that is read of a document.
const WHOLE: u64 = 32 << 20;

/// The most beginnings of an EXIF that are looked at: a document of a hundred photos has some hundred, a hostile one millions.
const STARTS: usize = 1 << 14;

/// What a picture or an attachment tells of people; nothing where it tells nothing.
pub(super) fn of(sources: &Sources, path: &str) -> Option<Jejak> {
    let ending = path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    // What cannot be read is said when it is published.
    match ending.as_str() {
        "jpg" | "jpeg" | "png" | "webp" => has_place(&sources.ends(path, ENDS).ok()?).then_some(Jejak::Lokasi),
        "heic" | "heif" | "tif" | "tiff" | "avif" => {
            has_place(&sources.ends(path, ENDS).ok()?).then_some(Jejak::LokasiTetap)
        }
        "pdf" => document(&sources.ends(path, WHOLE).ok()?),
        _ => None,
    }
}

fn document(bytes: &[u8]) -> Option<Jejak> {
    if has_place(bytes) {
        return Some(Jejak::LokasiTetap);
    }
    has_author(bytes).then_some(Jejak::Pembuat)
}

/// Whether an EXIF with a place stands in the bytes, or an XMP with one.
fn has_place(bytes: &[u8]) -> bool {
    if memmem::find(bytes, b"GPSLatitude").is_some() {
        return true;
    }
    let starts = [&b"II*\0"[..], b"MM\0*"].into_iter().flat_map(|mark| memmem::find_iter(bytes, mark));
    starts.take(STARTS).any(|at| points_to_place(&bytes[at..]).unwrap_or(false))
}

/// Whether a directory of tags (TIFF 6.0) points to another one of a place (tag 0x8825) that begins with a tag of places.
fn points_to_place(tiff: &[u8]) -> Option<bool> {
    let tiff = Tiff::new(tiff);
    let place = tiff.pointer(tiff.value(0x8825)?)?;
    // Cameras write an empty directory of places, or its version only, when they know none.
    Some(tiff.short(place)? > 1)
}

/// Whether a document names its author in its properties.
fn has_author(bytes: &[u8]) -> bool {
    let mut authors = memmem::find_iter(bytes, b"/Author");
    let in_properties = authors.any(|at| {
        let value = bytes[at + b"/Author".len()..].trim_ascii_start();
        let inside = value.strip_prefix(b"(").or_else(|| value.strip_prefix(b"<"));
        inside.is_some_and(|inside| inside.first().is_some_and(|byte| !matches!(byte, b')' | b'>' | b'<')))
    });
    in_properties || memmem::find(bytes, b"<dc:creator>").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory with one tag that points to a directory of so many tags of a place.
    pub(super) fn tiff(tags: u8) -> Vec<u8> {
        let mut bytes = b"xxExif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0".to_vec();
        bytes.extend([tags, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_place_is_a_directory_with_more_than_its_version() {
        assert!(has_place(&tiff(4)));
        assert!(!has_place(&tiff(1)));
        assert!(has_place(b"<exif:GPSLatitude>"));
        for length in 0..tiff(4).len() - 4 {
            assert!(!has_place(&tiff(4)[..length]), "{length}");
        }
    }

    #[test]
    fn millions_of_beginnings_are_not_all_looked_at() {
        // Each leads to a directory of 65,535 tags: looking at all takes minutes.
        let hostile = b"II*\0\x04\0\0\0".repeat(2 << 20);
        assert!(!has_place(&hostile));
    }

    #[test]
    fn a_document_names_its_author_or_not() {
        assert_eq!(document(b"%PDF <</Author (Contoh)>>"), Some(Jejak::Pembuat));
        assert_eq!(document(b"%PDF <</Author <FEFF0043> >>"), Some(Jejak::Pembuat));
        assert_eq!(document(b"%PDF <</Author () /Title (Contoh)>>"), None);
        assert_eq!(document(&tiff(4)), Some(Jejak::LokasiTetap));
    }
}
