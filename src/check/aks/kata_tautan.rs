//! The words of a link say where it leads.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Link, Outline};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "AKS-04",
    level: Level::Saran,
    what: ("kata pada tautan mengatakan ke mana tautan itu menuju", "the words of a link say where it leads"),
    confidence: Confidence::B,
    law: Some("UU 8/2016 pasal 13 dan 24, WCAG 2.2"),
    why: (
        "pembaca layar mendaftar tautan tanpa kalimat di sekitarnya; alamat panjang dieja huruf demi huruf",
        "a screen reader lists links without the sentences around them, and spells a long address letter by letter",
    ),
    example: Example {
        file: "halaman/contoh.md",
        bad: "Jadwal ada [di sini](/jadwal.html).",
        good: "Lihat [jadwal lengkap](/jadwal.html).",
    },
    apply,
};

/// Words that say nothing of where a link leads.
const EMPTY: [&str; 20] = [
    "klik",
    "klik di sini",
    "klik disini",
    "di sini",
    "disini",
    "sini",
    "tautan",
    "tautan ini",
    "link",
    "link ini",
    "baca",
    "baca selengkapnya",
    "selengkapnya",
    "lihat",
    "unduh",
    "here",
    "click here",
    "read more",
    "more",
    "this link",
];

/// Links whose words say nothing, with these.
pub(super) static EMPTY_LINKS: MarkdownLook<String> = MarkdownLook { name: "AKS-04 links", find: empty };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, words) in EMPTY_LINKS.places(model) {
        let what = kata(
            format!("tautan \"{words}\" tidak mengatakan ke mana menuju"),
            format!("the link \"{words}\" does not say where it leads"),
        );
        let help = kata(
            "tulis nama halaman atau berkasnya sebagai kata tautan",
            "write the name of the page or file as the words of the link",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}

fn empty(text: &str, outline: &Outline) -> Vec<(Range<usize>, String)> {
    // Who writes <https://…> means to show the address.
    let is_shown = |link: &Link| link.picture || text[link.range.clone()].starts_with('<');
    let links = outline.links.iter().filter(|link| !is_shown(link) && says_nothing(&link.words));
    links.map(|link| (link.range.clone(), link.words.clone())).collect()
}

fn says_nothing(words: &str) -> bool {
    let words = words.trim().trim_end_matches(['.', '!', ':', '…', '»']).to_lowercase();
    let is_address = words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.");
    EMPTY.contains(&&*words) || (is_address && !words.contains(' '))
}
