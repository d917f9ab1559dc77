//! Pictures in the sizes and shapes that pages show, without what the camera wrote into them.
//!
//! A copy depends on the picture and on the way of writing alone, so one that was kept is as good as a new one.

#[cfg(feature = "gambar")]
mod resize;
#[cfg(feature = "gambar")]
mod rows;
pub(super) mod scrub;

use crate::bahasa::{Bahasa, Kata, kata};
use crate::model::Model;
use crate::model::pictures::Gambar;
use crate::page::frame::address::Address;
use crate::page::frame::media::{PictureVersion, versi};
use crate::render::sink::{File, Sink};
use crate::report::{Diagnostic, Report};
use crate::source::Sources;
use crate::value::format::Format;
#[cfg(feature = "gambar")]
use crate::value::orientation::Orientation;
use crate::value::pixel_size::PixelSize;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The most pixels a picture may have: more than a telephone takes, and few enough for the memory of a weak laptop.
const MOST_PIXELS: u64 = 50_000_000;
/// The longest side a picture may have: WebP knows none longer.
const LONGEST_SIDE: u32 = 16_383;

/// Why a picture cannot be drawn.
enum Damage {
    /// It is of a kind that is not shown by every browser.
    Format(Format),
    /// It has more pixels than are drawn.
    TooLarge(PixelSize),
    /// It is no picture, or not whole.
    Unreadable,
}

/// Draws every picture that a record or an article names once and throws it away; what cannot be drawn goes into the report.
pub fn check(model: &Model, sources: &Sources, report: &mut Report) {
    let found: Vec<Diagnostic> = all(model)
        .into_par_iter()
        .filter_map(|gambar| {
            if let Err(rusak) = is_shown(gambar) {
                return Some(finding(gambar, &rusak));
            }
            // What the disk refuses is said when it is published.
            let bytes = sources.bytes(&gambar.path).ok()?;
            Some(finding(gambar, &try_out(gambar, &bytes).err()?))
        })
        .collect();
    report.extend(found);
}

/// Puts the copies of every picture into the sink, on all cores; those kept from an earlier build are not drawn again.
pub fn draw_all(model: &Model, sources: &Sources, sink: &dyn Sink, report: &mut Report) -> Result<()> {
    let found: Result<Vec<Option<Diagnostic>>> =
        all(model).into_par_iter().map(|gambar| draw(gambar, sources, sink)).collect();
    report.extend(found?.into_iter().flatten());
    Ok(())
}

fn all(model: &Model) -> Vec<&Gambar> {
    // An article may show a picture of another region.
    let all: BTreeMap<_, _> = model.lingkup.iter().flat_map(|lingkup| &lingkup.gambar).collect();
    all.into_values().collect()
}

/// Whether the picture is of a kind that is drawn; what no kind is known of is said when it cannot be read.
fn is_shown(gambar: &Gambar) -> Result<(), Damage> {
    match gambar.format.filter(|format| !format.is_shown()) {
        Some(format) => Err(Damage::Format(format)),
        None => Ok(()),
    }
}

/// Puts one picture's copies into the sink, or says why there are none.
fn draw(gambar: &Gambar, sources: &Sources, sink: &dyn Sink) -> Result<Option<Diagnostic>> {
    if let Err(rusak) = is_shown(gambar) {
        return Ok(Some(finding(gambar, &rusak)));
    }
    let copies = versi(gambar);
    if let Some(files) = kept(gambar, &copies, sink) {
        files.into_iter().try_for_each(|file| sink.put(file).map(|_| ()))?;
        return Ok(None);
    }
    let files = match made(gambar, &copies, &sources.bytes(&gambar.path)?) {
        Ok(files) => files,
        Err(error) => return Ok(Some(finding(gambar, &error))),
    };
    for file in files {
        sink.keep(&name(gambar, &file.path), &file.bytes);
        sink.put(file)?;
    }
    Ok(None)
}

/// All copies of an earlier build; nothing when one is missing, or when there are none to keep.
fn kept(gambar: &Gambar, copies: &[PictureVersion], sink: &dyn Sink) -> Option<Vec<File>> {
    let addresses = copies.iter().flat_map(|versi| [&versi.webp, &versi.jpeg]);
    let files = addresses.map(|address: &Address| {
        let path = address.file().to_owned();
        Some(File { bytes: sink.kept(&name(gambar, &path))?, path })
    });
    files.collect::<Option<Vec<_>>>().filter(|files| !files.is_empty())
}

/// What a copy is kept as: the picture's whole key, then width and format.
fn name(gambar: &Gambar, path: &str) -> String {
    let end = path.rsplit_once('-').map_or(path, |(_, end)| end);
    format!("{}-{end}", gambar.key)
}

