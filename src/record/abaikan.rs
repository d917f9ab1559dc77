//! `abaikan`: findings that a record silences where it stands, each with a reason that is published.

use crate::report::place::Place;
use crate::source::Source;
use crate::value::kode_aturan::KodeAturan;
use crate::value::teks::Teks;
use crate::yaml::{Kind, Node};
use memchr::memmem;
use schemars::JsonSchema;
use serde::Deserialize;
use std::ops::Range;

/// The key, in every record that may silence findings.
const KEY: &str = "abaikan";

/// A rule whose findings a record silences.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Abaikan {
    /// Kode aturan yang temuannya diabaikan di sini, misalnya KST-03.
    pub kode: KodeAturan,
    /// Alasan; terbit di halaman kesetaraan.
    pub alasan: Teks,
}

/// An `abaikan` with the part of the file it speaks for.
#[derive(Debug, Clone)]
pub struct Pengabaian {
    /// The rule's code.
    pub kode: String,
    /// Why its findings are silenced.
    pub alasan: String,
    /// Where the code is written.
    pub place: Place,
    /// The bytes it speaks for: the whole file, or one entry of a list.
    covers: Range<usize>,
    /// The bytes of the list it stands in: reasons are published, so nothing in them is silenced.
    list: Range<usize>,
}

impl Pengabaian {
    /// Whether it speaks for a rule's finding at some bytes of its file.
    pub fn covers(&self, code: &str, range: &Range<usize>) -> bool {
        let is_in = |outer: &Range<usize>| outer.start <= range.start && range.end <= outer.end;
        self.kode == code && is_in(&self.covers) && !is_in(&self.list)
    }
}

/// Whether a text may silence something; `false` is certain.
pub fn may_silence(text: &str) -> bool {
    memmem::find(text.as_bytes(), KEY.as_bytes()).is_some()
}

/// What a sound record silences.
///
/// The record's own type has read these keys already; here they are read again for their places, which few files need.
pub fn read(source: &Source) -> Vec<Pengabaian> {
    let text = source.text();
    let mut found = Vec::new();
    let part = may_silence(text).then(|| source.record_part()).flatten();
    let Some(part) = part else { return found };
    if let Ok(root) = source.tree() {
        let reader = Reader { source, base: part.start };
        reader.collect(root, &(0..text.len()), &mut found);
    }
    found
}

struct Reader<'s> {
    source: &'s Source,
    /// The byte of the file at which its YAML begins.
    base: usize,
}

impl Reader<'_> {
    /// Collects what a value and the values in it silence; `covers` is what this value speaks for.
    fn collect(&self, node: &Node, covers: &Range<usize>, found: &mut Vec<Pengabaian>) {
        match &node.kind {
            Kind::Scalar { .. } => {}
            Kind::List(nodes) => nodes.iter().for_each(|node| self.collect(node, &self.range(node, node), found)),
            Kind::Map(pairs) => {
                for (key, value) in pairs {
                    match &value.kind {
                        Kind::List(entries) if key.text() == KEY => {
                            let list = self.range(value, value);
                            found.extend(entries.iter().filter_map(|entry| self.entry(entry, covers, &list)));
                        }
                        _ => self.collect(value, &self.range(key, value), found),
                    }
                }
            }
        }
    }

    fn entry(&self, entry: &Node, covers: &Range<usize>, list: &Range<usize>) -> Option<Pengabaian> {
        let Kind::Map(pairs) = &entry.kind else { return None };
        let value = |name: &str| pairs.iter().find(|(key, _)| key.text() == name).map(|(_, value)| value);
        let kode = value("kode")?;
        Some(Pengabaian {
            kode: kode.text().to_owned(),
            alasan: value("alasan")?.text().to_owned(),
            place: Place::bytes(&self.source.path, self.range(kode, kode)),
            covers: covers.clone(),
            list: list.clone(),
        })
    }

    /// The bytes of the file from one node to the end of another.
    fn range(&self, first: &Node, last: &Node) -> Range<usize> {
        self.base + first.span.start..self.base + last.span.end
    }
}
