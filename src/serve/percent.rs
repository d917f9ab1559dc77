//! Addresses with what cannot stand in them written as `%C3%A9`.

use std::fmt::Write;

/// `%C3%A9` as `é`; nothing when it is not UTF-8. A `%` that begins no such code stands for itself.
pub(super) fn decode(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        if let Some((byte, rest)) = hex(part) {
            bytes.push(byte);
            bytes.extend_from_slice(rest.as_bytes());
        } else {
            bytes.push(b'%');
            bytes.extend_from_slice(part.as_bytes());
        }
    }
    String::from_utf8(bytes).ok()
}

/// The byte that two hexadecimal digits stand for, and what follows them.
fn hex(text: &str) -> Option<(u8, &str)> {
    let (code, rest) = text.split_at_checked(2)?;
    let digits = code.bytes().all(|b| b.is_ascii_hexdigit());
    Some((u8::from_str_radix(code, 16).ok().filter(|_| digits)?, rest))
}

/// A text as it stands in an address behind a question mark.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_codes_are_read_once() {
        assert_eq!(decode("/a%20b/%C3%A9").as_deref(), Some("/a b/é"));
        assert_eq!(decode("/%2e%2e/%252e").as_deref(), Some("/../%2e"));
        assert_eq!(decode("/100%/%zz/%+1/%").as_deref(), Some("/100%/%zz/%+1/%"));
        assert_eq!(decode("/%ff"), None);
        assert_eq!(encoded("content/a b/é.md"), "content/a%20b/%C3%A9.md");
    }
}
