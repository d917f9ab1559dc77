//! What is shown at one moment: a site, and what is wrong with the content.

use crate::bahasa::{Bahasa, Kata, kata};
use crate::report::draw::{Colour, Style, summary, teks};
use crate::report::place::{Place, line_near};
use crate::report::shown::{Entry, FOR_PEOPLE, Rest};
use crate::report::{Diagnostic, Level, Report};
use crate::serve::site::Site;
use crate::source::Sources;
use serde::Serialize;
use std::sync::Arc;

/// What is shown at one moment.
#[derive(Clone)]
pub(super) struct Shown {
    /// The last sound site; `None` when there was none yet.
    pub site: Option<Arc<Site>>,
    /// Grows with every new site, and is never that of another run of the program.
    pub generation: u64,
    /// What is wrong with the content now.
    pub findings: Arc<Findings>,
}

/// What is wrong with the content, for the browser.
#[derive(Debug, Default, Serialize)]
pub(super) struct Findings {
    ringkasan: String,
    temuan: Vec<Finding>,
    /// All of it as the terminal shows it, for a page without a script.
    #[serde(skip)]
    pub teks: String,
}

#[derive(Debug, Serialize)]
struct Finding {
    tingkat: Level,
    sebutan: String,
    kode: &'static str,
    pesan: String,
    /// The place itself, then those that belong to it; none where the machine refused.
    tempat: Vec<Spot>,
    sebab: Option<String>,
    saran: Option<String>,
}

/// A place and what is to be seen there.
#[derive(Debug, Serialize)]
struct Spot {
    tempat: String,
    baris: String,
    keterangan: Option<String>,
}

impl Findings {
    /// The findings of a report.
    pub fn of(report: &Report, sources: &Sources, bahasa: Bahasa) -> Self {
        Self {
            ringkasan: summary(report, bahasa),
            temuan: report
                .entries(FOR_PEOPLE)
                .into_iter()
                .map(|entry| match entry {
                    Entry::Finding(finding) => Finding::of(finding, sources, bahasa),
                    Entry::Rest(rest) => Finding::of_rest(&rest, bahasa),
                })
                .collect(),
            teks: teks(report, sources, Style { bahasa, colour: Colour::Plain }),
        }
    }

    /// The machine refused.
    pub fn refusal(error: &anyhow::Error, bahasa: Bahasa) -> Self {
        let pesan = crate::refusal::sentence(error, bahasa);
        let sebutan = kata("gagal", "failed").dalam(bahasa).to_owned();
        let teks = format!("{sebutan}: {pesan}");
        let finding =
            Finding { tingkat: Level::Galat, sebutan, kode: "", pesan, tempat: Vec::new(), sebab: None, saran: None };
        Self { ringkasan: finding.sebutan.clone(), temuan: vec![finding], teks }
    }
}

impl Finding {
    fn of(finding: &Diagnostic, sources: &Sources, bahasa: Bahasa) -> Self {
        let word = |text: &Option<Kata>| text.as_ref().map(|text| text.dalam(bahasa).to_owned());
        let first = Spot::of(&finding.place, sources, word(&finding.label));
        let related = finding.related.iter();
        let related = related.map(|(place, label)| Spot::of(place, sources, Some(label.dalam(bahasa).to_owned())));
        Self {
            tingkat: finding.level,
            sebutan: finding.level.word().dalam(bahasa).to_owned(),
            kode: finding.code,
            pesan: finding.what.dalam(bahasa).to_owned(),
            tempat: std::iter::once(first).chain(related).collect(),
            sebab: word(&finding.why),
            saran: word(&finding.help),
        }
    }

    fn of_rest(rest: &Rest<'_>, bahasa: Bahasa) -> Self {
        Self {
            tingkat: rest.level,
            sebutan: rest.level.word().dalam(bahasa).to_owned(),
            kode: rest.code,
            pesan: rest.words().dalam(bahasa).to_owned(),
            tempat: Vec::new(),
            sebab: None,
            saran: None,
        }
    }
}

impl Spot {
    fn of(place: &Place, sources: &Sources, keterangan: Option<String>) -> Self {
        let file = &place.file;
        let Some(source) = sources.get(file).filter(|source| !source.text().is_empty()) else {
            return Self { tempat: file.clone(), baris: String::new(), keterangan };
        };
        let start = place.range_in(source).start;
        let (line, column) = source.position(start);
        let baris = source.text()[line_near(source, start)].to_owned();
        Self { tempat: format!("{file}:{line}:{column}"), baris, keterangan }
    }
}
