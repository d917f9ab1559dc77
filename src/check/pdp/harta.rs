//! A person's assets stand at the KPK and not here.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::words::{phrases, words};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "PDP-08",
    level: Level::Peringatan,
    what: (
        "jumlah harta seseorang tidak ditulis; cukup tautan `lhkpn`",
        "the amount of somebody's assets is not written down; the `lhkpn` link is enough",
    ),
    confidence: Confidence::B,
    law: Some("UU 27/2022 pasal 4 dan 65-66"),
    why: (
        "keuangan pribadi adalah data pribadi khusus; yang resmi dan terbaru ada di situs KPK",
        "private finance is personal data of the specific kind; the official and latest figures are at the KPK",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "catatan_pengusung: Harta calon Rp1.000.000.000.",
        good: "lhkpn: { calon: https://contoh.test/lhkpn }",
    },
    apply,
};

const ASSETS: [&str; 8] =
    ["harta", "hartanya", "kekayaan", "kekayaannya", "saldo rekening", "rekening", "utangnya", "aset pribadi"];
/// After these words it is nobody's own.
const NOT_OF_A_PERSON: [&str; 14] = [
    "daerah",
    "negara",
    "alam",
    "budaya",
    "intelektual",
    "desa",
    "bersama",
    "hayati",
    "laut",
    "karun",
    "dana",
    "khusus",
    "kampanye",
    "kas",
];
/// How far after the word its amount is looked for, in characters.
const NEAR: usize = 80;

/// Amounts of somebody's assets.
pub(super) static AMOUNTS: TextLook =
    TextLook { name: "PDP-08 amounts", near: Near::Phrases(&[&ASSETS]), reach: Reach::Published, find: amounts };

fn apply(model: &Model, findings: &mut Findings) {
    for hit in AMOUNTS.hits(model).filter(|hit| !hit.is_quotation()) {
        let what = kata("ini jumlah harta seseorang", "this is the amount of somebody's assets");
        let help = kata(
            "hapus jumlahnya; tautkan laporan di situs KPK lewat `lhkpn`",
            "delete the amount; link the report at the KPK with `lhkpn`",
        );
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}

fn amounts(text: &str) -> Vec<Range<usize>> {
    if !text.contains("Rp") && !text.contains("rupiah") {
        return Vec::new();
    }
    phrases(text, &ASSETS).into_iter().filter_map(|word| amount(text, &word)).collect()
}

/// From the word to the amount that follows it in the same sentence.
fn amount(text: &str, word: &Range<usize>) -> Option<Range<usize>> {
    let rest = &text[word.end..];
    let end = rest.char_indices().nth(NEAR).map_or(rest.len(), |(end, _)| end);
    let sentence = rest[..end].split(". ").next()?.split("\n\n").next()?;
    let parts: Vec<&str> = words(sentence).into_iter().map(|part| &sentence[part]).collect();
    if parts.first().is_some_and(|next| NOT_OF_A_PERSON.contains(&&*next.to_lowercase())) {
        return None;
    }
    let at = match (sentence.find("Rp"), sentence.find("rupiah")) {
        (Some(at), _) => at + amount_length(&sentence[at..])?,
        (None, Some(at)) => sentence[..at].contains(|c: char| c.is_ascii_digit()).then_some(at + "rupiah".len())?,
        (None, None) => return None,
    };
    Some(word.start..word.end + at)
}

/// `Rp1.000.000` or `Rp 1,5`, without what follows.
fn amount_length(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("Rp")?.trim_start_matches(['.', ' ', '\u{a0}']);
    let start = text.len() - rest.len();
    let number = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
    (number > 0).then(|| start + rest[..number].trim_end_matches(['.', ',']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assets_are_a_word_and_an_amount() {
        let found = |text: &'static str| -> Vec<&str> { amounts(text).into_iter().map(|range| &text[range]).collect() };
        assert_eq!(found("Hartanya Rp1.500.000.000."), ["Hartanya Rp1.500.000.000"]);
        assert_eq!(found("kekayaan sebesar 2 miliar rupiah"), ["kekayaan sebesar 2 miliar rupiah"]);
        for text in [
            "Kekayaan daerah Rp5 miliar",
            "LHKPN: laporan harta kekayaan. Anggaran Rp5 miliar",
            "rekening khusus dana kampanye berisi Rp5.000.000",
            "Anggaran Rp5.000.000",
            "harta dan Rp",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
