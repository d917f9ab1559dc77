//! Where the lines of a text begin: looked up once for all that is said of the text.
//!
//! A line ends at a line feed, at a carriage return with one, or at a carriage return alone, as YAML and CommonMark read it.

use memchr::memchr2_iter;
use std::ops::Range;

/// The lines of a text, by the byte each begins at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<usize>,
    /// How many characters begin before each block of bytes: a column far out on a long line is not counted from its start.
    counts: Vec<usize>,
}

/// The bytes of a block whose characters are counted once.
const BLOCK: usize = 1024;

impl Lines {
    /// The lines of a text; an empty text has one.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let breaks = memchr2_iter(b'\n', b'\r', bytes);
        // Of a carriage return and a line feed the second ends the line.
        let ends = breaks.filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let counted = bytes.chunks(BLOCK).scan(0, |sum, block| {
            let before = *sum;
            *sum += characters(block);
            Some(before)
        });
        Self { starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect(), counts: counted.collect() }
    }

    /// The byte a line begins at, counted from 1; nothing where the text has no such line.
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }

    /// The line that a byte is in, from 1.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// The line and column, both from 1, of a byte of the text these are the lines of. Columns count characters.
    pub fn position(&self, text: &str, byte: usize) -> (usize, usize) {
        let byte = text.floor_char_boundary(byte);
        let line = self.line(byte);
        let start = self.start(line).unwrap_or_default();
        (line, self.characters_before(text, byte) - self.characters_before(text, start) + 1)
    }

    /// How many characters begin before a byte of the text.
    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let block = byte / BLOCK;
        let before = self.counts.get(block).copied();
        before.map_or_else(
            || characters(&text.as_bytes()[..byte]),
            |before| before + characters(&text.as_bytes()[block * BLOCK..byte]),
        )
    }

    /// The bytes of a line, from 1, without its end; behind the text where it has no such line.
    pub fn range(&self, text: &str, line: usize) -> Range<usize> {
        let Some(start) = self.start(line) else { return text.len()..text.len() };
        let end = self.start(line + 1).unwrap_or(text.len());
        start..start + text[start..end].trim_end_matches(['\n', '\r']).len()
    }
}

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_at_each_kind_of_break() {
        let text = "satu\ndua\r\ntiga\rempat\r\r";
        let lines = Lines::of(text);
        let shown: Vec<&str> = (1..=7).map(|line| &text[lines.range(text, line)]).collect();
        assert_eq!(shown, ["satu", "dua", "tiga", "empat", "", "", ""]);
        assert_eq!(lines.position(text, text.find("iga").unwrap()), (3, 2));
        assert_eq!(lines.position(text, text.len()), (6, 1));
        assert_eq!(lines.position("", 7), (1, 1));
    }

    #[test]
    fn a_column_far_out_on_a_line_is_the_number_of_its_character() {
        let text = format!("a\n{}\nb", "é-".repeat(3_000));
        let lines = Lines::of(&text);
        for column in [1, 2, 700, 3_001, 6_000] {
            let byte = text[2..].char_indices().nth(column - 1).unwrap().0 + 2;
            assert_eq!(lines.position(&text, byte), (2, column));
        }
        assert_eq!(lines.position(&text, text.len()), (3, 2));
    }
}
