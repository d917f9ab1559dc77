//! The values of a record, from what was typed into the fields of its form.

use crate::project::correction::shown;
use crate::serve::desk::shape::{Schema, Shape};
use crate::value::slug::Slug;
use serde_json::{Map, Number, Value};
use std::collections::BTreeMap;

/// The fields of a form as they came, and what was asked to be done with a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Typed<'t> {
    pub fields: &'t BTreeMap<String, String>,
    /// The row that is taken out.
    pub without: Option<&'t str>,
    /// The row that goes before the one above it.
    pub up: Option<&'t str>,
}

impl Typed<'_> {
    /// The value under a name; nothing where all is empty. What the form does not show stays as it was.
    pub fn value(self, schema: Schema<'_>, name: &str, old: Option<&Value>) -> Option<Value> {
        let shape = schema.shape();
        // A list without anything in it is typed as if there were none.
        let is_many = matches!(shape, Shape::List(_) | Shape::Map(_));
        let old = old.filter(|old| !(is_many && old.is_null()));
        match shape {
            Shape::Group(props) => self.group(&props, name, old),
            Shape::List(inner) if old.is_none_or(Value::is_array) => self.list(inner, name, old),
            Shape::Map(inner) if old.is_none_or(Value::is_object) => self.map(inner, name, old),
            Shape::List(_) | Shape::Map(_) => old.cloned(),
            scalar => self.scalar(&scalar, name, old),
        }
    }

    fn group(self, props: &[crate::serve::desk::shape::Prop<'_>], name: &str, old: Option<&Value>) -> Option<Value> {
        if old.is_some_and(|old| !old.is_object() && !old.is_null()) {
            return old.cloned();
        }
        let known = old.and_then(Value::as_object);
        let mut group = known.cloned().unwrap_or_default();
        for prop in props {
            let below = if name.is_empty() { prop.key.to_owned() } else { format!("{name}.{}", prop.key) };
            match self.value(prop.schema, &below, known.and_then(|known| known.get(prop.key))) {
                Some(value) => _ = group.insert(prop.key.to_owned(), value),
                None => _ = group.shift_remove(prop.key),
            }
        }
        // What stood there without anything in it may go on doing so.
        let is_kept = !group.is_empty() || known.is_some_and(Map::is_empty);
        is_kept.then_some(Value::Object(group))
    }

    fn list(self, inner: Schema<'_>, name: &str, old: Option<&Value>) -> Option<Value> {
        let rows = self.rows(name, '[', ']');
        if rows.is_empty() {
            return old.cloned();
        }
        let known = old.and_then(Value::as_array);
        let mut list: Vec<Value> = Vec::new();
        for row in rows {
            let below = format!("{name}[{row}]");
            if self.without == Some(below.as_str()) {
                continue;
            }
            let Some(value) = self.value(inner, &below, known.and_then(|known| known.get(row))) else { continue };
            list.push(value);
            let place = list.len() - 1;
            if self.up == Some(below.as_str()) && place > 0 {
                list.swap(place - 1, place);
            }
        }
        let is_kept = !list.is_empty() || known.is_some_and(Vec::is_empty);
        is_kept.then_some(Value::Array(list))
    }

    fn map(self, inner: Schema<'_>, name: &str, old: Option<&Value>) -> Option<Value> {
        let rows = self.rows(name, '{', '}');
        if rows.is_empty() {
            return old.cloned();
        }
        let known = old.and_then(Value::as_object);
        let mut map = Map::new();
        for row in rows {
            let below = format!("{name}{{{row}}}");
            if self.without == Some(below.as_str()) {
                continue;
            }
            let before = self.fields.get(&format!("{below}!")).map_or("", String::as_str);
            let value = self.value(inner, &format!("{below}="), known.and_then(|known| known.get(before)));
            let key = self.fields.get(&format!("{below}#")).map_or("", |key| key.trim());
            match value {
                Some(value) => {
                    map.insert(if key.is_empty() { key_for(&value, &map) } else { key.to_owned() }, value);
                }
                None if key.is_empty() => {}
                None => _ = map.insert(key.to_owned(), Value::Null),
            }
        }
        let is_kept = !map.is_empty() || known.is_some_and(Map::is_empty);
        is_kept.then_some(Value::Object(map))
    }

    /// The numbers of the rows below a name, in order.
    fn rows(self, name: &str, open: char, close: char) -> Vec<usize> {
        let begin = format!("{name}{open}");
        let names =
            self.fields.range(begin.clone()..).map(|(field, _)| field).take_while(|field| field.starts_with(&begin));
        let numbers = names.filter_map(|field| field[begin.len()..].split_once(close)?.0.parse().ok());
        let mut rows: Vec<usize> = numbers.collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    fn scalar(self, shape: &Shape<'_>, name: &str, old: Option<&Value>) -> Option<Value> {
        let Some(text) = self.fields.get(name) else { return old.cloned() };
        // A browser sends every break of lines alike, and so are they shown.
        if let Some(old) = old
            && shown(old).is_some_and(|shown| shown.replace("\r\n", "\n") == *text)
        {
            return Some(old.clone());
        }
        if old.is_some_and(|old| old.is_array() || old.is_object()) {
            return old.cloned();
        }
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return None;
        }
        Some(match shape {
            Shape::Whole => whole(trimmed),
            Shape::Number => number(trimmed),
            Shape::Truth if trimmed == "true" => Value::Bool(true),
            Shape::Truth if trimmed == "false" => Value::Bool(false),
            _ => Value::from(trimmed),
        })
    }
}

