//! Every rule, with a case that breaks it and one that does not.

#![expect(clippy::needless_raw_string_hashes, reason = "snapbox writes what it sees in this form")]

mod aks;
mod fkt;
mod fkt_hitung;
mod fkt_sumber;
mod fmt;
mod fmt_teks;
mod huk_hari;
mod huk_hasil;
mod huk_kampanye;
mod huk_kata;
mod huk_paslon;
mod huk_syarat;
mod jdw;
mod kemudian;
mod kst;
mod nam;
mod pdp;
mod ruj;
mod ruj_tautan;
mod tps;

use crate::content::{Site, build_from_on, check, files, on, said, said_on};
use pilkada::bahasa::Bahasa;
use pilkada::check::RULES;
use pilkada::check::rule::Confidence;
use pilkada::report::Level;
use pilkada::source::Sources;

/// A made-up province without a contest, and a town with one.
const WILAYAH: &str = "\
--- wilayah/contoh/wilayah.yaml
kode: \"33\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { ada: false }
--- kota/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
pemilihan: {}
";

/// Two made-up pairs.
pub const DUA_PASLON: &str = "\
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH }
wakil: { nama: BUDI MISAL }
--- kota/paslon/2.yaml
nomor_urut: 2
calon: { nama: RINA UMPAMA }
wakil: { nama: DODI ANDAI }
";

/// Asserts what is said of files in the made-up town, whose folder is written `kota/`.
///
/// A file of the text takes the place of one of the same name above.
#[track_caller]
pub fn check_kota(text: &str, expected: impl snapbox::IntoData) {
    check(&in_kota(text), expected);
}

/// The stages that rules ask for.
pub const JADWAL: &str = "\
--- jadwal.yaml
tahapan:
  - { id: penetapan, nama: Penetapan, kelompok: penyelenggaraan, jenis: penetapan, mulai: 2024-09-22, selesai: 2024-09-22 }
  - { id: kampanye, nama: Kampanye, kelompok: penyelenggaraan, jenis: kampanye, mulai: 2024-09-25, selesai: 2024-11-23 }
  - { id: masa-tenang, nama: Masa tenang, kelompok: turunan, jenis: masa_tenang, mulai: 2024-11-24, selesai: 2024-11-26 }
";

/// Asserts what is said of files in the made-up town on a day.
#[track_caller]
pub fn check_kota_on(day: &str, text: &str, expected: impl snapbox::IntoData) {
    snapbox::assert_data_eq!(said_on(on(day), &in_kota(text), Bahasa::Id), expected);
}

/// The site of the made-up town on a day.
#[track_caller]
pub fn build_on(day: &str, text: &str) -> Site {
    let files = files(&in_kota(text));
    build_from_on(on(day), &Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str()))))
}

/// Asserts that nothing is said on a day.
#[track_caller]
pub fn sound_on(day: &str, text: &str) {
    assert_eq!(said_on(on(day), &in_kota(text), Bahasa::Id), "tidak ada temuan");
}

/// Asserts that nothing is said of files in the made-up town.
#[track_caller]
pub fn sound(text: &str) {
    assert_eq!(said(&in_kota(text), Bahasa::Id), "tidak ada temuan");
}

pub fn in_kota(text: &str) -> String {
    format!("{WILAYAH}{text}").replace("--- kota/", "--- wilayah/contoh/kota-contoh/")
}

#[test]
fn only_what_is_sure_keeps_a_site_from_being_published() {
    for rule in RULES.iter().filter(|rule| rule.level == Level::Galat) {
        assert!(matches!(rule.confidence, Confidence::A | Confidence::L), "{} is not sure enough", rule.code);
    }
}

#[test]
fn rules_stand_in_order_of_their_codes_and_in_the_manual() {
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(codes, sorted);
    let manual = include_str!("../../docs/aturan.md");
    for rule in RULES.iter() {
        let level = rule.level.word();
        let row = format!("| {} | {} |", rule.code, level.dalam(Bahasa::Id));
        assert!(manual.contains(&row), "docs/aturan.md has no row that begins {row}");
    }
}
