//! What was told of a file's columns is told once: it is kept in the project, by the headings of the file.

use crate::bahasa::kata;
use crate::output::edit;
use crate::output::write_own;
use crate::project::import::kind::Kind;
use crate::project::import::personal::plain;
use crate::refusal::refused;
use crate::source;
use anyhow::Result;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Where it is kept, below the project's folder; hidden, so it is no content.
pub const FILE: &str = ".pilkada/impor.yaml";

/// What was told of files with the same headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Their headings.
    pub headings: Vec<String>,
    /// What their rows are about.
    pub kind: Kind,
    /// What columns say, each with its heading.
    pub columns: Vec<(String, String)>,
}

/// As it stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    judul: Vec<String>,
    jenis: String,
    kolom: BTreeMap<String, String>,
}

impl Remembered {
    /// Whether a file has these headings, in whatever order.
    pub fn is_of(&self, headings: &[String]) -> bool {
        let set = |headings: &[String]| {
            let mut words: Vec<String> = headings.iter().map(|one| plain(one)).filter(|one| !one.is_empty()).collect();
            words.sort();
            words
        };
        set(&self.headings) == set(headings)
    }
}

/// What was told so far; nothing where the file is not there.
///
/// Fails where somebody changed it into something else.
pub fn read(root: &Path) -> Result<Vec<Remembered>> {
    let Some(text) = source::text(&root.join(FILE)) else { return Ok(Vec::new()) };
    let broken = || {
        refused(kata(
            format!("{FILE} tidak bisa dibaca; perbaiki, atau hapus dan sebutkan kolomnya lagi"),
            format!("{FILE} cannot be read; mend it, or delete it and name the columns again"),
        ))
    };
    let entries: Option<Vec<Entry>> = serde_yaml::from_str(&text).map_err(|_| broken())?;
    let remembered = |entry: Entry| {
        let kind = Kind::named(&entry.jenis).ok_or_else(broken)?;
        Ok(Remembered { headings: entry.judul, kind, columns: entry.kolom.into_iter().collect() })
    };
    entries.unwrap_or_default().into_iter().map(remembered).collect()
}

/// Keeps what was told of one more file, in the place of what was told of such files before.
pub fn keep(root: &Path, before: &[Remembered], told: &Remembered) -> Result<()> {
    if before.contains(told) {
        return Ok(());
    }
    let others = before.iter().filter(|known| !known.is_of(&told.headings));
    let mut text = String::from(
        "# Ditulis pilkada import: berkas dengan judul kolom ini dibaca begini. Boleh diubah, atau dihapus.\n",
    );
    for known in others.chain([told]) {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let headings: Vec<String> = known.headings.iter().map(|one| quoted(one)).collect();
        _ = write!(text, "- judul: [{}]\n  jenis: {}\n  kolom:\n", headings.join(", "), known.kind.name());
        known.columns.iter().for_each(|(field, heading)| _ = writeln!(text, "    {field}: {}", quoted(heading)));
    }
    let path = root.join(FILE);
    match source::text(&path) {
        Some(there) => edit::replace(&path, there.as_bytes(), text.as_bytes()),
        None => write_own(&path, &text),
    }
}
