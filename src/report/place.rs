//! Where a finding stands: a value, a key, some bytes, or a file as a whole.

use crate::source::{Sources, line_column, line_range};
use crate::yaml;
use std::ops::Range;

/// A place in a file of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's path below the project's folder.
    pub file: String,
    /// Where in the file.
    pub spot: Spot,
}

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// The value at a path such as `calon.nama`.
    Value(String),
    /// The key at a path.
    Key(String),
    /// These bytes.
    Bytes(Range<usize>),
    /// These columns of a line: a line from 1, columns from 0, counted in characters.
    Line {
        /// The line.
        line: usize,
        /// The columns.
        columns: Range<usize>,
    },
}

/// The lines and columns of a place: both from 1, columns counted in characters, the end after the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The line and column of the first character.
    pub start: (usize, usize),
    /// The line and column after the last character.
    pub end: (usize, usize),
}

impl Place {
    /// The file as a whole.
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), spot: Spot::File }
    }

    /// The value at a path such as `misi[2]`; where there is none, the nearest value around it.
    pub fn value(file: &str, path: impl Into<String>) -> Self {
        Self { file: file.to_owned(), spot: Spot::Value(path.into()) }
    }

    /// The key at a path.
    pub fn key(file: &str, path: impl Into<String>) -> Self {
        Self { file: file.to_owned(), spot: Spot::Key(path.into()) }
    }

    /// Some bytes of the file.
    pub fn bytes(file: &str, range: Range<usize>) -> Self {
        Self { file: file.to_owned(), spot: Spot::Bytes(range) }
    }

    /// The lines and columns the place covers; `None` when it is a file as a whole.
    pub fn region(&self, sources: &Sources) -> Option<Region> {
        let text = sources.get(&self.file).map_or("", |source| source.text());
        if self.spot == Spot::File || text.is_empty() {
            return None;
        }
        let range = self.range_in(text);
        Some(Region { start: line_column(text, range.start), end: line_column(text, range.end) })
    }

    /// The bytes the place covers; an empty range at the beginning when the file has no text.
    pub fn range(&self, sources: &Sources) -> Range<usize> {
        self.range_in(sources.get(&self.file).map_or("", |source| source.text()))
    }

    /// The bytes the place covers in the text of its file.
    pub fn range_in(&self, text: &str) -> Range<usize> {
        match &self.spot {
            Spot::File => 0..0,
            Spot::Bytes(range) => clamp(text, range.clone()),
            Spot::Line { line, columns } => {
                let whole = line_range(text, *line);
                let byte = |column: usize| {
                    let found = text[whole.clone()].char_indices().nth(column);
                    found.map_or(whole.end, |(byte, _)| whole.start + byte)
                };
                byte(columns.start)..byte(columns.end)
            }
            Spot::Value(path) => in_record(&self.file, text, path, Side::Value),
            Spot::Key(path) => in_record(&self.file, text, path, Side::Key),
        }
    }
}

/// Which side of a `key: value` is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Key,
    Value,
}

fn in_record(file: &str, text: &str, path: &str, side: Side) -> Range<usize> {
    let part = record_part(file, text).unwrap_or(0..text.len());
    let Ok(node) = yaml::parse(&text[part.clone()]) else { return part.start..part.start };
    let steps = yaml::steps(path);
    let (found, value) = node.follow(&steps);
    let span = match found {
        Some(found) if side == Side::Key || value.span.is_empty() => found.span.clone(),
        _ => value.span.clone(),
    };
    clamp(text, span.start + part.start..span.end + part.start)
}

/// The bytes of a file that are YAML: all of a record, the front matter of an article; `None` when it has none.
pub fn record_part(file: &str, text: &str) -> Option<Range<usize>> {
    if !file.ends_with(".md") {
        return Some(0..text.len());
    }
    let start = text.strip_prefix("---").and_then(|rest| rest.find('\n'))? + 4;
    let mut at = start;
    while at < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length + 1);
        if text[at..end].starts_with("---") && text[at..end].trim_end() == "---" {
            return Some(start..at);
        }
        at = end;
    }
    None
}

/// The byte at which an article's text begins, after its front matter.
pub fn body_start(file: &str, text: &str) -> usize {
    let Some(part) = record_part(file, text) else { return 0 };
    let rest = &text[part.end..];
    part.end + rest.find('\n').map_or(rest.len(), |end| end + 1)
}

fn clamp(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.clamp(start, text.len()));
    start..end
}
