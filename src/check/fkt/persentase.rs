//! A percentage is that of its own counts.

use crate::bahasa::{Kata, kata};
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::shares::{Share, shares};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::fakta::figures;
use crate::model::{Lingkup, Model};
use crate::record::ukuran::Ukuran;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::{Angka, Jumlah};

pub(super) const RULE: Rule = Rule {
    code: "FKT-12",
    level: Level::Peringatan,
    what: (
        "persentase cocok dengan kedua angkanya: di kalimat \"13 dari 16 (81,25 persen)\", dan partisipasi di `hasil.yaml`",
        "a percentage fits its two counts: in \"13 of 16 (81.25 percent)\", and turnout in `hasil.yaml`",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "pembaca bisa menghitung sendiri, dan angka yang tidak cocok merusak kepercayaan pada yang lain",
        "readers can reckon for themselves, and one figure that does not fit costs the trust in the others",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "13 dari 16 tahapan (86 persen)",
        good: "13 dari 16 tahapan (81,25 persen)",
    },
    apply,
};

/// Shares that do not fit their counts.
pub(super) static WRONG_SHARES: TextLook = TextLook {
    name: "FKT-12 shares",
    near: Near::Nothing,
    reach: Reach::Records,
    find: |text| shares(text).into_iter().filter(is_wrong).map(|share| share.range).collect(),
};

fn apply(model: &Model, findings: &mut Findings) {
    for hit in WRONG_SHARES.hits(model).filter(|hit| !hit.is_quotation()) {
        let shares = shares(hit.source.text());
        let Some(share) = shares.iter().find(|share| share.range == hit.range) else { continue };
        let (what, help) = words_for(share.said, share.counted, share.decimals);
        findings.add(findings.finding(hit.place(), what).help(help));
    }
    model.kontes().for_each(|lingkup| turnout(lingkup, findings));
}

/// Whether a share is further from its counts than rounding or cutting off explains.
fn is_wrong(share: &Share) -> bool {
    differs(share.said, share.counted, share.decimals)
}

fn differs(said: f64, counted: f64, decimals: usize) -> bool {
    let last = 10_f64.powi(-i32::try_from(decimals).unwrap_or(9));
    (said - counted).abs() >= last
}

fn words_for(said: f64, counted: f64, decimals: usize) -> (Kata, Kata) {
    let exact = decimals.max(2);
    let (said, counted) = (format!("{said:.decimals$}"), format!("{counted:.exact$}"));
    let what = kata(
        format!(
            "{} persen tidak cocok dengan hitungannya, {} persen",
            said.replace('.', ","),
            counted.replace('.', ",")
        ),
        format!("{said} percent does not fit its counts, {counted} percent"),
    );
    (what, kata("periksa ketiga angka", "look up the three figures"))
}

/// Holds the turnout told as a figure against the counts of the result.
fn turnout(lingkup: &Lingkup, findings: &mut Findings) {
    let Some(hasil) = &*lingkup.hasil else { return };
    let counts = (hasil.record.pengguna_hak_pilih.map(Jumlah::get), hasil.record.dpt.map(Jumlah::get));
    let (Some(voters), Some(dpt)) = counts else { return };
    for figure in figures(lingkup).iter().filter(|figure| figure.fakta.ukuran == Ukuran::Partisipasi) {
        let Some(said) = figure.fakta.nilai.map(Angka::get).filter(|_| figure.fakta.kualifikasi.is_none()) else {
            continue;
        };
        let decimals = said.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
        #[expect(clippy::cast_precision_loss, reason = "there are fewer voters than a float counts")]
        let counted = voters as f64 / dpt as f64 * 100.0;
        if dpt == 0 || !figure.is_undisputed() || !differs(said, counted, decimals) {
            continue;
        }
        let (what, help) = words_for(said, counted, decimals);
        let place = Place::value(hasil.path(), "pengguna_hak_pilih");
        let label = kata("dihitung dari sini", "reckoned from here");
        findings.add(findings.finding(figure.at("nilai"), what).related(place, label).help(help));
    }
}
