//! What is over is not told as if it were to come.

use crate::bahasa::kata;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "JDW-07",
    level: Level::Saran,
    what: (
        "judul dan uraian kegiatan yang sudah lewat tidak menyebutnya \"akan\"",
        "the title and account of an event that is over do not speak of it as to come",
    ),
    confidence: Confidence::L,
    law: None,
    why: ("pembaca mengira kegiatan itu masih bisa diikuti", "readers think they may still attend"),
    example: Example {
        file: "wilayah/contoh/kegiatan/2024-10-10-debat.yaml",
        bad: "uraian: Debat akan digelar di aula.",
        good: "uraian: Debat digelar di aula.",
    },
    apply,
};

/// How an event to come is announced; `akan` alone is in many sentences about other things.
const TO_COME: [&str; 9] = [
    "akan digelar",
    "akan dilaksanakan",
    "akan diadakan",
    "akan diselenggarakan",
    "akan berlangsung",
    "akan dimulai",
    "akan hadir",
    "akan datang",
    "akan dihadiri",
];

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| past(model, lingkup, findings));
}

fn past(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let hari = model.hari;
    for loaded in lingkup.kegiatan.iter().filter(|loaded| loaded.record.tanggal.is_some_and(|day| hari.is_over(day))) {
        let texts = [("judul", Some(&loaded.record.judul)), ("uraian", loaded.record.uraian.as_ref())];
        for (key, text) in texts.into_iter().filter_map(|(key, text)| Some((key, text?))) {
            let Some(range) = phrases(text, &TO_COME).into_iter().next() else { continue };
            let words = &text[range];
            let what = kata(
                format!("\"{words}\", padahal kegiatan ini sudah lewat"),
                format!("\"{words}\", but this event is over"),
            );
            let help = kata("tulis apa yang sudah terjadi", "write what has happened");
            findings.add(findings.finding(Place::value(loaded.path(), key), what).help(help));
        }
    }
}
