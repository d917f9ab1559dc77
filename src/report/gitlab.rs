//! Findings as GitLab's Code Quality report: a merge request shows which are new.

use crate::report::edition::Edition;
use crate::report::fingerprint::fingerprints;
use crate::report::shown::{Entry, FOR_PROGRAMS, Rest};
use crate::report::{Diagnostic, Level};
use serde::Serialize;

/// One finding, in GitLab's words.
#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// A list of all findings.
pub(super) fn write(edition: &Edition<'_>) -> String {
    let entries = edition.report.entries(FOR_PROGRAMS);
    let prints = fingerprints(&entries, edition.sources);
    let issues = entries.iter().zip(prints).map(|(entry, print)| match entry {
        Entry::Finding(finding) => issue(finding, print, edition),
        Entry::Rest(rest) => rest_issue(rest, print, edition),
    });
    let issues: Vec<Issue<'_>> = issues.collect();
    serde_json::to_string_pretty(&issues).expect("a list of texts and numbers is JSON")
}

fn issue<'r>(finding: &'r Diagnostic, fingerprint: String, edition: &Edition<'_>) -> Issue<'r> {
    // GitLab knows no place without a line: a file as a whole is its first one.
    let (begin, end) = edition.region(&finding.place).map_or((1, 1), |region| (region.start.0, region.end.0));
    Issue {
        description: edition.sentences(finding),
        check_name: finding.code,
        fingerprint,
        severity: severity(finding.level),
        location: Location { path: edition.path(&finding.place), lines: Lines { begin, end } },
    }
}

fn rest_issue<'r>(rest: &Rest<'r>, fingerprint: String, edition: &Edition<'_>) -> Issue<'r> {
    Issue {
        description: edition.say(&rest.words()).to_owned(),
        check_name: rest.code,
        fingerprint,
        severity: severity(rest.level),
        location: Location { path: edition.path_of(rest.file), lines: Lines { begin: 1, end: 1 } },
    }
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Galat => "critical",
        Level::Peringatan => "minor",
        Level::Saran => "info",
    }
}
