//! A single pair stands against exactly one empty column where the ballot has one, and nobody else does.

use crate::bahasa::kata;
use crate::check::look::contests::{number_of, pairs_in, whole_contests};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::hukum::nilai::SuratSuaraTunggal;
use crate::hukum::paket::Ketentuan;
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::Jumlah;

pub(super) const RULE: Rule = Rule {
    code: "HUK-08",
    level: Level::Galat,
    what: (
        "pasangan calon tunggal berhadapan dengan tepat satu kolom kosong, selama surat suaranya memuat kolom itu; selain itu tidak ada kolom kosong",
        "a single pair stands against exactly one empty column, while ballots have one; otherwise there is none",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "apa yang berdampingan dengan pasangan calon tunggal di surat suara tergantung hukum pada hari pemungutan suaranya",
        "what stands beside a single pair on the ballot depends on the law on the day of the vote",
    ),
    example: Example { file: "wilayah/contoh/paslon/2.yaml", bad: "", good: "nomor_urut: 2\nkolom_kosong: true" },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in whole_contests(model) {
        let columns: Vec<&Paslon> = lingkup.paslon.iter().filter(|paslon| paslon.is_kolom_kosong()).collect();
        let contest = Contest { lingkup, ballot: &model.hukum_bagi(lingkup).surat_suara_tunggal };
        let told: &[&Paslon] = match (contest.ballot.nilai, pair_count(lingkup), columns.as_slice()) {
            (SuratSuaraTunggal::KolomKosong, 1, []) => {
                missing(contest, findings);
                &[]
            }
            // The first of them is the one that belongs there.
            (SuratSuaraTunggal::KolomKosong, 1, [_, more @ ..]) => more,
            (_, _, columns) => columns,
        };
        for column in told {
            excess(contest, column, findings);
        }
    }
}

/// A contest, and what its ballot holds where a pair stands alone.
#[derive(Clone, Copy)]
struct Contest<'m> {
    lingkup: &'m Lingkup,
    ballot: &'m Ketentuan<SuratSuaraTunggal>,
}

/// How many pairs the contest has; also those struck out, since they stand on the ballot.
///
/// The number in `wilayah.yaml` wins: whether files are missing is another rule's business.
fn pair_count(lingkup: &Lingkup) -> u64 {
    let told = lingkup.wilayah.as_ref().and_then(|wilayah| wilayah.record.pemilihan.jumlah_paslon);
    told.map_or(pairs_in(lingkup).len() as u64, Jumlah::get)
}

fn missing(contest: Contest<'_>, findings: &mut Findings) {
    let Contest { lingkup, ballot } = contest;
    let Some((paslon, _)) = pairs_in(lingkup).into_iter().next() else { return };
    let nama = lingkup.nama();
    let what = kata(
        format!("pasangan calon tunggal di {nama} belum punya kolom kosong"),
        format!("the single pair in {nama} has no empty column beside it"),
    );
    let help = match paslon.nomor_urut.map(|nomor| if nomor.get() == 1 { 2 } else { 1 }) {
        Some(other) => kata(
            format!("buat paslon/{other}.yaml dengan `nomor_urut: {other}` dan `kolom_kosong: true`"),
            format!("make paslon/{other}.yaml with `nomor_urut: {other}` and `kolom_kosong: true`"),
        ),
        None => kata(
            "buat paslon/kolom-kosong.yaml dengan `kolom_kosong: true`",
            "make paslon/kolom-kosong.yaml with `kolom_kosong: true`",
        ),
    };
    findings.add(findings.finding_by(number_of(paslon), what, ballot).help(help));
}

/// A column that no ballot of the contest has.
fn excess(contest: Contest<'_>, column: &Paslon, findings: &mut Findings) {
    let (nama, count) = (contest.lingkup.nama(), pair_count(contest.lingkup));
    let (what, help) = match (contest.ballot.nilai, count) {
        (SuratSuaraTunggal::KolomKosong, 1) => (
            kata(format!("ada dua kolom kosong di {nama}"), format!("there are two empty columns in {nama}")),
            kata("hapus salah satu berkasnya", "delete one of the files"),
        ),
        (SuratSuaraTunggal::SetujuTidakSetuju, 1) => (
            kata(
                format!(
                    "surat suara pasangan calon tunggal di {nama} memuat \"setuju\" dan \"tidak setuju\", bukan kolom kosong"
                ),
                format!(
                    "the ballot of the single pair in {nama} has \"setuju\" and \"tidak setuju\", and no empty column"
                ),
            ),
            kata(
                "hapus berkas ini, atau periksa hari pemungutan suaranya",
                "delete this file, or look up the voting day",
            ),
        ),
        (SuratSuaraTunggal::KolomKosong | SuratSuaraTunggal::SetujuTidakSetuju, _) => (
            kata(
                format!("kolom kosong tidak ada di surat suara {nama} dengan {count} pasangan calon"),
                format!("the ballot of {nama}, with {count} pairs, has no empty column"),
            ),
            kata("hapus berkas ini, atau periksa jumlah pasangannya", "delete this file, or count the pairs again"),
        ),
    };
    let place = Place::value(column.path(), "kolom_kosong");
    findings.add(findings.finding_by(place, what, contest.ballot).help(help));
}
