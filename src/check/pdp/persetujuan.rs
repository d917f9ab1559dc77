//! A curriculum vitae is published with the person's consent only.

use crate::bahasa::kata;
use crate::check::look::contests::{own_contests, pairs_in};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "PDP-06",
    level: Level::Peringatan,
    what: (
        "riwayat pendidikan dan pekerjaan calon terbit hanya dengan `persetujuan_publikasi`",
        "a candidate's schools and posts are published with `persetujuan_publikasi` only",
    ),
    confidence: Confidence::B,
    law: Some("UU 14/2008 pasal 17 huruf h, UU 27/2022 pasal 65-66"),
    why: (
        "daftar riwayat hidup adalah informasi pribadi yang dibuka atas persetujuan orangnya",
        "a curriculum vitae is personal information that is opened with the person's consent",
    ),
    example: Example {
        file: "wilayah/contoh/paslon/1.yaml",
        bad: "calon:\n  nama: SARI CONTOH\n  riwayat_pekerjaan: [Guru]",
        good: "calon:\n  nama: SARI CONTOH\n  riwayat_pekerjaan: [Guru]\n  persetujuan_publikasi: 2024-09-20",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for (paslon, pair) in own_contests(model).flat_map(pairs_in) {
        for (key, calon) in [("calon", &pair.calon), ("wakil", &pair.wakil)] {
            let filled = [
                ("riwayat_pendidikan", !calon.riwayat_pendidikan.is_empty()),
                ("riwayat_pekerjaan", !calon.riwayat_pekerjaan.is_empty()),
            ];
            let Some((field, _)) = filled.iter().find(|(_, filled)| *filled) else { continue };
            if calon.persetujuan_publikasi.is_some() {
                continue;
            }
            let what = kata(
                format!("riwayat {} ditulis tanpa persetujuannya, jadi tidak ikut terbit", calon.nama),
                format!("the schools and posts of {} stand here without consent and are not published", calon.nama),
            );
            let help = kata(
                "tulis `persetujuan_publikasi` dengan tanggal pernyataannya, atau hapus riwayatnya",
                "write `persetujuan_publikasi` with the day of the statement, or delete them",
            );
            let place = Place::key(paslon.path(), format!("{key}.{field}"));
            findings.add(findings.finding(place, what).help(help));
        }
    }
}
