//! The JSON Schema of a record type, for editors that check and complete YAML while somebody types.

use crate::record::JENIS;
use crate::record::load::Named;
use anyhow::Result;
use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value};

/// Below the project's folder: where `pilkada new` puts the schemas. Its name is hidden, so it is no content.
pub const FOLDER: &str = ".pilkada/skema";

/// What stands in every schema we write: only such a file is written over.
pub const MARK: &str = "dibuat oleh pilkada schema; perubahan akan hilang";

/// A record type.
#[derive(Debug)]
pub struct Jenis {
    /// Its name in the records of a scope.
    pub(super) field: &'static str,
    /// How its files are named, such as `berita/<tanggal>-<slug>.md`.
    pub pattern: &'static str,
    /// Its schema, as the type gives it.
    pub(super) describe: fn() -> Value,
}

impl Jenis {
    /// The name a person writes: `tanya-jawab`.
    pub fn name(&self) -> String {
        self.field.replace('_', "-")
    }

    /// The folder of its files, where there are many in a scope.
    pub fn folder(&self) -> Option<&'static str> {
        self.pattern.split_once('/').map(|(folder, _)| folder)
    }

    /// The record type of a file, by its path below `content/`.
    pub fn of_file(path: &str) -> Option<&'static Self> {
        let pattern = Named::parse(path).pattern;
        JENIS.iter().find(|jenis| jenis.pattern == pattern)
    }

    /// The path of the schema below the project's folder.
    pub fn schema_path(&self) -> String {
        format!("{FOLDER}/{}.json", self.name())
    }

    /// The JSON Schema (draft 2020-12) of its files, or of their front matter.
    pub fn schema(&self) -> Value {
        let Value::Object(mut described) = (self.describe)() else { return Value::Null };
        let mut schema = Map::new();
        schema.extend(described.shift_remove_entry("$schema"));
        schema.insert("title".to_owned(), Value::from(self.pattern));
        schema.insert("$comment".to_owned(), Value::from(MARK));
        described.shift_remove("title");
        schema.extend(described);
        let mut schema = Value::Object(schema);
        label(&mut schema);
        schema
    }

    /// The file of its schema.
    pub fn text(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(&self.schema())? + "\n")
    }
}

/// Words of keys that are written in capitals.
const IN_CAPITALS: [&str; 14] =
    ["dpt", "dps", "tps", "kpu", "lhkpn", "mk", "ppid", "dprd", "psu", "tni", "polri", "dpb", "nik", "url"];

/// Gives every field a short label, `title`: that of its type, or the words of its key.
fn label(schema: &mut Value) {
    if let Some(fields) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for (key, field) in fields {
            if let Some(field) = field.as_object_mut().filter(|field| !field.contains_key("title")) {
                field.insert("title".to_owned(), Value::from(words(key)));
            }
        }
    }
    match schema {
        Value::Object(map) => map.values_mut().for_each(label),
        Value::Array(list) => list.iter_mut().for_each(label),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A key as words: `tanggal_lahir` as "Tanggal lahir".
pub fn words(key: &str) -> String {
    let words: Vec<String> = key
        .split(['_', '-'])
        .map(|word| if IN_CAPITALS.contains(&word) { word.to_uppercase() } else { word.to_owned() })
        .collect();
    let words = words.join(" ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The schema of a Rust type.
pub(super) fn describe<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}
