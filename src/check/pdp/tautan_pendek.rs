//! Links say where they lead.

use crate::bahasa::kata;
use crate::check::look::hosts::addresses;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "PDP-11",
    level: Level::Saran,
    what: ("tautan ditulis dengan alamat aslinya, bukan tautan pendek", "links are written in full, not shortened"),
    confidence: Confidence::C,
    law: None,
    why: (
        "tautan pendek menyembunyikan tujuannya, mencatat pembacanya, dan tujuannya bisa diganti",
        "a short link hides where it leads, records who follows it, and can be turned elsewhere",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "[daftar](https://s.id/contoh)",
        good: "[daftar](https://contoh.go.id/daftar-tps)",
    },
    apply,
};

/// Services that shorten addresses.
const SITES: [&str; 11] = [
    "s.id",
    "bit.ly",
    "tinyurl.com",
    "goo.gl",
    "t.ly",
    "cutt.ly",
    "rebrand.ly",
    "is.gd",
    "t.co",
    "linktr.ee",
    "lynk.id",
];

/// Shortened addresses.
pub(super) static LINKS: TextLook = TextLook {
    name: "PDP-11 links",
    near: Near::Phrases(&[&SITES]),
    reach: Reach::Published,
    find: |text| addresses(text, &SITES),
};

fn apply(model: &Model, findings: &mut Findings) {
    for hit in LINKS.hits(model) {
        let what = kata("tautan pendek ini tidak mengatakan tujuannya", "this short link does not say where it leads");
        let help = kata("buka tautannya, lalu tulis alamat aslinya", "open it and write the address it leads to");
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}
