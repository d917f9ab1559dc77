//! Publishing from the desk: what is found, which pages will be others, and then the build.

use crate::bahasa::Kata;
use crate::output::manifest::Entry;
use crate::project::{Outcome, PLACEHOLDERS, Watch};
use crate::render::sink::Stage;
use crate::report::draw::summary;
use crate::report::{Diagnostic, Level, Report};
use crate::serve::desk::found::remark;
use crate::serve::desk::office::{Answer, Asked, Office};
use crate::serve::desk::words::word;
use crate::serve::percent::encoded;
use crate::value::angka::ribuan;
use anyhow::Result;
use hyper::StatusCode;
use serde_json::{Value, json};

/// The most pages that are named.
const NAMED: usize = 100;

/// Nobody is told how it goes: the answer says what came of it.
struct Unwatched;

impl Watch for Unwatched {
    fn discarded(&self, _: &Kata) {}
    fn begin(&self, _: Stage) {}
    fn drawn(&self, _: u64) {}
    fn retained(&self) {}
}

/// Shows what would be published, and publishes it when it is sent.
pub(super) fn answer(office: &Office, asked: &Asked) -> Result<Answer> {
    if asked.posted.is_some() {
        return publish(office);
    }
    let (_, report) = office.desk.found(office.now())?;
    let view = json!({
        "judul": word("terbitkan", office.bahasa),
        "ringkasan": summary(&report, office.bahasa),
        "galat": mistakes(&report, office),
        "berubah": changed(office),
        "folder": office.desk.output.display().to_string(),
    });
    Ok(office.page(StatusCode::OK, "terbitkan.html", &view))
}

fn publish(office: &Office) -> Result<Answer> {
    let mut report = Report::default();
    let outcome = office.desk.open(office.now())?.publish(&Unwatched, &mut report)?;
    let (status, done) = match outcome {
        Outcome::Published { published, next, .. } => {
            let files = ribuan(published.files as u64);
            let changed = ribuan(published.changed as u64);
            let next = next.map(|next| office.say(&next));
            (StatusCode::OK, json!({ "berkas": files, "berubah": changed, "berikutnya": next }))
        }
        Outcome::Unsound => (StatusCode::UNPROCESSABLE_ENTITY, Value::Null),
    };
    let view = json!({
        "judul": word("terbitkan", office.bahasa),
        "ringkasan": summary(&report, office.bahasa),
        "galat": mistakes(&report, office),
        "terbit": done,
        "gagal": status != StatusCode::OK,
        "folder": office.desk.output.display().to_string(),
    });
    Ok(office.page(status, "terbitkan.html", &view))
}

/// What keeps the site from being published, with the way to its form.
fn mistakes(report: &Report, office: &Office) -> Vec<Value> {
    let is_grave = |finding: &&Diagnostic| finding.level == Level::Galat || PLACEHOLDERS.contains(&finding.code);
    let grave = report.findings().iter().filter(is_grave);
    grave
        .map(|finding| json!({ "temuan": remark(finding, office.bahasa), "berkas": encoded(&finding.place.file), "nama": finding.place.file }))
        .collect()
}

/// The pages of the preview that are published with other bytes, or not at all; nothing where nothing is published yet.
fn changed(office: &Office) -> Option<Value> {
    let published = office.desk.published()?;
    let site = office.state.shown().site?;
    let (mut new, mut other) = (Vec::new(), Vec::new());
    for (path, id) in site.pages().filter(|(path, _)| path.ends_with(".html")) {
        match published.berkas.get(path) {
            None => new.push(path),
            Some(entry) if *entry != Entry::from(id) => other.push(path),
            Some(_) => {}
        }
    }
    let gone = published.berkas.keys().filter(|path| path.ends_with(".html") && site.file(path).is_none());
    let mut gone: Vec<&str> = gone.map(String::as_str).collect();
    let prefix = site.base.prefix().to_owned();
    let named = |list: &mut Vec<&str>| {
        list.sort_unstable();
        let count = list.len();
        let shown: Vec<String> = list.iter().take(NAMED).map(|path| (*path).to_owned()).collect();
        json!({ "jumlah": count, "halaman": shown, "awalan": prefix })
    };
    Some(json!({ "baru": named(&mut new), "lain": named(&mut other), "hilang": named(&mut gone) }))
}
