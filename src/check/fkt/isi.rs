//! A figure says something.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::fakta::Fakta;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FKT-07",
    level: Level::Galat,
    what: (
        "fakta berisi `nilai`, `ada`, `kategori`, `peringkat` atau `target_selesai`",
        "a fact holds `nilai`, `ada`, `kategori`, `peringkat` or `target_selesai`",
    ),
    confidence: Confidence::L,
    law: None,
    why: ("fakta tanpa isi tampil sebagai baris kosong", "a figure without a value would be an empty row"),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "{ ukuran: surat_suara_rusak }",
        good: "{ ukuran: surat_suara_rusak, ada: true }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for figure in figures(model).filter(|figure| is_empty(figure.fakta)) {
        let what = kata("fakta ini belum berisi apa-apa", "this figure says nothing yet");
        let help = kata(
            "tambahkan `nilai`, `kategori` atau `peringkat`; jika hanya diketahui ada, tulis `ada: true`",
            "add `nilai`, `kategori` or `peringkat`; if it is only known to exist, write `ada: true`",
        );
        findings.add(findings.finding(figure.at("ukuran"), what).help(help));
    }
}

/// An aim says something by its day alone: all papers at their places by 26 November.
fn is_empty(fakta: &Fakta) -> bool {
    let counted = fakta.nilai.is_some() || fakta.peringkat.is_some();
    let told = fakta.ada.is_some() || fakta.kategori.is_some() || fakta.target_selesai.is_some();
    !counted && !told
}
