//! Decoding a picture, turning and cutting it, and writing it in one size as WebP and JPEG.
//!
//! Strangers' files are only ever read by decoders in safe Rust, within limits. The encoders are given pixels.

use crate::page::frame::media::PictureVersion;
use crate::render::pictures::Damage;
use crate::render::sink::File;
use crate::value::arah::Arah;
use crate::value::bentuk::{Bentuk, Potongan};
use crate::value::piksel::Piksel;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageReader, Limits, RgbImage};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageICC};
use std::io::Cursor;

/// The most memory a decoder may ask for, in bytes: 50 million pixels in four colours, and as much again.
const MEMORY: u64 = 400 << 20;
/// The quality of JPEG, from 1 to 100: above it a face gains weight and no detail.
const JPEG: u8 = 80;
/// The quality of WebP, from 0 to 100, that looks like that JPEG.
const WEBP: f32 = 75.0;
/// The largest colour profile that goes along: one of a screen is smaller, and one of a press does not belong here.
const PROFILE: usize = 8 << 10;

/// A picture upright, cut to its shape, on white.
pub(super) struct Picture {
    pixels: RgbImage,
    /// What its colours mean, where they are not those of every screen.
    profile: Option<Vec<u8>>,
}

/// Reads a picture that has this size once it is upright.
pub(super) fn open(bytes: &[u8], (bentuk, piksel): (Bentuk, Piksel)) -> Result<Picture, Damage> {
    // A decoder that gives up in the middle is as good as one that refuses.
    let decoded = std::panic::catch_unwind(|| decode(bytes));
    let (mut image, profile) = decoded.ok().flatten().ok_or(Damage::Unreadable)?;
    let arah = Arah::of(&Bytes::copy_from_slice(bytes));
    image.apply_orientation(Orientation::from_exif(arah.get()).unwrap_or(Orientation::NoTransforms));
    if (image.width(), image.height()) != (piksel.lebar, piksel.tinggi) {
        return Err(Damage::Unreadable);
    }
    let Potongan { kiri, atas, piksel: kept } = bentuk.potongan(piksel);
    let cut = image.crop_imm(kiri, atas, kept.lebar, kept.tinggi);
    drop(image);
    Ok(Picture { pixels: reduced(on_white(cut), bentuk.ukuran(piksel).last()), profile })
}

/// The two files of a picture in one size.
pub(super) fn copies(picture: &Picture, versi: &PictureVersion) -> Result<[File; 2], Damage> {
    let Piksel { lebar, tinggi } = versi.piksel;
    // A filter of plain arithmetic: one with sines would differ from machine to machine.
    let pixels = imageops::resize(&picture.pixels, lebar, tinggi, FilterType::CatmullRom);
    let file = |address: &crate::page::frame::address::Address, bytes| File { path: address.file().to_owned(), bytes };
    Ok([
        file(&versi.webp, webp(&pixels, picture.profile.as_ref()).ok_or(Damage::Unreadable)?),
        file(&versi.jpeg, jpeg(&pixels, picture.profile.as_ref()).ok_or(Damage::Unreadable)?),
    ])
}

fn decode(bytes: &[u8]) -> Option<(DynamicImage, Option<Vec<u8>>)> {
    if bytes.starts_with(b"\xff\xd8") && !has_end(bytes) {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| is_of_screen(profile));
    (decoder.total_bytes() <= MEMORY).then(|| DynamicImage::from_decoder(decoder).ok()).flatten().zip(Some(profile))
}

/// Whether a JPEG goes on to its end mark: the decoder fills what is missing with grey and says nothing.
fn has_end(jpeg: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, kind, ..]) = jpeg.get(at..) {
        // What follows a mark: nothing, or so many bytes as the next two say (ITU-T T.81, B.1.1).
        let length = match kind {
            0xd9 => return true,
            0xff => {
                at += 1;
                continue;
            }
            0x01 | 0xd0..=0xd7 => 0,
            _ => match jpeg.get(at + 2..at + 4) {
                Some(length) => usize::from(u16::from_be_bytes([length[0], length[1]])),
                None => return false,
            },
        };
        at += 2 + length;
        // The scan: its bytes are no marks, a 0xff among them is followed by zero.
        let rest = jpeg.get(at..).unwrap_or_default();
        let next = rest.windows(2).position(|pair| pair[0] == 0xff && pair[1] != 0);
        at += next.unwrap_or(rest.len());
    }
    false
}

/// Whether a profile is small and of red, green and blue; that stands at byte 16 (ICC.1:2022, 7.2).
fn is_of_screen(profile: &[u8]) -> bool {
    profile.len() <= PROFILE && profile.get(16..20) == Some(b"RGB ")
}

/// JPEG knows no transparency, and a logo on a dark page should look as on a light one.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let image = image.into_rgba8();
    let mut flat = RgbImage::new(image.width(), image.height());
    for (to, from) in flat.pixels_mut().zip(image.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        let over = |colour: u32| u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255);
        to.0 = [over(red), over(green), over(blue)];
    }
    flat
}

/// A picture much larger than its largest copy is first brought near it, which is many times faster.
fn reduced(pixels: RgbImage, largest: Option<&Piksel>) -> RgbImage {
    match largest {
        Some(largest) if pixels.width() > largest.lebar * 4 => {
            imageops::thumbnail(&pixels, largest.lebar * 2, largest.tinggi * 2)
        }
        _ => pixels,
    }
}

fn jpeg(pixels: &RgbImage, profile: Option<&Vec<u8>>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.clone()).ok()?;
    }
    encoder.encode_image(pixels).ok()?;
    Some(bytes)
}

fn webp(pixels: &RgbImage, profile: Option<&Vec<u8>>) -> Option<Vec<u8>> {
    let encoder = webp::Encoder::from_rgb(pixels, pixels.width(), pixels.height());
    let bytes = encoder.encode_simple(false, WEBP).ok()?.to_vec();
    let Some(profile) = profile else { return Some(bytes) };
    let mut picture = WebP::from_bytes(Bytes::from(bytes)).ok()?;
    picture.set_icc_profile(Some(Bytes::copy_from_slice(profile)));
    Some(picture.encoder().bytes().to_vec())
}
