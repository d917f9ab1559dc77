//! YAML that cannot be read: what the person most likely did, at the line where it was done.
//!
//! The parser says where it gave up, in English and often a line late. The mistakes people make are few, and each can be
//! seen in its line.

mod bracket;
mod cause;
mod colon;
mod find;
pub(super) mod indentation;
mod line;
mod quote;
mod sign;

use crate::bahasa::{Kata, kata};
use crate::record::syntax::find::cause;
use crate::report::Diagnostic;
use crate::report::place::Place;
use crate::source::Source;
use crate::yaml::{Fault, FaultKind};
use std::collections::BTreeSet;
use std::ops::Range;

/// The YAML itself is broken.
const SYNTAX: &str = "FMT-01";
/// An anchor, an alias or a tag.
const ALIAS: &str = "FMT-10";
/// Nothing in the file.
const EMPTY: &str = "FMT-11";

/// A text that is no YAML a record may be written in.
pub(super) fn fault(source: &Source, base: usize, fault: &Fault, keys: &BTreeSet<String>) -> Diagnostic {
    let at = base + fault.at;
    let place = Place::bytes(&source.path, at..at + 1);
    match &fault.kind {
        FaultKind::Syntax(info) => broken(source, base, fault.at, info, keys),
        FaultKind::Alias => Diagnostic::galat(
            ALIAS,
            place,
            kata(
                "jangkar dan alias YAML (& dan *) tidak dipakai di sini",
                "YAML anchors and aliases (& and *) are not used here",
            ),
        )
        .help(kata(
            "tulis nilainya dua kali, atau beri tanda kutip jika & atau * bagian dari teks",
            "write the value twice, or quote the text if & or * is part of it",
        )),
        FaultKind::Tag => Diagnostic::galat(
            ALIAS,
            place,
            kata("tanda YAML (!) tidak dipakai di sini", "YAML tags (!) are not used here"),
        )
        .help(kata("beri tanda kutip jika ! bagian dari teks", "quote the text if ! is part of it")),
        FaultKind::Depth => {
            Diagnostic::galat(SYNTAX, place, kata("susunannya bersarang terlalu dalam", "this is nested too deeply"))
                .help(kata(
                    "tutup kurung yang terbuka; catatan tidak pernah sedalam ini",
                    "close the open brackets; no record is this deep",
                ))
        }
        FaultKind::Endless => Diagnostic::galat(
            SYNTAX,
            place,
            kata("daftar di dalam kurung ini lebih panjang dari 256 KB", "this list in brackets is longer than 256 KB"),
        )
        .help(kata(
            "tulis satu isi satu baris tanpa kurung di luarnya: \"kunci: nilai\", atau \"- isi\"",
            "write one entry a line, without the brackets around them: \"key: value\", or \"- entry\"",
        )),
        FaultKind::SecondDocument => Diagnostic::galat(
            SYNTAX,
            place,
            kata("satu berkas memuat satu catatan saja", "a file holds one record only"),
        )
        .help(kata("pindahkan yang di bawah --- ke berkas lain", "move what stands below --- to another file")),
        FaultKind::Empty => {
            Diagnostic::galat(EMPTY, Place::file(&source.path), kata("berkas ini kosong", "this file is empty"))
                .help(kata("isi catatannya, atau hapus berkasnya", "fill in the record, or delete the file"))
        }
    }
}

/// The YAML is broken: at its cause, where one is seen.
fn broken(source: &Source, base: usize, at: usize, info: &str, keys: &BTreeSet<String>) -> Diagnostic {
    let part = source.record_part().unwrap_or(0..source.text().len());
    let yaml = &source.text()[part];
    let what = kata("susunan YAML di sini tidak bisa dibaca", "the YAML cannot be read here");
    let place = |range: Range<usize>| Place::bytes(&source.path, range.start + base..range.end + base);
    let Some(cause) = cause(yaml, at, keys) else {
        return Diagnostic::galat(SYNTAX, place(at..at + 1), what).label(words(info)).help(way_out(info));
    };
    let finding = Diagnostic::galat(SYNTAX, place(cause.at), what).label(cause.label).help(cause.help);
    match cause.fix {
        Some((range, text)) => finding.fix(place(range), text),
        None => finding,
    }
}

/// The parser speaks English; what its sentences come down to.
fn words(info: &str) -> Kata {
    let has = |words: &[&str]| words.iter().any(|word| info.contains(word));
    let id = if info.split_whitespace().any(|word| word.starts_with("tab")) {
        "ada tab; jarak di awal baris memakai spasi"
    } else if has(&["quote"]) {
        "tanda kutip ini tidak ditutup"
    } else if has(&["mapping values are not allowed"]) {
        "titik dua kedua di baris ini; beri tanda kutip pada teksnya"
    } else if has(&["flow", "']'", "'}'"]) {
        "kurung tidak ditutup atau koma hilang"
    } else if has(&["simple key", "did not find expected", "block"]) {
        "jarak di awal baris tidak sama dengan baris lain, atau titik dua hilang"
    } else {
        "di sini susunannya tidak seperti yang diharapkan"
    };
    kata(id, info)
}

/// What to look at where no cause is seen.
fn way_out(info: &str) -> Kata {
    if info.contains("block") || info.contains("indent") {
        return kata(
            "samakan jarak di awal baris ini dengan baris lain dari daftar atau kelompoknya, dan periksa titik duanya",
            "begin this line with as many spaces as the others of its list or group, and look at its colon",
        );
    }
    kata(
        "periksa tanda kutip, titik dua dan jarak di awal baris ini dan baris di atasnya",
        "look at the quotes, colons and indentation of this line and the one above",
    )
}
