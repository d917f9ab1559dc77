//! No article holds characters without width amid its words.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Loss, Outline};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-51",
    level: Level::Saran,
    what: (
        "tulisan tidak memuat karakter tanpa lebar, seperti tanda hubung lunak dari halaman web",
        "a text holds no characters without width, such as the soft hyphens of web pages",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "karakter seperti itu ikut tersalin dari situs ini, dan peramban tidak menemukan kata yang memuatnya",
        "such characters go along when text is copied from this site, and browsers do not find a word that holds one",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Jumlah pe(U+00AD)milih 943.",
        good: "Jumlah pemilih 943.",
    },
    apply,
};

/// Characters without width, once a line.
pub(super) static UNSEEN: MarkdownLook<char> = MarkdownLook { name: "FMT-51 unseen", find: unseen };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, sign) in UNSEEN.places(model) {
        let code = u32::from(sign);
        let what = kata(
            format!("karakter tanpa lebar (U+{code:04X}) di baris ini"),
            format!("a character without width (U+{code:04X}) on this line"),
        );
        let help = kata(
            "hapus: ketik ulang kata yang memuatnya, atau tempel tulisannya sebagai teks biasa (Ctrl+Shift+V)",
            "delete it: type the word that holds it again, or paste the text as plain text (Ctrl+Shift+V)",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}

fn unseen(_: &str, outline: &Outline) -> Vec<(Range<usize>, char)> {
    let unseen = outline.losses.iter().filter_map(|(range, loss)| match loss {
        Loss::Unseen(sign) => Some((range.clone(), *sign)),
        _ => None,
    });
    unseen.collect()
}
