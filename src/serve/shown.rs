//! What is shown at one moment: a site, and what is wrong with the content.

use crate::bahasa::{Bahasa, kata};
use crate::report::draw::{Colour, Style, summary, teks};
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
    tempat: String,
    baris: String,
    sebab: Option<String>,
    saran: Option<String>,
}

impl Findings {
    /// The findings of a report.
    pub fn of(report: &Report, sources: &Sources, bahasa: Bahasa) -> Self {
        Self {
            ringkasan: summary(report, bahasa),
            temuan: report.findings().iter().map(|finding| Finding::of(finding, sources, bahasa)).collect(),
            teks: teks(report, sources, Style { bahasa, colour: Colour::Plain }),
        }
    }

    /// The machine refused.
    pub fn refusal(error: &anyhow::Error, bahasa: Bahasa) -> Self {
        let pesan = crate::refusal::sentence(error, bahasa);
        let sebutan = kata("gagal", "failed").dalam(bahasa).to_owned();
        let teks = format!("{sebutan}: {pesan}");
        let finding = Finding {
            tingkat: Level::Galat,
            sebutan,
            kode: "",
            pesan,
            tempat: String::new(),
            baris: String::new(),
            sebab: None,
            saran: None,
        };
        Self { ringkasan: finding.sebutan.clone(), temuan: vec![finding], teks }
    }
}

impl Finding {
    fn of(finding: &Diagnostic, sources: &Sources, bahasa: Bahasa) -> Self {
        let word = |text: &Option<crate::bahasa::Kata>| text.as_ref().map(|text| text.dalam(bahasa).to_owned());
        let file = &finding.place.file;
        let (tempat, baris) = match sources.get(file).filter(|source| !source.text().is_empty()) {
            None => (file.clone(), String::new()),
            Some(source) => {
                let start = finding.place.range_in(source).start;
                let (line, column) = source.position(start);
                (format!("{file}:{line}:{column}"), source.text()[source.line_around(start)].to_owned())
            }
        };
        Self {
            tingkat: finding.level,
            sebutan: finding.level.word().dalam(bahasa).to_owned(),
            kode: finding.code,
            pesan: finding.what.dalam(bahasa).to_owned(),
            tempat,
            baris,
            sebab: word(&finding.why),
            saran: word(&finding.help),
        }
    }
}
