//! What differs between two texts, line by line.

use crate::record::align::equal;

/// A line of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<'t> {
    /// It is there no more.
    Gone(&'t str),
    /// It is new.
    New(&'t str),
}

/// The lines that only one of two texts has, in their order.
pub fn difference<'t>(before: &'t str, after: &'t str) -> Vec<Shown<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let (mut at, mut to, mut lines) = (0, 0, Vec::new());
    for (same_old, same_new) in equal(&old, &new).into_iter().chain([(old.len(), new.len())]) {
        lines.extend(old[at..same_old].iter().map(|line| Shown::Gone(line)));
        lines.extend(new[to..same_new].iter().map(|line| Shown::New(line)));
        (at, to) = (same_old + 1, same_new + 1);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::Shown::{Gone, New};
    use super::*;

    #[test]
    fn lines_that_stay_are_not_shown() {
        assert_eq!(difference("a\nb\nc\n", "a\nx\nc\nd\n"), [Gone("b"), New("x"), New("d")]);
        assert_eq!(difference("", "a\n"), [New("a")]);
        assert_eq!(difference("a\nb\n", "a\nb\n"), []);
    }
}
