//! Decoding a picture, turning and cutting it, and writing it in one size as WebP and JPEG.
//!
//! Strangers' files are only ever read by decoders in safe Rust, within limits. The encoders are given pixels.

use crate::model::pictures::LARGE;
use crate::page::frame::media::PictureVersion;
use crate::render::pictures::{Damage, rows};
use crate::render::sink::File;
use crate::value::format::Format;
use crate::value::orientation::Orientation;
use crate::value::pixel_size::PixelSize;
use crate::value::shape::{Crop, Shape};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::metadata;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageReader, Limits, RgbImage};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageICC};
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

/// The most memory a decoder may ask for, in bytes: 50 million pixels in four colours.
const MEMORY: u64 = 200 << 20;
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

/// What a picture is opened with.
pub(super) struct Opening<'p> {
    /// Its bytes without what a camera wrote, and without what is only there to fill the memory.
    pub clean: &'p [u8],
    /// Which way up it is.
    pub orientation: Orientation,
    /// The shape it is shown in.
    pub shape: Shape,
    /// Its size once it is upright.
    pub pixel_size: PixelSize,
}

/// Reads a picture.
pub(super) fn open(opening: &Opening<'_>) -> Result<Picture, Damage> {
    // Of large pictures only one is in memory.
    static ALONE: Mutex<()> = Mutex::new(());
    let alone = (opening.pixel_size.area() > LARGE).then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner));
    // A decoder that gives up in the middle is as good as one that refuses.
    let opened = std::panic::catch_unwind(|| opened(opening));
    drop(alone);
    opened.ok().flatten().ok_or(Damage::Unreadable)
}

fn opened(opening: &Opening<'_>) -> Option<Picture> {
    let Opening { clean, orientation, shape, pixel_size } = *opening;
    let largest = shape.sizes(pixel_size).last().copied();
    let turn = metadata::Orientation::from_exif(orientation.get()).unwrap_or(metadata::Orientation::NoTransforms);
    // Byte 28 of a PNG says whether its rows come in turns; then it is read whole, within the bound.
    let in_rows = Format::of(clean) == Some(Format::Png) && clean.get(28) == Some(&0);
    if pixel_size.area() > LARGE && in_rows {
        let wanted = largest.map_or(1, |largest| largest.width * 2);
        let times = (shape.crop(pixel_size).pixel_size.width / wanted).max(1);
        let mut image = DynamicImage::from(rows::reduced(clean, times)?);
        image.apply_orientation(turn);
        let small = PixelSize { width: image.width(), height: image.height() };
        return Some(Picture { pixels: cut(image, shape, small).into_rgb8(), profile: profile_of(clean) });
    }
    let (mut image, profile) = decode(clean)?;
    image.apply_orientation(turn);
    if (image.width(), image.height()) != (pixel_size.width, pixel_size.height) {
        return None;
    }
    Some(Picture { pixels: reduced(on_white(cut(image, shape, pixel_size)), largest.as_ref()), profile })
}

/// The part of a picture that is shown; no copy of one that is shown whole.
fn cut(image: DynamicImage, shape: Shape, pixel_size: PixelSize) -> DynamicImage {
    let Crop { left, top, pixel_size: kept } = shape.crop(pixel_size);
    if kept == pixel_size { image } else { image.crop_imm(left, top, kept.width, kept.height) }
}

/// The profile of a picture whose pixels are read otherwise.
fn profile_of(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?.into_decoder().ok()?;
    decoder.icc_profile().ok().flatten().filter(|profile| is_of_screen(profile))
}

/// The two files of a picture in one size.
pub(super) fn copies(picture: &Picture, versi: &PictureVersion) -> Result<[File; 2], Damage> {
    let PixelSize { width, height } = versi.pixel_size;
    // A filter of plain arithmetic: one with sines would differ from machine to machine.
    let pixels = imageops::resize(&picture.pixels, width, height, FilterType::CatmullRom);
    let file = |address: &crate::page::frame::address::Address, bytes| File { path: address.file().to_owned(), bytes };
    Ok([
        file(&versi.webp, webp(&pixels, picture.profile.as_ref()).ok_or(Damage::Unreadable)?),
        file(&versi.jpeg, jpeg(&pixels, picture.profile.as_ref()).ok_or(Damage::Unreadable)?),
    ])
}

fn decode(bytes: &[u8]) -> Option<(DynamicImage, Option<Vec<u8>>)> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| is_of_screen(profile));
    (decoder.total_bytes() <= MEMORY).then(|| DynamicImage::from_decoder(decoder).ok()).flatten().zip(Some(profile))
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
fn reduced(pixels: RgbImage, largest: Option<&PixelSize>) -> RgbImage {
    match largest {
        Some(largest) if pixels.width() > largest.width * 4 => {
            imageops::thumbnail(&pixels, largest.width * 2, largest.height * 2)
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
