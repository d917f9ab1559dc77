//! What a PDF says of itself beside its pages: most programs pack it, so that its words do not stand in the file's bytes.
//!
//! `lopdf` reads whole documents and bounds each stream alone: three megabytes of streams that are packed well keep it for ten
//! seconds. Here only the streams that can hold properties are unpacked, as far as the bounds below, and nothing is linked.

use memchr::memmem;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use std::ops::Range;

/// The most that all streams of a document are unpacked to; the properties of a large one take a few megabytes.
const ALL: usize = 64 << 20;
/// The most that one stream is unpacked to.
const EACH: usize = 16 << 20;
/// What a stream counts at least, however little it holds.
const LEAST: usize = 1 << 10;
/// Within so many of the first and the last bytes a program looks for the document's beginning and its end.
const ENDS: usize = 1 << 11;

/// Text that was packed.
pub(super) struct Packed {
    /// As much of it as could be unpacked.
    pub text: Vec<u8>,
    /// Whether that is all of it.
    pub is_whole: bool,
}

/// Whether the bytes are a PDF from its beginning to its end, and not locked with a password.
pub(super) fn is_open(bytes: &[u8]) -> bool {
    let first = &bytes[..bytes.len().min(ENDS)];
    let last = &bytes[bytes.len().saturating_sub(ENDS)..];
    let is_locked = values(bytes, b"/Encrypt").any(|value| matches!(value, [b'<' | b'0'..=b'9', ..]));
    memmem::find(first, b"%PDF-").is_some() && memmem::find(last, b"startxref").is_some() && !is_locked
}

/// What follows each place where a name stands, without the blanks before it.
pub(super) fn values<'b>(bytes: &'b [u8], name: &'b [u8]) -> impl Iterator<Item = &'b [u8]> {
    memmem::find_iter(bytes, name).map(|at| bytes[at + name.len()..].trim_ascii_start())
}

/// The packed texts of a PDF in which its properties may stand: objects that were packed together, and metadata (XMP).
pub(super) fn packed(bytes: &[u8]) -> impl Iterator<Item = Packed> {
    let mut left = ALL;
    Streams { rest: bytes }.filter(Stream::may_tell).filter_map(move |stream| {
        let packed = stream.unpacked(EACH.min(left))?;
        left = left.saturating_sub(packed.text.len().max(LEAST));
        Some(packed)
    })
}

/// The places of the same texts where they are packed in the way that is read.
pub(super) fn telling(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let streams = Streams { rest: bytes }.filter(|stream| stream.may_tell() && stream.is_readable());
    // A part of the same bytes: how far it is from their end says where it begins.
    streams.map(|stream| bytes.len() - stream.behind - stream.body.len()..bytes.len() - stream.behind)
}

/// The streams of a document, one after the other.
struct Streams<'p> {
    rest: &'p [u8],
}

struct Stream<'p> {
    dictionary: &'p [u8],
    body: &'p [u8],
    /// How many bytes follow it.
    behind: usize,
}

impl<'p> Iterator for Streams<'p> {
    type Item = Stream<'p>;

    fn next(&mut self) -> Option<Stream<'p>> {
        let bytes = self.rest;
        let begin = memmem::find_iter(bytes, b"stream").find(|at| {
            // The word in a text is no stream: that stands between a dictionary and the end of a line.
            bytes[..*at].trim_ascii_end().ends_with(b">>") && matches!(bytes.get(at + 6), Some(b'\r' | b'\n'))
        })?;
        let before = &bytes[..begin];
        let dictionary = &before[memmem::rfind(before, b" obj").unwrap_or(0)..];
        let body = bytes[begin + 6..].trim_ascii_start();
        let end = memmem::find(body, b"endstream").unwrap_or(body.len());
        self.rest = &body[end..];
        Some(Stream { dictionary, body: &body[..end], behind: self.rest.len() })
    }
}

impl Stream<'_> {
    /// Whether it holds objects or metadata, and not a page or a picture.
    fn may_tell(&self) -> bool {
        let tells = [&b"/ObjStm"[..], b"/Metadata"];
        values(self.dictionary, b"/Type").any(|kind| tells.iter().any(|tell| kind.starts_with(tell)))
    }

    /// Whether it is packed in the one way that is read. A predictor mixes other bytes into the text.
    fn is_readable(&self) -> bool {
        let is_deflated = values(self.dictionary, b"/Filter").next().is_some_and(is_deflated_once);
        is_deflated && memmem::find(self.dictionary, b"/Predictor").is_none()
    }

    /// Its text, up to so many bytes; nothing where it is not packed.
    fn unpacked(&self, most: usize) -> Option<Packed> {
        values(self.dictionary, b"/Filter").next()?;
        if !self.is_readable() || most == 0 {
            return Some(Packed { text: Vec::new(), is_whole: false });
        }
        Some(match decompress_to_vec_zlib_with_limit(self.body, most) {
            Ok(text) => Packed { text, is_whole: true },
            Err(stopped) => Packed { text: stopped.output, is_whole: false },
        })
    }
}

