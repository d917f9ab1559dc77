//! The forms a report is written in for other programs.

use crate::report::edition::Edition;
use crate::report::{github, gitlab, json, junit, sarif};

/// A form for other programs; people read [`teks`](crate::report::draw::teks).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Our own JSON, described by `docs/laporan.schema.json`.
    Json,
    /// Workflow commands, which GitHub shows beside the changed lines.
    Github,
    /// GitLab's Code Quality report.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit XML.
    Junit,
}

/// Writes a report in a form for other programs.
pub fn write(edition: &Edition<'_>, format: Format) -> String {
    match format {
        Format::Json => json::write(edition),
        Format::Github => github::write(edition),
        Format::Gitlab => gitlab::write(edition),
        Format::Sarif => sarif::write(edition),
        Format::Junit => junit::write(edition),
    }
}
