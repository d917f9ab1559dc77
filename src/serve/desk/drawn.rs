//! The lines of a form: what a record has, field by field, as the template draws them.

use crate::bahasa::Bahasa;
use crate::project::correction::shown;
use crate::record::skema::words;
use crate::serve::desk::found::{Remark, Remarks};
use crate::serve::desk::shape::{Prop, Schema, Shape};
use serde::Serialize;
use serde_json::Value;

/// The longest text that is shown on one line.
const ONE_LINE: usize = 60;

/// Keys of texts that have several sentences.
const LONG: [&str; 13] = [
    "visi",
    "ringkasan",
    "uraian",
    "catatan",
    "isi",
    "jawaban",
    "arti",
    "kabar",
    "alasan",
    "keterangan",
    "sebelum",
    "sesudah",
    "ketentuan",
];

/// What is drawn next.
#[derive(Debug, Default, Serialize)]
pub(super) struct Line {
    /// `bidang`, or where a group, a list or a row of it begins or ends.
    pub jenis: &'static str,
    /// The name of the field, before which a form for several records says which.
    pub nama: String,
    pub label: String,
    pub petunjuk: String,
    pub wajib: bool,
    /// Whether there is anything in the group.
    pub terbuka: bool,
    /// How it is typed: `baris`, `teks`, `tanggal`, `pilihan`, `berkas`, `angka`, `tetap`.
    pub cara: &'static str,
    pub nilai: String,
    pub pilihan: Vec<Choice>,
    /// The registry whose keys are offered.
    pub rujuk: String,
    pub temuan: Vec<Remark>,
    /// Whether it is the photo of a person, which is shown as 3 to 4.
    pub potret: bool,
}

/// A word that may be chosen.
#[derive(Debug, Serialize)]
pub(super) struct Choice {
    pub nilai: String,
    pub label: String,
    pub terpilih: bool,
}

/// Draws a form.
pub(super) struct Drawing<'d> {
    pub bahasa: Bahasa,
    /// What stands before the name of each field.
    pub prefix: &'d str,
    pub remarks: &'d Remarks,
    pub lines: Vec<Line>,
}

/// A field with the names that it has in the form and in the record.
struct Field<'f> {
    prop: &'f Prop<'f>,
    name: String,
    path: String,
}

