//! No article holds characters that cannot be seen and change how others are read.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Loss, Outline};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-24",
    level: Level::Galat,
    what: (
        "tulisan tidak memuat karakter kendali atau karakter yang membalik arah huruf",
        "a text holds no control characters, nor any that turn the order of letters around",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "karakter seperti itu tidak terlihat, dan bisa membuat pembaca melihat angka atau alamat yang lain",
        "such characters cannot be seen, and can make readers see another figure or address",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "Jumlah pemilih (U+202E) 000.321",
        good: "Jumlah pemilih 123.000",
    },
    apply,
};

/// Characters that are not seen.
pub(super) static SIGNS: MarkdownLook<char> = MarkdownLook { name: "FMT-24 signs", find: signs };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, sign) in SIGNS.places(model) {
        let code = u32::from(sign);
        let what = kata(
            format!("karakter yang tidak terlihat (U+{code:04X}) di tulisan ini"),
            format!("a character that cannot be seen (U+{code:04X}) in this text"),
        );
        let help = kata(
            "hapus, atau ketik ulang baris ini tanpa menyalinnya dari dokumen lain",
            "delete it, or type this line anew instead of copying it from another document",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}

fn signs(_: &str, outline: &Outline) -> Vec<(Range<usize>, char)> {
    let signs = outline.losses.iter().filter_map(|(range, loss)| match loss {
        Loss::Sign(sign) => Some((range.clone(), *sign)),
        _ => None,
    });
    signs.collect()
}
