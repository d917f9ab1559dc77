//! Where a finding stands: a value, a key, some bytes, or a file as a whole.

use crate::source::{Source, Sources};
use crate::value::tabel;
use crate::yaml;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A place in a file of the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The file's path below the project's folder.
    pub file: String,
    /// Where in the file.
    pub spot: Spot,
}

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
        let source = sources.get(&self.file).filter(|source| self.spot != Spot::File && !source.text().is_empty())?;
        let range = self.range_in(source);
        Some(Region { start: source.position(range.start), end: source.position(range.end) })
    }

    /// The bytes the place covers; an empty range at the beginning when the file has no text.
    pub fn range(&self, sources: &Sources) -> Range<usize> {
        sources.get(&self.file).map_or(0..0, |source| self.range_in(source))
    }

    /// The bytes the place covers in its file.
    pub fn range_in(&self, source: &Source) -> Range<usize> {
        let text = source.text();
        match &self.spot {
            Spot::File => 0..0,
            Spot::Bytes(range) => clamp(text, range.clone()),
            Spot::Line { line, columns } => {
                let whole = source.lines().range(text, *line);
                let byte = |column: usize| {
                    let found = text[whole.clone()].char_indices().nth(column);
                    found.map_or(whole.end, |(byte, _)| whole.start + byte)
                };
                byte(columns.start)..byte(columns.end)
            }
            Spot::Value(path) => in_record(source, path, Side::Value),
            Spot::Key(path) => in_record(source, path, Side::Key),
        }
    }
}

/// The longest line that is shown in whole, in bytes: ten times the width of a terminal.
const LONG: usize = 1_200;

/// The line that a byte of a text is in, without its end; of a long one only what is near the byte, however many findings
/// there are on it.
pub fn line_near(source: &Source, byte: usize) -> Range<usize> {
    let (text, whole) = (source.text(), source.line_around(byte));
    if whole.len() <= LONG {
        return whole;
    }
    let start = text.ceil_char_boundary(byte.saturating_sub(LONG / 2).max(whole.start));
    start..text.floor_char_boundary((start + LONG).min(whole.end))
}

/// Which side of a `key: value` is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Key,
    Value,
}

fn in_record(source: &Source, path: &str, side: Side) -> Range<usize> {
    if source.path.ends_with(".csv") {
        return clamp(source.text(), tabel::find(source.text(), path).unwrap_or_default());
    }
    let base = source.record_part().map_or(0, |part| part.start);
    let Ok(node) = source.tree() else { return base..base };
    let (found, value) = node.follow(&yaml::steps(path));
    let span = match found {
        Some(found) if side == Side::Key || value.span.is_empty() => &found.span,
        _ => &value.span,
    };
    clamp(source.text(), span.start + base..span.end + base)
}

fn clamp(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.clamp(start, text.len()));
    start..end
}
