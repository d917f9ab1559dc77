//! The office praises no pair: praise stands in a pair's own vision, mission, programme and slogan only.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::berita::Berita;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::tanggal::Tanggal;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "KST-03",
    level: Level::Peringatan,
    what: (
        "tidak ada kata pujian tentang pasangan calon di luar visi, misi, program dan slogannya, dan di judul dan ringkasan berita",
        "no word of praise for a pair outside its vision, mission, programme and slogan, and in headlines and summaries of news",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "penyelenggara memperlakukan semua pasangan calon sama, juga dalam pilihan kata",
        "the office treats all pairs alike, in its words too",
    ),
    example: Example {
        file: "wilayah/contoh/wilayah.yaml",
        bad: "ringkasan: Dua pasangan terbaik bersaing.",
        good: "ringkasan: Dua pasangan calon bersaing.",
    },
    apply,
};

/// Words that praise; few, so that praise for an office or a school is not meant by mistake.
const PRAISE: [&str; 24] = [
    "terbaik",
    "terhebat",
    "tercerdas",
    "terkuat",
    "terfavorit",
    "terpopuler",
    "paling layak",
    "paling pantas",
    "paling tepat",
    "paling hebat",
    "paling merakyat",
    "pasti menang",
    "pasti terpilih",
    "layak dipilih",
    "pantas dipilih",
    "wajib dipilih",
    "calon ideal",
    "pemimpin ideal",
    "sosok ideal",
    "jagoan",
    "idola",
    "tak terkalahkan",
    "tanpa tandingan",
    "pro rakyat",
];

/// Words that praise before the vote; afterwards they may report the count.
const BEFORE_THE_VOTE: [&str; 4] = ["unggul", "unggul telak", "calon kuat", "calon terkuat"];

/// Words of praise, wherever they stand.
pub(super) static PRAISING: TextLook = TextLook {
    name: "KST-03 praise",
    near: Near::Phrases(&[&PRAISE, &BEFORE_THE_VOTE]),
    reach: Reach::Records,
    find: |text| phrases(text, &[&PRAISE[..], &BEFORE_THE_VOTE].concat()),
};

fn apply(model: &Model, findings: &mut Findings) {
    let mut by_file: BTreeMap<&str, Vec<Hit<'_>>> = BTreeMap::new();
    for hit in PRAISING.hits(model) {
        by_file.entry(&hit.source.path).or_default().push(hit);
    }
    let hits_in = |path: &str| by_file.get(path).into_iter().flatten();
    for lingkup in &model.lingkup {
        for paslon in &lingkup.paslon {
            hits_in(paslon.path()).filter(|hit| is_about_pair(hit)).for_each(|hit| praise(hit, findings));
        }
        let voted = model.hari_pemungutan(lingkup);
        for berita in &lingkup.berita {
            let headlines = hits_in(berita.path()).filter(|hit| matches!(hit.path.as_str(), "judul" | "ringkasan"));
            let of_pairs = headlines.filter(|_| speaks_of_pairs(&berita.record));
            of_pairs.filter(|hit| !is_report(voted, hit, &berita.record)).for_each(|hit| praise(hit, findings));
        }
    }
}

fn praise(hit: &Hit<'_>, findings: &mut Findings) {
    let text = hit.phrase();
    let what = kata(format!("\"{text}\" memuji pasangan calon"), format!("\"{text}\" praises a pair"));
    let help = kata(
        "tulis apa yang terjadi tanpa menilai; ucapan calon tempatnya di isi berita, dengan nama yang mengucapkan",
        "write what happened without judging; a candidate's words belong in the article, with their speaker",
    );
    findings.add(findings.finding(hit.place(), what).help(help));
}

/// Whether it stands outside the pair's own words.
fn is_about_pair(hit: &Hit<'_>) -> bool {
    !matches!(hit.first_key(), "visi" | "misi" | "program" | "slogan")
}

/// Whether it tells who leads in the count.
fn is_report(voted: Option<Tanggal>, hit: &Hit<'_>, berita: &Berita) -> bool {
    let is_after = voted.is_some_and(|voted| berita.tanggal >= voted);
    is_after && BEFORE_THE_VOTE.iter().any(|word| hit.phrase().eq_ignore_ascii_case(word))
}

fn speaks_of_pairs(berita: &Berita) -> bool {
    let words = ["paslon", "pasangan calon", "calon", "kandidat", "cagub", "cabup", "cawali", "nomor urut"];
    let mut texts = std::iter::once(&berita.judul).chain(&berita.ringkasan);
    !berita.paslon.is_empty() || texts.any(|text| !phrases(text, &words).is_empty())
}
