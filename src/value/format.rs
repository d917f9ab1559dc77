//! What a file is by its first bytes: its name may say something else.
//!
//! Telephones, messengers and office programs give pictures the wrong ending all the time, so nobody asks it of a picture.

use crate::bahasa::{Kata, kata};
use serde::{Deserialize, Serialize};

/// How much of a file's beginning [`Format::of`] looks at.
pub const START: usize = 1 << 10;

/// A kind of file that is known by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// A picture that every browser shows, and that is drawn anew.
    Jpeg,
    /// The same.
    Png,
    /// The same.
    WebP,
    /// What telephones write; few browsers show it.
    Heic,
    /// A picture that older browsers do not show, and whose metadata is not taken out.
    Avif,
    /// What scanners and cameras write, their raw pictures too; no browser shows it.
    Tiff,
    /// A picture of few colours, which often moves.
    Gif,
    /// A picture that is not packed.
    Bmp,
    /// JPEG XL or JPEG 2000.
    JpegBaru,
    /// A drawing that may carry scripts.
    Svg,
    /// A drawing of a program that is not for browsers: Photoshop, CorelDRAW, PostScript.
    Rancangan,
    /// A document.
    Pdf,
    /// A document of an office program, or another archive.
    Zip,
    /// A document of an older office program.
    Ole,
    /// A film.
    Video,
    /// A page.
    Html,
}

impl Format {
    /// What a file with these first bytes is; nothing where they are not known.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let starts = |mark: &[u8]| bytes.starts_with(mark);
        match bytes {
            _ if starts(b"\xff\xd8\xff") => Some(Self::Jpeg),
            _ if starts(b"\x89PNG\r\n\x1a\n") => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(boxed(bytes)),
            _ if starts(b"II*\0") || starts(b"MM\0*") || starts(b"II+\0") || starts(b"MM\0+") => Some(Self::Tiff),
            _ if starts(b"GIF8") => Some(Self::Gif),
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Some(Self::Bmp),
            _ if starts(b"\xff\x0a") || starts(b"\0\0\0\x0cJXL ") || starts(b"\0\0\0\x0cjP  ") => Some(Self::JpegBaru),
            _ if starts(b"8BPS") || starts(b"%!PS") || starts(b"\xc5\xd0\xd3\xc6") => Some(Self::Rancangan),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'C', b'D', b'R', ..] => Some(Self::Rancangan),
            _ if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") => Some(Self::Zip),
            _ if starts(b"\xd0\xcf\x11\xe0") => Some(Self::Ole),
            [b'R', b'I', b'F', b'F', ..] | [0x1a, 0x45, 0xdf, 0xa3, ..] => Some(Self::Video),
            _ => written(bytes),
        }
    }

    /// Whether every browser shows it, and what a camera wrote can be taken out of it.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::WebP)
    }

    /// Whether it is a picture, whoever shows it.
    pub fn is_picture(self) -> bool {
        self.is_shown()
            || matches!(self, Self::Heic | Self::Avif | Self::Tiff | Self::Gif | Self::Bmp | Self::JpegBaru | Self::Svg)
    }

    /// What people call it.
    pub fn nama(self) -> Kata {
        let same = |name: &str| kata(name, name);
        match self {
            Self::Jpeg => same("JPEG"),
            Self::Png => same("PNG"),
            Self::WebP => same("WebP"),
            Self::Heic => same("HEIC"),
            Self::Avif => same("AVIF"),
            Self::Tiff => same("TIFF"),
            Self::Gif => same("GIF"),
            Self::Bmp => same("BMP"),
            Self::JpegBaru => same("JPEG XL / JPEG 2000"),
            Self::Svg => same("SVG"),
            Self::Rancangan => kata("rancangan (Photoshop, CorelDRAW, EPS)", "design (Photoshop, CorelDRAW, EPS)"),
            Self::Pdf => same("PDF"),
            Self::Zip => kata("dokumen kantor atau arsip ZIP", "office document or ZIP archive"),
            Self::Ole => kata("dokumen kantor lama (DOC, XLS)", "older office document (DOC, XLS)"),
            Self::Video => same("video"),
            Self::Html => kata("halaman HTML", "HTML page"),
        }
    }

    /// How to make a picture of it that can be shown: what an officer clicks.
    pub fn cara(self) -> Kata {
        match self {
            Self::Heic => kata(
                "buka fotonya di telepon atau komputer, lalu ekspor sebagai JPEG; di iPhone: Pengaturan > Kamera > Format > Paling Kompatibel",
                "open the photo on the telephone or a computer and export it as JPEG; on an iPhone: Settings > Camera > Formats > Most Compatible",
            ),
            Self::Pdf => kata(
                "simpan halamannya sebagai gambar PNG atau JPEG (Ekspor, atau foto layar); dokumennya sendiri bisa ditautkan: [salinan keputusan](nama.pdf)",
                "save its page as a PNG or JPEG picture (Export, or a screenshot); link to the document itself: [copy of the decree](name.pdf)",
            ),
            Self::Svg | Self::Rancangan => kata(
                "ekspor gambarnya sebagai PNG dari aplikasi gambar, misalnya Inkscape: Berkas > Ekspor PNG",
                "export the picture as PNG from the drawing program, such as Inkscape: File > Export PNG",
            ),
            Self::Gif => kata(
                "buka di aplikasi gambar, lalu simpan sebagai PNG; gerakannya tidak ikut",
                "open it in a picture program and save it as PNG; it will not move",
            ),
            Self::Zip | Self::Ole => kata(
                "ambil gambarnya dari dokumen (klik kanan > Simpan sebagai Gambar), lalu simpan sebagai JPEG atau PNG",
                "take the picture out of the document (right click > Save as Picture) and save it as JPEG or PNG",
            ),
            Self::Video => kata(
                "ambil satu gambar dari videonya (foto layar), lalu simpan sebagai JPEG",
                "take one picture from the film (a screenshot) and save it as JPEG",
            ),
            Self::Html => kata(
                "yang tersimpan adalah halaman web, bukan gambarnya; buka gambarnya, lalu klik kanan > Simpan gambar",
                "what was saved is a web page and not the picture; open the picture, then right click > Save image",
            ),
            Self::Jpeg | Self::Png | Self::WebP | Self::Avif | Self::Tiff | Self::Bmp | Self::JpegBaru => kata(
                "buka di aplikasi gambar (Paint, Foto, Pratinjau), lalu Simpan sebagai JPEG atau PNG",
                "open it in a picture program (Paint, Photos, Preview) and save it as JPEG or PNG",
            ),
        }
    }
}

