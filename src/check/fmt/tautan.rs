//! A link has an address that can be published.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Scheme, is_on_disk, meant_outside, scheme};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FMT-18",
    level: Level::Galat,
    what: (
        "tautan di dalam Markdown beralamat https, http, mailto, tel atau halaman situs ini",
        "a link inside Markdown is https, http, mailto, tel or a page of this site",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "hanya alamat https, http, mailto, tel dan halaman situs ini yang terbit; dari tautan ini tinggal kata-katanya",
        "only https, http, mailto, tel and this site's pages are published; of this link only the words would stay",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "[unduh](ftp://contoh.test/dpt.csv)",
        good: "[unduh](https://contoh.test/dpt.csv)",
    },
    apply,
};

/// Links that are not published, with their addresses.
pub(super) static FORBIDDEN: MarkdownLook<String> = MarkdownLook {
    name: "FMT-18 links",
    find: |_, outline| {
        let links = outline.links.iter().filter(|link| scheme(&link.to) == Scheme::Forbidden);
        links.map(|link| (link.range.clone(), link.to.clone())).collect()
    },
};

fn apply(model: &Model, findings: &mut Findings) {
    for (place, to) in FORBIDDEN.places(model) {
        let what = kata(
            format!("tautan ke \"{to}\" tidak bisa diterbitkan"),
            format!("a link to \"{to}\" cannot be published"),
        );
        let help = if let Some(meant) = meant_outside(&to) {
            kata(format!("tulis {meant}"), format!("write {meant}"))
        } else if is_on_disk(&to) {
            kata(
                "berkas di komputer Anda tidak bisa dibuka pembaca: taruh di samping tulisan ini, lalu tulis namanya saja",
                "readers cannot open a file on your computer: put it beside this article, and write its name only",
            )
        } else {
            kata("tulis alamat https://, atau hapus tautannya", "write an https:// address, or delete the link")
        };
        findings.add(findings.finding(place, what).help(help));
    }
}