/// The copies, drawn.
#[cfg(feature = "gambar")]
fn made(gambar: &Gambar, copies: &[PictureVersion], bytes: &[u8]) -> Result<Vec<File>, Damage> {
    let picture = opened(gambar, bytes)?;
    let drawn = copies.iter().map(|versi| resize::copies(&picture, versi));
    Ok(drawn.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// Without the means to draw, the picture itself is published.
#[cfg(not(feature = "gambar"))]
fn made(gambar: &Gambar, _copies: &[PictureVersion], bytes: &[u8]) -> Result<Vec<File>, Damage> {
    try_out(gambar, bytes).map(|()| Vec::new())
}

/// Whether a picture can be drawn.
#[cfg(feature = "gambar")]
fn try_out(gambar: &Gambar, bytes: &[u8]) -> Result<(), Damage> {
    opened(gambar, bytes).map(|_| ())
}

/// Whether a picture can be published.
#[cfg(not(feature = "gambar"))]
fn try_out(gambar: &Gambar, bytes: &[u8]) -> Result<(), Damage> {
    within_limits(gambar, bytes).map(|_| ())
}

#[cfg(feature = "gambar")]
fn opened(gambar: &Gambar, bytes: &[u8]) -> Result<resize::Picture, Damage> {
    let (pixel_size, clean) = within_limits(gambar, bytes)?;
    let orientation = Orientation::of(&img_parts::Bytes::copy_from_slice(bytes));
    resize::open(&resize::Opening { clean: &clean, orientation, shape: gambar.shape, pixel_size })
}

/// The size of a picture that is small enough, and what is published of its bytes.
fn within_limits(gambar: &Gambar, bytes: &[u8]) -> Result<(PixelSize, Vec<u8>), Damage> {
    let pixel_size = gambar.pixel_size.ok_or(Damage::Unreadable)?;
    let PixelSize { width, height } = pixel_size;
    if pixel_size.area() > MOST_PIXELS || width.max(height) > LONGEST_SIDE {
        return Err(Damage::TooLarge(pixel_size));
    }
    let clean = scrub::clean(bytes.to_vec()).map_err(|_| Damage::Unreadable)?;
    Ok((pixel_size, clean))
}

fn finding(gambar: &Gambar, rusak: &Damage) -> Diagnostic {
    let file = gambar.path.rsplit('/').next().unwrap_or(&gambar.path);
    let (what, help) = match rusak {
        Damage::Format(format) => not_shown(file, *format),
        Damage::TooLarge(pixel_size) => too_large(file, *pixel_size),
        Damage::Unreadable => (
            kata(
                format!("gambar \"{file}\" rusak atau terpotong, dan tidak bisa ditampilkan"),
                format!("the picture \"{file}\" is damaged or cut short, and cannot be shown"),
            ),
            kata(
                "salin ulang dari aslinya, atau buka lalu simpan ulang sebagai JPEG, PNG atau WebP",
                "copy it again from the original, or open it and save it again as JPEG, PNG or WebP",
            ),
        ),
    };
    let why = kata(
        "setiap gambar digambar ulang dalam beberapa ukuran, tanpa data kamera, sebelum terbit",
        "every picture is drawn again in several sizes, without what the camera wrote, before it is published",
    );
    Diagnostic::galat("RUJ-05", gambar.place.clone(), what).why(why).help(help)
}

fn not_shown(file: &str, format: Format) -> (Kata, Kata) {
    let nama = format.nama();
    let (id, en) = (nama.dalam(Bahasa::Id), nama.dalam(Bahasa::En));
    (
        kata(
            format!("gambar \"{file}\" isinya {id}, dan yang tampil di semua peramban hanya JPEG, PNG dan WebP"),
            format!("the picture \"{file}\" is {en} inside, and every browser shows JPEG, PNG and WebP only"),
        ),
        format.cara(),
    )
}

fn too_large(file: &str, PixelSize { width, height }: PixelSize) -> (Kata, Kata) {
    (
        kata(
            format!("gambar \"{file}\" terlalu besar: {width} x {height} piksel"),
            format!("the picture \"{file}\" is too large: {width} x {height} pixels"),
        ),
        kata(
            format!(
                "kecilkan, misalnya sampai lebar 1600 piksel; paling banyak 50 juta piksel, tiap sisi {LONGEST_SIDE}"
            ),
            format!("make it smaller, such as 1600 pixels wide; at most 50 million pixels, {LONGEST_SIDE} a side"),
        ),
    )
}
