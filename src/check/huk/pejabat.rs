//! A candidate is not shown as an acting official, and a Pjs holds office during the campaign only.

use crate::bahasa::kata;
use crate::check::look::contests::persons_in;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::Loaded;
use crate::record::jadwal::JenisTahapan;
use crate::record::wilayah::{Pejabat, SifatJabatan, Wilayah};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::nama::bare;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "HUK-26",
    level: Level::Peringatan,
    what: (
        "calon tidak tertulis sebagai pj, pjs, plt atau plh di wilayahnya, dan pjs hanya ada di masa kampanye",
        "no candidate is written as pj, pjs, plt or plh of the region, and a pjs is there during the campaign only",
    ),
    confidence: Confidence::A,
    law: Some("UU 10/2016 pasal 70 ayat (3) dan pasal 201, Permendagri 74/2016 dan 1/2018"),
    why: (
        "penjabat memimpin daerah selama calon tidak boleh memimpinnya",
        "an acting official leads while a candidate may not",
    ),
    example: Example {
        file: "wilayah/contoh/wilayah.yaml",
        bad: "pejabat:\n  - { jabatan: Wali Kota, sifat: pjs, nama: Pejabat Contoh, per_tanggal: 2024-09-01 }",
        good: "pejabat:\n  - { jabatan: Wali Kota, sifat: pjs, nama: Pejabat Contoh, per_tanggal: 2024-10-01 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.wilayah() {
        let Some(wilayah) = &*lingkup.wilayah else { continue };
        candidates(lingkup, wilayah, findings);
        during_the_campaign(model, lingkup, findings);
    }
}

fn candidates(lingkup: &Lingkup, wilayah: &Loaded<Wilayah>, findings: &mut Findings) {
    if wilayah.record.pejabat.iter().all(|pejabat| !is_acting(pejabat)) {
        return;
    }
    let names: BTreeMap<String, Place> = persons_in(lingkup)
        .into_iter()
        .map(|(paslon, key, calon)| (bare(&calon.nama), Place::value(paslon.path(), format!("{key}.nama"))))
        .collect();
    for (i, pejabat) in wilayah.record.pejabat.placed().filter(|(_, pejabat)| is_acting(pejabat)) {
        let Some(candidate) = names.get(&bare(&pejabat.nama)) else { continue };
        let what = kata(
            format!("{} tertulis sebagai penjabat {}, padahal ia calon", pejabat.nama, pejabat.jabatan),
            format!("{} is written as acting {}, but is a candidate", pejabat.nama, pejabat.jabatan),
        );
        let place = Place::value(wilayah.path(), format!("pejabat[{i}].nama"));
        let finding = findings.finding(place, what).related(candidate.clone(), kata("calon", "the candidate"));
        findings.add(finding.help(kata(
            "periksa namanya; jika dua orang berbeda, tulis `bukan` atau gelarnya",
            "look up the name; where they are two persons, write `bukan` or the title",
        )));
    }
}

fn is_acting(pejabat: &Pejabat) -> bool {
    pejabat.is_sementara() && pejabat.bukan.is_none()
}

fn during_the_campaign(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(wilayah) = &*lingkup.wilayah else { return };
    let Some(masa) = model.masa(lingkup, JenisTahapan::Kampanye) else { return };
    for (i, pejabat) in wilayah.record.pejabat.placed() {
        let known = pejabat.per_tanggal.filter(|_| pejabat.sifat == Some(SifatJabatan::Pjs));
        let Some(tanggal) = known.filter(|tanggal| !masa.contains(tanggal)) else { continue };
        let (first, last) = (masa.start(), masa.end());
        let what = kata(
            format!("{} tertulis pjs pada {}, di luar masa kampanye", pejabat.nama, tanggal.panjang()),
            format!("{} is written as pjs on {tanggal}, outside the campaign", pejabat.nama),
        );
        let help = kata(
            format!("pjs hanya {} sampai {}; periksa `sifat` dan `per_tanggal`", first.panjang(), last.panjang()),
            format!("a pjs is there from {first} to {last} only; look up `sifat` and `per_tanggal`"),
        );
        let place = Place::value(wilayah.path(), format!("pejabat[{i}].per_tanggal"));
        findings.add(findings.finding(place, what).help(help));
    }
}
