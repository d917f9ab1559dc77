//! A figure that changes from day to day is not left standing.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::fakta::{FullFakta, figures};
use crate::model::{Lingkup, Model};
use crate::record::ukuran::Ukuran;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FKT-13",
    level: Level::Saran,
    what: (
        "sampai hari pemungutan suara, angka kesiapan dan logistik tidak lebih tua dari 45 hari",
        "until voting day, figures of readiness and logistics are not older than 45 days",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "angka kesiapan yang lama terbaca sebagai keadaan hari ini",
        "an old figure of readiness is read as that of today",
    ),
    example: Example { file: "fakta/kesiapan.yaml", bad: "per_tanggal: 2024-09-01", good: "per_tanggal: 2024-11-14" },
    apply,
};

/// How many days a figure that changes stays worth showing.
pub(super) const DAYS: u64 = 45;

fn apply(model: &Model, findings: &mut Findings) {
    let open = model.lingkup.iter().filter(|lingkup| model.is_mendatang(lingkup));
    open.for_each(|lingkup| stale(model, lingkup, findings));
}

fn stale(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let all = figures(lingkup);
    for figure in all.iter().filter(|figure| changes(figure.fakta.ukuran) && !is_followed(figure, &all)) {
        let Some(day) = figure.per_tanggal else { continue };
        if !model.hari.has_come(day.sesudah(DAYS + 1)) {
            continue;
        }
        let age = day.hari_menuju(model.hari.exact());
        let what = kata(
            format!("angka ini keadaan {age} hari lalu, {}", day.panjang()),
            format!("this figure is of {age} days ago, {day}"),
        );
        let help = kata(
            "tambahkan angka terbaru dengan `per_tanggal` dan sumbernya; angka lama boleh tetap ada",
            "add the latest figure with its `per_tanggal` and source; the old one may stay",
        );
        findings.add(findings.finding(figure.at("ukuran"), what).help(help));
    }
}

/// Whether a later figure of the same thing stands in the same scope.
fn is_followed(figure: &FullFakta<'_>, all: &[FullFakta<'_>]) -> bool {
    all.iter().any(|other| other.fakta.ukuran == figure.fakta.ukuran && other.per_tanggal > figure.per_tanggal)
}

/// Whether work goes on that changes the figure.
fn changes(ukuran: Ukuran) -> bool {
    match ukuran {
        Ukuran::TahapanSelesai
        | Ukuran::DebatTerlaksana
        | Ukuran::KegiatanDiawasi
        | Ukuran::Kesiapan
        | Ukuran::LogistikSiap
        | Ukuran::LogistikTerdistribusi
        | Ukuran::SuratSuaraKurang
        | Ukuran::SuratSuaraRusak => true,
        Ukuran::Dps
        | Ukuran::Dpt
        | Ukuran::Tps
        | Ukuran::JumlahPaslon
        | Ukuran::JumlahPemilihan
        | Ukuran::CalonTunggal
        | Ukuran::TargetPartisipasi
        | Ukuran::PerkiraanPartisipasi
        | Ukuran::Partisipasi
        | Ukuran::SuratSuaraDicetak
        | Ukuran::SuratSuaraDiminta
        | Ukuran::SuratSuaraPengganti
        | Ukuran::PersonelPolri
        | Ukuran::PersonelTni
        | Ukuran::PersonelSiaga
        | Ukuran::Linmas
        | Ukuran::Walpri
        | Ukuran::IndeksKerawanan => false,
    }
}
