//! In the quiet period nothing is published about a pair.

use crate::bahasa::kata;
use crate::check::look::contests::corrections;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::record::jadwal::JenisTahapan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-16",
    level: Level::Peringatan,
    what: (
        "tidak ada berita tentang pasangan calon, dan tidak ada koreksi halaman pasangan calon, di masa tenang",
        "no news about a pair, and no correction of a pair's page, in the quiet period",
    ),
    confidence: Confidence::B,
    law: Some("PKPU 13/2024 pasal 45 dan 47; apakah itu mengikat situs KPU sendiri belum pasti"),
    why: (
        "di masa tenang tidak ada kampanye dalam bentuk apa pun, dan yang baru tentang satu pasangan bisa dibaca sebagai kampanye",
        "in the quiet period there is no campaign of any kind, and what is new about one pair may read as one",
    ),
    example: Example {
        file: "wilayah/contoh/berita/2024-11-25-kunjungan.md",
        bad: "tanggal: 2024-11-25\npaslon: [1]",
        good: "tanggal: 2024-11-27\npaslon: [1]",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        news(model, lingkup, findings);
        changes(model, lingkup, findings);
    }
}

fn news(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(masa) = model.masa(lingkup, JenisTahapan::MasaTenang) else { return };
    let about = lingkup.berita.iter().filter(|loaded| !loaded.record.paslon.is_empty());
    for loaded in about.filter(|loaded| masa.contains(&loaded.record.tanggal)) {
        let tanggal = loaded.record.tanggal;
        let what = kata(
            format!("berita tentang pasangan calon bertanggal {}, di masa tenang", tanggal.panjang()),
            format!("news about a pair is dated {tanggal}, in the quiet period"),
        );
        let help = kata(
            format!(
                "tahan dengan `terbit` sesudah {}, atau hapus nomor di `paslon` jika bukan tentang mereka",
                masa.end().panjang()
            ),
            format!(
                "hold it back with `terbit` after {}, or delete the numbers in `paslon` where it is not about them",
                masa.end()
            ),
        );
        findings.add(findings.finding(Place::value(loaded.path(), "tanggal"), what).help(help));
    }
}

fn changes(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let Some(masa) = model.masa(lingkup, JenisTahapan::MasaTenang) else { return };
    for (place, koreksi) in corrections(lingkup).filter(|(_, koreksi)| masa.contains(&koreksi.tanggal)) {
        let page = &koreksi.menyangkut;
        if !page.contains("/paslon/") && !page.ends_with("/banding.html") {
            continue;
        }
        let what = kata(
            format!("halaman pasangan calon {page} dikoreksi {}, di masa tenang", koreksi.tanggal.panjang()),
            format!("the pair's page {page} is corrected on {}, in the quiet period", koreksi.tanggal),
        );
        let help = kata(
            "di masa tenang isi halaman pasangan calon tetap; koreksi yang tidak bisa menunggu dibahas dulu dengan Bawaslu",
            "in the quiet period a pair's page stays as it is; talk to Bawaslu about a correction that cannot wait",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}
