//! What officials are quoted with favours and harms no pair.

use crate::bahasa::kata;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-27",
    level: Level::Peringatan,
    what: (
        "pernyataan dan uraian kegiatan tidak mengajak memilih atau menolak pasangan calon",
        "statements and accounts of events ask nobody to vote for a pair or against it",
    ),
    confidence: Confidence::A,
    law: Some("UU Pilkada pasal 71 dan 188"),
    why: (
        "pejabat dan ASN dilarang menguntungkan atau merugikan salah satu pasangan calon",
        "officials and civil servants may neither favour nor harm a pair",
    ),
    example: Example {
        file: "wilayah/contoh/kegiatan/2024-10-10-rakor.yaml",
        bad: "pernyataan:\n  - { oleh: Pejabat Contoh, jenis: imbauan, isi: Menangkan nomor urut 1 }",
        good: "pernyataan:\n  - { oleh: Pejabat Contoh, jenis: imbauan, isi: Datang ke TPS }",
    },
    apply,
};

/// Words that take a side.
const SIDES: [&str; 16] = [
    "menangkan",
    "memenangkan paslon",
    "memenangkan pasangan",
    "coblos nomor",
    "pilih nomor",
    "pilih paslon",
    "pilih pasangan",
    "dukung nomor",
    "dukung paslon",
    "dukung pasangan",
    "mendukung nomor",
    "mendukung paslon",
    "mendukung pasangan",
    "dua periode",
    "lanjutkan kepemimpinan",
    "ganti pemimpin",
];

/// Words that turn them round: a call not to take sides.
const AGAINST: [&str; 10] =
    ["dilarang", "larangan", "jangan", "tidak", "tanpa", "netral", "netralitas", "bukan", "sanksi", "pelanggaran"];

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| statements(lingkup, findings));
}

fn statements(lingkup: &Lingkup, findings: &mut Findings) {
    for loaded in &lingkup.kegiatan {
        let said = loaded.record.pernyataan.iter().enumerate();
        let said = said.map(|(i, pernyataan)| (format!("pernyataan[{i}].isi"), &pernyataan.isi));
        let told = loaded.record.uraian.iter().map(|uraian| ("uraian".to_owned(), uraian));
        for (path, text) in said.chain(told) {
            let Some(words) = side_taken(text) else { continue };
            let what = kata(format!("\"{words}\" memihak"), format!("\"{words}\" takes a side"));
            let help = kata(
                "tulis apa yang dibahas tanpa ajakannya; dugaan pelanggaran dilaporkan ke Bawaslu",
                "write what was discussed without the call; a breach is reported to Bawaslu",
            );
            findings.add(findings.finding(Place::value(loaded.path(), path), what).help(help));
        }
    }
}

/// The words of the first sentence that takes a side.
fn side_taken(text: &str) -> Option<&str> {
    let sentences = text.split(['.', '!', '?', ';']);
    let mut sides = sentences.filter_map(|sentence| Some((sentence, phrases(sentence, &SIDES).into_iter().next()?)));
    let (sentence, side) = sides.find(|(sentence, _)| phrases(sentence, &AGAINST).is_empty())?;
    Some(&sentence[side])
}
