//! A file of the content as a form sees it, and what of it a form that was sent would change.

use crate::bahasa::Kata;
use crate::project::spot::Spot;
use crate::record::edit;
use crate::record::skema::{Jenis, keys};
use crate::serve::desk::body::Posted;
use crate::serve::desk::office::{Office, text_of};
use crate::serve::desk::shape::Schema;
use crate::serve::desk::typed::Typed;
use crate::source::{Source, Sources};
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar};
use serde_json::{Map, Value};
use std::ops::Range;

/// A file as a form sees it.
#[derive(Debug)]
pub(super) struct Draft {
    /// Its path below the project's folder.
    pub path: String,
    /// What it says.
    pub text: String,
    /// The digest that it has on the disk; nothing where it is not there yet.
    pub digest: Option<u128>,
    /// The bytes of it that are YAML.
    pub part: Range<usize>,
    /// What is in them.
    pub record: Value,
    /// The description of its type.
    pub schema: Value,
}

impl Draft {
    /// A file of the project; nothing where it is no record that can be read.
    pub fn of(office: &Office, sources: &Sources, path: &str) -> Option<Self> {
        let source = text_of(sources, path)?;
        let mut draft = Self::of_source(source)?;
        draft.digest = office.desk.digest(path, sources);
        Some(draft)
    }

    fn of_source(source: &Source) -> Option<Self> {
        let schema = Jenis::of_file(&Spot::of(&source.path)?.name)?.schema();
        let part = source.record_part()?;
        let record = edit::values(&source.text()[part.clone()])?;
        record.is_object().then(|| Self {
            path: source.path.clone(),
            text: source.text().to_owned(),
            digest: None,
            part,
            record,
            schema,
        })
    }

    /// A file that is not there yet.
    pub fn new(path: &str, text: &str) -> Option<Self> {
        let sources = Sources::from_texts([(path, text)]);
        Self::of_source(sources.get(path)?)
    }

    /// The text below the front matter.
    pub fn body(&self) -> Option<String> {
        let sources =
            self.path.ends_with(".md").then(|| Sources::from_texts([(self.path.as_str(), self.text.as_str())]))?;
        let start = sources.get(&self.path)?.body_start();
        Some(self.text[start..].replace("\r\n", "\n"))
    }

    /// The values that a form sent.
    pub fn typed(&self, posted: &Posted, action: Action<'_>) -> Value {
        let typed = Typed { fields: &posted.fields, without: action.without, up: action.up };
        typed.value(Schema::of(&self.schema), "", Some(&self.record)).unwrap_or_else(|| Value::Object(Map::new()))
    }

    /// The whole text with other values, and with another text below them.
    pub fn written(&self, record: &Value, body: Option<&str>) -> Result<String, Kata> {
        let yaml = edit::write(&self.text[self.part.clone()], record, &|path| keys(&self.schema, path))?;
        let mut rest = self.text[self.part.end..].to_owned();
        if let (Some(new), Some(old)) = (body, self.body())
            && new != old
        {
            let end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
            let fence = rest.find('\n').map_or(rest.len(), |line| line + 1);
            let new = format!("{}\n", new.trim_end()).replace('\n', end);
            let blank = if new.starts_with(['\r', '\n']) { "" } else { end };
            rest = format!("{}{blank}{new}", &rest[..fence]);
        }
        Ok(format!("{}{yaml}{rest}", &self.text[..self.part.start]))
    }
}

impl Draft {
    /// The name that the file is to have: of those that begin with a day, that of the record. Nothing where it has it, or where
    /// translations beside it would have to follow.
    pub fn renamed(&self, record: &Value, sources: &Sources) -> Option<String> {
        let (folder, file) = self.path.rsplit_once('/')?;
        let day = record["tanggal"].as_str().filter(|day| Tanggal::read(Scalar::Teks(day)).is_ok())?;
        let (old, rest) = file.split_at_checked(10).filter(|(old, _)| Tanggal::read(Scalar::Teks(old)).is_ok())?;
        let stem = format!("{folder}/{}", file.rsplit_once('.')?.0);
        let is_translated =
            sources.below(folder).any(|other| other.path.starts_with(&format!("{stem}.")) && other.path != self.path);
        (old != day && !is_translated).then(|| format!("{folder}/{day}{rest}"))
    }
}

/// What the button that was pressed asks for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Action<'a> {
    /// The row to be taken out.
    pub without: Option<&'a str>,
    /// The row to go up.
    pub up: Option<&'a str>,
    /// Whether the form is only to be drawn anew.
    pub is_redrawn: bool,
    /// Whether it is to be held against the rules for that, as it was typed.
    pub is_checked: bool,
}

impl<'a> Action<'a> {
    /// Reads the button's value.
    pub fn of(posted: &'a Posted) -> Self {
        match posted.text("_aksi").split_once(':') {
            Some(("hapus", row)) => Self { without: Some(row), is_redrawn: true, ..Self::default() },
            Some(("naik", row)) => Self { up: Some(row), is_redrawn: true, ..Self::default() },
            Some(("periksa", _)) => Self { is_redrawn: true, is_checked: true, ..Self::default() },
            Some(_) => Self { is_redrawn: true, ..Self::default() },
            None => Self::default(),
        }
    }
}
