//! The texts of a file that readers see, with their places: values of records, and what stands below the front matter.

use crate::source::Source;
use crate::value::tabel::{Row, Rows};
use crate::yaml::{Kind, Node};
use std::ops::Range;

/// A text in a file: a value, or what stands below the front matter.
pub(super) struct Passage {
    /// The path of the value; empty below the front matter of an article.
    pub path: String,
    /// Its bytes in the file.
    pub range: Range<usize>,
}

/// The texts of a file in the order of their places; comments and keys are left out.
pub(super) fn passages(source: &Source) -> Vec<Passage> {
    let text = source.text();
    if source.is_attachment() {
        return vec![Passage { path: String::new(), range: 0..text.len() }];
    }
    if source.path.ends_with(".csv") {
        return cells(text);
    }
    let Some(part) = source.record_part() else { return Vec::new() };
    let mut values = Values { source, text: &text[part.clone()], base: part.start, passages: Vec::new() };
    source.with_tree(|tree| {
        if let Ok(root) = tree {
            values.collect(root, String::new());
        }
    });
    let mut passages = values.passages;
    if is_article(source) {
        passages.push(Passage { path: String::new(), range: source.body_start()..text.len() });
    }
    passages.sort_by_key(|passage| passage.range.start);
    passages
}

/// The cells of a table, each at its row and column.
fn cells(text: &str) -> Vec<Passage> {
    let (mut rows, mut row, mut passages) = (Rows::of(text), Row::default(), Vec::new());
    rows.read_into(&mut row);
    let columns: Vec<String> = row.cells.iter().map(|cell| cell.text.to_lowercase()).collect();
    let mut number = 0;
    while rows.read_into(&mut row) {
        let named = row.cells.iter().zip(&columns).filter(|(cell, _)| !cell.text.is_empty());
        passages.extend(
            named.map(|(cell, column)| Passage { path: format!("[{number}].{column}"), range: cell.range.clone() }),
        );
        number += 1;
    }
    passages
}

fn is_article(source: &Source) -> bool {
    source.path.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
}

/// The values of a record's text, as they are found.
struct Values<'t> {
    source: &'t Source,
    text: &'t str,
    /// Where the text begins in its file.
    base: usize,
    passages: Vec<Passage>,
}

impl Values<'_> {
    fn collect(&mut self, node: &Node, path: String) {
        match &node.kind {
            Kind::Scalar { .. } if node.span.is_empty() => {}
            Kind::Scalar { .. } => {
                let range = self.whole_scalar(node);
                self.passages.push(Passage { path, range: range.start + self.base..range.end + self.base });
            }
            Kind::List(nodes) => {
                for (i, node) in nodes.iter().enumerate() {
                    self.collect(node, format!("{path}[{i}]"));
                }
            }
            Kind::Map(pairs) => {
                for (key, node) in pairs {
                    let dot = if path.is_empty() { "" } else { "." };
                    self.collect(node, format!("{path}{dot}{}", key.text()));
                }
            }
        }
    }

    /// All lines of a block of text, of which a node covers the first only.
    fn whole_scalar(&self, node: &Node) -> Range<usize> {
        let (text, span) = (self.text, node.span.clone());
        let lines = self.source.lines();
        let line = lines.start(lines.line(span.start + self.base)).unwrap_or_default().saturating_sub(self.base);
        if !text[line..span.start].trim().is_empty() || !is_block(&text[..line]) {
            return span;
        }
        let indent = span.start - line;
        let mut lines = text[span.start..].split_inclusive(['\n', '\r']);
        let first = lines.next().map_or(0, str::len);
        let more = lines.take_while(|line| line.trim().is_empty() || spaces(line) >= indent);
        span.start..span.start + first + more.map(str::len).sum::<usize>()
    }
}

fn spaces(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether the text before a value ends with the sign of a block of text, such as `>-` or `|2`.
fn is_block(before: &str) -> bool {
    let line = before.trim_end().rsplit(['\n', '\r']).next().unwrap_or("");
    let line = line.split(" #").next().unwrap_or(line).trim_end();
    line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')).ends_with(['|', '>'])
}
