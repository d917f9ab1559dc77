//! What is counted is counted in whole numbers.

use crate::bahasa::{Kata, kata};
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FKT-08",
    level: Level::Galat,
    what: ("hitungan adalah bilangan bulat (1.026 ditulis 1026)", "a count is a whole number (1.026 is written 1026)"),
    confidence: Confidence::L,
    law: None,
    why: (
        "orang, lembar dan tempat tidak punya pecahan, dan titik di YAML berarti koma",
        "people, papers and places have no fractions, and a point in YAML is a decimal point",
    ),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "{ ukuran: personel_polri, nilai: 1.026 }",
        good: "{ ukuran: personel_polri, nilai: 1026 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for figure in figures(model).filter(|figure| !figure.is_share()) {
        for (key, number) in figure.numbers().into_iter().filter(|(_, number)| number.fract() != 0.0) {
            let what = kata(
                format!("{number} adalah pecahan, padahal ini hitungan"),
                format!("{number} is a fraction where a count is expected"),
            );
            findings.add(findings.finding(figure.at(&key), what).help(help(number)));
        }
    }
}

/// `1.026` is the Indonesian way to write 1026.
fn help(number: f64) -> Kata {
    let thousands = (number * 1000.0).round();
    let fits = (1.0..1000.0).contains(&number) && (number * 1000.0 - thousands).abs() < 1e-6;
    if fits {
        kata(
            format!("jika maksudnya seribu ke atas, tulis {thousands} tanpa titik"),
            format!("if thousands are meant, write {thousands} without a point"),
        )
    } else {
        kata("tulis bilangan bulat", "write a whole number")
    }
}
