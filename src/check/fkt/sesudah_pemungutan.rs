//! Turnout and results have a day, and it does not come before the vote.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::fakta::{FullFakta, figures};
use crate::model::{Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::record::ukuran::Ukuran;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level};
use crate::value::tanggal::Tanggal;

pub(super) const RULE: Rule = Rule {
    code: "FKT-20",
    level: Level::Peringatan,
    what: (
        "partisipasi dan hasil punya tanggal, dan tidak mendahului hari pemungutan suaranya",
        "turnout and results have a day, and it is not before the day of their vote",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "partisipasi dan hasil baru ada sesudah orang memilih, dan tanpa tanggal pemilihan mana yang dimaksud tidak diketahui",
        "turnout and results are known after people voted, and without a day nobody knows of which vote they are",
    ),
    example: Example {
        file: "fakta/partisipasi.yaml",
        bad: "per_tanggal: 2024-06-12\nfakta:\n  - { ukuran: partisipasi, nilai: 62 }",
        good: "per_tanggal: 2024-12-05\nfakta:\n  - { ukuran: partisipasi, nilai: 62 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let vote = model.hari_pemungutan(lingkup);
        for figure in figures(lingkup).iter().filter(|figure| figure.fakta.ukuran == Ukuran::Partisipasi) {
            if let Some(finding) = turnout(vote, figure, findings) {
                findings.add(finding);
            }
        }
        if let Some(finding) = result(model, lingkup, findings) {
            findings.add(finding);
        }
    }
}

fn turnout(vote: Option<Tanggal>, figure: &FullFakta<'_>, findings: &Findings) -> Option<Diagnostic> {
    let Some(day) = figure.per_tanggal else {
        let what = kata(
            "angka partisipasi ini tidak menyebut tanggalnya, jadi pemilihan mana yang dimaksud tidak diketahui",
            "this turnout has no day, so nobody knows of which vote it is",
        );
        let help = kata("tambahkan `per_tanggal:`", "add `per_tanggal:`");
        return Some(findings.finding(figure.at("ukuran"), what).help(help));
    };
    let place = if figure.fakta.per_tanggal.is_some() { figure.at("per_tanggal") } else { figure.at("ukuran") };
    let help = kata(
        "periksa tanggalnya; partisipasi pemilihan sebelumnya ditulis di `pembanding`, dengan `keterangan_pembanding`",
        "look up the day; the turnout of an earlier vote is written as `pembanding`, with `keterangan_pembanding`",
    );
    Some(early(vote, day, (place, findings), ("partisipasi", "turnout"))?.help(help))
}

fn result(model: &Model, lingkup: &Lingkup, findings: &Findings) -> Option<Diagnostic> {
    let loaded = lingkup.hasil.as_ref()?;
    let Some(day) = loaded.record.tanggal else {
        let what = kata("hasil ini tidak menyebut tanggalnya", "this result has no day");
        let help = kata(
            "tambahkan `tanggal:`, hari hasil ini diumumkan atau ditetapkan",
            "add `tanggal:`, the day this result was announced or determined",
        );
        return Some(findings.finding(Place::value(loaded.path(), "status"), what).help(help));
    };
    // Where the schedule has the day of the vote, the rule on dates within their stages says it.
    if model.tahapan(lingkup, JenisTahapan::PemungutanSuara).is_some() {
        return None;
    }
    let help = kata("periksa tanggalnya", "look up the day");
    let place = Place::value(loaded.path(), "tanggal");
    Some(early(model.hari_pemungutan(lingkup), day, (place, findings), ("hasil", "the result"))?.help(help))
}

/// What is said of something before its vote, or of a vote that has no day yet.
fn early(
    vote: Option<Tanggal>,
    day: Tanggal,
    (place, findings): (Place, &Findings),
    (id, en): (&str, &str),
) -> Option<Diagnostic> {
    let what = match vote {
        Some(vote) if day >= vote => return None,
        Some(vote) => kata(
            format!("{id} bertanggal {}, sebelum hari pemungutan suara {}", day.panjang(), vote.panjang()),
            format!("{en} is of {day}, before the day of the vote, {vote}"),
        ),
        None => kata(
            format!("ada {id}, tetapi pemungutan suaranya belum punya hari"),
            format!("there is {en}, but the vote has no day yet"),
        ),
    };
    Some(findings.finding(place, what))
}
