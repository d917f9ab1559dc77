//! Holds the model against the rules: electoral law, equal treatment, personal data, facts, dates.
//!
//! A rule is a file in the folder of its family, and a line of the `rules!` in the `mod.rs` there.

mod aks;
mod fkt;
mod fmt;
mod huk;
mod jdw;
mod kst;
pub(crate) mod look;
mod nam;
mod pdp;
mod ruj;
pub mod rule;
mod silence;

use crate::bahasa::kata;
use crate::check::look::pass::{self, Look};
use crate::check::rule::Rule;
use crate::memo::{Key, KeyAlone, Memo, Session, reading};
use crate::model::Model;
use crate::model::document::{Document, Found};
use crate::model::fakta::figures;
use crate::model::kesetaraan::HARI_BERITA;
use crate::record::situs::Tingkat;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level, Report};
use crate::value::tanggal::Tanggal;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every rule, in order of its code.
pub static RULES: LazyLock<Vec<&Rule>> = LazyLock::new(|| FAMILIES.concat());

/// The rules of each family, in order of their codes.
const FAMILIES: [&[&Rule]; 9] =
    [aks::RULES, fkt::RULES, fmt::RULES, huk::RULES, jdw::RULES, kst::RULES, nam::RULES, pdp::RULES, ruj::RULES];

/// The looks of all rules at texts; each has its place here as its number.
static LOOKS: LazyLock<Vec<&dyn Look>> = LazyLock::new(|| {
    [aks::LOOKS, fkt::LOOKS, fmt::LOOKS, huk::LOOKS, jdw::LOOKS, kst::LOOKS, nam::LOOKS, pdp::LOOKS, ruj::LOOKS]
        .concat()
});

/// The names of all looks at texts, in the order of their numbers.
pub fn looks() -> Vec<&'static str> {
    LOOKS.iter().map(|look| look.name()).collect()
}

/// What the looks find in a file, in the one pass that every check makes.
pub fn found_in(document: &Document) -> Vec<Found> {
    pass::all_looks(document)
}

/// What the looks find in a file when each is made by itself, whatever stands in the file: slower, and the same.
pub fn found_by_each_look(document: &Document) -> Vec<Found> {
    pass::each_look(document)
}

/// Applies every rule, then the levels that `situs.yaml` sets, and takes out what the content silences.
pub fn run(model: &Model, report: &mut Report) {
    let memo = Memo::default();
    let nothing = || memo.begin(&KeyAlone, 0);
    run_again(model, Memory { rules: &nothing(), texts: &nothing() }, report);
}

/// Makes the looks of all rules at every text that is not remembered: one pass over each file.
pub fn look(model: &Model, texts: &Session<'_>) {
    model.documents.look_at_all(pass::all_looks, texts);
}

/// What is remembered of a check.
#[derive(Debug, Clone, Copy)]
pub struct Memory<'m> {
    /// Of rules, which rest on parts of the model.
    pub rules: &'m Session<'m>,
    /// Of looks at texts, which rest on them alone.
    pub texts: &'m Session<'m>,
}

/// Does as [`run`] does, but for the rules that would find the same again.
pub fn run_again(model: &Model, memory: Memory<'_>, report: &mut Report) {
    look(model, memory.texts);
    // From the last to the first: the longest stand at the end, and one that is begun last keeps all others waiting.
    let rules = RULES.par_iter().rev().with_max_len(1);
    let mut found: Vec<Vec<Diagnostic>> = rules.map(|rule| remembered(rule, model, memory.rules)).collect();
    found.reverse();
    report.extend(found.into_iter().flatten());
    let levels = &model.situs.record.aturan;
    for (code, change) in levels.iter() {
        if !RULES.iter().any(|rule| rule.code == code.as_str()) {
            report.add(unknown_rule(Place::key(model.situs.path(), format!("aturan.{code}")), code.as_str()));
        }
        report.set_level(code.as_str(), level(change.tingkat));
    }
    silence::apply(model, report);
}

/// The days after that of a model on which rules may find something else in the same content.
pub fn days_ahead(model: &Model) -> BTreeSet<Tanggal> {
    let mut days: BTreeSet<Tanggal> = model.turns_ahead().collect();
    for lingkup in &model.lingkup {
        // An event is over; news leaves the days in which it is counted; a figure is told of from its day on, and grows old.
        days.extend(
            lingkup
                .kegiatan
                .iter()
                .filter_map(|kegiatan| kegiatan.record.tanggal.or(kegiatan.date()))
                .map(Tanggal::besok),
        );
        days.extend(lingkup.berita.iter().map(|berita| berita.record.tanggal.sesudah(HARI_BERITA)));
        days.extend(
            figures(lingkup)
                .iter()
                .filter_map(|figure| figure.per_tanggal)
                .flat_map(|day| [day, day.sesudah(fkt::STALE + 1)]),
        );
        days.extend(
            model.hari_pemungutan(lingkup).into_iter().flat_map(|day| [day.besok(), day.sesudah(huk::UNANSWERED)]),
        );
    }
    days.retain(|day| !model.hari.has_come(*day));
    days
}

/// What a rule finds; it is not applied where everything that it read is as it was.
fn remembered(rule: &'static Rule, model: &Model, memo: &Session<'_>) -> Vec<Diagnostic> {
    let key = Key::of("rule", rule.code);
    let decode = |bytes: &[u8]| {
        let found: Vec<Diagnostic> = postcard::from_bytes(bytes).ok()?;
        Some(found.into_iter().map(|finding| Diagnostic { code: rule.code, ..finding }).collect())
    };
    let found = memo.recall::<Vec<Diagnostic>>(key, decode).unwrap_or_else(|| {
        let (found, grounds) = reading::watch(|| rule.find(model));
        memo.learn(key, grounds, found)
    });
    Vec::clone(&found)
}

fn level(tingkat: Tingkat) -> Level {
    match tingkat {
        Tingkat::Galat => Level::Galat,
        Tingkat::Peringatan => Level::Peringatan,
        Tingkat::Saran => Level::Saran,
    }
}

fn unknown_rule(place: Place, code: &str) -> Diagnostic {
    let near = crate::value::mirip::nearest(code, RULES.iter().map(|rule| rule.code));
    let what = kata(format!("tidak ada aturan {code}"), format!("there is no rule {code}"));
    Diagnostic::galat("RUJ-13", place, what)
        .maybe_help(near.map(|near| kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant"))))
}
