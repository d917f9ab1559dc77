//! What tells a finding from all others, also after lines were added above it or its sentence was worded anew.

use crate::report::Diagnostic;
use crate::report::place::Spot;
use crate::source::Sources;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The fingerprints of findings, in their order: 64 hexadecimal digits each.
///
/// Made of the code, the file, the text of the line and of the value. The same in all four are counted.
pub(super) fn fingerprints<'f>(findings: impl IntoIterator<Item = &'f Diagnostic>, sources: &Sources) -> Vec<String> {
    let mut seen: BTreeMap<[String; 4], usize> = BTreeMap::new();
    let mut made = Vec::new();
    for finding in findings {
        let parts = parts(finding, sources);
        let count = seen.entry(parts.clone()).or_insert(0);
        *count += 1;
        made.push(digest(&parts, *count));
    }
    made
}

fn parts(finding: &Diagnostic, sources: &Sources) -> [String; 4] {
    let place = &finding.place;
    let source = sources.get(&place.file).filter(|_| place.spot != Spot::File);
    let (line, value) = source.map_or(("", ""), |source| {
        let (text, range) = (source.text(), place.range_in(source));
        (text[source.line_around(range.start)].trim(), &text[range])
    });
    [finding.code.to_owned(), place.file.clone(), line.to_owned(), value.to_owned()]
}

fn digest(parts: &[String; 4], count: usize) -> String {
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
