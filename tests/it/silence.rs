//! `abaikan`: a finding that is silenced where it stands, with a reason that is published.

#![expect(clippy::needless_raw_string_hashes, reason = "snapbox writes what it sees in this form")]

use crate::content::{build, check, said};
use pilkada::bahasa::Bahasa;
use snapbox::str;

/// An article that says "kotak kosong", silenced or not.
fn article(abaikan: &str) -> String {
    format!(
        "--- berita/2024-10-01-acara.md\n---\njudul: Acara\ntanggal: 2024-10-01\n{abaikan}---\n\nAcara Kotak Kosong.\n"
    )
}

#[test]
fn a_silenced_finding_is_only_counted_and_its_reason_is_published() {
    let text = article("abaikan: [{ kode: HUK-09, alasan: Nama resmi acara itu }]\n");
    check(&text, str!["tidak ada temuan; 1 temuan diabaikan"]);
    assert_eq!(said(&text, Bahasa::En), "nothing found; 1 finding silenced");
    let page = build(&text).remove("kesetaraan.html").unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("HUK-09 di content/berita/2024-10-01-acara.md"), "{page}");
    assert!(page.contains("Nama resmi acara itu"), "{page}");
}

#[test]
fn an_entry_of_a_list_silences_what_stands_in_it() {
    let fakta = |abaikan: &str| {
        format!(
            "\
--- sumber.yaml
a: {{ jenis: data_kpu, judul: Data, penerbit: KPU Contoh, tanggal: 2024-10-01 }}
--- fakta/pemilih.yaml
per_tanggal: 2024-10-01
sumber: [a]
fakta:
  - ukuran: logistik_siap
    nilai: 180
{abaikan}  - ukuran: target_partisipasi
    nilai: 190
"
        )
    };
    let said = said(&fakta("    abaikan: [{ kode: FKT-03, alasan: Angka sumbernya memang begitu }]\n"), Bahasa::Id);
    assert!(said.ends_with("1 galat; 1 temuan diabaikan"), "{said}");
    assert!(said.contains("pemilih.yaml:8:12"), "the other one is still said: {said}");
}

#[test]
fn a_source_and_a_party_have_a_silencer_of_their_own() {
    let sumber = "--- sumber.yaml\na:\n  jenis: berita\n  judul: Kabar\n  penerbit: Contoh\n";
    check(
        &format!("{sumber}  abaikan: [{{ kode: FKT-10, alasan: Sumbernya tidak bertanggal }}]\n"),
        str!["tidak ada temuan; 1 temuan diabaikan"],
    );
}

#[test]
fn a_silencer_that_silences_nothing_is_reported() {
    check(
        &article("abaikan: [{ kode: HUK-09, alasan: Nama acara }, { kode: KST-03, alasan: Nama acara }]\n"),
        str![[r#"
peringatan[RUJ-17]: tidak ada temuan KST-03 yang diabaikan di sini
 --> content/berita/2024-10-01-acara.md:4:57
  |
4 | abaikan: [{ kode: HUK-09, alasan: Nama acara }, { kode: KST-03, alasan: Nama acara }]
  |                                                         ^^^^^^
  |
  = sebab: alasannya tetap terbit di halaman kesetaraan, padahal tidak ada yang dikecualikan
  = saran: hapus isian abaikan ini, atau pindahkan ke berkas yang disebut temuannya

1 peringatan; 1 temuan diabaikan
"#]],
    );
}

#[test]
fn form_and_links_cannot_be_silenced_and_a_code_has_to_exist() {
    check(
        &article("abaikan:\n  - { kode: FMT-18, alasan: Nanti }\n  - { kode: HUK-90, alasan: Nanti }\n"),
        str![[r#"
peringatan[RUJ-17]: temuan FMT-18 tidak bisa diabaikan
 --> content/berita/2024-10-01-acara.md:5:13
  |
5 |   - { kode: FMT-18, alasan: Nanti }
  |             ^^^^^^
  |
  = sebab: bentuk dan rujukan yang salah harus diperbaiki, tidak bisa dikecualikan
  = saran: hapus isian abaikan ini

galat[RUJ-13]: tidak ada aturan HUK-90
 --> content/berita/2024-10-01-acara.md:6:13
  |
6 |   - { kode: HUK-90, alasan: Nanti }
  |             ^^^^^^
  |
  = saran: mungkin maksudnya HUK-09

peringatan[HUK-09]: "Kotak Kosong" bukan istilah undang-undang
 --> content/berita/2024-10-01-acara.md:9:7
  |
9 | Acara Kotak Kosong.
  |       ^^^^^^^^^^^^
  |
  = sebab: yang kosong adalah kolom di surat suara, bukan kotak suaranya (UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024)
  = saran: tulis Kolom kosong

1 galat, 2 peringatan
"#]],
    );
}

#[test]
fn a_silencer_without_a_reason_is_a_mistake_of_form() {
    check(
        &article("abaikan: [{ kode: HUK-09 }]\n"),
        str![[r#"
galat[FMT-03]: kunci `alasan` belum ada
 --> content/berita/2024-10-01-acara.md:4:1
  |
4 | abaikan: [{ kode: HUK-09 }]
  | ^^^^^^^
  |
  = saran: tambahkan `alasan: …` # Alasan; terbit di halaman kesetaraan

1 galat
"#]],
    );
}

#[test]
fn what_a_reason_says_is_published_and_so_it_is_not_silenced() {
    let text = article("abaikan: [{ kode: HUK-09, alasan: Acara kotak kosong }]\n");
    let said = said(&text, Bahasa::Id);
    assert!(said.contains("acara.md:4:"), "{said}");
    assert!(said.ends_with("1 peringatan; 1 temuan diabaikan"), "{said}");
}

#[test]
fn nothing_is_called_idle_while_a_record_cannot_be_read_or_waits_for_its_day() {
    let idle = "abaikan: [{ kode: KST-03, alasan: Nama acara }]\n";
    let broken = said(&(article(idle) + "--- berita/2024-10-02-rusak.md\n---\njudl: Rusak\n---\n"), Bahasa::Id);
    assert!(!broken.contains("RUJ-17"), "{broken}");
    let waiting = article("draf: true\nabaikan: [{ kode: KST-03, alasan: Nama acara }]\n");
    let waiting = said(&waiting, Bahasa::Id);
    assert!(!waiting.contains("RUJ-17"), "{waiting}");
}

#[test]
fn a_record_of_every_type_may_silence() {
    let schema = |text: &str| said(&format!("{text}\nabaikan: [{{ kode: KST-03, alasan: Nama acara }}]\n"), Bahasa::Id);
    for file in [
        "istilah.yaml\nistilah: []",
        "tanya-jawab.yaml\ntanya_jawab: []",
        "jadwal.yaml\ntahapan: []",
        "koreksi.yaml\nkoreksi: []",
        "fakta/a.yaml\nfakta: []",
        "kegiatan/2024-10-01-rapat.yaml\njudul: Rapat\njenis: rakor\ntanggal: 2024-10-01",
        "wilayah/contoh/wilayah.yaml\nkode: \"33\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: { ada: false }",
    ] {
        let said = schema(&format!("--- {file}"));
        assert!(!said.contains("FMT-") && said.contains("RUJ-17"), "{file}: {said}");
    }
}
