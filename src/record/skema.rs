//! The JSON Schema of a record type, for editors that check and complete YAML while somebody types.

use crate::record::JENIS;
use crate::record::load::Named;
use crate::yaml::{Step, steps};
use anyhow::Result;
use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use xxhash_rust::xxh3::xxh3_128;

/// Below the project's folder: where `pilkada new` puts the schemas. Its name is hidden, so it is no content.
pub const FOLDER: &str = ".pilkada/skema";

/// What stands in every schema we write: only such a file is written over.
pub const MARK: &str = "dibuat oleh pilkada schema; perubahan akan hilang";

/// The version of a schema, and what it said then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemaVersion {
    /// Its number, from 1 on: another where the schema says anything else.
    pub versi: u32,
    /// The [digest](Jenis::digest) of the schema that has this number.
    pub sidik: String,
}

/// The versions of all schemas, by the names of their types. Kept by hand, and by a test: whoever changes a schema gives it the next number.
static VERSIONS: LazyLock<BTreeMap<String, SchemaVersion>> = LazyLock::new(|| {
    serde_yaml::from_str(include_str!("../../data/skema.yaml")).expect("the list of versions is tested")
});

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

    /// The version of its schema; nothing where none is written down yet.
    pub fn version(&self) -> Option<&'static SchemaVersion> {
        VERSIONS.get(&self.name())
    }

    /// The digest of what its schema says, whatever its version.
    pub fn digest(&self) -> String {
        format!("{:032x}", xxh3_128(self.described(None).to_string().as_bytes()))
    }

    /// The JSON Schema (draft 2020-12) of its files, or of their front matter, with its lasting name and its version.
    pub fn schema(&self) -> Value {
        self.described(self.version())
    }

    fn described(&self, version: Option<&SchemaVersion>) -> Value {
        let Value::Object(mut described) = (self.describe)() else { return Value::Null };
        let mut schema = Map::new();
        schema.extend(described.shift_remove_entry("$schema"));
        if let Some(SchemaVersion { versi, .. }) = version {
            // A name and no address: a schema is printed by the program, and lies nowhere on the web.
            schema.insert("$id".to_owned(), format!("urn:pilkada:skema:{}:{versi}", self.name()).into());
            schema.insert("x-versi".to_owned(), (*versi).into());
        }
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

/// The keys of the group at a path of a record, such as `calon` or `status[0]`, in the order of its type.
pub fn keys(schema: &Value, path: &str) -> Vec<String> {
    let mut at = resolved(schema, schema);
    for step in steps(path) {
        let below = match step {
            Step::Key(key) if at["properties"][key.as_str()].is_object() => &at["properties"][key.as_str()],
            Step::Key(_) => &at["additionalProperties"],
            Step::Index(_) => &at["items"],
        };
        at = resolved(schema, below);
    }
    at["properties"].as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}

/// Follows references and unwraps what may be left out.
fn resolved<'s>(root: &'s Value, node: &'s Value) -> &'s Value {
    if let Some(name) = node["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return resolved(root, &root["$defs"][name]);
    }
    let mut choices = node["anyOf"].as_array().into_iter().flatten().filter(|choice| choice["type"] != "null");
    choices.next().map_or(node, |choice| resolved(root, choice))
}

/// The schema of a Rust type.
pub(super) fn describe<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}
