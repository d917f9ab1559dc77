//! Writes other values into the YAML of a record, and leaves every comment and every byte that was not touched as it is.
//!
//! What comes out is read again and held against what was asked: a text in which anything else changed, or a comment is missing, is
//! not given out.

mod comments;
mod render;
mod scaffold;

use crate::bahasa::{Kata, kata};
use crate::record::align::{Pairing, align};
use crate::record::edit::render::{Style, block};
use crate::value::Scalar;
use crate::yaml::{self, Kind, Node};
use serde_json::{Map, Number, Value};
use std::str::FromStr;
use yaml_edit::YamlFile;
use yaml_edit::path::YamlPath;

/// A key that a record did not have.
struct Added {
    /// The path of the mapping that it goes into.
    inside: String,
    key: String,
    value: Value,
}

impl Added {
    fn new(inside: &str, key: &str, value: &Value) -> Self {
        Self { inside: inside.to_owned(), key: key.to_owned(), value: value.clone() }
    }
}

/// The keys that the mapping at a path may have, in the order in which a person writes them; nothing where that is not known.
pub type Order<'o> = dyn Fn(&str) -> Vec<String> + 'o;

/// The values of a record. Numbers as keys are texts here, as in JSON.
pub fn values(text: &str) -> Option<Value> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Some(Value::Object(Map::new()));
    }
    yaml::parse(text).ok().map(|node| value(&node))
}

fn value(node: &Node) -> Value {
    match &node.kind {
        Kind::List(nodes) => Value::Array(nodes.iter().map(value).collect()),
        Kind::Map(pairs) => {
            Value::Object(pairs.iter().map(|(key, node)| (key.text().to_owned(), value(node))).collect())
        }
        Kind::Scalar { text, .. } => match node.scalar() {
            Some(Scalar::Bulat(number)) => Value::from(number),
            Some(Scalar::Logika(truth)) => Value::from(truth),
            Some(Scalar::Pecahan(number)) => {
                Number::from_f64(number).map_or_else(|| Value::from(text.as_str()), Value::Number)
            }
            Some(Scalar::Teks(text)) => Value::from(text),
            Some(Scalar::Kosong) | None => Value::Null,
        },
    }
}

/// The text with these values in the place of its own; the same bytes where they are the same.
///
/// Fails where the text cannot be written so without a loss; whoever asked then has to change the text itself.
pub fn write(text: &str, wanted: &Value, order: &Order<'_>) -> Result<String, Kata> {
    let before = values(text).ok_or_else(unreadable)?;
    if before == *wanted {
        return Ok(text.to_owned());
    }
    // A text of several lines is written on lines of its own, or in quotes where it stands inside brackets.
    let mut written = [Style::Lines, Style::Quotes].into_iter().filter_map(|style| {
        let edited = Edit { style, order }.write(text, &before, wanted)?;
        let kept = comments::keep(text, &edited.text, &edited.uncommented);
        let kept = comments::answered(text, &kept);
        let is_sound = values(&kept).as_ref() == Some(wanted) && comments::are_kept(text, &kept, &edited.uncommented);
        is_sound.then_some(kept)
    });
    written.next().ok_or_else(unwritable)
}

/// The text of a record without the marks of values that were guessed: whoever sent its form has seen all of them.
pub fn without_guesses(text: &str) -> String {
    comments::answered("", text)
}

fn unreadable() -> Kata {
    kata("berkas ini bukan YAML yang bisa dibaca", "this file is no YAML that can be read")
}

fn unwritable() -> Kata {
    kata(
        "isian ini tidak bisa ditulis ke berkasnya tanpa mengubah baris lain; ubah teksnya langsung",
        "these fields cannot be written into the file without changing other lines; change its text instead",
    )
}

/// A text with other values.
struct Edited {
    text: String,
    /// The commented lines that became values.
    uncommented: Vec<String>,
}

/// How values are written.
struct Edit<'e> {
    style: Style,
    order: &'e Order<'e>,
}

