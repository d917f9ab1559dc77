//! What is wrong with the form of a record: everything in one file, each at its place.
//!
//! `serde_yaml` stops at the first mistake and keeps no places. So when it objects, the text is read again into nodes
//! with places, and these are held against the JSON Schema of the same Rust type.

use crate::bahasa::{Bahasa, Kata, kata, sama};
use crate::report::Diagnostic;
use crate::report::place::Place;
use crate::source::Source;
use crate::value::mirip::nearest;
use crate::value::{Refusal, Scalar, refusal};
use crate::yaml::{Fault, FaultKind, Kind, Node};
use schemars::{JsonSchema, schema_for};
use serde_json::Value;
use std::ops::Range;

/// The YAML itself is broken.
pub(super) const SYNTAX: &str = "FMT-01";
/// A key that the record does not know.
pub(super) const UNKNOWN_KEY: &str = "FMT-02";
/// A key that the record needs.
pub(super) const MISSING_KEY: &str = "FMT-03";
/// A value of another type, or one that its type refuses.
pub(super) const VALUE: &str = "FMT-04";
/// A key written twice.
pub(super) const TWICE: &str = "FMT-05";
/// Not UTF-8.
pub(super) const ENCODING: &str = "FMT-06";
/// Larger than its kind may be.
pub(super) const SIZE: &str = "FMT-07";
/// A symbolic link.
pub(super) const LINK: &str = "FMT-08";
/// The system does not let us read it.
pub(super) const UNREADABLE: &str = "FMT-09";
/// An anchor, an alias or a tag.
pub(super) const ALIAS: &str = "FMT-10";
/// Nothing in the file.
pub(super) const EMPTY: &str = "FMT-11";
/// No record type has such a file.
pub(super) const UNKNOWN_FILE: &str = "FMT-12";
/// A file name that cannot become an address.
pub(super) const NAME: &str = "FMT-13";
/// Two versions of a file, joined and not chosen from.
pub(super) const CONFLICT: &str = "FMT-22";
/// An article without front matter.
pub(super) const FRONT_MATTER: &str = "FMT-14";

/// All that is wrong with a text that `T` refused with `error`.
pub(super) fn explain<T: JsonSchema>(
    source: &Source,
    part: Range<usize>,
    error: &serde_yaml::Error,
) -> Vec<Diagnostic> {
    let root = match source.tree() {
        Ok(root) => root,
        Err(found) => return vec![fault(source, part.start, found)],
    };
    let schema = schema_for!(T).to_value();
    let mut walk = Walk { source, base: part.start, root: &schema, findings: Vec::new() };
    walk.value(root, &schema, None);
    if walk.findings.is_empty() {
        walk.findings.push(unexplained(source, part.start, error));
    }
    walk.findings
}

/// A text that is no YAML a record may be written in.
pub(super) fn fault(source: &Source, base: usize, fault: &Fault) -> Diagnostic {
    let at = base + fault.at;
    let place = Place::bytes(&source.path, at..at + 1);
    match &fault.kind {
        FaultKind::Syntax(info) => Diagnostic::galat(
            SYNTAX,
            place,
            kata("susunan YAML di sini tidak bisa dibaca", "the YAML cannot be read here"),
        )
        .label(syntax_words(info))
        .help(kata(
            "periksa tanda kutip, titik dua dan jarak di awal baris ini dan baris di atasnya",
            "look at the quotes, colons and indentation of this line and the one above",
        )),
        FaultKind::Alias => Diagnostic::galat(
            ALIAS,
            place,
            kata(
                "jangkar dan alias YAML (& dan *) tidak dipakai di sini",
                "YAML anchors and aliases (& and *) are not used here",
            ),
        )
        .help(kata(
            "tulis nilainya dua kali, atau beri tanda kutip jika & atau * bagian dari teks",
            "write the value twice, or quote the text if & or * is part of it",
        )),
        FaultKind::Tag => Diagnostic::galat(
            ALIAS,
            place,
            kata("tanda YAML (!) tidak dipakai di sini", "YAML tags (!) are not used here"),
        )
        .help(kata("beri tanda kutip jika ! bagian dari teks", "quote the text if ! is part of it")),
        FaultKind::Depth => {
            Diagnostic::galat(SYNTAX, place, kata("susunannya bersarang terlalu dalam", "this is nested too deeply"))
                .help(kata(
                    "tutup kurung yang terbuka; catatan tidak pernah sedalam ini",
                    "close the open brackets; no record is this deep",
                ))
        }
        FaultKind::SecondDocument => Diagnostic::galat(
            SYNTAX,
            place,
            kata("satu berkas memuat satu catatan saja", "a file holds one record only"),
        )
        .help(kata("pindahkan yang di bawah --- ke berkas lain", "move what stands below --- to another file")),
        FaultKind::Empty => {
            Diagnostic::galat(EMPTY, Place::file(&source.path), kata("berkas ini kosong", "this file is empty"))
                .help(kata("isi catatannya, atau hapus berkasnya", "fill in the record, or delete the file"))
        }
    }
}

