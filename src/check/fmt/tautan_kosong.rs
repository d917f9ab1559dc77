//! A link has words and an address.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Empty, Loss, Outline};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-26",
    level: Level::Peringatan,
    what: ("tautan punya kata dan tujuan", "a link has words and an address"),
    confidence: Confidence::L,
    law: Some("WCAG 2.2 kriteria 2.4.4"),
    why: (
        "tautan tanpa kata tidak bisa dilihat atau dibacakan, dan tautan tanpa tujuan kembali ke halaman yang sama",
        "a link without words cannot be seen or read out, and one without an address leads back to the same page",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Lihat [](/jadwal.html).",
        good: "Lihat [jadwal lengkap](/jadwal.html).",
    },
    apply,
};

/// Links without words or address.
pub(super) static EMPTY: MarkdownLook<Empty> = MarkdownLook { name: "FMT-26 links", find: empty };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, empty) in EMPTY.places(model) {
        let (what, help) = match empty {
            Empty::Words => (
                kata("tautan ini tidak punya kata", "this link has no words"),
                kata(
                    "tulis nama halaman atau berkasnya di antara [ dan ]",
                    "write the name of the page or file between [ and ]",
                ),
            ),
            Empty::Target => (
                kata("tautan atau gambar ini tidak punya tujuan", "this link or picture has no address"),
                kata(
                    "tulis alamat atau nama berkasnya di antara ( dan ), atau tinggalkan kata-katanya saja",
                    "write the address or the file's name between ( and ), or leave only the words",
                ),
            ),
        };
        findings.add(findings.finding(place, what).help(help));
    }
}

fn empty(_: &str, outline: &Outline) -> Vec<(Range<usize>, Empty)> {
    let empty = outline.losses.iter().filter_map(|(range, loss)| match loss {
        Loss::Link(empty) => Some((range.clone(), *empty)),
        _ => None,
    });
    empty.collect()
}
