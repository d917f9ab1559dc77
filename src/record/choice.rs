//! What may stand in the place of a value: the words of a vocabulary, the keys of another file, the entries of a list.

use crate::bahasa::{kata, sama};
use crate::source::Sources;
use crate::value::mirip::nearest;
use crate::value::{Refusal, Scalar};
use crate::yaml::{Kind, Node, steps};
use serde_json::Value;

/// Whether a text is made of digits, points and commas only.
pub(super) fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
}

/// The keys that a file of this scope, or of one around it, has, each with its `singkatan` where there is one.
pub(super) fn keys_in(sources: &Sources, from: &str, file: &str) -> Vec<(String, String)> {
    let mut folder = from;
    let mut found = Vec::new();
    while let Some((outer, _)) = folder.rsplit_once('/') {
        folder = outer;
        let root = sources.get(&format!("{folder}/{file}")).and_then(|source| source.tree().ok());
        let Some(Kind::Map(pairs)) = root.map(|root| &root.kind) else { continue };
        let short = |value: &Node| match &value.kind {
            Kind::Map(_) => value.follow(&steps("singkatan")).1.text().to_owned(),
            Kind::Scalar { .. } | Kind::List(_) => String::new(),
        };
        found.extend(pairs.iter().map(|(key, value)| (key.text().to_owned(), short(value))));
    }
    found
}

/// Signs that people put before the entries of a list; the last ones come from word processors.
pub(super) const BULLETS: [char; 20] =
    ['-', '–', '—', '•', '*', '·', '+', '●', '○', '▪', '▫', '■', '□', '◦', '‣', '➢', '✓', '✔', '\u{f0b7}', '\u{f0a7}'];

/// The entries of a list that was written with other signs than `- `; a single text is a list of one.
pub(super) fn listed(written: &str, text: &str) -> Vec<String> {
    let entry = |line: &str| -> Option<String> {
        let line = line.trim();
        let inner = line.strip_prefix('(').unwrap_or(line);
        let behind = inner.trim_start_matches(|c: char| c.is_ascii_digit());
        // `a.` and `a)` count as well, and only one letter does.
        let behind = if behind.len() < inner.len() {
            behind
        } else {
            inner.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(inner)
        };
        let rest = if behind.len() < inner.len() && behind.starts_with(['.', ')']) {
            Some(&behind[1..])
        } else {
            line.strip_prefix(BULLETS)
        };
        rest.map(|rest| rest.trim().to_owned()).filter(|rest| !rest.is_empty())
    };
    let lines = written.lines().filter(|line| !line.trim().is_empty());
    lines.map(entry).collect::<Option<Vec<String>>>().unwrap_or_else(|| vec![text.trim().to_owned()])
}

/// The words of a closed vocabulary.
pub(super) fn enumerated(schema: &Value) -> Option<Vec<String>> {
    let choices = schema["oneOf"].as_array().map_or(&[][..], Vec::as_slice);
    let constants = choices.iter().filter_map(|choice| choice["const"].as_str());
    let nested = choices.iter().filter_map(|choice| choice["enum"].as_array()).flatten().filter_map(Value::as_str);
    let direct = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let words: Vec<String> = constants.chain(nested).chain(direct).map(str::to_owned).collect();
    (!words.is_empty()).then_some(words)
}

pub(super) fn not_among(scalar: Scalar<'_>, words: &[String]) -> Option<Refusal> {
    let text = scalar.to_string();
    if words.contains(&text) {
        return None;
    }
    let what = kata(
        format!("\"{text}\" bukan salah satu pilihan di sini"),
        format!("\"{text}\" is not one of the choices here"),
    );
    let list = words.join(", ");
    let near = nearest(&text, words.iter().map(String::as_str));
    let refusal = Refusal::new(what).help(match near {
        Some(near) => kata(
            format!("mungkin maksudnya {near}; pilihannya: {list}"),
            format!("perhaps {near} is meant; the choices are: {list}"),
        ),
        None => kata(format!("pilihannya: {list}"), format!("the choices are: {list}")),
    });
    Some(Refusal { fix: near.map(str::to_owned), ..refusal })
}

pub(super) fn not_boolean(scalar: Scalar<'_>) -> Option<Refusal> {
    if let Scalar::Logika(_) = scalar {
        return None;
    }
    let what = kata(format!("\"{scalar}\" bukan true atau false"), format!("\"{scalar}\" is not true or false"));
    let refusal = Refusal::new(what);
    Some(match scalar.to_string().to_lowercase().as_str() {
        "ya" | "yes" | "on" | "benar" | "ada" | "true" => refusal.write("true"),
        "tidak" | "no" | "off" | "salah" | "false" => refusal.write("false"),
        _ => refusal.help(sama("true / false")),
    })
}