/// The parser speaks English; the commonest of its sentences in Indonesian.
fn syntax_words(info: &str) -> Kata {
    let id = if info.split_whitespace().any(|word| word.starts_with("tab")) {
        "ada tab; jarak di awal baris memakai spasi"
    } else if info.contains("quote") || info.contains("quoted") {
        "tanda kutip ini tidak ditutup"
    } else if info.contains("mapping values are not allowed") {
        "titik dua kedua di baris ini; beri tanda kutip pada teksnya"
    } else if info.contains("flow") || info.contains("']'") || info.contains("'}'") {
        "kurung tidak ditutup atau koma hilang"
    } else if info.contains("simple key") || info.contains("did not find expected") || info.contains("block") {
        "jarak di awal baris tidak sama dengan baris lain, atau titik dua hilang"
    } else {
        info
    };
    kata(id, info)
}

/// `serde_yaml` objects and the schema does not: its own words and place are all there is.
fn unexplained(source: &Source, base: usize, error: &serde_yaml::Error) -> Diagnostic {
    let at = base + error.location().map_or(0, |location| location.index());
    Diagnostic::galat(
        VALUE,
        Place::bytes(&source.path, at..at + 1),
        kata(format!("nilai ini tidak bisa dibaca: {error}"), format!("this value cannot be read: {error}")),
    )
}

struct Walk<'w> {
    source: &'w Source,
    base: usize,
    root: &'w Value,
    findings: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// Holds a node against a schema; `key` is the key whose value it is.
    fn value(&mut self, node: &Node, schema: &Value, key: Option<&Node>) {
        let (schema, optional) = self.resolve(schema);
        if optional && node.scalar() == Some(Scalar::Kosong) {
            return;
        }
        let schema = schema.clone();
        if let Some(name) = schema["x-nilai"].as_str() {
            self.simple(node, key, |scalar| refusal(name, scalar));
        } else if let Some(words) = enumerated(&schema) {
            self.simple(node, key, |scalar| not_among(scalar, &words));
        } else {
            match schema["type"].as_str() {
                Some("object") => self.map(node, &schema, key),
                Some("array") => self.list(node, &schema, key),
                Some("boolean") => self.simple(node, key, not_boolean),
                _ => {}
            }
        }
    }

    /// Follows references and unwraps what may be left out.
    fn resolve<'s>(&'s self, schema: &'s Value) -> (&'s Value, bool) {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.resolve(&self.root["$defs"][name]);
        }
        let choices = schema["anyOf"].as_array().map_or(&[][..], Vec::as_slice);
        let optional = choices.iter().any(|choice| choice["type"] == "null")
            || schema["type"].as_array().is_some_and(|types| types.iter().any(|kind| kind == "null"));
        match choices.iter().find(|choice| choice["type"] != "null") {
            Some(choice) => (self.resolve(choice).0, optional),
            None => (schema, optional),
        }
    }

    fn simple(&mut self, node: &Node, key: Option<&Node>, refuse: impl Fn(Scalar<'_>) -> Option<Refusal>) {
        let Some(scalar) = node.scalar() else {
            return self.wrong_shape(node, key, &kata("satu nilai saja", "a single value"));
        };
        if let Some(refusal) = refuse(scalar) {
            let place = if node.span.is_empty() { key.unwrap_or(node) } else { node };
            let finding = Diagnostic::galat(VALUE, self.place(&place.span), refusal.what).maybe_help(refusal.help);
            self.findings.push(finding);
        }
    }

    fn list(&mut self, node: &Node, schema: &Value, key: Option<&Node>) {
        match &node.kind {
            Kind::List(nodes) => nodes.iter().for_each(|node| self.value(node, &schema["items"], key)),
            Kind::Scalar { .. } | Kind::Map(_) => self.wrong_shape(
                node,
                key,
                &kata("daftar, satu baris \"- …\" untuk setiap isinya", "a list, a line \"- …\" for each entry"),
            ),
        }
    }

    fn map(&mut self, node: &Node, schema: &Value, key: Option<&Node>) {
        let Kind::Map(pairs) = &node.kind else {
            return self.wrong_shape(
                node,
                key,
                &kata("kunci dan nilai (\"kunci: nilai\")", "keys and values (\"key: value\")"),
            );
        };
        self.doubled(pairs);
        let Some(known) = schema["properties"].as_object() else {
            return self.free_map(pairs, schema);
        };
        for (name, value) in pairs {
            match known.get(name.text()) {
                Some(schema) => self.value(value, schema, Some(name)),
                None => self.unknown_key(name, known.keys().map(String::as_str)),
            }
        }
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        for missing in required.filter(|key| !pairs.iter().any(|(name, _)| name.text() == *key)) {
            let hint = self.hint(&known[missing]);
            self.missing_key(missing, hint, key.unwrap_or(node));
        }
    }

    /// A mapping whose keys are free within a type.
    fn free_map(&mut self, pairs: &[(Node, Node)], schema: &Value) {
        let keys = schema["x-kunci"].as_str().unwrap_or("");
        for (name, value) in pairs {
            self.simple(name, None, |scalar| refusal(keys, scalar));
            self.value(value, &schema["additionalProperties"], Some(name));
        }
    }

    fn doubled(&mut self, pairs: &[(Node, Node)]) {
        for (i, (name, _)) in pairs.iter().enumerate() {
            let Some((first, _)) = pairs[..i].iter().find(|(earlier, _)| earlier.text() == name.text()) else {
                continue;
            };
            let key = name.text();
            let finding = Diagnostic::galat(
                TWICE,
                self.place(&name.span),
                kata(format!("kunci `{key}` ditulis dua kali"), format!("the key `{key}` is written twice")),
            )
            .related(self.place(&first.span), kata("pertama kali di sini", "first here"))
            .help(kata("hapus salah satu", "delete one of them"));
            self.findings.push(finding);
        }
    }

    fn unknown_key<'k>(&mut self, name: &Node, known: impl Iterator<Item = &'k str>) {
        let key = name.text();
        let known: Vec<&str> = known.collect();
        let help = match nearest(key, known.iter().copied()) {
            Some(near) => kata(format!("mungkin maksudnya `{near}`"), format!("perhaps `{near}` is meant")),
            None => {
                kata(format!("kunci yang ada: {}", known.join(", ")), format!("the keys are: {}", known.join(", ")))
            }
        };
        let what = kata(format!("kunci `{key}` tidak dikenal di sini"), format!("the key `{key}` is not known here"));
        self.findings.push(Diagnostic::galat(UNKNOWN_KEY, self.place(&name.span), what).help(help));
    }

    fn missing_key(&mut self, key: &str, hint: Option<String>, near: &Node) {
        let what = kata(format!("kunci `{key}` belum ada"), format!("the key `{key}` is missing"));
        let hint = hint.map_or(String::new(), |hint| format!(" # {hint}"));
        let help = kata(format!("tambahkan `{key}: …`{hint}"), format!("add `{key}: …`{hint}"));
        self.findings.push(Diagnostic::galat(MISSING_KEY, self.place(&near.span), what).help(help));
    }

    fn wrong_shape(&mut self, node: &Node, key: Option<&Node>, wanted: &Kata) {
        let (id, en) = (wanted.dalam(Bahasa::Id), wanted.dalam(Bahasa::En));
        let name = key.map_or(String::new(), |key| format!("`{}` ", key.text()));
        let what = kata(format!("{name}di sini harus {id}"), format!("{name}must be {en} here"));
        let place = if node.span.is_empty() { key.unwrap_or(node) } else { node };
        let finding = Diagnostic::galat(VALUE, self.place(&place.span), what);
        self.findings.push(finding);
    }

    /// What the field's doc comment tells the person who fills it in.
    fn hint(&self, schema: &Value) -> Option<String> {
        let described = schema["description"].as_str().or_else(|| self.resolve(schema).0["description"].as_str());
        described.map(|text| text.trim_end_matches('.').to_owned())
    }

    fn place(&self, span: &Range<usize>) -> Place {
        Place::bytes(&self.source.path, span.start + self.base..span.end + self.base)
    }
}

