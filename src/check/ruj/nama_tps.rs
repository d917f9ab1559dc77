//! A polling place lies in a kecamatan and a kelurahan or desa that the region has.

use crate::bahasa::{Kata, kata};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::tps::{Kolom, rows};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::daftar_desa::{Kecamatan, kecamatan_di, plain};
use crate::value::mirip::nearest;
use crate::value::tabel::Cell;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    code: "RUJ-60",
    level: Level::Peringatan,
    what: (
        "kecamatan, kelurahan dan desa di `tps.csv` ada di daftar Kementerian Dalam Negeri, jika kode wilayahnya ada di situ",
        "kecamatan, kelurahan and desa in `tps.csv` are on the list of the Ministry of Home Affairs, where the region's code is",
    ),
    confidence: Confidence::A,
    law: Some("Kepmendagri 300.2.2-2430/2025"),
    why: (
        "pemilih mencari TPS dari nama kelurahannya, dan nama yang ditulis lain tidak ditemukan",
        "voters look for a polling place by the name of their kelurahan, and a name that is written otherwise is not found",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/tps.csv",
        bad: "kecamatan,kelurahan,nomor\nPekalongan Barat,Medonno,1",
        good: "kecamatan,kelurahan,nomor\nPekalongan Barat,Medono,1",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        names_of(lingkup, findings);
    }
}

fn names_of(lingkup: &Lingkup, findings: &mut Findings) {
    let (Some(loaded), Some(wilayah)) = (&*lingkup.tps, &*lingkup.daerah) else { return };
    let listed: Vec<Kecamatan> = kecamatan_di(wilayah.record.kode.as_str()).collect();
    if listed.is_empty() {
        return;
    }
    let known: BTreeMap<String, Kecamatan> = listed.iter().map(|one| (plain(one.nama), *one)).collect();
    // A name that is on no list stands in many rows, and is said once.
    let mut said: BTreeSet<(String, String)> = BTreeSet::new();
    rows(loaded.source.text(), |baris| {
        let (kecamatan, kelurahan) = (baris.cell(Kolom::Kecamatan), baris.cell(Kolom::Kelurahan));
        let (upper, lower) = (plain(&kecamatan.text), plain(&kelurahan.text));
        let Some(one) = known.get(&upper) else {
            if said.insert((upper, String::new())) {
                let names = listed.iter().map(|one| one.nama);
                findings.add(unknown(findings, loaded.path(), &kecamatan, names, wilayah.record.nama.as_ref()));
            }
            return;
        };
        let is_known = lower.is_empty() || one.desa().any(|nama| plain(nama) == lower);
        if !is_known && said.insert((upper, lower)) {
            findings.add(unknown(findings, loaded.path(), &kelurahan, one.desa(), one.nama));
        }
    });
}

/// A name that is not among those of the list.
fn unknown<'n>(
    findings: &Findings,
    file: &str,
    cell: &Cell<'_>,
    names: impl Iterator<Item = &'n str>,
    around: &str,
) -> crate::report::Diagnostic {
    let nama = &cell.text;
    let what =
        kata(format!("{nama} tidak ada di daftar untuk {around}"), format!("{nama} is not on the list for {around}"));
    let finding = findings.finding(Place::bytes(file, cell.range.clone()), what);
    finding.help(meant(nama, names))
}

fn meant<'n>(nama: &str, names: impl Iterator<Item = &'n str>) -> Kata {
    match nearest(nama, names) {
        Some(near) => kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        None => kata(
            "periksa namanya; kalau daerah ini baru dimekarkan, biarkan",
            "look the name up; where the region was parted lately, leave it",
        ),
    }
}
