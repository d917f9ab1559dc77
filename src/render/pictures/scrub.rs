//! Pictures without what the camera wrote into them: place, time, owner, device.
//!
//! Picture metadata is personal data (UU 27/2022 pasal 65-66): where a photo was taken can be where somebody lives. What
//! is needed to show the picture stays: its colours, and which way up it is.

use crate::value::arah::Arah;
use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::Png;
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::WebP;
use img_parts::{Bytes, Error};

/// The picture in `bytes` without its metadata; other files as they are.
///
/// Fails when a file with a picture's name is no such picture.
pub(in crate::render) fn clean(path: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    let ending = path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    let bytes = Bytes::from(bytes);
    let clean = match ending.as_str() {
        "jpg" | "jpeg" => jpeg(Jpeg::from_bytes(bytes)?),
        "png" => png(Png::from_bytes(bytes)?),
        "webp" => webp(WebP::from_bytes(bytes)?),
        _ => bytes,
    };
    Ok(clean.to_vec())
}

fn jpeg(mut picture: Jpeg) -> Bytes {
    let exif = picture.segments().iter().find_map(|segment| {
        let tiff = segment.contents().strip_prefix(b"Exif\0\0")?;
        (segment.marker() == markers::APP1).then(|| Arah::in_exif(tiff)).flatten()
    });
    picture.segments_mut().retain(is_needed);
    if let Some(turn) = exif.filter(|turn| *turn != Arah::TEGAK) {
        let after = usize::from(picture.segments().first().is_some_and(|first| first.marker() == markers::APP0));
        picture.segments_mut().insert(after, JpegSegment::new_with_contents(markers::APP1, turned(turn)));
    }
    picture.encoder().bytes()
}

/// Of the application's segments only the colour profile and the colour transform stay; comments go.
fn is_needed(segment: &JpegSegment) -> bool {
    match segment.marker() {
        markers::APP0 | markers::APP14 => true,
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        markers::APP1..=markers::APP15 | markers::COM => false,
        _ => true,
    }
}

fn png(mut picture: Png) -> Bytes {
    let said = [*b"eXIf", *b"tEXt", *b"zTXt", *b"iTXt", *b"tIME"];
    picture.chunks_mut().retain(|chunk| !said.contains(&chunk.kind()));
    picture.encoder().bytes()
}

fn webp(mut picture: WebP) -> Bytes {
    picture.chunks_mut().retain(|chunk| ![*b"EXIF", *b"XMP "].contains(&chunk.id()));
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
fn turned(turn: Arah) -> Bytes {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([turn.get(), 0, 0, 0, 0, 0, 0, 0]);
    Bytes::from(exif)
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
        let clean = clean("foto.JPG", camera(exif)).unwrap();
        for secret in [&b"NAMA"[..], b"GPS", b"rumah"] {
            assert!(!contains(&clean, secret));
        }
        assert!(contains(&clean, b"JFIF") && contains(&clean, b"\x11\x22\xff\xd9"), "the picture itself is there");
        let kept = clean.windows(6).position(|window| window == b"Exif\0\0").unwrap() + 6;
        assert_eq!(Arah::in_exif(&clean[kept..]).map(Arah::get), Some(6));
    }

    #[test]
    fn a_png_loses_its_texts() {
        let chunk = |kind: &[u8; 4], text: &'static [u8]| {
            img_parts::png::PngChunk::new(*kind, Bytes::from_static(text)).encoder().bytes()
        };
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for part in [chunk(b"IHDR", &[0; 13]), chunk(b"tEXt", b"Author\0Saya"), chunk(b"IEND", b"")] {
            png.extend(part);
        }
        let clean = clean("peta.png", png).unwrap();
        assert!(contains(&clean, b"IHDR") && !contains(&clean, b"Author"));
    }

    #[test]
    fn what_is_no_picture_is_refused_and_other_files_are_left_alone() {
        assert!(clean("foto.jpg", b"bukan foto".to_vec()).is_err());
        assert_eq!(clean("surat.pdf", b"%PDF".to_vec()).unwrap(), b"%PDF");
        for length in 0..64 {
            let _ = clean("foto.jpg", camera(b"Exif\0\0II*\0\xff\xff\xff\xff")[..length].to_vec());
        }
    }
}
