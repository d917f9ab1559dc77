//! The elected pair has the most votes; in Jakarta more than the share that the law asks.

use crate::bahasa::kata;
use crate::check::look::contests::{elected, is_more_than, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-11",
    level: Level::Galat,
    what: (
        "pasangan terpilih mendapat suara terbanyak; di Jakarta juga lebih dari bagian suara sah yang ditentukan",
        "the elected pair has the most votes; in Jakarta also more than the share of valid votes that the law asks",
    ),
    confidence: Confidence::A,
    law: Some("UU Pilkada pasal 107 dan 109"),
    why: (
        "yang ditetapkan sebagai pasangan calon terpilih adalah yang memperoleh suara terbanyak",
        "the pair with the most votes is determined as elected",
    ),
    example: Example {
        file: "wilayah/contoh/hasil.yaml",
        bad: "suara: { 1: 1200, 2: 800 }\nterpilih: { nomor_urut: 2 }",
        good: "suara: { 1: 1200, 2: 800 }\nterpilih: { nomor_urut: 1 }",
    },
    apply,
};

/// The code of Jakarta, where a second round is held unless a pair has more than a share of its own.
const JAKARTA: &str = "31";

fn apply(model: &Model, findings: &mut Findings) {
    // Where one pair stands alone, HUK-10 looks at its votes.
    model
        .kontes()
        .filter(|lingkup| pairs_in(lingkup).len() > 1)
        .for_each(|lingkup| most_votes(model, lingkup, findings));
}

fn most_votes(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(terpilih) = elected(lingkup) else { return };
    let (nomor, votes, most, valid) = (terpilih.nomor, terpilih.votes, terpilih.most, terpilih.valid);
    let needed = &model.hukum_bagi(lingkup).suara_jakarta;
    let help = kata("periksa nomor dan suaranya di keputusan", "look up the number and the votes in the decision");
    if votes < most {
        let what = kata(
            format!("nomor urut {nomor} tertulis terpilih dengan {votes} suara, padahal ada yang mendapat {most}"),
            format!("number {nomor} is called elected with {votes} votes, but another has {most}"),
        );
        findings.add(findings.finding(terpilih.place, what).help(help));
    } else if is_jakarta(lingkup) && !is_more_than(needed.nilai, votes, valid) {
        let share = needed.nilai;
        let what = kata(
            format!(
                "nomor urut {nomor} mendapat {votes} dari {valid} suara sah; di Jakarta harus lebih dari {share} persen"
            ),
            format!(
                "number {nomor} has {votes} of {valid} valid votes; in Jakarta it must be more than {share} percent"
            ),
        );
        findings.add(findings.finding_by(terpilih.place, what, needed).help(help));
    }
}

fn is_jakarta(lingkup: &Lingkup) -> bool {
    lingkup.wilayah.as_ref().is_some_and(|wilayah| wilayah.record.kode.as_str() == JAKARTA)
}
