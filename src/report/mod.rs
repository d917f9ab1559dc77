//! What is wrong with the content: findings, each with its place, its reason and what to write instead.

pub mod draw;
pub mod kode;
pub mod place;

use crate::bahasa::Kata;
use crate::report::place::Place;
use serde::Serialize;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The site is not published.
    Galat,
    /// A person should look.
    Peringatan,
    /// It could be better.
    Saran,
}

impl Level {
    /// The word a finding begins with, in Indonesian and in English.
    pub fn word(self) -> Kata {
        match self {
            Self::Galat => crate::bahasa::kata("galat", "error"),
            Self::Peringatan => crate::bahasa::kata("peringatan", "warning"),
            Self::Saran => crate::bahasa::kata("saran", "note"),
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule's code, such as `HUK-02`.
    pub code: &'static str,
    /// How grave it is.
    pub level: Level,
    /// Where it stands.
    pub place: Place,
    /// What is wrong: one plain sentence without a full stop.
    pub what: Kata,
    /// What to see at the place itself.
    pub label: Option<Kata>,
    /// Other places that belong to it.
    pub related: Vec<(Place, Kata)>,
    /// Why it matters, with the article of law where there is one.
    pub why: Option<Kata>,
    /// What to do next.
    pub help: Option<Kata>,
}

impl Diagnostic {
    /// A finding with its code, level, place and sentence.
    pub fn new(code: &'static str, level: Level, place: Place, what: Kata) -> Self {
        Self { code, level, place, what, label: None, related: Vec::new(), why: None, help: None }
    }

    /// A finding that keeps the site from being published.
    pub fn galat(code: &'static str, place: Place, what: Kata) -> Self {
        Self::new(code, Level::Galat, place, what)
    }

    /// With what to see at the place.
    pub fn label(mut self, label: Kata) -> Self {
        self.label = Some(label);
        self
    }

    /// With another place that belongs to it.
    pub fn related(mut self, place: Place, label: Kata) -> Self {
        self.related.push((place, label));
        self
    }

    /// With the reason.
    pub fn why(mut self, why: Kata) -> Self {
        self.why = Some(why);
        self
    }

    /// With what to do next.
    pub fn help(mut self, help: Kata) -> Self {
        self.help = Some(help);
        self
    }

    /// With this to do next, unless something nearer was found.
    pub fn or_help(mut self, help: Kata) -> Self {
        self.help.get_or_insert(help);
        self
    }

    /// With what to do next, where that can be known.
    pub fn maybe_help(mut self, help: Option<Kata>) -> Self {
        self.help = help.or(self.help);
        self
    }
}

/// Everything that was found wrong so far.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Diagnostic>,
}

impl Report {
    /// Adds a finding.
    pub fn add(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Adds many findings.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.findings.extend(findings);
    }

    /// All findings, in order of file, place and code once they are [sorted](Self::sort).
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// Whether nothing keeps the site from being published.
    pub fn is_clean(&self) -> bool {
        self.count(Level::Galat) == 0
    }

    /// How many findings have a level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }

    /// Gives the findings of a code another level, as `situs.yaml` asks.
    pub fn set_level(&mut self, code: &str, level: Level) {
        self.findings.iter_mut().filter(|finding| finding.code == code).for_each(|finding| finding.level = level);
    }

    /// Brings the findings into the order of the files and of the lines in them, and drops what was said twice.
    pub fn sort(&mut self, sources: &crate::source::Sources) {
        self.findings.sort_by_cached_key(|finding| {
            let start = finding.place.range(sources).start;
            (finding.place.file.clone(), start, finding.code, finding.what.clone())
        });
        self.findings.dedup_by(|a, b| a.code == b.code && a.place == b.place && a.what == b.what);
    }
}
