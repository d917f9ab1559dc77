//! Every text of the content with its place, for the rules that look for words.

use crate::check::words::phrases;
use crate::markdown::{Outline, outline};
use crate::model::Model;
use crate::model::berkas::{Berkas, Phrases, QUESTIONS};
use crate::report::place::{Place, body_start, record_part};
use crate::source::{Source, line_column, line_range};
use crate::yaml::{self, Kind, Node};
use rayon::prelude::*;
use std::cell::Cell;
use std::ops::Range;

/// Something found in a text that readers see.
pub(super) struct Hit<'m> {
    /// The file.
    pub source: &'m Source,
    /// The path of the value it stands in; empty below the front matter of an article.
    pub path: String,
    /// Its bytes in the file.
    pub range: Range<usize>,
}

/// A text in a file: a value, or what stands below the front matter.
struct Passage {
    path: String,
    range: Range<usize>,
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
        let (line, _) = line_column(text, self.range.start);
        let whole = line_range(text, line);
        let before = &text[whole.start..self.range.start];
        let open = before.matches(['"', '“', '”', '«', '»']).count() % 2 == 1;
        open || before.trim_start().starts_with('>')
    }
}

thread_local! {
    /// The number of the next question that the rule at work on this thread asks; nothing where nobody counts.
    static QUESTION: Cell<Option<usize>> = const { Cell::new(None) };
}

/// How many questions a rule may ask of all texts.
const PER_RULE: usize = 4;

/// Lets a rule ask its questions, which have the same numbers each time.
pub(super) fn asking<T>(rule: usize, work: impl FnOnce() -> T) -> T {
    // While a rule waits for other threads, another may run on this one: then its numbers come back afterwards.
    let around = QUESTION.replace(Some(rule * PER_RULE));
    let done = work();
    QUESTION.set(around);
    done
}

/// The number of a question; nothing where it cannot be told from others.
fn next_question() -> Option<usize> {
    let question = QUESTION.get().filter(|question| *question < QUESTIONS)?;
    // The last number of a rule is never given: a question that follows has none.
    let next = question + 1;
    QUESTION.set((next % PER_RULE != PER_RULE - 1).then_some(next));
    Some(question)
}

/// What a question finds in a file, unless it is known that there is nothing.
fn answer<T>(question: Option<usize>, berkas: &Berkas, look: impl FnOnce() -> Vec<T>) -> Vec<T> {
    let Some(question) = question else { return look() };
    if berkas.is_quiet(question) {
        return Vec::new();
    }
    let found = look();
    if found.is_empty() {
        berkas.set_quiet(question);
    }
    found
}

/// What `look` finds in the texts of all files; comments and keys are left out.
///
/// Here and below nothing but the text may decide what `look` finds: a file that has not changed is not asked again.
pub(super) fn find(model: &Model, look: impl Fn(&str) -> Vec<Range<usize>> + Sync) -> Vec<Hit<'_>> {
    let question = next_question();
    model.berkas.par_iter().flat_map_iter(|berkas| answer(question, berkas, || find_in(berkas, &look))).collect()
}

/// What `look` finds in the texts of the files that may hold one of the phrases; the others are not looked at.
pub(super) fn find_near<'m>(
    model: &'m Model,
    near: &[&str],
    look: impl Fn(&str) -> Vec<Range<usize>> + Sync,
) -> Vec<Hit<'m>> {
    let (near, question) = (Phrases::new(near.iter().copied()), next_question());
    let files = model.berkas.par_iter().filter(|berkas| berkas.may_hold(&near));
    files.flat_map_iter(|berkas| answer(question, berkas, || find_in(berkas, &look))).collect()
}

/// What `look` finds in the texts of the files that may hold a number of so many digits.
pub(super) fn find_numbers(
    model: &Model,
    digits: usize,
    look: impl Fn(&str) -> Vec<Range<usize>> + Sync,
) -> Vec<Hit<'_>> {
    let question = next_question();
    let files = model.berkas.par_iter().filter(|berkas| berkas.may_hold_number(digits));
    files.flat_map_iter(|berkas| answer(question, berkas, || find_in(berkas, &look))).collect()
}

/// Where one of these phrases stands in the texts of all files.
pub(super) fn find_phrases<'m>(model: &'m Model, wanted: &[&str]) -> Vec<Hit<'m>> {
    find_near(model, wanted, |text| phrases(text, wanted))
}

