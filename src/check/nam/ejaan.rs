//! One official is spelt in one way.

use crate::bahasa::kata;
use crate::check::look::people::{Tokoh, officials};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::kode::Example;
use crate::report::{Diagnostic, Level};
use crate::value::nama::bare;
use std::collections::{BTreeMap, BTreeSet};
use strsim::damerau_levenshtein;

pub(super) const RULE: Rule = Rule {
    code: "NAM-01",
    level: Level::Peringatan,
    what: (
        "nama seorang pejabat dieja sama di semua catatan satu provinsi, atau ejaan lainnya dicatat",
        "an official's name is spelt in one way in all records of a province, or the other spelling is recorded",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "dua ejaan terbaca sebagai dua orang, dan pencarian hanya menemukan salah satunya",
        "two spellings read as two people, and a search finds one of them only",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml",
        bad: "hadir: [ { nama: Sari Contho, jabatan: Ketua KPU Kota Contoh } ]",
        good: "hadir: [ { nama: Sari Contoh, jabatan: Ketua KPU Kota Contoh } ]",
    },
    apply,
};

/// The shortest name whose spelling is compared: shorter names of two people are often alike.
const SHORTEST: usize = 9;

/// Names that can be spellings of one another: of one province, with the same first letters.
type Blocks<'m> = BTreeMap<(&'m str, String), BTreeMap<String, Tokoh<'m>>>;

fn apply(model: &Model, findings: &mut Findings) {
    let mut blocks = Blocks::new();
    let mut told = BTreeSet::new();
    for tokoh in officials(model) {
        let name = bare(tokoh.nama);
        let province = tokoh.lingkup.jalur.split('/').next().unwrap_or("");
        told.extend(tokoh.nama_lain.iter().map(|other| (name.clone(), bare(other))));
        if tokoh.bukan.is_some() {
            told.insert((name.clone(), String::new()));
        }
        if name.contains(' ') && name.len() >= SHORTEST {
            blocks.entry((province, initials(&name))).or_default().entry(name).or_insert(tokoh);
        }
    }
    for block in blocks.values() {
        compare(block, &told, findings);
    }
}

fn compare(block: &BTreeMap<String, Tokoh<'_>>, told: &BTreeSet<(String, String)>, findings: &mut Findings) {
    let is_told = |one: &str, other: &str| {
        let key = |a: &str, b: &str| told.contains(&(a.to_owned(), b.to_owned()));
        key(one, other) || key(other, one) || key(one, "") || key(other, "")
    };
    for (i, (name, tokoh)) in block.iter().enumerate() {
        let near = block.iter().take(i).find(|(other, _)| is_near(name, other) && !is_told(name, other));
        if let Some((_, other)) = near {
            findings.add(two_spellings(findings, tokoh, other));
        }
    }
}

fn initials(name: &str) -> String {
    name.split(' ').filter_map(|word| word.chars().next()).collect()
}

/// Whether two names differ by one slip in a word, and in no more than two words.
fn is_near(one: &str, other: &str) -> bool {
    let slips = one.split(' ').zip(other.split(' ')).map(|(a, b)| damerau_levenshtein(a, b));
    let slips: Vec<usize> = slips.collect();
    slips.iter().all(|slips| *slips <= 1) && slips.iter().sum::<usize>() <= 2
}

fn two_spellings(findings: &Findings, tokoh: &Tokoh<'_>, other: &Tokoh<'_>) -> Diagnostic {
    let (here, there) = (tokoh.nama, other.nama);
    let what = kata(
        format!("\"{here}\" mirip \"{there}\" di catatan lain"),
        format!("\"{here}\" is nearly \"{there}\" in another record"),
    );
    let help = kata(
        "samakan ejaannya; jika sumber memang menulis lain, catat di `nama_lain`; jika dua orang, tulis `bukan`",
        "spell them alike; if a source spells it otherwise, record that in `nama_lain`; if two people, write `bukan`",
    );
    let label = kata("ejaan yang lain", "the other spelling");
    findings.finding(tokoh.place.clone(), what).related(other.place.clone(), label).help(help)
}
