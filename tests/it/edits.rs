//! Values written into records: nothing else changes, and no comment is lost.

use pilkada::record::edit::{values, write};
use pilkada::record::skema::Jenis;
use pilkada::source::{self, Sources};
use serde_json::{Map, Value, json};
use std::path::Path;

/// The YAML of every record of the sample content and of the site into which mistakes are planted, with the file it is from.
fn records() -> Vec<(String, String)> {
    let sample = source::read(Path::new(".")).unwrap();
    let walk = walkdir::WalkDir::new("tests/mutasi/situs").into_iter().map(|entry| entry.unwrap().into_path());
    let texts: Vec<(String, String)> = walk
        .filter(|path| path.extension().is_some_and(|end| end == "yaml" || end == "md"))
        .map(|path| (path.to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    let planted = Sources::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let sources = [sample, planted];
    let all = sources.iter().flat_map(Sources::iter);
    let records = all.filter(|source| source.path.ends_with(".yaml") || source.path.ends_with(".md"));
    let parts =
        records.filter_map(|source| Some((source.path.clone(), source.text()[source.record_part()?].to_owned())));
    parts.filter(|(path, _)| !path.contains("themes/")).collect()
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// The texts that people type into fields.
const TYPED: [&str; 12] = [
    "Aula Kota Contoh",
    "Kota: yang #tertib",
    "07:00",
    "2024-11-27",
    "yes",
    "12",
    "Ni'mah, S.H.",
    "\"kutip\"",
    "- daftar",
    "satu\ndua: tiga\n\n# empat",
    " ",
    "null",
];

/// The paths of all values, each as the keys and places that lead to it.
fn paths(value: &Value, at: &str, found: &mut Vec<String>) {
    if !at.is_empty() {
        found.push(at.to_owned());
    }
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                paths(value, &format!("{at}/{}", escaped(key)), found);
            }
        }
        Value::Array(list) => list.iter().enumerate().for_each(|(n, value)| paths(value, &format!("{at}/{n}"), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Does to a record what somebody does in a form.
fn change(record: &mut Value, chance: &mut Chance, new: &[String]) {
    let mut all = Vec::new();
    paths(record, "", &mut all);
    let Some(path) = all.get(chance.below(all.len())) else { return };
    let typed = TYPED[chance.below(TYPED.len())];
    let (outer, key) = path.rsplit_once('/').unwrap();
    match chance.below(6) {
        0 => {
            if let Some(map) = record.pointer_mut(outer).and_then(Value::as_object_mut)
                && map.len() > 1
            {
                map.shift_remove(key);
            }
        }
        1 => {
            if let Some(list) = record.pointer_mut(path).and_then(Value::as_array_mut)
                && let Some(last) = list.last().cloned()
            {
                list.push(last);
                let last = list.len() - 1;
                list.swap(0, last);
            }
        }
        2 => {
            if let Some(list) = record.pointer_mut(path).and_then(Value::as_array_mut)
                && list.len() > 1
            {
                list.remove(chance.below(list.len()));
            }
        }
        3 => {
            if let Some(map) = record.as_object_mut()
                && let Some(key) = new.get(chance.below(new.len()))
            {
                let value =
                    if chance.below(2) == 0 { json!(typed) } else { json!([{ "nama": typed }, { "nama": "Sari" }]) };
                map.entry(key.clone()).or_insert(value);
            }
        }
        _ => {
            if let Some(value) = record.pointer_mut(path)
                && !value.is_object()
                && !value.is_array()
            {
                *value = json!(typed);
            }
        }
    }
}

/// The text with remarks wherever one may stand, and with commented lines for keys that it does not have.
fn remarked(text: &str, new: &[String]) -> String {
    let before = values(text);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for place in (0..lines.len()).rev() {
        for remarked in [format!("{}  # catatan {place}", lines[place]), format!("# di atas {place}\n{}", lines[place])]
        {
            let old = std::mem::replace(&mut lines[place], remarked);
            if values(&(lines.join("\n") + "\n")) != before {
                lines[place] = old;
            }
        }
    }
    let scaffold: Vec<String> = new.iter().map(|key| format!("# Apa itu {key}.\n# {key}: ISI {key}\n")).collect();
    let scaffold = scaffold.concat();
    lines.join("\n") + "\n" + &scaffold
}

/// The remarks of a text, those of commented lines left out.
fn remarks(text: &str) -> Vec<String> {
    let marks = text
        .match_indices("# catatan ")
        .chain(text.match_indices("# di atas "))
        .chain(text.match_indices("# Apa itu "));
    let mut all: Vec<String> = marks.map(|(at, _)| text[at..].lines().next().unwrap().trim_end().to_owned()).collect();
    all.sort();
    all
}

fn keys(path: &str, record: &Value) -> Vec<String> {
    let below = path.split("content/").last().unwrap();
    let schema = Jenis::of_file(below).map(Jenis::schema).unwrap_or_default();
    let known: Vec<String> =
        schema["properties"].as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default();
    let none = Map::new();
    let own = record.as_object().unwrap_or(&none);
    known.into_iter().filter(|key| !own.contains_key(key)).collect()
}

#[test]
fn a_record_that_is_written_back_as_it_is_has_the_same_bytes() {
    let records = records();
    assert!(records.len() > 400, "{}", records.len());
    for (path, text) in &records {
        let record = values(text).unwrap_or_else(|| panic!("{path} cannot be read"));
        assert_eq!(write(text, &record, &|_| Vec::new()).unwrap(), *text, "{path}");
    }
}

#[test]
fn a_value_that_is_set_is_the_only_one_that_changes() {
    let (mut chance, mut set) = (Chance(7), 0);
    for (path, text) in records() {
        let record = values(&text).unwrap();
        let mut all = Vec::new();
        paths(&record, "", &mut all);
        all.retain(|path| !record.pointer(path).is_some_and(|value| value.is_array() || value.is_object()));
        for _ in 0..3 {
            let mut wanted = record.clone();
            let Some(place) = all.get(chance.below(all.len())) else { continue };
            *wanted.pointer_mut(place).unwrap() = json!(TYPED[chance.below(TYPED.len())]);
            let written = write(&text, &wanted, &|_| Vec::new()).unwrap_or_else(|_| panic!("{path} {place}"));
            let read: Value =
                serde_yaml::from_str::<serde_yaml::Value>(&written).map(|_| values(&written).unwrap()).unwrap();
            assert_eq!(read, wanted, "{path} {place}");
            let same = text.lines().filter(|line| written.lines().any(|other| other == *line)).count();
            // Only the lines of the value are others.
            let lines =
                record.pointer(place).and_then(Value::as_str).map_or(1, |old| old.len() / 40 + old.lines().count() + 2);
            assert!(same + lines >= text.lines().count(), "{path} {place}\n{written}");
            set += 1;
        }
    }
    assert!(set > 1000, "{set}");
}

/// Changes so many records as forms do, and looks whether every comment is there afterwards.
fn change_in_forms(seed: u64, times: usize) {
    let (mut chance, mut written, mut refused) = (Chance(seed), 0, Vec::new());
    let records = records();
    while written < times {
        let (path, text) = &records[chance.below(records.len())];
        let new = keys(path, &values(text).unwrap());
        let text = remarked(text, &new);
        let mut wanted = values(&text).unwrap();
        let before = wanted.clone();
        (0..=chance.below(3)).for_each(|_| change(&mut wanted, &mut chance, &new));
        if wanted == before {
            continue;
        }
        written += 1;
        match write(&text, &wanted, &|_| Vec::new()) {
            Ok(after) => {
                assert_eq!(remarks(&after), remarks(&text), "{path}\n{text}\n---\n{after}");
                assert_eq!(values(&after).unwrap(), wanted, "{path}");
            }
            Err(_) => refused.push((path.clone(), before, wanted)),
        }
    }
    // Such a form says so and shows the text.
    assert!(refused.len() * 50 <= written, "{} refused: {:#?}", refused.len(), refused.first());
}

#[test]
fn changes_in_forms_lose_no_comment() {
    change_in_forms(7, 60);
}

#[test]
#[ignore = "half a minute: .ci/run does it, and so should you when the writing of records was changed"]
fn five_hundred_changes_in_forms_lose_no_comment() {
    change_in_forms(2024, 500);
}
