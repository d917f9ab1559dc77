//! The key of a stage is used once in a schedule.

use crate::bahasa::kata;
use crate::check::look::stages::stages_in;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "JDW-05",
    level: Level::Galat,
    what: ("kunci tahapan dipakai sekali dalam satu jadwal", "a stage's key is used once in a schedule"),
    confidence: Confidence::L,
    law: None,
    why: (
        "kalender orang mengenali tahapan dari kuncinya, dan yang kedua akan menimpa yang pertama",
        "calendars know a stage by its key, and the second would replace the first",
    ),
    example: Example {
        file: "jadwal.yaml",
        bad: "- { id: kampanye, … }\n- { id: kampanye, … }",
        good: "- { id: kampanye, … }\n- { id: kampanye-media, … }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let mut known = BTreeMap::new();
        for stage in stages_in(lingkup) {
            let id = &stage.tahapan.id;
            let place = stage.at("id");
            let Some(first) = known.insert(id, place.clone()) else { continue };
            let what = kata(format!("kunci \"{id}\" dipakai dua kali"), format!("the key \"{id}\" is used twice"));
            let finding = findings.finding(place, what).related(first, kata("sudah dipakai di sini", "already here"));
            findings.add(finding.help(kata("beri tahapan ini kunci lain", "give this stage another key")));
        }
    }
}
