//! No link leads to a shared sheet, form or drive.

use crate::bahasa::kata;
use crate::check::look::hosts::addresses;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "PDP-05",
    level: Level::Peringatan,
    what: (
        "tidak ada tautan ke lembar, formulir atau penyimpanan bersama",
        "no link leads to a shared sheet, form or drive",
    ),
    confidence: Confidence::B,
    law: Some("UU 27/2022 pasal 65-66"),
    why: (
        "isi lembar bersama bisa berubah sesudah diperiksa, dan pernah memuat data pemilih tanpa disadari",
        "a shared sheet can change after it was checked, and has held voters' data unnoticed",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "[daftar](https://docs.google.com/spreadsheets/d/contoh)",
        good: "[daftar](daftar-tps.pdf)",
    },
    apply,
};

/// Where people share what they did not mean for everybody.
const SITES: [&str; 16] = [
    "docs.google.com",
    "drive.google.com",
    "sheets.google.com",
    "forms.gle",
    "forms.office.com",
    "dropbox.com",
    "onedrive.live.com",
    "1drv.ms",
    "sharepoint.com",
    "box.com",
    "mega.nz",
    "mediafire.com",
    "wetransfer.com",
    "we.tl",
    "airtable.com",
    "notion.site",
];

/// Addresses of what is shared.
pub(super) static LINKS: TextLook = TextLook {
    name: "PDP-05 links",
    near: Near::Phrases(&[&SITES]),
    reach: Reach::Published,
    find: |text| addresses(text, &SITES),
};

fn apply(model: &Model, findings: &mut Findings) {
    for hit in LINKS.hits(model) {
        let what = kata("tautan ini menuju berkas bersama", "this link leads to a shared file");
        let help = kata(
            "periksa isinya, simpan sebagai PDF atau CSV tanpa data pribadi, lalu terbitkan di situs sendiri",
            "look through it, save it as PDF or CSV without personal data, and publish it on your own site",
        );
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}
