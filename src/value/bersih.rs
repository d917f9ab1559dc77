//! What is in a text without being seen, and what only looks like a letter of ours.
//!
//! It comes with what is pasted from a letter, a spreadsheet or a web page: a name that looks the same is then another one.

/// Letters of the Cyrillic and Greek alphabets, and the Latin ones they look like.
const ALIKE: [(char, char); 34] = [
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('Ѕ', 'S'),
    ('ο', 'o'),
    ('α', 'a'),
    ('ν', 'v'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
];

/// Marks that a word processor puts where quotes were typed.
pub const QUOTES: [char; 10] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛'];

/// Whether a character has no width: it cannot be seen, and parts what is read as one word.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{34f}' | '\u{61c}')
}

/// Whether a character joins or parts letters of other scripts and the parts of emoji: between our letters it is unseen.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether a character is a space that is none of the keyboard.
pub fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Whether a character is one of ours in the width of Chinese signs: `Ａ`.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}')
}

/// Whether a letter is of another alphabet than ours, or drawn as one with another: `ﬁ`.
pub fn is_foreign(c: char) -> bool {
    let is_other = matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' | '\u{fb00}'..='\u{fb06}');
    c.is_alphabetic() && (is_other || is_wide(c))
}

/// The text without what is not seen, without spaces at its ends, and with the spaces of the keyboard only.
///
/// Line breaks stay: they part paragraphs.
pub fn visible(text: &str) -> String {
    // Nearly every text of a record; none of those characters is among these.
    if text.is_ascii() {
        return text.trim().to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        let joins_ours = is_joiner(c) && kept.ends_with(|before: char| before.is_ascii());
        if !is_unseen(c) && !joins_ours {
            kept.push(if is_odd_space(c) { ' ' } else { c });
        }
    }
    kept.trim().to_owned()
}

/// The [visible] text without the marks of a word processor around it.
pub fn cleaned(text: &str) -> String {
    let text = visible(text);
    let inner = text.trim_matches(|c| QUOTES.contains(&c) || c == '"').trim();
    inner.to_owned()
}

/// The text with our letters in the place of those that look like them, in words that have letters of both; nothing
/// where there is no such word.
pub fn latin(text: &str) -> Option<String> {
    let is_mixed = |word: &str| word.chars().any(is_foreign) && word.chars().any(|c| c.is_ascii_alphabetic());
    let is_word = |c: char| c.is_alphanumeric();
    if !text.split(|c| !is_word(c)).any(is_mixed) {
        return None;
    }
    Some(text.chars().map(ours).collect())
}

/// The letter of ours that a letter looks like.
pub fn ours(c: char) -> char {
    const WIDER: u32 = 0xfee0;
    if is_wide(c) {
        return char::from_u32(u32::from(c) - WIDER).unwrap_or(c);
    }
    ALIKE.iter().find(|(foreign, _)| *foreign == c).map_or(c, |(_, own)| *own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_taken_out() {
        assert_eq!(visible(" Sari\u{a0}Con\u{200b}toh\u{ad} "), "Sari Contoh");
        assert_eq!(visible("👩\u{200d}👧 satu\n\ndua\n"), "👩\u{200d}👧 satu\n\ndua");
        assert_eq!(cleaned("“09:00”"), "09:00");
        assert_eq!(latin("Sаri").as_deref(), Some("Sari"));
        assert_eq!(latin("Москва Sari"), None);
    }
}
