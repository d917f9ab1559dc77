//! Ballot numbers run from 1 without gap or repeat, the empty column's included.

use crate::bahasa::kata;
use crate::check::look::contests::{number_of, whole_contests};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::report::kode::Example;
use crate::report::{Diagnostic, Level};
use crate::value::nomor_urut::NomorUrut;

pub(super) const RULE: Rule = Rule {
    code: "HUK-02",
    level: Level::Galat,
    what: (
        "nomor urut 1 sampai n tanpa lompat dan tanpa ganda, termasuk kolom kosong",
        "ballot numbers run from 1 to n without a gap or a repeat, the empty column included",
    ),
    confidence: Confidence::A,
    law: Some("UU 1/2015 pasal 51-52"),
    why: ("pemilih mengenali pasangan calon dari nomornya", "voters know a pair by its number"),
    example: Example { file: "wilayah/contoh/paslon/3.yaml", bad: "nomor_urut: 3", good: "nomor_urut: 2" },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        for second in lingkup.paslon.iter().filter(|paslon| paslon.tertulis != paslon.nomor_urut) {
            repeated(lingkup, second, findings);
        }
    }
    for lingkup in whole_contests(model) {
        gaps(lingkup, findings);
    }
}

fn repeated(lingkup: &Lingkup, second: &Paslon, findings: &mut Findings) {
    let Some((nomor, first)) = second.tertulis.and_then(|nomor| Some((nomor, lingkup.paslon(nomor)?))) else { return };
    let nama = lingkup.nama();
    let what = kata(
        format!("nomor urut {nomor} dipakai dua kali di {nama}"),
        format!("ballot number {nomor} is used twice in {nama}"),
    );
    let file = first.path().rsplit('/').next().unwrap_or_default();
    let label = kata(format!("nomor ini sudah milik paslon/{file}"), format!("paslon/{file} has this number"));
    let finding = findings.finding(number_of(second), what).related(number_of(first), label);
    findings.add(finding.help(kata("tulis nomor hasil pengundian", "write the number that was drawn")));
}

fn gaps(lingkup: &Lingkup, findings: &mut Findings) {
    let mut next = 1;
    for paslon in &lingkup.paslon {
        let Some(nomor) = paslon.nomor_urut.map(NomorUrut::get) else { continue };
        if nomor > next {
            findings.add(gap(findings, lingkup, paslon, next));
        }
        next = nomor + 1;
    }
}

fn gap(findings: &Findings, lingkup: &Lingkup, paslon: &Paslon, missing: u8) -> Diagnostic {
    let nama = lingkup.nama();
    let what = kata(
        format!("nomor urut {missing} tidak ada di {nama}"),
        format!("there is no ballot number {missing} in {nama}"),
    );
    findings.finding(number_of(paslon), what).label(kata("nomor berikutnya", "the next number")).help(kata(
        format!("buat paslon/{missing}.yaml, juga untuk kolom kosong"),
        format!("make paslon/{missing}.yaml, also for an empty column"),
    ))
}
