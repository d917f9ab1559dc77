//! A source from the press says when it was published.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "FKT-10",
    level: Level::Peringatan,
    what: (
        "berita, siaran pers dan advertorial di `sumber.yaml` bertanggal, atau `catatan`-nya menjelaskan",
        "news, press releases and paid articles in `sumber.yaml` have a date, or their `catatan` explains why not",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "pembaca menimbang berita dari harinya, dan halaman berita bisa berubah",
        "readers weigh news by its day, and news pages change",
    ),
    example: Example {
        file: "sumber.yaml",
        bad: "kabar-contoh: { jenis: berita, judul: Kabar, penerbit: Contoh }",
        good: "kabar-contoh: { jenis: berita, judul: Kabar, penerbit: Contoh, tanggal: 2024-11-14 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let Some(file) = &*lingkup.berkas_sumber else { continue };
        let undated = lingkup
            .sumber
            .iter()
            .filter(|(_, sumber)| sumber.tanggal.is_none() && sumber.catatan.is_none() && sumber.jenis.is_press());
        for (id, _) in undated {
            let what = kata(format!("sumber \"{id}\" tidak bertanggal"), format!("the source \"{id}\" has no date"));
            let help = kata(
                "tambahkan `tanggal:` terbitnya, atau tulis di `catatan:` mengapa tidak diketahui",
                "add its `tanggal:`, or say in `catatan:` why it is not known",
            );
            findings.add(findings.finding(Place::key(file, &**id), what).help(help));
        }
    }
}
