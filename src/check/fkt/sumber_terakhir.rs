//! A site that is built long after its last source says so.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "FKT-22",
    level: Level::Saran,
    what: (
        "situs tidak dibuat lebih dari 180 hari sesudah tanggal sumbernya yang terbaru",
        "a site is not built more than 180 days after the day of its latest source",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "yang terjadi sesudah sumber terakhir tidak ada di situs, dan pembaca mengira keadaannya masih sama",
        "what happened after the last source is not in the site, and readers think that all is as it was",
    ),
    example: Example {
        file: "sumber.yaml",
        bad: "koran-lama: { jenis: berita, judul: Kabar, penerbit: Contoh, tanggal: 2023-01-26 }",
        good: "koran-baru: { jenis: berita, judul: Kabar, penerbit: Contoh, tanggal: 2024-11-14 }",
    },
    apply,
};

/// After how many days a reader should be told.
const DAYS: u64 = 180;

fn apply(model: &Model, findings: &mut Findings) {
    let Some(last) = model.sumber_terakhir() else { return };
    if !model.hari.has_come(last.sesudah(DAYS + 1)) {
        return;
    }
    let age = last.hari_menuju(model.hari.exact());
    let what = kata(
        format!("sumber terbaru di situs ini bertanggal {}, {age} hari sebelum situs dibuat", last.panjang()),
        format!("the latest source of this site is of {last}, {age} days before the site is built"),
    );
    let help = kata(
        "tambahkan sumber tentang yang terjadi sesudahnya, atau `diakses:` pada sumber yang baru diperiksa lagi; beranda menyebut tanggal ini",
        "add sources on what happened since, or `diakses:` to those that were looked up again; the first page says this day",
    );
    findings.add(findings.finding(Place::file(model.situs.path()), what).help(help));
}
