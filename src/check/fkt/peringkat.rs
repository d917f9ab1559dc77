//! A rank says among whom it counts, and from which end.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::angka::Jumlah;

pub(super) const RULE: Rule = Rule {
    code: "FKT-06",
    level: Level::Galat,
    what: (
        "peringkat punya `cakupan` dan `arah`",
        "a rank says among whom (`cakupan`) and in which direction (`arah`)",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "peringkat 4 bisa berarti hampir paling aman atau hampir paling rawan",
        "rank 4 can mean almost the safest or almost the least safe",
    ),
    example: Example {
        file: "fakta/kerawanan.yaml",
        bad: "{ ukuran: indeks_kerawanan, peringkat: 4 }",
        good: "{ ukuran: indeks_kerawanan, peringkat: 4, cakupan: nasional, arah: tidak_disebut }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for figure in figures(model) {
        let fakta = figure.fakta;
        let Some(peringkat) = fakta.peringkat.map(Jumlah::get) else { continue };
        let missing = [
            ("cakupan", fakta.cakupan.is_none(), "nasional atau provinsi", "nasional or provinsi"),
            (
                "arah",
                fakta.arah.is_none(),
                "dari_terendah, dari_tertinggi, atau tidak_disebut jika sumber diam",
                "dari_terendah, dari_tertinggi, or tidak_disebut where the source is silent",
            ),
        ];
        for (key, _, id, en) in missing.into_iter().filter(|(_, is_missing, ..)| *is_missing) {
            let what = kata(
                format!("peringkat {peringkat} belum punya `{key}`"),
                format!("the rank {peringkat} has no `{key}`"),
            );
            let help = kata(format!("tambahkan `{key}`: {id}"), format!("add `{key}`: {en}"));
            findings.add(findings.finding(figure.at("peringkat"), what).help(help));
        }
    }
}
