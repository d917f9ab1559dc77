//! A pair names the source of what is said of it.

use crate::bahasa::kata;
use crate::check::fmt::is_unfilled;
use crate::check::look::contests::{number_of, own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "FKT-18",
    level: Level::Peringatan,
    what: (
        "setiap pasangan calon menyebut sumber, sendiri atau di `status`-nya",
        "every pair names a source, itself or in its `status`",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "nama dan nomor di surat suara harus bisa diperiksa asalnya",
        "where names and numbers of the ballot come from must be possible to check",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "nomor_urut: 1\ncalon: { nama: CALON CONTOH }\nwakil: { nama: WAKIL CONTOH }",
        good: "nomor_urut: 1\ncalon: { nama: CALON CONTOH }\nwakil: { nama: WAKIL CONTOH }\nsumber: [data-kpu]",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    own_contests(model).for_each(|lingkup| of_one(model, lingkup, findings));
}

fn of_one(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let own = pairs_in(lingkup).into_iter();
    let own = own.filter(|(paslon, _)| !paslon.is_salinan() && !is_unfilled(model, &paslon.source));
    for (paslon, _) in own.filter(|(paslon, pasangan)| !is_sourced(paslon, pasangan) && !lingkup.waits(paslon.path())) {
        let (nomor, number) = paslon.sebutan();
        let what =
            kata(format!("pasangan calon {nomor} tidak menyebut sumber"), format!("pair {number} names no source"));
        let help = kata(
            "tambahkan `sumber: [ … ]`: keputusan penetapan, berita acara, atau data KPU yang memuat namanya",
            "add `sumber: [ … ]`: the decision, the minutes or the data of KPU that has their names",
        );
        findings.add(findings.finding(number_of(paslon), what).help(help));
    }
}

fn is_sourced(paslon: &Paslon, pasangan: &Pasangan) -> bool {
    !paslon.sumber.is_empty() || pasangan.status.iter().any(|step| !step.sumber.is_empty())
}
