//! What tells a finding from all others, also after lines were added above it or its sentence was worded anew.

use crate::report::Diagnostic;
use crate::source::{Sources, line_column, line_range};
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
    let text = sources.get(&place.file).map_or("", |source| source.text());
    let (line, value) = match place.region(sources) {
        Some(_) => {
            let range = place.range_in(text);
            let (line, _) = line_column(text, range.start);
            (text[line_range(text, line)].trim(), &text[range])
        }
        None => ("", ""),
    };
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
