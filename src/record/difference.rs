//! What is different between two states of a project's files: which records, and of each which values, named by the labels of the
//! record's schema.

use crate::record::align::{Pairing, align};
use crate::record::skema::Jenis;
use crate::source::{Body, Source, Sources};
use crate::yaml::{Kind, Node};
use anyhow::Result;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file in which one state is not as the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Perbedaan {
    /// The file's path below the project's folder, in the later state where it is there.
    pub berkas: String,
    /// The kind of record, such as `paslon`; absent for pictures, attachments and themes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jenis: Option<String>,
    /// What became of it.
    pub apa: Apa,
    /// The path it had before, where it only moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dari: Option<String>,
    /// The values that are others, in the order of the file; none where it is new or gone, and where only comments and the way of
    /// writing are others.
    pub perubahan: Vec<Perubahan>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Apa {
    /// Only the later state has it.
    Baru,
    /// Both have it.
    Berubah,
    /// The same file has another path.
    Pindah,
    /// Only the earlier state has it.
    Hilang,
}

/// A value that is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Perubahan {
    /// Its path in the record, such as `calon.nama` or `misi[2]`; `isi` for the text of an article, `baris` for lines.
    pub kunci: String,
    /// The same in the words of the schema, such as `Calon › Nama`.
    pub label: String,
    /// What it was; absent where there was nothing. Of a text these are the lines that are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lama: Option<String>,
    /// What it is; absent where there is nothing any more. Of a text these are the lines that are new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baru: Option<String>,
}

/// Every file that is different in `after`, as seen from `before`, in order of the paths.
///
/// Fails where a picture cannot be read.
pub fn between(before: &Sources, after: &Sources) -> Result<Vec<Perbedaan>> {
    let (mut changed, mut gone, mut new) = (Vec::new(), Vec::new(), Vec::new());
    let (mut old, mut later) = (before.iter().peekable(), after.iter().peekable());
    loop {
        let order = match (old.peek(), later.peek()) {
            (Some(one), Some(other)) => one.path.cmp(&other.path),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => break,
        };
        match order {
            Ordering::Less => gone.extend(old.next()),
            Ordering::Greater => new.extend(later.next()),
            Ordering::Equal => {
                if let (Some(one), Some(other)) = (old.next(), later.next())
                    && !is_same((one, before), (other, after))?
                {
                    changed.push(Perbedaan { perubahan: changes(one, other), ..whole(other, Apa::Berubah) });
                }
            }
        }
    }
    for file in new {
        let place = gone.iter().position(|one| is_text(one) && one.digest == file.digest);
        changed.push(match place.map(|place| gone.remove(place)) {
            Some(moved) => Perbedaan { dari: Some(moved.path.clone()), ..whole(file, Apa::Pindah) },
            None => whole(file, Apa::Baru),
        });
    }
    changed.extend(gone.into_iter().map(|file| whole(file, Apa::Hilang)));
    changed.sort_by(|one, other| one.berkas.cmp(&other.berkas));
    Ok(changed)
}

fn whole(file: &Source, apa: Apa) -> Perbedaan {
    let jenis = kind(file).map(Jenis::name);
    Perbedaan { berkas: file.path.clone(), jenis, apa, dari: None, perubahan: Vec::new() }
}

fn kind(file: &Source) -> Option<&'static Jenis> {
    (file.path != file.name() && !file.is_attachment()).then(|| Jenis::of_file(file.name())).flatten()
}

fn is_text(file: &Source) -> bool {
    matches!(file.body, Body::Text(_))
}

/// Whether two files say the same. Pictures are read where their sizes do not tell.
fn is_same((one, before): (&Arc<Source>, &Sources), (other, after): (&Arc<Source>, &Sources)) -> Result<bool> {
    Ok(match (&one.body, &other.body) {
        (Body::Media(media), Body::Media(later)) => {
            media.size == later.size && before.bytes(&one.path)? == after.bytes(&other.path)?
        }
        (Body::Refused(reason), Body::Refused(later)) => reason == later,
        // Systems that end lines in another way mean the same text.
        (Body::Text(_), Body::Text(_)) => one.digest == other.digest || one.text().lines().eq(other.text().lines()),
        _ => false,
    })
}

/// Every value of a record, each named by its labels, as far as they are given: what is published of a record is less than what
/// stands in its file.
pub fn facts(jenis: &Jenis, values: Value) -> Vec<Perubahan> {
    let schema = jenis.schema();
    let mut walk = Walk { root: &schema, found: Vec::new() };
    walk.value(&Place::root(&schema), None, without_nothing(values).as_ref());
    walk.found
}

/// A value without what in it says nothing.
fn without_nothing(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Object(fields) => {
            let fields = fields.into_iter().filter_map(|(key, value)| Some((key, without_nothing(value)?)));
            Some(Value::Object(fields.collect()))
        }
        Value::Array(list) => Some(Value::Array(list.into_iter().filter_map(without_nothing).collect())),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => Some(value),
    }
}

