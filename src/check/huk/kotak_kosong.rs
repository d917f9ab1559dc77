//! The law's word is "kolom kosong", not "kotak kosong".

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::hukum::nilai::SuratSuaraTunggal;
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-09",
    level: Level::Peringatan,
    what: (
        "istilahnya \"kolom kosong\", bukan \"kotak kosong\"; di `istilah.yaml` boleh dalam tanda kutip",
        "the term is \"kolom kosong\", not \"kotak kosong\"; in `istilah.yaml` it may stand in quotation marks",
    ),
    confidence: Confidence::B,
    law: None,
    why: (
        "yang kosong adalah kolom di surat suara, bukan kotak suaranya",
        "what is empty is a column of the ballot, not the ballot box",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Pasangan calon tunggal melawan kotak kosong.",
        good: "Pasangan calon tunggal melawan kolom kosong.",
    },
    apply,
};

/// What the column is called by mistake.
const WRONG: [&str; 2] = ["kotak kosong", "kotak suara kosong"];

/// The wrong term.
pub(super) static WRONG_TERM: TextLook = TextLook {
    name: "HUK-09 term",
    near: Near::Phrases(&[&WRONG]),
    reach: Reach::Records,
    find: |text| phrases(text, &WRONG),
};

fn apply(model: &Model, findings: &mut Findings) {
    let ballot = &model.hukum.pada(model.situs.record.pemungutan_suara).surat_suara_tunggal;
    // Of a ballot without the column nothing has to be called by its name.
    if ballot.nilai != SuratSuaraTunggal::KolomKosong {
        return;
    }
    for hit in WRONG_TERM.hits(model) {
        if hit.is_quotation() || is_explained(&hit) {
            continue;
        }
        let text = hit.phrase();
        let what =
            kata(format!("\"{text}\" bukan istilah undang-undang"), format!("\"{text}\" is not the term of the law"));
        let help = if text.starts_with('K') { "Kolom kosong" } else { "kolom kosong" };
        let help = kata(format!("tulis {help}"), format!("write {help}"));
        findings.add(findings.finding_by(hit.place(), what, ballot).help(help));
    }
}

/// Whether the glossary speaks of the term itself, in quotation marks.
fn is_explained(hit: &Hit<'_>) -> bool {
    let text = hit.source.text();
    let is_mark = |c: char| matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '\\');
    hit.is_in("istilah.yaml")
        && text[..hit.range.start].ends_with(is_mark)
        && text[hit.range.end..].starts_with(is_mark)
}
