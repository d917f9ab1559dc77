//! A source that is described in the form of the record which rests on it: one document in hand serves all that is entered from it.

use crate::bahasa::{Kata, kata};
use crate::project::desk::Change;
use crate::project::spot::{Spot, scope_folder};
use crate::record::edit;
use crate::record::skema::{Jenis, keys};
use crate::report::Diagnostic;
use crate::serve::desk::body::Posted;
use crate::serve::desk::choices::lists;
use crate::serve::desk::drawn::{Drawing, Line};
use crate::serve::desk::found::{Remark, Remarks, remark};
use crate::serve::desk::office::Office;
use crate::serve::desk::shape::{Schema, Shape};
use crate::serve::desk::typed::{Typed, key_for};
use crate::source::Sources;
use crate::value::id::Id;
use crate::value::{Nilai, Scalar};
use serde_json::{Map, Value, json};

/// What the names of its fields begin with.
const PREFIX: &str = "_sumber.";
/// The field for its key.
const KEY: &str = "_sumber_kunci";
/// The key of a record's list of sources.
const LIST: &str = "sumber";
/// The file of a scope's sources.
const FILE: &str = "sumber.yaml";

/// A source that was described, and the list that it joins.
pub(super) struct NewSource {
    /// Its key.
    pub key: String,
    /// The list with it.
    pub change: Change,
}

/// What the form shows of a source that is not there yet.
pub(super) fn shown(office: &Office, posted: Option<&Posted>) -> Value {
    let schema = schema();
    let Shape::Map(inner) = Schema::of(&schema).shape() else { return Value::Null };
    let value = posted.and_then(|posted| typed(posted, inner));
    let remarks = Remarks::default();
    let mut drawing = Drawing { bahasa: office.bahasa, prefix: PREFIX, remarks: &remarks, lines: Vec::new() };
    drawing.record(inner, value.as_ref().unwrap_or(&Value::Null), None);
    let lines: Vec<Line> = drawing.lines;
    json!({ "terbuka": value.is_some(), "kunci": posted.map_or("", |posted| posted.text(KEY)), "lines": lines })
}

/// The source that was described beside the record at a path; nothing where its fields are empty.
///
/// Fails where its key is none or is taken, or the list cannot be written without a loss.
pub(super) fn of(office: &Office, path: &str, posted: &Posted, sources: &Sources) -> Result<Option<NewSource>, Kata> {
    let schema = schema();
    let Shape::Map(inner) = Schema::of(&schema).shape() else { return Ok(None) };
    let Some(value) = typed(posted, inner) else { return Ok(None) };
    let Some(spot) = Spot::of(path) else { return Ok(None) };
    let list = format!("{}/{FILE}", scope_folder(&spot.jalur));
    let known = lists(sources, path).into_iter().filter(|registry| registry.nama == LIST);
    let known: Map<String, Value> =
        known.flat_map(|registry| registry.isi).map(|entry| (entry.kunci, Value::Null)).collect();
    let given = posted.text(KEY).trim();
    let key = if given.is_empty() { key_for(&value, &known) } else { given.to_owned() };
    if known.contains_key(&key) {
        return Err(taken(&key));
    }
    Id::<crate::record::sumber::Sumber>::read(Scalar::Teks(&key)).map_err(|refusal| refusal.what)?;
    let before = sources.get(&list).map_or("", |source| source.text());
    let mut record = edit::values(before).filter(Value::is_object).ok_or_else(|| unreadable(&list))?;
    record[&key] = value;
    let text = edit::write(before, &record, &|path| keys(&schema, path))?;
    Ok(Some(NewSource { change: Change::new(&list, office.desk.digest(&list, sources), text), key }))
}

/// Names the source in the record, where nobody named it in one of its fields.
pub(super) fn named(record: &mut Value, schema: &Value, key: &str) {
    let names = |value: &Value| value.as_array().is_some_and(|list| list.iter().any(|one| one == key));
    let Shape::Group(props) = Schema::of(schema).shape() else { return };
    if mentions(record, &names) || !props.iter().any(|prop| prop.key == LIST) {
        return;
    }
    match record.get_mut(LIST).and_then(Value::as_array_mut) {
        Some(list) => list.push(json!(key)),
        None => record[LIST] = json!([key]),
    }
}

/// Whether a list of sources anywhere in a value is one that is looked for.
fn mentions(value: &Value, is_it: &dyn Fn(&Value) -> bool) -> bool {
    match value {
        Value::Object(map) => map.get(LIST).is_some_and(is_it) || map.values().any(|inner| mentions(inner, is_it)),
        Value::Array(list) => list.iter().any(|inner| mentions(inner, is_it)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// What keeps a record from being saved and is found in another file that was to be written with it.
pub(super) fn elsewhere(office: &Office, grave: &[Diagnostic], path: &str) -> Vec<Remark> {
    grave.iter().filter(|finding| finding.place.file != path).map(|finding| remark(finding, office.bahasa)).collect()
}

fn typed(posted: &Posted, schema: Schema<'_>) -> Option<Value> {
    let fields = posted.fields.iter().filter_map(|(name, text)| Some((name.strip_prefix(PREFIX)?, text)));
    let fields = fields.map(|(name, text)| (name.to_owned(), text.clone())).collect();
    Typed { fields: &fields, without: None, up: None }.value(schema, "", None)
}

fn schema() -> Value {
    Jenis::of_file(FILE).map(Jenis::schema).unwrap_or_default()
}

fn taken(key: &str) -> Kata {
    kata(
        format!("sumber \"{key}\" sudah ada: kosongkan isian sumber baru untuk memakainya, atau beri kunci lain"),
        format!("there is a source \"{key}\": empty the fields of the new source to use it, or give another key"),
    )
}

fn unreadable(path: &str) -> Kata {
    kata(
        format!("{path} tidak bisa dibaca, jadi sumbernya belum ditambahkan"),
        format!("{path} cannot be read, so the source is not added"),
    )
}
