//! What of a report is shown where a file has thousands of findings of one kind: the first of them, and how many more there are.

use crate::bahasa::{Kata, kata};
use crate::report::{Diagnostic, Level, Report};
use std::collections::BTreeMap;

/// How many findings of a kind a person is shown of a file: who has mended these looks again.
pub const FOR_PEOPLE: usize = 20;
/// How many a program is given: more than anybody has written, and no bomb where a file is made to have a million.
pub const FOR_PROGRAMS: usize = 1_000;

/// A finding that is shown, or what is said of those that are not.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'r> {
    /// A finding.
    Finding(&'r Diagnostic),
    /// Findings that are not shown.
    Rest(Rest<'r>),
}

/// Findings of one kind in one file that are not shown.
#[derive(Debug, Clone, Copy)]
pub struct Rest<'r> {
    /// The code of all of them.
    pub code: &'static str,
    /// How grave they are.
    pub level: Level,
    /// The file.
    pub file: &'r str,
    /// How many there are.
    pub count: usize,
}

impl Rest<'_> {
    /// How many there are, in words.
    pub fn words(&self) -> Kata {
        let (code, file) = (self.code, self.file);
        let (id, en) = (parted(self.count, '.'), parted(self.count, ','));
        let plural = if self.count == 1 { "" } else { "s" };
        kata(
            format!("dan {id} temuan {code} lagi di {file}"),
            format!("and {en} more finding{plural} of {code} in {file}"),
        )
    }
}

impl Report {
    /// Of the findings the first `most` of each kind in each file, in order; behind those of a file what is left out.
    pub fn entries(&self, most: usize) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for of_file in self.findings().chunk_by(|a, b| a.place.file == b.place.file) {
            // How many are shown, and how many are left out.
            let mut counts: BTreeMap<(&'static str, Level), (usize, usize)> = BTreeMap::new();
            for finding in of_file {
                let (count, left) = counts.entry((finding.code, finding.level)).or_default();
                if *count < most {
                    entries.push(Entry::Finding(finding));
                    *count += 1;
                    *left += finding.more;
                } else {
                    *left += 1 + finding.more;
                }
            }
            let file = of_file.first().map_or("", |finding| finding.place.file.as_str());
            let rest = counts.into_iter().filter(|(_, (_, left))| *left > 0);
            entries.extend(rest.map(|((code, level), (_, count))| Entry::Rest(Rest { code, level, file, count })));
        }
        entries
    }
}

/// A number with its thousands parted.
fn parted(number: usize, sign: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bahasa::{Bahasa, sama};
    use crate::report::place::Place;

    #[test]
    fn of_many_findings_the_first_are_shown_and_the_rest_counted() {
        let mut report = Report::default();
        let finding = |file: &str| Diagnostic::new("FKT-01", Level::Saran, Place::file(file), sama("x"));
        report.extend((0..3).map(|_| finding("a")));
        report.extend((0..1_236).map(|_| finding("b")));
        report.add(Diagnostic::galat("FKT-02", Place::file("b"), sama("x")));
        let entries = report.entries(2);
        let shown: Vec<String> = entries
            .iter()
            .map(|entry| match entry {
                Entry::Finding(finding) => format!("{} {}", finding.code, finding.place.file),
                Entry::Rest(rest) => rest.words().dalam(Bahasa::Id).to_owned(),
            })
            .collect();
        assert_eq!(
            shown,
            [
                "FKT-01 a",
                "FKT-01 a",
                "dan 1 temuan FKT-01 lagi di a",
                "FKT-01 b",
                "FKT-01 b",
                "FKT-02 b",
                "dan 1.234 temuan FKT-01 lagi di b",
            ]
        );
    }
}
