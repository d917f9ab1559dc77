//! Where a file has very many findings of one kind, the first of them are kept and the others counted: their number is bounded
//! by what is written, and what is said of each is longer than that.

use crate::report::shown::FOR_PROGRAMS;
use crate::report::{Diagnostic, Level};
use std::collections::BTreeMap;

/// So many findings are kept before any is only counted.
const MANY: usize = 8 * FOR_PROGRAMS;

/// Findings that are thinned out as they come.
#[derive(Debug, Default)]
pub struct Thinned {
    /// Those that are kept, in the order they came.
    pub kept: Vec<Diagnostic>,
    /// How many were left when they were last thinned out.
    left: usize,
}

impl Thinned {
    /// Adds a finding.
    pub fn add(&mut self, finding: Diagnostic) {
        self.kept.push(finding);
        if self.kept.len() >= MANY.max(2 * self.left) {
            thin(&mut self.kept);
            self.left = self.kept.len();
        }
    }
}

/// Keeps of each kind in each file the first findings, of which the last then stands for the others.
fn thin(findings: &mut Vec<Diagnostic>) {
    if findings.len() < MANY {
        return;
    }
    let mut last: BTreeMap<(String, &'static str, Level), (usize, usize)> = BTreeMap::new();
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(MANY);
    for finding in findings.drain(..) {
        let key = (finding.place.file.clone(), finding.code, finding.level);
        let (count, place) = last.entry(key).or_default();
        *count += 1;
        if *count > FOR_PROGRAMS {
            kept[*place].more += 1 + finding.more;
        } else {
            *place = kept.len();
            kept.push(finding);
        }
    }
    *findings = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bahasa::sama;
    use crate::report::Report;
    use crate::report::place::Place;

    #[test]
    fn of_very_many_findings_all_are_counted_and_few_are_kept() {
        let mut report = Report::default();
        for number in 0..100_000 {
            let (code, level) = [("FKT-01", Level::Galat), ("FKT-02", Level::Saran)][number % 2];
            report.add(Diagnostic::new(code, level, Place::file("a"), sama(number.to_string())));
        }
        assert_eq!((report.count(Level::Galat), report.count(Level::Saran)), (50_000, 50_000));
        assert!(report.findings().len() < 2 * MANY);
    }
}
