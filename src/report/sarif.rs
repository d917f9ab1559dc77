//! Findings as SARIF 2.1.0, the form that code hosts and editors take from every checker.

use crate::bahasa::Bahasa;
use crate::report::edition::{About, Edition};
use crate::report::fingerprint::fingerprints;
use crate::report::place::Place;
use crate::report::shown::{Entry, FOR_PROGRAMS, Rest};
use crate::report::{Diagnostic, Level, Silenced};
use serde_json::{Value, json};
use std::fmt::Write;

/// The schema this form follows.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run of the program; what is silenced is in it, marked as such.
pub(super) fn write(edition: &Edition<'_>) -> String {
    let report = edition.report;
    let mut entries = report.entries(FOR_PROGRAMS);
    let spoken = entries.len();
    entries.extend(report.silenced().iter().map(|silenced| Entry::Finding(&silenced.finding)));
    let mut results: Vec<Value> = entries.iter().map(|entry| of_entry(entry, edition)).collect();
    for (result, print) in results.iter_mut().zip(fingerprints(&entries, edition.sources)) {
        result["partialFingerprints"] = json!({ "pilkada/v1": print });
    }
    for (result, Silenced { alasan, .. }) in results[spoken..].iter_mut().zip(report.silenced()) {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": alasan }]);
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver(edition) },
            "language": language(edition.bahasa),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("a JSON value can be written")
}

fn language(bahasa: Bahasa) -> &'static str {
    match bahasa {
        Bahasa::Id => "id",
        Bahasa::En => "en",
    }
}

fn driver(edition: &Edition<'_>) -> Value {
    json!({
        "name": "pilkada",
        "version": env!("CARGO_PKG_VERSION"),
        "language": language(edition.bahasa),
        "rules": edition.rules.iter().map(|rule| about(rule, edition)).collect::<Vec<_>>(),
    })
}

fn about(rule: &About, edition: &Edition<'_>) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": edition.say(&rule.what) },
        "fullDescription": { "text": edition.say(&rule.why) },
        "defaultConfiguration": { "level": level(rule.level) },
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Galat => "error",
        Level::Peringatan => "warning",
        Level::Saran => "note",
    }
}

fn of_entry(entry: &Entry<'_>, edition: &Edition<'_>) -> Value {
    let (mut result, code) = match entry {
        Entry::Finding(finding) => (result(finding, edition), finding.code),
        Entry::Rest(rest) => (of_rest(rest, edition), rest.code),
    };
    if let Some(index) = edition.rules.iter().position(|rule| rule.code == code) {
        result["ruleIndex"] = json!(index);
    }
    result
}

fn of_rest(rest: &Rest<'_>, edition: &Edition<'_>) -> Value {
    json!({
        "ruleId": rest.code,
        "level": level(rest.level),
        "message": { "text": edition.say(&rest.words()) },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&edition.path_of(rest.file)) } } }],
        "occurrenceCount": rest.count,
    })
}

fn result(finding: &Diagnostic, edition: &Edition<'_>) -> Value {
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.level),
        "message": { "text": edition.sentences(finding) },
        "locations": [{ "physicalLocation": physical(&finding.place, edition) }],
    });
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|(place, label)| {
            json!({
                "physicalLocation": physical(place, edition),
                "message": { "text": edition.say(label) },
            })
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    result
}

fn physical(place: &Place, edition: &Edition<'_>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&edition.path(place)) } });
    if let Some(region) = edition.region(place) {
        physical["region"] = json!({
            "startLine": region.start.0,
            "startColumn": region.start.1,
            "endLine": region.end.0,
            "endColumn": region.end.1,
        });
    }
    physical
}

/// A path as a relative reference (RFC 3986): everything but letters, digits, `-._~` and `/` is escaped.
fn uri(path: &str) -> String {
    path.bytes().fold(String::new(), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}
