//! The list of polling places and the figures of the same region say the same.

use crate::bahasa::kata;
use crate::check::look::figures::latest;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::tps::{Kolom, rows};
use crate::record::ukuran::Ukuran;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "FKT-50",
    level: Level::Peringatan,
    what: (
        "banyaknya TPS di `tps.csv`, dan pemilihnya jika semua TPS menyebutnya, sama dengan angka terbaru di `fakta/`, jika angka itu tidak berselisih",
        "the polling places in `tps.csv`, and their voters where all say them, are as many as the newest figure in `fakta/` says, where nobody disputes it",
    ),
    confidence: Confidence::L,
    law: None,
    why: ("keduanya tampil di halaman daerah yang sama", "both are shown on pages of the same region"),
    example: Example {
        file: "wilayah/contoh/kota-contoh/tps.csv",
        bad: "kecamatan,jumlah\nContoh Utara,120\nContoh Selatan,119",
        good: "kecamatan,jumlah\nContoh Utara,120\nContoh Selatan,120",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        compare(lingkup, findings);
    }
}

fn compare(lingkup: &Lingkup, findings: &mut Findings) {
    let Some(loaded) = &*lingkup.tps else { return };
    let (mut voters, mut is_whole) = (0, true);
    rows(loaded.source.text(), |baris| match baris.number(Kolom::Dpt) {
        Some(dpt) => voters += dpt,
        None => is_whole = false,
    });
    let sums = [
        (Ukuran::Tps, Some(loaded.record.banyak()), "TPS", "polling places"),
        (Ukuran::Dpt, Some(voters).filter(|_| is_whole), "pemilih", "voters"),
    ];
    for (ukuran, sum, id, en) in sums {
        let (Some(sum), Some((figure, nilai))) = (sum, latest(lingkup, ukuran)) else { continue };
        let is_same = nilai.to_string() == sum.to_string();
        if is_same || figure.fakta.kualifikasi.is_some() {
            continue;
        }
        let what = kata(
            format!("tps.csv memuat {sum} {id}, angkanya di sini {nilai}"),
            format!("tps.csv has {sum} {en}, the figure here is {nilai}"),
        );
        let label = kata("daftar TPS", "the list of polling places");
        let finding = findings.finding(figure.at("nilai"), what).related(Place::file(loaded.path()), label);
        findings.add(finding.help(kata(
            "periksa keduanya; kalau sumbernya berbeda, tulis `status: berselisih` di angkanya",
            "look up both; where sources differ, write `status: berselisih` at the figure",
        )));
    }
}
