//! What tells a finding from all others, also after lines were added above it or its sentence was worded anew.

use crate::report::Diagnostic;
use crate::report::place::{Spot, line_near};
use crate::report::shown::Entry;
use crate::source::Sources;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The fingerprints of entries, in their order: 64 hexadecimal digits each.
///
/// Made of the code, the file, the text of the line and of the value. The same in all four are counted.
pub(super) fn fingerprints<'f>(entries: &[Entry<'f>], sources: &'f Sources) -> Vec<String> {
    let mut seen: BTreeMap<[&str; 4], usize> = BTreeMap::new();
    let mut made = Vec::new();
    for entry in entries {
        let parts = match *entry {
            Entry::Finding(finding) => parts(finding, sources),
            Entry::Rest(rest) => [rest.code, rest.file, "", ""],
        };
        let count = seen.entry(parts).or_insert(0);
        *count += 1;
        made.push(digest(&parts, *count));
    }
    made
}

fn parts<'f>(finding: &'f Diagnostic, sources: &'f Sources) -> [&'f str; 4] {
    let place = &finding.place;
    let source = sources.get(&place.file).filter(|_| place.spot != Spot::File);
    let (line, value) = source.map_or(("", ""), |source| {
        let (text, range) = (source.text(), place.range_in(source));
        (text[line_near(source, range.start)].trim(), &text[range])
    });
    [finding.code, &place.file, line, value]
}

fn digest(parts: &[&str; 4], count: usize) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.update(count.to_string());
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
