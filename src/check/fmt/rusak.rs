//! No text holds letters that were damaged on the way, or that only one program's font can draw.

use crate::bahasa::kata;
use crate::check::look::pass::{Near, Reach, TextLook};
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::Model;
use crate::report::Level;
use crate::report::kode::Example;
use crate::value::damage::{damaged, is_private};

pub(super) const RULE: Rule = Rule {
    code: "FMT-50",
    level: Level::Peringatan,
    what: (
        "teks tidak memuat huruf yang rusak karena salah pengodean, atau tanda yang hanya dikenal satu huruf cetak",
        "a text holds no letters that a wrong encoding has damaged, and no sign that only one font knows",
    ),
    confidence: Confidence::L,
    law: None,
    why: (
        "pembaca melihat kotak kosong atau huruf seperti â€œ di tempat tanda kutip, tanda hubung atau huruf aslinya",
        "readers see empty boxes or letters such as â€œ where quotes, dashes or other letters were",
    ),
    example: Example {
        file: "berita/2024-11-01-contoh.md",
        bad: "KPU membuka â€œrumah pintarâ€ di balai kota.",
        good: "KPU membuka “rumah pintar” di balai kota.",
    },
    apply,
};

/// Letters that are damaged.
pub(super) static DAMAGED: TextLook =
    TextLook { name: "FMT-50 damaged", near: Near::Nothing, reach: Reach::Records, find: damaged };

fn apply(model: &Model, findings: &mut Findings) {
    for hit in DAMAGED.hits(model) {
        let text = hit.text();
        let is_own = text.chars().any(is_private);
        let (what, help) = if is_own {
            (
                kata(
                    "tanda ini hanya terlihat dengan huruf cetak dari pengolah kata",
                    "this sign is only seen with the font of a word processor",
                ),
                kata(
                    "hapus; butir daftar ditulis \"- \" di awal baris",
                    "delete it; an entry of a list begins with \"- \"",
                ),
            )
        } else {
            (
                kata(
                    format!("\"{text}\" adalah sisa huruf yang rusak"),
                    format!("\"{text}\" is what is left of a damaged letter"),
                ),
                kata(
                    "ketik ulang hurufnya seperti di dokumen asli, lalu simpan berkas sebagai UTF-8",
                    "type the letter again as it is in the original, and save the file as UTF-8",
                ),
            )
        };
        findings.add(findings.finding(hit.place(), what).help(help));
    }
}
