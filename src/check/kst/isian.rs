//! What is told of one pair is told of every pair in the contest.

use crate::bahasa::kata;
use crate::check::fmt::is_unfilled;
use crate::check::look::contests::{number_of, numbers, own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::record::paslon::Jalur;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "KST-01",
    level: Level::Peringatan,
    what: (
        "bidang yang diisi untuk satu pasangan diisi untuk semua",
        "a field that is filled for one pair is filled for all",
    ),
    confidence: Confidence::C,
    law: None,
    why: (
        "pasangan calon yang diceritakan lebih lengkap tampak lebih penting",
        "a pair of which more is told looks more important",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/2.yaml",
        bad: "nomor_urut: 2",
        good: "nomor_urut: 2\nvisi: Visi pasangan calon nomor 2",
    },
    apply,
};

/// Whether a pair has a field; `None` for a pair that cannot have it.
type IsGiven = fn(&Pasangan) -> Option<bool>;

/// The fields that are given for all pairs or for none.
const FIELDS: [(&str, IsGiven); 23] = [
    ("calon.nama_tampil", |pasangan| Some(pasangan.calon.nama_tampil.is_some())),
    ("calon.tahun_lahir", |pasangan| Some(pasangan.calon.tahun_lahir.is_some())),
    ("calon.pekerjaan", |pasangan| Some(pasangan.calon.pekerjaan.is_some())),
    ("calon.riwayat_pendidikan", |pasangan| Some(!pasangan.calon.riwayat_pendidikan.is_empty())),
    ("calon.riwayat_pekerjaan", |pasangan| Some(!pasangan.calon.riwayat_pekerjaan.is_empty())),
    ("calon.persetujuan_publikasi", |pasangan| Some(pasangan.calon.persetujuan_publikasi.is_some())),
    ("calon.foto", |pasangan| Some(pasangan.calon.foto.is_some())),
    ("wakil.nama_tampil", |pasangan| Some(pasangan.wakil.nama_tampil.is_some())),
    ("wakil.tahun_lahir", |pasangan| Some(pasangan.wakil.tahun_lahir.is_some())),
    ("wakil.pekerjaan", |pasangan| Some(pasangan.wakil.pekerjaan.is_some())),
    ("wakil.riwayat_pendidikan", |pasangan| Some(!pasangan.wakil.riwayat_pendidikan.is_empty())),
    ("wakil.riwayat_pekerjaan", |pasangan| Some(!pasangan.wakil.riwayat_pekerjaan.is_empty())),
    ("wakil.persetujuan_publikasi", |pasangan| Some(pasangan.wakil.persetujuan_publikasi.is_some())),
    ("wakil.foto", |pasangan| Some(pasangan.wakil.foto.is_some())),
    ("foto_pasangan", |pasangan| Some(pasangan.foto_pasangan.is_some())),
    ("jalur", |pasangan| Some(pasangan.jalur.is_some())),
    ("pengusung", |pasangan| (pasangan.jalur != Some(Jalur::Perseorangan)).then_some(!pasangan.pengusung.is_empty())),
    ("visi", |pasangan| Some(pasangan.visi.is_some())),
    ("misi", |pasangan| Some(!pasangan.misi.is_empty())),
    ("program", |pasangan| Some(!pasangan.program.is_empty())),
    ("slogan", |pasangan| Some(pasangan.slogan.is_some())),
    ("lhkpn.calon", |pasangan| Some(pasangan.lhkpn.as_ref().is_some_and(|lhkpn| lhkpn.calon.is_some()))),
    ("lhkpn.wakil", |pasangan| Some(pasangan.lhkpn.as_ref().is_some_and(|lhkpn| lhkpn.wakil.is_some()))),
];

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in own_contests(model) {
        let mut pairs = pairs_in(lingkup);
        pairs.retain(|(paslon, _)| !is_unfilled(model, &paslon.source));
        for field in &FIELDS {
            same_for_all(lingkup, &pairs, field, findings);
        }
    }
}

fn same_for_all(
    lingkup: &Lingkup,
    pairs: &[(&Paslon, &Pasangan)],
    (path, is_given): &(&str, IsGiven),
    findings: &mut Findings,
) {
    let those = |wanted: bool| {
        let pairs = pairs.iter().filter(move |(_, pasangan)| is_given(pasangan) == Some(wanted));
        pairs.map(|(paslon, _)| *paslon).collect::<Vec<&Paslon>>()
    };
    let (with, without) = (those(true), those(false));
    let (Some(has), Some(lacks)) = (with.first(), without.first()) else { return };
    let missing = numbers(&without);
    let given = numbers(&with);
    let what = kata(
        format!("`{path}` diisi untuk nomor urut {given}, tetapi tidak untuk {missing} di {}", lingkup.nama()),
        format!("`{path}` is given for number {given} and not for {missing} in {}", lingkup.nama()),
    );
    let (nomor, number) = has.sebutan();
    let label = kata(format!("diisi untuk {nomor}"), format!("given for {number}"));
    let help = kata(
        "isi untuk semua pasangan calon, atau hapus dari semuanya",
        "give it for every pair, or delete it from all of them",
    );
    let finding = findings.finding(beside(lacks, path), what).related(Place::value(has.path(), *path), label);
    findings.add(finding.help(help));
}

/// Where the missing value would stand: beside the person's name, or beside the number.
fn beside(paslon: &Paslon, path: &str) -> Place {
    match path.split_once('.') {
        Some((person @ ("calon" | "wakil"), _)) => Place::value(paslon.path(), format!("{person}.nama")),
        _ => number_of(paslon),
    }
}
