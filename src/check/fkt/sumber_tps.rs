//! A list of polling places names its source.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::tps::{Kolom, rows};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "FKT-51",
    level: Level::Peringatan,
    what: (
        "`tps.csv` menyebut sumbernya di kolom `sumber`, paling sedikit di baris pertamanya",
        "`tps.csv` names its source in the column `sumber`, at least in its first row",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "tempat TPS bisa berubah sampai hari pemungutan suara, jadi pemilih perlu tahu dari mana dan dari kapan daftar ini",
        "polling places may change up to the day of the vote, so voters need to know whose list this is, and of what day",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/tps.csv",
        bad: "kecamatan,jumlah\nContoh Utara,120",
        good: "kecamatan,jumlah,sumber\nContoh Utara,120,keputusan-tps",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        let Some(loaded) = lingkup.tps.as_ref().filter(|loaded| loaded.record.sumber.is_empty()) else { continue };
        let what = kata("daftar TPS ini tidak menyebut sumber", "this list of polling places names no source");
        // Where it is to be written.
        let mut first = None;
        rows(loaded.source.text(), |baris| _ = first.get_or_insert_with(|| baris.cell(Kolom::Kecamatan).range));
        let place = first.map_or_else(|| Place::file(loaded.path()), |range| Place::bytes(loaded.path(), range));
        let help = kata(
            "tambahkan kolom sumber, dan tulis kuncinya di baris pertama",
            "add a column sumber, and write its key in the first row",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}
