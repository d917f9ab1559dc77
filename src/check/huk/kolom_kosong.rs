//! A single pair stands against exactly one empty column, and nobody else does.

use crate::bahasa::{Kata, kata};
use crate::check::look::contests::{number_of, pairs_in, whole_contests};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level};
use crate::value::angka::Jumlah;

pub(super) const RULE: Rule = Rule {
    code: "HUK-08",
    level: Level::Galat,
    what: (
        "pasangan calon tunggal berhadapan dengan tepat satu kolom kosong; selain itu tidak ada kolom kosong",
        "a single pair stands against exactly one empty column; otherwise there is none",
    ),
    confidence: Confidence::A,
    law: Some("UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024"),
    why: (
        "surat suara dengan satu pasangan calon memuat dua kolom, satu di antaranya kosong",
        "a ballot with one pair has two columns, and one of them is empty",
    ),
    example: Example { file: "wilayah/contoh/paslon/2.yaml", bad: "", good: "nomor_urut: 2\nkolom_kosong: true" },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in whole_contests(model) {
        let columns: Vec<&Paslon> = lingkup.paslon.iter().filter(|paslon| paslon.is_kolom_kosong()).collect();
        match (pair_count(lingkup), columns.as_slice()) {
            (1, []) => missing(lingkup, findings),
            (1, [_, more @ ..]) => more.iter().for_each(|column| second(lingkup, column, findings)),
            (_, columns) => columns.iter().for_each(|column| needless(lingkup, column, findings)),
        }
    }
}

/// How many pairs the contest has; also those struck out, since they stand on the ballot.
///
/// The number in `wilayah.yaml` wins: whether files are missing is another rule's business.
fn pair_count(lingkup: &Lingkup) -> u64 {
    let told = lingkup.wilayah.as_ref().and_then(|wilayah| wilayah.record.pemilihan.jumlah_paslon);
    told.map_or(pairs_in(lingkup).len() as u64, Jumlah::get)
}

fn missing(lingkup: &Lingkup, findings: &mut Findings) {
    let Some((paslon, _)) = pairs_in(lingkup).into_iter().next() else { return };
    let nama = lingkup.nama();
    let what = kata(
        format!("pasangan calon tunggal di {nama} belum punya kolom kosong"),
        format!("the single pair in {nama} has no empty column beside it"),
    );
    let other = if paslon.nomor_urut.get() == 1 { 2 } else { 1 };
    let help = kata(
        format!("buat paslon/{other}.yaml dengan `nomor_urut: {other}` dan `kolom_kosong: true`"),
        format!("make paslon/{other}.yaml with `nomor_urut: {other}` and `kolom_kosong: true`"),
    );
    findings.add(findings.finding(number_of(paslon), what).help(help));
}

fn second(lingkup: &Lingkup, column: &Paslon, findings: &mut Findings) {
    let nama = lingkup.nama();
    let what = kata(format!("ada dua kolom kosong di {nama}"), format!("there are two empty columns in {nama}"));
    findings.add(at(findings, column, what).help(kata("hapus salah satu berkasnya", "delete one of the files")));
}

fn needless(lingkup: &Lingkup, column: &Paslon, findings: &mut Findings) {
    let (nama, count) = (lingkup.nama(), pair_count(lingkup));
    let what = kata(
        format!("kolom kosong tidak ada di surat suara {nama} dengan {count} pasangan calon"),
        format!("the ballot of {nama}, with {count} pairs, has no empty column"),
    );
    let help = kata("hapus berkas ini, atau periksa jumlah pasangannya", "delete this file, or count the pairs again");
    findings.add(at(findings, column, what).help(help));
}

fn at(findings: &Findings, column: &Paslon, what: Kata) -> Diagnostic {
    findings.finding(Place::value(column.path(), "kolom_kosong"), what)
}
