//! Letters that were damaged on the way: bytes of one encoding that were taken for letters of another, and signs of one font.

use std::ops::Range;

/// The stretches of damaged letters in a text.
pub fn damaged(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        // Bytes of UTF-8 that were taken for letters of Windows-1252.
        let is_taken_apart = match (c, next) {
            ('â', Some(next)) => next == '€',
            ('Ã' | 'Â', Some(next)) => matches!(next, '\u{a0}'..='\u{bf}'),
            ('ï', Some(next)) => next == '»',
            _ => false,
        };
        if !is_taken_apart && c != '\u{fffd}' && !is_private(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, letter)) = chars.next_if(|(_, next)| !next.is_ascii()) {
            end = next + letter.len_utf8();
        }
        found.push(at..end);
    }
    found
}

/// Whether a character has a meaning in one font alone, as the bullets of a word processor have.
pub fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

#[cfg(test)]
mod tests {
    use super::damaged;

    #[test]
    fn letters_that_are_left_of_others_are_found() {
        let found = |text: &'static str| damaged(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("â€œkataâ€\u{9d} dan JosÃ© di\u{fffd}sana"), ["â€œ", "â€\u{9d}", "Ã©", "\u{fffd}"]);
        assert_eq!(found("\u{f0b7} satu"), ["\u{f0b7}"]);
        assert!(found("Ñandú, “kata” – São Paulo, Â bahasa â itu").is_empty());
    }
}
