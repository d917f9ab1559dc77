//! Paragraphs are paragraphs, and not a program's code.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Code, Loss, Outline};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-25",
    level: Level::Peringatan,
    what: (
        "paragraf tidak diawali empat spasi atau tab, dan tanda ``` ditutup",
        "no paragraph begins with four spaces or a tab, and every sign ``` is closed",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "Markdown menampilkannya sebagai kode program: huruf mesin ketik, satu baris panjang yang harus digeser di telepon",
        "Markdown shows it as a program's code: letters of a typewriter, on one long line that a phone has to scroll",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "    Rapat dibuka pukul 09.00.",
        good: "Rapat dibuka pukul 09.00.",
    },
    apply,
};

/// Code that nobody meant.
pub(super) static CODES: MarkdownLook<Code> = MarkdownLook { name: "FMT-25 code", find: codes };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, code) in CODES.places(model) {
        let (what, help) = match code {
            Code::Indent => (
                kata(
                    "baris yang menjorok ini terbit sebagai kode program",
                    "this indented line is published as a program's code",
                ),
                kata(
                    "hapus spasi atau tab di awal baris; kode yang disengaja ditulis di antara dua baris ```",
                    "delete the spaces or the tab before it; code that is meant stands between two lines ```",
                ),
            ),
            Code::Unclosed => (
                kata(
                    "tanda ini membuka kode program dan tidak ditutup: semua sesudahnya terbit sebagai kode",
                    "this sign opens a program's code and is not closed: all that follows is published as code",
                ),
                kata(
                    "tulis tanda yang sama sendirian di baris sesudah kodenya, atau hapus tanda ini",
                    "write the same sign alone on the line after the code, or delete this one",
                ),
            ),
        };
        findings.add(findings.finding(place, what).help(help));
    }
}

fn codes(_: &str, outline: &Outline) -> Vec<(Range<usize>, Code)> {
    let codes = outline.losses.iter().filter_map(|(range, loss)| match loss {
        Loss::Code(code) => Some((range.clone(), *code)),
        _ => None,
    });
    codes.collect()
}
