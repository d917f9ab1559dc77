//! What `pilkada new` wrote where only a number could stand is filled in too.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "FMT-36",
    level: Level::Peringatan,
    what: (
        "angka yang ditulis pilkada new sudah diganti: perolehan suara nol semua, kode wilayah 99",
        "the numbers that pilkada new wrote are filled in: votes that are all zero, the region code 99",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "angka ini hanya menandai tempat isian, dan pembaca mengiranya hasil atau kode yang sebenarnya",
        "these numbers only mark what is to be filled in, and readers take them for the real result or code",
    ),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "suara:\n  1: 0\n  2: 0",
        good: "suara:\n  1: 52000\n  2: 48000",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.wilayah() {
        if let Some(hasil) = &*lingkup.hasil {
            let suara = &hasil.record.suara;
            if suara.iter().next().is_some() && suara.iter().all(|(_, suara)| suara.get() == 0) {
                let what =
                    kata("perolehan suara di hasil ini masih nol semua", "the votes of this result are all zero");
                let help = kata(
                    "tulis perolehan suara dari rekapitulasi, atau hapus berkas ini sampai ada hasilnya",
                    "write the votes of the recapitulation, or delete this file until there is a result",
                );
                findings.add(findings.finding(Place::value(hasil.path(), "suara"), what).help(help));
            }
        }
        if let Some(wilayah) = lingkup.wilayah.as_ref().filter(|one| one.record.kode.is_placeholder()) {
            let kode = &wilayah.record.kode;
            let what = kata(
                format!("kode {kode} belum diganti dengan kode wilayah ini"),
                format!("the code {kode} has not been replaced by that of this region"),
            );
            let help = kata(
                "tulis kode wilayah dari daftar Kemendagri, misalnya \"15.71\"",
                "write the region's code on the Ministry's list, for example \"15.71\"",
            );
            findings.add(findings.finding(Place::value(wilayah.path(), "kode"), what).help(help));
        }
    }
}
