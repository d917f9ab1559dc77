//! A candidate can be old enough on the day the pairs are determined.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, persons_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::hukum::paket::Ketentuan;
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::Tahun;
use chrono::Datelike;

pub(super) const RULE: Rule = Rule {
    code: "HUK-06",
    level: Level::Galat,
    what: (
        "tahun lahir masih mungkin: umur paling muda untuk jabatannya tercapai pada tahun penetapan",
        "the year of birth is possible: the least age for the office is reached in the year of determination",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "calon cukup umur untuk jabatannya pada hari penetapan pasangan calon",
        "a candidate is old enough for the office on the day of determination",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "calon: { nama: Calon Contoh Satu, tahun_lahir: 2004 }",
        good: "calon: { nama: Calon Contoh Satu, tahun_lahir: 1974 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| ages(model, lingkup, findings));
}

/// The latest year of birth with which somebody can stand; `None` where nothing is elected.
pub(super) fn latest_year(model: &Model, lingkup: &Lingkup) -> Option<u64> {
    let least = i64::from(usia(model, lingkup)?.nilai);
    Some(u64::try_from(i64::from(year(model, lingkup)) - least).unwrap_or(0))
}

/// The least age for the office of a contest; `None` where nothing is elected.
pub(super) fn usia<'m>(model: &'m Model, lingkup: &Lingkup) -> Option<&'m Ketentuan<u32>> {
    let hukum = model.hukum_bagi(lingkup);
    Some(match lingkup.pemilihan()? {
        JenisPemilihan::Gubernur => &hukum.usia_gubernur,
        JenisPemilihan::Bupati | JenisPemilihan::WaliKota => &hukum.usia_bupati_wali_kota,
    })
}

/// The year in which the pairs are determined; without a schedule that of the vote.
fn year(model: &Model, lingkup: &Lingkup) -> i32 {
    let stage = model.tahapan(lingkup, JenisTahapan::Penetapan);
    let day = stage.and_then(|stage| stage.selesai.or(stage.mulai));
    let vote = || model.hari_pemungutan(lingkup).unwrap_or(model.situs.record.pemungutan_suara);
    day.unwrap_or_else(vote).naive().year()
}

fn ages(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some((latest, usia)) = latest_year(model, lingkup).zip(usia(model, lingkup)) else { return };
    let least = usia.nilai;
    let year = year(model, lingkup);
    for (paslon, key, calon) in persons_in(lingkup) {
        let Some(born) = calon.tahun_lahir.map(Tahun::get).filter(|born| *born > latest) else { continue };
        let nama = &calon.nama;
        let what = kata(
            format!("{nama} lahir {born}, belum bisa {least} tahun pada penetapan pasangan calon {year}"),
            format!("{nama}, born {born}, cannot be {least} when the pairs are determined in {year}"),
        );
        let place = Place::value(paslon.path(), format!("{key}.tahun_lahir"));
        let help = kata(
            format!("periksa tahunnya; paling akhir {latest}"),
            format!("look up the year; the latest possible is {latest}"),
        );
        findings.add(findings.finding_by(place, what, usia).help(help));
    }
}
