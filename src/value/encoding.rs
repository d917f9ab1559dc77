//! What a text is written in that is no UTF-8: what Windows programs save as, by its bytes.

use crate::bahasa::{Kata, kata};

/// How much of a file without a mark is looked at.
const START: usize = 1 << 12;

/// A way to write text as bytes, other than UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Two bytes a character, the lower first: what Notepad calls UTF-16 LE or Unicode.
    Utf16Le,
    /// Two bytes a character, the higher first.
    Utf16Be,
    /// One byte a character: what Notepad calls ANSI.
    Windows1252,
}

/// The characters of Windows-1252 from 0x80 to 0x9f; five bytes stand for none.
const UPPER: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

impl Encoding {
    /// What bytes that are no sound UTF-8 text are written in, and the text; nothing where they are damaged, or no text at all.
    pub fn decode(bytes: &[u8]) -> Option<(Self, String)> {
        let (encoding, text) = match bytes {
            [0xff, 0xfe, rest @ ..] => (Self::Utf16Le, utf_16(rest, u16::from_le_bytes)?),
            [0xfe, 0xff, rest @ ..] => (Self::Utf16Be, utf_16(rest, u16::from_be_bytes)?),
            _ if has_noughts(bytes, 1) => (Self::Utf16Le, utf_16(bytes, u16::from_le_bytes)?),
            _ if has_noughts(bytes, 0) => (Self::Utf16Be, utf_16(bytes, u16::from_be_bytes)?),
            _ => (Self::Windows1252, windows_1252(bytes)?),
        };
        let is_text = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
        text.chars().all(is_text).then_some((encoding, text))
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf16Le => "UTF-16 LE (\"Unicode\")",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252 (\"ANSI\")",
        }
    }

    /// How to save such a file as UTF-8.
    pub fn how(self) -> Kata {
        let (id, en) = match self {
            Self::Utf16Le | Self::Utf16Be => (
                "klik nama pengodean di baris status, Save with Encoding, UTF-8",
                "click the encoding in the status bar, Save with Encoding, UTF-8",
            ),
            // It opens such a file as UTF-8, and who saves it then loses every letter that is no ASCII.
            Self::Windows1252 => (
                "klik UTF-8 di baris status, Reopen with Encoding, Western (Windows 1252), lalu Save with Encoding, UTF-8",
                "click UTF-8 in the status bar, Reopen with Encoding, Western (Windows 1252), then Save with Encoding, UTF-8",
            ),
        };
        kata(
            format!(
                "jalankan pilkada check --perbaiki; atau simpan ulang. Notepad: File, Save as, Encoding: UTF-8. VS Code: {id}"
            ),
            format!(
                "run pilkada check --fix; or save it again. Notepad: File, Save as, Encoding: UTF-8. VS Code: {en}"
            ),
        )
    }
}

/// Whether every second byte is mostly nought, as in UTF-16 of letters without accents; `at` is the first of these.
fn has_noughts(bytes: &[u8], at: usize) -> bool {
    let start = &bytes[..bytes.len().min(START)];
    let noughts = |at: usize| start.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    bytes.len().is_multiple_of(2) && noughts(1 - at) == 0 && noughts(at) * 4 > start.len()
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let text: Result<String, _> = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect();
    text.ok().map(|text| text.trim_start_matches('\u{feff}').to_owned())
}

/// Nothing also where some of it is UTF-8: then letters of both would be mixed up.
fn windows_1252(bytes: &[u8]) -> Option<String> {
    if bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) {
        return None;
    }
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => Some(char::from(*byte)),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_saves_is_known_by_its_bytes() {
        let text = "judul: “Café” – ½\r\n";
        let units = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
        let known = |bytes: &[u8]| Encoding::decode(bytes);
        let of = |encoding| Some((encoding, text.to_owned()));
        assert_eq!(known(&[b"\xff\xfe".as_slice(), &little].concat()), of(Encoding::Utf16Le));
        assert_eq!(known(&[b"\xfe\xff".as_slice(), &big].concat()), of(Encoding::Utf16Be));
        assert_eq!((known(&little), known(&big)), (of(Encoding::Utf16Le), of(Encoding::Utf16Be)));
        assert_eq!(known(b"judul: \x93Caf\xe9\x94 \x96 \xbd\r\n"), of(Encoding::Windows1252));
    }

    #[test]
    fn what_is_damaged_or_mixed_is_none_of_them() {
        for bytes in [b"caf\xc3\xa9 caf\xe9".as_slice(), b"a\x81b", b"\xff\xfea", b"\x01\xff", b"\xff\xfe\x00\xd8a\0"] {
            assert_eq!(Encoding::decode(bytes), None);
        }
    }
}
