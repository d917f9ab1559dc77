//! A polling place has no more voters than the law allows.

use crate::bahasa::kata;
use crate::check::look::figures::latest;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::tps::{Kolom, rows};
use crate::record::ukuran::Ukuran;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-21",
    level: Level::Peringatan,
    what: (
        "DPT dibagi TPS tidak lebih dari batas pemilih di satu TPS, jika keduanya tidak berselisih; begitu juga setiap TPS di `tps.csv`",
        "voters divided by polling stations are no more than a polling place may have, where neither figure is disputed; nor are those of each polling place in `tps.csv`",
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
        each_place(model, lingkup, findings);
    }
}

/// The polling places that are named, each with its voters.
fn each_place(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(loaded) = &*lingkup.tps else { return };
    let limit = &model.hukum_bagi(lingkup).pemilih_per_tps;
    rows(loaded.source.text(), |baris| {
        let Some(voters) = baris.number(Kolom::Dpt).filter(|voters| *voters > u64::from(limit.nilai)) else { return };
        let (nomor, kelurahan) = (baris.cell(Kolom::Nomor).text, baris.cell(Kolom::Kelurahan).text);
        let (most, place) = (limit.nilai, Place::bytes(loaded.path(), baris.cell(Kolom::Dpt).range));
        let what = kata(
            format!("TPS {nomor} {kelurahan} punya {voters} pemilih, lebih dari {most}"),
            format!("TPS {nomor} {kelurahan} has {voters} voters, more than {most}"),
        );
        let help = kata("periksa angkanya", "look up the figure");
        findings.add(findings.finding_by(place, what, limit).help(help));
    });
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
