//! Where the empty column had the most votes, another election follows.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::hasil::StatusHasil;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-35",
    level: Level::Peringatan,
    what: (
        "daerah yang pasangan tunggalnya tidak memperoleh lebih dari separuh suara sah punya pemilihan ulang, paling lama setahun kemudian",
        "where a single pair did not get more than half of the valid votes another election follows within a year",
    ),
    confidence: Confidence::A,
    law: Some("UU 10/2016 pasal 54D, putusan MK 126/PUU-XXII/2024"),
    why: (
        "tanpa catatan tentang pemilihan ulang pembaca mengira kepala daerahnya sudah terpilih",
        "without a record of the next election readers would think that somebody was elected",
    ),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "suara: { 1: 400, 2: 600 }  # 2 adalah kolom kosong",
        good: "suara: { 1: 400, 2: 600 }  # dan pemilihan/ulang-2025/pemilihan.yaml",
    },
    apply,
};

/// From so many days after the vote on somebody should have written when people vote again.
pub(super) const DAYS: u64 = 180;

fn apply(model: &Model, findings: &mut Findings) {
    model.kontes().for_each(|lingkup| unanswered(model, lingkup, findings));
}

fn unanswered(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(hasil) = lingkup.hasil.as_ref().filter(|hasil| hasil.record.status != StatusHasil::Sementara) else {
        return;
    };
    let day = model.hari_pemungutan(lingkup).filter(|day| model.hari.has_come(day.sesudah(DAYS)));
    let Some(day) = day else { return };
    if !model.digantikan(lingkup).is_empty() || !has_lost(lingkup) {
        return;
    }
    let days = day.hari_menuju(model.hari.exact());
    let what = kata(
        format!("kolom kosong unggul di {} {days} hari lalu, dan pemilihan ulangnya belum tercatat", lingkup.nama()),
        format!("the empty column won in {} {days} days ago, and no repeated election is recorded", lingkup.nama()),
    );
    let help = kata(
        "buat pemilihan/<nama>/pemilihan.yaml dengan `jenis: ulang`; harinya boleh kosong selama belum ditetapkan",
        "make pemilihan/<name>/pemilihan.yaml with `jenis: ulang`; its day may be left out while it is not fixed",
    );
    findings.add(findings.finding(Place::value(hasil.path(), "suara"), what).help(help));
}

/// Whether the single pair has no more than half of the votes that are for it or the empty column.
fn has_lost(lingkup: &Lingkup) -> bool {
    lingkup.suara_tunggal().is_some_and(|(pair, empty)| pair <= empty)
}