/// The values that are others.
fn changes(one: &Source, other: &Source) -> Vec<Perubahan> {
    let mut found = Vec::new();
    let is_record = one.record_part().is_some() && other.record_part().is_some() && kind(one).is_some();
    let Some((old, new)) = plain(one).zip(plain(other)).filter(|_| is_record) else {
        found.extend(lines("baris", "Baris", (one.text(), other.text())));
        return found;
    };
    let schema = kind(one).map_or(Value::Null, Jenis::schema);
    let mut walk = Walk { root: &schema, found };
    walk.value(&Place::root(&schema), Some(&old), Some(&new));
    let texts = (&one.text()[one.body_start()..], &other.text()[other.body_start()..]);
    if one.path.ends_with(".md") {
        walk.found.extend(lines("isi", "Isi tulisan", texts));
    }
    walk.found
}

/// What a record says, every single value as it is written; nothing where it is no YAML.
pub(super) fn plain(source: &Source) -> Option<Value> {
    source.with_tree(|tree| tree.ok().map(|node| value(node).unwrap_or_default()))
}

/// What a node says, every single value as it is written; nothing for a key without a value.
fn value(node: &Node) -> Option<Value> {
    match &node.kind {
        Kind::Scalar { text, plain } => (!plain || !text.is_empty() && text != "~").then(|| Value::from(text.as_str())),
        Kind::List(nodes) => Some(Value::Array(nodes.iter().map(|node| value(node).unwrap_or_default()).collect())),
        Kind::Map(pairs) => {
            let pairs = pairs.iter().filter_map(|(key, node)| Some((key.text().to_owned(), value(node)?)));
            Some(Value::Object(pairs.collect::<Map<_, _>>()))
        }
    }
}

/// The lines that one text has and the other does not; nothing where they have the same.
fn lines(kunci: &str, label: &str, (old, new): (&str, &str)) -> Option<Perubahan> {
    let (lama, baru) = (only_in(old, new), only_in(new, old));
    let is_other = lama.is_some() || baru.is_some();
    is_other.then(|| Perubahan { kunci: kunci.to_owned(), label: label.to_owned(), lama, baru })
}

/// The lines of a text that another does not have, or not so often.
fn only_in(text: &str, other: &str) -> Option<String> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for line in other.lines() {
        *known.entry(line.trim_end()).or_default() += 1;
    }
    let is_known = |line: &str| match known.get_mut(line.trim_end()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => line.trim().is_empty(),
    };
    let mut is_known = is_known;
    let lines: Vec<&str> = text.lines().filter(|line| !is_known(line)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Where a value stands, and what its schema is where that is known.
struct Place<'s> {
    path: String,
    label: String,
    schema: &'s Value,
}

impl<'s> Place<'s> {
    fn root(schema: &'s Value) -> Self {
        Self { path: String::new(), label: String::new(), schema }
    }
}

/// Goes through two records at once.
struct Walk<'s> {
    root: &'s Value,
    found: Vec<Perubahan>,
}

impl<'s> Walk<'s> {
    fn value(&mut self, place: &Place<'s>, old: Option<&Value>, new: Option<&Value>) {
        match (old, new) {
            _ if old == new => {}
            (Some(Value::Array(old)), Some(Value::Array(new))) => self.list(place, old, new),
            (Some(Value::Array(old)), None) => self.list(place, old, &[]),
            (None, Some(Value::Array(new))) => self.list(place, &[], new),
            (Some(Value::Object(old)), Some(Value::Object(new))) => self.map(place, old, new),
            (Some(Value::Object(old)), None) => self.map(place, old, &Map::new()),
            (None, Some(Value::Object(new))) => self.map(place, &Map::new(), new),
            _ => self.found.push(Perubahan {
                kunci: place.path.clone(),
                label: place.label.clone(),
                lama: old.map(written),
                baru: new.map(written),
            }),
        }
    }

    fn map(&mut self, place: &Place<'s>, old: &Map<String, Value>, new: &Map<String, Value>) {
        let added = new.keys().filter(|key| !old.contains_key(*key));
        for key in old.keys().chain(added) {
            let schema = self.choices(place.schema).into_iter().find_map(|choice| {
                choice["properties"]
                    .get(key)
                    .or_else(|| choice.get("additionalProperties").filter(|any| any.is_object()))
            });
            let known = schema.and_then(|schema| schema["title"].as_str());
            let label = known.map_or(key.as_str(), |title| title);
            let inner = Place {
                path: joined(&place.path, ".", key),
                label: joined(&place.label, " › ", label),
                schema: schema.unwrap_or(&Value::Null),
            };
            self.value(&inner, old.get(key), new.get(key));
        }
    }

    fn list(&mut self, place: &Place<'s>, old: &[Value], new: &[Value]) {
        let schema = self.choices(place.schema).into_iter().find_map(|choice| choice.get("items"));
        for pairing in align(old, new) {
            let (number, old, new) = match pairing {
                Pairing::Both(at, to) => (to, old.get(at), new.get(to)),
                Pairing::Removed(at) => (at, old.get(at), None),
                Pairing::Inserted(_, to) => (to, None, new.get(to)),
            };
            let label = format!("{} {}{}", place.label, number + 1, identity(new.or(old)));
            let inner = Place {
                path: format!("{}[{number}]", place.path),
                label: label.trim_start().to_owned(),
                schema: schema.unwrap_or(&Value::Null),
            };
            self.value(&inner, old, new);
        }
    }

