//! `pilkada migrate`: older content to the present format, step by step, with comments, order and line endings as they are.
//!
//! A step looks at the texts and says which bytes of them are to be others; what it does not name is not touched. The first
//! version is the present one, so there is no step yet: what is written is the version itself.

use crate::bahasa::{Kata, kata};
use crate::project::repair::Change;
use crate::record::versi::{self, KEY};
use crate::source::{CONTENT, Sources, front};
use crate::yaml::{self, Kind, Node};
use std::collections::BTreeMap;
use std::ops::Range;

/// From one version of the format to the next.
pub struct Step {
    /// The version of the content before it.
    pub from: u64,
    /// What is different afterwards, in Indonesian and in English.
    pub what: (&'static str, &'static str),
    /// The changes it asks for.
    pub edits: fn(&Texts) -> Vec<Edit>,
}

/// The steps there are, in order; each leads to the version after its own.
pub const STEPS: &[Step] = &[];

/// Other text for some bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The file's path below the project's folder.
    pub path: String,
    /// The bytes.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

/// The texts of the content while it is brought to the present format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts(BTreeMap<String, String>);

/// A version to which content can be brought.
#[derive(Clone, Copy)]
pub struct Target<'s> {
    /// The steps that lead there, from the first version on.
    pub steps: &'s [Step],
    /// The version.
    pub version: u64,
}

/// What is to be done.
pub struct Migration {
    /// The version before.
    pub from: u64,
    /// What each step changes.
    pub what: Vec<Kata>,
    /// The changes to the files.
    pub changes: Vec<Change>,
}

/// Why content cannot be brought to the present format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// There is no `situs.yaml` that could say its version.
    NoSite,
    /// The version is none that leads to the target.
    Unknown,
    /// It is of a later version than the target.
    Newer(u64),
}

/// The changes that bring content to a version.
///
/// Fails where no step leads from its version there.
pub fn plan(sources: &Sources, target: Target<'_>) -> Result<Migration, Obstacle> {
    let situs = sources.iter().find(|source| versi::is_told_by(source)).ok_or(Obstacle::NoSite)?;
    let from = versi::of(situs).ok_or(Obstacle::Unknown)?;
    if from > target.version {
        return Err(Obstacle::Newer(from));
    }
    let before = Texts::of(sources);
    let (mut texts, mut what) = (before.clone(), Vec::new());
    for version in from..target.version {
        let step = target.steps.iter().find(|step| step.from == version).ok_or(Obstacle::Unknown)?;
        let edits = (step.edits)(&texts);
        texts.apply(edits);
        what.push(kata(step.what.0, step.what.1));
    }
    let edits = texts.version_edits(&situs.path, target.version);
    texts.apply(edits);
    Ok(Migration { from, what, changes: before.changes_to(&texts) })
}

impl Texts {
    fn of(sources: &Sources) -> Self {
        let records = sources.below(CONTENT).filter(|source| source.is_read() || !source.is_attachment());
        let records = records.filter(|source| source.record_part().is_some());
        Self(records.map(|source| (source.path.clone(), source.text().to_owned())).collect())
    }

    /// The files, by their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Gives a key of a file another name, wherever the path leads; nothing where the file does not have it.
    pub fn rename_key(&self, path: &str, key: &str, new: &str) -> Option<Edit> {
        self.look(path, key, |found, _| Some((found?.clone(), new.to_owned())))
    }

    /// Puts another value, written as YAML, in the place of one; nothing where the file does not have it.
    pub fn set_value(&self, path: &str, key: &str, new: &str) -> Option<Edit> {
        self.look(path, key, |found, value| found.map(|_| (value.span.clone(), new.to_owned())))
    }

    /// The bytes of a key and its value in a file, as bytes of the whole file, and what is to stand there.
    fn look(
        &self,
        path: &str,
        key: &str,
        edit: impl FnOnce(Option<&Range<usize>>, &Node) -> Option<(Range<usize>, String)>,
    ) -> Option<Edit> {
        let text = self.0.get(path)?;
        let part = front::record_part(path, text)?;
        let (start, tree) = (part.start, yaml::parse(&text[part]).ok()?);
        let steps = yaml::steps(key);
        let last = steps.iter().rev().find_map(|step| match step {
            yaml::Step::Key(name) => Some(name.as_str()),
            yaml::Step::Index(_) => None,
        });
        let (found, value) = tree.follow(&steps);
        // A path that leads nowhere gives the last key that was met.
        let found = found.filter(|node| Some(node.text()) == last).map(|node| &node.span);
        let (range, text) = edit(found, value)?;
        Some(Edit { path: path.to_owned(), range: range.start + start..range.end + start, text })
    }

    /// What writes the version: in its place, or before the first key.
    fn version_edits(&self, path: &str, version: u64) -> Vec<Edit> {
        if let Some(edit) = self.set_value(path, KEY, &version.to_string()) {
            return vec![edit];
        }
        let Some(text) = self.0.get(path) else { return Vec::new() };
        let Ok(tree) = yaml::parse(text) else { return Vec::new() };
        let Kind::Map(pairs) = &tree.kind else { return Vec::new() };
        let Some(at) = pairs.first().map(|(key, _)| key.span.start) else { return Vec::new() };
        let is_in_braces = text[..at].trim_end().ends_with('{');
        let text = match (is_in_braces, text.contains("\r\n")) {
            (true, _) => format!("{KEY}: {version}, "),
            (false, true) => format!("{KEY}: {version}\r\n"),
            (false, false) => format!("{KEY}: {version}\n"),
        };
        vec![Edit { path: path.to_owned(), range: at..at, text }]
    }

    /// Makes the edits, of which two in one place are one too many: the first stands.
    fn apply(&mut self, mut edits: Vec<Edit>) {
        // From the last byte to the first, so that those before keep their places.
        edits.sort_by(|a, b| (&a.path, a.range.start, a.range.end).cmp(&(&b.path, b.range.start, b.range.end)));
        edits.dedup_by(|next, one| next.path == one.path && next.range.start < one.range.end);
        for edit in edits.into_iter().rev() {
            if let Some(text) = self.0.get_mut(&edit.path) {
                text.replace_range(edit.range, &edit.text);
            }
        }
    }

    /// What makes other texts of these.
    fn changes_to(&self, after: &Self) -> Vec<Change> {
        let pairs = self.0.iter().filter_map(|(path, before)| Some((path, before, after.0.get(path)?)));
        let changed = pairs.filter(|(_, before, after)| before != after);
        changed
            .map(|(path, before, after)| Change::Text {
                path: path.clone(),
                before: Some(before.clone()),
                after: after.clone(),
            })
            .collect()
    }
}
