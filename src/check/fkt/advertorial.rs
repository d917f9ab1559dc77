//! A figure that only somebody who paid for it printed is not called official.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::model::fakta::FullFakta;
use crate::record::fakta::StatusFakta;
use crate::record::sumber::JenisSumber;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FKT-21",
    level: Level::Peringatan,
    what: (
        "angka yang hanya bersandar pada advertorial tidak berstatus `resmi`",
        "a figure that rests on paid articles alone does not have the status `resmi`",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "isi advertorial ditentukan pemesannya; halaman menandainya di samping angka",
        "who pays for an advertorial decides what is in it; the page marks it beside the figure",
    ),
    example: Example {
        file: "fakta/logistik.yaml",
        bad: "sumber: [advertorial-contoh]\nfakta:\n  - { ukuran: tps, nilai: 943, status: resmi }",
        good: "sumber: [advertorial-contoh]\nfakta:\n  - { ukuran: tps, nilai: 943, status: dikutip_media }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    let official = figures(model).filter(|figure| figure.fakta.status == Some(StatusFakta::Resmi));
    for figure in official.filter(|figure| is_paid(model, figure)) {
        let what = kata(
            "angka ini berstatus resmi, tetapi sumbernya hanya advertorial",
            "this figure is called official, but its only source is a paid article",
        );
        let help = kata(
            "tambahkan sumber resminya, atau tulis `status: dikutip_media` atau `status: klaim`",
            "add the official source, or write `status: dikutip_media` or `status: klaim`",
        );
        findings.add(findings.finding(figure.at("status"), what).help(help));
    }
}

fn is_paid(model: &Model, figure: &FullFakta<'_>) -> bool {
    let mut sources = figure.sumber.iter().filter_map(|id| model.sumber(figure.lingkup, id)).peekable();
    sources.peek().is_some() && sources.all(|sumber| sumber.jenis == JenisSumber::Advertorial)
}
