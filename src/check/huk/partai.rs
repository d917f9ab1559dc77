//! A party supports one pair in a contest.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::nomor_urut::NomorUrut;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "HUK-14",
    level: Level::Galat,
    what: ("satu partai mengusung satu pasangan dalam satu pemilihan", "a party supports one pair in a contest"),
    confidence: Confidence::A,
    law: Some("PKPU 10/2024 pasal 11"),
    why: (
        "satu partai hanya mengusung satu pasangan calon dalam satu pemilihan",
        "a party nominates one pair only in a contest",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/2.yaml",
        bad: "pengusung: [partai-contoh-a]",
        good: "pengusung: [partai-contoh-b]",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| parties(model, lingkup, findings));
}

fn parties(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let mut known = BTreeMap::new();
    for (paslon, pasangan) in pairs_in(lingkup) {
        for (i, id) in pasangan.pengusung.iter().enumerate() {
            let place = Place::value(paslon.path(), format!("pengusung[{i}]"));
            let (first, at) = known.entry(id).or_insert_with(|| (paslon, place.clone()));
            if std::ptr::eq(*first, paslon) {
                continue;
            }
            let bare = |nomor: NomorUrut| (nomor.to_string(), nomor.to_string());
            let (nomor, other) = paslon.nomor_urut.map_or_else(|| paslon.sebutan(), bare);
            let (first, number) = first.sebutan();
            let partai = model.partai.get(id).map_or(&**id, |partai| &*partai.singkatan);
            let what = kata(
                format!("{partai} mengusung {first} dan {nomor} di {}", lingkup.nama()),
                format!("{partai} supports {number} and {other} in {}", lingkup.nama()),
            );
            let label = kata(format!("di sini untuk {first}"), format!("here for {number}"));
            let help = kata(
                "hapus dari salah satunya; jika sumber berbeda, tulis di catatan_pengusung",
                "delete it from one of them; where sources differ, say so in catatan_pengusung",
            );
            findings.add(findings.finding(place, what).related(at.clone(), label).help(help));
        }
    }
}
