//! QR codes: an address as squares that a telephone's camera reads.

use qrcodegen::{DataTooLong, Mask, QrCode, QrCodeEcc, QrSegment, Version};
use serde::Serialize;
use std::fmt::Write;

/// The white border a code needs to be found, in modules (ISO/IEC 18004).
const BORDER: usize = 4;

/// A QR code as an SVG path: strokes one module thick, in a square with its white border.
#[derive(Debug, Serialize)]
pub(super) struct Qr {
    /// The side of the square with its border, in modules.
    sisi: usize,
    /// The path's `d`.
    d: String,
}

/// Draws a text as a QR code that can be read with a seventh of it dirty; refused when the text is too long.
///
/// Always under the same mask: trying all eight takes ten times as long, and a camera reads each of them.
pub(super) fn draw(text: &str) -> Result<Qr, DataTooLong> {
    let bytes = [QrSegment::make_bytes(text.as_bytes())];
    let (least, most, mask) = (Version::MIN, Version::MAX, Some(Mask::new(0)));
    let code = QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Medium, least, most, mask, false)?;
    let side = usize::try_from(code.size()).expect("a code has at most 177 modules a side");
    Ok(Qr { sisi: side + 2 * BORDER, d: (0..side).map(|y| row(&code, side, y)).collect() })
}

/// The dark modules of a row, one stroke for those that touch.
fn row(code: &QrCode, side: usize, y: usize) -> String {
    let at = |place: usize| i32::try_from(place).expect("a code is small");
    // Beyond its edge all is light.
    let is_dark = |x: usize| code.get_module(at(x), at(y));
    let mut path = String::new();
    // The first stroke of a row says where it is, the others how far they are from the one before.
    let mut last = None;
    let starts = (0..side).filter(|x| is_dark(*x) && (*x == 0 || !is_dark(x - 1)));
    for start in starts {
        let end = (start..=side).find(|x| !is_dark(*x)).expect("modules end at the code's edge");
        let written = match last {
            None => write!(path, "M{} {}.5h{}", start + BORDER, y + BORDER, end - start),
            Some(last) => write!(path, "m{} 0h{}", start - last, end - start),
        };
        written.expect("a String takes all that is written");
        last = Some(end);
    }
    path
}
