//! Runs of digits, such as `0812-3456-7890` or `3375 0101 0190 0001`.

use std::ops::Range;

/// The signs that part the groups of a run.
const SIGNS: [char; 4] = [' ', '.', '-', '\u{a0}'];

/// Groups of digits that follow each other with one sign between them.
pub(in crate::check) struct Run {
    /// The bytes of each group.
    pub groups: Vec<Range<usize>>,
    /// The sign after each group but the last.
    pub signs: Vec<char>,
}

impl Run {
    /// The digits of some of its groups.
    pub fn digits(&self, text: &str, groups: Range<usize>) -> String {
        self.groups[groups].iter().map(|group| &text[group.clone()]).collect()
    }

    /// The bytes of some of its groups.
    pub fn range(&self, groups: Range<usize>) -> Range<usize> {
        self.groups[groups.start].start..self.groups[groups.end - 1].end
    }

    /// Up to which groups, from `first` on, the number of digits is one of those wanted.
    pub fn ends(&self, first: usize, wanted: Range<usize>) -> Vec<usize> {
        let mut count = 0;
        let mut ends = Vec::new();
        for (at, group) in self.groups.iter().enumerate().skip(first) {
            count += group.len();
            if count >= wanted.end {
                break;
            }
            if wanted.contains(&count) {
                ends.push(at + 1);
            }
        }
        ends
    }

    fn sign_before(&self, text: &str, group: &Range<usize>) -> Option<char> {
        let between = &text[self.groups.last()?.end..group.start];
        SIGNS.into_iter().find(|sign| between.len() == sign.len_utf8() && between.starts_with(*sign))
    }
}

/// The runs of a text; a group that touches a letter or an underscore belongs to a word, not to a run.
pub(in crate::check) fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for group in groups(text) {
        match runs.last_mut().and_then(|run| Some((run.sign_before(text, &group)?, run))) {
            Some((sign, run)) => {
                run.signs.push(sign);
                run.groups.push(group);
            }
            None => runs.push(Run { groups: vec![group], signs: Vec::new() }),
        }
    }
    runs
}

/// The most digits that stand together, with one sign at most between two groups of them.
pub(super) fn longest_number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut most, mut count, mut end) = (0, 0, 0);
    let mut at = 0;
    while let Some(skipped) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + skipped;
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        // A bracket closes an area's code, as in `(0285) 421234`; a space that does not break has two bytes.
        let between = bytes[end..start].strip_prefix(b")").unwrap_or(&bytes[end..start]);
        let joined = matches!(between, [] | [b' ' | b'.' | b'-'] | [0xc2, 0xa0]) && count > 0;
        count = if joined { count + length } else { length };
        most = most.max(count);
        end = start + length;
        at = end;
    }
    most
}

fn groups(text: &str) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut start = None;
    for (at, byte) in text.bytes().chain([0]).enumerate() {
        match start {
            None if byte.is_ascii_digit() => start = Some(at),
            Some(begin) if !byte.is_ascii_digit() => {
                start = None;
                groups.extend(is_free(text, begin..at).then_some(begin..at));
            }
            None | Some(_) => {}
        }
    }
    groups
}

fn is_free(text: &str, group: Range<usize>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '_';
    !text[..group.start].ends_with(joins) && !text[group.end..].starts_with(joins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        runs(text).iter().map(|run| text[run.range(0..run.groups.len())].to_owned()).collect()
    }

    #[test]
    fn groups_join_over_one_sign() {
        assert_eq!(found("12-34 56, 9  1 x2 3_ é4\u{a0}5"), ["12-34 56", "9", "1", "5"]);
        assert_eq!(found("12"), ["12"]);
        assert_eq!(found(""), Vec::<String>::new());
    }

    #[test]
    fn digits_are_counted_across_one_sign() {
        for (text, digits) in
            [("0812-3456-7890 x", 12), ("33 75\u{a0}01.0101", 10), ("12 | 34", 2), ("1  23", 2), ("2024-11-01", 8)]
        {
            assert_eq!(longest_number(text), digits, "{text}");
        }
    }

    #[test]
    fn ends_are_counted_in_digits() {
        let run = &runs("1234 5678 9012")[0];
        assert_eq!(run.ends(0, 8..13), [2, 3]);
        assert_eq!(run.ends(1, 8..12), [3]);
    }
}
