//! The text of a record as it is, for what no form can show; and the text that it had before.

use crate::bahasa::kata;
use crate::project::desk::{Change, Saved};
use crate::report::Report;
use crate::serve::desk::found::{Remark, remark};
use crate::serve::desk::office::{Answer, Asked, Office, text_of};
use crate::serve::desk::words::word;
use crate::serve::percent::encoded;
use anyhow::Result;
use hyper::StatusCode;
use serde_json::json;

/// A text as it is shown.
struct Shown<'s> {
    path: &'s str,
    text: &'s str,
    /// The digest that it is written over.
    digest: String,
    said: Option<String>,
    status: StatusCode,
}

/// Shows the text of a record, and writes another in its place.
pub(super) fn answer(office: &Office, asked: &Asked) -> Result<Answer> {
    let path = asked.query("berkas");
    let (sources, report) = office.desk.found(office.now())?;
    let Some(source) = text_of(&sources, path) else {
        return Ok(office.refusal(StatusCode::NOT_FOUND, &word("tidak_ada", office.bahasa)));
    };
    let digest = office.desk.digest(path, &sources).map(|digest| format!("{digest:032x}")).unwrap_or_default();
    let Some(posted) = &asked.posted else {
        let said = (!asked.query("alasan").is_empty()).then(|| word("bukan_formulir", office.bahasa));
        let shown = Shown { path, text: source.text(), digest, said, status: StatusCode::OK };
        return Ok(draw(office, &shown, &report));
    };
    let typed = posted.text("_teks");
    let text = if source.text().contains("\r\n") { typed.replace('\n', "\r\n") } else { typed.to_owned() };
    let before = u128::from_str_radix(posted.text("_sidik"), 16).ok();
    let change = Change::new(path, before, text);
    let said = |status, name: &str, report: &Report| {
        let shown = Shown {
            path,
            text: typed,
            digest: posted.text("_sidik").to_owned(),
            said: Some(word(name, office.bahasa)),
            status,
        };
        Ok(draw(office, &shown, report))
    };
    match office.desk.save(&[change], office.now())? {
        Saved::Written(_) => Ok(Answer::Elsewhere(format!("/_pilkada/catatan?berkas={}&tersimpan=1", encoded(path)))),
        Saved::Unsound(checked) => said(StatusCode::UNPROCESSABLE_ENTITY, "tidak_disimpan", &checked.report),
        Saved::Changed(_) => said(StatusCode::CONFLICT, "diubah_lain", &report),
    }
}

fn draw(office: &Office, shown: &Shown<'_>, report: &Report) -> Answer {
    let found: Vec<Remark> = report
        .findings()
        .iter()
        .filter(|finding| finding.place.file == shown.path)
        .map(|finding| remark(finding, office.bahasa))
        .collect();
    let view = json!({
        "judul": shown.path.rsplit('/').next(),
        "berkas": shown.path,
        "teks": shown.text.replace("\r\n", "\n"),
        "sidik": shown.digest,
        "pesan": shown.said,
        "lain": found,
    });
    office.page(shown.status, "teks.html", &view)
}

/// Puts the text back that a record had before it was last written; what it has now is kept in its turn.
pub(super) fn undo(office: &Office, asked: &Asked) -> Result<Answer> {
    let Some(posted) = &asked.posted else { return Ok(Answer::Elsewhere("/_pilkada/".to_owned())) };
    let path = posted.text("_berkas");
    let Some(text) = office.desk.earlier(path) else {
        return Ok(office.refusal(StatusCode::NOT_FOUND, &word("tidak_ada", office.bahasa)));
    };
    let before = u128::from_str_radix(posted.text("_sidik"), 16).ok();
    match office.desk.save(&[Change::new(path, before, text)], office.now())? {
        Saved::Written(_) => Ok(Answer::Elsewhere(format!("/_pilkada/catatan?berkas={}&tersimpan=1", encoded(path)))),
        Saved::Changed(_) => Ok(office.refusal(StatusCode::CONFLICT, &word("diubah_lain", office.bahasa))),
        Saved::Unsound(_) => {
            let why = kata(
                "isi sebelumnya melanggar aturan yang sekarang dipatuhi, jadi tidak dikembalikan",
                "the earlier text breaks a rule that is kept now, so it is not put back",
            );
            Ok(office.refusal(StatusCode::UNPROCESSABLE_ENTITY, &office.say(&why)))
        }
    }
}
