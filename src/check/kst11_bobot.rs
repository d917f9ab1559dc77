//! No pair's page holds more than twice as much as another's.

use crate::bahasa::kata;
use crate::check::contests::number_of;
use crate::check::{Confidence, Example, Findings, Rule};
use crate::model::kesetaraan::{Perlakuan, is_much_more, perlakuan};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::report::Level;

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

fn apply(model: &Model, findings: &mut Findings) {
    model.wilayah().for_each(|lingkup| weights(model, lingkup, findings));
}

fn weights(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let pairs = perlakuan(model, lingkup);
    let by_weight = |one: &&Perlakuan| one.bobot;
    let (Some(lightest), Some(heaviest)) = (pairs.iter().min_by_key(by_weight), pairs.iter().max_by_key(by_weight))
    else {
        return;
    };
    let (least, most) = (lightest.bobot, heaviest.bobot);
    // Where a field is missing KST-01 has said so, and where vision and mission differ KST-02.
    let said = lightest.isian != heaviest.isian || differ(lingkup, lightest, heaviest);
    if said || !is_much_more(most, least) {
        return;
    }
    let (first, second) = (heaviest.nomor, lightest.nomor);
    let what = kata(
        format!("halaman nomor urut {first} memuat {most} huruf, halaman nomor urut {second} {least}"),
        format!("the page of number {first} holds {most} characters, that of number {second} {least}"),
    );
    let place = |one: &Perlakuan| lingkup.paslon(one.nomor).map(number_of);
    let (Some(here), Some(there)) = (place(heaviest), place(lightest)) else { return };
    let label = kata(format!("{least} huruf"), format!("{least} characters"));
    let help = kata(
        "batasi misi, program dan catatan sama panjang; naskah lengkapnya bisa ditautkan",
        "keep mission, programme and notes to one length; the whole text can be linked",
    );
    findings.add(findings.finding(here, what).related(there, label).help(help));
}

/// Whether vision and mission alone are as different.
fn differ(lingkup: &Lingkup, light: &Perlakuan, heavy: &Perlakuan) -> bool {
    let length = |one: &Perlakuan| {
        let pair = lingkup.paslon(one.nomor).and_then(Paslon::pasangan);
        let texts = pair.into_iter().flat_map(|pair| pair.visi.iter().chain(&pair.misi));
        texts.map(|text| text.chars().count()).sum::<usize>()
    };
    length(heavy) > length(light) * 2
}
