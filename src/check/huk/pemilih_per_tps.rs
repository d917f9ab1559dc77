//! A polling place has no more voters than the law allows.

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
        "DPT dibagi TPS tidak lebih dari batas pemilih di satu TPS, jika keduanya tidak berselisih",
        "voters divided by polling stations are no more than a polling place may have, where neither figure is disputed",
    ),
    confidence: Confidence::A,
    law: None,
    why: ("banyaknya pemilih di satu TPS dibatasi", "the number of voters of a polling place is limited"),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "- { ukuran: dpt, nilai: 8000 }\n- { ukuran: tps, nilai: 10 }",
        good: "- { ukuran: dpt, nilai: 8000 }\n- { ukuran: tps, nilai: 16 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        compare(model, lingkup, findings);
    }
}

fn compare(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let limit = &model.hukum_bagi(lingkup).pemilih_per_tps;
    let most = limit.nilai;
    let Some((dpt, voters)) = latest(lingkup, Ukuran::Dpt) else { return };
    let Some((tps, places)) = latest(lingkup, Ukuran::Tps) else { return };
    if places == 0.0 || voters <= f64::from(most) * places {
        return;
    }
    let what = kata(
        format!("{voters} pemilih untuk {places} TPS, rata-rata lebih dari {most} di satu TPS"),
        format!("{voters} voters for {places} polling places, on average more than {most} in each"),
    );
    let label = kata("jumlah TPS", "the polling places");
    let finding = findings.finding_by(dpt.at("nilai"), what, limit).related(tps.at("nilai"), label);
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}
