//! What a browser is told while it watches: that there is a new site, and what is wrong with the content.

use crate::bahasa::{Bahasa, kata};
use crate::report::draw::{Colour, Style, summary, teks};
use crate::report::{Diagnostic, Level, Report};
use crate::serve::state::Shown;
use crate::source::Sources;
use hyper::body::{Body, Bytes, Frame};
use serde::Serialize;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc::Receiver;

/// Where a browser listens.
pub(super) const PATH: &str = "/_pilkada/peristiwa";

/// Listens, reloads, and lays the findings over the page.
const SCRIPT: &str = include_str!("pratinjau.js");

/// What is wrong with the content, for the browser.
#[derive(Debug, Default, Serialize)]
pub(super) struct Findings {
    ringkasan: String,
    temuan: Vec<Finding>,
    /// All of it as the terminal shows it, for a page without a script.
    #[serde(skip)]
    teks: String,
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

/// The event that says what is wrong now, and which site is shown.
pub(super) fn found(shown: &Shown) -> Bytes {
    #[derive(Serialize)]
    struct Temuan<'f> {
        generasi: u64,
        #[serde(flatten)]
        findings: &'f Findings,
    }
    event("temuan", &Temuan { generasi: shown.generation, findings: &shown.findings })
}

/// The event that says there is a new site.
pub(super) fn reload(shown: &Shown) -> Bytes {
    event("muat", &serde_json::json!({ "generasi": shown.generation }))
}

fn event(name: &str, what: &impl Serialize) -> Bytes {
    // JSON on one line: a line break would end the event.
    let json = serde_json::to_string(what).expect("strings and numbers are always JSON");
    Bytes::from(format!("event: {name}\ndata: {json}\n\n"))
}

/// A page with the script before the end of its body; only here, never in a build.
pub(super) fn with_script(page: &[u8], generation: u64) -> Bytes {
    let script = format!("<script data-generasi=\"{generation}\">{SCRIPT}</script>");
    let end = body_end(page);
    Bytes::from([&page[..end], script.as_bytes(), &page[end..]].concat())
}

/// Where the last `</body>` begins; the page's end when it has none.
fn body_end(page: &[u8]) -> usize {
    page.windows(7).rposition(|seven| seven.eq_ignore_ascii_case(b"</body>")).unwrap_or(page.len())
}

/// What is shown while there is no sound site yet.
pub(super) fn page_of_findings(shown: &Shown, bahasa: Bahasa) -> Bytes {
    let title = kata("Situs belum bisa ditampilkan", "The site cannot be shown yet");
    page(title.dalam(bahasa), &shown.findings.teks, shown.generation)
}

/// What is shown for an address that leads nowhere, where the site has no such page itself.
pub(super) fn page_of_nothing(path: &str, shown: &Shown, bahasa: Bahasa) -> Bytes {
    let title = kata("Halaman ini tidak ada", "There is no such page");
    page(title.dalam(bahasa), path, shown.generation)
}

fn page(title: &str, text: &str, generation: u64) -> Bytes {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let html = format!(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title></head>\n<body><h1>{title}</h1><pre>{text}</pre>\n</body></html>\n"
    );
    with_script(html.as_bytes(), generation)
}

/// The body of an answer that goes on as long as the browser watches.
#[derive(Debug)]
pub(super) struct Events(pub Receiver<Bytes>);

impl Body for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|event| event.map(|event| Ok(Frame::data(event))))
    }
}

#[cfg(test)]
mod tests {
    use super::body_end;

    #[test]
    fn the_script_goes_before_the_last_end_of_a_body() {
        assert_eq!(body_end(b"<body></body> </BODY>"), 14);
        assert_eq!(body_end(b"<p>x"), 4);
    }
}
