//! A pair holds no more mass rallies than the others may.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::hukum::paket::Ketentuan;
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::record::kegiatan::JenisKegiatan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-20",
    level: Level::Peringatan,
    what: (
        "rapat umum setiap pasangan calon tidak lebih banyak dari batas untuk jabatannya",
        "each pair holds no more mass rallies than are allowed for the office",
    ),
    confidence: Confidence::B,
    law: None,
    why: (
        "banyaknya rapat umum dibatasi sama untuk semua pasangan calon",
        "the number of mass rallies is limited alike for all pairs",
    ),
    example: Example {
        file: "wilayah/contoh/kegiatan/2024-11-10-rapat-umum.yaml",
        bad: "# rapat umum kedua nomor urut 1\njenis: rapat_umum\npaslon: [1]",
        good: "# pertemuan lain\njenis: kampanye\npaslon: [1]",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.kontes().for_each(|lingkup| rallies(model, lingkup, findings));
}

fn rallies(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(limit) = limit(model, lingkup) else { return };
    let most = limit.nilai;
    let rallies = || lingkup.kegiatan.iter().filter(|loaded| loaded.record.jenis == JenisKegiatan::RapatUmum);
    for nomor in lingkup.paslon.iter().filter_map(|paslon| paslon.nomor_urut) {
        for rally in rallies().filter(|loaded| loaded.record.paslon.contains(&nomor)).skip(most as usize) {
            let what = kata(
                format!("rapat umum nomor urut {nomor} lebih dari {most} kali di {}", lingkup.nama()),
                format!("number {nomor} holds more than {most} mass rallies in {}", lingkup.nama()),
            );
            let help = kata("periksa `jenis` dan `paslon` kegiatan ini", "look at `jenis` and `paslon` of this event");
            findings.add(findings.finding_by(Place::value(rally.path(), "paslon"), what, limit).help(help));
        }
    }
}

/// The most mass rallies a pair of a contest may hold; `None` where nothing is elected.
fn limit<'m>(model: &'m Model, lingkup: &Lingkup) -> Option<&'m Ketentuan<u32>> {
    let hukum = model.hukum_bagi(lingkup);
    Some(match lingkup.pemilihan()? {
        JenisPemilihan::Gubernur => &hukum.rapat_umum_gubernur,
        JenisPemilihan::Bupati | JenisPemilihan::WaliKota => &hukum.rapat_umum_bupati_wali_kota,
    })
}
