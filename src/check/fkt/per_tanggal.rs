//! No figure is from the future.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FKT-02",
    level: Level::Peringatan,
    what: ("tanggal angka tidak sesudah hari situs dibuat", "a figure's day is not after the day the site is for"),
    confidence: Confidence::L,
    law: None,
    why: (
        "angka adalah keadaan yang sudah terjadi; sasaran ditulis dengan target_selesai",
        "a figure is what already was; an aim is written with target_selesai",
    ),
    example: Example { file: "fakta/kesiapan.yaml", bad: "per_tanggal: 2034-11-14", good: "per_tanggal: 2024-11-14" },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    let today = model.options.hari;
    for figure in figures(model) {
        let Some(day) = figure.per_tanggal.filter(|day| *day > today) else { continue };
        let what = kata(
            format!("tanggal angka {} belum tiba pada {}", day.panjang(), today.panjang()),
            format!("the figure's day {day} has not come on {today}"),
        );
        let place = match figure.fakta.per_tanggal {
            Some(_) => figure.at("per_tanggal"),
            None => figure.around(figure.kunci_tanggal),
        };
        let help = kata("periksa tanggalnya, atau tanggal pembuatan situs", "look up the day, or the day of the build");
        findings.add(findings.finding(place, what).help(help));
    }
}
