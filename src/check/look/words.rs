//! The words of a text, and phrases made of them.

use std::ops::Range;

/// How far back the beginning of an address is looked for, in characters.
const LONGEST_ADDRESS: usize = 2048;

/// The words of a text with their places; an apostrophe inside a word belongs to it.
pub(in crate::check) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut open = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let letter = c.is_alphanumeric();
        let joins = matches!(c, '\'' | '’') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        match open {
            None if letter => open = Some(at),
            Some(start) if !letter && !joins => {
                words.push(start..at);
                open = None;
            }
            None | Some(_) => {}
        }
    }
    words.extend(open.map(|start| start..text.len()));
    words
}

/// The bytes at which words begin with one of the letters A to Z.
pub(in crate::check) fn starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(move |at| bytes[*at].is_ascii_alphabetic() && is_start(text, *at))
}

fn is_start(text: &str, at: usize) -> bool {
    match at.checked_sub(1).map(|before| text.as_bytes()[before]) {
        None => true,
        Some(before) if before.is_ascii() => !before.is_ascii_alphanumeric(),
        Some(_) => !text[..at].ends_with(char::is_alphanumeric),
    }
}

/// Where one of these phrases stands, in any case and with any white space between its words.
pub(in crate::check) fn phrases(text: &str, phrases: &[&str]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut first, mut second) = ([false; 256], [false; 256]);
    let put = |letters: &mut [bool; 256], letter: u8| {
        letters[usize::from(letter.to_ascii_lowercase())] = true;
        letters[usize::from(letter.to_ascii_uppercase())] = true;
    };
    for phrase in phrases.iter().map(|phrase| phrase.as_bytes()) {
        if let Some(letter) = phrase.first() {
            put(&mut first, *letter);
        }
        match phrase.get(1) {
            Some(letter) if *letter != b' ' => put(&mut second, *letter),
            // After a word of one letter there may be anything.
            Some(_) | None => second = [true; 256],
        }
    }
    // Most words differ from a phrase in their first letters, which are soon compared.
    let begins = |at: usize, phrase: &str| {
        let letters = phrase.bytes().take_while(|letter| *letter != b' ').take(4);
        letters.zip(&bytes[at..]).all(|(letter, byte)| letter.eq_ignore_ascii_case(byte))
    };
    let longest = |at: usize| {
        let near = phrases.iter().filter(|phrase| begins(at, phrase));
        near.filter_map(|phrase| end_of(&text[at..], phrase)).max()
    };
    let goes_on = |at: usize| bytes.get(at + 1).is_none_or(|next| second[usize::from(*next)]);
    let begin = (0..bytes.len()).filter(|at| first[usize::from(bytes[*at])] && goes_on(*at) && is_start(text, *at));
    begin.filter_map(|at| Some(at..at + longest(at)?)).collect()
}

/// Where a phrase ends that a text begins with.
fn end_of(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    for (i, word) in phrase.split(' ').enumerate() {
        let next = if i == 0 { rest } else { rest.trim_start() };
        let spaced = i == 0 || next.len() < rest.len();
        let same = next.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
        if !spaced || !same {
            return None;
        }
        rest = &next[word.len()..];
        if rest.starts_with(char::is_alphanumeric) {
            return None;
        }
    }
    Some(text.len() - rest.len())
}

/// Whether a byte lies in a web address.
pub(in crate::check) fn is_in_address(text: &str, at: usize) -> bool {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']');
    let token = before(text, at, LONGEST_ADDRESS, ends);
    token.contains("://") || token.starts_with("www.")
}

/// What stands before a byte: at most so many characters, back to one that ends it.
pub(in crate::check) fn before(text: &str, at: usize, most: usize, ends: impl Fn(char) -> bool) -> &str {
    let chars = text[..at].char_indices().rev().take(most).take_while(|(_, c)| !ends(*c));
    let start = chars.last().map_or(at, |(start, _)| start);
    &text[start..at]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, list: &[&str]) -> Vec<String> {
        phrases(text, list).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn words_keep_their_apostrophes_and_lose_their_quotes() {
        let text = "Jum'at 'kata' Ma’ruf–É";
        let words: Vec<&str> = words(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(words, ["Jum'at", "kata", "Ma’ruf", "É"]);
    }

    #[test]
    fn a_phrase_is_found_across_lines_and_not_across_signs() {
        assert_eq!(found("Kotak\n  kosong. kotak, kosong", &["kotak kosong"]), ["Kotak\n  kosong"]);
        assert_eq!(found("paling", &["paling layak", "paling"]), ["paling"]);
    }

    #[test]
    fn an_address_ends_at_a_space_or_bracket() {
        assert!(is_in_address("(https://contoh.test/123", 22));
        assert!(!is_in_address("https://contoh.test/ 123", 22));
    }
}
