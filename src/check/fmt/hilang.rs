//! All that stands in an article is published.

use crate::bahasa::{Kata, kata};
use crate::check::look::pass::MarkdownLook;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::markdown::{Dropped, Loss, Outline};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "FMT-23",
    level: Level::Peringatan,
    what: (
        "yang tertulis di Markdown ikut terbit, juga angka daftar dan catatan kaki",
        "what is written in Markdown is published, the numbers of lists and footnotes too",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit",
        "Markdown drops or changes this in silence, and the office thinks it is published",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "| TPS | Pemilih |\n| --- | --- |\n| 001 | 250 | 12 |",
        good: "| TPS | Pemilih | Disabilitas |\n| --- | --- | --- |\n| 001 | 250 | 12 |",
    },
    apply,
};

/// What is not published, and how it is written.
pub(super) static DROPPED: MarkdownLook<(Dropped, String)> =
    MarkdownLook { name: "FMT-23 what is dropped", find: dropped };

fn apply(model: &Model, findings: &mut Findings) {
    for (place, (dropped, written)) in DROPPED.places(model) {
        let (what, help) = said(&dropped, &written);
        findings.add(findings.finding(place, what).help(help));
    }
}

fn dropped(text: &str, outline: &Outline) -> Vec<(Range<usize>, (Dropped, String))> {
    let dropped = outline.losses.iter().filter_map(|(range, loss)| match loss {
        Loss::Dropped(dropped) => Some((range.clone(), (dropped.clone(), text[range.clone()].to_owned()))),
        _ => None,
    });
    dropped.collect()
}

fn said(dropped: &Dropped, written: &str) -> (Kata, Kata) {
    let gone = || kata(format!("\"{written}\" tidak ikut terbit"), format!("\"{written}\" is not published"));
    match dropped {
        Dropped::Cell => cell(written),
        Dropped::Definition => (
            gone(),
            kata(
                "baris [label]: alamat hanya terbit sebagai tujuan tautan [kata][label]; tulis sebagai kalimat, atau hapus",
                "a line [label]: address is only published as the target of [words][label]; write a sentence, or delete it",
            ),
        ),
        Dropped::Footnote(name) => footnote(name),
        Dropped::SecondFootnote(name) => second_footnote(name),
        Dropped::Comment => comment(),
        Dropped::Info => (
            gone(),
            kata("pindahkan kata-katanya ke baris di bawah tanda ```", "move the words to the line below the sign ```"),
        ),
        Dropped::Number(written, shown) => number(*written, *shown),
        Dropped::Sign(sign) => emphasis(*sign, written),
        Dropped::Start(sign) => start(*sign, written),
        Dropped::Rule => rule(written),
        Dropped::Heading => (
            kata("judul ini kosong", "this heading is empty"),
            kata(
                "tulis judulnya sesudah tanda #, atau hapus baris ini",
                "write its words behind the #, or delete this line",
            ),
        ),
        Dropped::Other => (gone(), kata("tulis dengan cara lain, atau hapus", "write it in another way, or delete it")),
    }
}

/// A cell beyond the head of its table.
fn cell(written: &str) -> (Kata, Kata) {
    (
        kata(
            format!("sel \"{written}\" tidak ikut terbit: barisnya lebih panjang daripada kepala tabel"),
            format!("the cell \"{written}\" is not published: its row is longer than the head of the table"),
        ),
        kata(
            "tambahkan kolom di kepala tabel dan di baris ---, atau tulis \\| untuk garis di dalam sel",
            "add a column to the head of the table and to the line ---, or write \\| for a stroke inside a cell",
        ),
    )
}

/// What stands behind a comment.
fn comment() -> (Kata, Kata) {
    (
        kata(
            "yang tertulis sesudah komentar ini tidak ikut terbit",
            "what is written behind this comment is not published",
        ),
        kata(
            "tutup komentar dengan -->, dan mulai tulisan sesudahnya di baris baru",
            "close the comment with -->, and begin what follows on a new line",
        ),
    )
}

/// A number of a list that is counted anew.
fn number(written: u64, shown: u64) -> (Kata, Kata) {
    (
        kata(
            format!("angka {written} di daftar ini terbit sebagai {shown}"),
            format!("the number {written} in this list is published as {shown}"),
        ),
        kata(
            format!("urutkan angkanya, atau tulis {written}\\. supaya terbit apa adanya"),
            format!("put the numbers in order, or write {written}\\. to have it published as it is"),
        ),
    )
}

/// A sign between figures that was taken for emphasis.
fn emphasis(sign: char, written: &str) -> (Kata, Kata) {
    (
        kata(
            format!("tanda {sign} di \"{written}\" tidak ikut terbit: terbaca sebagai penekanan"),
            format!("the sign {sign} in \"{written}\" is not published: it is read as emphasis"),
        ),
        kata(
            format!("tulis \\{sign} supaya tandanya terbit, atau – untuk jarak antara dua angka"),
            format!("write \\{sign} to have the sign published, or – for the stretch between two figures"),
        ),
    )
}

/// A sign before a figure that was taken for that of a quote or a list.
fn start(sign: char, written: &str) -> (Kata, Kata) {
    (
        kata(
            format!("tanda {sign} di \"{written}\" tidak ikut terbit: di awal baris ia membuka kutipan atau daftar"),
            format!(
                "the sign {sign} in \"{written}\" is not published: at the start of a line it opens a quote or a list"
            ),
        ),
        kata(
            format!("tulis \\{written}; jika daftar atau kutipan yang dimaksud, beri baris kosong di atasnya"),
            format!("write \\{written}; if a list or a quote is meant, leave an empty line above it"),
        ),
    )
}

/// A line that makes the paragraph above it a heading.
fn rule(written: &str) -> (Kata, Kata) {
    (
        kata(
            format!("baris {written} menjadikan paragraf di atasnya judul, dan tidak terbit sebagai garis"),
            format!("the line {written} makes the paragraph above it a heading, and is not published as a line"),
        ),
        kata(
            "beri baris kosong di antara paragraf dan garisnya; judul ditulis dengan ## di depannya",
            "leave an empty line between the paragraph and the line; a heading is written with ## before it",
        ),
    )
}

fn footnote(name: &str) -> (Kata, Kata) {
    (
        kata(
            format!("catatan kaki [^{name}] tidak dirujuk dari mana pun"),
            format!("nothing refers to the footnote [^{name}]"),
        ),
        kata(
            format!("tulis [^{name}] di kalimat yang dijelaskannya, atau hapus catatan ini"),
            format!("write [^{name}] in the sentence it explains, or delete this note"),
        ),
    )
}

fn second_footnote(name: &str) -> (Kata, Kata) {
    (
        kata(
            format!("catatan kaki [^{name}] ditulis dua kali, dan yang ini tidak bisa dituju"),
            format!("the footnote [^{name}] is written twice, and this one cannot be reached"),
        ),
        kata("beri catatan ini nama lain", "give this note another name"),
    )
}
