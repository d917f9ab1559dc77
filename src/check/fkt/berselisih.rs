//! Figures that disagree name each other.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::fakta::{FullFakta, figures};
use crate::model::{Lingkup, Model};
use crate::record::fakta::{Fakta, StatusFakta};
use crate::report::kode::Example;
use crate::report::{Diagnostic, Level};
use crate::value::angka::Angka;
use crate::value::id::Id;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    code: "FKT-05",
    level: Level::Peringatan,
    what: (
        "angka berbeda untuk hal, tanggal dan lingkup yang sama saling disebut di `bertentangan_dengan`",
        "different figures for the same thing, day and area name one another in `bertentangan_dengan`",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "angka yang berbeda tentang hal yang sama ditampilkan berdampingan, masing-masing dengan sumbernya",
        "different figures for the same thing are shown side by side, each with its source",
    ),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "- { id: tps-kpu, ukuran: tps, nilai: 943 }\n- { id: tps-kota, ukuran: tps, nilai: 945 }",
        good: "- { id: tps-kpu, ukuran: tps, nilai: 943, bertentangan_dengan: [tps-kota] }\n- { id: tps-kota, ukuran: tps, nilai: 945, bertentangan_dengan: [tps-kpu] }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| disagreements(lingkup, findings));
}

fn disagreements(lingkup: &Lingkup, findings: &mut Findings) {
    let figures = figures(lingkup);
    let named: BTreeSet<&Id<Fakta>> = figures.iter().flat_map(|figure| &figure.fakta.bertentangan_dengan).collect();
    let mut same_thing: BTreeMap<_, Vec<&FullFakta<'_>>> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| figure.fakta.status != Some(StatusFakta::Dikoreksi)) {
        let Some(day) = figure.per_tanggal.filter(|_| value(figure).is_some()) else { continue };
        let key = (figure.fakta.ukuran, day, figure.fakta.per_paslon);
        same_thing.entry(key).or_default().push(figure);
    }
    let is_linked = |figure: &FullFakta<'_>| {
        !figure.fakta.bertentangan_dengan.is_empty() || figure.fakta.id.as_ref().is_some_and(|id| named.contains(id))
    };
    for group in same_thing.values() {
        compare(group, &is_linked, findings);
    }
}

/// Says of each figure that names nobody and differs from another; of two such figures the later one is told.
fn compare(group: &[&FullFakta<'_>], is_linked: &dyn Fn(&FullFakta<'_>) -> bool, findings: &mut Findings) {
    let Some(first) = group.first() else { return };
    let Some(other) = group.iter().find(|figure| value(figure) != value(first)) else { return };
    let lonely = group.iter().filter(|figure| !is_linked(figure));
    for figure in lonely {
        let partner = if value(figure) == value(first) { other } else { first };
        let told_at_partner = std::ptr::eq(*figure, *first) && !is_linked(partner);
        if !told_at_partner {
            findings.add(differs(findings, figure, partner));
        }
    }
}

fn differs(findings: &Findings, figure: &FullFakta<'_>, partner: &FullFakta<'_>) -> Diagnostic {
    let [own, theirs] = [figure, partner].map(|figure| value(figure).unwrap_or_default());
    let what = kata(
        format!("angka {own} berbeda dari {theirs} untuk hal dan tanggal yang sama"),
        format!("the figure {own} differs from {theirs} for the same thing and day"),
    );
    let label = kata("angka yang berbeda", "the figure that differs");
    let help = kata(
        "beri keduanya `id`, lalu tulis `bertentangan_dengan` dan `status: berselisih`; atau hapus yang salah",
        "give both an `id`, then write `bertentangan_dengan` and `status: berselisih`; or delete the wrong one",
    );
    findings.finding(figure.at("nilai"), what).related(partner.at("nilai"), label).help(help)
}

fn value(figure: &FullFakta<'_>) -> Option<f64> {
    figure.fakta.nilai.map(Angka::get)
}
