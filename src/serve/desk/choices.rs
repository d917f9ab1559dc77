//! The keys that a record may name: of sources and parties, of its own scope and of those around it.

use crate::record::edit;
use crate::serve::desk::drawn::title;
use crate::source::Sources;
use serde::Serialize;
use serde_json::Value;

/// The registries that are files of their own.
const REGISTRIES: [(&str, &str); 2] = [("sumber", "sumber.yaml"), ("partai", "partai.yaml")];

/// The keys of a registry.
#[derive(Debug, Serialize)]
pub(super) struct Registry {
    pub nama: &'static str,
    pub isi: Vec<Entry>,
}

/// A key with what it stands for.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    pub kunci: String,
    pub label: String,
}

/// What the record at a path may name.
pub(super) fn lists(sources: &Sources, path: &str) -> Vec<Registry> {
    REGISTRIES.iter().map(|(nama, file)| Registry { nama, isi: entries(sources, path, file) }).collect()
}

fn entries(sources: &Sources, path: &str, file: &str) -> Vec<Entry> {
    let (mut folder, mut found) = (path, Vec::new());
    while let Some((outer, _)) = folder.rsplit_once('/') {
        folder = outer;
        let Some(source) = sources.get(&format!("{folder}/{file}")) else { continue };
        let Some(Value::Object(map)) = edit::values(source.text()) else { continue };
        found.extend(map.iter().map(|(key, value)| Entry { kunci: key.clone(), label: title(value) }));
    }
    found
}
