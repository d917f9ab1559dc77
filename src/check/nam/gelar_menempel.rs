//! A degree does not stick to the name, nor to another degree.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, persons_in};
use crate::check::look::people::officials;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::gelar::{is_glued, parted};
use crate::value::quoted;
use std::borrow::Cow;

pub(super) const RULE: Rule = Rule {
    code: "NAM-20",
    level: Level::Saran,
    what: ("gelar tidak menempel pada nama atau pada gelar lain", "no degree is stuck to a name or to another degree"),
    confidence: Confidence::C,
    law: None,
    why: (
        "gelar yang menempel terbaca sebagai bagian nama; pencarian dan urutan abjad program ini memisahkannya, pembaca tidak",
        "a degree that is stuck on reads as a part of the name; the program's search and alphabet part them, readers cannot",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/paslon/1.yaml",
        bad: "calon: { nama: \"SARI CONTOH,S.E.,M.M.\" }",
        good: "calon: { nama: \"SARI CONTOH, S.E., M.M.\" }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in own_contests(model) {
        for (paslon, key, calon) in persons_in(lingkup).into_iter().filter(|(paslon, ..)| !paslon.is_salinan()) {
            let place = Place::value(paslon.path(), format!("{key}.nama"));
            stuck(&calon.nama, place, findings);
        }
    }
    for tokoh in officials(model) {
        stuck(tokoh.nama, tokoh.place, findings);
    }
}

fn stuck(nama: &str, place: Place, findings: &mut Findings) {
    if !is_glued(nama) {
        return;
    }
    let what = kata(
        format!("di \"{nama}\" ada gelar yang menempel tanpa koma dan spasi"),
        format!("in \"{nama}\" a degree is stuck on without a comma and a space"),
    );
    let finding = findings.finding(place.clone(), what);
    findings.add(match parted(nama) {
        Cow::Owned(apart) => {
            let fix = quoted(&apart);
            let help = kata(
                format!("tulis {fix}; jika surat suara menulisnya menempel, boleh dibiarkan"),
                format!("write {fix}; where the ballot has it stuck on, it may stay"),
            );
            finding.help(help).fix(place, fix)
        }
        Cow::Borrowed(_) => finding.help(kata(
            "beri koma dan spasi di antara nama dan gelar, misalnya \"SARI CONTOH, S.H.\"",
            "put a comma and a space between name and degree, for example \"SARI CONTOH, S.H.\"",
        )),
    });
}