impl Edit<'_> {
    fn write(&self, text: &str, before: &Value, wanted: &Value) -> Option<Edited> {
        let mut added = Vec::new();
        let text = if before.as_object().is_some_and(Map::is_empty) {
            added.extend(wanted.as_object()?.iter().map(|(key, value)| Added::new("", key, value)));
            text.to_owned()
        } else {
            let file = YamlFile::from_str(text).ok()?;
            self.change(&file.document()?, "", (before, wanted), &mut added)?;
            file.to_string()
        };
        let mut edited = Edited { text, uncommented: Vec::new() };
        for added in &added {
            let order = (self.order)(&added.inside);
            let inserted = scaffold::insert(&edited.text, added, &order, self.style)?;
            edited.text = inserted.text;
            edited.uncommented.extend(inserted.uncommented);
        }
        Some(edited)
    }

    /// Makes the value at a path what it is to be; keys that are not there yet are collected.
    fn change(
        &self,
        document: &yaml_edit::Document,
        path: &str,
        (before, wanted): (&Value, &Value),
        added: &mut Vec<Added>,
    ) -> Option<()> {
        if before == wanted {
            return Some(());
        }
        match (before, wanted) {
            (Value::Object(old), Value::Object(new)) if !old.is_empty() && !new.is_empty() => {
                let renamed = renamed(old, new);
                for (key, name) in &renamed {
                    mapping(document, path)?.rename_key(*key, *name).then_some(())?;
                }
                let is_renamed = |key: &String| renamed.iter().any(|(old, _)| *old == key);
                for key in old.keys().filter(|key| !new.contains_key(*key) && !is_renamed(key)) {
                    document.try_remove_path(&joined(path, key)).ok()?;
                }
                for (key, value) in new {
                    let known = renamed.iter().find(|(_, name)| *name == key).map_or(key.as_str(), |(old, _)| *old);
                    match old.get(known) {
                        Some(known) => self.change(document, &joined(path, key), (known, value), added)?,
                        None => added.push(Added::new(path, key, value)),
                    }
                }
                Some(())
            }
            (Value::Array(old), Value::Array(new)) if !old.is_empty() && !new.is_empty() => {
                self.change_list(document, path, (old, new), added)
            }
            (_, wanted) => {
                let snippet = YamlFile::from_str(&block("nilai", wanted, 0, self.style)).ok()?;
                document.try_set_path(path, snippet.document()?.get("nilai")?).ok()
            }
        }
    }

    /// From the last entry to the first, so that the places of those before stay what they are.
    fn change_list(
        &self,
        document: &yaml_edit::Document,
        path: &str,
        (old, new): (&[Value], &[Value]),
        added: &mut Vec<Added>,
    ) -> Option<()> {
        for pairing in align(old, new).into_iter().rev() {
            match pairing {
                Pairing::Both(at, to) => {
                    self.change(document, &format!("{path}[{at}]"), (&old[at], &new[to]), added)?;
                }
                Pairing::Removed(at) => {
                    document.try_get_path(path).ok()?.as_sequence()?.remove(at)?;
                }
                Pairing::Inserted(before, to) => {
                    let snippet = YamlFile::from_str(&block("nilai", &new[to], 0, self.style)).ok()?;
                    let list = document.try_get_path(path).ok()?;
                    list.as_sequence()?.insert(before, snippet.document()?.get("nilai")?);
                }
            }
        }
        Some(())
    }
}

/// Keys with other names for what stands in their place. A number as a key is not renamed: it would become a text.
fn renamed<'v>(old: &'v Map<String, Value>, new: &'v Map<String, Value>) -> Vec<(&'v str, &'v str)> {
    let is_number = |key: &str| key.parse::<u64>().is_ok();
    let pairs = old.keys().zip(new.keys());
    let other = pairs.filter(|(key, name)| !new.contains_key(*key) && !old.contains_key(*name));
    let texts = other.filter(|(key, name)| !is_number(key) && !is_number(name));
    // Of a record's own keys none is another by a new name, unless their values are the same.
    let moved =
        texts.filter(|(key, name)| old[*key] == new[*name] || (old[*key].is_object() && new[*name].is_object()));
    moved.map(|(key, name)| (key.as_str(), name.as_str())).collect()
}

