//! Ballot papers are printed for the voters on the list and a reserve.

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
        "surat suara yang dicetak sebanyak DPT dan cadangannya, dengan atau tanpa yang untuk pemungutan suara ulang",
        "ballot papers printed are those of the voter list and their reserve, with or without those for a repeated vote",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "surat suara dicetak sebanyak pemilih di DPT ditambah cadangan",
        "papers are printed for the voters on the list and a reserve",
    ),
    example: Example {
        file: "fakta/logistik.yaml",
        bad: "- { ukuran: dpt, nilai: 8000 }\n- { ukuran: surat_suara_dicetak, nilai: 9000 }",
        good: "- { ukuran: dpt, nilai: 8000 }\n- { ukuran: surat_suara_dicetak, nilai: 8200 }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| printed(model, lingkup, findings));
}

fn printed(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let hukum = model.hukum_bagi(lingkup);
    let reserve = &hukum.cadangan_surat_suara;
    let Some((paper, printed)) = latest(lingkup, Ukuran::SuratSuaraDicetak) else { return };
    let Some((dpt, voters)) = latest(lingkup, Ukuran::Dpt) else { return };
    #[expect(clippy::cast_precision_loss, reason = "a share has three digits")]
    let with_reserve = voters * (1.0 + reserve.nilai.perseribu() as f64 / 1000.0);
    let least = with_reserve.floor();
    // The reserve is rounded up in every polling place; how is not known to us, so a paper for each is let pass.
    let most = least + 1.0 + latest(lingkup, Ukuran::Tps).map_or(voters / 100.0, |(_, places)| places);
    let fits = |printed: f64| (least..=most).contains(&printed);
    // Some figures hold the papers kept for a repeated vote, and some do not.
    if fits(printed) || fits(printed - f64::from(hukum.surat_suara_ulang.nilai)) {
        return;
    }
    let share = reserve.nilai;
    let what = kata(
        format!(
            "{printed} surat suara dicetak untuk {voters} pemilih; dengan cadangan {share} persen {}",
            with_reserve.ceil()
        ),
        format!(
            "{printed} papers are printed for {voters} voters; with {share} percent more it is {}",
            with_reserve.ceil()
        ),
    );
    let finding =
        findings.finding_by(paper.at("nilai"), what, reserve).related(dpt.at("nilai"), kata("DPT", "the voter list"));
    findings.add(finding.help(kata("periksa kedua angka", "look up both figures")));
}
