//! Who reaches the age within the year of determination has a proof that it was before the day.

use crate::bahasa::kata;
use crate::check::huk::umur::{latest_year, usia};
use crate::check::look::contests::{own_contests, persons_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::Tahun;

pub(super) const RULE: Rule = Rule {
    code: "HUK-07",
    level: Level::Galat,
    what: (
        "`bukti_usia` diisi jika umur paling muda baru tercapai pada tahun penetapan",
        "`bukti_usia` is given where the least age is reached within the year of determination",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "umur dihitung pada hari penetapan, dan tahun lahir saja tidak menunjukkan apakah hari itu sudah lewat",
        "the age counts on the day of determination, and the year of birth alone does not tell",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "calon: { nama: Calon Contoh Satu, tahun_lahir: 1999 }",
        good: "calon: { nama: Calon Contoh Satu, tahun_lahir: 1999, bukti_usia: [keputusan-penetapan] }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| unproved(model, lingkup, findings));
}

fn unproved(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some((latest, usia)) = latest_year(model, lingkup).zip(usia(model, lingkup)) else { return };
    let just = |born: Option<Tahun>| born.is_some_and(|born| born.get() == latest);
    for (paslon, key, calon) in persons_in(lingkup) {
        if !just(calon.tahun_lahir) || !calon.bukti_usia.is_empty() {
            continue;
        }
        let nama = &calon.nama;
        let what = kata(
            format!("{nama} lahir {latest}, jadi umurnya cukup hanya jika hari lahirnya tidak sesudah hari penetapan"),
            format!("{nama}, born {latest}, is old enough only with a birthday not after the day of determination"),
        );
        let help = kata(
            "tambahkan `bukti_usia: [ … ]` berisi kunci sumber, misalnya keputusan penetapan; jangan tulis tanggal lahirnya",
            "add `bukti_usia: [ … ]` with the key of a source, such as the decision; do not write the date of birth",
        );
        let place = Place::value(paslon.path(), format!("{key}.tahun_lahir"));
        findings.add(findings.finding_by(place, what, usia).help(help));
    }
}
