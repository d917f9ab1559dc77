//! There are no more debates than the law allows, and every pair is invited.

use crate::bahasa::kata;
use crate::check::look::contests::{numbers, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::hukum::paket::Ketentuan;
use crate::model::paslon::Paslon;
use crate::model::{Lingkup, Model};
use crate::record::Loaded;
use crate::record::kegiatan::JenisKegiatan;
use crate::record::kegiatan::Kegiatan;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-19",
    level: Level::Peringatan,
    what: (
        "debat tidak lebih banyak dari batasnya, dan `paslon` di setiap debat memuat semua pasangan calon",
        "there are no more debates than allowed, and `paslon` of each holds all pairs",
    ),
    confidence: Confidence::B,
    law: None,
    why: ("debat memberi semua pasangan calon kesempatan yang sama", "a debate gives all pairs the same chance"),
    example: Example {
        file: "wilayah/contoh/kegiatan/2024-10-20-debat.yaml",
        bad: "jenis: debat\npaslon: [1]",
        good: "jenis: debat\npaslon: [1, 2]",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.kontes().for_each(|lingkup| debates(model, lingkup, findings));
}

fn debates(model: &Model, lingkup: &Lingkup, findings: &mut Findings) {
    let limit = &model.hukum_bagi(lingkup).debat;
    let most = limit.nilai;
    let debates = lingkup.kegiatan.iter().filter(|loaded| loaded.record.jenis == JenisKegiatan::Debat);
    for (count, debate) in (1..).zip(debates) {
        if count > most {
            let what = kata(
                format!("debat ke-{count} di {}, paling banyak {most} kali", lingkup.nama()),
                format!("debate number {count} in {}, there are at most {most}", lingkup.nama()),
            );
            let help = kata("periksa `jenis` kegiatan-kegiatan ini", "look at `jenis` of these events");
            findings.add(findings.finding_by(Place::value(debate.path(), "jenis"), what, limit).help(help));
        }
        invited(lingkup, limit, debate, findings);
    }
}

fn invited(lingkup: &Lingkup, limit: &Ketentuan<u32>, debate: &Loaded<Kegiatan>, findings: &mut Findings) {
    let named = &debate.record.paslon;
    let pairs = pairs_in(lingkup).into_iter().map(|(paslon, _)| paslon);
    let missing: Vec<&Paslon> =
        pairs.filter(|paslon| paslon.nomor_urut.is_some_and(|nomor| !named.contains(&nomor))).collect();
    if named.is_empty() || missing.is_empty() {
        return;
    }
    let what = kata(
        format!("nomor urut {} tidak diundang ke debat ini", numbers(&missing)),
        format!("number {} is not invited to this debate", numbers(&missing)),
    );
    let help = kata(
        "tulis nomor semua pasangan calon yang diundang, juga yang tidak datang",
        "write the numbers of all pairs invited, of those too who did not come",
    );
    findings.add(findings.finding_by(Place::value(debate.path(), "paslon"), what, limit).help(help));
}
