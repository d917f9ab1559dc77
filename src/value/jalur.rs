//! Paths below the project's folder, and how they are written in addresses.

use std::borrow::Cow;
use std::fmt::Write;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The folder of a path.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A relative path from a folder; nothing when it climbs out of the root.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    let slash = if path.ends_with('/') { "/" } else { "" };
    Some(format!("{}{slash}", parts.join("/")))
}

/// A path as addresses write it: the one function that does (RFC 3986).
///
/// Everything is encoded that means something in an address, in a list of pictures, in CSS or in HTML: a comma ends an entry of
/// `srcset`, a bracket ends a `url()`, a colon makes the first part of a path a scheme.
pub fn encoded(path: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
    if path.bytes().all(is_plain) {
        return Cow::Borrowed(path);
    }
    let mut encoded = String::with_capacity(path.len() + 16);
    for byte in path.bytes() {
        if is_plain(byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    Cow::Owned(encoded)
}

/// A path that was written as an address; one that is none, or no text, stands as it is.
pub fn decoded(address: &str) -> Cow<'_, str> {
    let mut parts = address.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let code = part.get(..2).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            bytes.extend(&part.as_bytes()[2..]);
        } else {
            bytes.push(b'%');
            bytes.extend(part.as_bytes());
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(address), Cow::Owned)
}

/// A name in the one form that all names have here (Unicode NFC): macOS takes `é` apart into two characters.
pub fn one_form(name: &str) -> Cow<'_, str> {
    if name.is_ascii() || is_nfc(name) { Cow::Borrowed(name) } else { Cow::Owned(name.nfc().collect()) }
}

#[cfg(test)]
mod tests {
    use super::{decoded, encoded, join, one_form};

    #[test]
    fn a_name_in_an_address_comes_back_as_it_was() {
        assert_eq!(encoded("berita/rapat-1.jpg"), "berita/rapat-1.jpg");
        assert_eq!(encoded("a b/#1?&%20é,(x):'.jpg"), "a%20b/%231%3F%26%2520%C3%A9%2C%28x%29%3A%27.jpg");
        for name in ["foto #1 rapat.jpg", "100%.pdf", "%41", "é", "a\u{1}b", "%", "%é"] {
            assert_eq!(decoded(&encoded(name)), name);
        }
        assert_eq!(decoded("100%.pdf"), "100%.pdf");
        assert_eq!(decoded("%ff"), "%ff");
    }

    #[test]
    fn a_name_that_was_taken_apart_is_the_same_name() {
        assert_eq!(one_form("Cafe\u{301}.jpg"), "Caf\u{e9}.jpg");
        assert_eq!(one_form("Caf\u{e9}.jpg"), "Caf\u{e9}.jpg");
    }

    #[test]
    fn a_relative_path_never_climbs_out_of_the_root() {
        assert_eq!(join("content/berita", "../kegiatan/x.yaml").as_deref(), Some("content/kegiatan/x.yaml"));
        assert_eq!(join("content/berita", "../../../x"), None);
        assert_eq!(join("a", "b/").as_deref(), Some("a/b/"));
    }
}
