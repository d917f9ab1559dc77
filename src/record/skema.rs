//! The JSON Schema of a record type, for editors that check and complete YAML while somebody types.

use crate::record::JENIS;
use crate::record::load::Named;
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
        Value::Object(schema)
    }
}

/// The schema of a Rust type.
pub(super) fn describe<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}
