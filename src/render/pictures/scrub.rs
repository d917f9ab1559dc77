//! Pictures without what the camera wrote into them: place, time, owner, device.
//!
//! Picture metadata is personal data (UU 27/2022 pasal 65-66): where a photo was taken can be where somebody lives. What
//! is needed to show the picture stays: its colours, and which way up it is.

use crate::record::pdf_wipe::wiped;
use crate::value::format::Format;
use crate::value::orientation::Orientation;
use img_parts::png::{Png, PngChunk};
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::WebP;
use img_parts::{Bytes, Error};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// The picture or the PDF in `bytes` without what it tells of people, whatever it is named; other files as they are.
///
/// What is not needed to show it is left out, rather than what is known to tell of somebody: programs write what they like.
/// Fails when a picture is no picture behind its first bytes.
pub(in crate::render) fn clean(bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    match Format::of(&bytes) {
        Some(Format::Jpeg) => jpeg(&bytes).ok_or(Error::Truncated),
        Some(Format::Png) => Ok(png(Png::from_bytes(Bytes::from(bytes))?).to_vec()),
        Some(Format::WebP) => Ok(webp(WebP::from_bytes(Bytes::from(bytes))?).to_vec()),
        Some(Format::Pdf) => Ok(wiped(&bytes)),
        _ => Ok(bytes),
    }
}

/// A JPEG up to its end: telephones put a film or further pictures behind it, each with a place of its own.
///
/// Fails where it has no end, and where a part says that it is longer than the file.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut clean = Vec::with_capacity(bytes.len());
    let mut turn = None;
    let mut at = 2;
    clean.extend([0xff, 0xd8]);
    loop {
        // Fill bytes, and what some programs leave between two parts.
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        at += bytes[at..].iter().position(|byte| *byte != 0xff)?;
        let kind = bytes[at];
        match kind {
            END => {
                clean.extend([0xff, END]);
                return Some(clean);
            }
            // Marks without a length hold nothing.
            0x00 | 0x01 | 0xd0..=0xd8 => at += 1,
            _ => {
                let length = usize::from(u16::from_be_bytes(*bytes.get(at + 1..)?.first_chunk()?));
                let part = bytes.get(at + 1..at + 1 + length.max(2))?;
                turn = turn
                    .or_else(|| Orientation::in_exif(part[2..].strip_prefix(b"Exif\0\0")?).filter(|_| kind == EXIF));
                if is_needed(kind, &part[2..]) {
                    put_turn(&mut clean, kind, &mut turn);
                    clean.extend([0xff, kind]);
                    clean.extend(part);
                }
                at += 1 + part.len();
                if kind == SCAN {
                    let length = scan(&bytes[at..]);
                    clean.extend(&bytes[at..at + length]);
                    at += length;
                }
            }
        }
    }
}

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const JFIF: u8 = 0xe0;
const EXIF: u8 = 0xe1;

/// Says which way up the picture is, once, behind the part that has to be the first.
fn put_turn(clean: &mut Vec<u8>, kind: u8, turn: &mut Option<Orientation>) {
    if kind != JFIF
        && let Some(turn) = turn.take_if(|turn| *turn != Orientation::UPRIGHT)
    {
        let exif = turned(turn);
        let length = u16::try_from(exif.len() + 2).unwrap_or_default();
        clean.extend([0xff, EXIF]);
        clean.extend(length.to_be_bytes());
        clean.extend(exif);
    }
}

/// The bytes of a scan: a 0xff among them is followed by zero, or by the number of a restart.
fn scan(bytes: &[u8]) -> usize {
    let end = bytes.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff));
    end.unwrap_or(bytes.len())
}

/// Of the application's parts only the colour profile and the colour transform stay; comments go.
fn is_needed(kind: u8, content: &[u8]) -> bool {
    match kind {
        // Frames, tables, scans (ITU-T T.81, table B.1).
        0xc0..=0xdf => true,
        JFIF => content.starts_with(b"JFIF\0"),
        0xe2 => content.starts_with(b"ICC_PROFILE\0"),
        0xee => content.starts_with(b"Adobe"),
        _ => false,
    }
}

/// What a browser needs to show a PNG (PNG third edition, 5.6); texts, times and what programs write for themselves go.
const NEEDED: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

fn png(mut picture: Png) -> Bytes {
    picture.chunks_mut().retain(|chunk| NEEDED.contains(&&chunk.kind()) && !is_bomb(chunk));
    picture.encoder().bytes()
}

