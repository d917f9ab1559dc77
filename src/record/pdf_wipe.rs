//! A PDF without who made it, when, and where the photos in it were taken: each byte stays where it is.
//!
//! A PDF finds its parts by their places, so nothing is taken out: what tells of people is written over with as many blanks. A
//! document that was signed is left as it is, for the signature covers every byte.

use crate::record::pdf;
use memchr::memmem;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// The properties that tell of people.
const TELLING: [&[u8]; 3] = [b"/Author", b"/CreationDate", b"/ModDate"];
/// The most that a packed stream is unpacked to, and the most streams that are.
const EACH: usize = 4 << 20;
const STREAMS: usize = 1 << 10;
/// The most values of a name that are looked at, and the most bytes that one has: what a hostile document has more of is told.
const MOST: usize = 64;
const LONGEST: usize = 1 << 14;
/// The level of packing that is smallest, as what was blanked has to fit where it stood.
const SMALLEST: u8 = 10;

/// The document with what can be blanked blanked.
pub(crate) fn wiped(bytes: &[u8]) -> Vec<u8> {
    let mut clean = bytes.to_vec();
    if !pdf::is_open(bytes) || memmem::find(bytes, b"/ByteRange").is_some() {
        return clean;
    }
    blank_plain(&mut clean);
    let streams: Vec<_> = pdf::telling(bytes).take(STREAMS).collect();
    for body in streams {
        let Ok(mut text) = decompress_to_vec_zlib_with_limit(&bytes[body.clone()], EACH) else { continue };
        blank_plain(&mut text);
        let packed = compress_to_vec_zlib(&text, SMALLEST);
        if packed.len() <= body.len() {
            let end = body.start + packed.len();
            clean[body.start..end].copy_from_slice(&packed);
            // What follows the end of what is packed is not looked at.
            clean[end..body.end].fill(b'\n');
        }
    }
    clean
}

/// Blanks what stands unpacked.
fn blank_plain(bytes: &mut [u8]) {
    for name in TELLING {
        let places: Vec<usize> = memmem::find_iter(&*bytes, name).map(|at| at + name.len()).take(MOST).collect();
        for at in places {
            blank_value(bytes, at);
        }
    }
    blank_between(bytes, b"<x:xmpmeta", b"</x:xmpmeta>");
    blank_exif(bytes);
}

/// Blanks the text that stands there, or that is named there by the number of an object.
fn blank_value(bytes: &mut [u8], at: usize) {
    let blanks = bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let at = at + blanks;
    if blank_text(bytes, at) {
        return;
    }
    let Some(reference) = reference(&bytes[at..]) else { return };
    let object = [&reference[..], b" obj"].concat();
    let places: Vec<usize> = memmem::find_iter(&*bytes, &object).take(MOST).collect();
    for place in places {
        // Of `115 0 obj` this is the end.
        if place.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_digit()) {
            continue;
        }
        let start = place + object.len();
        let blanks = bytes[start..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        blank_text(bytes, start + blanks);
    }
}

/// `12 0` of `12 0 R`.
fn reference(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut words = bytes.get(..bytes.len().min(32))?.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let (number, generation, mark) = (words.next()?, words.next()?, words.next()?);
    let is_number = |word: &[u8]| word.iter().all(u8::is_ascii_digit);
    (is_number(number) && is_number(generation) && mark.starts_with(b"R")).then(|| [number, b" ", generation].concat())
}

/// Blanks a text in brackets, or one of hexadecimal digits; whether there is one.
fn blank_text(bytes: &mut [u8], at: usize) -> bool {
    let rest = &bytes[at.min(bytes.len())..];
    let rest = &rest[..rest.len().min(LONGEST)];
    let length = match rest {
        [b'(', ..] => bracketed(rest),
        [b'<', next, ..] if *next != b'<' => rest.iter().position(|byte| *byte == b'>'),
        _ => return false,
    };
    let Some(length) = length else { return true };
    bytes[at + 1..at + length].fill(b' ');
    true
}

