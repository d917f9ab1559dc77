//! A short name is a part of the name on the ballot.

use crate::bahasa::kata;
use crate::check::look::contests::{letters, own_contests, persons_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "NAM-08",
    level: Level::Peringatan,
    what: (
        "`nama_tampil` adalah bagian dari `nama`: kata-katanya ada di sana",
        "`nama_tampil` is a part of `nama`: its words stand there",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "nama panggilan membuat satu pasangan tampak lebih akrab; tempatnya di `sapaan`, dan di surat suara tertulis `nama`",
        "a nickname makes one pair look more familiar; it belongs into `sapaan`, and the ballot has `nama`",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "calon: { nama: SARI CONTOH, nama_tampil: Mbak Ayi }",
        good: "calon: { nama: SARI CONTOH, nama_tampil: Sari Contoh, sapaan: Mbak Ayi }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in own_contests(model) {
        let persons = persons_in(lingkup).into_iter().filter(|(paslon, ..)| !paslon.is_salinan());
        for (paslon, key, calon) in persons {
            let Some(shown) = &calon.nama_tampil else { continue };
            let on_ballot: Vec<String> = words(&calon.nama).collect();
            let Some(other) = words(shown).find(|word| !on_ballot.contains(word)) else { continue };
            let what = kata(
                format!("\"{shown}\" bukan bagian dari nama {}: \"{other}\" tidak ada di sana", calon.nama),
                format!("\"{shown}\" is not a part of the name {}: \"{other}\" is not in it", calon.nama),
            );
            let help = kata(
                "tulis `nama_tampil` dengan kata-kata dari `nama`, tanpa gelar; nama panggilan ditulis di `sapaan`",
                "write `nama_tampil` with words of `nama`, without titles; a nickname belongs into `sapaan`",
            );
            let place = Place::value(&paslon.source.path, format!("{key}.nama_tampil"));
            findings.add(findings.finding(place, what).help(help));
        }
    }
}

/// The words of a name, as their letters.
fn words(name: &str) -> impl Iterator<Item = String> {
    name.split(|c: char| c.is_whitespace() || c == '-' || c == ',').map(letters).filter(|word| !word.is_empty())
}
