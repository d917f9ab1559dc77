//! No pair's vision and mission are more than twice as long as another's.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "KST-02",
    level: Level::Peringatan,
    what: (
        "visi dan misi terpanjang paling banyak dua kali yang terpendek",
        "the longest vision and mission are at most twice as long as the shortest",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "teks yang jauh lebih panjang mengambil tempat dan perhatian lebih banyak",
        "a much longer text takes more room and more attention",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "visi: (600 huruf, sedangkan pasangan lain 200)",
        good: "visi: (300 huruf)",
    },
    apply,
};

/// How many times as long the longest may be as the shortest.
const RATIO: usize = 2;

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| lengths(lingkup, findings));
}

fn lengths(lingkup: &Lingkup, findings: &mut Findings) {
    let pairs = pairs_in(lingkup);
    // Where one pair lacks a text that another has, KST-01 has said so.
    if pairs.windows(2).any(|two| given(two[0].1) != given(two[1].1)) {
        return;
    }
    let lengths = || pairs.iter().map(|(paslon, pasangan)| (length(pasangan), *paslon));
    let (Some((short, shortest)), Some((long, longest))) =
        (lengths().min_by_key(|(length, _)| *length), lengths().max_by_key(|(length, _)| *length))
    else {
        return;
    };
    if long <= short.saturating_mul(RATIO) {
        return;
    }
    let ((first, one), (second, other)) = (longest.sebutan(), shortest.sebutan());
    let what = kata(
        format!("visi dan misi {first} lebih dari dua kali panjang {second}"),
        format!("vision and mission of {one} are more than twice as long as those of {other}"),
    );
    let label = kata(format!("{short} huruf"), format!("{short} characters"));
    let help = kata(
        "pakai batas panjang yang sama; yang lengkap bisa ditautkan sebagai dokumen",
        "use one limit for all; the whole text can be linked as a document",
    );
    let finding = findings.finding(text_of(longest), what);
    let finding = finding.label(kata(format!("{long} huruf"), format!("{long} characters")));
    findings.add(finding.related(text_of(shortest), label).help(help));
}

fn given(pasangan: &Pasangan) -> (bool, bool) {
    (pasangan.visi.is_some(), !pasangan.misi.is_empty())
}

fn length(pasangan: &Pasangan) -> usize {
    pasangan.visi.iter().chain(&pasangan.misi).map(|text| text.chars().count()).sum()
}

/// The place of the vision, or of the mission where there is no vision.
fn text_of(paslon: &Paslon) -> Place {
    let has_visi = paslon.pasangan().is_some_and(|pasangan| pasangan.visi.is_some());
    Place::value(paslon.path(), if has_visi { "visi" } else { "misi[0]" })
}
