//! A stage says when it is.

use crate::bahasa::kata;
use crate::check::look::stages::stages;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::jadwal::Tahapan;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "JDW-04",
    level: Level::Galat,
    what: ("tahapan punya `mulai`, `selesai` atau `ketentuan`", "a stage has `mulai`, `selesai` or `ketentuan`"),
    confidence: Confidence::L,
    law: None,
    why: ("tahapan tanpa waktu tidak memberi tahu apa-apa", "a stage without a time tells nothing"),
    example: Example {
        file: "jadwal.yaml",
        bad: "- { id: sengketa, nama: Sengketa hasil, kelompok: penyelenggaraan, jenis: lainnya }",
        good: "- { id: sengketa, nama: Sengketa hasil, kelompok: penyelenggaraan, jenis: lainnya, ketentuan: \"mengikuti jadwal Mahkamah Konstitusi\" }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for stage in stages(model).filter(|stage| is_undated(stage.tahapan)) {
        let nama = &stage.tahapan.nama;
        let what = kata(format!("{nama} tidak punya waktu"), format!("{nama} has no time"));
        let help = kata(
            "tambahkan `mulai` atau `selesai`; jika tanggalnya tidak tetap, tulis aturannya di `ketentuan`",
            "add `mulai` or `selesai`; where the date is not fixed, write the rule in `ketentuan`",
        );
        findings.add(findings.finding(stage.at("nama"), what).help(help));
    }
}

fn is_undated(tahapan: &Tahapan) -> bool {
    tahapan.mulai.is_none() && tahapan.selesai.is_none() && tahapan.ketentuan.is_none()
}
