//! The number of pairs in `wilayah.yaml` is the number of their files.

use crate::bahasa::kata;
use crate::check::look::contests::{pairs_in, whole_contests};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::Jumlah;

pub(super) const RULE: Rule = Rule {
    code: "HUK-31",
    level: Level::Galat,
    what: (
        "`jumlah_paslon` sama dengan banyaknya pasangan di paslon/, tanpa kolom kosong",
        "`jumlah_paslon` is the number of pairs in paslon/, without the empty column",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "pembaca melihat jumlah itu di samping daftar pasangan calon; kolom kosong tidak dihitung",
        "readers see that number beside the list of pairs; an empty column does not count",
    ),
    example: Example {
        file: "wilayah/contoh/wilayah.yaml",
        bad: "pemilihan: { jumlah_paslon: 3 }",
        good: "pemilihan: { jumlah_paslon: 2 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in whole_contests(model) {
        let Some(wilayah) = &*lingkup.wilayah else { continue };
        let Some(told) = wilayah.record.pemilihan.jumlah_paslon.map(Jumlah::get) else { continue };
        let count = pairs_in(lingkup).len() as u64;
        if told == count {
            continue;
        }
        let what = kata(
            format!("jumlah_paslon {told}, tetapi paslon/ berisi {count} pasangan calon"),
            format!("jumlah_paslon is {told}, but paslon/ holds {count} pairs"),
        );
        let help = kata(
            format!("tulis {count}, atau lengkapi berkas di paslon/"),
            format!("write {count}, or complete the files in paslon/"),
        );
        let place = Place::value(wilayah.path(), "pemilihan.jumlah_paslon");
        findings.add(findings.finding(place, what).help(help));
    }
}
