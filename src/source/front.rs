//! Where the front matter of an article ends and its text begins.

use memchr::memchr2;
use std::ops::Range;

/// The bytes of a file that are YAML: all of a record, the front matter of an article; `None` when it has none, as a table.
pub fn record_part(file: &str, text: &str) -> Option<Range<usize>> {
    if file.ends_with(".csv") {
        return None;
    }
    if !file.ends_with(".md") {
        return Some(0..text.len());
    }
    let start = text.starts_with("---").then(|| next_line(text, 0)).filter(|start| *start < text.len())?;
    let mut at = start;
    while at < text.len() {
        let end = next_line(text, at);
        if text[at..end].starts_with("---") && text[at..end].trim_end() == "---" {
            return Some(start..at);
        }
        at = end;
    }
    None
}

/// The byte at which an article's text begins, after its front matter.
pub fn body_start(file: &str, text: &str) -> usize {
    record_part(file, text).map_or(0, |part| next_line(text, part.end))
}

/// The byte at which the line after that of a byte begins; the text's end where there is none.
fn next_line(text: &str, byte: usize) -> usize {
    let bytes = text.as_bytes();
    match memchr2(b'\n', b'\r', &bytes[byte..]) {
        Some(length) if bytes[byte + length..].starts_with(b"\r\n") => byte + length + 2,
        Some(length) => byte + length + 1,
        None => text.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_at_its_second_line_of_hyphens_whatever_breaks_the_lines() {
        for text in ["---\na: 1\n---\nisi\n", "---\r\na: 1\r\n---\r\nisi\r\n", "---\ra: 1\r---\risi\r"] {
            assert_eq!(text[record_part("x.md", text).unwrap()].trim_end(), "a: 1");
            assert_eq!(text[body_start("x.md", text)..].trim_end(), "isi");
        }
        for text in ["", "---", "---\n", "a: 1\n---\n", "---\na: 1\n"] {
            assert_eq!((record_part("x.md", text), body_start("x.md", text)), (None, 0), "{text:?}");
        }
    }
}
