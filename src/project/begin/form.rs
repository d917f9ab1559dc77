//! A record's fields as YAML to fill in, with their explanations, from the JSON Schema of its type.

use schemars::{JsonSchema, schema_for};
use serde_json::Value;
use std::collections::BTreeMap;

/// Values known already, as YAML, by path: `calon.nama`, `tahapan[].id`.
pub type Filled = BTreeMap<&'static str, String>;

/// How much of a record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Length {
    /// What it must have, and the names of what else it may have.
    #[default]
    Short,
    /// Every field, with what it is for; those that may be left out as comments.
    Full,
}

/// The fields of `T`: those it must have and those known with a value; the others by their names, or each as a comment.
pub fn draw<T: JsonSchema>(filled: &Filled, length: Length) -> String {
    let schema = schema_for!(T).to_value();
    let mut form = Form { root: &schema, filled, length, text: String::new() };
    form.object(&schema, "", "");
    form.text
}

struct Form<'f> {
    root: &'f Value,
    filled: &'f Filled,
    length: Length,
    text: String,
}

impl Form<'_> {
    fn object(&mut self, schema: &Value, path: &str, indent: &str) {
        let required = required(schema);
        let mut others = Vec::new();
        for (key, field) in fields(schema) {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let kind = self.resolve(field).clone();
            let value = self.filled.get(path.as_str());
            let is_written = value.is_some() || required.contains(&key.as_str()) || self.is_filled_below(&path);
            if !is_written && self.length == Length::Short {
                others.extend(Some(key.as_str()).filter(|_| field["x-jarang"] != true));
                continue;
            }
            self.comment(field, &kind, indent);
            match value {
                Some(value) => self.line(&format!("{indent}{key}: {value}")),
                None if is_written => self.active(&kind, &path, indent),
                None => self.example(&kind, key).iter().for_each(|line| self.line(&format!("{indent}# {line}"))),
            }
        }
        if !others.is_empty() {
            self.line(&format!("{indent}# Boleh ditambah: {}.", others.join(", ")));
        }
    }

    /// A field that must be there: nested ones are written out.
    fn active(&mut self, kind: &Value, path: &str, indent: &str) {
        let key = path.rsplit('.').next().unwrap_or(path);
        let items = self.resolve(&kind["items"]).clone();
        if kind["properties"].is_object() {
            self.line(&format!("{indent}{key}:"));
            self.object(kind, path, &format!("{indent}  "));
        } else if items["properties"].is_object() {
            self.line(&format!("{indent}{key}:\n{indent}  -"));
            self.object(&items, &format!("{path}[]"), &format!("{indent}    "));
        } else {
            self.line(&format!("{indent}{key}: {}", self.sample(kind, key)));
        }
    }

    fn comment(&mut self, field: &Value, kind: &Value, indent: &str) {
        let text = field["description"].as_str().or(kind["description"].as_str()).unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let one = choices(kind);
        let choices = if one.is_empty() { choices(self.resolve(&kind["items"])) } else { one };
        let choices = if choices.is_empty() { String::new() } else { format!(" Pilihan: {}.", choices.join(", ")) };
        self.line(&format!("{indent}# {text}{choices}"));
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn is_filled_below(&self, path: &str) -> bool {
        let below = |known: &str| known.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']));
        self.filled.keys().any(|known| below(known))
    }

    /// An example of a field, in block style; of a record in it, what it must have, and the names of the rest.
    fn example(&self, kind: &Value, key: &str) -> Vec<String> {
        let items = self.resolve(&kind["items"]);
        if kind["properties"].is_object() {
            return std::iter::once(format!("{key}:")).chain(indented(self.record(kind), "  ", "  ")).collect();
        }
        if items["properties"].is_object() {
            return std::iter::once(format!("{key}:")).chain(indented(self.record(items), "  - ", "    ")).collect();
        }
        match self.sample(kind, key) {
            list if list.starts_with('[') && list.contains(' ') => {
                vec![format!("{key}:"), format!("  - {}", list.trim_matches(['[', ']']))]
            }
            value => vec![format!("{key}: {value}")],
        }
    }

    /// What a record must have, and the names of the rest.
    fn record(&self, kind: &Value) -> Vec<String> {
        let required = required(kind);
        let (shown, rest): (Vec<_>, Vec<_>) =
            fields(kind).partition(|(key, _)| required.is_empty() || required.contains(&key.as_str()));
        let mut lines: Vec<String> =
            shown.into_iter().flat_map(|(key, field)| self.example(self.resolve(field), key)).collect();
        let rest: Vec<&str> = rest.into_iter().map(|(key, _)| key.as_str()).collect();
        if !rest.is_empty() {
            lines.push(format!("# juga: {}", rest.join(", ")));
        }
        lines
    }

    /// An example of a value on one line.
    fn sample(&self, kind: &Value, key: &str) -> String {
        if let Some(choice) = choices(kind).first() {
            return choice.clone();
        }
        if let Some(name) = kind["x-nilai"].as_str() {
            return value(name, key);
        }
        // What may be left out is of its own type or of none.
        let types = kind["type"].as_array().into_iter().flatten().chain([&kind["type"]]);
        match types.filter_map(Value::as_str).find(|name| *name != "null") {
            Some("boolean") => "true".to_owned(),
            Some("array") => format!("[{}]", self.sample(self.resolve(&kind["items"]), key)),
            _ => "{}".to_owned(),
        }
    }

    /// Follows references and unwraps what may be left out.
    fn resolve<'s>(&'s self, schema: &'s Value) -> &'s Value {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.resolve(&self.root["$defs"][name]);
        }
        let choices = schema["anyOf"].as_array().into_iter().flatten();
        choices.filter(|choice| choice["type"] != "null").map(|choice| self.resolve(choice)).next().unwrap_or(schema)
    }
}

/// Lines further in, the first behind another margin than those that follow.
fn indented(lines: Vec<String>, first: &str, rest: &str) -> Vec<String> {
    let margin = |place: usize| if place == 0 { first } else { rest };
    lines.into_iter().enumerate().map(|(place, line)| format!("{}{line}", margin(place))).collect()
}

/// The fields to fill in: `abaikan`, which no page shows, is not offered before there is something to silence.
fn fields(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let fields = schema["properties"].as_object().into_iter().flatten();
    fields.filter(|(_, field)| field["writeOnly"] != true)
}

fn required(schema: &Value) -> Vec<&str> {
    schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The words of a closed vocabulary.
fn choices(kind: &Value) -> Vec<String> {
    let constants = kind["oneOf"].as_array().into_iter().flatten().filter_map(|choice| choice["const"].as_str());
    let listed = kind["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    constants.chain(listed).map(str::to_owned).collect()
}

/// A value of a type of `crate::value`, plainly an example.
fn value(name: &str, key: &str) -> String {
    match name {
        "Angka" | "Jumlah" => "0".to_owned(),
        "Tahun" => "1970".to_owned(),
        "NomorUrut" => "1".to_owned(),
        "Jam" => "\"07:00\"".to_owned(),
        "Tanggal" => "2024-11-27".to_owned(),
        "KodeWilayah" => "\"99\"".to_owned(),
        "Pangkal" | "Tautan" => "https://contoh.go.id/".to_owned(),
        "Berkas" => "isi.jpg".to_owned(),
        "Slug" | "Kunci" => "isi".to_owned(),
        "KodeBahasa" => "id".to_owned(),
        // Shaped like a key, and nobody's.
        "KunciPublik" => format!("RWQ{}", "A".repeat(53)),
        _ => format!("ISI {}", key.replace('_', " ")),
    }
}
