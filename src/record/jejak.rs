//! What a camera or an office program wrote into pictures and attachments: where, by whom.

use crate::record::kantor::names_author;
use crate::record::pdf;
use crate::record::pdf_wipe::wiped;
use crate::source::Sources;
use crate::value::format::Format;
use crate::value::tiff::Tiff;
use memchr::memmem;
use serde::{Deserialize, Serialize};

/// What a file tells of people besides what it shows; the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Jejak {
    /// Where the picture was taken; the build takes it out of what is published.
    Lokasi,
    /// Where a picture in it was taken; the build cannot take it out.
    LokasiTetap,
    /// Who made it; the build cannot take it out.
    PembuatTetap,
    /// Who made a document of an office program, which the build publishes as it is.
    PembuatKantor,
    /// Who made a document, or where a picture in it was taken; the build takes it out of what is published.
    Pembuat,
    /// Nobody knows: it is locked, cut short, or packed in a way that is not read.
    TakTerlihat,
}

/// How much is read of either end of a picture: EXIF stands at the beginning, in WebP at the end. In a JPEG it has 64 KiB, and
/// the directory of the place may stand behind all that the maker wrote for itself.
const ENDS: u64 = 96 << 10;
/// The most that is read of a document.
const WHOLE: u64 = 32 << 20;

/// How XMP begins the name of a place.
const PLACE: &[u8] = b"GPSLatitude";
/// The most beginnings of an EXIF that are looked at: a document of a hundred photos has some hundred, a hostile one millions.
const STARTS: usize = 1 << 14;

/// What a picture or an attachment tells of people; nothing where it tells nothing.
pub(super) fn of(sources: &Sources, path: &str, format: Option<Format>) -> Option<Jejak> {
    // What cannot be read is said when it is published.
    match format {
        Some(Format::Pdf) => published(&sources.ends(path, WHOLE).ok()?),
        // Readers of PDF are patient: one that does not begin as one may still be shown.
        None if path.to_ascii_lowercase().ends_with(".pdf") => published(&sources.ends(path, WHOLE).ok()?),
        // The others are not published, and what was written into them does not leave this folder.
        Some(Format::Zip) => names_author(&sources.ends(path, WHOLE).ok()?).then_some(Jejak::PembuatKantor),
        Some(format) if format.is_picture() => has_place(&sources.ends(path, ENDS).ok()?).then_some(Jejak::Lokasi),
        _ => None,
    }
}

/// What a document tells, and whether it still does once it is [wiped].
fn published(bytes: &[u8]) -> Option<Jejak> {
    let told = document(bytes)?;
    let is_left = || matches!(document(&wiped(bytes)), Some(Jejak::LokasiTetap | Jejak::PembuatTetap));
    Some(match told {
        Jejak::LokasiTetap | Jejak::PembuatTetap if !is_left() => Jejak::Pembuat,
        told => told,
    })
}

fn document(bytes: &[u8]) -> Option<Jejak> {
    let seen = if has_place(bytes) { Some(Jejak::LokasiTetap) } else { told(bytes) };
    let unseen = (!pdf::is_open(bytes)).then_some(Jejak::TakTerlihat);
    let packed = pdf::packed(bytes).flat_map(|packed| {
        let unseen = (!packed.is_whole).then_some(Jejak::TakTerlihat);
        [told(&packed.text), unseen]
    });
    [seen, unseen].into_iter().chain(packed).flatten().min()
}

/// What the words of a document tell, where they are not packed.
fn told(text: &[u8]) -> Option<Jejak> {
    if memmem::find(text, PLACE).is_some() {
        return Some(Jejak::LokasiTetap);
    }
    has_author(text).then_some(Jejak::PembuatTetap)
}

/// Whether an EXIF with a place stands in the bytes, or an XMP with one.
fn has_place(bytes: &[u8]) -> bool {
    if memmem::find(bytes, PLACE).is_some() {
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

/// Whether a document names its author, in its properties or in its XMP.
fn has_author(text: &[u8]) -> bool {
    pdf::values(text, b"/Author").any(is_named) || has_creator(text)
}

/// Whether a value of the properties is a text with a word in it, or leads to one.
fn is_named(value: &[u8]) -> bool {
    let (text, marks, end) = match value {
        [b'<', b'<', ..] => return false,
        [b'(', text @ ..] => (text, [&b"\xfe\xff"[..], b"\\376\\377"], b')'),
        [b'<', text @ ..] => (text, [&b"FEFF"[..], b"feff"], b'>'),
        // Some programs write each text as an object of its own.
        [b'0'..=b'9', ..] => return true,
        _ => return false,
    };
    // What only says how it is written says nothing.
    let text = marks.iter().find_map(|mark| text.strip_prefix(*mark)).unwrap_or(text);
    text.trim_ascii_start().first().is_some_and(|first| *first != end)
}

/// Whether an XMP names who made the document; a program whose author was cleared leaves an empty list.
fn has_creator(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some(at) = memmem::find(rest, b"<dc:creator>") {
        rest = &rest[at..];
        let (inside, after) = rest.split_at(memmem::find(rest, b"</dc:creator>").unwrap_or(rest.len()));
        let tags = inside.split(|byte| *byte == b'<');
        let mut texts = tags.filter_map(|tag| tag.splitn(2, |byte| *byte == b'>').nth(1));
        if texts.any(|text| !text.trim_ascii().is_empty()) {
            return true;
        }
        rest = after;
    }
    false
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
        assert_eq!(document(b"%PDF <</Author (Contoh)>>"), Some(Jejak::PembuatTetap));
        assert_eq!(document(b"%PDF <</Author <FEFF0043> >>"), Some(Jejak::PembuatTetap));
        for nobody in ["()", "( )", "<>", "<FEFF>", "(\\376\\377)", "null"] {
            let text = format!("%PDF-1.7 <</Author {nobody} /Title (Contoh)>> startxref 0");
            assert_eq!(document(text.as_bytes()), None, "{nobody}");
        }
        assert_eq!(document(b"%PDF-1.7 <</Author 5 0 R>> startxref 0"), Some(Jejak::PembuatTetap));
        assert_eq!(document(&tiff(4)), Some(Jejak::LokasiTetap));
    }

    #[test]
    fn a_list_of_makers_names_one_or_is_empty() {
        let list = |inside: &str| format!("<dc:creator> <rdf:Seq>{inside}</rdf:Seq></dc:creator> <dc:title>Contoh");
        assert!(!has_creator(list("<rdf:li></rdf:li><rdf:li/>\n").as_bytes()));
        assert!(has_creator((list("") + &list("<rdf:li>Contoh</rdf:li>")).as_bytes()));
        assert!(has_creator(b"<dc:creator><rdf:Seq><rdf:li>Con"));
        assert!(!has_creator(&b"<dc:creator>".repeat(1 << 20)));
    }
}
