//! A polling place has at most 600 voters.

use crate::bahasa::kata;
use crate::check::look::figures::latest;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::ukuran::Ukuran;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-21",
    level: Level::Peringatan,
    what: (
        "DPT dibagi TPS paling banyak 600, jika keduanya tidak berselisih",
        "voters divided by polling stations are at most 600, where neither figure is disputed",
    ),
    confidence: Confidence::A,
    law: Some("PKPU 7/2024, menurut berita tentang rancangannya"),
    why: ("satu TPS paling banyak untuk 600 pemilih", "a polling place is for 600 voters at most"),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "- { ukuran: dpt, nilai: 8000 }\n- { ukuran: tps, nilai: 10 }",
        good: "- { ukuran: dpt, nilai: 8000 }\n- { ukuran: tps, nilai: 16 }",
    },
    apply,
};

/// The most voters a polling place may have.
const MOST: f64 = 600.0;

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        compare(lingkup, findings);
    }
}

fn compare(lingkup: &Lingkup, findings: &mut Findings) {
    let Some((dpt, voters)) = latest(lingkup, Ukuran::Dpt) else { return };
    let Some((tps, places)) = latest(lingkup, Ukuran::Tps) else { return };
    if places == 0.0 || voters <= MOST * places {
        return;
    }
    let what = kata(
        format!("{voters} pemilih untuk {places} TPS, rata-rata lebih dari {MOST} di satu TPS"),
        format!("{voters} voters for {places} polling places, on average more than {MOST} in each"),
    );
    let label = kata("jumlah TPS", "the polling places");
    let finding = findings.finding(dpt.at("nilai"), what).related(tps.at("nilai"), label);
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}
