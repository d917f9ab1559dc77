//! What is found in texts, with what a rule asks of the place it stands in.

use crate::model::Model;
use crate::report::place::Place;
use crate::source::Source;
use std::ops::Range;

/// Something found in a text that readers see.
pub(in crate::check) struct Hit<'m> {
    /// The file.
    pub source: &'m Source,
    /// The path of the value it stands in; empty below the front matter of an article.
    pub path: String,
    /// Its bytes in the file.
    pub range: Range<usize>,
}

impl<'m> Hit<'m> {
    /// Its place.
    pub fn place(&self) -> Place {
        Place::bytes(&self.source.path, self.range.clone())
    }

    /// What was found, as written.
    pub fn text(&self) -> &'m str {
        &self.source.text()[self.range.clone()]
    }

    /// What was found, on one line.
    pub fn phrase(&self) -> String {
        self.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether the file has this name, or lies in this folder of records.
    pub fn is_in(&self, name: &str) -> bool {
        self.source.path.rsplit('/').take(2).any(|part| part == name)
    }

    /// The last key on the way to the value: `nama` for `calon.nama`, `misi` for `misi[2]`.
    pub fn key(&self) -> &str {
        let key = self.path.rsplit('.').next().unwrap_or("");
        key.split('[').next().unwrap_or(key)
    }

    /// The first key on the way to the value.
    pub fn first_key(&self) -> &str {
        self.path.split(['.', '[']).next().unwrap_or("")
    }

    /// Whether somebody else is quoted: a source's title, a rumour, the wording before a correction.
    pub fn is_quotation(&self) -> bool {
        match self.key() {
            "kabar" => self.is_in("klarifikasi"),
            "sebelum" => self.is_in("koreksi.yaml"),
            "judul" | "penerbit" | "penulis" => self.is_in("sumber.yaml"),
            "" => self.is_in("klarifikasi") && self.is_set_off(),
            _ => false,
        }
    }

    /// Whether it stands between quotation marks on its line, or in a quoted paragraph.
    fn is_set_off(&self) -> bool {
        let text = self.source.text();
        let whole = self.source.line_around(self.range.start);
        // Quotes are not looked for further back than a paragraph is long.
        let from = whole.start.max(text.ceil_char_boundary(self.range.start.saturating_sub(PARAGRAPH)));
        let before = &text[from..self.range.start];
        let open = before.matches(['"', '“', '”', '«', '»']).count() % 2 == 1;
        open || text[whole.start..].trim_start().starts_with('>')
    }
}

/// The longest paragraph on a line whose quotes are counted, in bytes.
const PARAGRAPH: usize = 8_192;

/// The answers of all questions, which may use Markdown, each with its place.
pub(super) fn answers(model: &Model) -> impl Iterator<Item = (Place, &str)> {
    let files = model.lingkup.iter().filter_map(|lingkup| lingkup.tanya_jawab.as_ref());
    files.flat_map(|loaded| {
        let answers = loaded.record.iter().enumerate();
        answers.map(|(i, tanya)| (Place::value(loaded.path(), format!("tanya_jawab[{i}].jawab")), &*tanya.jawab))
    })
}
