//! The draw and the pairs' files say the same numbers and names.

use crate::bahasa::{Kata, kata};
use crate::check::fmt::is_unfilled;
use crate::check::look::contests::{number_of, whole_contests};
use crate::check::look::words::words;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::{Isi, Paslon};
use crate::model::{Lingkup, Model};
use crate::record::Loaded;
use crate::record::paslon::Calon;
use crate::record::pengundian::Pengundian;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level};
use crate::value::nomor_urut::NomorUrut;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: "RUJ-07",
    level: Level::Galat,
    what: (
        "pengundian.yaml dan paslon/ menyebut nomor dan nama yang sama",
        "pengundian.yaml and paslon/ say the same numbers and names",
    ),
    confidence: Confidence::A,
    law: Some("UU 1/2015 pasal 51-52"),
    why: (
        "nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama",
        "a ballot number is fixed by the draw, so the draw and the pairs' files must agree",
    ),
    example: Example {
        file: "wilayah/contoh/pengundian.yaml",
        bad: "hasil: { 1: Contoh Dua – Wakil Dua, 2: Contoh Satu – Wakil Satu }",
        good: "hasil: { 1: Contoh Satu – Wakil Satu, 2: Contoh Dua – Wakil Dua }",
    },
    apply,
};

/// Words of three letters and more that stand in many names and make nobody known.
const TITLES: [&str; 12] =
    ["dan", "drs", "dra", "prof", "haji", "hajah", "kol", "purn", "letjen", "mayjen", "brigjen", "irjen"];

/// Words that stand in the place of a name.
const NOBODY: [&str; 6] = ["kawan", "dkk", "wakil", "wakilnya", "pasangan", "pasangannya"];

/// What stands between the two names of a pair.
const SEPARATORS: [&str; 7] = ["–", "—", " - ", "/", "&", " dan ", " dengan "];

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in whole_contests(model) {
        if let Some(pengundian) = &*lingkup.pengundian {
            drawn_are_pairs(model, lingkup, pengundian, findings);
            pairs_are_drawn(lingkup, pengundian, findings);
        }
    }
}

/// A pair with the words it is known by.
struct Known<'l> {
    nomor: NomorUrut,
    paslon: &'l Paslon,
    words: BTreeSet<String>,
}

/// A name in the draw that is nearer to another pair than to the one whose number it was given.
struct Mistaken<'l> {
    /// The part of the name that says so.
    part: &'l str,
    nomor: NomorUrut,
    nearer: &'l Paslon,
    right: NomorUrut,
}

/// The pairs and empty columns with their numbers.
fn numbered(lingkup: &Lingkup) -> impl Iterator<Item = (NomorUrut, &Paslon)> {
    lingkup.paslon.iter().filter_map(|paslon| Some((paslon.nomor_urut?, paslon)))
}

fn drawn_are_pairs(model: &Model, lingkup: &Lingkup, pengundian: &Loaded<Pengundian>, findings: &mut Findings) {
    let all: Vec<Known<'_>> =
        numbered(lingkup).map(|(nomor, paslon)| Known { nomor, paslon, words: telling_words(paslon) }).collect();
    for (nomor, nama) in pengundian.record.hasil.iter() {
        let place = Place::value(pengundian.path(), format!("hasil.{nomor}"));
        let Some(known) = all.iter().find(|known| known.nomor == *nomor) else {
            let what = kata(
                format!("nomor urut {nomor} ada di pengundian, tetapi tidak ada di paslon/"),
                format!("ballot number {nomor} was drawn, but there is none in paslon/"),
            );
            findings.add(findings.finding(place, what).help(no_pair(lingkup, *nomor)));
            continue;
        };
        if is_unfilled(model, &known.paslon.source) {
            continue;
        }
        if !is_named(nama, known) {
            findings.add(other_name(findings, place, nama, known));
        } else if let Some(mistaken) = named_elsewhere(nama, known, &all) {
            findings.add(other_pair(findings, place, &mistaken));
        } else if let Some(other) = other_person(nama, known) {
            findings.add(not_drawn(findings, place, &other));
        }
    }
}

