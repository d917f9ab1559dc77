//! Parts fit their whole: none is larger, and men and women are all.

use crate::bahasa::kata;
use crate::check::look::figures::figures;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::model::fakta::FullFakta;
use crate::record::fakta::Kualifikasi;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::angka::Angka;

pub(super) const RULE: Rule = Rule {
    code: "FKT-04",
    level: Level::Galat,
    what: (
        "`nilai` tidak lebih dari `dari`; rincian tidak lebih dari `nilai`; laki-laki dan perempuan berjumlah `nilai`",
        "`nilai` is not above `dari`; parts are not above `nilai`; men and women add up to `nilai`",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "angka dan bagian-bagiannya ditampilkan bersama, jadi jumlahnya harus cocok",
        "a figure is shown with its parts, so they must fit",
    ),
    example: Example {
        file: "fakta/kesiapan.yaml",
        bad: "{ ukuran: tahapan_selesai, nilai: 16, dari: 13 }",
        good: "{ ukuran: tahapan_selesai, nilai: 13, dari: 16 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for figure in figures(model) {
        within_whole(&figure, findings);
        // Shares of different parts never add up, and "about 1,000" or "more than 1,000" is no exact whole.
        let vague = matches!(figure.fakta.kualifikasi, Some(Kualifikasi::Sekitar | Kualifikasi::LebihDari));
        if !figure.is_share() && !vague {
            parts(&figure, findings);
        }
        if !figure.is_share() && figure.fakta.kualifikasi.is_none() {
            men_and_women(&figure, findings);
        }
    }
}

fn within_whole(figure: &FullFakta<'_>, findings: &mut Findings) {
    let (Some(nilai), Some(dari)) = (figure.fakta.nilai, figure.fakta.dari) else { return };
    if nilai <= dari {
        return;
    }
    let (nilai, dari) = (nilai.get(), dari.get());
    let what = kata(format!("{nilai} dari {dari} tidak mungkin"), format!("{nilai} of {dari} cannot be"));
    let finding = findings.finding(figure.at("nilai"), what);
    let label = kata("keseluruhannya", "the whole");
    findings.add(finding.related(figure.at("dari"), label).help(kata("periksa kedua angka", "look up both figures")));
}

fn parts(figure: &FullFakta<'_>, findings: &mut Findings) {
    let Some(nilai) = figure.fakta.nilai.map(Angka::get) else { return };
    let sum: f64 = figure.fakta.rincian.values().map(|part| part.get()).sum();
    if sum <= nilai {
        return;
    }
    let what = kata(
        format!("rincian berjumlah {sum}, lebih dari {nilai}"),
        format!("the parts add up to {sum}, more than {nilai}"),
    );
    let finding = findings.finding(figure.at("nilai"), what).related(figure.at("rincian"), kata("rincian", "parts"));
    findings.add(finding.help(kata(
        "periksa angkanya; yang bukan bagian dari angka ini menjadi fakta sendiri",
        "look up the figures; what is no part of this one becomes a figure of its own",
    )));
}

fn men_and_women(figure: &FullFakta<'_>, findings: &mut Findings) {
    let part = |name: &str| figure.fakta.rincian.iter().find(|(key, _)| ***key == *name).map(|(_, part)| part.get());
    let (Some(men), Some(women)) = (part("laki_laki"), part("perempuan")) else { return };
    let Some(nilai) = figure.fakta.nilai.map(Angka::get) else { return };
    // More than the whole has been said above.
    if men + women >= nilai {
        return;
    }
    let sum = men + women;
    let what = kata(
        format!("laki-laki dan perempuan berjumlah {sum}, bukan {nilai}"),
        format!("men and women are {sum}, not {nilai}"),
    );
    let finding = findings.finding(figure.at("nilai"), what).related(figure.at("rincian"), kata("rincian", "parts"));
    findings.add(finding.help(kata("periksa ketiga angka", "look up the three figures")));
}
