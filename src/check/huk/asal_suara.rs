//! Where only some TPS voted again, a result says which of its votes are old and which are new.

use crate::bahasa::kata;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::report::place::Place;

pub(super) const RULE: Rule = Rule {
    code: "HUK-36",
    level: Level::Peringatan,
    what: (
        "hasil pemungutan suara di sebagian TPS menyebut `asal` setiap bagiannya: suara yang tetap atau yang baru",
        "the result of a vote at some TPS says the `asal` of each of its parts: votes that stood, or new ones",
    ),
    confidence: Confidence::A,
    law: Some("putusan MK 28 dan 30/PHPU.BUP-XXIII/2025"),
    why: (
        "hasil yang baru digabung dengan suara yang tidak dibatalkan, dan pembaca harus bisa memeriksa gabungannya",
        "the new result is merged with the votes that were not annulled, and readers must be able to check the sum",
    ),
    example: Example {
        file: "wilayah/contoh/pemilihan/psu-2025/hasil.yaml",
        bad: "bagian: [{ nama: 12 TPS, suara: { 1: 45, 2: 35 } }]",
        good: "bagian: [{ nama: 12 TPS, asal: ulang, suara: { 1: 45, 2: 35 } }]",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    for lingkup in model.kontes() {
        let Some(hasil) = &*lingkup.hasil else { continue };
        let is_partial = lingkup.kemudian().is_some_and(|vote| !vote.is_seluruh());
        if is_partial && hasil.record.bagian.is_empty() {
            let what = kata(
                "hasil gabungan ini tidak menyebut suara mana yang lama dan mana yang baru",
                "this merged result does not say which votes are old and which are new",
            );
            let help = kata(
                "tambahkan `bagian` dengan `asal: tetap` dan `asal: ulang`",
                "add `bagian` with `asal: tetap` and `asal: ulang`",
            );
            findings.add(findings.finding(Place::value(hasil.path(), "suara"), what).help(help));
        }
        for (i, bagian) in hasil.record.bagian.iter().enumerate() {
            if bagian.asal.is_some() == is_partial {
                continue;
            }
            let nama = &bagian.nama;
            let (what, help) = if is_partial {
                (
                    kata(format!("bagian {nama} belum punya `asal`"), format!("the part {nama} has no `asal`")),
                    kata("tulis `asal: tetap` atau `asal: ulang`", "write `asal: tetap` or `asal: ulang`"),
                )
            } else {
                (
                    kata(
                        format!("bagian {nama} punya `asal`, padahal di sini semua TPS memilih"),
                        format!("the part {nama} has an `asal`, though all TPS voted here"),
                    ),
                    kata("hapus `asal`", "delete `asal`"),
                )
            };
            findings.add(findings.finding(Place::value(hasil.path(), format!("bagian[{i}].nama")), what).help(help));
        }
    }
}
