//! A pair stands in one contest.

use crate::bahasa::kata;
use crate::check::look::contests::{letters, own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    code: "NAM-07",
    level: Level::Peringatan,
    what: ("pasangan yang sama ada di satu pemilihan saja", "the same pair stands in one contest only"),
    confidence: Confidence::L,
    law: None,
    why: (
        "satu pasangan tidak ikut dalam dua pemilihan: berkasnya tersalin ke folder wilayah lain",
        "no pair stands in two contests: its file was copied to another region's folder",
    ),
    example: Example {
        file: "wilayah/contoh/kota-contoh/paslon/1.yaml",
        bad: "calon: { nama: Calon Contoh Satu }\nwakil: { nama: Wakil Contoh Satu }",
        good: "calon: { nama: Calon Contoh Tiga }\nwakil: { nama: Wakil Contoh Tiga }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    let mut known: BTreeMap<[String; 2], (Place, &Lingkup)> = BTreeMap::new();
    for lingkup in own_contests(model) {
        for (paslon, pasangan) in pairs_in(lingkup) {
            let names = [letters(&pasangan.calon.nama), letters(&pasangan.wakil.nama)];
            let place = Place::value(paslon.path(), "calon.nama");
            let Some((first, other)) = known.get(&names) else {
                known.insert(names, (place, lingkup));
                continue;
            };
            // Twice in one contest is HUK-01; in a later vote of the region the pair may well stand again.
            if model.daerah_of(other).jalur == model.daerah_of(lingkup).jalur {
                continue;
            }
            let (calon, wakil) = (&pasangan.calon.nama, &pasangan.wakil.nama);
            let (here, wilayah) = (lingkup.nama(), other.nama());
            let what = kata(
                format!("{calon} – {wakil} ada di {here} dan di {wilayah}"),
                format!("{calon} – {wakil} stands in {here} and in {wilayah}"),
            );
            let help = kata(
                "hapus berkas di wilayah yang salah, atau tulis nama pasangan wilayah ini",
                "delete the file in the wrong region, or write the names of this region's pair",
            );
            let finding =
                findings.finding(place, what).related(first.clone(), kata("pasangan yang sama", "the same pair"));
            findings.add(finding.help(help));
        }
    }
}
