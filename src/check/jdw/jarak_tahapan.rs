//! The campaign begins some days after the determination, and some days before the vote are quiet: as many as the law says.

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
        "kampanye mulai pada waktunya sesudah penetapan, dan masa tenang tepat sebelum pemungutan suara",
        "the campaign begins on time after the determination, and the quiet period lies right before the vote",
    ),
    confidence: Confidence::B,
    law: None,
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
    let wait = &model.hukum_bagi(lingkup).hari_sebelum_kampanye;
    let needed = wait.nilai;
    // A campaign before the determination is told by JDW-03.
    if days == i64::from(needed) || days < 0 {
        return;
    }
    let what = kata(
        format!("kampanye mulai {days} hari sesudah penetapan {}, seharusnya {needed} hari", determined.panjang()),
        format!("the campaign begins {days} days after the determination on {determined}, it should be {needed}"),
    );
    let help = kata("periksa kedua tanggal", "look up both dates");
    findings.add(findings.finding_by(stage.at("mulai"), what, wait).help(help));
}

fn quiet(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(stage) = own(lingkup, JenisTahapan::MasaTenang) else { return };
    let Some((mulai, selesai)) = stage.tahapan.mulai.zip(stage.tahapan.selesai) else { return };
    let vote = model.tahapan(lingkup, JenisTahapan::PemungutanSuara).and_then(|tahapan| tahapan.mulai);
    let Some(vote) = vote.or_else(|| model.hari_pemungutan(lingkup)) else { return };
    let quiet = &model.hukum_bagi(lingkup).hari_masa_tenang;
    let days = quiet.nilai;
    if mulai.hari_menuju(vote) == i64::from(days) && selesai.hari_menuju(vote) == 1 {
        return;
    }
    let what = kata(
        format!(
            "masa tenang {} sampai {} bukan {days} hari sebelum pemungutan suara {}",
            mulai.panjang(),
            selesai.panjang(),
            vote.panjang()
        ),
        format!("the quiet period from {mulai} to {selesai} is not the {days} days before the vote on {vote}"),
    );
    let help = kata("periksa ketiga tanggal", "look up the three dates");
    findings.add(findings.finding_by(stage.at("mulai"), what, quiet).help(help));
}
