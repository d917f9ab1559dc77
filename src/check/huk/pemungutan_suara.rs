//! The simultaneous vote is on one day, everywhere the same, from seven to one; a later vote is on its own.

use crate::bahasa::kata;
use crate::check::look::stages::{Stage, stages};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;
use chrono::{Datelike, NaiveDate};

pub(super) const RULE: Rule = Rule {
    code: "HUK-18",
    level: Level::Galat,
    what: (
        "tahapan pemungutan suara pada hari di `situs.yaml`, atau di `pemilihan.yaml` untuk pemungutan suara ulang, susulan dan lanjutan; serentak 2024: 27 November, pukul 07.00 sampai 13.00",
        "the vote is on the day in `situs.yaml`, a later one on that in its `pemilihan.yaml`; the simultaneous one of 2024: 27 November, from 07.00 to 13.00",
    ),
    confidence: Confidence::A,
    law: Some("PKPU 2/2024, PKPU 17/2024 pasal 9 dan 29"),
    why: (
        "pemungutan suara serentak sama harinya di semua daerah, tahun 2024 Rabu, 27 November, pukul 07.00 sampai 13.00 waktu setempat; yang kemudian punya harinya sendiri",
        "everybody votes on one day, in 2024 Wednesday 27 November, from 07:00 to 13:00 local time; a later vote has its own",
    ),
    example: Example { file: "jadwal.yaml", bad: "mulai: 2024-11-28", good: "mulai: 2024-11-27" },
    apply,
};

/// The day of the vote in 2024.
const DAY_2024: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 11, 27);

fn apply(model: &Model, findings: &mut Findings) {
    let day = model.situs.record.pemungutan_suara;
    let in_2024 = day.naive().year() == 2024;
    let is_wrong = in_2024 && Some(day.naive()) != DAY_2024;
    if is_wrong {
        let what = kata(
            format!("hari pemungutan suara 2024 bukan {}", day.panjang()),
            format!("the voting day of 2024 is not {day}"),
        );
        let place = Place::value(model.situs.path(), "pemungutan_suara");
        findings.add(findings.finding(place, what).help(kata("tulis 2024-11-27", "write 2024-11-27")));
    }
    for stage in stages(model).filter(|stage| stage.tahapan.jenis == JenisTahapan::PemungutanSuara) {
        // A wrong day of the site has been told, and a schedule cannot agree with it.
        match stage.lingkup.kemudian() {
            Some(vote) => vote.pemungutan_suara.into_iter().for_each(|day| same_day(&stage, day, findings)),
            None if !is_wrong => same_day(&stage, day, findings),
            None => {}
        }
        if in_2024 && !stage.lingkup.is_kemudian() {
            hours(&stage, findings);
        }
    }
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

fn hours(stage: &Stage<'_>, findings: &mut Findings) {
    let hours = [("jam_mulai", stage.tahapan.jam_mulai, "07:00"), ("jam_selesai", stage.tahapan.jam_selesai, "13:00")];
    for (key, jam, right) in hours {
        let Some(jam) = jam.filter(|jam| jam.to_string() != right) else { continue };
        let what = kata(
            format!("{key} pemungutan suara {jam}, seharusnya {right}"),
            format!("{key} of the vote is {jam} where it should be {right}"),
        );
        let help = kata(format!("tulis \"{right}\""), format!("write \"{right}\""));
        findings.add(findings.finding(stage.at(key), what).help(help));
    }
}
