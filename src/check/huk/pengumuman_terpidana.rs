//! A former convict who stands has announced it.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, persons_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-28",
    level: Level::Galat,
    what: ("`pernah_dipidana` menyebut sumber `pengumuman`", "`pernah_dipidana` names the source of its `pengumuman`"),
    confidence: Confidence::A,
    law: Some("UU 10/2016 pasal 7 dan 45"),
    why: (
        "mantan terpidana boleh menjadi calon jika mengumumkannya secara terbuka, dan tanpa sumber itu hanya tuduhan",
        "a former convict may stand after announcing it, and without a source it is only an accusation",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "calon: { nama: Calon Contoh Satu, pernah_dipidana: {} }",
        good: "calon: { nama: Calon Contoh Satu, pernah_dipidana: { pengumuman: [koran-contoh] } }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for (paslon, key, calon) in own_contests(model).flat_map(persons_in) {
        if calon.pernah_dipidana.as_ref().is_none_or(|pidana| !pidana.pengumuman.is_empty()) {
            continue;
        }
        let nama = &calon.nama;
        let what = kata(
            format!("{nama} tertulis pernah dipidana tanpa sumber pengumumannya"),
            format!("{nama} is said to have been convicted without a source of the announcement"),
        );
        let help = kata(
            "tambahkan `pengumuman: [ … ]` berisi kunci sumber, atau hapus `pernah_dipidana` jika KPU tidak menyatakannya",
            "add `pengumuman: [ … ]` with the key of a source, or delete `pernah_dipidana` where KPU does not state it",
        );
        findings.add(findings.finding(Place::key(paslon.path(), format!("{key}.pernah_dipidana")), what).help(help));
    }
}
