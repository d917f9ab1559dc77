//! Where a key goes that a record did not have: in the place of its commented line, else in the order of the others.

use crate::record::edit::Added;
use crate::record::edit::render::{Style, block, scalar};
use crate::yaml::{self, Kind, Node, steps};
use std::ops::Range;

/// The text with a key more, and the commented line whose place the key took.
pub(super) struct Inserted {
    pub text: String,
    pub uncommented: Option<String>,
}

/// Puts a key in. `order` names the keys that may stand there, in their order.
pub(super) fn insert(text: &str, added: &Added, order: &[String], style: Style) -> Option<Inserted> {
    let Ok(root) = yaml::parse(text) else {
        // Nothing but comments.
        let place = commented(text, 0..text.len(), 0, &added.key);
        return Some(put(text, added, place.ok_or(text.len()), (0, style)));
    };
    let (_, node) = root.follow(&steps(&added.inside));
    let Kind::Map(pairs) = &node.kind else { return None };
    let (first, _) = pairs.first()?;
    if text[node.span.start..].starts_with('{') {
        return in_braces(text, node, added);
    }
    let start = line_start(text, first.span.start);
    let indent = first.span.start - start;
    let lies_in = start..end_of(text, first.span.start, indent);
    // The scaffold of a record may begin with its comments.
    let commented_in = if added.inside.is_empty() { 0..text.len() } else { lies_in.clone() };
    let place = commented(text, commented_in, indent, &added.key);
    let place = place.ok_or_else(|| in_order(text, (pairs, &lies_in), &added.key, order));
    Some(put(text, added, place, (indent, style)))
}

/// Puts the key in the place of a commented line, or at a byte.
fn put(text: &str, added: &Added, place: Result<Range<usize>, usize>, (indent, style): (usize, Style)) -> Inserted {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (place, uncommented) = match place {
        Ok(line) => (line.clone(), Some(text[line].to_owned())),
        Err(at) => (at..at, None),
    };
    let line_break = if place.start > 0 && !text[..place.start].ends_with('\n') { end } else { "" };
    let block = block(&added.key, &added.value, indent, style).replace('\n', end);
    let text = format!("{}{line_break}{block}{}", &text[..place.start], &text[place.end..]);
    Inserted { text, uncommented }
}

/// A mapping in braces gets its key before the last of them.
fn in_braces(text: &str, node: &Node, added: &Added) -> Option<Inserted> {
    let close = text[..node.span.end].rfind('}')?;
    let before = text[..close].trim_end();
    let comma = if before.ends_with([',', '{']) { "" } else { "," };
    let (key, value) = (&added.key, scalar(&added.value));
    Some(Inserted { text: format!("{before}{comma} {key}: {value} {}", &text[close..]), uncommented: None })
}

/// The line that has the key as a comment, with those of its value below it.
fn commented(text: &str, lies_in: Range<usize>, indent: usize, key: &str) -> Option<Range<usize>> {
    let example = format!("{}# {key}:", " ".repeat(indent));
    let mut at = lies_in.start;
    for line in text[lies_in].split_inclusive('\n') {
        let rest = line.strip_prefix(&example);
        if rest.is_some_and(|rest| rest.trim_end().is_empty() || rest.starts_with(' ')) {
            let below = format!("{}#   ", " ".repeat(indent));
            let value = text[at + line.len()..].split_inclusive('\n').take_while(|line| line.starts_with(&below));
            return Some(at..at + line.len() + value.map(str::len).sum::<usize>());
        }
        at += line.len();
    }
    None
}

/// Behind the last key that comes before it in the order of the record, else behind all keys.
fn in_order(text: &str, (pairs, lies_in): (&[(Node, Node)], &Range<usize>), key: &str, order: &[String]) -> usize {
    let rank = |key: &str| order.iter().position(|known| known == key);
    let next = rank(key).and_then(|own| pairs.iter().find(|(key, _)| rank(key.text()).is_some_and(|rank| rank > own)));
    match next {
        Some((next, _)) if next.span.start > pairs[0].0.span.start => {
            above_comments(text, line_start(text, next.span.start))
        }
        _ => lies_in.end,
    }
}

/// The beginning of the comments that stand right above a line: they belong to it.
fn above_comments(text: &str, mut at: usize) -> usize {
    while at > 0 {
        let above = line_start(text, at - 1);
        if !text[above..at].trim_start().starts_with('#') {
            break;
        }
        at = above;
    }
    at
}

/// The end of the last line that belongs to the mapping whose first key stands at a byte. Comments and blank lines behind it belong
/// to it where they are as far in.
fn end_of(text: &str, start: usize, indent: usize) -> usize {
    let mut at = line_start(text, start);
    let mut end = at;
    for (place, line) in text[at..].split_inclusive('\n').enumerate() {
        let depth = line.len() - line.trim_start_matches(' ').len();
        let is_blank = line.trim().is_empty();
        // Before the first key of an entry stands its stroke.
        if place > 0 && !is_blank && depth < indent {
            break;
        }
        at += line.len();
        if !is_blank {
            end = at;
        }
    }
    end
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |line| line + 1)
}
