//! Keys whose colon is missing, is another sign, or has no space behind it.

use crate::bahasa::{Kata, kata};
use crate::record::syntax::cause::Cause;
use crate::record::syntax::line::Line;
use crate::value::bersih::{is_odd_space, is_unseen};
use std::collections::BTreeSet;

/// `jalur：partai`, or a space of a word processor around the key or its colon.
pub(super) fn foreign_colon(line: &Line<'_>, keys: &BTreeSet<String>) -> Option<Cause> {
    let odd = |c: char| is_odd_space(c) || is_unseen(c);
    let trimmed = line.text.trim_start_matches(|c: char| odd(c) || c == ' ' || c == '-');
    let end = trimmed.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(trimmed.len());
    let (key, rest) = trimmed.split_at(end);
    let sign: String = rest.chars().take_while(|c| odd(*c) || matches!(c, ' ' | ':' | '：')).collect();
    let before = &line.text[..line.text.len() - trimmed.len()];
    let (has_odd, has_wide) = (sign.contains(odd) || before.contains(odd), sign.contains('：'));
    if !keys.contains(key) || !(has_odd || has_wide) || !(sign.contains(':') || has_wide) {
        return None;
    }
    let from = line.start + before.len();
    let spaces: String =
        before.chars().filter(|c| !is_unseen(*c)).map(|c| if is_odd_space(c) { ' ' } else { c }).collect();
    let fixed = format!("{spaces}{key}: ");
    let label = if has_wide {
        kata("titik dua lebar (：) bukan titik dua YAML", "a full-width colon (：) is no colon of YAML")
    } else {
        kata("spasi tak-putus bukan spasi YAML", "a no-break space is no space of YAML")
    };
    Some(Cause {
        at: from..from + key.len() + sign.trim_end().len(),
        label,
        help: kata(
            format!("tulis `{key}: …` dengan titik dua dan spasi biasa"),
            format!("write `{key}: …` with an ordinary colon and space"),
        ),
        fix: Some((line.start..from + key.len() + sign.len(), fixed)),
    })
}

/// `jalur:partai`.
pub(super) fn glued_colon(line: &Line<'_>, keys: &BTreeSet<String>) -> Option<Cause> {
    let (key, value) = line.rest().split_once(':')?;
    let is_glued = keys.contains(key) && value.starts_with(|c: char| !c.is_whitespace());
    is_glued.then(|| {
        known_key(
            line,
            key,
            value.trim_end(),
            kata("sesudah titik dua harus ada spasi", "a space has to follow the colon"),
        )
    })
}

/// `jalur partai`.
pub(super) fn no_colon(line: &Line<'_>, keys: &BTreeSet<String>) -> Option<Cause> {
    let rest = line.rest();
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    let (key, value) = rest.split_at(end);
    let value = value.trim_start_matches(['=', ';', ' ', '\t']).trim_end();
    let is_bare = keys.contains(key) && !rest.contains(": ") && !rest.trim_end().ends_with(':');
    is_bare.then(|| {
        known_key(line, key, value, kata("titik dua sesudah kunci ini hilang", "the colon after this key is missing"))
    })
}

fn known_key(line: &Line<'_>, key: &str, value: &str, label: Kata) -> Cause {
    let text = format!("{key}: {value}");
    Cause {
        at: line.range(),
        label,
        help: kata(format!("tulis `{text}`"), format!("write `{text}`")),
        fix: Some((line.range(), text)),
    }
}
