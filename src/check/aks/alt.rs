//! Every picture has words for those who do not see it.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "AKS-01",
    level: Level::Peringatan,
    what: ("gambar di tulisan punya kata pengganti", "a picture in an article has words in its place"),
    confidence: Confidence::B,
    law: Some("UU 8/2016 pasal 13 dan 24, WCAG 2.2"),
    why: (
        "pembaca layar membacakan kata-kata ini sebagai ganti gambarnya",
        "a screen reader says these words in place of the picture",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "![](peta-tps.png)",
        good: "![Peta letak TPS di Kota Contoh](peta-tps.png)",
    },
    apply,
};

/// Pictures without words, with their addresses.
pub(super) static SILENT: MarkdownLook<String> = MarkdownLook {
    name: "AKS-01 pictures",
    find: |_, outline| {
        let pictures = outline.pictures.iter().filter(|picture| picture.alt.trim().is_empty());
        pictures.map(|picture| (picture.range.clone(), picture.to.clone())).collect()
    },
};

fn apply(model: &Model, findings: &mut Findings) {
    for (place, to) in SILENT.places(model) {
        let what = kata(
            format!("gambar {to} tidak punya kata pengganti"),
            format!("the picture {to} has no words in its place"),
        );
        let help = kata(
            format!("tulis apa yang terlihat: ![Ketua KPU membuka rapat]({to})"),
            format!("write what is to be seen: ![The chair opens the meeting]({to})"),
        );
        findings.add(findings.finding(place, what).help(help));
    }
}
