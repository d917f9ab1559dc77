//! The sums of a result close.

use crate::bahasa::{Kata, kata};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::record::Loaded;
use crate::record::hasil::{BagianHasil, Hasil, StatusHasil};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::angka::Jumlah;
use crate::value::nomor_urut::NomorUrut;
use crate::value::peta::Peta;

pub(super) const RULE: Rule = Rule {
    code: "HUK-24",
    level: Level::Galat,
    what: (
        "jumlah di hasil cocok: suara, sah, tidak sah, pengguna hak pilih, bagian; pengguna tidak lebih dari DPT",
        "the sums of a result close: votes, valid, invalid, voters, parts; voters are not more than the voter list",
    ),
    confidence: Confidence::L,
    law: None,
    why: ("jumlah yang tidak cocok menandakan salah salin", "sums that do not close are a sign of a slip"),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "suara: { 1: 1200, 2: 800 }\nsah: 2100",
        good: "suara: { 1: 1200, 2: 800 }\nsah: 2000",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for hasil in model.lingkup.iter().filter_map(|lingkup| lingkup.hasil.as_ref()) {
        for sum in sums(&hasil.record).into_iter().filter(|sum| sum.counted != sum.told) {
            let help = kata(
                format!("periksa angkanya; jumlah yang cocok {}", sum.counted),
                format!("look up the figures; the sum that would close is {}", sum.counted),
            );
            findings.add(findings.finding(Place::value(hasil.path(), sum.path), sum.what).help(help));
        }
        voters_are_listed(hasil, findings);
    }
}

/// A sum as it stands in the record and as its parts give it.
struct Sum {
    path: String,
    told: u128,
    counted: u128,
    what: Kata,
}

fn sums(hasil: &Hasil) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    sums.extend(all_numbers(hasil));
    sums.extend(turnout(hasil));
    sums.extend(hasil.bagian.iter().enumerate().filter_map(|(i, bagian)| row(i, bagian)));
    // While counting goes on, the parts may lag behind the whole.
    if hasil.status != StatusHasil::Sementara && !hasil.bagian.is_empty() {
        sums.extend(hasil.suara.iter().map(|(nomor, told)| number_in_parts(hasil, *nomor, *told)));
        let (id, en) = ("suara sah", "the valid votes");
        sums.extend(
            hasil.sah.and_then(|told| in_parts(hasil, told, |bagian| bagian.sah)).map(|sum| sum.of("sah", id, en)),
        );
        let (id, en) = ("suara tidak sah", "the invalid votes");
        let tidak_sah = hasil.tidak_sah.and_then(|told| in_parts(hasil, told, |bagian| bagian.tidak_sah));
        sums.extend(tidak_sah.map(|sum| sum.of("tidak_sah", id, en)));
    }
    sums
}

/// The votes of all numbers are the valid votes.
fn all_numbers(hasil: &Hasil) -> Option<Sum> {
    let (told, counted) = (wide(hasil.sah?), votes(&hasil.suara));
    let what = kata(
        format!("suara semua nomor urut berjumlah {counted}, tetapi suara sah {told}"),
        format!("the votes of all numbers are {counted}, the valid votes {told}"),
    );
    Some(Sum { path: "sah".to_owned(), told, counted, what })
}

/// Valid and invalid votes are those of everybody who voted.
fn turnout(hasil: &Hasil) -> Option<Sum> {
    let (told, counted) = (wide(hasil.pengguna_hak_pilih?), wide(hasil.sah?) + wide(hasil.tidak_sah?));
    let what = kata(
        format!("suara sah dan tidak sah berjumlah {counted}, tetapi pengguna hak pilih {told}"),
        format!("valid and invalid votes are {counted}, but {told} people voted"),
    );
    Some(Sum { path: "pengguna_hak_pilih".to_owned(), told, counted, what })
}

/// In each part the votes of all numbers are its valid votes.
fn row(i: usize, bagian: &BagianHasil) -> Option<Sum> {
    let (told, counted) = (wide(bagian.sah?), votes(&bagian.suara));
    let nama = &bagian.nama;
    let what = kata(
        format!("suara di {nama} berjumlah {counted}, tetapi suara sahnya {told}"),
        format!("the votes in {nama} are {counted}, its valid votes {told}"),
    );
    Some(Sum { path: format!("bagian[{i}].sah"), told, counted, what })
}

/// What all parts give together, and what the whole says.
struct Parts {
    told: u128,
    counted: u128,
}

impl Parts {
    fn of(self, path: &str, id: &str, en: &str) -> Sum {
        let Self { told, counted } = self;
        let what = kata(
            format!("{id} di semua bagian berjumlah {counted}, tetapi keseluruhannya {told}"),
            format!("{en} in all parts are {counted}, but {told} as a whole"),
        );
        Sum { path: path.to_owned(), told, counted, what }
    }
}

fn number_in_parts(hasil: &Hasil, nomor: NomorUrut, told: Jumlah) -> Sum {
    let counted = hasil.bagian.iter().filter_map(|bagian| bagian.suara.get(&nomor)).map(|votes| wide(*votes)).sum();
    let parts = Parts { told: wide(told), counted };
    parts.of(&format!("suara.{nomor}"), &format!("suara nomor urut {nomor}"), &format!("the votes of number {nomor}"))
}

/// Nothing when a part does not say.
fn in_parts(hasil: &Hasil, told: Jumlah, cell: fn(&BagianHasil) -> Option<Jumlah>) -> Option<Parts> {
    let cells: Option<Vec<u128>> = hasil.bagian.iter().map(|bagian| cell(bagian).map(wide)).collect();
    Some(Parts { told: wide(told), counted: cells?.into_iter().sum() })
}

/// Everybody who voted is on the voter list.
fn voters_are_listed(hasil: &Loaded<Hasil>, findings: &mut Findings) {
    let (Some(pengguna), Some(dpt)) = (hasil.record.pengguna_hak_pilih, hasil.record.dpt) else { return };
    if pengguna <= dpt {
        return;
    }
    let (voted, listed) = (pengguna.get(), dpt.get());
    let what = kata(
        format!("pengguna hak pilih {voted} lebih banyak dari DPT {listed}"),
        format!("{voted} people voted, more than the {listed} on the voter list"),
    );
    let finding = findings.finding(Place::value(hasil.path(), "pengguna_hak_pilih"), what);
    let finding = finding.related(Place::value(hasil.path(), "dpt"), kata("DPT", "the voter list"));
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}

fn votes(suara: &Peta<NomorUrut, Jumlah>) -> u128 {
    suara.values().map(|votes| wide(*votes)).sum()
}

/// Wide enough for the sums of every file there can be.
fn wide(count: Jumlah) -> u128 {
    u128::from(count.get())
}
