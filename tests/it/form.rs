//! What is wrong with the form of a record.

use crate::content::{check, said};
use pilkada::bahasa::Bahasa;
use snapbox::str;

#[test]
fn all_mistakes_of_one_file_are_said_in_one_run() {
    check(
        "
--- wilayah/contoh/wilayah.yaml
kode: 11.10
nama: Contoh
jenis: propinsi
nama: Contoh
pemilihan: { jumlah_paslon: \"2.695.348\" }
pejabat:
  - { jabatan: Gubernur, sifat: Pj, nama: , per_tangal: 27/11/2024 }
",
        str![[r#"
galat[FMT-04]: kode wilayah 11.1 ditulis tanpa tanda kutip, jadi terbaca sebagai angka
 --> content/wilayah/contoh/wilayah.yaml:1:7
  |
1 | kode: 11.10
  |       ^^^^^
  |
  = saran: tulis kodenya dalam tanda kutip, misalnya "11.10"

galat[FMT-04]: "propinsi" bukan salah satu pilihan di sini
 --> content/wilayah/contoh/wilayah.yaml:3:8
  |
3 | jenis: propinsi
  |        ^^^^^^^^
  |
  = saran: mungkin maksudnya provinsi; pilihannya: provinsi, kabupaten, kota

galat[FMT-05]: kunci `nama` ditulis dua kali
 --> content/wilayah/contoh/wilayah.yaml:4:1
  |
4 | nama: Contoh
  | ^^^^
  |
 ::: content/wilayah/contoh/wilayah.yaml:2:1
  |
2 | nama: Contoh
  | ---- pertama kali di sini
  |
  = saran: hapus salah satu

galat[FMT-04]: "2.695.348" bukan angka yang bisa dihitung
 --> content/wilayah/contoh/wilayah.yaml:5:29
  |
5 | pemilihan: { jumlah_paslon: "2.695.348" }
  |                             ^^^^^^^^^^^
  |
  = saran: tulis 2695348

galat[FMT-04]: "Pj" bukan salah satu pilihan di sini
 --> content/wilayah/contoh/wilayah.yaml:7:33
  |
7 |   - { jabatan: Gubernur, sifat: Pj, nama: , per_tangal: 27/11/2024 }
  |                                 ^^
  |
  = saran: mungkin maksudnya pj; pilihannya: definitif, pj, pjs, plt, plh

galat[FMT-04]: nilainya kosong
 --> content/wilayah/contoh/wilayah.yaml:7:37
  |
7 |   - { jabatan: Gubernur, sifat: Pj, nama: , per_tangal: 27/11/2024 }
  |                                     ^^^^
  |
  = saran: isi nilainya, atau hapus barisnya jika tidak diketahui

galat[FMT-02]: kunci `per_tangal` tidak dikenal di sini
 --> content/wilayah/contoh/wilayah.yaml:7:45
  |
7 |   - { jabatan: Gubernur, sifat: Pj, nama: , per_tangal: 27/11/2024 }
  |                                             ^^^^^^^^^^
  |
  = saran: mungkin maksudnya `per_tanggal`

7 galat
"#]],
    );
}

#[test]
fn findings_can_be_read_in_english() {
    let said = said(
        "--- wilayah/contoh/wilayah.yaml\nkode: \"11\"\nnama: Contoh\njenis: provinsi\npemilihan: ya\n",
        Bahasa::En,
    );
    snapbox::assert_data_eq!(
        said,
        str![[r#"
error[FMT-04]: `pemilihan` must be keys and values ("key: value") here
 --> content/wilayah/contoh/wilayah.yaml:4:12
  |
4 | pemilihan: ya
  |            ^^

1 error
"#]]
    );
}

#[test]
fn an_article_of_a_later_day_waits_and_links_to_it_are_right() {
    let article = |day: &str, body: &str| {
        format!("--- berita/{day}-satu-{day}.md\n---\njudul: Satu\ntanggal: {day}\n---\n\n{body}\n")
    };
    let later = article("2024-11-02", "Nanti.");
    let link = "[nanti](2024-11-02-satu-2024-11-02.md) [juga](/berita/satu-2024-11-02.html)";
    let sound = later.clone() + &article("2024-10-31", link);
    check(&sound, str!["tidak ada temuan"]);
    let files = crate::content::build(&sound);
    assert!(files.contains_key("berita/satu-2024-10-31.html"));
    assert!(!files.contains_key("berita/satu-2024-11-02.html"), "its day is tomorrow");
}
