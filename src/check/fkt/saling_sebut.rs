//! A figure that another contradicts contradicts it too.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::fakta::{FullFakta, figures};
use crate::model::{Lingkup, Model};
use crate::record::fakta::Fakta;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::id::Id;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "FKT-09",
    level: Level::Saran,
    what: (
        "fakta yang disebut di `bertentangan_dengan` menyebut balik",
        "a fact named in `bertentangan_dengan` names the other back",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "pembaca salah satu angka juga perlu tahu bahwa ada angka lain",
        "readers of either figure should learn that there is another",
    ),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "- { id: tps-kpu, ukuran: tps, nilai: 943, bertentangan_dengan: [tps-kota] }\n- { id: tps-kota, ukuran: tps, nilai: 945 }",
        good: "- { id: tps-kpu, ukuran: tps, nilai: 943, bertentangan_dengan: [tps-kota] }\n- { id: tps-kota, ukuran: tps, nilai: 945, bertentangan_dengan: [tps-kpu] }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| links(lingkup, findings));
}

fn links(lingkup: &Lingkup, findings: &mut Findings) {
    let figures = figures(lingkup);
    let known: BTreeMap<&Id<Fakta>, &FullFakta<'_>> =
        figures.iter().filter_map(|figure| Some((figure.fakta.id.as_ref()?, figure))).collect();
    for figure in &figures {
        for (i, id) in figure.fakta.bertentangan_dengan.iter().enumerate() {
            let Some(other) = known.get(id) else { continue };
            let answers = figure.fakta.id.as_ref().is_some_and(|own| other.fakta.bertentangan_dengan.contains(own));
            // A key that no figure has is told by RUJ-12; it may be a slip in writing this one.
            let names_nobody = other.fakta.bertentangan_dengan.iter().any(|id| !known.contains_key(id));
            if answers || names_nobody {
                continue;
            }
            let what = kata(
                format!("fakta \"{id}\" tidak menyebut balik angka ini"),
                format!("the figure \"{id}\" does not name this one in turn"),
            );
            let own = figure.fakta.id.as_ref().map_or("kunci-angka-ini", |own| &**own);
            let help = kata(
                format!("tambahkan `bertentangan_dengan: [{own}]` di sana"),
                format!("add `bertentangan_dengan: [{own}]` there"),
            );
            let place = figure.at(&format!("bertentangan_dengan[{i}]"));
            let label = kata("angka yang disebut", "the figure that is named");
            findings.add(findings.finding(place, what).related(other.at("id"), label).help(help));
        }
    }
}
