//! What is begun in a file that is there already: it goes behind what the file holds, and every comment stays.

use crate::bahasa::{Kata, kata};
use crate::record::edit;
use serde_json::{Map, Value};

/// How a value is marked that the program could only guess.
const GUESSED: &str = "  # ISI";

/// The text of a list or of a register with what a scaffold of the same kind holds behind its own.
///
/// Fails where the key is taken, or the text cannot be written without a loss.
pub fn grown(before: &str, scaffold: &str) -> Result<String, Kata> {
    let (Some(mut wanted), Some(Value::Object(more))) = (edit::values(before), edit::values(scaffold)) else {
        return Err(unreadable());
    };
    let known = wanted.as_object_mut().ok_or_else(unreadable)?;
    for (key, value) in more.clone() {
        match (known.get_mut(&key), value) {
            (Some(Value::Array(list)), Value::Array(entries)) => list.extend(entries),
            (Some(_), _) => return Err(taken(&key)),
            (None, value) => _ = known.insert(key, value),
        }
    }
    let order = |_: &str| Vec::new();
    let text = match at_end(before, &more, &wanted) {
        Some(text) => text,
        None => edit::write(before, &wanted, &order)?,
    };
    Ok(marked(&text, scaffold))
}

/// The text with the lines of what is added behind all others, where that says what is wanted: so comments that stand last go on
/// standing before it.
fn at_end(before: &str, more: &Map<String, Value>, wanted: &Value) -> Option<String> {
    let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let block = edit::write("", &Value::Object(more.clone()), &|_| Vec::new()).ok()?;
    let line_break = if before.is_empty() || before.ends_with('\n') { "" } else { end };
    let text = |lines: Vec<String>| format!("{before}{line_break}{}{end}", lines.join(end));
    let whole = text(block.lines().map(str::to_owned).collect());
    // Of a list its entries only, as far in as those that are there.
    let entry = |margin: usize| {
        let lines = block.lines().skip(1).map(|line| format!("{}{}", " ".repeat(margin), line.get(2..).unwrap_or("")));
        text(lines.collect())
    };
    let mut texts = std::iter::once(whole).chain([2, 0, 4].map(entry));
    texts.find(|text| edit::values(text).as_ref() == Some(wanted))
}

/// The text with the marks of a scaffold behind the values that it guessed.
fn marked(text: &str, scaffold: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let bare = |line: &str| line.trim_start().trim_start_matches("- ").to_owned();
    for guess in scaffold.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let Some(at) = guess.find(GUESSED) else { continue };
        // What was added stands last.
        if let Some(line) = lines.iter_mut().rev().find(|line| bare(line) == bare(&guess[..at])) {
            line.push_str(&guess[at..]);
        }
    }
    lines.join(end) + end
}

fn unreadable() -> Kata {
    kata("berkas ini bukan YAML yang bisa dibaca", "this file is no YAML that can be read")
}

fn taken(key: &str) -> Kata {
    kata(format!("`{key}` sudah ada di berkas ini"), format!("`{key}` is in this file already"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_stands_last_and_comments_stay() {
        let before = "# Jadwal kami.\ntahapan:\n  # Yang pertama.\n  - id: a # satu\n    nama: A\n";
        let scaffold =
            "tahapan:\n  -\n    # Kunci.\n    id: isi\n    nama: ISI nama\n    mulai: 2024-11-01  # ISI: ganti\n";
        let text = grown(before, scaffold).unwrap();
        assert_eq!(text, format!("{before}  - id: isi\n    nama: ISI nama\n    mulai: 2024-11-01  # ISI: ganti\n"));
    }

    #[test]
    fn a_register_grows_by_a_key_and_no_key_is_written_over() {
        let before = "# Partai.\r\na:\r\n  nama: A # satu\r\n";
        assert_eq!(grown(before, "b:\n  nama: B\n").unwrap(), format!("{before}b:\r\n  nama: B\r\n"));
        assert!(grown(before, "a:\n  nama: B\n").is_err());
        assert!(grown("a: [\n", "b: 1\n").is_err());
        assert_eq!(grown("# Kosong.\n", "b:\n  nama: B\n").unwrap(), "# Kosong.\nb:\n  nama: B\n");
    }
}
