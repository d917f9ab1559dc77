//! Who stands where a vote is held again stood there before.

use crate::bahasa::kata;
use crate::check::look::contests::{letters, number_of, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::Pasangan;
use crate::model::{Lingkup, Model};
use crate::record::pemilihan::JenisKemudian;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-34",
    level: Level::Peringatan,
    what: (
        "pasangan calon pada pemungutan suara ulang, susulan dan lanjutan ada juga pada yang digantikan, dengan nomor yang sama",
        "the pairs of a vote held again, later or continued stood in the vote it replaces, under the same numbers",
    ),
    confidence: Confidence::B,
    law: Some("UU 1/2015 pasal 51-52; yang lain hanya jika putusannya memerintahkan"),
    why: (
        "hanya pemilihan ulang yang membuka pendaftaran lagi; pemilih mengingat nomor yang lama",
        "only a repeated election opens registration anew; voters remember the old numbers",
    ),
    example: Example {
        file: "wilayah/contoh/pemilihan/psu-2025/paslon/3.yaml",
        bad: "nomor_urut: 3\ncalon: { nama: CALON BARU }\nwakil: { nama: WAKIL BARU }",
        good: "nomor_urut: 1\ndari: serentak",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        let Some(vote) = &*lingkup.kemudian else { continue };
        let Some(old) = model.menggantikan(lingkup).filter(|_| vote.loaded.record.jenis != JenisKemudian::Ulang) else {
            continue;
        };
        if !lingkup.is_whole("paslon/") || !old.is_whole("paslon/") || old.paslon.is_empty() {
            continue;
        }
        if lingkup.paslon.is_empty() {
            nobody(vote.loaded.path(), findings);
        }
        newcomers(lingkup, old, findings);
    }
}

fn nobody(file: &str, findings: &mut Findings) {
    let what = kata("paslon/ pemungutan suara ini belum diisi", "paslon/ of this vote is not filled in");
    let help = kata(
        "buat paslon/<nomor>.yaml dengan `nomor_urut` dan `dari: serentak` untuk setiap kolom di surat suara",
        "make paslon/<number>.yaml with `nomor_urut` and `dari: serentak` for every column on the ballot",
    );
    findings.add(findings.finding(Place::key(file, "jenis"), what).help(help));
}

fn newcomers(lingkup: &Lingkup, old: &Lingkup, findings: &mut Findings) {
    for (paslon, pasangan) in pairs_in(lingkup) {
        let (nomor, number) = paslon.sebutan();
        let before = paslon.nomor_urut.and_then(|nomor| old.paslon(nomor)?.pasangan());
        // One of the two may have been replaced, as a ruling may order.
        if before.is_some_and(|before| shares(before, pasangan)) {
            continue;
        }
        let what = kata(
            format!("pasangan {nomor} tidak ada pada pemungutan suara yang digantikan"),
            format!("the pair {number} did not stand in the vote that is replaced"),
        );
        let help = kata(
            "periksa nomor dan namanya; jika putusan memerintahkan pasangan baru, sebutkan di `abaikan`",
            "look up number and names; where a ruling ordered a new pair, say so in `abaikan`",
        );
        findings.add(findings.finding(number_of(paslon), what).help(help));
    }
}

/// Whether two pairs have a person in common.
fn shares(one: &Pasangan, other: &Pasangan) -> bool {
    let people = |pair: &Pasangan| [letters(&pair.calon.nama), letters(&pair.wakil.nama)];
    let known = people(one);
    people(other).iter().any(|name| known.contains(name))
}
