//! A survey in the quiet period is looked at twice.

use crate::bahasa::kata;
use crate::check::look::texts::find_in;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-17",
    level: Level::Saran,
    what: (
        "berita di masa tenang tidak memuat survei tentang pasangan calon",
        "news of the quiet period holds no survey on the pairs",
    ),
    confidence: Confidence::B,
    law: Some("UU 7/2017 pasal 449 untuk pemilu; untuk Pilkada belum pasti"),
    why: ("survei menjelang pemungutan suara bisa memengaruhi pilihan", "a survey just before the vote may sway it"),
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

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| surveys(model, lingkup, findings));
}

fn surveys(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(masa) = model.masa(lingkup, JenisTahapan::MasaTenang) else { return };
    for loaded in lingkup.berita.iter().filter(|loaded| masa.contains(&loaded.record.tanggal)) {
        // Once an article is enough.
        let Some(hit) = find_in(&loaded.source, |text| phrases(text, &SURVEY)).into_iter().next() else { continue };
        let word = hit.phrase();
        let what = kata(
            format!("\"{word}\" di berita masa tenang, {}", loaded.record.tanggal.panjang()),
            format!("\"{word}\" in news of the quiet period, {}", loaded.record.tanggal),
        );
        let help = kata(
            "pertimbangkan menahannya sampai pemungutan suara selesai",
            "consider holding it back until the vote is over",
        );
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}
