//! Which entry of a list becomes which entry of another.

use serde_json::Value;

/// The most pairs of entries that are held against each other, in four bytes each: beyond it what lies between the first and the last
/// difference has nothing in common.
const MOST: usize = 4_000_000;

/// What becomes of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pairing {
    /// The old entry at the first place becomes the new one at the second.
    Both(usize, usize),
    /// The old entry is left out.
    Removed(usize),
    /// The new entry at the second place comes before the old one at the first.
    Inserted(usize, usize),
}

/// Pairs entries in order: those that are equal with each other, and of those between them the first with the first.
pub(super) fn align(old: &[Value], new: &[Value]) -> Vec<Pairing> {
    let mut pairings = Vec::new();
    let (mut at, mut to) = (0, 0);
    for (same_old, same_new) in equal(old, new).into_iter().chain([(old.len(), new.len())]) {
        while at < same_old && to < same_new {
            pairings.push(Pairing::Both(at, to));
            (at, to) = (at + 1, to + 1);
        }
        pairings.extend((at..same_old).map(Pairing::Removed));
        pairings.extend((to..same_new).map(|to| Pairing::Inserted(same_old, to)));
        if same_old < old.len() {
            pairings.push(Pairing::Both(same_old, same_new));
        }
        (at, to) = (same_old + 1, same_new + 1);
    }
    pairings
}

/// The longest run of entries that both lists have in the same order, by their places.
pub(crate) fn equal<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    // What is the same at both ends needs no looking for: in a long list little else is left.
    let start = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let between = longest(&old_rest[..old_rest.len() - end], &new_rest[..new_rest.len() - end]);
    let begin = (0..start).map(|at| (at, at));
    let between = between.into_iter().map(|(at, to)| (at + start, to + start));
    let last = (0..end).rev().map(|from_end| (old.len() - 1 - from_end, new.len() - 1 - from_end));
    begin.chain(between).chain(last).collect()
}

/// The longest run of entries that both lists have in the same order, whatever is at their ends.
fn longest<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    if old.len().saturating_mul(new.len()) > MOST {
        return Vec::new();
    }
    let mut longest = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            longest[at][to] = if old[at] == new[to] {
                longest[at + 1][to + 1] + 1
            } else {
                longest[at + 1][to].max(longest[at][to + 1])
            };
        }
    }
    let (mut at, mut to, mut pairs) = (0, 0, Vec::new());
    while at < old.len() && to < new.len() {
        if old[at] == new[to] {
            pairs.push((at, to));
            (at, to) = (at + 1, to + 1);
        } else if longest[at + 1][to] >= longest[at][to + 1] {
            at += 1;
        } else {
            to += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::Pairing::{Both, Inserted, Removed};
    use super::*;

    #[test]
    fn entries_that_stay_are_not_touched() {
        let list = |text: &str| text.chars().map(|c| Value::from(c.to_string())).collect::<Vec<_>>();
        let pairs = |old: &str, new: &str| align(&list(old), &list(new));
        assert_eq!(pairs("abc", "ac"), [Both(0, 0), Removed(1), Both(2, 1)]);
        assert_eq!(pairs("ac", "abc"), [Both(0, 0), Inserted(1, 1), Both(1, 2)]);
        assert_eq!(pairs("abc", "axc"), [Both(0, 0), Both(1, 1), Both(2, 2)]);
        assert_eq!(pairs("a", "ab"), [Both(0, 0), Inserted(1, 1)]);
    }
}