/// A file of boxes (ISO/IEC 14496-12) by the brands it names: the first and those it is compatible with.
fn boxed(bytes: &[u8]) -> Format {
    let length = bytes.first_chunk().map_or(0, |length| u32::from_be_bytes(*length) as usize);
    let brands = bytes.get(8..length.clamp(12, START).min(bytes.len())).unwrap_or_default();
    let has = |wanted: &[&[u8]]| brands.chunks(4).any(|brand| wanted.contains(&brand));
    if has(&[b"avif", b"avis"]) {
        Format::Avif
    } else if has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        Format::Heic
    } else if has(&[b"crx "]) {
        Format::Tiff
    } else {
        Format::Video
    }
}

/// A file that begins as a text.
fn written(bytes: &[u8]) -> Option<Format> {
    let start = &bytes[..bytes.len().min(START)];
    if memchr::memmem::find(start, b"%PDF-").is_some() {
        return Some(Format::Pdf);
    }
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('<') {
        return None;
    }
    match (text.contains("<svg"), text.contains("<html") || text.contains("<!doctype html")) {
        (_, true) => Some(Format::Html),
        (true, false) => Some(Format::Svg),
        (false, false) => None,
    }
}

/// Whether a PNG or WebP holds more than one picture (APNG's `acTL`, WebP's flag of the extended header).
pub fn moves(bytes: &[u8]) -> bool {
    match Format::of(bytes) {
        // Bit 1 of the flags (WebP container, extended file format).
        Some(Format::WebP) => bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0),
        Some(Format::Png) => png_moves(bytes).unwrap_or(false),
        _ => false,
    }
}

/// Whether the chunk that announces an animation stands before the picture, as it must (PNG third edition, 11.3.6).
fn png_moves(bytes: &[u8]) -> Option<bool> {
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?) as usize;
        match bytes.get(at + 4..at + 8)? {
            b"acTL" => return Some(true),
            b"IDAT" | b"IEND" => return Some(false),
            _ => at = at.checked_add(length)?.checked_add(12)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        for (bytes, format) in [
            (&b"\xff\xd8\xff\xe0\0\x10JFIF"[..], Format::Jpeg),
            (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", Format::Png),
            (b"RIFF\0\0\0\0WEBPVP8X", Format::WebP),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Format::Heic),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Format::Heic),
            (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", Format::Avif),
            (b"\0\0\0\x18ftypisom\0\0\0\0isommp41", Format::Video),
            (b"II*\0\x08\0\0\0", Format::Tiff),
            (b"MM\0*\0\0\0\x08", Format::Tiff),
            (b"GIF89a", Format::Gif),
            (b"BM\x36\0\0\0\0\0\0\0\x36", Format::Bmp),
            (b"%PDF-1.7", Format::Pdf),
            (b"\n\n%PDF-1.7", Format::Pdf),
            (b"<?xml version=\"1.0\"?>\n<!-- x -->\n<svg xmlns=", Format::Svg),
            (b"\xef\xbb\xbf<svg>", Format::Svg),
            (b"<!DOCTYPE html><html><svg>", Format::Html),
            (b"PK\x03\x04", Format::Zip),
        ] {
            assert_eq!(Format::of(bytes), Some(format), "{bytes:?}");
        }
        for nothing in [&b""[..], b"bukan foto", b"\xff\xd8", b"BM", b"<x>"] {
            assert_eq!(Format::of(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_picture_that_moves_says_so_before_its_first_picture() {
        let chunk = |kind: &[u8], length: usize| {
            let size = u32::try_from(length).unwrap().to_be_bytes();
            [&size[..], kind, &vec![0; length], b"crcc"].concat()
        };
        let png = |chunks: &[Vec<u8>]| [b"\x89PNG\r\n\x1a\n".to_vec(), chunks.concat()].concat();
        assert!(moves(&png(&[chunk(b"IHDR", 13), chunk(b"acTL", 8), chunk(b"IDAT", 3)])));
        assert!(!moves(&png(&[chunk(b"IHDR", 13), chunk(b"IDAT", 3), chunk(b"acTL", 8)])));
        assert!(!moves(&png(&[chunk(b"IHDR", 13)])));
        assert!(moves(b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0"));
        assert!(!moves(b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x08\0\0\0"));
    }
}
