//! Numbers are drawn once the pairs are determined, and soon.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::Loaded;
use crate::record::jadwal::JenisTahapan;
use crate::record::pengundian::Pengundian;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-05",
    level: Level::Peringatan,
    what: (
        "pengundian tidak sebelum penetapan, dan segera sesudahnya",
        "the draw is not before the determination of the pairs, and soon after it",
    ),
    confidence: Confidence::B,
    law: None,
    why: (
        "nomor diundi sesudah pasangan calon ditetapkan, biasanya sehari sesudahnya",
        "numbers are drawn after the pairs are determined, usually on the next day",
    ),
    example: Example {
        file: "wilayah/contoh/pengundian.yaml",
        bad: "tanggal: 2024-09-21",
        good: "tanggal: 2024-09-23",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        if let Some(pengundian) = &*lingkup.pengundian {
            draw_day(model, lingkup, pengundian, findings);
        }
    }
}

fn draw_day(model: &Model, lingkup: &Lingkup, pengundian: &Loaded<Pengundian>, findings: &mut Findings) {
    let Some(penetapan) = model.tahapan(lingkup, JenisTahapan::Penetapan) else { return };
    let Some(last) = penetapan.selesai.or(penetapan.mulai) else { return };
    let first = penetapan.mulai.unwrap_or(last);
    let tanggal = pengundian.record.tanggal;
    let soon = &model.hukum_bagi(lingkup).hari_pengundian;
    let most = soon.nilai;
    let place = Place::value(pengundian.path(), "tanggal");
    let (drawn, day) = (tanggal.panjang(), last.panjang());
    let what = if tanggal < first {
        kata(
            format!("pengundian {drawn} mendahului penetapan pasangan calon {}", first.panjang()),
            format!("the draw on {tanggal} comes before the pairs were determined on {first}"),
        )
    } else if last.hari_menuju(tanggal) > i64::from(most) {
        kata(
            format!("pengundian {drawn} lebih dari {most} hari sesudah penetapan pasangan calon {day}"),
            format!("the draw on {tanggal} is more than {most} days after the pairs were determined on {last}"),
        )
    } else {
        return;
    };
    let help = kata(
        "periksa kedua tanggal: di berita acara pengundian dan di jadwal.yaml",
        "look up both dates: in the minutes of the draw and in jadwal.yaml",
    );
    findings.add(findings.finding_by(place, what, soon).help(help));
}
