//! A polling place is named once, and counted once.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::tps::{Baris, Kolom, rows};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::daftar_desa::plain;
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "RUJ-61",
    level: Level::Galat,
    what: (
        "di `tps.csv` nomor TPS di satu kelurahan ditulis sekali, dan yang disebut satu per satu tidak dihitung lagi dengan `jumlah`",
        "in `tps.csv` a polling place's number is written once in a kelurahan, and those that are named are not counted again by `jumlah`",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "dari dua baris untuk satu TPS, pembaca tidak tahu mana tempatnya",
        "of two rows for one polling place readers cannot know which is its place",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/tps.csv",
        bad: "kecamatan,kelurahan,nomor\nContoh Utara,Kampung Contoh,1\nContoh Utara,Kampung Contoh,1",
        good: "kecamatan,kelurahan,nomor\nContoh Utara,Kampung Contoh,1\nContoh Utara,Kampung Contoh,2",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        numbers_of(lingkup, findings);
    }
}

/// What a row is about: a kecamatan, a kelurahan in it or none, and a number or none.
type Subject = (String, String, Option<u64>);

fn numbers_of(lingkup: &Lingkup, findings: &mut Findings) {
    let Some(loaded) = &*lingkup.tps else { return };
    let mut firsts: BTreeMap<Subject, Range<usize>> = BTreeMap::new();
    rows(loaded.source.text(), |baris| {
        let subject = subject(baris);
        let range = baris.range();
        let before = firsts.get(&subject).or_else(|| counted_with(&firsts, &subject)).cloned();
        let Some(before) = before else {
            firsts.insert(subject, range);
            return;
        };
        let (kelurahan, kecamatan) = (baris.cell(Kolom::Kelurahan).text, baris.cell(Kolom::Kecamatan).text);
        let around = if kelurahan.is_empty() { kecamatan } else { kelurahan };
        let (what, place) = match subject.2.filter(|_| firsts.contains_key(&subject)) {
            Some(nomor) => (
                kata(
                    format!("TPS {nomor} di {around} ditulis dua kali"),
                    format!("TPS {nomor} in {around} is written twice"),
                ),
                baris.cell(Kolom::Nomor).range,
            ),
            None => (
                kata(
                    format!("TPS di {around} dihitung dua kali"),
                    format!("polling places in {around} are counted twice"),
                ),
                range,
            ),
        };
        let finding = findings.finding(Place::bytes(loaded.path(), place), what);
        let label = kata("pertama kali di sini", "first here");
        let finding = finding.related(Place::bytes(loaded.path(), before), label);
        findings.add(
            finding.help(kata("hapus salah satu, atau betulkan nomornya", "delete one of them, or correct its number")),
        );
    });
}

fn subject(baris: &Baris<'_>) -> Subject {
    let name = |column| plain(&baris.cell(column).text);
    (name(Kolom::Kecamatan), name(Kolom::Kelurahan), baris.number(Kolom::Nomor))
}

/// A row before that counts what this one names, or names what this one counts.
fn counted_with<'r>(firsts: &'r BTreeMap<Subject, Range<usize>>, subject: &Subject) -> Option<&'r Range<usize>> {
    let (kecamatan, kelurahan, nomor) = subject;
    let of = |kelurahan: &str| firsts.get(&(kecamatan.clone(), kelurahan.to_owned(), None));
    let whole = of("");
    if nomor.is_some() || !kelurahan.is_empty() {
        let own = nomor.and_then(|_| of(kelurahan));
        let named = nomor.is_none().then(|| first_in(firsts, kecamatan, Some(kelurahan))).flatten();
        return whole.or(own).or(named);
    }
    first_in(firsts, kecamatan, None)
}

/// The first row about a kecamatan, or about a kelurahan in it.
fn first_in<'r>(
    firsts: &'r BTreeMap<Subject, Range<usize>>,
    kecamatan: &str,
    kelurahan: Option<&str>,
) -> Option<&'r Range<usize>> {
    let from = (kecamatan.to_owned(), kelurahan.unwrap_or_default().to_owned(), None);
    let is_there = |(subject, _): &(&Subject, &Range<usize>)| {
        subject.0 == kecamatan && kelurahan.is_none_or(|kelurahan| subject.1 == kelurahan)
    };
    firsts.range(from..).next().filter(is_there).map(|(_, range)| range)
}
