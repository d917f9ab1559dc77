//! A single pair is elected with more than half of the valid votes only.

use crate::bahasa::kata;
use crate::check::look::contests::{Elected, elected};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-10",
    level: Level::Galat,
    what: (
        "pasangan calon tunggal terpilih hanya dengan lebih dari 50 persen suara sah; kolom kosong tidak terpilih",
        "a single pair is elected only with more than 50 percent of the valid votes; the empty column is not elected",
    ),
    confidence: Confidence::A,
    law: Some("UU 10/2016 pasal 54D"),
    why: (
        "kalau kolom kosong mendapat separuh suara sah atau lebih, pemilihan diulang",
        "where the empty column has half of the valid votes or more, the election is held again",
    ),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "suara: { 1: 900, 2: 1100 }\nterpilih: { nomor_urut: 1 }",
        good: "suara: { 1: 1100, 2: 900 }\nterpilih: { nomor_urut: 1 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    let contests = model.kontes().filter(|lingkup| lingkup.paslon.iter().any(Paslon::is_kolom_kosong));
    contests.for_each(|lingkup| single(lingkup, findings));
}

fn single(lingkup: &Lingkup, findings: &mut Findings) {
    let Some(terpilih) = elected(lingkup) else { return };
    let Elected { nomor, votes, valid, .. } = terpilih;
    let (what, help) = if lingkup.paslon(nomor).is_some_and(Paslon::is_kolom_kosong) {
        (
            kata(
                format!("nomor urut {nomor} adalah kolom kosong, jadi tidak bisa terpilih"),
                format!("number {nomor} is the empty column and cannot be elected"),
            ),
            kata(
                "hapus `terpilih`; pemilihan ulangnya ditulis di pemilihan/<nama>/pemilihan.yaml",
                "delete `terpilih`; the repeated election is written in pemilihan/<name>/pemilihan.yaml",
            ),
        )
    } else if votes * 2 <= valid {
        (
            kata(
                format!("nomor urut {nomor} mendapat {votes} dari {valid} suara sah, tidak lebih dari separuh"),
                format!("number {nomor} has {votes} of {valid} valid votes, not more than half"),
            ),
            kata("periksa suaranya, atau hapus `terpilih`", "look up the votes, or delete `terpilih`"),
        )
    } else {
        return;
    };
    findings.add(findings.finding(terpilih.place, what).help(help));
}
