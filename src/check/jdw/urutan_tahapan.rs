//! Stages follow each other in the order of the law.

use crate::bahasa::kata;
use crate::check::look::stages::{Stage, stages_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "JDW-03",
    level: Level::Galat,
    what: (
        "tahapan berurutan: pendaftaran, penetapan, pengundian, kampanye, masa tenang, pemungutan suara, rekapitulasi",
        "stages follow each other: registration, determination, draw, campaign, quiet period, vote, tally",
    ),
    confidence: Confidence::A,
    law: Some("PKPU 2/2024"),
    why: ("setiap tahapan memerlukan hasil tahapan sebelumnya", "every stage needs what the one before it made"),
    example: Example {
        file: "jadwal.yaml",
        bad: "- { id: penetapan, jenis: penetapan, mulai: 2024-09-22, … }\n- { id: kampanye, jenis: kampanye, mulai: 2024-09-15, … }",
        good: "- { id: penetapan, jenis: penetapan, mulai: 2024-09-22, … }\n- { id: kampanye, jenis: kampanye, mulai: 2024-09-25, … }",
    },
    apply,
};

/// The kinds in the order of the law.
const ORDER: [JenisTahapan; 7] = [
    JenisTahapan::Pendaftaran,
    JenisTahapan::Penetapan,
    JenisTahapan::Pengundian,
    JenisTahapan::Kampanye,
    JenisTahapan::MasaTenang,
    JenisTahapan::PemungutanSuara,
    JenisTahapan::Rekapitulasi,
];

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| order(lingkup, findings));
}

/// A kind may come again, for a longer registration or a repeated vote: its first time counts.
fn order(lingkup: &Lingkup, findings: &mut Findings) {
    let first = |jenis: JenisTahapan| {
        let own = stages_in(lingkup).filter(move |stage| stage.tahapan.jenis == jenis);
        own.filter_map(|stage| Some((stage.tahapan.mulai?, stage))).min_by_key(|(mulai, _)| *mulai)
    };
    let dated: Vec<_> = ORDER.into_iter().filter_map(first).collect();
    for two in dated.windows(2) {
        let ((before, earlier), (mulai, later)) = (&two[0], &two[1]);
        if mulai >= before {
            continue;
        }
        report(earlier, later, findings);
    }
}

fn report(earlier: &Stage<'_>, later: &Stage<'_>, findings: &mut Findings) {
    let (first, second) = (&earlier.tahapan.nama, &later.tahapan.nama);
    let what = kata(format!("{second} mulai sebelum {first}"), format!("{second} begins before {first}"));
    let label = kata(format!("{first} mulai di sini"), format!("{first} begins here"));
    let finding = findings.finding(later.at("mulai"), what).related(earlier.at("mulai"), label);
    findings.add(finding.help(kata("periksa kedua tanggal dan `jenis`-nya", "look up both dates and their `jenis`")));
}
