//! The result counts the votes of the numbers on the ballot, and of no others.

use crate::bahasa::kata;
use crate::check::look::contests::whole_contests;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "RUJ-16",
    level: Level::Galat,
    what: (
        "`hasil.yaml` hanya memuat nomor urut yang ada di paslon/",
        "`hasil.yaml` holds only ballot numbers that are in paslon/",
    ),
    confidence: Confidence::A,
    law: Some("UU 1/2015 pasal 51-52"),
    why: ("suara dihitung menurut nomor urut di surat suara", "votes are counted by the numbers on the ballot"),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "suara: { 1: 1200, 2: 800, 3: 40 }",
        good: "suara: { 1: 1200, 2: 800 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in whole_contests(model) {
        let Some(hasil) = &*lingkup.hasil else { continue };
        let whole = hasil.record.suara.keys().map(|nomor| ("suara".to_owned(), nomor));
        let parts = hasil
            .record
            .bagian
            .iter()
            .enumerate()
            .flat_map(|(i, bagian)| bagian.suara.keys().map(move |nomor| (format!("bagian[{i}].suara"), nomor)));
        for (path, nomor) in whole.chain(parts).filter(|(_, nomor)| lingkup.paslon(**nomor).is_none()) {
            let what = kata(
                format!("nomor urut {nomor} mendapat suara, tetapi tidak ada di paslon/"),
                format!("ballot number {nomor} has votes, but there is none in paslon/"),
            );
            findings.add(findings.finding(Place::key(hasil.path(), format!("{path}.{nomor}")), what));
        }
    }
}
