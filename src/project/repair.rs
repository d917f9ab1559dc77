//! What `check --perbaiki` changes in the content: what has one right form, and never what somebody has to know.
//!
//! Dates, times, numbers, quotes, lists of one, encodings and names of files are put right. Names, votes and numbers of pairs
//! are not touched, and nothing is guessed: what a finding only thinks likely stays advice.

use crate::output::edit;
use crate::record::prose::is_name;
use crate::report::{Diagnostic, Fix, Level, Rename, Report};
use crate::source::{Source, Sources};
use crate::value::bersih::{cleaned, ours};
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use crate::value::{Nilai, Scalar};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The findings whose fixes are a matter of form: YAML itself, and values of their types.
const FORM: [&str; 3] = ["FMT-01", KEY, "FMT-04"];
/// A key that the record does not know: put right where it is only spelt another way.
const KEY: &str = "FMT-02";
/// Findings of a file that is not looked into: under its name, or for its encoding.
const UNSEEN: [&str; 5] = ["FMT-06", "FMT-07", "FMT-09", "FMT-12", "FMT-13"];
/// Findings of a file in which nothing else can be found.
const UNREADABLE: [&str; 4] = ["FMT-01", "FMT-10", "FMT-14", "FMT-22"];
/// Keys whose values somebody has to know.
const KNOWN: [&str; 5] = ["nomor_urut", "nomor", "terpilih", "paslon", "nik"];
/// The record of votes: of it only dates and times are put right.
const VOTES: &str = "hasil.yaml";

/// A change to the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Another text for a file.
    Text {
        /// The file's path below the project's folder.
        path: String,
        /// What it says; nothing where that is no UTF-8.
        before: Option<String>,
        /// What it is to say.
        after: String,
    },
    /// Another name for a file or a folder.
    Rename(Rename),
}

/// What was changed, and can be changed back.
#[derive(Debug)]
enum Done {
    Text { path: String, before: Vec<u8>, after: Vec<u8> },
    Renamed(Rename),
}

/// What became of the changes.
#[derive(Debug, Default)]
pub struct Repaired {
    /// How many were made and stay.
    pub made: usize,
    /// The files whose change was taken back, because more was found in them afterwards.
    pub undone: Vec<String>,
}

/// The changes that put right what was found: texts in order of their files, then names, the innermost first.
pub fn plan(report: &Report, sources: &Sources) -> Vec<Change> {
    let mut changes = Vec::new();
    for of_file in report.findings().chunk_by(|a, b| a.place.file == b.place.file) {
        let Some(source) = of_file.first().and_then(|finding| sources.get(&finding.place.file)) else { continue };
        changes.extend(of_text(source, of_file, sources));
    }
    changes.extend(renames(report, sources).into_iter().map(Change::Rename));
    changes
}

fn of_text(source: &Source, findings: &[Diagnostic], sources: &Sources) -> Option<Change> {
    let path = source.path.clone();
    if let Some(after) = sources.recoded(&path) {
        return Some(Change::Text { path, before: None, after });
    }
    let text = source.text();
    let fixes = findings
        .iter()
        .filter(|finding| FORM.contains(&finding.code))
        .filter_map(|one| Some((one.code, one.fix.as_ref()?)));
    let mut edits: Vec<_> = fixes
        .filter(|(_, fix)| fix.place.file == path)
        .map(|(code, fix)| (code, fix.place.range_in(source), fix))
        .filter(|(code, range, fix)| {
            let old = &text[range.clone()];
            if *code == KEY { is_same_key(old, &fix.text) } else { is_safe(text, range.start, old, fix, &path) }
        })
        .map(|(_, range, fix)| (range, fix))
        .collect();
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut after, mut at) = (String::with_capacity(text.len()), 0);
    for (range, fix) in edits.into_iter().filter(|(range, _)| !range.is_empty()) {
        if range.start >= at {
            after.push_str(&text[at..range.start]);
            after.push_str(&fix.text);
            at = range.end;
        }
    }
    after.push_str(&text[at..]);
    (after != text).then(|| Change::Text { path, before: Some(text.to_owned()), after })
}