/// The mapping at a path.
fn mapping(document: &yaml_edit::Document, path: &str) -> Option<yaml_edit::Mapping> {
    if path.is_empty() {
        return document.as_mapping();
    }
    document.try_get_path(path).ok()?.as_mapping().cloned()
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn set(text: &str, change: impl Fn(&mut Value)) -> String {
        let mut wanted = values(text).unwrap();
        change(&mut wanted);
        let order = |path: &str| match path {
            "" => ["judul", "tanggal", "visi", "calon", "misi", "sumber"].map(str::to_owned).to_vec(),
            _ => ["nama", "tahun", "kota"].map(str::to_owned).to_vec(),
        };
        write(text, &wanted, &order).unwrap()
    }

    #[test]
    fn a_value_is_changed_and_nothing_else() {
        let text = "# atas\r\njudul:   'Satu'   # satu\r\n# tengah\r\nmisi:\r\n  - a # catatan\r\n  - b\r\n";
        let changed = text.replace("'Satu'", "\"Dua: #2\"");
        assert_eq!(set(text, |record| record["judul"] = json!("Dua: #2")), changed);
        assert_eq!(set(text, |_| ()), text);
    }

    #[test]
    fn a_key_takes_the_place_of_its_commented_line() {
        let text = "# Judul.\njudul: A\n# Hari.\n# tanggal: 2024-11-27\n# Visi.\n# visi: ISI visi\n# Calon.\ncalon:\n  # Nama.\n  nama: X\n  # Tahun.\n  # tahun: 1970\n# Misi.\n# misi: [ISI misi]\n";
        let changed = set(text, |record| {
            record["tanggal"] = json!("2025-01-02");
            record["calon"]["tahun"] = json!(1980);
            record["misi"] = json!(["satu dua", "tiga: empat"]);
        });
        assert_eq!(
            changed,
            "# Judul.\njudul: A\n# Hari.\ntanggal: 2025-01-02\n# Visi.\n# visi: ISI visi\n# Calon.\ncalon:\n  # Nama.\n  nama: X\n  # Tahun.\n  tahun: 1980\n# Misi.\nmisi:\n  - satu dua\n  - \"tiga: empat\"\n"
        );
    }

    #[test]
    fn a_key_without_such_a_line_stands_in_the_order_of_the_record() {
        let text = "judul: A\n# Sumbernya.\nsumber: [a]\n";
        let changed = set(text, |record| record["visi"] = json!("satu\ndua"));
        assert_eq!(changed, "judul: A\nvisi: |-\n  satu\n  dua\n# Sumbernya.\nsumber: [a]\n");
        let braces = set("calon: { nama: X }\n", |record| record["calon"]["tahun"] = json!(1980));
        assert_eq!(braces, "calon: { nama: X, tahun: 1980 }\n");
    }

    #[test]
    fn a_comment_outlives_its_value() {
        let text = "judul: A\nmisi:\n  # di atas\n  - a # di samping\n  - b\nvisi: V # visi\nsumber: [a]\n";
        let changed = set(text, |record| {
            record["misi"] = json!(["b"]);
            record.as_object_mut().unwrap().shift_remove("visi");
        });
        assert_eq!(values(&changed).unwrap(), json!({ "judul": "A", "misi": ["b"], "sumber": ["a"] }));
        for comment in ["# di atas", "# di samping", "# visi"] {
            assert!(changed.contains(comment), "{changed}");
        }
    }

    #[test]
    fn a_key_has_another_name_and_what_stands_there_stays() {
        let text = "# Kunci sumber.\ncontoh:\n  # Judul.\n  judul: A # a\n  # tautan: https://contoh.go.id/\n";
        let changed = set(text, |record| *record = json!({ "sk": { "judul": "B" } }));
        assert_eq!(changed, text.replace("contoh:\n", "sk:\n").replace("judul: A", "judul: B"));
    }

    #[test]
    fn a_guess_that_was_answered_is_no_guess_any_more() {
        let text = "judul: A\ntanggal: 2024-11-27  # ISI: ganti dengan harinya\n";
        assert_eq!(set(text, |record| record["judul"] = json!("B")), text.replace("judul: A", "judul: B"));
        assert_eq!(set(text, |record| record["tanggal"] = json!("2025-01-02")), "judul: A\ntanggal: 2025-01-02\n");
    }
}
