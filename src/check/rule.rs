//! What a rule is, how sure we are of it, and what it found.

use crate::bahasa::{Kata, kata};
use crate::hukum::paket::{Ketentuan, Keyakinan};
use crate::model::Model;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level, Thinned};

/// A rule: its code never changes meaning.
pub struct Rule {
    /// The code, such as `HUK-02`.
    pub code: &'static str,
    /// How grave a finding is, unless `situs.yaml` says otherwise.
    pub level: Level,
    /// What has to be so, in Indonesian and in English: a clause without a full stop.
    pub what: (&'static str, &'static str),
    /// How sure we are of it.
    pub confidence: Confidence,
    /// The article of law or other source the rule rests on; where its values have each their own, those of the packs (`hukum`)
    /// stand in its place.
    pub law: Option<&'static str>,
    /// Why the rule is there, in Indonesian and in English: a sentence without a full stop.
    pub why: (&'static str, &'static str),
    /// How it is broken, and how it is kept.
    pub example: Example,
    /// Finds what breaks it.
    pub apply: fn(&Model, &mut Findings),
}

/// How sure we are that a rule is the law's, or right: only A and L may keep a site from being published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// The rule's own words were read, or several quotations agree.
    A,
    /// One news report, or a draft.
    B,
    /// From memory, or our own opinion of what is fair.
    C,
    /// Logic: no law is needed for it.
    L,
}

/// What a rule found.
pub struct Findings {
    rule: &'static Rule,
    /// The rule's reason, which all of them share.
    reason: Kata,
    found: Thinned,
}

impl Findings {
    /// A finding of this rule, still to be [added](Self::add).
    pub fn finding(&self, place: Place, what: Kata) -> Diagnostic {
        Diagnostic::new(self.rule.code, self.rule.level, place, what).why(self.reason.clone())
    }

    /// A finding by a value of the law, whose source is its reason: one that is not sure keeps no site from being published.
    pub fn finding_by<T>(&self, place: Place, what: Kata, ketentuan: &Ketentuan<T>) -> Diagnostic {
        let level = match ketentuan.keyakinan {
            Keyakinan::A => self.rule.level,
            Keyakinan::B | Keyakinan::C => self.rule.level.max(Level::Peringatan),
        };
        let reason = self.rule.reason_by(&ketentuan.sumber);
        Diagnostic::new(self.rule.code, level, place, what).why(reason)
    }

    /// Adds a finding.
    pub fn add(&mut self, finding: Diagnostic) {
        self.found.add(finding);
    }
}

impl Rule {
    /// The reason with the law behind it.
    pub fn reason(&self) -> Kata {
        let (id, en) = self.why;
        self.law.map_or_else(|| kata(id, en), |law| self.reason_by(law))
    }

    /// The reason with an article behind it.
    fn reason_by(&self, law: &str) -> Kata {
        let (id, en) = self.why;
        kata(format!("{id} ({law})"), format!("{en} ({law})"))
    }

    /// What of a model breaks the rule, with the rule's own level.
    pub fn find(&'static self, model: &Model) -> Vec<Diagnostic> {
        let mut findings = Findings { rule: self, reason: self.reason(), found: Thinned::default() };
        (self.apply)(model, &mut findings);
        findings.found.kept
    }
}

/// The rules of a family, in order of their codes: each is a file beside, with its `RULE`. Behind its name stand, in brackets,
/// its looks at texts (`check::look::pass`).
macro_rules! rules {
    ($($rule:ident $([$($look:ident),+])?),* $(,)?) => {
        $(mod $rule;)*

        /// The rules of the family, in order of their codes.
        pub(super) const RULES: &[&$crate::check::rule::Rule] = &[$(&$rule::RULE),*];
        /// Their looks at texts.
        pub(super) const LOOKS: &[&dyn $crate::check::look::pass::Look] = &[$($($(&$rule::$look,)+)?)*];
    };
}
pub(super) use rules;
