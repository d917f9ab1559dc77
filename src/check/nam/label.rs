//! A label has a page of its own, with a name that can stand in its address.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level};
use crate::source::LONGEST_NAME;
use crate::value::slug::Slug;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "NAM-06",
    level: Level::Peringatan,
    what: (
        "label memuat huruf atau angka, dan dua label yang berbeda tidak menjadi satu halaman",
        "a label holds letters or digits, and two labels do not become one page",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "halaman label beralamat huruf kecil, angka dan tanda hubung; label yang alamatnya sama digabung menjadi satu",
        "a label's page has an address of small letters, digits and hyphens; labels with one address are put together",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "label: [\"C++\", \"C#\"]",
        good: "label: [C plus plus, C sharp]",
    },
    apply,
};

/// A label as it was first written.
struct Pertama<'m> {
    word: &'m str,
    place: Place,
}

fn apply(model: &Model, findings: &mut Findings) {
    let mut known: BTreeMap<String, Pertama<'_>> = BTreeMap::new();
    for loaded in model.lingkup.iter().flat_map(|lingkup| &lingkup.berita) {
        for (i, word) in loaded.record.label.iter().enumerate() {
            let place = Place::value(loaded.path(), format!("label[{i}]"));
            if !deunicode::deunicode(word).chars().any(|c| c.is_ascii_alphanumeric()) {
                findings.add(nameless(word, place, findings));
                continue;
            }
            let slug = Slug::of(word).to_string();
            if slug.len() > LONGEST_NAME {
                findings.add(too_long(slug.len(), place, findings));
                continue;
            }
            let first = known.entry(slug).or_insert_with(|| Pertama { word, place: place.clone() });
            if !is_same(first.word, word) {
                findings.add(together(word, place, first, findings));
            }
        }
    }
}

fn nameless(word: &str, place: Place, findings: &Findings) -> Diagnostic {
    let what = kata(
        format!("label \"{word}\" tidak memuat huruf atau angka, jadi halamannya tidak punya alamat"),
        format!("the label \"{word}\" holds no letter or digit, so its page has no address"),
    );
    findings
        .finding(place, what)
        .help(kata("tulis labelnya dengan kata, atau hapus", "write the label in words, or delete it"))
}

fn too_long(length: usize, place: Place, findings: &Findings) -> Diagnostic {
    let what = kata(
        format!("label ini terlalu panjang untuk alamat halamannya: {length} huruf"),
        format!("this label is too long for the address of its page: {length} letters"),
    );
    let help = kata(
        "tulis label sebagai satu dua kata; penjelasannya ditulis di tulisannya",
        "write a label in one or two words; what explains it belongs into the text",
    );
    Diagnostic { level: Level::Galat, ..findings.finding(place, what).help(help) }
}

fn together(word: &str, place: Place, first: &Pertama<'_>, findings: &Findings) -> Diagnostic {
    let Pertama { word: other, place: at } = first;
    let what = kata(
        format!("label \"{word}\" dan \"{other}\" menjadi satu halaman berjudul \"{other}\""),
        format!("the labels \"{word}\" and \"{other}\" become one page with the title \"{other}\""),
    );
    let help = kata(
        format!("tulis \"{other}\" jika maksudnya sama, atau bedakan dengan kata"),
        format!("write \"{other}\" if the same is meant, or tell them apart in words"),
    );
    findings
        .finding(place, what)
        .related(at.clone(), kata("yang lain ditulis di sini", "the other is written here"))
        .help(help)
}

/// Whether two labels differ in capitals, spaces and hyphens only: readers take them for one.
fn is_same(one: &str, other: &str) -> bool {
    let bare =
        |word: &str| word.replace(['-', '_'], " ").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    bare(one) == bare(other)
}
