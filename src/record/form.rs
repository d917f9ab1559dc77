//! What is wrong with the form of a record: everything in one file, each at its place.
//!
//! `serde_yaml` stops at the first mistake and keeps no places. So when it objects, the text is read again into nodes
//! with places, and these are held against the JSON Schema of the same Rust type.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::record::choice::{enumerated, is_digits, keys_in, listed, not_among, not_boolean};
use crate::record::prose::{Prose, comma_words, parted_by_commas};
use crate::record::syntax;
use crate::record::syntax::indentation::{odd_indentation, unseen_break};
use crate::report::place::Place;
use crate::report::{Diagnostic, Level, Thinned};
use crate::source::{Source, Sources};
use crate::value::angka::Angka;
use crate::value::bersih::{cleaned, ours};
use crate::value::mirip::nearest;
use crate::value::slug::Slug;
use crate::value::teks::Teks;
use crate::value::{Nilai, Refusal, Scalar, Written, quoted, refusal};
use crate::yaml::{Fault, Kind, Node};
use schemars::{JsonSchema, schema_for};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

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
/// No record type has such a file.
pub(super) const UNKNOWN_FILE: &str = "FMT-12";
/// A file name that cannot become an address.
pub(super) const NAME: &str = "FMT-13";
/// Two versions of a file, joined and not chosen from.
pub(super) const CONFLICT: &str = "FMT-22";
/// An article without front matter.
pub(super) const FRONT_MATTER: &str = "FMT-14";

/// The key that a finding misses; its place is the first key beside which it would stand.
#[cfg(feature = "serve")]
pub(crate) fn missing(finding: &Diagnostic) -> Option<&str> {
    finding.what.dalam(Bahasa::Id).split('`').nth(1).filter(|_| finding.code == MISSING_KEY)
}

/// All that is wrong with a text that `T` refused with `error`.
pub(super) fn explain<T: JsonSchema>(
    (source, sources): (&Source, &Sources),
    part: Range<usize>,
    error: &serde_yaml::Error,
) -> Vec<Diagnostic> {
    let base = part.start;
    if let Err(found) = source.tree() {
        return vec![fault::<T>(source, base, found)];
    }
    if let Some(finding) = odd_indentation(source, part.clone()) {
        return vec![finding];
    }
    let mut findings = inspect::<T>(source, sources, part);
    // What is only worth a look has not kept the record from being read.
    if findings.iter().all(|finding| finding.level != Level::Galat) {
        findings.push(unexplained(source, base, error));
    }
    findings
}

/// A text that is no YAML a record of type `T` may be written in.
pub(super) fn fault<T: JsonSchema>(source: &Source, base: usize, fault: &Fault) -> Diagnostic {
    let mut keys = BTreeSet::new();
    keys_of(&schema_of::<T>(), &mut keys);
    syntax::fault(source, base, fault, &keys)
}

/// The JSON Schema of a type, made once: many files are looked at, and making it takes longer than looking.
fn schema_of<T: JsonSchema>() -> Arc<Value> {
    static MADE: Mutex<BTreeMap<Cow<'static, str>, Arc<Value>>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(made.entry(T::schema_id()).or_insert_with(|| Arc::new(schema_for!(T).to_value())))
}

/// Every key that a schema knows somewhere.
fn keys_of(schema: &Value, keys: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            keys.extend(
                fields.get("properties").and_then(Value::as_object).into_iter().flat_map(|known| known.keys().cloned()),
            );
            fields.values().for_each(|value| keys_of(value, keys));
        }
        Value::Array(values) => values.iter().for_each(|value| keys_of(value, keys)),
        _ => {}
    }
}

/// All that is wrong with the form of a text that YAML can read.
pub(super) fn inspect<T: JsonSchema>(source: &Source, sources: &Sources, part: Range<usize>) -> Vec<Diagnostic> {
    let schema = schema_of::<T>();
    let prose = Prose { source, base: part.start, yaml: &source.text()[part.clone()] };
    let mut walk = Walk { sources, prose, base: part.start, root: &schema, findings: Thinned::default() };
    source.with_tree(|tree| {
        if let Ok(root) = tree {
            walk.value(root, &schema, None);
        }
    });
    walk.findings.kept
}

