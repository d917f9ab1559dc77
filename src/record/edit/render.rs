//! A value as YAML, as a person would write it.

use crate::value::Scalar;
use serde_json::Value;
use std::fmt::Write;

/// How a text of several lines is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// On lines of its own, behind a stroke.
    Lines,
    /// In quotes, on one line.
    Quotes,
}

/// The most letters of a list on one line.
const SHORT: usize = 60;

/// A key with its value, each line as far in as said.
pub(super) fn block(key: &str, value: &Value, indent: usize, style: Style) -> String {
    let mut text = String::new();
    put(&mut text, &format!("{}{}:", " ".repeat(indent), key_text(key)), value, (indent, style));
    text
}

/// A number as a key is written as a number, and anything else as any text is.
fn key_text(key: &str) -> String {
    if key.parse::<u64>().is_ok() { key.to_owned() } else { scalar(&Value::from(key)) }
}

fn put(text: &mut String, head: &str, value: &Value, (indent, style): (usize, Style)) {
    text.push_str(head);
    match value {
        Value::Object(map) if !map.is_empty() => {
            text.push('\n');
            for (key, value) in map {
                put(text, &format!("{}{}:", " ".repeat(indent + 2), key_text(key)), value, (indent + 2, style));
            }
        }
        Value::Array(list) if !list.is_empty() => {
            if let Some(line) = on_one_line(list) {
                _ = writeln!(text, " {line}");
                return;
            }
            text.push('\n');
            for entry in list {
                put_entry(text, entry, (indent + 2, style));
            }
        }
        Value::String(long) if style == Style::Lines && fits_on_lines(long) => {
            let end = if long.ends_with('\n') { "" } else { "-" };
            _ = writeln!(text, " |{end}");
            for line in long.lines() {
                let margin = if line.is_empty() { 0 } else { indent + 2 };
                _ = writeln!(text, "{}{line}", " ".repeat(margin));
            }
        }
        value => _ = writeln!(text, " {}", scalar(value)),
    }
}

/// An entry of a list: a record with its first key behind the stroke.
fn put_entry(text: &mut String, entry: &Value, (indent, style): (usize, Style)) {
    let margin = " ".repeat(indent);
    match entry {
        Value::Object(map) if !map.is_empty() => {
            for (place, (key, value)) in map.iter().enumerate() {
                let sign = if place == 0 { "- " } else { "  " };
                put(text, &format!("{margin}{sign}{}:", key_text(key)), value, (indent + 2, style));
            }
        }
        value => put(text, &format!("{margin}-"), value, (indent, style)),
    }
}

/// A short list of numbers and keys.
fn on_one_line(list: &[Value]) -> Option<String> {
    let is_short = |value: &Value| match value {
        Value::String(text) => !text.contains([' ', '\n']),
        Value::Number(_) => true,
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => false,
    };
    let line = list.iter().all(is_short).then(|| list.iter().map(scalar).collect::<Vec<_>>().join(", "))?;
    (line.len() <= SHORT).then(|| format!("[{line}]"))
}

/// Whether a text can stand on lines of its own: without blanks at the ends of lines, which nobody sees, and without signs that
/// YAML keeps for itself.
fn fits_on_lines(text: &str) -> bool {
    let is_plain = |line: &str| !line.ends_with([' ', '\t']) && !line.contains(|c: char| c.is_control() || is_break(c));
    let body = text.strip_suffix('\n').unwrap_or(text);
    body.contains('\n')
        && !body.starts_with([' ', '\n', '\t'])
        && !body.ends_with('\n')
        && body.split('\n').all(is_plain)
}

fn is_break(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// A value on one line, in quotes where it would be something else without them.
pub(super) fn scalar(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::String(text) if is_plain(text) => text.clone(),
        // JSON's quotes are YAML's too.
        Value::String(_) => quoted(value),
        Value::Array(list) if list.is_empty() => "[]".to_owned(),
        Value::Object(map) if map.is_empty() => "{}".to_owned(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

/// In quotes, with what YAML forbids or takes for a break of lines by its number.
fn quoted(value: &Value) -> String {
    let text = value.to_string();
    let is_hidden = |c: char| is_break(c) || c == '\u{7f}' || ('\u{80}'..'\u{a0}').contains(&c);
    text.chars().map(|c| if is_hidden(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }).collect()
}

/// Whether a text is read as itself where it stands without quotes, also inside brackets.
fn is_plain(text: &str) -> bool {
    let begins_well = text.starts_with(|c: char| c.is_alphanumeric() || c == '(' || c == '/')
        // What other readers of YAML take for a time, or for a number of another base.
        && !text.starts_with(|c: char| c.is_ascii_digit() && text.contains(':'));
    begins_well
        && matches!(Scalar::plain(text), Scalar::Teks(_))
        && !matches!(text.to_ascii_lowercase().as_str(), "yes" | "no" | "on" | "off" | "y" | "n")
        && !text.ends_with([' ', ':'])
        && !text.contains([',', '[', ']', '{', '}', '\t', '\n', '\r'])
        && !text.contains(|c: char| c.is_control() || is_break(c) || c == '\u{a0}')
        && !text.contains(": ")
        && !text.contains(" #")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{self, steps};

    #[test]
    fn texts_are_read_as_they_were_written() {
        for text in [
            "biasa",
            "Kota: yang #tertib",
            "07:00",
            "2024-11-27",
            "yes",
            "no",
            "true",
            "null",
            "~",
            "12",
            "1.5",
            "0x1f",
            "",
            " di tepi ",
            "a # b",
            "a #b",
            "- daftar",
            "\"kutip\"",
            "'kutip'",
            "satu, dua",
            "{a}",
            "dua\nbaris",
            "dua\nbaris\n",
            "\nkosong di depan",
            "ujung \nbaris",
            "tab\tdi tengah",
            "Ni'mah",
            "&jangkar",
            "*alias",
            "!tag",
            "%arah",
            "@di",
            "`k`",
            "a:",
            "a: b",
            "---",
            "...",
            "?",
            "é",
            "\u{2028}",
            "tak\u{a0}putus",
            "\\",
            "\r\n",
            "a\r\nb",
        ] {
            for style in [Style::Lines, Style::Quotes] {
                for value in [Value::from(text), Value::from(vec![text]), serde_json::json!({ "k": text })] {
                    let written = block("kunci", &value, 0, style);
                    let node = yaml::parse(&written).unwrap_or_else(|fault| panic!("{text:?}: {written} {fault:?}"));
                    let (_, found) = node.follow(&steps("kunci"));
                    assert_eq!(super::super::value(found), value, "{text:?} as {written}");
                }
            }
        }
    }
}
