//! A source can be found again: by its day, its address, or a word on why it has neither.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::sumber::Sumber;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "FKT-17",
    level: Level::Peringatan,
    what: (
        "setiap sumber punya `tanggal` atau `tautan`, atau `catatan`-nya menjelaskan mengapa tidak",
        "every source has `tanggal` or `tautan`, or its `catatan` explains why not",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "tanpa tanggal dan alamat, sumber tidak bisa dicari dan diperiksa lagi",
        "with neither a day nor an address nobody can look the source up",
    ),
    example: Example {
        file: "sumber.yaml",
        bad: "ba-contoh: { jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh }",
        good: "ba-contoh: { jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-09-23 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let Some(file) = &*lingkup.berkas_sumber else { continue };
        for (id, _) in lingkup.sumber.iter().filter(|(_, sumber)| is_lost(sumber)) {
            let what = kata(
                format!("sumber \"{id}\" tidak punya tanggal dan alamat"),
                format!("the source \"{id}\" has neither a day nor an address"),
            );
            let help = kata(
                "tambahkan `tanggal:` atau `tautan:`, atau tulis di `catatan:` mengapa keduanya tidak ada",
                "add `tanggal:` or `tautan:`, or say in `catatan:` why there is neither",
            );
            findings.add(findings.finding(Place::key(file, &**id), what).help(help));
        }
    }
}

/// That the press is not dated is said by a rule of its own.
fn is_lost(sumber: &Sumber) -> bool {
    let is_without = sumber.tanggal.is_none() && sumber.tautan.is_none() && sumber.catatan.is_none();
    is_without && !sumber.jenis.is_press()
}