/// A whole number as people here write it: `230.000` is 230000. Anything else stays a text, of which the rules say what it should be.
fn whole(text: &str) -> Value {
    let groups: Vec<&str> = text.split('.').collect();
    let is_group = |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let in_groups =
        groups.len() > 1 && (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| is_group(group));
    let digits = if in_groups { groups.concat() } else { text.to_owned() };
    digits.parse::<i64>().map_or_else(|_| Value::from(text), Value::from)
}

/// A number as people here write it: `80,33`. A point before three digits may be either sign, so it stays a text.
fn number(text: &str) -> Value {
    if let Ok(number) = text.parse::<i64>() {
        return Value::from(number);
    }
    let is_unclear = text.rsplit_once('.').is_some_and(|(_, rest)| rest.len() == 3);
    let plain = if text.contains('.') { text.to_owned() } else { text.replacen(',', ".", 1) };
    let is_number = !is_unclear && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let read = plain.parse::<f64>().ok().filter(|_| is_number).and_then(Number::from_f64);
    read.map_or_else(|| Value::from(text), Value::Number)
}

/// A key for what was given none: of its own words, and one that nothing else has.
pub(super) fn key_for(value: &Value, taken: &Map<String, Value>) -> String {
    let words = ["singkat", "singkatan", "nama", "judul", "penerbit"].iter().find_map(|key| value[*key].as_str());
    let slug = Slug::of(words.or_else(|| value.as_str()).unwrap_or("isi"));
    let mut keys = (1..).map(|n: u32| if n == 1 { slug.to_string() } else { format!("{slug}-{n}") });
    keys.find(|key| !taken.contains_key(key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written_here() {
        for (text, read) in [
            ("230.000", Value::from(230_000)),
            ("12", Value::from(12)),
            ("1.2", Value::from("1.2")),
            ("12 orang", Value::from("12 orang")),
        ] {
            assert_eq!(whole(text), read);
        }
        for (text, read) in [
            ("80,33", Value::from(80.33)),
            ("80.33", Value::from(80.33)),
            ("230.000", Value::from("230.000")),
            ("98", Value::from(98)),
            ("1.234,5", Value::from("1.234,5")),
        ] {
            assert_eq!(number(text), read, "{text}");
        }
    }
}
