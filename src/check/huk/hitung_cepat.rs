//! A quick count is told when it may be, and with the words that it is not KPU's result.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::look::texts::Hit;
use crate::check::look::words::phrases;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model, Zona};
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::tanggal::Tanggal;
use chrono::{NaiveTime, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    code: "HUK-40",
    level: Level::Peringatan,
    what: (
        "berita tentang hitung cepat tidak mendahului jamnya di hari pemungutan suara, dan menyebut bahwa itu bukan hasil KPU",
        "news of a quick count is not before its hour on the voting day, and says that it is not KPU's result",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "hitung cepat yang terlalu awal bisa memengaruhi yang belum memilih, dan bukan hasil resmi",
        "a quick count told too early may sway who has not voted yet, and is no official result",
    ),
    example: Example {
        file: "wilayah/contoh/berita/2024-11-27-hitung-cepat.md",
        bad: "tanggal: 2024-11-27\njam: \"13:30\"\nringkasan: Hitung cepat sudah masuk 80 persen.",
        good: "tanggal: 2024-11-27\njam: \"16:00\"\nringkasan: Hitung cepat sudah masuk 80 persen. Ini bukan hasil resmi KPU.",
    },
    apply,
};

/// What it is called.
const QUICK: [&str; 3] = ["hitung cepat", "quick count", "penghitungan cepat"];

/// How an article says that it is not KPU's.
const UNOFFICIAL: [&str; 9] = [
    "bukan hasil resmi",
    "bukan hasil KPU",
    "bukan hasil penghitungan",
    "bukan penghitungan resmi",
    "bukan hasil rekapitulasi",
    "bukan angka resmi",
    "tidak resmi",
    "not an official result",
    "not the official result",
];

/// Quick counts, wherever they stand.
pub(super) static COUNTS: TextLook = TextLook {
    name: "HUK-40 quick counts",
    near: Near::Phrases(&[&QUICK]),
    reach: Reach::Records,
    find: |text| phrases(text, &QUICK),
};

/// The words that a quick count needs.
pub(super) static REMARKS: TextLook = TextLook {
    name: "HUK-40 unofficial",
    near: Near::Phrases(&[&UNOFFICIAL]),
    reach: Reach::Records,
    find: |text| phrases(text, &UNOFFICIAL),
};

fn apply(model: &Model, findings: &mut Findings) {
    // Once an article is enough.
    let mut first: BTreeMap<&str, Hit<'_>> = BTreeMap::new();
    for hit in COUNTS.hits(model) {
        first.entry(&hit.source.path).or_insert(hit);
    }
    let remarked: BTreeSet<&str> = REMARKS.hits(model).map(|hit| hit.source.path.as_str()).collect();
    for lingkup in &model.lingkup {
        let Some(vote) = model.hari_pemungutan(lingkup) else { continue };
        let last = counting_ends(model, lingkup).unwrap_or(vote);
        let days = vote..=last.max(vote);
        let told = lingkup.berita.iter().filter(|loaded| days.contains(&loaded.record.tanggal));
        for (loaded, hit) in told.filter_map(|loaded| Some((loaded, first.get(loaded.path())?))) {
            if loaded.record.tanggal == vote {
                too_early(model, lingkup, loaded, findings);
            }
            if !remarked.contains(loaded.path()) {
                unremarked(model, lingkup, hit, findings);
            }
        }
    }
}

/// The last day of the tally; from then on there is a result.
fn counting_ends(model: &Model, lingkup: &Lingkup) -> Option<Tanggal> {
    model.tahapan(lingkup, JenisTahapan::Rekapitulasi)?.selesai
}

fn too_early(model: &Model, lingkup: &Lingkup, loaded: &Loaded<Berita>, findings: &mut Findings) {
    let earliest = &model.hukum_bagi(lingkup).jam_hitung_cepat;
    let zona = lingkup.zona().unwrap_or(Zona::Wib);
    let local = in_zone(earliest.nilai.naive(), zona);
    let Some(jam) = loaded.record.jam.filter(|jam| jam.naive() < local) else { return };
    let local = local.format("%H.%M");
    let what = kata(
        format!("berita tentang hitung cepat pukul {jam}, sebelum pukul {local}"),
        format!("news of a quick count at {jam}, before {local}"),
    );
    let help = kata(
        format!("terbitkan mulai pukul {local} waktu setempat, yaitu {} WIB", earliest.nilai),
        format!("publish it from {local} local time on, which is {} in western Indonesia", earliest.nilai),
    );
    findings.add(findings.finding_by(Place::value(loaded.path(), "jam"), what, earliest).help(help));
}

fn unremarked(model: &Model, lingkup: &Lingkup, hit: &Hit<'_>, findings: &mut Findings) {
    let word = hit.phrase();
    let what = kata(
        format!("\"{word}\" tanpa keterangan bahwa itu bukan hasil KPU"),
        format!("\"{word}\" without the words that it is not KPU's result"),
    );
    let help = kata("tambahkan \"Ini bukan hasil resmi KPU\"", "add \"Ini bukan hasil resmi KPU\"");
    findings.add(findings.finding_by(hit.place(), what, &model.hukum_bagi(lingkup).jam_hitung_cepat).help(help));
}

/// A time of western Indonesia by the clocks of a zone.
fn in_zone(wib: NaiveTime, zona: Zona) -> NaiveTime {
    wib + TimeDelta::hours(i64::from(zona.offset()) - i64::from(Zona::Wib.offset()))
}
