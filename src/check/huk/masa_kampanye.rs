//! Campaigning is dated within the campaign.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::record::kegiatan::JenisKegiatan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;

pub(super) const RULE: Rule = Rule {
    code: "HUK-15",
    level: Level::Peringatan,
    what: (
        "debat, rapat umum, kampanye dan tulisan berbayar tentang pasangan calon bertanggal di dalam masa kampanye",
        "debates, rallies, campaign events and paid articles about pairs are dated within the campaign",
    ),
    confidence: Confidence::A,
    law: Some("PKPU 2/2024, UU 10/2016 pasal 187 ayat (1)"),
    why: ("kampanye hanya boleh di dalam masanya", "campaigning is allowed within its time only"),
    example: Example {
        file: "wilayah/contoh/kegiatan/2024-09-20-debat.yaml",
        bad: "jenis: debat\ntanggal: 2024-09-20",
        good: "jenis: debat\ntanggal: 2024-10-20",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| outside(model, lingkup, findings));
}

fn outside(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(masa) = model.masa(lingkup, JenisTahapan::Kampanye) else { return };
    let events = lingkup.kegiatan.iter().filter(|loaded| is_campaign(loaded.record.jenis));
    let events = events.filter_map(|loaded| Some((loaded.path(), &loaded.record.judul, loaded.record.tanggal?)));
    let paid = lingkup.berita.iter().filter(|loaded| loaded.record.advertorial && !loaded.record.paslon.is_empty());
    let paid = paid.map(|loaded| (loaded.path(), &loaded.record.judul, loaded.record.tanggal));
    for (file, judul, tanggal) in events.chain(paid).filter(|(.., tanggal)| !masa.contains(tanggal)) {
        let (day, first, last) = (tanggal.panjang(), masa.start().panjang(), masa.end().panjang());
        let what = kata(
            format!("\"{judul}\" tanggal {day} di luar masa kampanye {first} sampai {last}"),
            format!("\"{judul}\" on {tanggal} lies outside the campaign from {} to {}", masa.start(), masa.end()),
        );
        findings.add(findings.finding(Place::value(file, "tanggal"), what).help(advice(tanggal, *masa.end())));
    }
}

fn advice(tanggal: Tanggal, last: Tanggal) -> crate::bahasa::Kata {
    if tanggal > last {
        kata(
            "periksa tanggalnya; sesudah masa kampanye jangan terbitkan",
            "look up the date; do not publish it after the campaign",
        )
    } else {
        kata(
            "periksa tanggalnya; sebelum masa kampanye jangan terbitkan",
            "look up the date; do not publish it before the campaign",
        )
    }
}

/// Whether an event is a way of campaigning.
fn is_campaign(jenis: JenisKegiatan) -> bool {
    matches!(jenis, JenisKegiatan::Debat | JenisKegiatan::RapatUmum | JenisKegiatan::Kampanye)
}
