//! Values that have to be quoted, and quotes that do not hold their text.

use crate::bahasa::{Kata, kata};
use crate::record::syntax::cause::Cause;
use crate::record::syntax::line::Line;
use crate::value::quoted;
use std::collections::BTreeSet;
use std::str::Chars;

/// A value that YAML cannot read as text as it stands.
pub(super) fn value(line: &Line<'_>, keys: &BTreeSet<String>) -> Option<Cause> {
    // What stands before the colon of an entry may be the beginning of its text.
    let is_text =
        line.is_item() && line.entry().is_some_and(|(key, value)| !keys.contains(key) && value.contains(": "));
    let whole = (line.start + line.column, line.rest().trim_end());
    let (at, value) = if is_text { whole } else { line.value()? };
    let first = value.chars().next()?;
    let label = if matches!(first, '"' | '\'') {
        let end = closing(value)?;
        let behind = value[end..].trim();
        if behind.is_empty() || behind.starts_with('#') {
            return None;
        }
        kata("teks berlanjut sesudah tanda kutip penutup", "text goes on after the closing quote")
    } else if matches!(first, '@' | '`' | '%' | '*' | '&' | '!' | ',' | ']' | '}')
        || is_no_block(value)
        || starts_otherwise(value)
    {
        kata(
            format!("tanda {first} di awal teks punya arti lain di YAML"),
            format!("{first} at the beginning of a text means something else in YAML"),
        )
    } else if !matches!(first, '[' | '{' | '|' | '>') && (value.contains(": ") || value.ends_with(':')) {
        kata(
            "titik dua kedua di baris ini; beri tanda kutip pada teksnya",
            "a second colon in this line; quote the text",
        )
    } else {
        return None;
    };
    Some(to_quote(at, value, label))
}

/// A value that is to be quoted, or quoted otherwise.
fn to_quote(at: usize, value: &str, label: Kata) -> Cause {
    // Quotes around the whole were meant as quotes.
    let inner = ['"', '\''].into_iter().find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark));
    let text = quoted(inner.unwrap_or(value));
    Cause {
        at: at..at + value.len(),
        label,
        help: kata(format!("tulis {text}"), format!("write {text}")),
        fix: Some((at..at + value.len(), text)),
    }
}

/// `"C:\Users"`: within double quotes a stroke and the letter behind it are one sign, and not every letter makes one.
pub(super) fn escape(line: &Line<'_>) -> Option<Cause> {
    let (at, value) = line.value()?;
    if !value.starts_with('"') || !value.ends_with('"') || value.len() < 2 {
        return None;
    }
    let mut chars = value[1..value.len() - 1].chars();
    let mut is_wrong = false;
    while let Some(c) = chars.next() {
        is_wrong |= c == '\\'
            && match chars.clone().next() {
                Some('x') => !digits_behind(&chars, 2),
                Some('u') => !digits_behind(&chars, 4),
                Some('U') => !digits_behind(&chars, 8),
                Some(next) => !"0abtnvfre \"/\\N_LP\t".contains(next),
                None => true,
            };
        if c == '\\' {
            chars.next();
        }
    }
    is_wrong.then(|| {
        to_quote(
            at,
            value,
            kata(
                "di antara \" \", garis miring \\ mengubah arti huruf sesudahnya",
                "between \" \", a stroke \\ changes the letter behind it",
            ),
        )
    })
}

/// A quoted text that is not closed on its line, where the parser gave up.
pub(super) fn open_quote(line: &Line<'_>) -> Option<Cause> {
    let (at, value) = line.value()?;
    let text = value.strip_prefix(['"', '\''])?;
    let fix = quoted(text);
    closing(value).is_none().then(|| Cause {
        at: at..at + value.len(),
        label: kata("tanda kutip ini tidak ditutup", "this quote is not closed"),
        help: kata(format!("tulis {fix}"), format!("write {fix}")),
        fix: Some((at..at + value.len(), fix)),
    })
}

/// Whether the letter that comes next is followed by so many hexadecimal digits.
fn digits_behind(chars: &Chars<'_>, many: usize) -> bool {
    chars.clone().skip(1).take(many).filter(char::is_ascii_hexdigit).count() == many
}

/// `[Penting] teks`, `- teks` and `? teks`: a list or a key to YAML, with a text behind it.
fn starts_otherwise(value: &str) -> bool {
    let closes = match value.chars().next() {
        Some('[') => value.rfind(']'),
        Some('{') => value.rfind('}'),
        _ => return value.starts_with("- ") || value.starts_with("? "),
    };
    let rest = closes.map(|at| value[at + 1..].trim());
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['#', ',']))
}

/// `| teks` and `> teks`: the sign of a block of text, with a text behind it.
fn is_no_block(value: &str) -> bool {
    let rest = value.strip_prefix(['|', '>']).map(|rest| rest.trim_start_matches(['-', '+']).trim());
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('#') && rest.parse::<u8>().is_err())
}

/// Where the quoted text that a value begins with ends.
fn closing(value: &str) -> Option<usize> {
    let mark = value.chars().next()?;
    let mut escaped = false;
    value
        .char_indices()
        .skip(1)
        .find(|(_, c)| {
            let ends = *c == mark && !escaped;
            escaped = *c == '\\' && mark == '"' && !escaped;
            ends
        })
        .map(|(at, _)| at + 1)
}