/// What to do about a number that no file has.
fn no_pair(lingkup: &Lingkup, nomor: NomorUrut) -> Kata {
    if lingkup.paslon.iter().all(|paslon| paslon.nomor_urut.is_some()) {
        return kata(
            format!("buat paslon/{nomor}.yaml, atau hapus baris ini"),
            format!("make paslon/{nomor}.yaml, or delete this line"),
        );
    }
    let jalur = &lingkup.jalur;
    kata(
        format!("jalankan pilkada new pengundian {jalur}, yang memberi berkas di paslon/ nomornya"),
        format!("run pilkada new pengundian {jalur}, which gives the files in paslon/ their numbers"),
    )
}

fn other_name(findings: &Findings, place: Place, nama: &str, known: &Known<'_>) -> Diagnostic {
    let Known { nomor, paslon, .. } = known;
    let what = kata(
        format!("\"{nama}\" di pengundian bukan nomor urut {nomor} di paslon/"),
        format!("\"{nama}\" in the draw is not number {nomor} in paslon/"),
    );
    let (path, help) = match paslon.isi {
        Isi::Pasangan(_) => (
            "calon.nama",
            kata(
                "samakan namanya; nama pendek boleh, jika ada di nama_tampil atau sapaan",
                "make the names the same; a short one will do if nama_tampil or sapaan has it",
            ),
        ),
        Isi::KolomKosong => ("kolom_kosong", kata("tulis Kolom kosong", "write Kolom kosong")),
    };
    let label = kata(format!("nomor urut {nomor} di paslon/"), format!("number {nomor} in paslon/"));
    findings.finding(place, what).related(Place::value(paslon.path(), path), label).help(help)
}

fn other_pair(findings: &Findings, place: Place, mistaken: &Mistaken<'_>) -> Diagnostic {
    let Mistaken { part, nomor, nearer, right } = mistaken;
    let what = kata(
        format!("\"{part}\" di pengundian tertulis nomor urut {nomor}, di paslon/ nomor urut {right}"),
        format!("\"{part}\" has number {nomor} in the draw and number {right} in paslon/"),
    );
    let label = kata(format!("nomor urut {right} di paslon/"), format!("number {right} in paslon/"));
    let help = kata(
        "periksa berita acara pengundian; nomor hasil undian tidak berubah",
        "look it up in the minutes of the draw; a number does not change once it is drawn",
    );
    findings.finding(place, what).related(Place::value(nearer.path(), "calon.nama"), label).help(help)
}

/// A person named in the draw who is not the one in the pair's file.
struct Other<'l> {
    /// The part of the name that says so.
    part: &'l str,
    /// Whose place it has: `calon.nama` or `wakil.nama`.
    path: &'static str,
    nomor: NomorUrut,
    paslon: &'l Paslon,
    /// Whether it is the other person of the pair.
    is_swapped: bool,
}

/// The first of the two persons named in the draw who is another than in the pair's file.
fn other_person<'l>(nama: &'l str, known: &Known<'l>) -> Option<Other<'l>> {
    let (nomor, paslon) = (known.nomor, known.paslon);
    let parts: Vec<&str> = SEPARATORS
        .iter()
        .map(|sign| nama.split(sign).map(str::trim).collect::<Vec<_>>())
        .find(|parts| parts.len() == 2)?;
    let pasangan = paslon.pasangan()?;
    let persons = [("calon.nama", &pasangan.calon, &pasangan.wakil), ("wakil.nama", &pasangan.wakil, &pasangan.calon)];
    persons.into_iter().zip(parts).find_map(|((path, own, mate), part)| {
        let words = name_words(part);
        let is_one = |calon: &Calon| !person_words(calon).is_disjoint(&words);
        let is_nobody = words.iter().any(|word| NOBODY.contains(&word.as_str()));
        let can_tell = !is_nobody && words.iter().any(|word| is_telling(word)) && !is_one(own);
        can_tell.then(|| Other { part, path, nomor, paslon, is_swapped: is_one(mate) })
    })
}

