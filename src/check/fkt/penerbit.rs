//! A source says who published it.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "FKT-16",
    level: Level::Peringatan,
    what: (
        "setiap sumber di `sumber.yaml` menyebut penerbitnya",
        "every source in `sumber.yaml` says who published it",
    ),
    confidence: Confidence::L,
    law: None,
    why: ("pembaca menimbang sumber dari siapa yang menerbitkannya", "readers weigh a source by who published it"),
    example: Example {
        file: "sumber.yaml",
        bad: "kabar-contoh: { jenis: berita, judul: Kabar, tanggal: 2024-11-14 }",
        good: "kabar-contoh: { jenis: berita, judul: Kabar, penerbit: Contoh, tanggal: 2024-11-14 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let Some(file) = &*lingkup.berkas_sumber else { continue };
        for (id, _) in lingkup.sumber.iter().filter(|(_, sumber)| sumber.penerbit.is_none()) {
            let what = kata(
                format!("sumber \"{id}\" tidak menyebut penerbitnya"),
                format!("the source \"{id}\" does not say who published it"),
            );
            let help = kata(
                "tambahkan `penerbit:`, lembaga atau media yang menerbitkannya; yang tidak diketahui penerbitnya jangan dipakai",
                "add `penerbit:`, the office or the medium; do not rest anything on what nobody is known to have published",
            );
            findings.add(findings.finding(Place::key(file, &**id), what).help(help));
        }
    }
}
