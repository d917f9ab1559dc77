//! An official who has a candidate's name says that he is somebody else.

use crate::bahasa::kata;
use crate::check::look::contests::pairs_in;
use crate::check::look::people::{Tokoh, officials};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::wilayah::Pejabat;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::{Place, Spot};
use crate::value::nama::bare;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "NAM-02",
    level: Level::Peringatan,
    what: (
        "pejabat yang namanya sama dengan calon di provinsi itu punya `bukan`",
        "an official with the name of a candidate of that province has `bukan`",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "pembaca mengira pejabat itu calonnya, dan perkataan pejabat menjadi perkataan calon",
        "readers take the official for the candidate, and his words for the candidate's",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml",
        bad: "hadir:\n  - { nama: Sari Contoh, jabatan: Camat }",
        good: "hadir:\n  - { nama: Sari Contoh, jabatan: Camat, bukan: \"SARI CONTOH, calon wali kota nomor urut 1\" }",
    },
    apply,
};

/// A candidate with the name of an official.
struct Senama {
    lingkup: String,
    nama: String,
    place: Place,
}

fn apply(model: &Model, findings: &mut Findings) {
    let mut by_name: BTreeMap<String, Vec<Senama>> = BTreeMap::new();
    for lingkup in model.wilayah() {
        for (name, senama) in candidates(lingkup) {
            by_name.entry(name).or_default().push(senama);
        }
    }
    for tokoh in officials(model).filter(|tokoh| tokoh.bukan.is_none() && can_be_told(tokoh) && !is_candidate(tokoh)) {
        let same = by_name.get(&bare(tokoh.nama)).into_iter().flatten();
        if let Some(senama) = same
            .into_iter()
            .find(|senama| province(&senama.lingkup) == province(&tokoh.lingkup.jalur) && is_other(&tokoh, senama))
        {
            let (nama, calon) = (tokoh.nama, &senama.nama);
            let what = kata(
                format!("\"{nama}\" senama dengan calon {calon}"),
                format!("\"{nama}\" has the name of the candidate {calon}"),
            );
            let help = kata(
                format!(
                    "jika orang lain, tulis `bukan: \"{calon}, calon\"`; jika calon itu sendiri, tulis jabatannya sebagai calon"
                ),
                format!(
                    "if another person, write `bukan: \"{calon}, calon\"`; if the candidate, give that as the office"
                ),
            );
            let finding = findings.finding(tokoh.place.clone(), what).help(help);
            findings.add(finding.related(senama.place.clone(), kata("calonnya di sini", "the candidate is here")));
        }
    }
}

fn candidates(lingkup: &Lingkup) -> Vec<(String, Senama)> {
    let mut found = Vec::new();
    for (paslon, pair) in pairs_in(lingkup) {
        for (key, calon) in [("calon", &pair.calon), ("wakil", &pair.wakil)] {
            let names = std::iter::once(&calon.nama).chain(&calon.nama_tampil);
            found.extend(names.map(|nama| {
                let place = Place::value(paslon.path(), format!("{key}.nama"));
                (bare(nama), Senama { lingkup: lingkup.jalur.clone(), nama: calon.nama.to_string(), place })
            }));
        }
    }
    found
}

/// Whether the official may be taken for the candidate: who holds an office may stand again, and HUK-26 looks at those who
/// act in one where the candidate stands.
fn is_other(tokoh: &Tokoh<'_>, senama: &Senama) -> bool {
    let Spot::Value(path) = &tokoh.place.spot else { return true };
    let Some((index, _)) = path.strip_prefix("pejabat[").and_then(|rest| rest.split_once(']')) else { return true };
    let wilayah = tokoh.lingkup.wilayah.as_ref();
    let pejabat = index.parse().ok().and_then(|index: usize| wilayah?.record.pejabat.at(index));
    tokoh.lingkup.jalur != senama.lingkup && pejabat.is_some_and(Pejabat::is_sementara)
}

fn province(jalur: &str) -> &str {
    jalur.split('/').next().unwrap_or("")
}

/// Whether the record has room for `bukan`.
fn can_be_told(tokoh: &Tokoh<'_>) -> bool {
    matches!(&tokoh.place.spot, Spot::Value(path) if path.starts_with("pejabat[") || path.starts_with("hadir["))
}

/// Whether the record says that this is a candidate: at the draw they are there.
fn is_candidate(tokoh: &Tokoh<'_>) -> bool {
    let jabatan = tokoh.jabatan.unwrap_or("").to_lowercase();
    ["calon", "paslon", "nomor urut"].iter().any(|word| jabatan.contains(word))
}
