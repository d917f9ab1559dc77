//! What `pilkada new` wrote where only a number or a key could stand is filled in too.

use crate::bahasa::{Kata, kata};
use crate::check::fmt::isi::unfilled;
use crate::check::look::stages::stages_in;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "FMT-36",
    level: Level::Peringatan,
    what: (
        "angka dan kunci yang ditulis pilkada new sudah diganti: perolehan suara nol semua, kode wilayah 99, kunci contoh-sumber",
        "the numbers and keys that pilkada new wrote are replaced: votes that are all zero, the region code 99, the key contoh-sumber",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "angka ini hanya menandai tempat isian, dan pembaca mengiranya hasil atau kode yang sebenarnya",
        "these numbers only mark what is to be filled in, and readers take them for the real result or code",
    ),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "suara:\n  1: 0\n  2: 0",
        good: "suara:\n  1: 52000\n  2: 48000",
    },
    apply,
};

/// How the keys begin of the source and the party that `pilkada new` writes, and the one of a stage.
const KEYS: [&str; 2] = ["contoh-sumber", "partai-contoh"];
const STAGE: &str = "isi";

/// What nobody replaced, at its place.
struct Left {
    place: Place,
    what: Kata,
    help: Kata,
}

fn apply(model: &Model, findings: &mut Findings) {
    // One task is one finding: of a file in which other things are left, those are said.
    let unfilled = unfilled(model);
    let mut files: BTreeMap<String, Left> = BTreeMap::new();
    for lingkup in &model.lingkup {
        let left = code(lingkup).into_iter().chain(votes(lingkup)).chain(keys(lingkup));
        for left in left.filter(|left| !unfilled.contains(left.place.file.as_str())) {
            files.entry(left.place.file.clone()).or_insert(left);
        }
    }
    for Left { place, what, help } in files.into_values() {
        findings.add(findings.finding(place, what).help(help));
    }
}

fn votes(lingkup: &Lingkup) -> Option<Left> {
    let hasil = lingkup.hasil.as_ref()?;
    let suara = &hasil.record.suara;
    let is_zero = suara.iter().next().is_some() && suara.iter().all(|(_, suara)| suara.get() == 0);
    is_zero.then(|| Left {
        place: Place::value(hasil.path(), "suara"),
        what: kata("perolehan suara di hasil ini masih nol semua", "the votes of this result are all zero"),
        help: kata(
            "tulis perolehan suara dari rekapitulasi, atau hapus berkas ini sampai ada hasilnya",
            "write the votes of the recapitulation, or delete this file until there is a result",
        ),
    })
}

fn code(lingkup: &Lingkup) -> Option<Left> {
    let wilayah = lingkup.wilayah.as_ref().filter(|one| one.record.kode.is_placeholder())?;
    let kode = &wilayah.record.kode;
    Some(Left {
        place: Place::value(wilayah.path(), "kode"),
        what: kata(
            format!("kode {kode} belum diganti dengan kode wilayah ini"),
            format!("the code {kode} has not been replaced by that of this region"),
        ),
        help: kata(
            "tulis kode wilayah dari daftar Kemendagri, misalnya \"15.71\"",
            "write the region's code on the Ministry's list, for example \"15.71\"",
        ),
    })
}

/// Keys that become addresses, and that nobody chose.
fn keys(lingkup: &Lingkup) -> Vec<Left> {
    let is_scaffold = |key: &str| KEYS.iter().any(|begin| key.starts_with(begin));
    let mut left = Vec::new();
    if let Some(file) = &*lingkup.berkas_sumber {
        let keys = lingkup.sumber.keys().filter(|key| is_scaffold(key));
        left.extend(keys.map(|key| key_left(Place::key(file, &**key), key)));
    }
    let unnamed = stages_in(lingkup).filter(|stage| &*stage.tahapan.id == STAGE);
    left.extend(unnamed.map(|stage| key_left(stage.at("id"), STAGE)));
    left
}

fn key_left(place: Place, key: &str) -> Left {
    Left {
        place,
        what: kata(
            format!("kunci \"{key}\" ditulis pilkada new dan belum diganti"),
            format!("the key \"{key}\" was written by pilkada new and has not been replaced"),
        ),
        help: kata(
            "ganti dengan kata yang menamai isinya, misalnya sk-penetapan-2024, juga di catatan yang menyebutnya",
            "write a word that names it, for example sk-penetapan-2024, also in the records that name it",
        ),
    }
}
