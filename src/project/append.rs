//! A list of a scope with one more entry, and the scope and the record that somebody means.

use crate::output::edit;
use crate::source::{Body, CONTENT, Sources};
use crate::value::jalur::folder;
use crate::yaml::{self, Kind};
use anyhow::Result;
use std::path::Path;

/// The record that somebody means.
pub(super) fn named(sources: &Sources, file: &str) -> Option<String> {
    let file = file.trim_start_matches("./");
    let starts = ["", "content/", "content/wilayah/"];
    let paths = starts.iter().flat_map(|start| ["", ".yaml", ".md"].map(|end| format!("{start}{file}{end}")));
    let mut known = paths.filter(|path| path.starts_with(CONTENT));
    known.find(|path| sources.get(path).is_some_and(|source| matches!(source.body, Body::Text(_))))
}

/// The list under a key with another entry at its end, every other byte as it was; nothing where there is no list that could be read.
pub(super) fn appended(text: &str, key: &str, entry: &str) -> Option<String> {
    let tree = yaml::parse(text).ok()?;
    let (_, entries) = tree.follow(&yaml::steps(key));
    let Kind::List(nodes) = &entries.kind else { return None };
    let (first, last) = (nodes.first()?, nodes.last()?);
    let end = text[..last.span.end].trim_end().len();
    let mut after = text.to_owned();
    if text[entries.span.start..].starts_with('[') {
        after.insert_str(end, &format!(", {}", entry.trim_start_matches("- ")));
        return Some(after);
    }
    let line = text[..first.span.start].rfind('\n').map_or(0, |at| at + 1);
    let indent: String = text[line..].chars().take_while(|c| *c == ' ').collect();
    let at = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    let before = if text[..at].ends_with('\n') { "" } else { "\n" };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    after.insert_str(at, &format!("{before}{indent}{entry}{end}"));
    Some(after)
}

/// The folder of the scope that a file belongs to.
pub(super) fn scope_of<'p>(sources: &Sources, path: &'p str) -> &'p str {
    let is_scope = |at: &&str| {
        *at == CONTENT
            || ["wilayah.yaml", "pemilihan.yaml"].iter().any(|name| sources.get(&format!("{at}/{name}")).is_some())
    };
    let outwards = std::iter::successors(Some(folder(path)), |at| (!at.is_empty()).then(|| folder(at)));
    outwards.into_iter().find(is_scope).unwrap_or(CONTENT)
}

/// Writes a list, whole or not at all, over the text that it was made from; one that is not there yet is begun.
pub(super) fn put(root: &Path, sources: &Sources, path: &str, text: &str) -> Result<()> {
    let at = root.join(path);
    if sources.get(path).is_none() {
        return edit::create(&at, text.as_bytes());
    }
    let before = sources.raw(path)?;
    edit::replace(&at, &before, &edit::marked(&before, text))
}
