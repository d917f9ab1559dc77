//! A later vote is held after the vote whose place it takes, and after it was ordered.

use crate::bahasa::{Kata, kata};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;

pub(super) const RULE: Rule = Rule {
    code: "HUK-33",
    level: Level::Galat,
    what: (
        "pemungutan suara yang menggantikan diadakan sesudah yang digantikan, dan tidak sebelum diperintahkan",
        "a vote that takes the place of another is held after it, and not before it was ordered",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "hari yang terbalik membuat situs menyebut hasil yang salah sebagai yang berlaku",
        "days the wrong way round make the site call the wrong result the one that stands",
    ),
    example: Example {
        file: "wilayah/contoh/pemilihan/psu-2025/pemilihan.yaml",
        bad: "tanggal: 2025-02-24\npemungutan_suara: 2024-04-19",
        good: "tanggal: 2025-02-24\npemungutan_suara: 2025-04-19",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.kontes().for_each(|lingkup| in_order(model, lingkup, findings));
}

fn in_order(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(vote) = &*lingkup.kemudian else { return };
    let Some(day) = vote.loaded.record.pemungutan_suara else { return };
    let old = model.menggantikan(lingkup).and_then(|old| model.hari_pemungutan(old));
    if let Some(old) = old.filter(|old| day <= *old) {
        add(vote.loaded.path(), replaced(day, old), findings);
    }
    if let Some(ordered) = vote.loaded.record.tanggal.filter(|ordered| day < *ordered) {
        let what = kata(
            format!("pemungutan suara {} mendahului perintahnya {}", day.panjang(), ordered.panjang()),
            format!("the vote on {day} comes before it was ordered on {ordered}"),
        );
        add(vote.loaded.path(), what, findings);
    }
}

fn replaced(day: Tanggal, old: Tanggal) -> Kata {
    kata(
        format!("pemungutan suara {} tidak sesudah yang digantikannya, {}", day.panjang(), old.panjang()),
        format!("the vote on {day} is not after the one whose place it takes, on {old}"),
    )
}

fn add(file: &str, what: Kata, findings: &mut Findings) {
    let help = kata("periksa kedua tanggal, dan `menggantikan`", "look up both dates, and `menggantikan`");
    findings.add(findings.finding(Place::value(file, "pemungutan_suara"), what).help(help));
}
