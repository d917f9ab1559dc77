//! A person withdraws consent: which bytes of the content go, and what is noted in their place.
//!
//! What is noted never holds what is withdrawn. The rest of the record stays as it was written.

use crate::project::append::{appended, named, scope_of};
use crate::project::repair::Change;
use crate::source::{Body, CONTENT, Source, Sources, front};
use crate::value::jalur::folder;
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar, quoted};
use crate::yaml::{self, Kind, Node, Step};
use std::ops::Range;

/// The key that lets schools and posts of a person be published: without it they go, too.
const CONSENT: &str = "persetujuan_publikasi";
/// What goes with it.
const WITH_CONSENT: [&str; 2] = ["riwayat_pendidikan", "riwayat_pekerjaan"];
/// Keys that name a file beside the record.
const FILES: [&str; 3] = ["foto", "foto_pasangan", "berkas"];
/// The shortest text that is looked for elsewhere, in characters: shorter ones stand everywhere.
const SHORTEST: usize = 4;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// The record's file, as somebody would write it: with or without `content/`, `wilayah/` and the ending.
    pub file: &'r str,
    /// The path of the field in it, such as `calon.foto`.
    pub field: &'r str,
    /// The day on which it is done.
    pub day: Tanggal,
}

/// What is to be done.
#[derive(Debug)]
pub struct Withdrawal {
    /// The changes to files that are there.
    pub changes: Vec<Change>,
    /// The list of corrections with its text, where the scope has none yet.
    pub created: Option<(String, String)>,
    /// Pictures that nothing else names.
    pub pictures: Vec<String>,
    /// The texts that are withdrawn, to be looked for elsewhere.
    pub values: Vec<String>,
}

/// Why nothing can be withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// There is no such record.
    NoFile,
    /// The record has no such field; those that it has beside it.
    NoField(Vec<String>),
    /// It cannot be taken out by itself.
    NotAlone,
}

/// A field with what stands around it.
struct Field<'n> {
    /// The mapping that holds it.
    around: &'n Node,
    /// Its place there.
    index: usize,
}

/// Finds the field and says what goes with it.
///
/// Fails where there is no such field, or where it is all that stands in its place.
pub fn plan(sources: &Sources, request: Request<'_>) -> Result<Withdrawal, Obstacle> {
    let path = named(sources, request.file).ok_or(Obstacle::NoFile)?;
    let text = sources.get(&path).map(|source| source.text()).unwrap_or_default();
    let part = front::record_part(&path, text).ok_or(Obstacle::NoFile)?;
    let yaml = &text[part.clone()];
    let tree = yaml::parse(yaml).map_err(|_| Obstacle::NoFile)?;
    let fields = fields(&tree, request.field)?;
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let (mut values, mut files) = (Vec::new(), Vec::new());
    for field in &fields {
        ranges.push(field.range(yaml).ok_or(Obstacle::NotAlone)?);
        let (key, value) = field.pair();
        collect(value, &mut values);
        if FILES.contains(&key.text()) {
            files.push(format!("{}/{}", folder(&path), value.text()));
        }
    }
    ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
    let mut after = text.to_owned();
    for range in ranges {
        after.replace_range(range.start + part.start..range.end + part.start, "");
    }
    let mut changes = vec![Change::Text { path: path.clone(), before: Some(text.to_owned()), after }];
    let created = note(sources, &path, request, &mut changes);
    let is_named_once = |file: &String| {
        let name = file.rsplit('/').next().unwrap_or_default();
        let mut others = sources.below(CONTENT).filter(|source| is_text(source) && source.path != path);
        sources.get(file).is_some() && others.all(|source| !source.text().contains(name))
    };
    let pictures = files.into_iter().filter(is_named_once).collect();
    Ok(Withdrawal { changes, created, pictures, values })
}

/// The texts that still stand somewhere among the project's files, by the files' paths.
pub fn left_over(sources: &Sources, values: &[String]) -> Vec<String> {
    let texts = sources.iter().filter(|source| is_text(source));
    let holding = texts.filter(|source| values.iter().any(|value| source.text().contains(value.as_str())));
    holding.map(|source| source.path.clone()).collect()
}

fn is_text(source: &Source) -> bool {
    matches!(source.body, Body::Text(_))
}

/// The field, and what goes with it.
fn fields<'n>(tree: &'n Node, path: &str) -> Result<Vec<Field<'n>>, Obstacle> {
    let steps = yaml::steps(path);
    let Some((Step::Key(last), before)) = steps.split_last() else { return Err(Obstacle::NoField(Vec::new())) };
    let around = before.iter().try_fold(tree, step).ok_or(Obstacle::NoField(Vec::new()))?;
    let Kind::Map(pairs) = &around.kind else { return Err(Obstacle::NoField(Vec::new())) };
    let keys = || pairs.iter().map(|(key, _)| key.text().to_owned()).collect();
    let index = pairs.iter().position(|(key, _)| key.text() == last).ok_or_else(|| Obstacle::NoField(keys()))?;
    let goes_with = |key: &str| last == CONSENT && WITH_CONSENT.contains(&key);
    let others = pairs.iter().enumerate().filter(|(_, (key, _))| goes_with(key.text())).map(|(index, _)| index);
    Ok([index].into_iter().chain(others).map(|index| Field { around, index }).collect())
}