/// Whether a colour profile is packed so that it takes more memory than a picture may: no real one has more than this.
fn is_bomb(chunk: &PngChunk) -> bool {
    const MOST: usize = 4 << 20;
    if chunk.kind() != *b"iCCP" {
        return false;
    }
    // Its name, a zero, the way it is packed, and then the profile (PNG third edition, 11.3.2.3).
    let content = chunk.contents();
    let packed = content.iter().position(|byte| *byte == 0).and_then(|end| content.get(end + 2..));
    packed.is_none_or(|packed| decompress_to_vec_zlib_with_limit(packed, MOST).is_err())
}

fn webp(mut picture: WebP) -> Bytes {
    let needed = [*b"VP8X", *b"ICCP", *b"ANIM", *b"ANMF", *b"ALPH", *b"VP8 ", *b"VP8L"];
    picture.chunks_mut().retain(|chunk| needed.contains(&chunk.id()));
    for chunk in picture.chunks_mut() {
        if chunk.id() == *b"VP8X"
            && let RiffContent::Data(header) = chunk.content()
        {
            let mut header = header.to_vec();
            // The header announces the chunks that were just taken out: bit 2 is XMP, bit 3 is EXIF.
            if let Some(flags) = header.first_mut() {
                *flags &= !0b0000_1100;
            }
            *chunk = RiffChunk::new(*b"VP8X", RiffContent::Data(Bytes::from(header)));
        }
    }
    picture.encoder().bytes()
}

/// An EXIF that says which way up the picture is and nothing else.
fn turned(turn: Orientation) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([turn.get(), 0, 0, 0, 0, 0, 0, 0]);
    exif
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of no picture: its segments are all that matters here.
    fn camera(exif: &[u8]) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        bytes.extend([0xff, 0xe1, length[0], length[1]]);
        bytes.extend(exif);
        bytes.extend(b"\xff\xfe\0\x0erumah saya!!");
        bytes.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x11\x22\xff\xd9");
        bytes
    }

    fn contains(bytes: &[u8], part: &[u8]) -> bool {
        bytes.windows(part.len()).any(|window| window == part)
    }

    #[test]
    fn a_photo_loses_its_place_and_comment_and_stays_the_right_way_up() {
        // Big-endian, orientation 6 among a maker's name.
        let exif =
            b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x04NAMA\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS";
        let clean = clean(camera(exif)).unwrap();
        for secret in [&b"NAMA"[..], b"GPS", b"rumah"] {
            assert!(!contains(&clean, secret));
        }
        assert!(contains(&clean, b"JFIF") && contains(&clean, b"\x11\x22\xff\xd9"), "the picture itself is there");
        let kept = clean.windows(6).position(|window| window == b"Exif\0\0").unwrap() + 6;
        assert_eq!(Orientation::in_exif(&clean[kept..]).map(Orientation::get), Some(6));
    }

    #[test]
    fn what_stands_behind_a_picture_or_between_its_scans_goes() {
        let mut film = camera(b"");
        film.truncate(film.len() - 2);
        film.extend(b"\xff\xfe\0\x08RAHASI\xff\xd0\x33\xff\xd9\0\0\0\x18ftypmp42 GPS RAHASIA");
        let clean = clean(film).unwrap();
        assert!(!contains(&clean, b"RAHASI") && clean.ends_with(b"\xff\xd9"));
    }

    #[test]
    fn a_png_loses_its_texts() {
        let chunk =
            |kind: &[u8; 4], text: &'static [u8]| PngChunk::new(*kind, Bytes::from_static(text)).encoder().bytes();
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for part in [chunk(b"IHDR", &[0; 13]), chunk(b"tEXt", b"Author\0Saya"), chunk(b"IEND", b"")] {
            png.extend(part);
        }
        let clean = clean(png).unwrap();
        assert!(contains(&clean, b"IHDR") && !contains(&clean, b"Author"));
    }

    #[test]
    fn what_is_cut_short_is_refused_and_other_files_are_left_alone() {
        assert_eq!(clean(b"%PDF".to_vec()).unwrap(), b"%PDF");
        let whole = camera(b"Exif\0\0II*\0\xff\xff\xff\xff");
        assert!(clean(whole.clone()).is_ok());
        for length in 3..whole.len() {
            assert!(clean(whole[..length].to_vec()).is_err(), "{length}");
        }
    }
}
