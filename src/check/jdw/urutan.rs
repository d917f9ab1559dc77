//! A stage ends when it began, or later.

use crate::bahasa::kata;
use crate::check::look::stages::{Stage, stages};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "JDW-01",
    level: Level::Galat,
    what: (
        "tahapan selesai tidak sebelum mulai, juga jamnya jika sehari",
        "a stage does not end before it begins, its hours neither when it lasts a day",
    ),
    confidence: Confidence::L,
    law: None,
    why: ("kalender pembaca tidak bisa memuat masa yang terbalik", "no calendar can hold a span that runs backwards"),
    example: Example {
        file: "jadwal.yaml",
        bad: "mulai: 2024-09-25\nselesai: 2024-09-23",
        good: "mulai: 2024-09-23\nselesai: 2024-09-25",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for stage in stages(model) {
        days(&stage, findings);
        hours(&stage, findings);
    }
}

fn days(stage: &Stage<'_>, findings: &mut Findings) {
    let (Some(mulai), Some(selesai)) = (stage.tahapan.mulai, stage.tahapan.selesai) else { return };
    if mulai <= selesai {
        return;
    }
    let nama = &stage.tahapan.nama;
    let what = kata(
        format!("{nama} selesai {} sebelum mulai {}", selesai.panjang(), mulai.panjang()),
        format!("{nama} ends on {selesai} before it begins on {mulai}"),
    );
    let finding = findings.finding(stage.at("selesai"), what).related(stage.at("mulai"), kata("mulai", "begins"));
    findings.add(finding.help(kata("periksa kedua tanggal", "look up both dates")));
}

/// Hours can be compared on one and the same day only.
fn hours(stage: &Stage<'_>, findings: &mut Findings) {
    let tahapan = stage.tahapan;
    let (Some(mulai), Some(selesai)) = (tahapan.jam_mulai, tahapan.jam_selesai) else { return };
    let one_day = tahapan.mulai.is_none() || tahapan.selesai.is_none() || tahapan.mulai == tahapan.selesai;
    if !one_day || mulai <= selesai {
        return;
    }
    let nama = &tahapan.nama;
    let what = kata(
        format!("{nama} selesai pukul {selesai} sebelum mulai pukul {mulai}"),
        format!("{nama} ends at {selesai} before it begins at {mulai}"),
    );
    let finding = findings.finding(stage.at("jam_selesai"), what);
    let finding = finding.related(stage.at("jam_mulai"), kata("mulai", "begins"));
    findings.add(finding.help(kata("periksa kedua jam", "look up both hours")));
}
