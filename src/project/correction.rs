//! What readers were told otherwise: the facts that a record changes, and the list of corrections that says so.

use crate::project::desk::{Change, Desk};
use crate::project::spot::{Spot, scope_folder};
use crate::record::edit;
use crate::record::skema::words;
use crate::source::Sources;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use serde_json::{Value, json};

/// Keys that say how a record is handled, and nothing of the world.
const HANDLING: [&str; 6] = ["draf", "terbit", "abaikan", "slug_lama", "persetujuan_publikasi", "alt"];

/// A value that is another than the one that was published.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is, in words.
    pub bidang: String,
    /// What was told before.
    pub sebelum: String,
    /// What is told now.
    pub sesudah: String,
}

/// What is noted with each of some corrections.
#[derive(Debug, Clone, Copy)]
pub struct Noted<'n> {
    /// The day on which they are published.
    pub day: Tanggal,
    /// Why.
    pub reason: &'n str,
    /// How grave they are.
    pub tingkat: &'n str,
}

impl Noted<'_> {
    /// The entry of a fact, on the page at an address below the site's root.
    pub fn entry(&self, address: &str, fact: &Fact) -> Value {
        json!({
            "tanggal": self.day.to_string(),
            "menyangkut": format!("/{address}"),
            "bidang": fact.bidang,
            "sebelum": fact.sebelum,
            "sesudah": fact.sesudah,
            "alasan": self.reason,
            "tingkat": self.tingkat,
        })
    }
}

/// The list of corrections of a record's scope with some more; nothing where it cannot be written.
pub fn added(desk: &Desk, spot: &Spot, entries: Vec<Value>, sources: &Sources) -> Option<Change> {
    let path = format!("{}/koreksi.yaml", scope_folder(&spot.jalur));
    let before = sources.get(&path).map_or("", |source| source.text());
    let mut record = edit::values(before)?;
    let list = record.as_object_mut()?.entry("koreksi").or_insert_with(|| json!([]));
    list.as_array_mut()?.extend(entries);
    let text = edit::write(before, &record, &|_| Vec::new()).ok()?;
    Some(Change::new(&path, desk.digest(&path, sources), text))
}

/// The values that stood there before and are others now.
pub fn changed(before: &Value, after: &Value, at: &str, facts: &mut Vec<Fact>) {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, old) in old.iter().filter(|(key, _)| !HANDLING.contains(&key.as_str())) {
                let at = if at.is_empty() { words(key) } else { format!("{at}, {}", words(key).to_lowercase()) };
                if let Some(new) = new.get(key) {
                    changed(old, new, &at, facts);
                }
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (place, (old, new)) in old.iter().zip(new).enumerate() {
                changed(old, new, &format!("{at} {}", place + 1), facts);
            }
        }
        (before, after) => {
            let texts =
                shown(before).zip(shown(after)).filter(|(old, new)| old != new && !old.is_empty() && !new.is_empty());
            facts.extend(texts.map(|(sebelum, sesudah)| Fact { bidang: at.to_owned(), sebelum, sesudah }));
        }
    }
}

/// A scalar as its field shows it.
pub fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_otherwise_before_is_a_changed_fact() {
        let mut facts = Vec::new();
        let before = json!({ "fakta": [{ "nilai": 10, "catatan": "a" }], "draf": true, "judul": "A" });
        let after = json!({ "fakta": [{ "nilai": 12, "catatan": "a", "dari": 16 }], "draf": false, "judul": "A" });
        changed(&before, &after, "", &mut facts);
        assert_eq!(
            facts,
            [Fact { bidang: "Fakta 1, nilai".to_owned(), sebelum: "10".to_owned(), sesudah: "12".to_owned() }]
        );
    }
}
