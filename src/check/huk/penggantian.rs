//! A candidate is substituted in time, and what becomes of one of the two is said of whom.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::record::paslon::{Keadaan, StatusPaslon};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-43",
    level: Level::Peringatan,
    what: (
        "`calon_diganti` tidak lebih lambat dari batas penggantian, `satu_calon_berhalangan` tidak lebih awal, dan keduanya menyebut `siapa`",
        "`calon_diganti` is not later than candidates may be substituted, `satu_calon_berhalangan` not earlier, and both say `siapa`",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "sampai batas itu calon yang berhalangan diganti, sesudahnya calon yang satu lagi maju sendiri",
        "until then a candidate who can no longer stand is substituted, later the other one goes on alone",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "status:\n  - { keadaan: calon_diganti, tanggal: 2024-11-20 }",
        good: "status:\n  - { keadaan: calon_diganti, tanggal: 2024-10-20, siapa: wakil, sebelumnya: DODI ANDAI }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in own_contests(model) {
        for (paslon, pair) in pairs_in(lingkup) {
            for (index, step) in pair.status.iter().enumerate() {
                look_at((model, lingkup), paslon, (index, step), findings);
            }
        }
    }
}

fn look_at(
    (model, lingkup): (&Model, &Lingkup),
    paslon: &Paslon,
    (index, step): (usize, &StatusPaslon),
    findings: &mut Findings,
) {
    let limit = &model.hukum_bagi(lingkup).hari_penggantian_calon;
    let at = |key: &str| Place::value(paslon.path(), format!("status[{index}].{key}"));
    let Some(vote) = model.hari_pemungutan(lingkup) else { return };
    let (days, most) = (step.tanggal.hari_menuju(vote), i64::from(limit.nilai));
    let day = step.tanggal.panjang();
    let said = match step.keadaan {
        Keadaan::CalonDiganti if days < most => Some((
            kata(
                format!("calon diganti {day}, {days} hari sebelum pemungutan suara; paling lambat {most} hari"),
                format!(
                    "a candidate is substituted on {}, {days} days before the vote; {most} at the latest",
                    step.tanggal
                ),
            ),
            kata(
                "periksa tanggalnya; yang berhalangan tetap sesudah batas itu ditulis `satu_calon_berhalangan`",
                "look up the day; who can no longer stand after that is written as `satu_calon_berhalangan`",
            ),
        )),
        Keadaan::SatuCalonBerhalangan if days >= most => Some((
            kata(
                format!("satu calon berhalangan tetap {day}, {days} hari sebelum pemungutan suara; masih bisa diganti"),
                format!(
                    "one candidate can no longer stand from {}, {days} days before the vote, on; a substitute may come",
                    step.tanggal
                ),
            ),
            kata(
                "tulis `berhalangan_tetap`, lalu `calon_diganti` atau `dibatalkan` dengan keputusannya",
                "write `berhalangan_tetap`, then `calon_diganti` or `dibatalkan` with the decision",
            ),
        )),
        Keadaan::CalonDiganti | Keadaan::SatuCalonBerhalangan => None,
        Keadaan::Ditetapkan | Keadaan::Dibatalkan | Keadaan::MengundurkanDiri | Keadaan::BerhalanganTetap => return,
    };
    if let Some((what, help)) = said {
        findings.add(findings.finding_by(at("tanggal"), what, limit).help(help));
    }
    if step.siapa.is_none() {
        let what = kata("belum ditulis siapa di antara keduanya", "it is not written who of the two is meant");
        let help = kata("tambahkan `siapa: calon` atau `siapa: wakil`", "add `siapa: calon` or `siapa: wakil`");
        findings.add(findings.finding_by(at("keadaan"), what, limit).help(help));
    }
}
