//! A pair is two persons, and nobody stands in two pairs of a contest.

use crate::bahasa::kata;
use crate::check::look::contests::{letters, own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "HUK-01",
    level: Level::Galat,
    what: (
        "calon dan wakilnya dua orang; satu orang dalam satu pasangan saja",
        "candidate and deputy are two people; one person stands in one pair only",
    ),
    confidence: Confidence::A,
    law: Some("UU Pilkada, PKPU 8/2024"),
    why: (
        "pasangan calon terdiri dari dua orang, dan satu orang hanya ikut dalam satu pasangan",
        "a pair is two persons, and a person stands in one pair only",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "calon: { nama: Calon Contoh Satu }\nwakil: { nama: Calon Contoh Satu }",
        good: "calon: { nama: Calon Contoh Satu }\nwakil: { nama: Wakil Contoh Satu }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| persons(lingkup, findings));
}

fn persons(lingkup: &Lingkup, findings: &mut Findings) {
    let mut known: BTreeMap<String, Place> = BTreeMap::new();
    for (paslon, pasangan) in pairs_in(lingkup) {
        for (path, calon) in [("calon.nama", &pasangan.calon), ("wakil.nama", &pasangan.wakil)] {
            let place = Place::value(paslon.path(), path);
            let Some(first) = known.insert(letters(&calon.nama), place.clone()) else { continue };
            let nama = &calon.nama;
            let what = if first.file == place.file {
                kata(
                    format!("{nama} adalah calon dan juga wakilnya sendiri"),
                    format!("{nama} is both the candidate and the deputy"),
                )
            } else {
                kata(
                    format!("{nama} ada di dua pasangan calon di {}", lingkup.nama()),
                    format!("{nama} stands in two pairs in {}", lingkup.nama()),
                )
            };
            let finding = findings.finding(place, what).related(first, kata("nama yang sama di sini", "the same name"));
            findings.add(finding.help(kata("periksa nama di surat suara", "look up the name on the ballot")));
        }
    }
}
