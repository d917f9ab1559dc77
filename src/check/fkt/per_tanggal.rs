//! No record is from a future so far that its date is a slip.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Model, Tertunda};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;

pub(super) const RULE: Rule = Rule {
    code: "FKT-02",
    level: Level::Peringatan,
    what: (
        "tanggal angka atau catatan lain tidak bertahun-tahun sesudah hari situs dibuat",
        "a figure's or another record's day is not years after the day the site is for",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "catatan terbit mulai harinya, jadi yang tahunnya salah ketik tidak pernah terbit",
        "a record is published from its day on, so one with a slip in its year never is",
    ),
    example: Example { file: "fakta/kesiapan.yaml", bad: "per_tanggal: 2042-11-14", good: "per_tanggal: 2024-11-14" },
    apply,
};

/// A term of office is five years, and nothing of the election after it is recorded before two of them are over.
const MOST: i64 = 3 * 365;

fn apply(model: &Model, findings: &mut Findings) {
    let today = model.hari.exact();
    for waiting in model.lingkup.iter().flat_map(|lingkup| &*lingkup.tertunda) {
        let Some(day) = waiting.sejak.filter(|day| today.hari_menuju(*day) > MOST) else { continue };
        let what = kata(
            format!("tanggal {} masih bertahun-tahun lagi", day.panjang()),
            format!("the day {day} is years away"),
        );
        let help = kata("periksa tahunnya", "look up the year");
        findings.add(findings.finding(place(model, waiting, day), what).help(help));
    }
}

/// Where the file has the day; it may also be that of a source.
fn place(model: &Model, waiting: &Tertunda, day: Tanggal) -> Place {
    let document = model.document_at(&waiting.berkas);
    let written = day.to_string();
    let at = document.and_then(|document| document.text().find(&written));
    at.map_or_else(|| Place::file(&waiting.berkas), |at| Place::bytes(&waiting.berkas, at..at + written.len()))
}
