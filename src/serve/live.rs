//! What a browser is told while it watches: that there is a new site, and what is wrong with the content.

use crate::bahasa::{Bahasa, kata};
use crate::serve::shown::{Findings, Shown};
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

/// The same with the way to the form of the record that the page is drawn from, by the page's address as it stands in a link.
pub(super) fn with_edit(page: &[u8], generation: u64, (address, bahasa): (&str, Bahasa)) -> Bytes {
    let word = kata("Sunting", "Edit");
    let edit = format!(
        "<pilkada-sunting style=\"position:fixed;left:.5rem;bottom:.5rem;z-index:2147483646\"><a target=\"_top\" \
         href=\"/_pilkada/sunting?alamat={address}\" style=\"display:inline-block;padding:.75rem 1rem;background:#1c1c1c;\
         color:#fff;font:16px/1.25 system-ui\">{}</a></pilkada-sunting>",
        word.dalam(bahasa)
    );
    let end = body_end(page);
    with_script(&[&page[..end], edit.as_bytes(), &page[end..]].concat(), generation)
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
