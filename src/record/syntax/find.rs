//! What broke the YAML: the mistakes that are looked for, in the order in which they are likely.

use crate::record::syntax::bracket::{comment_in_brackets, open_bracket, two_commas};
use crate::record::syntax::cause::Cause;
use crate::record::syntax::colon::{foreign_colon, glued_colon, no_colon};
use crate::record::syntax::indentation::{indentation, tab};
use crate::record::syntax::line::lines;
use crate::record::syntax::quote::{escape, open_quote, value};
use crate::record::syntax::sign::{bullet, comment, conflict, no_entry};
use std::collections::BTreeSet;

/// The cause of a fault that showed at a byte: the first line that has one, up to the line after it.
pub(super) fn cause(yaml: &str, at: usize, keys: &BTreeSet<String>) -> Option<Cause> {
    let lines = lines(yaml);
    let shown = lines.partition_point(|line| line.start <= at).saturating_sub(1);
    let seen = &lines[..lines.len().min(shown + 2)];
    let near = seen.len().saturating_sub(4);
    let mut found = seen.iter().find_map(conflict);
    found = found.or_else(|| seen.iter().find_map(tab));
    found = found.or_else(|| seen.iter().find_map(|line| foreign_colon(line, keys)));
    found = found.or_else(|| seen.iter().find_map(|line| glued_colon(line, keys)));
    found = found.or_else(|| seen[near..].iter().find_map(bullet));
    found = found.or_else(|| seen.iter().find_map(|line| value(line, keys)));
    found = found.or_else(|| seen[near..].iter().find_map(escape));
    found = found.or_else(|| seen[near..].iter().find_map(two_commas));
    found = found.or_else(|| seen[near..].iter().find_map(comment));
    found = found.or_else(|| lines.get(shown).and_then(open_quote));
    found = found.or_else(|| seen[near..].iter().find_map(comment_in_brackets));
    found = found.or_else(|| seen[near..].iter().find_map(|line| no_colon(line, keys)));
    found = found.or_else(|| indentation(seen, keys));
    found = found.or_else(|| open_bracket(seen));
    found.or_else(|| seen[near..].windows(2).find_map(|two| no_entry(&two[0], &two[1])))
}
