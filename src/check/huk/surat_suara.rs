//! Ballot papers are printed for the voters on the list and a reserve of 2.5 percent.

use crate::bahasa::kata;
use crate::check::look::figures::latest;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::ukuran::Ukuran;
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-22",
    level: Level::Peringatan,
    what: (
        "surat suara yang dicetak sebanyak DPT dan cadangan 2,5 persen, dengan atau tanpa 2.000 untuk pemungutan suara ulang",
        "ballot papers printed are those of the voter list and a reserve of 2.5 percent, with or without 2,000 for a repeated vote",
    ),
    confidence: Confidence::A,
    law: Some("UU Pilkada pasal 80 dan 87"),
    why: (
        "surat suara dicetak sebanyak pemilih di DPT ditambah cadangan 2,5 persen",
        "papers are printed for the voters on the list and 2.5 percent more",
    ),
    example: Example {
        file: "fakta/logistik.yaml",
        bad: "- { ukuran: dpt, nilai: 8000 }\n- { ukuran: surat_suara_dicetak, nilai: 9000 }",
        good: "- { ukuran: dpt, nilai: 8000 }\n- { ukuran: surat_suara_dicetak, nilai: 8200 }",
    },
    apply,
};

/// Papers kept for a repeated vote, which some figures hold and some do not.
const FOR_A_REPEATED_VOTE: f64 = 2000.0;

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| printed(lingkup, findings));
}

fn printed(lingkup: &Lingkup, findings: &mut Findings) {
    let Some((paper, printed)) = latest(lingkup, Ukuran::SuratSuaraDicetak) else { return };
    let Some((dpt, voters)) = latest(lingkup, Ukuran::Dpt) else { return };
    let least = (voters * 1.025).floor();
    // The reserve is rounded up in every polling place; how is not known to us, so a paper for each is let pass.
    let most = least + 1.0 + latest(lingkup, Ukuran::Tps).map_or(voters / 100.0, |(_, places)| places);
    let fits = |printed: f64| (least..=most).contains(&printed);
    if fits(printed) || fits(printed - FOR_A_REPEATED_VOTE) {
        return;
    }
    let what = kata(
        format!(
            "{printed} surat suara dicetak untuk {voters} pemilih; dengan cadangan 2,5 persen {}",
            (voters * 1.025).ceil()
        ),
        format!(
            "{printed} papers are printed for {voters} voters; with 2.5 percent more it is {}",
            (voters * 1.025).ceil()
        ),
    );
    let finding = findings.finding(paper.at("nilai"), what).related(dpt.at("nilai"), kata("DPT", "the voter list"));
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}
