//! Holds the model against the rules: electoral law, equal treatment, personal data, facts, dates.
//!
//! A rule is a file in the folder of its family and two lines in its `mod.rs`: its `mod` and its name in `RULES`.

mod aks;
mod fkt;
mod fmt;
mod huk;
pub mod ingatan;
mod jdw;
mod kst;
mod look;
mod nam;
mod pdp;
mod ruj;
mod silence;

use crate::bahasa::{Kata, kata};
use crate::check::ingatan::Ingatan;
use crate::check::look::texts::asking;
use crate::model::Model;
use crate::record::situs::Tingkat;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level, Report};
use rayon::prelude::*;
use std::sync::LazyLock;

/// Every rule, in order of its code.
pub static RULES: LazyLock<Vec<&Rule>> = LazyLock::new(|| FAMILIES.concat());

/// The rules of each family, in order of their codes.
const FAMILIES: [&[&Rule]; 9] =
    [aks::RULES, fkt::RULES, fmt::RULES, huk::RULES, jdw::RULES, kst::RULES, nam::RULES, pdp::RULES, ruj::RULES];

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
    /// The article of law or other source the rule rests on.
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
    found: Vec<Diagnostic>,
}

impl Findings {
    /// A finding of this rule, still to be [added](Self::add).
    pub fn finding(&self, place: Place, what: Kata) -> Diagnostic {
        Diagnostic::new(self.rule.code, self.rule.level, place, what).why(self.rule.reason())
    }

    /// Adds a finding.
    pub fn add(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }
}

impl Rule {
    /// The reason with the law behind it.
    pub fn reason(&self) -> Kata {
        let (id, en) = self.why;
        match self.law {
            Some(law) => kata(format!("{id} ({law})"), format!("{en} ({law})")),
            None => kata(id, en),
        }
    }

    /// What of a model breaks the rule, with the rule's own level; texts in which it found nothing before are not looked at.
    pub fn find(&'static self, model: &Model) -> Vec<Diagnostic> {
        let mut findings = Findings { rule: self, found: Vec::new() };
        let number = RULES.iter().position(|rule| rule.code == self.code);
        asking(number, || (self.apply)(model, &mut findings));
        findings.found
    }
}

/// Applies every rule, then the levels that `situs.yaml` sets, and takes out what the content silences.
pub fn run(model: &Model, report: &mut Report) {
    run_again(model, &Ingatan::default(), report);
}

/// Does as [`run`] does, but for the rules that would find nothing again.
pub fn run_again(model: &Model, ingatan: &Ingatan, report: &mut Report) {
    let still = ingatan.begin(model);
    // From the last to the first: the longest stand at the end, and one that is begun last keeps all others waiting.
    let rules = RULES.par_iter().rev().with_max_len(1);
    let mut found: Vec<Vec<Diagnostic>> = rules.map(|rule| still.find(rule.code, || rule.find(model))).collect();
    found.reverse();
    ingatan.end(still);
    report.extend(found.into_iter().flatten());
    let levels = &model.situs.record.aturan;
    for (code, change) in levels.iter() {
        if !RULES.iter().any(|rule| rule.code == code.as_str()) {
            report.add(unknown_rule(Place::key(model.situs.path(), format!("aturan.{code}")), code.as_str()));
        }
        report.set_level(code.as_str(), level(change.tingkat));
    }
    silence::apply(model, report);
}

fn level(tingkat: Tingkat) -> Level {
    match tingkat {
        Tingkat::Galat => Level::Galat,
        Tingkat::Peringatan => Level::Peringatan,
        Tingkat::Saran => Level::Saran,
    }
}

fn unknown_rule(place: Place, code: &str) -> Diagnostic {
    let near = crate::value::mirip::nearest(code, RULES.iter().map(|rule| rule.code));
    let what = kata(format!("tidak ada aturan {code}"), format!("there is no rule {code}"));
    Diagnostic::galat("RUJ-13", place, what)
        .maybe_help(near.map(|near| kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant"))))
}
