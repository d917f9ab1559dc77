//! The campaign begins three days after the determination, and the three days before the vote are quiet.

use crate::bahasa::kata;
use crate::check::look::stages::{Stage, stages_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "JDW-08",
    level: Level::Peringatan,
    what: (
        "kampanye mulai tiga hari sesudah penetapan, dan masa tenang adalah tiga hari sebelum pemungutan suara",
        "the campaign begins three days after the determination, and the three days before the vote are the quiet period",
    ),
    confidence: Confidence::B,
    law: Some("PKPU 2/2024, PKPU 13/2024 pasal 45; jarak tiga hari sesudah penetapan menurut PKPU 4/2017"),
    why: (
        "jadwal yang meleset sehari menggeser apa yang boleh dan tidak boleh",
        "a schedule that is a day off moves what is allowed and what is not",
    ),
    example: Example {
        file: "jadwal.yaml",
        bad: "- { id: masa-tenang, jenis: masa_tenang, mulai: 2024-11-23, selesai: 2024-11-26, … }",
        good: "- { id: masa-tenang, jenis: masa_tenang, mulai: 2024-11-24, selesai: 2024-11-26, … }",
    },
    apply,
};

/// Days from the determination to the campaign, and days of quiet before the vote.
const DAYS: i64 = 3;

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        campaign(model, lingkup, findings);
        quiet(model, lingkup, findings);
    }
}

fn own(lingkup: &Lingkup, jenis: JenisTahapan) -> Option<Stage<'_>> {
    stages_in(lingkup).find(|stage| stage.tahapan.jenis == jenis)
}

fn campaign(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(stage) = own(lingkup, JenisTahapan::Kampanye) else { return };
    let penetapan = model.tahapan(lingkup, JenisTahapan::Penetapan);
    let determined = penetapan.and_then(|tahapan| tahapan.selesai.or(tahapan.mulai));
    let Some((mulai, determined)) = stage.tahapan.mulai.zip(determined) else { return };
    let days = determined.hari_menuju(mulai);
    // A campaign before the determination is told by JDW-03.
    if days == DAYS || days < 0 {
        return;
    }
    let what = kata(
        format!("kampanye mulai {days} hari sesudah penetapan {}, seharusnya {DAYS} hari", determined.panjang()),
        format!("the campaign begins {days} days after the determination on {determined}, it should be {DAYS}"),
    );
    findings.add(findings.finding(stage.at("mulai"), what).help(kata("periksa kedua tanggal", "look up both dates")));
}

fn quiet(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(stage) = own(lingkup, JenisTahapan::MasaTenang) else { return };
    let Some((mulai, selesai)) = stage.tahapan.mulai.zip(stage.tahapan.selesai) else { return };
    let vote = model.tahapan(lingkup, JenisTahapan::PemungutanSuara).and_then(|tahapan| tahapan.mulai);
    let Some(vote) = vote.or_else(|| model.hari_pemungutan(lingkup)) else { return };
    if mulai.hari_menuju(vote) == DAYS && selesai.hari_menuju(vote) == 1 {
        return;
    }
    let what = kata(
        format!(
            "masa tenang {} sampai {} bukan tiga hari sebelum pemungutan suara {}",
            mulai.panjang(),
            selesai.panjang(),
            vote.panjang()
        ),
        format!("the quiet period from {mulai} to {selesai} is not the three days before the vote on {vote}"),
    );
    findings
        .add(findings.finding(stage.at("mulai"), what).help(kata("periksa ketiga tanggal", "look up the three dates")));
}
