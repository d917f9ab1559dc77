//! The asset report is noted for both persons of a pair or for neither.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-29",
    level: Level::Peringatan,
    what: (
        "`lhkpn` diisi untuk calon dan wakilnya, atau tidak untuk keduanya",
        "`lhkpn` is given for the candidate and the deputy, or for neither",
    ),
    confidence: Confidence::B,
    law: Some("UU Pilkada pasal 7"),
    why: (
        "keduanya wajib melapor, dan yang kosong terbaca sebagai belum melapor",
        "both must report, and an empty place reads as not reported",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "lhkpn: { calon: https://contoh.test/a }",
        good: "lhkpn: { calon: https://contoh.test/a, wakil: https://contoh.test/b }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for (paslon, pasangan) in own_contests(model).flat_map(pairs_in) {
        let Some(lhkpn) = &pasangan.lhkpn else { continue };
        let (has, lacks) = match (&lhkpn.calon, &lhkpn.wakil) {
            (Some(_), None) => ("calon", "wakil"),
            (None, Some(_)) => ("wakil", "calon"),
            (Some(_), Some(_)) | (None, None) => continue,
        };
        let (nomor, number) = paslon.sebutan();
        let what = kata(
            format!("LHKPN {nomor} ada untuk {has}, tidak untuk {lacks}"),
            format!("{number} has an asset report of its {has} and none of its {lacks}"),
        );
        let help = kata(
            format!("tambahkan `{lacks}`, atau hapus `{has}` sampai keduanya ada"),
            format!("add `{lacks}`, or delete `{has}` until both are there"),
        );
        findings.add(findings.finding(Place::value(paslon.path(), format!("lhkpn.{has}")), what).help(help));
    }
}
