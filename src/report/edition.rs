//! A report as one reader gets it.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::report::place::{Place, Region};
use crate::report::{Diagnostic, Level, Report};
use crate::source::Sources;

/// A report with what a writer has to know beside it.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'r> {
    /// What was found.
    pub report: &'r Report,
    /// The files it was found in.
    pub sources: &'r Sources,
    /// The language of the sentences.
    pub bahasa: Bahasa,
    /// The project's folder as a prefix of paths, such as `situs-kami/`; empty where the program was started in it.
    pub folder: &'r str,
    /// Every code there is, in order.
    pub rules: &'r [About],
    /// The mildest level that makes the run fail.
    pub threshold: Level,
}

/// What there is to say of a code, whether or not there is a finding of it.
#[derive(Debug, Clone)]
pub struct About {
    /// The code, such as `HUK-02`.
    pub code: &'static str,
    /// How grave a finding is unless `situs.yaml` says otherwise.
    pub level: Level,
    /// What has to be so.
    pub what: Kata,
    /// Why, with the law behind it.
    pub why: Kata,
}

impl Edition<'_> {
    /// A file's path from where the program was started.
    pub(super) fn path(&self, place: &Place) -> String {
        self.path_of(&place.file)
    }

    /// The path of a file below the project's folder, from where the program was started.
    pub(super) fn path_of(&self, file: &str) -> String {
        format!("{}{file}", self.folder)
    }

    /// The lines and columns of a place.
    pub(super) fn region(&self, place: &Place) -> Option<Region> {
        place.region(self.sources)
    }

    /// A sentence in the reader's language.
    pub(super) fn say<'k>(&self, sentence: &'k Kata) -> &'k str {
        sentence.dalam(self.bahasa)
    }

    /// Everything a finding says, a sentence a line.
    pub(super) fn sentences(&self, finding: &Diagnostic) -> String {
        let named = [(&finding.why, kata("sebab", "why")), (&finding.help, kata("saran", "help"))];
        let named = named.iter().filter_map(|(text, name)| {
            let text = text.as_ref()?;
            Some(format!("{}: {}", self.say(name), self.say(text)))
        });
        let first = [Some(&finding.what), finding.label.as_ref()].into_iter().flatten();
        first.map(|text| self.say(text).to_owned()).chain(named).collect::<Vec<_>>().join("\n")
    }

    /// Whether a finding of a level makes the run fail.
    pub(super) fn fails(&self, level: Level) -> bool {
        level <= self.threshold
    }
}
