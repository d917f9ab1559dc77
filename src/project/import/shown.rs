//! What differs between two texts, line by line.

/// The most pairs of lines that are held against each other: beyond it what lies between the first and the last difference is shown
/// as one.
const MOST: usize = 4_000_000;

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
    let first = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let last = old[first..].iter().rev().zip(new[first..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[first..old.len() - last], &new[first..new.len() - last]);
    if old.len().saturating_mul(new.len()) > MOST {
        return old.iter().map(|line| Shown::Gone(line)).chain(new.iter().map(|line| Shown::New(line))).collect();
    }
    // How long the longest run of lines is that both have from here on.
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
    let (mut at, mut to, mut lines) = (0, 0, Vec::new());
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old[at] == new[to] {
            (at, to) = (at + 1, to + 1);
        } else if to == new.len() || (at < old.len() && longest[at + 1][to] >= longest[at][to + 1]) {
            lines.push(Shown::Gone(old[at]));
            at += 1;
        } else {
            lines.push(Shown::New(new[to]));
            to += 1;
        }
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
