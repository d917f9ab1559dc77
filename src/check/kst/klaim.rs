//! What a candidate claims is no figure of the office.

use crate::bahasa::kata;
use crate::check::look::contests::{letters, own_contests, persons_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::fakta::figures;
use crate::model::{Lingkup, Model};
use crate::record::fakta::StatusFakta;
use crate::report::Level;
use crate::report::kode::Example;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: "KST-10",
    level: Level::Peringatan,
    what: (
        "angka berstatus `klaim` tidak disampaikan calon di pemilihan itu",
        "no figure of status `klaim` comes from a candidate of the contest",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "klaim seorang calon di halaman angka tampak seperti angka penyelenggara",
        "a candidate's claim on the page of figures looks like one of the office",
    ),
    example: Example {
        file: "wilayah/contoh/fakta/kesiapan.yaml",
        bad: "penyampai: { nama: Calon Contoh Satu }\nfakta:\n  - { ukuran: partisipasi, nilai: 90, status: klaim }",
        good: "penyampai: { nama: Ketua Contoh, jabatan: Ketua KPU Kota Contoh }\nfakta:\n  - { ukuran: partisipasi, nilai: 80 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| claims(lingkup, findings));
}

fn claims(lingkup: &Lingkup, findings: &mut Findings) {
    let claims = figures(lingkup).into_iter().filter(|figure| figure.fakta.status == Some(StatusFakta::Klaim));
    let claims: Vec<_> = claims.collect();
    if claims.is_empty() {
        return;
    }
    let mut names = BTreeSet::new();
    for (_, _, calon) in persons_in(lingkup) {
        names.extend([Some(&calon.nama), calon.nama_tampil.as_ref()].into_iter().flatten().map(|name| letters(name)));
    }
    for figure in claims {
        let Some(penyampai) = figure.penyampai.filter(|penyampai| names.contains(&letters(&penyampai.nama))) else {
            continue;
        };
        let what = kata(
            format!("angka ini klaim {}, calon di {}", penyampai.nama, lingkup.nama()),
            format!("this figure is a claim of {}, a candidate in {}", penyampai.nama, lingkup.nama()),
        );
        let help = kata(
            "hapus angkanya; ucapan calon tempatnya di berita, dengan nama yang mengucapkan",
            "delete the figure; a candidate's words belong in the news, with their speaker",
        );
        findings.add(findings.finding(figure.at("status"), what).help(help));
    }
}
