//! Every pair has as many guards.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::ukuran::Ukuran;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "KST-07",
    level: Level::Peringatan,
    what: (
        "rincian pengawal pribadi (`walpri`) sama untuk semua pasangan calon",
        "the parts of the guards (`walpri`) are the same for all pairs",
    ),
    confidence: Confidence::C,
    law: None,
    why: ("pengawalan diberikan sama kepada semua pasangan calon", "all pairs are guarded alike"),
    example: Example {
        file: "wilayah/contoh/fakta/keamanan.yaml",
        bad: "- { ukuran: walpri, nilai: 14, rincian: { nomor_1: 8, nomor_2: 6 } }",
        good: "- { ukuran: walpri, nilai: 8, per_paslon: true }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for figure in figures(model).filter(|figure| figure.fakta.ukuran == Ukuran::Walpri) {
        let parts = || figure.fakta.rincian.iter().map(|(key, angka)| (key, angka.get()));
        let by_number = |a: &(_, f64), b: &(_, f64)| a.1.total_cmp(&b.1);
        let (Some((few, least)), Some((many, most))) = (parts().min_by(by_number), parts().max_by(by_number)) else {
            continue;
        };
        if least >= most {
            continue;
        }
        let what = kata(
            format!("walpri {many} {most} orang, {few} {least} orang"),
            format!("{many} has {most} guards, {few} has {least}"),
        );
        let help = kata(
            "periksa angkanya; jika sama untuk semua, tulis satu angka dengan `per_paslon: true`",
            "look up the figures; where they are the same for all, write one with `per_paslon: true`",
        );
        findings.add(findings.finding(figure.at(&format!("rincian.{few}")), what).help(help));
    }
}
