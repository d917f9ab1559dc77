//! What is counted is counted in whole numbers.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::Jumlah;
use crate::value::{Nilai, Refusal, Written, refusal};

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
            let place = figure.at(&key);
            let number = written(model, &place).unwrap_or_else(|| number.to_string());
            let what = kata(
                format!("{number} adalah pecahan, padahal ini hitungan"),
                format!("{number} is a fraction where a count is expected"),
            );
            let Refusal { help, fix, .. } =
                refusal(Jumlah::NAME, Written::plain(&number)).unwrap_or(Refusal::new(what.clone()));
            let finding = findings.finding(place.clone(), what).maybe_help(help);
            findings.add(match fix {
                Some(fix) => finding.fix(place, fix),
                None => finding,
            });
        }
    }
}

/// A number as it stands in its file: 1.026 is 1026 to who wrote it, and 1.5 is no 1500.
fn written(model: &Model, place: &Place) -> Option<String> {
    let source = model.documents.iter().find(|source| source.path == place.file)?;
    Some(source.text()[place.range_in(source)].to_owned())
}
