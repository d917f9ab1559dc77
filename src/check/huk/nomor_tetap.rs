//! A ballot number does not change once it is drawn.

use crate::bahasa::kata;
use crate::check::look::contests::corrections;
use crate::check::rule::{Confidence, Findings, Rule};
use crate::model::{Lingkup, Model};
use crate::report::Level;
use crate::report::kode::Example;

pub(super) const RULE: Rule = Rule {
    code: "HUK-04",
    level: Level::Galat,
    what: (
        "nomor urut tidak dikoreksi menjadi nomor lain sesudah pengundian",
        "a ballot number is not corrected to another one after the draw",
    ),
    confidence: Confidence::A,
    law: Some("UU 1/2015 pasal 51-52"),
    why: (
        "nomor urut hasil pengundian bersifat tetap dan menjadi dasar surat suara",
        "the number drawn is fixed, and the ballot papers are made by it",
    ),
    example: Example {
        file: "wilayah/contoh/koreksi.yaml",
        bad: "koreksi:\n  - { tanggal: 2024-09-25, menyangkut: /contoh/paslon/1.html, bidang: nomor_urut, sebelum: \"1\", sesudah: \"2\", alasan: Diganti, tingkat: besar }",
        good: "koreksi:\n  - { tanggal: 2024-09-25, menyangkut: /contoh/paslon/1.html, bidang: nomor_urut, sebelum: \"2\", sesudah: \"1\", alasan: Salah salin dari berita acara, tingkat: besar }",
    },
    apply,
};

fn apply(model: &Model, findings: &mut Findings) {
    model.kontes().for_each(|lingkup| changed(lingkup, findings));
}

fn changed(lingkup: &Lingkup, findings: &mut Findings) {
    let Some(drawn) = lingkup.pengundian.as_ref().map(|loaded| loaded.record.tanggal) else { return };
    for (place, koreksi) in corrections(lingkup).filter(|(_, koreksi)| koreksi.tanggal >= drawn) {
        let Some(nomor) = page_number(&koreksi.menyangkut).filter(|_| is_number_field(&koreksi.bidang)) else {
            continue;
        };
        // A correction to the number that was drawn mends a slip; RUJ-07 holds the page's number against the draw.
        let sesudah = numbers(&koreksi.sesudah);
        if sesudah.is_empty() || sesudah.contains(&nomor) {
            continue;
        }
        let what = kata(
            format!("koreksi sesudah pengundian mengganti nomor urut {nomor} menjadi \"{}\"", koreksi.sesudah),
            format!("a correction after the draw changes ballot number {nomor} to \"{}\"", koreksi.sesudah),
        );
        let help = kata(
            "periksa berita acara pengundian; nomor yang benar adalah nomor yang diundi",
            "look it up in the minutes of the draw; the right number is the one drawn",
        );
        findings.add(findings.finding(place, what).help(help));
    }
}

/// The number of the pair whose page an address is: 2 for `/contoh/paslon/2.html`.
fn page_number(address: &str) -> Option<u64> {
    let (_, file) = address.rsplit_once("/paslon/")?;
    file.split('.').next()?.parse().ok()
}

fn is_number_field(bidang: &str) -> bool {
    bidang.to_lowercase().replace('_', " ").contains("nomor urut")
}

fn numbers(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}
