//! A note on the parties stands beside all pairs of parties or beside none.

use crate::bahasa::kata;
use crate::check::look::contests::{number_of, numbers, own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::record::paslon::Jalur;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "KST-06",
    level: Level::Peringatan,
    what: (
        "`catatan_pengusung` ada di semua pasangan yang diusung partai, atau tidak ada",
        "`catatan_pengusung` is there for all pairs of parties, or for none",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "catatan di samping satu daftar partai membuat daftar itu tampak lebih diragukan, atau lebih penting",
        "a note beside one list of parties makes that list look doubtful, or important",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/2.yaml",
        bad: "pengusung: [partai-b]",
        good: "pengusung: [partai-b]\ncatatan_pengusung: Daftar partai saat pendaftaran.",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| notes(lingkup, findings));
}

fn notes(lingkup: &Lingkup, findings: &mut Findings) {
    let pairs = pairs_in(lingkup).into_iter().filter(|(_, pasangan)| is_of_parties(pasangan));
    let (with, without): (Vec<_>, Vec<_>) = pairs.partition(|(_, pasangan)| pasangan.catatan_pengusung.is_some());
    let (Some((has, _)), Some((lacks, _))) = (with.first(), without.first()) else { return };
    let all = |pairs: &[(&Paslon, &Pasangan)]| numbers(&pairs.iter().map(|(paslon, _)| *paslon).collect::<Vec<_>>());
    let (given, missing) = (all(&with), all(&without));
    let what = kata(
        format!("`catatan_pengusung` ada untuk nomor urut {given}, tidak untuk {missing} di {}", lingkup.nama()),
        format!("`catatan_pengusung` is given for number {given} and not for {missing} in {}", lingkup.nama()),
    );
    let help = kata(
        "tulis dari mana daftar partai itu di semua pasangan calon, dengan kalimat yang sama bentuknya",
        "say for all pairs where the list comes from, in sentences of the same form",
    );
    let finding = findings.finding(number_of(lacks), what);
    let finding =
        finding.related(Place::value(has.path(), "catatan_pengusung"), kata("catatannya di sini", "the note"));
    findings.add(finding.help(help));
}

/// Whether parties are named that a note could be about.
fn is_of_parties(pasangan: &Pasangan) -> bool {
    pasangan.jalur != Some(Jalur::Perseorangan) && !pasangan.pengusung.is_empty()
}
