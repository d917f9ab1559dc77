//! A part of a result is there once.

use crate::bahasa::kata;
use crate::check::look::contests::letters;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "FKT-15",
    level: Level::Galat,
    what: ("setiap bagian hasil disebut sekali", "each part of a result is there once"),
    confidence: Confidence::L,
    law: None,
    why: (
        "bagian yang ditulis dua kali terhitung dua kali, dan bagian lain mungkin tertinggal",
        "a part written twice is counted twice, and another may have been left out",
    ),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "bagian:\n  - { nama: Kecamatan Utara, suara: { 1: 10, 2: 20 } }\n  - { nama: Kecamatan Utara, suara: { 1: 30, 2: 40 } }",
        good: "bagian:\n  - { nama: Kecamatan Utara, suara: { 1: 10, 2: 20 } }\n  - { nama: Kecamatan Selatan, suara: { 1: 30, 2: 40 } }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for hasil in model.kontes().filter_map(|lingkup| lingkup.hasil.as_ref()) {
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (i, bagian) in hasil.record.bagian.iter().enumerate() {
            let Some(first) = known.insert(letters(&bagian.nama), i) else { continue };
            let at = |i: usize| Place::value(hasil.path(), format!("bagian[{i}].nama"));
            let nama = &bagian.nama;
            let what = kata(format!("bagian \"{nama}\" ada dua kali"), format!("the part \"{nama}\" is there twice"));
            let finding = findings.finding(at(i), what).related(at(first), kata("pertama kali di sini", "first here"));
            findings.add(finding.help(kata(
                "hapus salah satu, atau tulis nama bagian yang dimaksud",
                "delete one of them, or write the name of the part that is meant",
            )));
        }
    }
}
