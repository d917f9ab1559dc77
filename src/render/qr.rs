//! QR codes: an address as squares that a telephone's camera reads.

use fast_qr::ECL;
use fast_qr::qr::{QRBuilder, QRCode, QRCodeError};
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
pub(super) fn draw(text: &str) -> Result<Qr, QRCodeError> {
    let code = QRBuilder::new(text).ecl(ECL::M).build()?;
    Ok(Qr { sisi: code.size + 2 * BORDER, d: (0..code.size).map(|y| row(&code, y)).collect() })
}

/// The dark modules of a row, one stroke for those that touch.
fn row(code: &QRCode, y: usize) -> String {
    let is_dark = |x: usize| x < code.size && code[y][x].value();
    let mut path = String::new();
    // The first stroke of a row says where it is, the others how far they are from the one before.
    let mut last = None;
    let starts = (0..code.size).filter(|x| is_dark(*x) && (*x == 0 || !is_dark(x - 1)));
    for start in starts {
        let end = (start..=code.size).find(|x| !is_dark(*x)).expect("modules end at the code's edge");
        let written = match last {
            None => write!(path, "M{} {}.5h{}", start + BORDER, y + BORDER, end - start),
            Some(last) => write!(path, "m{} 0h{}", start - last, end - start),
        };
        written.expect("a String takes all that is written");
        last = Some(end);
    }
    path
}
