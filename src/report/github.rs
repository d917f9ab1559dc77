//! Findings as workflow commands: GitHub shows each beside the line it is about.

use crate::report::edition::Edition;
use crate::report::{Diagnostic, Level};
use crate::value::teks::visible;

/// A line a finding.
pub(super) fn write(edition: &Edition<'_>) -> String {
    edition.report.findings().iter().map(|finding| command(finding, edition)).collect::<Vec<_>>().join("\n")
}

fn command(finding: &Diagnostic, edition: &Edition<'_>) -> String {
    let name = match finding.level {
        Level::Galat => "error",
        Level::Peringatan => "warning",
        Level::Saran => "notice",
    };
    let mut properties = vec![("file", edition.path(&finding.place))];
    if let Some(region) = edition.region(&finding.place) {
        properties.push(("line", region.start.0.to_string()));
        properties.push(("endLine", region.end.0.to_string()));
        // GitHub refuses columns of a place that covers more than one line.
        if region.start.0 == region.end.0 {
            properties.push(("col", region.start.1.to_string()));
            properties.push(("endColumn", region.end.1.to_string()));
        }
    }
    properties.push(("title", finding.code.to_owned()));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", escape_property(value))).collect();
    format!("::{name} {}::{}", properties.join(","), escape(&edition.sentences(finding)))
}

/// A command ends with its line.
fn escape(text: &str) -> String {
    // Each line of it is looked at: what ends one is written as GitHub reads it, and nothing else is raw.
    let lines: Vec<_> = text.split('\n').map(visible).collect();
    lines.join("\n").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property ends with a comma or colons.
fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
