//! What each coming day will newly break, said today: the same content, checked as of the days on which anything changes.

use super::Project;
use crate::bahasa::Bahasa;
use crate::check::days_ahead;
use crate::model::BuildOptions;
use crate::pipeline::{self, Cache, Inputs};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::value::tanggal::Tanggal;
use anyhow::Result;

/// A day to come, and what is found on it that is not found before.
pub struct Ahead {
    /// The day.
    pub hari: Tanggal,
    /// The findings that are new then.
    pub report: Report,
}

/// What makes two findings of different days the same: a number of days in the sentence grows by itself.
type Known = (&'static str, Place, String);

impl Project {
    /// What each day until the last, and the last itself, newly breaks; days without any are left out.
    ///
    /// Fails where a text was changed meanwhile.
    pub fn ahead(&self, last: Tanggal) -> Result<Vec<Ahead>> {
        let cache = Cache::default();
        let mut known: Vec<Known> = Vec::new();
        let mut days = Vec::new();
        let mut next = Some(self.options.hari);
        while let Some(hari) = next {
            let (mut report, options) = (Report::default(), BuildOptions { hari, ..self.options });
            let inputs = Inputs { sources: &self.sources, options };
            let model = pipeline::check_again(inputs, &cache, &mut report);
            let new: Vec<Diagnostic> =
                report.findings().iter().filter(|finding| !known.contains(&key(finding))).cloned().collect();
            known.extend(new.iter().map(key));
            if hari > self.options.hari && !new.is_empty() {
                let mut report = Report::default();
                report.extend(new);
                days.push(Ahead { hari, report });
            }
            // A record that is shown from this day on may bring days of its own.
            next = model.and_then(|model| days_ahead(&model).into_iter().next()).filter(|day| *day <= last);
        }
        self.sources.expect_unchanged()?;
        Ok(days)
    }
}

fn key(finding: &Diagnostic) -> Known {
    let words: String = finding.what.dalam(Bahasa::Id).chars().filter(|c| !c.is_ascii_digit()).collect();
    (finding.code, finding.place.clone(), words)
}