impl Drawing<'_> {
    /// The fields of a record, or of one of its fields where only that is asked for.
    pub fn record(&mut self, schema: Schema<'_>, record: &Value, only: Option<&str>) {
        match schema.shape() {
            Shape::Group(props) => {
                for prop in props.iter().filter(|prop| only.is_none_or(|only| only == prop.key)) {
                    let field = Field { prop, name: prop.key.to_owned(), path: prop.key.to_owned() };
                    self.field(&field, record.get(prop.key));
                }
            }
            Shape::Map(inner) => self.map(inner, ("", ""), Some(record)),
            _ => {}
        }
    }

    fn line(&self, jenis: &'static str, field: &Field<'_>) -> Line {
        Line {
            jenis,
            nama: format!("{}{}", self.prefix, field.name),
            label: field.prop.label.to_owned(),
            petunjuk: field.prop.hint.to_owned(),
            wajib: field.prop.is_required,
            temuan: self.remarks.of(&field.path),
            ..Line::default()
        }
    }

    fn field(&mut self, field: &Field<'_>, value: Option<&Value>) {
        let schema = field.prop.schema;
        match schema.shape() {
            Shape::Group(props) => {
                let is_open = field.prop.is_required || value.is_some() || self.remarks.any_below(&field.path);
                self.lines.push(Line { terbuka: is_open, ..self.line("kelompok", field) });
                for prop in &props {
                    let (name, path) = (format!("{}.{}", field.name, prop.key), format!("{}.{}", field.path, prop.key));
                    self.field(&Field { prop, name, path }, value.and_then(|value| value.get(prop.key)));
                }
                self.end("kelompok_akhir", &field.name);
            }
            Shape::List(inner) => {
                let is_open = value.is_some() || self.remarks.any_below(&field.path);
                self.lines.push(Line { terbuka: is_open, ..self.line("daftar", field) });
                self.list(inner, field, value);
                self.end("daftar_akhir", &field.name);
            }
            Shape::Map(inner) => {
                self.lines.push(Line { terbuka: true, ..self.line("daftar", field) });
                self.map(inner, (&field.name, &field.path), value);
                self.end("daftar_akhir", &field.name);
            }
            shape => {
                let line = self.typed(self.line("bidang", field), &shape, field.prop, value);
                self.lines.push(line);
            }
        }
    }

    fn end(&mut self, jenis: &'static str, name: &str) {
        self.lines.push(Line { jenis, nama: format!("{}{name}", self.prefix), ..Line::default() });
    }

    /// The rows of a list, and an empty one.
    fn list(&mut self, inner: Schema<'_>, field: &Field<'_>, value: Option<&Value>) {
        let rows = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        for (place, row) in rows.iter().map(Some).chain([None]).enumerate() {
            let (name, path) = (format!("{}[{place}]", field.name), format!("{}[{place}]", field.path));
            self.row(inner, (name, path, place), row, field.prop);
        }
    }

    fn row(
        &mut self,
        inner: Schema<'_>,
        (name, path, place): (String, String, usize),
        row: Option<&Value>,
        prop: &Prop<'_>,
    ) {
        let label = row.map_or_else(String::new, title);
        let label = if label.is_empty() { format!("{}", place + 1) } else { format!("{}. {label}", place + 1) };
        let begin = Line {
            jenis: "baris",
            nama: format!("{}{name}", self.prefix),
            label,
            terbuka: row.is_some(),
            wajib: place > 0,
            temuan: if row.is_some() { self.remarks.of(&path) } else { Vec::new() },
            ..Line::default()
        };
        self.lines.push(begin);
        match inner.shape() {
            Shape::Group(props) => {
                for prop in &props {
                    let field =
                        Field { prop, name: format!("{name}.{}", prop.key), path: format!("{path}.{}", prop.key) };
                    self.field(&field, row.and_then(|row| row.get(prop.key)));
                }
            }
            shape => {
                let one = Prop { schema: inner, is_required: false, hint: "", ..prop.clone() };
                let line = Line {
                    nama: format!("{}{name}", self.prefix),
                    label: format!("{} {}", prop.label, place + 1),
                    ..Line::default()
                };
                let line = self.typed(Line { jenis: "bidang", ..line }, &shape, &one, row);
                self.lines.push(line);
            }
        }
        self.end("baris_akhir", &name);
    }

    /// The entries of a mapping with their keys, and an empty one.
    fn map(&mut self, inner: Schema<'_>, (name, path): (&str, &str), value: Option<&Value>) {
        let entries = value.and_then(Value::as_object);
        let rows = entries.into_iter().flatten().map(Some).chain([None]);
        for (place, row) in rows.enumerate() {
            let (key, value) = row.map_or(("", None), |(key, value)| (key.as_str(), Some(value)));
            let below = format!("{name}{{{place}}}");
            let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            let label = value.map(title).filter(|title| !title.is_empty()).unwrap_or_else(|| key.to_owned());
            self.lines.push(Line {
                jenis: "entri",
                nama: format!("{}{below}", self.prefix),
                label,
                nilai: key.to_owned(),
                terbuka: value.is_some() && entries.is_some_and(|entries| entries.len() <= 12),
                temuan: if value.is_some() { self.remarks.of(&path) } else { Vec::new() },
                ..Line::default()
            });
            self.entry(inner, (&format!("{below}="), &path), value);
            self.end("entri_akhir", &below);
        }
    }

    fn entry(&mut self, inner: Schema<'_>, (name, path): (&str, &str), value: Option<&Value>) {
        match inner.shape() {
            Shape::Group(props) => {
                for prop in &props {
                    let field =
                        Field { prop, name: format!("{name}.{}", prop.key), path: format!("{path}.{}", prop.key) };
                    self.field(&field, value.and_then(|value| value.get(prop.key)));
                }
            }
            shape => {
                let prop = Prop { key: "", label: "", hint: "", is_required: false, schema: inner };
                let line = Line { jenis: "bidang", nama: format!("{}{name}", self.prefix), ..Line::default() };
                let line = self.typed(line, &shape, &prop, value);
                self.lines.push(line);
            }
        }
    }

    /// How a value is typed.
    fn typed(&self, line: Line, shape: &Shape<'_>, prop: &Prop<'_>, value: Option<&Value>) -> Line {
        let Some(text) = value.map_or(Some(String::new()), shown) else {
            return Line { cara: "tetap", nilai: value.map_or_else(String::new, Value::to_string), ..line };
        };
        let choice = |nilai: &str, label: &str| Choice {
            nilai: nilai.to_owned(),
            label: label.to_owned(),
            terpilih: text == nilai,
        };
        let (yes, no) = if self.bahasa == Bahasa::Id { ("ya", "tidak") } else { ("yes", "no") };
        let mut pilihan = match shape {
            Shape::Choice(words) => {
                words.iter().map(|(word, means)| choice(word, named(word, means).as_str())).collect()
            }
            Shape::Truth => vec![choice("true", yes), choice("false", no)],
            _ => Vec::new(),
        };
        // What stands there and is none of the words goes on standing there.
        if !pilihan.is_empty() && !text.is_empty() && !pilihan.iter().any(|choice| choice.terpilih) {
            pilihan.push(choice(&text, &text));
        }
        let is_long = text.contains('\n') || text.chars().count() > ONE_LINE || LONG.contains(&prop.key);
        let is_day =
            text.is_empty() || (text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
        let cara = match shape {
            Shape::Choice(_) | Shape::Truth => "pilihan",
            Shape::File => "berkas",
            Shape::Whole | Shape::Number => "angka",
            Shape::Text("Tanggal") if is_day => "tanggal",
            Shape::Text("Teks") if is_long => "teks",
            _ if text.contains('\n') => "teks",
            _ => "baris",
        };
        let rujuk = prop.schema.registry().unwrap_or_default().to_owned();
        // Of a person's photo the site shows 3 to 4; that of a pair is wide.
        let potret = cara == "berkas" && prop.key == "foto";
        Line { cara, pilihan, rujuk, nilai: text, potret, ..line }
    }
}

/// A word of a vocabulary with what it means, where that says more.
fn named(word: &str, means: &str) -> String {
    let plain = words(word);
    let means = means.trim_end_matches('.');
    if means.is_empty() || means.eq_ignore_ascii_case(&plain) { plain } else { format!("{plain} — {means}") }
}

/// What a row is called: the first of its texts that names it.
pub(super) fn title(row: &Value) -> String {
    let keys = ["judul", "nama", "istilah", "tanya", "ukuran", "keadaan", "isi", "oleh", "bidang", "id", "kode"];
    let named = keys.iter().find_map(|key| row[*key].as_str());
    let text = named.or_else(|| row.as_str()).unwrap_or_default();
    let short: String = text.chars().take(ONE_LINE).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
