//! No page that lists things is titled by one pair.

use crate::bahasa::kata;
use crate::check::look::contests::{letters, own_contests, pairs_in, persons_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use std::cell::LazyCell;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "KST-12",
    level: Level::Peringatan,
    what: (
        "label berita, judul halaman tetap dan judul lembar angka tidak menyebut satu pasangan calon saja",
        "no label of news, title of a fixed page or title of figures names one pair alone",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "halaman dengan nama satu pasangan calon saja adalah panggung miliknya",
        "a page with the name of one pair alone is a stage of its own",
    ),
    example: Example {
        file: "wilayah/contoh/berita/2024-11-10-kunjungan.md",
        bad: "label: [Calon Contoh Satu]",
        good: "label: [Kampanye]",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    let contests = own_contests(model).filter(|lingkup| pairs_in(lingkup).len() > 1);
    contests.for_each(|lingkup| titles(lingkup, findings));
}

fn titles(lingkup: &Lingkup, findings: &mut Findings) {
    let names = LazyCell::new(|| names(lingkup));
    // Many articles have the same labels.
    let mut known: BTreeMap<&str, Option<&Paslon>> = BTreeMap::new();
    for (title, path, label) in lists(lingkup) {
        let alone = known.entry(title).or_insert_with(|| alone(title, &names, lingkup));
        let Some(paslon) = alone else { continue };
        let (nomor, number) = paslon.sebutan();
        let place = Place::value(path, label.map_or_else(|| "judul".to_owned(), |i| format!("label[{i}]")));
        let what = kata(
            format!("\"{title}\" menyebut {nomor} saja, padahal menjadi judul halaman"),
            format!("\"{title}\" names {number} alone, but is the title of a page"),
        );
        let help = kata("pakai judul yang berlaku untuk semua pasangan calon", "take a title that fits all pairs");
        findings.add(findings.finding(place, what).help(help));
    }
}

/// What becomes the title of a page that is not about one article or event, with its file and, of a label, its place there.
fn lists(lingkup: &Lingkup) -> impl Iterator<Item = (&str, &str, Option<usize>)> {
    let labels = lingkup.berita.iter().flat_map(|loaded| {
        let labels = loaded.record.label.iter().enumerate();
        labels.map(|(i, label)| (&**label, loaded.path(), Some(i)))
    });
    let pages = lingkup.halaman.iter().map(|loaded| (&*loaded.record.judul, loaded.path(), None));
    let sheets = lingkup.fakta.iter();
    let sheets = sheets.filter_map(|loaded| Some((&**loaded.record.judul.as_ref()?, loaded.path(), None)));
    labels.chain(pages).chain(sheets)
}

/// The names of every pair, by letters: a name of one short word is in too many others.
fn names(lingkup: &Lingkup) -> Vec<(String, &Paslon)> {
    let mut names = Vec::new();
    for (paslon, _, calon) in persons_in(lingkup) {
        let own = [Some(&calon.nama), calon.nama_tampil.as_ref()].into_iter().flatten();
        names.extend(own.map(|name| (letters(name), paslon)).filter(|(name, _)| name.len() >= 8));
    }
    names
}

/// The one pair that a title names by name or by number.
fn alone<'l>(title: &str, names: &[(String, &'l Paslon)], lingkup: &'l Lingkup) -> Option<&'l Paslon> {
    let letters = letters(title);
    let by_name = names.iter().filter(|(name, _)| letters.contains(name.as_str())).map(|(_, paslon)| *paslon);
    let by_number = lingkup.paslon.iter().filter(|paslon| {
        let Some(nomor) = paslon.nomor_urut else { return false };
        [format!("paslon{nomor}"), format!("nomorurut{nomor}"), format!("paslonnomor{nomor}")].contains(&letters)
    });
    let mut pairs: Vec<&Paslon> = by_name.chain(by_number).collect();
    pairs.dedup_by(|one, other| std::ptr::eq(*one, *other));
    match pairs[..] {
        [one] => Some(one),
        _ => None,
    }
}