/// One step down a tree; nothing where it leads nowhere.
fn step<'n>(node: &'n Node, step: &Step) -> Option<&'n Node> {
    match (step, &node.kind) {
        (Step::Key(wanted), Kind::Map(pairs)) => {
            pairs.iter().find(|(key, _)| key.text() == wanted).map(|(_, value)| value)
        }
        (Step::Index(index), Kind::List(nodes)) => nodes.get(*index),
        _ => None,
    }
}

impl Field<'_> {
    fn pair(&self) -> (&Node, &Node) {
        let Kind::Map(pairs) = &self.around.kind else { return (self.around, self.around) };
        let (key, value) = &pairs[self.index];
        (key, value)
    }

    /// Where the key after it begins.
    fn next(&self) -> Option<usize> {
        let Kind::Map(pairs) = &self.around.kind else { return None };
        pairs.get(self.index + 1).map(|(key, _)| key.span.start)
    }

    /// The bytes that go: whole lines where it stands on its own, with what is written behind it there.
    fn range(&self, yaml: &str) -> Option<Range<usize>> {
        let (key, value) = self.pair();
        let end = yaml[..value.span.end.max(key.span.end)].trim_end().len();
        if yaml[self.around.span.start..].starts_with('{') {
            return Some(in_braces(yaml, key.span.start..end));
        }
        let line = yaml[..key.span.start].rfind('\n').map_or(0, |at| at + 1);
        let next_line = yaml[end..].find('\n').map_or(yaml.len(), |at| end + at + 1);
        if yaml[line..key.span.start].trim().is_empty() {
            return Some(line..next_line);
        }
        // Behind the dash of a list the next key takes its place.
        self.next().map(|next| key.span.start..next)
    }
}

/// The bytes of a pair between braces, with the comma that parts it from its neighbour.
fn in_braces(yaml: &str, pair: Range<usize>) -> Range<usize> {
    let behind = &yaml[pair.end..];
    if let Some(rest) = behind.trim_start().strip_prefix(',') {
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        return pair.start..yaml.len() - rest.len() + spaces;
    }
    let before = yaml[..pair.start].trim_end();
    before.strip_suffix(',').map_or(pair.start, |before| before.trim_end().len())..pair.end
}

/// The texts of a value that can be looked for.
fn collect(node: &Node, values: &mut Vec<String>) {
    match &node.kind {
        Kind::Scalar { text, .. } => {
            let is_day = Tanggal::read(Scalar::Teks(text)).is_ok();
            if !is_day && text.chars().count() >= SHORTEST {
                values.push(text.clone());
            }
        }
        Kind::List(nodes) => nodes.iter().for_each(|node| collect(node, values)),
        Kind::Map(pairs) => pairs.iter().for_each(|(_, value)| collect(value, values)),
    }
}

/// Notes in the scope's corrections that a field was withdrawn; gives the list where there was none.
fn note(sources: &Sources, path: &str, request: Request<'_>, changes: &mut Vec<Change>) -> Option<(String, String)> {
    let scope = scope_of(sources, path);
    let page = page_of(scope, path);
    let Request { field, day, .. } = request;
    let (page, field) = (quoted(&page), quoted(field));
    let entry = format!(
        "- {{ tanggal: {day}, menyangkut: {page}, bidang: {field}, sesudah: Dicabut atas permintaan orangnya, alasan: \"Penarikan persetujuan (UU 27/2022)\", tingkat: penting }}"
    );
    let list = format!("{scope}/koreksi.yaml");
    let Some(source) = sources.get(&list) else { return Some((list, format!("koreksi:\n  {entry}\n"))) };
    let after = appended(source.text(), "koreksi", &entry)?;
    changes.push(Change::Text { path: list, before: Some(source.text().to_owned()), after });
    None
}

/// The page that shows a record: its address where the file's name says it, else its file as seen from the scope.
fn page_of(scope: &str, path: &str) -> String {
    let below = path.strip_prefix(scope).map_or(path, |below| below.trim_start_matches('/'));
    let region = scope.trim_start_matches(CONTENT).trim_start_matches("/wilayah").trim_start_matches('/');
    let at = if region.is_empty() { String::new() } else { format!("/{region}") };
    match below.split_once('/') {
        Some(("paslon", file)) => format!("{at}/paslon/{}.html", file.trim_end_matches(".yaml")),
        None if below == "wilayah.yaml" => format!("{at}/"),
        Some(_) | None => below.to_owned(),
    }
}
