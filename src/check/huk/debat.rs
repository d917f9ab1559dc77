//! There are at most three debates, and every pair is invited.

use crate::bahasa::kata;
use crate::check::look::contests::{numbers, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
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
        "debat paling banyak tiga kali, dan `paslon` di setiap debat memuat semua pasangan calon",
        "there are at most three debates, and `paslon` of each holds all pairs",
    ),
    confidence: Confidence::B,
    law: Some("rancangan PKPU 13/2024 pasal 19 menurut berita"),
    why: ("debat memberi semua pasangan calon kesempatan yang sama", "a debate gives all pairs the same chance"),
    example: Example {
        file: "wilayah/contoh/kegiatan/2024-10-20-debat.yaml",
        bad: "jenis: debat\npaslon: [1]",
        good: "jenis: debat\npaslon: [1, 2]",
    },
    apply,
};

/// The most debates there may be.
const MOST: usize = 3;

fn apply(model: &Model, findings: &mut Findings) {
    model.kontes().for_each(|lingkup| debates(lingkup, findings));
}

fn debates(lingkup: &Lingkup, findings: &mut Findings) {
    let debates = lingkup.kegiatan.iter().filter(|loaded| loaded.record.jenis == JenisKegiatan::Debat);
    for (count, debate) in (1..).zip(debates) {
        if count > MOST {
            let what = kata(
                format!("debat ke-{count} di {}, paling banyak {MOST} kali", lingkup.nama()),
                format!("debate number {count} in {}, there are at most {MOST}", lingkup.nama()),
            );
            let help = kata("periksa `jenis` kegiatan-kegiatan ini", "look at `jenis` of these events");
            findings.add(findings.finding(Place::value(debate.path(), "jenis"), what).help(help));
        }
        invited(lingkup, debate, findings);
    }
}

fn invited(lingkup: &Lingkup, debate: &Loaded<Kegiatan>, findings: &mut Findings) {
    let named = &debate.record.paslon;
    let pairs = pairs_in(lingkup).into_iter().map(|(paslon, _)| paslon);
    let missing: Vec<&Paslon> = pairs.filter(|paslon| !named.contains(&paslon.nomor_urut)).collect();
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
    findings.add(findings.finding(Place::value(debate.path(), "paslon"), what).help(help));
}
