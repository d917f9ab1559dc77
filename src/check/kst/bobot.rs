//! No pair's page holds more than twice as much as another's.

use crate::bahasa::kata;
use crate::check::look::contests::{number_of, own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::kesetaraan::{bobot, is_much_more, isian};
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "KST-11",
    level: Level::Peringatan,
    what: (
        "isi halaman pasangan calon yang terpanjang paling banyak dua kali yang terpendek",
        "the longest page of a pair holds at most twice as much as the shortest",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "halaman yang jauh lebih panjang memberi satu pasangan calon lebih banyak tempat",
        "a much longer page gives one pair more room",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "program: (40 butir, sedangkan pasangan lain 5)",
        good: "program: (5 butir; naskah lengkapnya ditautkan)",
    },
    apply,
};

/// A pair with what its page holds, in characters.
type Pair<'l> = (usize, &'l Paslon, &'l Pasangan);

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| weights(lingkup, findings));
}

fn weights(lingkup: &Lingkup, findings: &mut Findings) {
    let pairs: Vec<Pair<'_>> =
        pairs_in(lingkup).into_iter().map(|(paslon, pair)| (bobot(pair), paslon, pair)).collect();
    let by_weight = |(bobot, _, _): &&Pair<'_>| *bobot;
    let (Some(lightest), Some(heaviest)) = (pairs.iter().min_by_key(by_weight), pairs.iter().max_by_key(by_weight))
    else {
        return;
    };
    let ((least, light, lighter), (most, heavy, heavier)) = (*lightest, *heaviest);
    // Where a field is missing KST-01 has said so, and where vision and mission differ KST-02.
    let said = isian(lighter) != isian(heavier) || differ(lighter, heavier);
    if said || !is_much_more(most, least) {
        return;
    }
    let ((first, one), (second, other)) = (heavy.sebutan(), light.sebutan());
    let what = kata(
        format!("halaman {first} memuat {most} huruf, halaman {second} {least}"),
        format!("the page of {one} holds {most} characters, that of {other} {least}"),
    );
    let label = kata(format!("{least} huruf"), format!("{least} characters"));
    let help = kata(
        "batasi misi, program dan catatan sama panjang; naskah lengkapnya bisa ditautkan",
        "keep mission, programme and notes to one length; the whole text can be linked",
    );
    findings.add(findings.finding(number_of(heavy), what).related(number_of(light), label).help(help));
}

/// Whether vision and mission alone are as different.
fn differ(light: &Pasangan, heavy: &Pasangan) -> bool {
    let length = |pair: &Pasangan| {
        let texts = pair.visi.iter().chain(&pair.misi);
        texts.map(|text| text.chars().count()).sum::<usize>()
    };
    length(heavy) > length(light) * 2
}
