//! Every column of a table has a heading.

use crate::bahasa::kata;
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::TableHead;
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "AKS-05",
    level: Level::Saran,
    what: (
        "setiap kolom tabel punya kepala, kecuali kolom pertama",
        "every column of a table but the first has a heading",
    ),
    confidence: Confidence::B,
    law: Some("UU 8/2016 pasal 13 dan 24, WCAG 2.2"),
    why: (
        "pembaca layar menyebut kepala kolom sebelum isi setiap sel",
        "a screen reader says the column's heading before what each cell holds",
    ),
    example: Example {
        file: "halaman/contoh.md",
        bad: "| | |\n|--|--|\n| TPS | 943 |",
        good: "| Hal | Jumlah |\n|--|--|\n| TPS | 943 |",
    },
    apply,
};

/// Tables with a column that has no heading.
pub(super) static BARE_TABLES: MarkdownLook<()> = MarkdownLook {
    name: "AKS-05 tables",
    find: |_, outline| {
        // The first heading may be empty: the column below it names the rows.
        let is_bare = |head: &TableHead| head.cells.iter().skip(1).any(|cell| cell.trim().is_empty());
        outline.tables.iter().filter(|head| is_bare(head)).map(|head| (head.range.clone(), ())).collect()
    },
};

fn apply(model: &Model, findings: &mut Findings) {
    for (place, ()) in BARE_TABLES.places(model) {
        let what = kata("ada kolom tabel tanpa kepala", "a column of this table has no heading");
        let help = kata("tulis apa isi kolomnya di baris pertama", "write what the column holds in the first line");
        findings.add(findings.finding(place, what).help(help));
    }
}
