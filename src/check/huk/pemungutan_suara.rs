//! The simultaneous vote is on one day and at the same hours everywhere; a later vote is on its own.

use crate::bahasa::kata;
use crate::check::look::stages::{Stage, stages};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::hukum::paket::{Ketentuan, Paket};
use crate::model::Model;
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;
use chrono::Datelike;

pub(super) const RULE: Rule = Rule {
    code: "HUK-18",
    level: Level::Galat,
    what: (
        "tahapan pemungutan suara pada hari di `situs.yaml`, atau di `pemilihan.yaml` untuk pemungutan suara ulang, susulan dan lanjutan; yang serentak pada hari dan jam yang ditetapkan",
        "the vote is on the day in `situs.yaml`, a later one on that in its `pemilihan.yaml`; the simultaneous one on the day and at the hours that are fixed",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "pemungutan suara serentak sama hari dan jamnya di semua daerah, menurut waktu setempat; yang kemudian punya harinya sendiri",
        "everybody votes on one day and at the same hours, by local time; a later vote has its own day",
    ),
    example: Example { file: "jadwal.yaml", bad: "mulai: 2024-11-28", good: "mulai: 2024-11-27" },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    let day = model.situs.record.pemungutan_suara;
    let hukum = model.hukum.pada(day);
    // A pack fixes the day of one year; what is held in another is no simultaneous vote.
    let fixed = hukum.hari_serentak.as_ref().filter(|fixed| fixed.nilai.naive().year() == day.naive().year());
    let wrong = fixed.filter(|fixed| fixed.nilai != day);
    if let Some(fixed) = wrong {
        simultaneous(model, fixed, findings);
    }
    for stage in stages(model).filter(|stage| stage.tahapan.jenis == JenisTahapan::PemungutanSuara) {
        // A wrong day of the site has been told, and a schedule cannot agree with it.
        match stage.lingkup.kemudian() {
            Some(vote) => vote.pemungutan_suara.into_iter().for_each(|day| same_day(&stage, day, findings)),
            None if wrong.is_none() => same_day(&stage, day, findings),
            None => {}
        }
        if fixed.is_some() && !stage.lingkup.is_kemudian() {
            hours(&stage, hukum, findings);
        }
    }
}

fn simultaneous(model: &Model, fixed: &Ketentuan<Tanggal>, findings: &mut Findings) {
    let (day, right) = (model.situs.record.pemungutan_suara, fixed.nilai);
    let year = day.naive().year();
    let what = kata(
        format!("hari pemungutan suara {year} bukan {}", day.panjang()),
        format!("the voting day of {year} is not {day}"),
    );
    let place = Place::value(model.situs.path(), "pemungutan_suara");
    let help = kata(format!("tulis {right}"), format!("write {right}"));
    findings.add(findings.finding_by(place, what, fixed).help(help));
}

fn same_day(stage: &Stage<'_>, day: Tanggal, findings: &mut Findings) {
    let is_kemudian = stage.lingkup.is_kemudian();
    let file = if is_kemudian { "pemilihan.yaml" } else { "situs.yaml" };
    for (key, date) in [("mulai", stage.tahapan.mulai), ("selesai", stage.tahapan.selesai)] {
        let Some(date) = date.filter(|date| *date != day) else { continue };
        let what = kata(
            format!("pemungutan suara {} di sini, tetapi {} di {file}", date.panjang(), day.panjang()),
            format!("the vote is on {date} here and on {day} in {file}"),
        );
        let help = if is_kemudian {
            kata(format!("tulis {day}, atau perbaiki pemilihan.yaml"), format!("write {day}, or mend pemilihan.yaml"))
        } else {
            kata(
                format!(
                    "tulis {day}; pemungutan suara ulang, susulan atau lanjutan ditulis di pemilihan/<nama>/pemilihan.yaml di dalam wilayahnya"
                ),
                format!(
                    "write {day}; a repeated or later vote is written in pemilihan/<name>/pemilihan.yaml inside its region"
                ),
            )
        };
        findings.add(findings.finding(stage.at(key), what).help(help));
    }
}

fn hours(stage: &Stage<'_>, hukum: &Paket, findings: &mut Findings) {
    let hours = [
        ("jam_mulai", stage.tahapan.jam_mulai, &hukum.jam_mulai),
        ("jam_selesai", stage.tahapan.jam_selesai, &hukum.jam_selesai),
    ];
    for (key, jam, fixed) in hours {
        let Some((jam, fixed)) = jam.zip(fixed.as_ref()).filter(|(jam, fixed)| *jam != fixed.nilai) else { continue };
        let right = fixed.nilai;
        let what = kata(
            format!("{key} pemungutan suara {jam}, seharusnya {right}"),
            format!("{key} of the vote is {jam} where it should be {right}"),
        );
        let help = kata(format!("tulis \"{right}\""), format!("write \"{right}\""));
        findings.add(findings.finding_by(stage.at(key), what, fixed).help(help));
    }
}