/// The words of a closed vocabulary.
fn enumerated(schema: &Value) -> Option<Vec<String>> {
    let choices = schema["oneOf"].as_array().map_or(&[][..], Vec::as_slice);
    let constants = choices.iter().filter_map(|choice| choice["const"].as_str());
    let nested = choices.iter().filter_map(|choice| choice["enum"].as_array()).flatten().filter_map(Value::as_str);
    let direct = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let words: Vec<String> = constants.chain(nested).chain(direct).map(str::to_owned).collect();
    (!words.is_empty()).then_some(words)
}

fn not_among(scalar: Scalar<'_>, words: &[String]) -> Option<Refusal> {
    let text = scalar.to_string();
    if words.contains(&text) {
        return None;
    }
    let what = kata(
        format!("\"{text}\" bukan salah satu pilihan di sini"),
        format!("\"{text}\" is not one of the choices here"),
    );
    let list = words.join(", ");
    Some(Refusal::new(what).help(match nearest(&text, words.iter().map(String::as_str)) {
        Some(near) => kata(
            format!("mungkin maksudnya {near}; pilihannya: {list}"),
            format!("perhaps {near} is meant; the choices are: {list}"),
        ),
        None => kata(format!("pilihannya: {list}"), format!("the choices are: {list}")),
    }))
}

fn not_boolean(scalar: Scalar<'_>) -> Option<Refusal> {
    if let Scalar::Logika(_) = scalar {
        return None;
    }
    let what = kata(format!("\"{scalar}\" bukan true atau false"), format!("\"{scalar}\" is not true or false"));
    let refusal = Refusal::new(what);
    Some(match scalar.to_string().to_lowercase().as_str() {
        "ya" | "yes" | "on" | "benar" | "ada" => refusal.help(kata("tulis true", "write true")),
        "tidak" | "no" | "off" | "salah" => refusal.help(kata("tulis false", "write false")),
        _ => refusal.help(sama("true / false")),
    })
}
