//! Takes the findings that the content silences out of the report, and says which `abaikan` silences nothing.

use crate::bahasa::kata;
use crate::check::{RULES, unknown_rule};
use crate::model::Model;
use crate::model::document::Document;
use crate::record::abaikan::Pengabaian;
use crate::report::{Diagnostic, Level, Report};

/// An `abaikan` that silences nothing, or may not.
const IDLE: &str = "RUJ-17";

/// Silences what the content asks to be silenced.
pub(super) fn apply(model: &Model, report: &mut Report) {
    let mut used = vec![false; model.abaikan.len()];
    report.silence(|finding| {
        let index = silencer(model, finding, model.document_at(&finding.place.file)?)?;
        used[index] = true;
        Some(model.abaikan[index].alasan.clone())
    });
    // Where a record could not be read, its rules had nothing to say, and nothing can be called idle.
    let whole = model.lingkup.iter().all(|lingkup| lingkup.rusak.is_empty());
    // Nor where it is about a part of a record that waits for its day.
    let waits = |file: &str| model.lingkup.iter().any(|lingkup| lingkup.waits(file));
    for (pengabaian, _) in model.abaikan.iter().zip(used).filter(|(_, used)| !used) {
        match misuse(pengabaian) {
            Some(finding) => report.add(finding),
            None if whole && !waits(&pengabaian.place.file) => report.add(idle(pengabaian)),
            None => {}
        }
    }
}

/// Which `abaikan` speaks for a finding.
fn silencer(model: &Model, finding: &Diagnostic, document: &Document) -> Option<usize> {
    let near = |one: &Pengabaian| one.place.file == finding.place.file && one.kode == finding.code;
    if !may_be_silenced(finding.code) || !model.abaikan.iter().any(near) {
        return None;
    }
    let range = finding.place.range_in(document);
    model.abaikan.iter().position(|one| near(one) && one.covers(finding.code, &range))
}

/// Form and links are no matter of opinion: what cannot be read or leads nowhere is mended.
fn may_be_silenced(code: &str) -> bool {
    !code.starts_with("FMT-") && !code.starts_with("RUJ-")
}

/// A code that does not exist, or one that may not be silenced.
fn misuse(pengabaian: &Pengabaian) -> Option<Diagnostic> {
    let (kode, place) = (&pengabaian.kode, pengabaian.place.clone());
    if !may_be_silenced(kode) {
        let what =
            kata(format!("temuan {kode} tidak bisa diabaikan"), format!("findings of {kode} cannot be silenced"));
        let why = kata(
            "bentuk dan rujukan yang salah harus diperbaiki, tidak bisa dikecualikan",
            "what is wrong in form or leads nowhere has to be mended; there is no exception to it",
        );
        let finding = Diagnostic::new(IDLE, Level::Peringatan, place, what).why(why);
        return Some(finding.help(kata("hapus isian abaikan ini", "delete this entry of abaikan")));
    }
    let known = RULES.iter().any(|rule| rule.code == kode);
    (!known).then(|| unknown_rule(place, kode))
}

/// An `abaikan` that has nothing to silence.
fn idle(pengabaian: &Pengabaian) -> Diagnostic {
    let kode = &pengabaian.kode;
    let what = kata(
        format!("tidak ada temuan {kode} yang diabaikan di sini"),
        format!("there is no finding of {kode} to silence here"),
    );
    let why = kata(
        "alasannya tetap terbit di halaman kesetaraan, padahal tidak ada yang dikecualikan",
        "its reason is published on the page on equal treatment though nothing is excepted",
    );
    Diagnostic::new(IDLE, Level::Peringatan, pengabaian.place.clone(), what).why(why).help(kata(
        "hapus isian abaikan ini, atau pindahkan ke berkas yang disebut temuannya",
        "delete this entry of abaikan, or move it to the file that the finding names",
    ))
}
