//! The lines of a record as they are looked at: without comments and blocks of text, each taken apart.

use std::ops::Range;

/// A line, taken apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
    /// The column its key or its text begins at, behind spaces and `- `.
    pub(super) column: usize,
}

impl<'t> Line<'t> {
    /// What stands behind spaces and `- `.
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.column..]
    }

    /// Its key, where it has one: a word before a colon, and the text behind the colon.
    pub(super) fn entry(&self) -> Option<(&'t str, &'t str)> {
        let (key, value) = self.rest().split_once(':')?;
        let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        (is_key && (value.is_empty() || value.starts_with([' ', '\t']))).then_some((key, value.trim()))
    }

    /// The value of its key, or its text where it is an entry of a list, and where that begins.
    pub(super) fn value(&self) -> Option<(usize, &'t str)> {
        let value = match self.entry() {
            Some((_, value)) => value,
            None if self.is_item() => self.rest().trim(),
            None => return None,
        };
        let behind = self.text.trim_end();
        (!value.is_empty()).then_some((self.start + behind.len() - value.len(), value))
    }

    /// Whether it is an entry of a list.
    pub(super) fn is_item(&self) -> bool {
        self.text.trim_start_matches(' ').starts_with("- ")
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.start + self.column..self.start + self.text.trim_end().len().max(self.column)
    }
}

/// The lines that are no comment, not empty and no part of a block of text.
pub(super) fn lines(yaml: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut block: Option<usize> = None;
    let mut start = 0;
    for whole in yaml.split_inclusive(['\n', '\r']) {
        let text = whole.trim_end_matches(['\n', '\r']);
        let spaces = text.len() - text.trim_start_matches(' ').len();
        let is_blank = text.trim().is_empty();
        if block.is_some_and(|outer| spaces <= outer && !is_blank) {
            block = None;
        }
        if block.is_none() && !is_blank && !text.trim_start().starts_with('#') {
            let mut column = spaces;
            while text[column..].starts_with("- ") {
                column += 2 + text[column + 2..].len() - text[column + 2..].trim_start_matches(' ').len();
            }
            let opens = text.trim_end().trim_end_matches(['-', '+']);
            block =
                (opens.ends_with(": |") || opens.ends_with(": >") || opens.ends_with("- |") || opens.ends_with("- >"))
                    .then_some(spaces);
            lines.push(Line { start, text, column });
        }
        start += whole.len();
    }
    lines
}
