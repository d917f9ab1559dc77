//! No result of a survey is published in the quiet period.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::tanggal::Tanggal;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "HUK-17",
    level: Level::Peringatan,
    what: (
        "berita di masa tenang tidak memuat survei tentang pasangan calon",
        "news of the quiet period holds no survey on the pairs",
    ),
    confidence: Confidence::B,
    law: Some("PKPU 9/2022 pasal 19 ayat (2) untuk pemilu dan Pilkada, bunyinya menurut satu berita"),
    why: ("hasil survei tidak diumumkan di masa tenang", "results of surveys are not published in the quiet period"),
    example: Example {
        file: "wilayah/contoh/berita/2024-11-25-angka.md",
        bad: "tanggal: 2024-11-25\nringkasan: Lembaga survei mengumumkan elektabilitas.",
        good: "tanggal: 2024-11-25\nringkasan: Kotak suara tiba di kecamatan.",
    },
    apply,
};

/// Words of a survey on who will win; a survey of roads or soil is none.
const SURVEY: [&str; 6] =
    ["elektabilitas", "jajak pendapat", "lembaga survei", "hasil survei", "survei pilkada", "exit poll"];

/// These words, wherever they stand.
pub(super) static SURVEYS: TextLook = TextLook {
    name: "HUK-17 surveys",
    near: Near::Phrases(&[&SURVEY]),
    reach: Reach::Records,
    find: |text| phrases(text, &SURVEY),
};

fn apply(model: &Model, findings: &mut Findings) {
    // Once an article is enough.
    let mut first: BTreeMap<&str, Hit<'_>> = BTreeMap::new();
    for hit in SURVEYS.hits(model) {
        first.entry(&hit.source.path).or_insert(hit);
    }
    for lingkup in &model.lingkup {
        let Some(masa) = model.masa(lingkup, JenisTahapan::MasaTenang) else { continue };
        let quiet = lingkup.berita.iter().filter(|loaded| masa.contains(&loaded.record.tanggal));
        quiet.filter_map(|loaded| Some((loaded, first.get(loaded.path())?))).for_each(|(loaded, hit)| {
            survey(hit, loaded.record.tanggal, findings);
        });
    }
}

fn survey(hit: &Hit<'_>, tanggal: Tanggal, findings: &mut Findings) {
    let word = hit.phrase();
    let what = kata(
        format!("\"{word}\" di berita masa tenang, {}", tanggal.panjang()),
        format!("\"{word}\" in news of the quiet period, {tanggal}"),
    );
    let help = kata(
        "tahan dengan `terbit` sampai pemungutan suara selesai",
        "hold it back with `terbit` until the vote is over",
    );
    findings.add(findings.finding(hit.place(), what).help(help));
}
