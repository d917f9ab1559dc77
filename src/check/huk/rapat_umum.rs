//! A pair holds no more mass rallies than the others may.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{JenisPemilihan, Lingkup, Model};
use crate::record::kegiatan::JenisKegiatan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-20",
    level: Level::Peringatan,
    what: (
        "rapat umum setiap pasangan calon paling banyak dua kali untuk gubernur, sekali untuk bupati dan wali kota",
        "each pair holds at most two mass rallies for governor, one for bupati and wali kota",
    ),
    confidence: Confidence::B,
    law: Some("rancangan PKPU 13/2024 pasal 42 menurut berita"),
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
    model.kontes().for_each(|lingkup| rallies(lingkup, findings));
}

fn rallies(lingkup: &Lingkup, findings: &mut Findings) {
    let Some(most) = lingkup.pemilihan().map(most) else { return };
    let rallies = || lingkup.kegiatan.iter().filter(|loaded| loaded.record.jenis == JenisKegiatan::RapatUmum);
    for paslon in &lingkup.paslon {
        let nomor = paslon.nomor_urut;
        for rally in rallies().filter(|loaded| loaded.record.paslon.contains(&nomor)).skip(most) {
            let what = kata(
                format!("rapat umum nomor urut {nomor} lebih dari {most} kali di {}", lingkup.nama()),
                format!("number {nomor} holds more than {most} mass rallies in {}", lingkup.nama()),
            );
            let help = kata("periksa `jenis` dan `paslon` kegiatan ini", "look at `jenis` and `paslon` of this event");
            findings.add(findings.finding(Place::value(rally.path(), "paslon"), what).help(help));
        }
    }
}

/// The most mass rallies a pair may hold.
fn most(pemilihan: JenisPemilihan) -> usize {
    match pemilihan {
        JenisPemilihan::Gubernur => 2,
        JenisPemilihan::Bupati | JenisPemilihan::WaliKota => 1,
    }
}
