//! What was found, by the fields that it is about.

use crate::bahasa::Bahasa;
use crate::record::form::missing;
use crate::report::place::Spot;
use crate::report::{Diagnostic, Level, Report};
use crate::source::{Source, Sources};
use crate::yaml::{Kind, Node};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the rules say of a field.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Remark {
    pub tingkat: &'static str,
    pub sebutan: String,
    pub kode: &'static str,
    pub pesan: String,
    pub saran: String,
}

/// What is said of the values of one record, by their paths.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    by_path: BTreeMap<String, Vec<Remark>>,
}

impl Remarks {
    /// What a report says of a file.
    pub fn of_file(report: &Report, sources: &Sources, file: &str, bahasa: Bahasa) -> Self {
        let mut by_path: BTreeMap<String, Vec<Remark>> = BTreeMap::new();
        let Some(source) = sources.get(file) else { return Self::default() };
        for finding in report.findings().iter().filter(|finding| finding.place.file == file) {
            by_path.entry(path_of(finding, source)).or_default().push(remark(finding, bahasa));
        }
        Self { by_path }
    }

    /// What is said of a value itself.
    pub fn of(&self, path: &str) -> Vec<Remark> {
        self.by_path.get(path).cloned().unwrap_or_default()
    }

    /// Whether anything is said of a value or of what is in it.
    pub fn any_below(&self, path: &str) -> bool {
        let is_below = |known: &String| {
            known.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.by_path.keys().any(is_below)
    }

    /// What is said of none of these values: of the file, of its text, of a value that no field shows.
    pub fn elsewhere(&self, shown: &dyn Fn(&str) -> bool) -> Vec<Remark> {
        let others = self.by_path.iter().filter(|(path, _)| path.is_empty() || !shown(path));
        others.flat_map(|(_, remarks)| remarks.iter().cloned()).collect()
    }
}

/// A finding for the person at the form.
pub(super) fn remark(finding: &Diagnostic, bahasa: Bahasa) -> Remark {
    let tingkat = match finding.level {
        Level::Galat => "galat",
        Level::Peringatan => "peringatan",
        Level::Saran => "saran",
    };
    Remark {
        tingkat,
        sebutan: finding.level.word().dalam(bahasa).to_owned(),
        kode: finding.code,
        pesan: finding.what.dalam(bahasa).to_owned(),
        saran: finding.help.as_ref().map_or_else(String::new, |help| help.dalam(bahasa).to_owned()),
    }
}

/// The path of the value that a finding is about; empty for the file as a whole and for the text of an article.
fn path_of(finding: &Diagnostic, source: &Source) -> String {
    match &finding.place.spot {
        Spot::File => String::new(),
        Spot::Value(path) | Spot::Key(path) => path.clone(),
        Spot::Bytes(_) | Spot::Line { .. } => {
            let range = finding.place.range_in(source);
            let start = range.start;
            let part = source.record_part().filter(|part| part.contains(&start) || part.end == start);
            let Some(part) = part else { return String::new() };
            let at =
                source.with_tree(|tree| tree.map_or_else(|_| String::new(), |root| path_at(root, start - part.start)));
            let Some(key) = missing(finding) else { return at };
            // Its place is the key of what it is missing from, or else all of that, which begins with its first key.
            let (outer, last) = at.rsplit_once('.').unwrap_or(("", &at));
            let is_named = source.text().get(range).is_some_and(|text| text.trim_matches(['"', '\'']) == last);
            joined(if is_named { &at } else { outer }, key)
        }
    }
}

/// The path of the innermost value that covers a byte, or whose key does.
pub(super) fn path_at(node: &Node, byte: usize) -> String {
    match &node.kind {
        Kind::Scalar { .. } => String::new(),
        Kind::List(nodes) => {
            let found = nodes.iter().enumerate().find(|(_, node)| node.span.start <= byte && byte <= node.span.end);
            found.map_or_else(String::new, |(place, node)| joined(&format!("[{place}]"), &path_at(node, byte)))
        }
        Kind::Map(pairs) => {
            let found =
                pairs.iter().find(|(key, node)| key.span.start <= byte && byte <= node.span.end.max(key.span.end));
            found.map_or_else(String::new, |(key, node)| joined(key.text(), &path_at(node, byte)))
        }
    }
}

fn joined(outer: &str, inner: &str) -> String {
    if outer.is_empty() {
        return inner.to_owned();
    }
    if inner.is_empty() || inner.starts_with('[') { format!("{outer}{inner}") } else { format!("{outer}.{inner}") }
}
