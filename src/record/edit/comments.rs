//! Comments outlive the values that they stood beside.

use crate::yaml::{self, Kind};
use std::collections::BTreeMap;
use std::str::FromStr;
use yaml_edit::YamlFile;

/// How the program marks a value that it guessed (FMT-19, FMT-36): whoever fills in the value has answered it.
const TO_FILL_IN: &str = "# ISI";

/// A comment and the byte at which it begins.
struct Comment {
    at: usize,
    text: String,
}

fn comments(text: &str) -> Vec<Comment> {
    let Ok(file) = YamlFile::from_str(text) else { return Vec::new() };
    let found = file.comments();
    found
        .map(|comment| Comment {
            at: usize::from(comment.text_range().start()),
            text: comment.text().trim_end().to_owned(),
        })
        .collect()
}

/// The comments of a text that another does not have; each is looked for as often as it stands there.
fn lost(before: &str, after: &str) -> Vec<Comment> {
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for comment in comments(after) {
        *there.entry(comment.text).or_default() += 1;
    }
    let is_lost = |comment: &Comment| match there.get_mut(&comment.text).filter(|count| **count > 0) {
        Some(count) => {
            *count -= 1;
            false
        }
        None => !comment.text.starts_with(TO_FILL_IN),
    };
    let mut all = comments(before);
    let mut is_lost = is_lost;
    all.retain(|comment| is_lost(comment));
    all
}

/// Whether every comment is there, but for the commented lines that became values.
pub(super) fn are_kept(before: &str, after: &str, uncommented: &[String]) -> bool {
    missing(before, after, uncommented).is_empty()
}

fn missing(before: &str, after: &str, uncommented: &[String]) -> Vec<Comment> {
    let mut uncommented = uncommented.to_vec();
    let mut lost = lost(before, after);
    // A line may hold two comments: the example of a value, and what else there is.
    lost.retain(|comment| match uncommented.iter().position(|line| line.contains(&comment.text)) {
        Some(place) => {
            uncommented[place] = uncommented[place].replacen(&comment.text, "", 1);
            false
        }
        None => true,
    });
    lost
}

/// The text with every comment that went with a value: on a line of its own, before the key that followed it.
pub(super) fn keep(before: &str, after: &str, uncommented: &[String]) -> String {
    let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let mut text = after.to_owned();
    for comment in missing(before, after, uncommented) {
        let place = place_for(before, comment.at, &text);
        let line_break = if place > 0 && !text[..place].ends_with('\n') { end } else { "" };
        text.insert_str(place, &format!("{line_break}{}{end}", comment.text));
    }
    text
}

/// The beginning of the line of the key that follows a byte of the text before; the end where none does.
fn place_for(before: &str, at: usize, after: &str) -> usize {
    let following = keys(before).into_iter().filter(|(_, place)| *place > at);
    let there = keys(after);
    let mut following = following;
    let found = following.find_map(|(key, _)| Some(there.iter().find(|(known, _)| *known == key)?.1));
    found.map_or(after.len(), |place| after[..place].rfind('\n').map_or(0, |line| line + 1))
}

/// The keys of the record itself, with their places.
fn keys(text: &str) -> Vec<(String, usize)> {
    let Ok(root) = yaml::parse(text) else { return Vec::new() };
    match root.kind {
        Kind::Map(pairs) => pairs.iter().map(|(key, _)| (key.text().to_owned(), key.span.start)).collect(),
        Kind::List(_) | Kind::Scalar { .. } => Vec::new(),
    }
}

/// The text without the marks of guessed values on lines that were changed.
pub(super) fn answered(before: &str, after: &str) -> String {
    let known: Vec<&str> = before.lines().collect();
    let mut text = String::with_capacity(after.len());
    for line in after.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\r', '\n']);
        match bare.find(TO_FILL_IN).filter(|at| *at > 0 && !known.contains(&bare)) {
            Some(at) if bare[..at].ends_with(' ') && !bare[..at].trim().is_empty() => {
                text.push_str(bare[..at].trim_end());
                text.push_str(&line[bare.len()..]);
            }
            _ => text.push_str(line),
        }
    }
    text
}
