//! A percentage lies between 0 and 100.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::ukuran::Satuan;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FKT-03",
    level: Level::Galat,
    what: (
        "persen paling banyak 100, juga pembanding dan rinciannya",
        "a percentage is at most 100, its comparison and parts too",
    ),
    confidence: Confidence::L,
    law: None,
    why: ("bagian dari keseluruhan paling banyak 100 persen", "a part is at most 100 percent of the whole"),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "{ ukuran: target_partisipasi, nilai: 860 }",
        good: "{ ukuran: target_partisipasi, nilai: 86 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for figure in figures(model).filter(|figure| figure.fakta.ukuran.satuan() == Satuan::Persen) {
        for (key, number) in figure.numbers().into_iter().filter(|(_, number)| *number > 100.0) {
            let what = kata(format!("{number} persen lebih dari 100"), format!("{number} percent is more than 100"));
            let help = kata(
                "tulis persennya saja, misalnya 80.33 dengan titik",
                "write the percentage only, such as 80.33, with a point",
            );
            findings.add(findings.finding(figure.at(&key), what).help(help));
        }
    }
}
