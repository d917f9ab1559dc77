//! `--hanya`: the families and codes that are asked for.

use super::Session;
use crate::bahasa::kata;
use crate::check::RULES;
use crate::report::kode::KODE;
use crate::value::mirip::nearest;
use anyhow::Result;

/// Reads `KST,HUK-02`; ends the run at a word that is neither a family nor a code.
pub(super) fn read(asked: &str, session: &Session) -> Result<Vec<String>> {
    let known = known();
    let words = asked.split(',').map(|word| word.trim().to_uppercase());
    let mut wanted: Vec<String> = Vec::new();
    for word in words {
        if !known.contains(&word) {
            return Err(unknown(&word, &known, session));
        }
        if !wanted.contains(&word) {
            wanted.push(word);
        }
    }
    Ok(wanted)
}

/// Every family and every code, in order.
fn known() -> Vec<String> {
    let codes = RULES.iter().map(|rule| rule.code).chain(KODE.iter().map(|kode| kode.code));
    let mut known: Vec<String> = codes.flat_map(|code| [family(code), code]).map(str::to_owned).collect();
    known.sort_unstable();
    known.dedup();
    known
}

fn family(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}

fn unknown(word: &str, known: &[String], session: &Session) -> anyhow::Error {
    let small: Vec<String> = known.iter().map(|known| known.to_lowercase()).collect();
    let near = nearest(word, small.iter().map(String::as_str)).map(str::to_uppercase);
    let (id, en) = if let Some(near) = near {
        (format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant"))
    } else {
        let families: Vec<&str> = known.iter().map(String::as_str).filter(|known| family(known) == *known).collect();
        let families = families.join(", ");
        (format!("keluarganya: {families}"), format!("the families are: {families}"))
    };
    session.refusal(&kata(
        format!("--hanya: tidak ada aturan \"{word}\"; {id}"),
        format!("--hanya: there is no rule \"{word}\"; {en}"),
    ))
}