fn is_deflated_once(filter: &[u8]) -> bool {
    const NAME: &[u8] = b"/FlateDecode";
    let Some(names) = filter.strip_prefix(b"[") else { return filter.starts_with(NAME) };
    let rest = names.trim_ascii_start().strip_prefix(NAME);
    rest.is_some_and(|rest| rest.trim_ascii_start().starts_with(b"]"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    /// A stream with so much in its dictionary, and its text packed.
    fn stream(dictionary: &str, text: &[u8]) -> Vec<u8> {
        let packed = compress_to_vec_zlib(text, 1);
        let head = format!("7 0 obj <<{dictionary}/Length {}>>\nstream\r\n", packed.len());
        [head.as_bytes(), &packed, b"\nendstream endobj\n"].concat()
    }

    /// The texts of a document, and whether each is whole.
    fn texts(bytes: &[u8]) -> Vec<(String, bool)> {
        packed(bytes).map(|packed| (String::from_utf8_lossy(&packed.text).into_owned(), packed.is_whole)).collect()
    }

    #[test]
    fn what_may_tell_is_unpacked_and_nothing_else() {
        let document = [
            b"%PDF-1.7 (a stream of voters)\n".to_vec(),
            stream("/Type/XObject/Subtype/Image/Metadata 3 0 R/Filter/FlateDecode", b"gambar"),
            stream("/Type /ObjStm /N 1 /Filter /FlateDecode", b"satu"),
            stream("/Type/Metadata/Subtype/XML/Filter[ /FlateDecode ]", b"dua"),
            stream("/Type/Metadata/Subtype/XML", b"tidak dikemas"),
        ];
        assert_eq!(texts(&document.concat()), [("satu".to_owned(), true), ("dua".to_owned(), true)]);
    }

    #[test]
    fn what_is_packed_otherwise_is_said_to_be_unread() {
        for dictionary in [
            "/Type/ObjStm/Filter[/ASCII85Decode/FlateDecode]",
            "/Type/ObjStm/Filter[/FlateDecode/FlateDecode]",
            "/Type/ObjStm/Filter/LZWDecode",
            "/Type/ObjStm/Filter 8 0 R",
            "/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>",
        ] {
            assert_eq!(texts(&stream(dictionary, b"satu")), [(String::new(), false)], "{dictionary}");
        }
    }

    #[test]
    fn a_document_that_is_cut_short_anywhere_is_read_as_far_as_it_goes() {
        let whole = [b"%PDF-1.7\n".to_vec(), stream("/Type/ObjStm/Filter/FlateDecode", b"satu dua tiga")].concat();
        for length in 0..whole.len() {
            let cut = texts(&whole[..length]);
            assert!(cut.iter().all(|(text, is_whole)| !is_whole || text == "satu dua tiga"), "{length}");
        }
    }

    #[test]
    fn no_more_is_unpacked_than_the_bounds() {
        let (one, little) = (vec![b' '; EACH + 1], [b' '; 8]);
        let bombs = stream("/Type/ObjStm/Filter/FlateDecode", &one).repeat(100);
        let lengths: Vec<usize> = packed(&bombs).map(|packed| packed.text.len()).collect();
        assert_eq!((lengths.len(), lengths.iter().sum::<usize>()), (100, ALL));
        assert!(packed(&bombs).all(|packed| !packed.is_whole));
        let crumbs = stream("/Type/ObjStm/Filter/FlateDecode", &little).repeat(ALL / LEAST + 5);
        assert_eq!(packed(&crumbs).filter(|packed| packed.is_whole).count(), ALL / LEAST);
    }

    #[test]
    fn what_has_no_end_is_gone_over_once() {
        const MANY: usize = 1 << 18;
        for hostile in [
            b">>stream\n".repeat(MANY),
            b"/Type/ObjStm>>stream\nendstream".repeat(MANY),
            b" obj<</Type".repeat(MANY),
            b"stream\n".repeat(MANY),
            b"<<[(".repeat(MANY),
            b"/Filter[ ".repeat(MANY),
        ] {
            assert!(packed(&hostile).all(|packed| !packed.is_whole));
            assert!(!is_open(&hostile));
        }
    }

    #[test]
    fn a_locked_document_is_not_open() {
        assert!(is_open(b"%PDF-1.7 trailer <</Root 1 0 R /EncryptMetadata false>> startxref 0"));
        for locked in ["/Encrypt 9 0 R", "/Encrypt<</Filter/Standard>>"] {
            assert!(!is_open(format!("%PDF-1.7 trailer <<{locked}>> startxref 0").as_bytes()), "{locked}");
        }
        assert!(!is_open(b"%PDF-1.7 1 0 obj") && !is_open(b"startxref") && !is_open(b""));
    }
}