/// Whether a fix changes the form of a value and not what it says.
fn is_safe(text: &str, at: usize, old: &str, fix: &Fix, path: &str) -> bool {
    let new = fix.text.as_str();
    let key = leading_key(new).unwrap_or_else(|| key_before(&text[..at]));
    if is_name(key) || KNOWN.contains(&key) || key.starts_with("nama") {
        return false;
    }
    let plain = new.trim_matches(['"', '\'']);
    let is_moment = Tanggal::read(Scalar::Teks(plain)).is_ok() || Jam::read(Scalar::Teks(plain)).is_ok();
    let is_votes = path.rsplit('/').next() == Some(VOTES);
    is_moment || !is_votes && (is_same_number(old, plain) || letters(old) == letters(new) || is_same_key(old, new))
}

/// Whether a key or a word of a vocabulary is spelt another way: with capitals, spaces, or letters that only look like ours.
fn is_same_key(old: &str, new: &str) -> bool {
    let is_plain =
        !new.is_empty() && new.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b));
    let spelt: String = cleaned(old).chars().map(ours).collect();
    is_plain && letters(&spelt).to_lowercase() == letters(new)
}

/// The letters and digits of a text: what it says without its punctuation.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a number is written with the digits of another, but for noughts before and behind.
fn is_same_number(old: &str, new: &str) -> bool {
    let is_number = !new.is_empty() && new.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (old, new) = (digits(old), digits(new));
    let rest = old.trim_start_matches('0').strip_prefix(new.trim_start_matches('0'));
    is_number && rest.is_some_and(|rest| rest.bytes().all(|byte| byte == b'0'))
}

/// The key that a text begins with.
fn leading_key(text: &str) -> Option<&str> {
    let (key, rest) = text.trim_start_matches([' ', '-']).split_once(':')?;
    (is_key(key) && rest.starts_with([' ', '\n'])).then_some(key)
}

