//! What happened in a stage is dated within it.

use crate::bahasa::kata;
use crate::check::look::contests::pairs_in;
use crate::check::look::stages::is_near_determination;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::record::paslon::Keadaan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;
use std::ops::RangeInclusive;

pub(super) const RULE: Rule = Rule {
    code: "JDW-06",
    level: Level::Peringatan,
    what: (
        "pengundian, penetapan pasangan calon dan hasil bertanggal di dalam tahapannya",
        "the draw, the determination of pairs and the result are dated within their stages",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "tanggal di catatan dan di jadwal yang berbeda membuat pembaca ragu mana yang benar",
        "a record and a schedule that differ leave readers in doubt",
    ),
    example: Example {
        file: "wilayah/contoh/pengundian.yaml",
        bad: "# di jadwal.yaml: pengundian 2024-09-23\ntanggal: 2024-09-22",
        good: "# di jadwal.yaml: pengundian 2024-09-23\ntanggal: 2024-09-23",
    },
    apply,
};

/// A day of a record.
struct Dated {
    /// Where it stands.
    place: Place,
    tanggal: Tanggal,
    /// What happened then, in Indonesian and in English.
    what: (&'static str, &'static str),
}

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        draw(model, lingkup, findings);
        determined(model, lingkup, findings);
        counted(model, lingkup, findings);
    }
}

/// A draw far from the determination is told by HUK-05.
fn draw(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(loaded) = &*lingkup.pengundian else { return };
    let tanggal = loaded.record.tanggal;
    let Some(masa) = model.masa(lingkup, JenisTahapan::Pengundian) else { return };
    if !masa.contains(&tanggal) && is_near_determination(model, lingkup, tanggal) {
        let place = Place::value(loaded.path(), "tanggal");
        report(Dated { place, tanggal, what: ("pengundian", "the draw") }, &masa, findings);
    }
}

/// A pair may be determined later than the others, after a dispute, but none before.
fn determined(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(masa) = model.masa(lingkup, JenisTahapan::Penetapan) else { return };
    for (paslon, pasangan) in pairs_in(lingkup) {
        let steps = pasangan.status.placed().filter(|(_, step)| step.keadaan == Keadaan::Ditetapkan);
        for (i, step) in steps.filter(|(_, step)| step.tanggal < *masa.start()) {
            let place = Place::value(paslon.path(), format!("status[{i}].tanggal"));
            let what = ("penetapan pasangan calon", "the determination of the pair");
            report(Dated { place, tanggal: step.tanggal, what }, &masa, findings);
        }
    }
}

/// No votes are counted before they are cast.
fn counted(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(loaded) = &*lingkup.hasil else { return };
    let voted = model.tahapan(lingkup, JenisTahapan::PemungutanSuara).and_then(|tahapan| tahapan.mulai);
    let known = loaded.record.tanggal.zip(voted);
    let Some((tanggal, voted)) = known.filter(|(tanggal, voted)| tanggal < voted) else { return };
    let what = kata(
        format!("hasil tanggal {} mendahului pemungutan suara {}", tanggal.panjang(), voted.panjang()),
        format!("the result of {tanggal} comes before the vote on {voted}"),
    );
    let finding = findings.finding(Place::value(loaded.path(), "tanggal"), what);
    findings.add(finding.help(kata("periksa tanggalnya", "look up the date")));
}

fn report(dated: Dated, masa: &RangeInclusive<Tanggal>, findings: &mut Findings) {
    let Dated { place, tanggal, what: (id, en) } = dated;
    let (first, last) = (*masa.start(), *masa.end());
    let what = kata(
        format!("{id} {} di luar tahapannya, {} sampai {}", tanggal.panjang(), first.panjang(), last.panjang()),
        format!("{en} on {tanggal} lies outside its stage, {first} to {last}"),
    );
    let help = kata("periksa tanggal ini dan jadwal.yaml", "look up this date and jadwal.yaml");
    findings.add(findings.finding(place, what).help(help));
}
