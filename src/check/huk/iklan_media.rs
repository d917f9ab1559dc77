//! What is paid for and speaks of a pair is dated within the days on which media may carry advertisements.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-41",
    level: Level::Peringatan,
    what: (
        "tulisan berbayar tentang pasangan calon bertanggal di hari-hari iklan kampanye di media massa",
        "paid articles about pairs are dated within the days of campaign advertisements in media",
    ),
    confidence: Confidence::A,
    law: None,
    why: (
        "iklan kampanye di media massa hanya boleh pada hari-hari terakhir sebelum masa tenang",
        "campaign advertisements in media are allowed on the last days before the quiet period only",
    ),
    example: Example {
        file: "wilayah/contoh/berita/2024-10-20-kerja-sama.md",
        bad: "tanggal: 2024-10-20\nadvertorial: true\npaslon: [1, 2]",
        good: "tanggal: 2024-11-12\nadvertorial: true\npaslon: [1, 2]",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.lingkup.iter().for_each(|lingkup| too_early(model, lingkup, findings));
}

fn too_early(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    // Outside the campaign HUK-15 speaks.
    let Some(campaign) = model.masa(lingkup, JenisTahapan::Kampanye) else { return };
    let quiet = model.tahapan(lingkup, JenisTahapan::MasaTenang).and_then(|tahapan| tahapan.mulai);
    let Some(quiet) = quiet else { return };
    let limit = &model.hukum_bagi(lingkup).hari_iklan_media;
    let most = i64::from(limit.nilai);
    let paid = lingkup.berita.iter().filter(|loaded| loaded.record.advertorial && !loaded.record.paslon.is_empty());
    for loaded in paid.filter(|loaded| campaign.contains(&loaded.record.tanggal)) {
        let tanggal = loaded.record.tanggal;
        let before = tanggal.hari_menuju(quiet);
        if before <= most {
            continue;
        }
        let what = kata(
            format!(
                "tulisan berbayar tentang pasangan calon bertanggal {}, {before} hari sebelum masa tenang",
                tanggal.panjang()
            ),
            format!("a paid article about a pair is dated {tanggal}, {before} days before the quiet period"),
        );
        let help = kata(
            format!("iklan kampanye di media massa hanya {most} hari sebelum masa tenang; periksa tanggalnya"),
            format!("media carry campaign advertisements on the {most} days before the quiet period; look up the date"),
        );
        findings.add(findings.finding_by(Place::value(loaded.path(), "tanggal"), what, limit).help(help));
    }
}
