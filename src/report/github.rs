//! Findings as workflow commands: GitHub shows each beside the line it is about.

use crate::report::edition::Edition;
use crate::report::shown::{Entry, FOR_PEOPLE, Rest};
use crate::report::{Diagnostic, Level};
use crate::value::teks::visible;

/// A line a finding; people read them, beside a few lines.
pub(super) fn write(edition: &Edition<'_>) -> String {
    let commands = edition.report.entries(FOR_PEOPLE).into_iter().map(|entry| match entry {
        Entry::Finding(finding) => of_finding(finding, edition),
        Entry::Rest(rest) => of_rest(&rest, edition),
    });
    commands.collect::<Vec<_>>().join("\n")
}

fn name(level: Level) -> &'static str {
    match level {
        Level::Galat => "error",
        Level::Peringatan => "warning",
        Level::Saran => "notice",
    }
}

fn of_rest(rest: &Rest<'_>, edition: &Edition<'_>) -> String {
    let properties = [("file", edition.path_of(rest.file)), ("title", rest.code.to_owned())];
    command(name(rest.level), &properties, edition.say(&rest.words()))
}

fn of_finding(finding: &Diagnostic, edition: &Edition<'_>) -> String {
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
    command(name(finding.level), &properties, &edition.sentences(finding))
}

fn command(name: &str, properties: &[(&str, String)], said: &str) -> String {
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", escape_property(value))).collect();
    format!("::{name} {}::{}", properties.join(","), escape(said))
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
