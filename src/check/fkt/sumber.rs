//! Every figure names a source.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FKT-01",
    level: Level::Galat,
    what: (
        "setiap angka menyebut sumber, sendiri atau lewat berkas atau kegiatannya",
        "every figure names its source, itself or through its file or event",
    ),
    confidence: Confidence::L,
    law: None,
    why: ("pembaca harus bisa memeriksa setiap angka", "readers must be able to check every figure"),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "fakta:\n  - { ukuran: tps, nilai: 943 }",
        good: "sumber: [kpu-contoh]\nfakta:\n  - { ukuran: tps, nilai: 943 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for figure in figures(model).filter(|figure| figure.sumber.is_empty()) {
        let what = kata("angka ini tidak punya sumber", "this figure has no source");
        let help = kata(
            "tambahkan `sumber: [ … ]` di sini, atau di atas untuk semua angka di berkas ini",
            "add `sumber: [ … ]` here, or above for all figures of this file",
        );
        findings.add(findings.finding(figure.at("ukuran"), what).help(help));
    }
}