fn not_drawn(findings: &Findings, place: Place, other: &Other<'_>) -> Diagnostic {
    let Other { part, path, nomor, paslon, is_swapped } = other;
    let (what, help) = if *is_swapped {
        (
            kata(
                format!("calon dan wakil nomor urut {nomor} tertukar di pengundian"),
                format!("the candidate and the deputy of number {nomor} are swapped in the draw"),
            ),
            kata("tulis calon dahulu, lalu wakilnya", "write the candidate first, then the deputy"),
        )
    } else {
        (
            kata(
                format!("\"{part}\" di pengundian bukan orang yang ada di paslon/{nomor}.yaml"),
                format!("\"{part}\" in the draw is not the person in paslon/{nomor}.yaml"),
            ),
            kata(
                "samakan namanya; nama pendek boleh, jika ada di nama_tampil atau sapaan",
                "make the names the same; a short one will do if nama_tampil or sapaan has it",
            ),
        )
    };
    let label = kata(format!("nomor urut {nomor} di paslon/"), format!("number {nomor} in paslon/"));
    findings.finding(place, what).related(Place::value(paslon.path(), *path), label).help(help)
}

fn pairs_are_drawn(lingkup: &Lingkup, pengundian: &Loaded<Pengundian>, findings: &mut Findings) {
    for (nomor, paslon) in numbered(lingkup) {
        if pengundian.record.hasil.contains_key(&nomor) {
            continue;
        }
        let what = kata(
            format!("nomor urut {nomor} ada di paslon/, tetapi tidak ada di pengundian"),
            format!("ballot number {nomor} is in paslon/, but was not drawn"),
        );
        let label = kata("hasil pengundiannya di sini", "the draw is recorded here");
        let finding = findings.finding(number_of(paslon), what);
        findings.add(
            finding
                .related(Place::key(pengundian.path(), "hasil"), label)
                .help(kata("lengkapi hasil pengundiannya", "complete the result of the draw")),
        );
    }
}

/// Whether a name in the draw shares a word with the pair's names.
fn is_named(nama: &str, known: &Known<'_>) -> bool {
    let words = name_words(nama);
    if known.paslon.is_kolom_kosong() { words.contains("kosong") } else { shared(&words, known) > 0 }
}

/// A person named in the draw who is nearer to another pair than to this one.
fn named_elsewhere<'l>(nama: &'l str, known: &Known<'l>, all: &[Known<'l>]) -> Option<Mistaken<'l>> {
    let others = || all.iter().filter(|other| other.nomor != known.nomor);
    nama.split(['–', '—', '/', '&', '-', ',']).find_map(|part| {
        let words = name_words(part);
        let other = others().max_by_key(|other| shared(&words, other))?;
        let is_nearer = shared(&words, other) > shared(&words, known);
        is_nearer.then(|| Mistaken { part: part.trim(), nomor: known.nomor, nearer: other.paslon, right: other.nomor })
    })
}

/// The words a person is known by.
fn person_words(calon: &Calon) -> BTreeSet<String> {
    let names = [Some(&calon.nama), calon.nama_tampil.as_ref(), calon.sapaan.as_ref()].into_iter().flatten();
    names.flat_map(|name| name_words(name)).collect()
}

/// The words a pair is known by; an empty column has none.
fn telling_words(paslon: &Paslon) -> BTreeSet<String> {
    let Some(pasangan) = paslon.pasangan() else { return BTreeSet::new() };
    let mut words: BTreeSet<String> = person_words(&pasangan.calon);
    words.extend(person_words(&pasangan.wakil));
    // Where every name is as short as `Ng`, the short words have to do.
    if words.iter().any(|word| is_telling(word)) {
        words.retain(|word| is_telling(word));
    }
    words
}

/// How many words of a name in the draw are among those a pair is known by.
fn shared(nama: &BTreeSet<String>, known: &Known<'_>) -> usize {
    known.words.intersection(nama).count()
}

/// Whether a word is no initial and no title.
fn is_telling(word: &str) -> bool {
    word.chars().count() >= 3 && !TITLES.contains(&word)
}

fn name_words(name: &str) -> BTreeSet<String> {
    words(name).into_iter().map(|range| name[range].to_lowercase()).collect()
}
