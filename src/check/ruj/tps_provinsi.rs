//! Polling places are listed by kabupaten and kota.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::wilayah::JenisWilayah;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "RUJ-62",
    level: Level::Galat,
    what: (
        "`tps.csv` ada di folder kabupaten atau kota, bukan provinsi",
        "`tps.csv` is in the folder of a kabupaten or kota, and not in a province's",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "nama kecamatan dan kelurahan hanya berarti di kabupaten atau kotanya",
        "names of kecamatan and kelurahan mean something in their kabupaten or kota only",
    ),
    example: Example {
        file: "wilayah/contoh/wilayah.yaml",
        bad: "# tps.csv di wilayah/contoh/",
        good: "# tps.csv di wilayah/contoh/kota-contoh/",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes().filter(|one| one.tingkat() == Some(JenisWilayah::Provinsi)) {
        let Some(loaded) = &*lingkup.tps else { continue };
        let what =
            kata("daftar TPS ini ada di folder provinsi", "this list of polling places is in a province's folder");
        let help = kata(
            "bagi per kabupaten dan kota, lalu pindahkan ke foldernya",
            "part it by kabupaten and kota, and move each part to its folder",
        );
        findings.add(findings.finding(Place::file(loaded.path()), what).help(help));
    }
}