/// Where the bracket closes that a text begins with: those inside stand in pairs, or behind a stroke.
fn bracketed(text: &[u8]) -> Option<usize> {
    let (mut open, mut at) = (0, 0);
    while let Some(byte) = text.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => open += 1,
            b')' if open == 1 => return Some(at),
            b')' => open -= 1,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Blanks every part that begins and ends so.
fn blank_between(bytes: &mut [u8], begin: &[u8], end: &[u8]) {
    let mut at = 0;
    while let Some(start) = memmem::find(&bytes[at..], begin).map(|start| at + start) {
        let length = memmem::find(&bytes[start..], end).map_or(bytes.len() - start, |length| length + end.len());
        bytes[start..start + length].fill(b' ');
        at = start + length;
    }
}

/// Blanks what a camera wrote into the photos of a document.
fn blank_exif(bytes: &mut [u8]) {
    const MARK: &[u8] = b"Exif\0\0";
    let places: Vec<usize> = memmem::find_iter(&*bytes, MARK).collect();
    for place in places {
        let Some(head) = place.checked_sub(4).filter(|head| bytes[*head..].starts_with(b"\xff\xe1")) else { continue };
        let length = usize::from(u16::from_be_bytes([bytes[head + 2], bytes[head + 3]]));
        let end = (head + 2 + length).min(bytes.len());
        if let Some(inside) = bytes.get_mut(place + MARK.len()..end) {
            inside.fill(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contains(bytes: &[u8], part: &[u8]) -> bool {
        memmem::find(bytes, part).is_some()
    }

    #[test]
    fn nothing_that_tells_of_people_is_left_and_every_byte_stays_in_its_place() {
        let packed = |dictionary: &str, text: &[u8]| {
            // As office programs pack: not as small as it could be.
            let body = compress_to_vec_zlib(text, 1);
            let head = format!("7 0 obj <<{dictionary}/Filter/FlateDecode/Length {}>>\nstream\n", body.len());
            [head.as_bytes(), &body, b"\nendstream endobj\n"].concat()
        };
        let exif = b"\xff\xe1\0\x18Exif\0\0II*\0RAHASIA-FOTO";
        let long = "(halaman biasa) ".repeat(40);
        let document = [
            b"%PDF-1.7\n1 0 obj <</Author (RAHASIA \\) \\\\ (dua)) /Title (Keputusan)\n".to_vec(),
            b"/CreationDate (D:20240923RAHASIA) /ModDate <5241484153> >> endobj\n".to_vec(),
            b"2 0 obj <</Author 15 0 R>> endobj\n15 0 obj (RAHASIA) endobj\n".to_vec(),
            b"<x:xmpmeta><dc:creator>RAHASIA</dc:creator></x:xmpmeta>\n".to_vec(),
            exif.to_vec(),
            packed("/Type/ObjStm", format!("{long}<</Author (RAHASIA) /Title (Dalam)>>").as_bytes()),
            packed("/Type/Metadata/Subtype/XML", format!("<x:xmpmeta>RAHASIA{long}</x:xmpmeta>").as_bytes()),
            b"startxref 0".to_vec(),
        ]
        .concat();
        let clean = wiped(&document);
        assert_eq!(clean.len(), document.len());
        assert!(!contains(&clean, b"RAHASIA") && !contains(&clean, b"5241484153"));
        assert!(contains(&clean, b"/Title (Keputusan)") && contains(&clean, b"endobj\n15 0 obj ("));
        let inside: Vec<Vec<u8>> = pdf::telling(&clean)
            .map(|body| decompress_to_vec_zlib_with_limit(&clean[body], EACH).unwrap_or_else(|stopped| stopped.output))
            .collect();
        assert_eq!(inside.len(), 2);
        assert!(inside.iter().all(|text| !contains(text, b"RAHASIA")) && contains(&inside[0], b"/Title (Dalam)"));
        for length in 0..document.len() {
            assert_eq!(wiped(&document[..length]).len(), length);
        }
    }

    #[test]
    fn a_signed_or_locked_document_is_left_as_it_is() {
        for mark in ["/ByteRange [0 1 2 3]", "/Encrypt 9 0 R"] {
            let document = format!("%PDF-1.7 <</Author (Nama)>> {mark} startxref 0");
            assert_eq!(wiped(document.as_bytes()), document.as_bytes());
        }
    }
}
