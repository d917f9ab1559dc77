//! News of the last days names all pairs as often.

use crate::bahasa::kata;
use crate::check::look::contests::pairs_in;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::kesetaraan::{HARI_BERITA, is_recent, sebutan};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "KST-08",
    level: Level::Peringatan,
    what: (
        "dalam 14 hari terakhir semua pasangan calon disebut di hampir sama banyak berita: selisihnya paling banyak satu",
        "in the last 14 days all pairs are named in nearly as many articles: one more at most",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "pasangan calon yang lebih sering diberitakan tampak lebih penting",
        "a pair that is more often in the news looks more important",
    ),
    example: Example {
        file: "wilayah/contoh/berita/2024-11-10-kunjungan.md",
        bad: "# berita ketiga yang hanya menyebut nomor 1\npaslon: [1]",
        good: "# berita yang menyebut semuanya\npaslon: [1, 2]",
    },
    apply,
};

/// The most by which the counts may differ: articles come out one by one.
const MOST: usize = 1;

fn apply(model: &Model, findings: &mut Findings) {
    model.kontes().for_each(|lingkup| shares(model, lingkup, findings));
}

fn shares(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let numbers = pairs_in(lingkup).into_iter().filter_map(|(paslon, _)| paslon.nomor_urut);
    let recent: Vec<_> = numbers.map(|nomor| (sebutan(model, lingkup, Some(nomor)).1, nomor)).collect();
    let counts = || recent.iter().copied();
    let (Some((least, seldom)), Some((most, often))) = (counts().min(), counts().max_by_key(|(count, _)| *count))
    else {
        return;
    };
    if most - least <= MOST {
        return;
    }
    // The newest article that names the one and not the other: there the next one can be made equal.
    let newest = lingkup.berita.iter().find(|berita| {
        let named = &berita.record.paslon;
        is_recent(model, berita.record.tanggal) && named.contains(&often) && !named.contains(&seldom)
    });
    let Some(newest) = newest else { return };
    let what = kata(
        format!(
            "dalam {HARI_BERITA} hari terakhir nomor urut {often} disebut di {most} berita, nomor urut {seldom} di {least}"
        ),
        format!(
            "in the last {HARI_BERITA} days number {often} is named in {most} articles, number {seldom} in {least}"
        ),
    );
    let help = kata(
        "beritakan kegiatan sejenis pasangan lain, atau hapus nomor yang bukan pokok beritanya",
        "report what the other pairs did of the same kind, or delete numbers the article is not about",
    );
    findings.add(findings.finding(Place::value(newest.path(), "paslon"), what).help(help));
}