/// What `look` finds in the texts of one file.
pub(super) fn find_in(source: &Source, look: impl Fn(&str) -> Vec<Range<usize>>) -> Vec<Hit<'_>> {
    let found = look(source.text());
    // The places of values are worth looking up only where there is something to say.
    let passages = if found.is_empty() { Vec::new() } else { passages(source) };
    let hits = found.into_iter().filter_map(|range| {
        let before = passages.partition_point(|passage| passage.range.start <= range.start);
        let passage = passages.get(before.checked_sub(1)?)?;
        let inside = range.end <= passage.range.end;
        inside.then(|| Hit { source, path: passage.path.clone(), range })
    });
    hits.collect()
}

/// The places of parts of everything written in Markdown: exact in an article, the whole value elsewhere.
///
/// `look` is given the text and its outline, and gives bytes of the text.
pub(super) fn in_markdown<T: Send>(
    model: &Model,
    look: impl Fn(&str, &Outline) -> Vec<(Range<usize>, T)> + Sync,
) -> Vec<(Place, T)> {
    let question = next_question();
    let articles = model.berkas.par_iter().filter(|berkas| berkas.is_article());
    let found = articles.flat_map_iter(|berkas| answer(question, berkas, || in_article(berkas, &look)));
    let mut found: Vec<(Place, T)> = found.collect();
    for (place, text) in answers(model) {
        found.extend(look(text, &outline(text)).into_iter().map(|(_, what)| (place.clone(), what)));
    }
    found
}

fn in_article<T>(berkas: &Berkas, look: impl Fn(&str, &Outline) -> Vec<(Range<usize>, T)>) -> Vec<(Place, T)> {
    let start = body_start(&berkas.path, berkas.text());
    let found = look(&berkas.text()[start..], berkas.outline()).into_iter();
    found.map(|(range, what)| (Place::bytes(&berkas.path, range.start + start..range.end + start), what)).collect()
}

/// The answers of all questions, which may use Markdown, each with its place.
fn answers(model: &Model) -> impl Iterator<Item = (Place, &str)> {
    let files = model.lingkup.iter().filter_map(|lingkup| lingkup.tanya_jawab.as_ref());
    files.flat_map(|loaded| {
        let answers = loaded.record.iter().enumerate();
        answers.map(|(i, tanya)| (Place::value(loaded.path(), format!("tanya_jawab[{i}].jawab")), &*tanya.jawab))
    })
}

fn is_article(source: &Source) -> bool {
    source.path.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
}

fn passages(source: &Source) -> Vec<Passage> {
    let text = source.text();
    let Some(part) = record_part(&source.path, text) else { return Vec::new() };
    let mut passages = Vec::new();
    if let Ok(root) = yaml::parse(&text[part.clone()]) {
        collect(&text[part.clone()], part.start, (&root, String::new()), &mut passages);
    }
    if is_article(source) {
        passages.push(Passage { path: String::new(), range: body_start(&source.path, text)..text.len() });
    }
    passages.sort_by_key(|passage| passage.range.start);
    passages
}

fn collect(text: &str, base: usize, (node, path): (&Node, String), passages: &mut Vec<Passage>) {
    match &node.kind {
        Kind::Scalar { .. } if node.span.is_empty() => {}
        Kind::Scalar { .. } => {
            let range = whole_scalar(text, node);
            passages.push(Passage { path, range: range.start + base..range.end + base });
        }
        Kind::List(nodes) => {
            for (i, node) in nodes.iter().enumerate() {
                collect(text, base, (node, format!("{path}[{i}]")), passages);
            }
        }
        Kind::Map(pairs) => {
            for (key, node) in pairs {
                let dot = if path.is_empty() { "" } else { "." };
                collect(text, base, (node, format!("{path}{dot}{}", key.text())), passages);
            }
        }
    }
}

/// All lines of a block of text, of which a node covers the first only.
fn whole_scalar(text: &str, node: &Node) -> Range<usize> {
    let span = node.span.clone();
    let line = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    if !is_block(&text[..line]) || !text[line..span.start].trim().is_empty() {
        return span;
    }
    let indent = span.start - line;
    let mut lines = text[span.start..].split_inclusive('\n');
    let first = lines.next().map_or(0, str::len);
    let more = lines.take_while(|line| line.trim().is_empty() || spaces(line) >= indent);
    span.start..span.start + first + more.map(str::len).sum::<usize>()
}

fn spaces(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether the text before a value ends with the sign of a block of text, such as `>-` or `|2`.
fn is_block(before: &str) -> bool {
    let line = before.trim_end().rsplit('\n').next().unwrap_or("");
    let line = line.split(" #").next().unwrap_or(line).trim_end();
    line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')).ends_with(['|', '>'])
}
