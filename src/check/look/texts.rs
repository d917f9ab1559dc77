//! Every text of the content with its place, for the rules that look for words.

use crate::check::look::passages::passages;
use crate::check::look::words::phrases;
use crate::markdown::{Outline, outline};
use crate::model::Model;
use crate::model::document::{Document, Phrases, QUESTIONS};
use crate::report::place::Place;
use crate::source::Source;
use rayon::prelude::*;
use std::cell::Cell;
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_128;

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

thread_local! {
    /// Which texts the rule at work on this thread asks.
    static REACH: Cell<Reach> = const { Cell::new(Reach::Records) };
}

/// Which texts a rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Reach {
    /// What is written in records and articles.
    Records,
    /// Attachments and files that are published as they are, too.
    Published,
}

impl Reach {
    fn holds(self, document: &Document) -> bool {
        !document.is_attachment() || (self == Self::Published && is_read_by_people(&document.path))
    }
}

/// Whether the numbers in a text are for people: a script and a drawing are full of others.
fn is_read_by_people(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, end)| end);
    !["js", "css", "svg"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Lets the rule of a number ask its questions, which have the same numbers each time.
pub(in crate::check) fn asking(rule: Option<usize>, reach: Reach, work: impl FnOnce()) {
    let before = REACH.replace(reach);
    // While a rule waits for other threads, another may run on this one: then its numbers come back afterwards.
    let around = QUESTION.replace(rule.map(|rule| rule * PER_RULE));
    work();
    QUESTION.set(around);
    REACH.set(before);
}

/// The number of a question; nothing where it cannot be told from others.
fn next_question() -> Option<usize> {
    let question = QUESTION.get().filter(|question| *question < QUESTIONS)?;
    // The last number of a rule is never given: a question that follows has none.
    let next = question + 1;
    QUESTION.set((next % PER_RULE != PER_RULE - 1).then_some(next));
    Some(question)
}

/// What a question that is put to all files finds in each of them; a file that is known to hold nothing is not looked at.
fn ask<'m, T: Send>(model: &'m Model, look: impl Fn(&'m Document) -> Vec<T> + Sync) -> Vec<T> {
    let (files, reach) = (&*model.documents, REACH.get());
    let look = |document: &'m Document| if reach.holds(document) { look(document) } else { Vec::new() };
    let Some(question) = next_question() else {
        return files.par_iter().flat_map_iter(|document| look(document)).collect();
    };
    let found =
        files.to_ask(question).par_iter().flat_map_iter(|document| answer(question, document, || look(document)));
    let found = found.collect();
    files.asked(question);
    found
}

/// What a question finds in a file, unless it is known that there is nothing.
fn answer<T>(question: usize, document: &Document, look: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if document.is_quiet(question) {
        return Vec::new();
    }
    let found = look();
    if found.is_empty() {
        document.set_quiet(question);
    }
    found
}

/// What is looked for in a text: a function of the text alone, because a file that has not changed is not asked again.
pub(in crate::check) type Look = fn(&str) -> Vec<Range<usize>>;

/// What `look` finds in the texts of all files; comments and keys are left out.
pub(in crate::check) fn find(model: &Model, look: Look) -> Vec<Hit<'_>> {
    ask(model, |document| find_in(document, look))
}

/// What `look` finds in the texts of the files that may hold one of the phrases; the others are not looked at.
pub(in crate::check) fn find_near<'m>(model: &'m Model, near: &[&'static str], look: Look) -> Vec<Hit<'m>> {
    find_among(model, near, look)
}

/// What `look` finds in the texts of the files that may hold a number of so many digits.
pub(in crate::check) fn find_numbers<const DIGITS: usize>(model: &Model, look: Look) -> Vec<Hit<'_>> {
    ask(model, |document| if document.may_hold_number(DIGITS) { find_in(document, look) } else { Vec::new() })
}

/// The same of whole files, with comments and keys: each with its file.
pub(in crate::check) fn find_numbers_anywhere<const DIGITS: usize>(
    model: &Model,
    look: Look,
) -> Vec<(&Source, Range<usize>)> {
    ask(model, |document| {
        let found = if document.may_hold_number(DIGITS) { look(document.text()) } else { Vec::new() };
        found.into_iter().map(|range| (&**document, range)).collect()
    })
}

