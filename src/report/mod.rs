//! What is wrong with the content: findings, each with its place, its reason and what to write instead.

pub mod draw;
pub mod edition;
mod fingerprint;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod kode;
pub mod place;
pub mod sarif;
pub mod shown;
mod thin;
pub mod write;

use crate::bahasa::Kata;
use crate::report::place::Place;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(crate) use crate::report::thin::Thinned;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The rule's code, such as `HUK-02`; the rule it is remembered of has it.
    #[serde(skip)]
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
    /// The text that the help names, and where it goes.
    pub fix: Option<Fix>,
    /// The path below the project's folder that the help asks the file, or a folder it lies in, to have.
    pub rename: Option<Rename>,
    /// How many more of this code in this file it stands for: of very many only the first are kept.
    pub more: usize,
}

/// A text to put in the place of another: with it the finding is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What it takes the place of.
    pub place: Place,
    /// The text.
    pub text: String,
}

/// Another name for a file or a folder: with it the finding is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rename {
    /// Its path below the project's folder.
    pub from: String,
    /// The path it should have.
    pub to: String,
}

impl Diagnostic {
    /// A finding with its code, level, place and sentence.
    pub fn new(code: &'static str, level: Level, place: Place, what: Kata) -> Self {
        Self {
            code,
            level,
            place,
            what,
            label: None,
            related: Vec::new(),
            why: None,
            help: None,
            fix: None,
            rename: None,
            more: 0,
        }
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

    /// With the text that the help names, in the place of another.
    pub fn fix(mut self, place: Place, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { place, text: text.into() });
        self
    }

    /// The same finding, whose file is to keep its name.
    pub fn without_rename(mut self) -> Self {
        self.rename = None;
        self
    }

    /// With the name that the help asks for, in the place of another.
    pub fn rename(mut self, from: impl Into<String>, to: impl Into<String>) -> Self {
        self.rename = Some(Rename { from: from.into(), to: to.into() });
        self
    }

    /// With this to do next, unless something nearer was found.
    pub fn or_help(mut self, help: Kata) -> Self {
        self.help.get_or_insert(help);
        self
    }

    /// Whether another says the same of the same place.
    fn is_same(&self, other: &Self) -> bool {
        self.code == other.code && self.place == other.place && self.what == other.what
    }

    /// With what to do next, where that can be known.
    pub fn maybe_help(mut self, help: Option<Kata>) -> Self {
        self.help = help.or(self.help);
        self
    }
}

/// A finding that the content silences where it stands.
#[derive(Debug, Clone)]
pub struct Silenced {
    /// The finding.
    pub finding: Diagnostic,
    /// Why it is silenced; published.
    pub alasan: String,
}

/// What was asked for, when not everything was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Families such as `KST` and codes such as `HUK-02`.
    pub wanted: Vec<String>,
    /// How many findings of level galat are left out.
    pub left_out: usize,
}

impl Selection {
    /// Whether a code, or its family, was asked for.
    pub fn has(&self, code: &str) -> bool {
        let family = code.split('-').next().unwrap_or(code);
        self.wanted.iter().any(|wanted| wanted == code || wanted == family)
    }
}

/// Everything that was found wrong so far.
#[derive(Debug, Default)]
pub struct Report {
    findings: Thinned,
    silenced: Vec<Silenced>,
    selection: Option<Selection>,
    /// The codes whose findings keep a site from being published, whatever their rules say.
    raised: Vec<&'static str>,
}

impl Report {
    /// Takes findings of a code that are added from now on for errors: before a site is published.
    pub fn raise(&mut self, code: &'static str) {
        self.raised.push(code);
    }

    /// Adds a finding.
    pub fn add(&mut self, mut finding: Diagnostic) {
        if self.raised.contains(&finding.code) {
            finding.level = Level::Galat;
        }
        self.findings.add(finding);
    }

    /// Adds many findings.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        findings.into_iter().for_each(|finding| self.add(finding));
    }

    /// All findings, in order of file, place and code once they are [sorted](Self::sort).
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings.kept
    }

    /// Takes out the findings for which there is a reason to silence them.
    pub fn silence(&mut self, mut reason: impl FnMut(&Diagnostic) -> Option<String>) {
        for finding in std::mem::take(&mut self.findings.kept) {
            match reason(&finding) {
                Some(alasan) => self.silenced.push(Silenced { finding, alasan }),
                None => self.findings.kept.push(finding),
            }
        }
    }

    /// The findings that the content silences; they count for nothing.
    pub fn silenced(&self) -> &[Silenced] {
        &self.silenced
    }

    /// Leaves out everything but these families and codes.
    pub fn select(&mut self, wanted: Vec<String>) {
        let all = self.count(Level::Galat);
        let selection = Selection { wanted, left_out: 0 };
        self.findings.kept.retain(|finding| selection.has(finding.code));
        self.silenced.retain(|silenced| selection.has(silenced.finding.code));
        self.selection = Some(Selection { left_out: all - self.count(Level::Galat), ..selection });
    }

    /// What was asked for, when not everything was.
    pub fn selection(&self) -> Option<&Selection> {
        self.selection.as_ref()
    }

    /// Whether findings of a code were asked for.
    pub fn is_wanted(&self, code: &str) -> bool {
        self.selection.as_ref().is_none_or(|selection| selection.has(code))
    }

    /// Whether nothing keeps the site from being published.
    pub fn is_clean(&self) -> bool {
        self.count(Level::Galat) == 0
    }

    /// How many findings have a level.
    pub fn count(&self, level: Level) -> usize {
        let of_level = self.findings().iter().filter(|finding| finding.level == level);
        of_level.map(|finding| 1 + finding.more).sum()
    }

    /// Gives the findings of a code another level, as `situs.yaml` asks.
    pub fn set_level(&mut self, code: &str, level: Level) {
        self.findings.kept.iter_mut().filter(|finding| finding.code == code).for_each(|finding| finding.level = level);
    }

    /// Brings the findings into the order of the files and of the lines in them, and drops what was said twice.
    pub fn sort(&mut self, sources: &crate::source::Sources) {
        in_order(&mut self.findings.kept, |finding| finding, sources);
        self.findings.kept.dedup_by(|a, b| a.is_same(b));
        in_order(&mut self.silenced, |silenced| &silenced.finding, sources);
        self.silenced.dedup_by(|a, b| a.finding.is_same(&b.finding));
    }
}

/// Sorts by the files, the places in them, the codes and the sentences. A place is looked up once, and nothing is copied.
fn in_order<T>(all: &mut Vec<T>, finding: impl Fn(&T) -> &Diagnostic, sources: &crate::source::Sources) {
    let mut placed: Vec<(usize, T)> =
        std::mem::take(all).into_iter().map(|one| (finding(&one).place.range(sources).start, one)).collect();
    placed.sort_by(|(a_start, a), (b_start, b)| {
        let (a, b) = (finding(a), finding(b));
        let by_place = a.place.file.cmp(&b.place.file).then(a_start.cmp(b_start));
        by_place.then_with(|| a.code.cmp(b.code)).then_with(|| a.what.cmp(&b.what))
    });
    all.extend(placed.into_iter().map(|(_, one)| one));
}
