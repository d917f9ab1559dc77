//! A single pair is elected with more than half of the valid votes only.

use crate::bahasa::kata;
use crate::check::look::contests::{Elected, elected, is_more_than};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-10",
    level: Level::Galat,
    what: (
        "pasangan calon tunggal terpilih hanya dengan lebih dari bagian suara sah yang ditentukan; kolom kosong tidak terpilih",
        "a single pair is elected only with more than the share of valid votes that the law asks; the empty column is not elected",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "kalau pasangan calon tunggal tidak terpilih, pemilihan diulang",
        "where a single pair is not elected, the election is held again",
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
    contests.for_each(|lingkup| single(model, lingkup, findings));
}

fn single(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(terpilih) = elected(lingkup) else { return };
    let Elected { nomor, votes, valid, .. } = terpilih;
    let needed = &model.hukum_bagi(lingkup).suara_pasangan_tunggal;
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
    } else if !is_more_than(needed.nilai, votes, valid) {
        (
            kata(
                format!(
                    "nomor urut {nomor} mendapat {votes} dari {valid} suara sah, tidak lebih dari {} persen",
                    needed.nilai
                ),
                format!("number {nomor} has {votes} of {valid} valid votes, not more than {} percent", needed.nilai),
            ),
            kata("periksa suaranya, atau hapus `terpilih`", "look up the votes, or delete `terpilih`"),
        )
    } else {
        return;
    };
    findings.add(findings.finding_by(terpilih.place, what, needed).help(help));
}