/// Where one of these phrases stands in the texts of all files.
pub(in crate::check) fn find_phrases<'m>(model: &'m Model, wanted: &[&'static str]) -> Vec<Hit<'m>> {
    find_among(model, wanted, |text| phrases(text, wanted))
}

fn find_among<'m>(
    model: &'m Model,
    near: &[&'static str],
    look: impl Fn(&str) -> Vec<Range<usize>> + Sync,
) -> Vec<Hit<'m>> {
    let near = Phrases::new(near.iter().copied());
    ask(model, |document| if document.may_hold(&near) { find_in(document, &look) } else { Vec::new() })
}

/// Phrases that are looked for in the files below a folder.
#[derive(Debug)]
pub(in crate::check) struct Below {
    /// The beginning of the files' paths, with a stroke at its end.
    pub folder: String,
    /// A word in every text that is looked at, written like this.
    pub with: String,
    /// The phrases.
    pub phrases: Vec<String>,
}

/// Where the phrases stand in the texts below each folder.
pub(in crate::check) fn find_below<'m>(model: &'m Model, wanted: &[Below]) -> Vec<Vec<Hit<'m>>> {
    let files = &*model.documents;
    // A file that lies in two of the folders is asked twice, and what is found once says nothing of the other time.
    let question = next_question().filter(|_| !is_nested(wanted));
    let asked =
        question.map_or(&**files, |question| files.to_ask_on(question, xxh3_128(format!("{wanted:?}").as_bytes())));
    let found = wanted.par_iter().map(|below| {
        let Below { folder, with, phrases: wanted } = below;
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let near = Phrases::new(wanted.iter().copied());
        let look = |document: &'m Document| {
            let is_near = !document.is_attachment() && document.may_hold(&near) && document.text().contains(with);
            if is_near { find_in(document, |text| phrases(text, &wanted)) } else { Vec::new() }
        };
        let start = asked.partition_point(|document| *document.path < **folder);
        let inside = asked[start..].iter().take_while(|document| document.path.starts_with(folder));
        let hits = inside.flat_map(|document| match question {
            Some(question) => answer(question, document, || look(document)),
            None => look(document),
        });
        hits.collect()
    });
    let found = found.collect();
    if let Some(question) = question {
        files.asked(question);
    }
    found
}

/// Whether a folder lies in another.
fn is_nested(wanted: &[Below]) -> bool {
    let mut folders: Vec<&str> = wanted.iter().map(|below| below.folder.as_str()).collect();
    folders.sort_unstable();
    folders.windows(2).any(|two| two[1].starts_with(two[0]))
}

/// What `look` finds in the texts of one file.
pub(in crate::check) fn find_in(source: &Source, look: impl Fn(&str) -> Vec<Range<usize>>) -> Vec<Hit<'_>> {
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

/// What is looked for in a text in Markdown, by the text and its outline alone; it gives bytes of the text.
pub(in crate::check) type LookInMarkdown<T> = fn(&str, &Outline) -> Vec<(Range<usize>, T)>;

/// The places of parts of everything written in Markdown: exact in an article, the whole value elsewhere.
pub(in crate::check) fn in_markdown<T: Send>(model: &Model, look: LookInMarkdown<T>) -> Vec<(Place, T)> {
    let mut found = ask(model, |document| if document.is_article() { in_article(document, look) } else { Vec::new() });
    for (place, text) in answers(model) {
        found.extend(look(text, &outline(text)).into_iter().map(|(_, what)| (place.clone(), what)));
    }
    found
}

fn in_article<T>(document: &Document, look: LookInMarkdown<T>) -> Vec<(Place, T)> {
    let start = document.body_start();
    let found = look(&document.text()[start..], document.outline()).into_iter();
    found.map(|(range, what)| (Place::bytes(&document.path, range.start + start..range.end + start), what)).collect()
}

/// The answers of all questions, which may use Markdown, each with its place.
fn answers(model: &Model) -> impl Iterator<Item = (Place, &str)> {
    let files = model.lingkup.iter().filter_map(|lingkup| lingkup.tanya_jawab.as_ref());
    files.flat_map(|loaded| {
        let answers = loaded.record.iter().enumerate();
        answers.map(|(i, tanya)| (Place::value(loaded.path(), format!("tanya_jawab[{i}].jawab")), &*tanya.jawab))
    })
}