    /// What may stand in a place, references followed.
    fn choices(&self, schema: &'s Value) -> Vec<&'s Value> {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.choices(&self.root["$defs"][name]);
        }
        match schema["anyOf"].as_array() {
            Some(choices) => choices.iter().flat_map(|choice| self.choices(choice)).collect(),
            None => vec![schema],
        }
    }
}

/// The most letters of the value by which an entry of a list is told from the others.
const MOST_OF_IDENTITY: usize = 40;

/// By what a person tells an entry of a list: its first value, in brackets.
fn identity(entry: Option<&Value>) -> String {
    let first = entry.and_then(Value::as_object).and_then(|map| map.values().next()).and_then(Value::as_str);
    let first = first.filter(|text| text.chars().count() <= MOST_OF_IDENTITY && !text.contains('\n'));
    first.map_or_else(String::new, |text| format!(" ({text})"))
}

fn joined(before: &str, sign: &str, name: &str) -> String {
    if before.is_empty() { name.to_owned() } else { [before, sign, name].concat() }
}

/// A value as a text.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "content/wilayah/contoh/jadwal.yaml";

    fn found(path: &str, old: &str, new: &str) -> Vec<Perbedaan> {
        between(&Sources::from_texts([(path, old)]), &Sources::from_texts([(path, new)])).unwrap()
    }

    fn said(path: &str, old: &str, new: &str) -> Vec<String> {
        let show = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
        let values = found(path, old, new).into_iter().flat_map(|file| file.perubahan);
        values.map(|one| format!("{} | {} | {} | {}", one.kunci, one.label, show(&one.lama), show(&one.baru))).collect()
    }

    #[test]
    fn a_value_is_named_by_its_labels_and_its_place_in_the_list() {
        let old = "tahapan:\n  - { jenis: kampanye, nama: Kampanye, mulai: 2024-09-25 }\n  - { jenis: masa_tenang, nama: Tenang }\n";
        let new = "tahapan:\n  - { jenis: kampanye, nama: Kampanye, mulai: 2024-09-26, selesai: 2024-11-23 }\n";
        assert_eq!(
            said(PATH, old, new),
            [
                "tahapan[0].mulai | Tahapan 1 (kampanye) › Mulai | 2024-09-25 | 2024-09-26",
                "tahapan[0].selesai | Tahapan 1 (kampanye) › Selesai | - | 2024-11-23",
                "tahapan[1].jenis | Tahapan 2 (masa_tenang) › Jenis | masa_tenang | -",
                "tahapan[1].nama | Tahapan 2 (masa_tenang) › Nama | Tenang | -",
            ]
        );
    }

    #[test]
    fn comments_quotes_and_line_ends_change_no_value() {
        let old = "tahapan:\n  - { jenis: kampanye, nama: Kampanye }\n";
        assert_eq!(found(PATH, old, &old.replace('\n', "\r\n")), []);
        let other = found(PATH, old, "# Jadwal.\ntahapan:\n  - jenis: kampanye\n    nama: \"Kampanye\"\n");
        assert_eq!((other.len(), other[0].apa, other[0].perubahan.len()), (1, Apa::Berubah, 0));
    }

    #[test]
    fn of_a_text_the_lines_are_said_and_of_a_table_the_rows() {
        let old = "---\njudul: A\n---\n\nSatu.\n\nDua.\n";
        let new = old.replace("judul: A", "judul: B").replace("Dua", "Tiga");
        assert_eq!(
            said("content/halaman/a.md", old, &new),
            ["judul | Judul | A | B", "isi | Isi tulisan | Dua. | Tiga."]
        );
        assert_eq!(said("content/wilayah/x/tps.csv", "a,b\n1,2\n", "a,b\n1,2\n1,3\n"), ["baris | Baris | - | 1,3"]);
        assert_eq!(said(PATH, "tahapan: [\n", "tahapan: []\n"), ["baris | Baris | tahapan: [ | tahapan: []"]);
    }

    #[test]
    fn a_file_is_new_gone_or_has_another_path() {
        let before = Sources::from_texts([("content/halaman/a.md", "---\njudul: A\n---\n"), ("content/x.jpg", "x")]);
        let after = Sources::from_texts([("content/halaman/b.md", "---\njudul: A\n---\n"), ("content/y.jpg", "x")]);
        let found = between(&before, &after).unwrap();
        let said: Vec<_> = found.iter().map(|one| (&*one.berkas, one.apa, one.dari.as_deref())).collect();
        assert_eq!(
            said,
            [
                ("content/halaman/b.md", Apa::Pindah, Some("content/halaman/a.md")),
                ("content/x.jpg", Apa::Hilang, None),
                ("content/y.jpg", Apa::Baru, None),
            ]
        );
        assert_eq!((found[0].jenis.as_deref(), found[1].jenis.as_deref()), (Some("halaman"), None));
    }
}