/// The last key before the end of a text: that of the value which follows.
fn key_before(text: &str) -> &str {
    let mut rest = text;
    while let Some((before, behind)) = rest.rsplit_once(':') {
        let start = before.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
        if is_key(&before[start..]) && (behind.is_empty() || behind.starts_with([' ', '\n', '\r'])) {
            return &before[start..];
        }
        rest = before;
    }
    ""
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The names to be changed, without those that are taken or that two would get.
fn renames(report: &Report, sources: &Sources) -> Vec<Rename> {
    let wanted = report.findings().iter().filter_map(|finding| finding.rename.as_ref());
    let mut to: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rename in wanted {
        to.entry(rename.to.as_str()).or_default().insert(rename.from.as_str());
    }
    let free = to.into_iter().filter(|(to, from)| {
        let mut from = from.iter();
        let is_one = from.next().is_some_and(|from| from.eq_ignore_ascii_case(to) || !sources.is_taken(to));
        is_one && from.next().is_none()
    });
    let mut renames: Vec<Rename> = free
        .flat_map(|(to, from)| from.into_iter().map(|from| Rename { from: from.to_owned(), to: to.to_owned() }))
        .collect();
    // What lies in a folder is renamed before the folder is.
    renames.sort_by_key(|rename| (std::cmp::Reverse(rename.from.matches('/').count()), rename.from.clone()));
    renames
}

/// Makes the changes, asks `check` what is found then, and takes back those after which more is found in their file.
pub fn apply(
    root: &Path,
    sources: &Sources,
    changes: &[Change],
    before: &Report,
    check: &dyn Fn() -> Result<Report>,
) -> Result<Repaired> {
    let mut done: Vec<Done> = Vec::new();
    for change in changes {
        match make(root, sources, change) {
            Ok(one) => done.push(one),
            Err(error) => {
                done.iter().rev().try_for_each(|one| one.undo(root))?;
                return Err(error);
            }
        }
    }
    let after = check()?;
    let is_worse = |path: &&str| rank(&after, &renamed(path, &done)) > rank(before, path);
    let worse: BTreeSet<&str> = done.iter().map(Done::path).filter(is_worse).collect();
    let mut made = done.len();
    // From the last to the first: a folder has its old name again before what lies in it is looked for.
    for one in done.iter().rev().filter(|one| worse.iter().any(|path| lies_in(path, one.path()))) {
        one.undo(root)?;
        made -= 1;
    }
    Ok(Repaired { made, undone: worse.into_iter().map(str::to_owned).collect() })
}

/// Whether a path is another, or lies below it.
fn lies_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn make(root: &Path, sources: &Sources, change: &Change) -> Result<Done> {
    match change {
        Change::Text { path, after, .. } => {
            let before = sources.raw(path)?;
            edit::replace(&root.join(path), &before, after.as_bytes())?;
            Ok(Done::Text { path: path.clone(), before, after: after.clone().into_bytes() })
        }
        Change::Rename(rename) => {
            edit::rename(&root.join(&rename.from), &root.join(&rename.to))?;
            Ok(Done::Renamed(rename.clone()))
        }
    }
}

impl Done {
    /// The path it had before.
    fn path(&self) -> &str {
        match self {
            Self::Text { path, .. } => path,
            Self::Renamed(rename) => &rename.from,
        }
    }

    fn undo(&self, root: &Path) -> Result<()> {
        match self {
            Self::Text { path, before, after } => edit::replace(&root.join(path), after, before),
            Self::Renamed(Rename { from, to }) => edit::rename(&root.join(to), &root.join(from)),
        }
    }
}

/// The path that a file has now.
fn renamed(path: &str, done: &[Done]) -> String {
    let mut now = path.to_owned();
    for one in done {
        if let Done::Renamed(Rename { from, to }) = one
            && lies_in(&now, from)
        {
            now = format!("{to}{}", &now[from.len()..]);
        }
    }
    now
}

/// How bad it is with a file or folder: whether it is not looked into, cannot be read, what is wrong with its form, what else, and how much of it.
fn rank(report: &Report, path: &str) -> (u8, usize) {
    let of_path = report.findings().iter().filter(|one| lies_in(&one.place.file, path));
    let grave = of_path.filter(|finding| finding.level == Level::Galat).map(|finding| match finding.code {
        code if UNSEEN.contains(&code) => 4,
        code if UNREADABLE.contains(&code) => 3,
        code if code.starts_with("FMT-") => 2,
        _ => 1,
    });
    let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
    for rank in grave {
        *counts.entry(rank).or_default() += 1;
    }
    counts.last_key_value().map_or((0, 0), |(worst, count)| (*worst, *count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::place::Place;

    fn safe(text: &str, old: &str, new: &str, path: &str) -> bool {
        let at = text.find(old).unwrap();
        let fix = Fix { place: Place::bytes(path, at..at + old.len()), text: new.to_owned() };
        is_safe(text, at, old, &fix, path)
    }

    #[test]
    fn the_form_is_put_right_and_what_somebody_has_to_know_is_not() {
        let fakta = "content/fakta/a.yaml";
        for (text, old, new) in [
            ("mulai: 09.00 WIB", "09.00 WIB", "\"09:00\""),
            ("tanggal: 23 September 2024", "23 September 2024", "2024-09-23"),
            ("nilai: 230.000", "230.000", "230000"),
            ("{ nilai: 80,33 persen }", "80,33 persen", "80.33"),
            ("judul: Debat: satu", "Debat: satu", "\"Debat: satu\""),
            ("sumber: sk", "sk", "[sk]"),
            ("jalur partai", "jalur partai", "jalur: partai"),
            ("pengusung: [PKB]", "PKB", "pkb"),
            ("sumber: [SK Penetapan]", "SK Penetapan", "sk-penetapan"),
            ("jalur: Partai", "Partai", "partai"),
        ] {
            assert!(safe(text, old, new, fakta), "{text}");
        }
        for (text, old, new, path) in [
            ("sah: 100.000", "100.000", "100000", "content/hasil.yaml"),
            ("nomor_urut: \"1\"", "\"1\"", "1", fakta),
            ("nama: Dr: A", "Dr: A", "\"Dr: A\"", fakta),
            ("hasil:\n  1: A: B", "A: B", "\"A: B\"", fakta),
            ("pengusung: [Partai]", "Partai", "partai-a", fakta),
            ("nilai: 12", "12", "13", fakta),
        ] {
            assert!(!safe(text, old, new, path), "{text}");
        }
    }
}