/// `serde_yaml` objects and the schema does not: its own words and place are all there is.
fn unexplained(source: &Source, base: usize, error: &serde_yaml::Error) -> Diagnostic {
    if let Some(finding) = unseen_break(source, base) {
        return finding;
    }
    let at = base + error.location().map_or(0, |location| location.index());
    Diagnostic::galat(
        VALUE,
        Place::bytes(&source.path, at..at + 1),
        kata("nilai ini tidak bisa dibaca", format!("this value cannot be read: {error}")),
    )
}

/// The key that a key is but for capitals, and for letters and spaces that only look alike.
fn alike<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let same: String = cleaned(key).chars().map(ours).collect();
    known.iter().find(|known| **known == same).copied()
}

/// What should stand somewhere, and the text to write where it is known.
struct Shape {
    wanted: Kata,
    fix: Option<String>,
    /// What to do where the text to write is not known.
    help: Kata,
}

/// How many keys are named at most.
const MOST_KEYS: usize = 12;

struct Walk<'w> {
    sources: &'w Sources,
    prose: Prose<'w>,
    base: usize,
    root: &'w Value,
    findings: Thinned,
}

impl Walk<'_> {
    fn say(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        findings.into_iter().for_each(|finding| self.findings.add(finding));
    }

    /// Holds a node against a schema; `key` is the key whose value it is.
    fn value(&mut self, node: &Node, schema: &Value, key: Option<&Node>) {
        let (schema, optional) = self.resolve(self.fitting(node, schema));
        let schema = schema.clone();
        let is_text = schema["x-nilai"] == Teks::NAME;
        if is_text && node.scalar().is_some() {
            self.say(self.prose.text(node, key));
        }
        if optional && node.scalar() == Some(Scalar::Kosong) {
            return;
        }
        if let Some(name) = schema["x-nilai"].as_str() {
            let refused = self.refused(node, key, |written| refusal(name, written));
            let is_key = name == Slug::NAME && node.written().is_some();
            self.say(refused.map(|finding| if is_key { self.key_of_list(node, key, finding) } else { finding }));
        } else if let Some(words) = enumerated(&schema) {
            self.say(self.refused(node, key, |written| not_among(written.scalar, &words)));
        } else {
            match schema["type"].as_str() {
                Some("object") => self.map(node, &schema, key),
                Some("array") => self.list(node, &schema, key),
                Some("boolean") => self.say(self.refused(node, key, |written| not_boolean(written.scalar))),
                _ => {}
            }
        }
    }

    /// Of a word or a record, whichever may stand there, the one that the node was meant as.
    fn fitting<'s>(&'s self, node: &Node, schema: &'s Value) -> &'s Value {
        let choices = self.choices(schema);
        if choices.len() < 2 {
            return schema;
        }
        let is_map = matches!(node.kind, Kind::Map(_));
        choices.into_iter().find(|choice| (self.resolve(choice).0["type"] == "object") == is_map).unwrap_or(schema)
    }

    /// What else than nothing may stand in a place.
    fn choices<'s>(&'s self, schema: &'s Value) -> Vec<&'s Value> {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.choices(&self.root["$defs"][name]);
        }
        schema["anyOf"].as_array().into_iter().flatten().filter(|choice| choice["type"] != "null").collect()
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

    /// Holds a single value against what is refused.
    fn refused(
        &self,
        node: &Node,
        key: Option<&Node>,
        refuse: impl Fn(Written<'_>) -> Option<Refusal>,
    ) -> Option<Diagnostic> {
        let Some(written) = node.written() else {
            let wanted = kata("satu nilai saja", "a single value");
            let fix = self.one_text(node);
            let help = kata(
                "tulis satu teks; yang beberapa paragraf ditulis dengan | sesudah titik dua, lalu barisnya menjorok di bawahnya",
                "write one text; one of several paragraphs is written with | after the colon, and its lines further in below",
            );
            return Some(self.wrong_shape(node, key, Shape { wanted, fix, help }));
        };
        let Refusal { what, help, fix } = refuse(written)?;
        let place = if node.span.is_empty() { key.unwrap_or(node) } else { node };
        let finding = Diagnostic::galat(VALUE, self.place(&place.span), what).maybe_help(help);
        Some(match fix.filter(|_| !node.span.is_empty()) {
            Some(fix) => finding.fix(self.place(&node.span), fix),
            None => finding,
        })
    }

    /// A text that YAML took for a list or for a key and its value: quoted, where it stands on one line.
    fn one_text(&self, node: &Node) -> Option<String> {
        let text = &self.prose.yaml[node.span.clone()];
        let text = match &node.kind {
            Kind::Map(pairs) => Some(text).filter(|text| pairs.len() == 1 && !text.starts_with('{')),
            // The brackets are those of a list, and no part of what was to be said.
            Kind::List(nodes) if nodes.iter().all(|node| matches!(node.kind, Kind::Scalar { plain: true, .. })) => {
                text.strip_prefix('[').and_then(|text| text.strip_suffix(']'))
            }
            Kind::List(_) | Kind::Scalar { .. } => None,
        };
        text.filter(|text| !text.contains(['\n', '\r'])).map(|text| quoted(text.trim()))
    }

    fn list(&mut self, node: &Node, schema: &Value, key: Option<&Node>) {
        let Kind::List(nodes) = &node.kind else {
            let wanted =
                kata("daftar, satu baris \"- …\" untuk setiap isinya", "a list, a line \"- …\" for each entry");
            let fix = self.as_list(node, schema);
            let help = kata("tulis [isi pertama, isi kedua]", "write [first entry, second entry]");
            return self.findings.add(self.wrong_shape(node, key, Shape { wanted, fix, help }));
        };
        if self.resolve(&schema["items"]).0["x-nilai"] == Teks::NAME {
            self.say(self.prose.list(node, nodes, key));
        }
        for node in nodes {
            self.value(node, &schema["items"], key);
        }
    }

    /// The list that a single value may have been meant as.
    fn as_list(&self, node: &Node, schema: &Value) -> Option<String> {
        if node.span.is_empty() || node.scalar().is_none() {
            return None;
        }
        let items = self.resolve(&schema["items"]).0;
        let is_key = items["x-nilai"].as_str().is_some_and(|name| name != Teks::NAME) || enumerated(items).is_some();
        let texts: Vec<String> = if is_key {
            node.text().split([',', ' ']).filter(|text| !text.is_empty()).map(str::to_owned).collect()
        } else {
            listed(&self.prose.yaml[node.span.clone()], node.text())
        };
        let takes =
            |text: &String| items["x-nilai"].as_str().is_none_or(|name| refusal(name, Written::plain(text)).is_none());
        let sound = !texts.is_empty() && (!is_key || texts.iter().all(takes));
        let written = texts.iter().map(|text| if is_key { text.clone() } else { quoted(text) });
        sound.then(|| format!("[{}]", written.collect::<Vec<_>>().join(", ")))
    }

    fn map(&mut self, node: &Node, schema: &Value, key: Option<&Node>) {
        let Kind::Map(pairs) = &node.kind else {
            let wanted = kata("kunci dan nilai (\"kunci: nilai\")", "keys and values (\"key: value\")");
            let help = kata(
                "tulis setiap kunci di barisnya sendiri, menjorok dua spasi: \"kunci: nilai\"",
                "write each key on a line of its own, two spaces further in: \"key: value\"",
            );
            return self.findings.add(self.wrong_shape(node, key, Shape { wanted, fix: None, help }));
        };
        let known = schema["properties"].as_object();
        let is_known = |name: &Node| known.is_some_and(|known| known.contains_key(name.text()));
        let pairs = self.joined(node, pairs, &is_known);
        self.doubled(&pairs);
        let Some(known) = known else {
            return self.free_map(&pairs, schema);
        };
        // A key that is there already was not meant once more.
        let mut there: BTreeSet<&str> = pairs.iter().map(|(name, _)| name.text()).collect();
        let free: Vec<&str> = known.keys().map(String::as_str).filter(|key| !there.contains(key)).collect();
        for (name, value) in &pairs {
            match known.get(name.text()) {
                Some(schema) => self.value(value, schema, Some(name)),
                None => self.unknown_key((name, value), &pairs, &free),
            }
        }
        // A key that is only misspelt is not missing as well.
        let misspelt = pairs.iter().filter(|(name, _)| !known.contains_key(name.text()));
        there.extend(
            misspelt.filter_map(|(name, _)| self.meant(name.text(), &pairs, &free)).take(MOST_KEYS).collect::<Vec<_>>(),
        );
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        for missing in required.filter(|key| !there.contains(key)) {
            let hint = self.hint(&known[missing]);
            self.missing_key(missing, hint, key.unwrap_or(node));
        }
    }

    /// The entries of a mapping without those that are the end of the value before them: `{ ketua: Rahmat, S.H. }`.
    fn joined<'n>(
        &mut self,
        node: &Node,
        pairs: &'n [(Node, Node)],
        is_known: &dyn Fn(&Node) -> bool,
    ) -> Vec<&'n (Node, Node)> {
        let is_flow = self.prose.yaml[node.span.start..].starts_with('{');
        let is_tail = |i: usize| {
            let (name, value) = &pairs[i];
            is_flow
                && i > 0
                && value.scalar() == Some(Scalar::Kosong)
                && !is_known(name)
                && matches!(name.kind, Kind::Scalar { plain: true, .. })
        };
        let mut kept: Vec<&(Node, Node)> = Vec::new();
        let mut i = 0;
        while i < pairs.len() {
            let end = (i + 1..pairs.len()).find(|next| !is_tail(*next)).unwrap_or(pairs.len());
            let (name, value) = &pairs[i];
            if end > i + 1 && !value.span.is_empty() && matches!(value.kind, Kind::Scalar { plain: true, .. }) {
                self.cut_value(name, value.span.start..pairs[end - 1].0.span.end);
            } else {
                kept.extend(&pairs[i + 1..end]);
            }
            kept.push(&pairs[i]);
            i = end;
        }
        kept
    }

    /// A value in `{ }` that ends at its own comma.
    fn cut_value(&mut self, name: &Node, whole: Range<usize>) {
        let text = &self.prose.yaml[whole.clone()];
        let begins = text.starts_with(|c: char| c.is_ascii_digit());
        let figure = refusal(Angka::NAME, Written::plain(text)).and_then(|refusal| refusal.fix).filter(|_| begins);
        let fix = figure.or_else(|| parted_by_commas(text)).or_else(|| (!is_digits(text)).then(|| quoted(text)));
        let (what, help) = comma_words(name.text(), text, fix.as_deref());
        let finding = Diagnostic::galat(VALUE, self.place(&whole), what).help(help);
        self.findings.add(match fix {
            Some(fix) => finding.fix(self.place(&whole), fix),
            None => finding,
        });
    }

    /// A mapping whose keys are free within a type.
    fn free_map(&mut self, pairs: &[&(Node, Node)], schema: &Value) {
        let keys = schema["x-kunci"].as_str().unwrap_or("");
        for (name, value) in pairs {
            self.say(self.refused(name, None, |written| refusal(keys, written)));
            self.value(value, &schema["additionalProperties"], Some(name));
        }
    }

    /// A value that has to be a key of another file: which keys there are.
    fn key_of_list(&self, node: &Node, key: Option<&Node>, finding: Diagnostic) -> Diagnostic {
        let file = match key.map(Node::text) {
            Some("pengusung") => "partai.yaml",
            Some("sumber" | "pengumuman" | "bukti_usia") => "sumber.yaml",
            _ => return finding,
        };
        let known = keys_in(self.sources, &self.prose.source.path, file);
        let text = node.text();
        let what = kata(format!("\"{text}\" bukan kunci di {file}"), format!("\"{text}\" is not a key of {file}"));
        let finding = Diagnostic { what, help: None, fix: None, ..finding };
        let slug = Slug::of(text);
        let meant = known.iter().find(|(known, short)| **known == *slug || short.eq_ignore_ascii_case(text.trim()));
        if let Some((meant, _)) = meant {
            let help = kata(format!("tulis {meant}"), format!("write {meant}"));
            return finding.help(help).fix(self.place(&node.span), meant.as_str());
        }
        let list: Vec<&str> = known.iter().map(|(key, _)| key.as_str()).take(MOST_KEYS).collect();
        let more = if known.len() > MOST_KEYS { ", …" } else { "" };
        let list = list.join(", ") + more;
        finding.help(if known.is_empty() {
            kata(
                format!("tambahkan ke {file}, lalu tulis kuncinya di sini"),
                format!("add it to {file}, then write its key here"),
            )
        } else {
            kata(format!("tulis kuncinya; yang ada: {list}"), format!("write its key; there are: {list}"))
        })
    }

    fn doubled(&mut self, pairs: &[&(Node, Node)]) {
        let mut firsts: BTreeMap<&str, &Node> = BTreeMap::new();
        for (name, _) in pairs {
            let key = name.text();
            let first = *firsts.entry(key).or_insert(name);
            if std::ptr::eq(first, name) {
                continue;
            }
            let finding = Diagnostic::galat(
                TWICE,
                self.place(&name.span),
                kata(format!("kunci `{key}` ditulis dua kali"), format!("the key `{key}` is written twice")),
            )
            .related(self.place(&first.span), kata("pertama kali di sini", "first here"))
            .help(kata("hapus salah satu", "delete one of them"));
            self.findings.add(finding);
        }
    }

    /// A key that is none; `known` are those that it may have been meant as.
    fn unknown_key(&mut self, (name, value): (&Node, &Node), pairs: &[&(Node, Node)], known: &[&str]) {
        let key = name.text();
        let what = kata(format!("kunci `{key}` tidak dikenal di sini"), format!("the key `{key}` is not known here"));
        let finding = Diagnostic::galat(UNKNOWN_KEY, self.place(&name.span), what);
        let is_outer = self.is_outer(key, pairs);
        self.findings.add(if let Some(same) = alike(key, known) {
            finding
                .label(kata("ada huruf atau spasi yang hanya mirip", "a letter or space only looks alike"))
                .help(kata(format!("ketik ulang `{same}`"), format!("type `{same}` again")))
                .fix(self.place(&name.span), same)
        } else if let Some(near) = self.meant(key, pairs, known) {
            finding
                .help(kata(format!("mungkin maksudnya `{near}`"), format!("perhaps `{near}` is meant")))
                .fix(self.place(&name.span), near)
        } else if is_outer {
            finding.help(kata(
                "kunci ini dari tingkat di luarnya: kurangi jarak di awal baris ini",
                "this key is of a level further out: begin this line with fewer spaces",
            ))
        } else {
            let list = known.join(", ");
            finding.help(kata(format!("kunci yang ada: {list}"), format!("the keys are: {list}")))
        });
        // No rule reads a record with an unknown key; what must not be there has to be said all the same.
        let digits = value.text().bytes().filter(u8::is_ascii_digit).count();
        if digits == 16 && value.text().chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-')) {
            let what =
                kata("16 angka ini berbentuk NIK atau nomor KK", "these 16 digits have the form of a NIK or KK number");
            let help = kata(
                "hapus barisnya, juga dari riwayat Git jika sudah tersimpan di sana",
                "delete the line, from the Git history too if it is there already",
            );
            self.findings.add(Diagnostic::galat("PDP-01", self.place(&value.span), what).help(help));
        }
    }

    /// The key that was meant by one that is none.
    fn meant<'k>(&self, key: &str, pairs: &[&(Node, Node)], known: &[&'k str]) -> Option<&'k str> {
        alike(key, known).or_else(|| nearest(key, known.iter().copied()).filter(|_| !self.is_outer(key, pairs)))
    }

    /// Whether the record itself has the key, and this is a part of it.
    fn is_outer(&self, key: &str, pairs: &[&(Node, Node)]) -> bool {
        let is_root = pairs.first().is_some_and(|(name, _)| self.root["properties"].get(name.text()).is_some());
        !is_root && self.root["properties"].get(key).is_some()
    }

    fn missing_key(&mut self, key: &str, hint: Option<String>, near: &Node) {
        let what = kata(format!("kunci `{key}` belum ada"), format!("the key `{key}` is missing"));
        let hint = hint.map_or(String::new(), |hint| format!(" # {hint}"));
        let help = kata(format!("tambahkan `{key}: …`{hint}"), format!("add `{key}: …`{hint}"));
        self.findings.add(Diagnostic::galat(MISSING_KEY, self.place(&near.span), what).help(help));
    }

    fn wrong_shape(&self, node: &Node, key: Option<&Node>, Shape { wanted, fix, help }: Shape) -> Diagnostic {
        let (id, en) = (wanted.dalam(Bahasa::Id), wanted.dalam(Bahasa::En));
        let name = key.map_or(String::new(), |key| format!("`{}` ", key.text()));
        let what = kata(format!("{name}di sini harus {id}"), format!("{name}must be {en} here"));
        let place = if node.span.is_empty() { key.unwrap_or(node) } else { node };
        let finding = Diagnostic::galat(VALUE, self.place(&place.span), what);
        match fix {
            Some(fix) => {
                finding.help(kata(format!("tulis {fix}"), format!("write {fix}"))).fix(self.place(&node.span), fix)
            }
            None => finding.help(help),
        }
    }

    /// What the field's doc comment tells the person who fills it in.
    fn hint(&self, schema: &Value) -> Option<String> {
        let described = schema["description"].as_str().or_else(|| self.resolve(schema).0["description"].as_str());
        described.map(|text| text.trim_end_matches('.').to_owned())
    }

    fn place(&self, span: &Range<usize>) -> Place {
        Place::bytes(&self.prose.source.path, span.start + self.base..span.end + self.base)
    }
}
