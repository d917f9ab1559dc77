//! What was approved is a record or a picture that is there.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use crate::value::jalur::{folder, join};
use crate::value::mirip::nearest;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: "RUJ-70",
    level: Level::Peringatan,
    what: (
        "catatan dan gambar yang disetujui ada di folder wilayahnya",
        "a record or a picture that was approved is there, in the folder of its region",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "persetujuan atas berkas yang tidak ada tidak menjaga apa pun",
        "an approval of a file that is not there guards nothing",
    ),
    example: Example {
        file: "wilayah/contoh/persetujuan.yaml",
        bad: "berkas: paslon/satu.yaml",
        good: "berkas: paslon/1.yaml",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in &model.lingkup {
        let Some(loaded) = &*lingkup.persetujuan else { continue };
        let here = folder(loaded.path());
        let mut said = BTreeSet::new();
        for (index, one) in loaded.record.persetujuan.iter().enumerate() {
            let path = join(here, &one.berkas).filter(|path| path.starts_with(&format!("{here}/")));
            let is_there = path.as_deref().is_some_and(|path| {
                model.document_at(path).is_some() || lingkup.rusak.contains(path) || model.media.contains_key(path)
            });
            if is_there || !said.insert(&*one.berkas) {
                continue;
            }
            let berkas = &one.berkas;
            let what = kata(
                format!("persetujuan ini menyebut {berkas}, dan berkas itu tidak ada di folder ini"),
                format!("this approval names {berkas}, and there is no such file in this folder"),
            );
            let place = Place::value(loaded.path(), format!("persetujuan[{index}].berkas"));
            findings.add(findings.finding(place, what).help(help(model, here, berkas)));
        }
    }
}

fn help(model: &Model, here: &str, berkas: &str) -> crate::bahasa::Kata {
    let prefix = format!("{here}/");
    let known: Vec<&str> = model.documents.iter().filter_map(|file| file.path.strip_prefix(&prefix)).collect();
    match nearest(berkas, known.iter().copied()) {
        Some(near) => kata(format!("mungkin maksudnya {near}"), format!("perhaps {near} is meant")),
        None => kata(
            "berkas yang berganti nama disetujui lagi dengan pilkada setujui; baris lama boleh dihapus",
            "a file that was renamed is approved again with pilkada approve; the old line may go",
        ),
    }
}
