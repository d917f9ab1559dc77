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
galat[FMT-04]: kode wilayah 11.10 ditulis tanpa tanda kutip, jadi terbaca sebagai angka
 --> content/wilayah/contoh/wilayah.yaml:1:7
  |
1 | kode: 11.10
  |       ^^^^^
  |
  = saran: tulis "11.10"

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
  |
  = help: write each key on a line of its own, two spaces further in: "key: value"

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

#[test]
fn what_yaml_takes_for_a_comment_or_for_two_entries_is_said() {
    check(
        "--- wilayah/contoh/wilayah.yaml\nkode: \"11\"\nnama: Contoh\njenis: provinsi\npemilihan: { jumlah_paslon: 5 }\n--- wilayah/contoh/paslon/1.yaml\nnomor_urut: 1\ncalon: { nama: \"ANDI\u{a0}REKAAN \" }\nwakil: { nama: \"LINA\\nTIRUAN\" }\nvisi: Provinsi tertib #maju\nmisi: [Membangun jalan, jembatan dan sekolah]\n",
        str![[r##"
peringatan[FMT-33]: teks ini memuat spasi tak-putus (U+00A0), spasi di ujung
 --> content/wilayah/contoh/paslon/1.yaml:2:16
  |
2 | calon: { nama: "ANDI REKAAN " }
  |                ^^^^^^^^^^^^^^
  |
  = saran: ketik ulang: "ANDI REKAAN"

peringatan[FMT-33]: nama ini terpotong ganti baris
 --> content/wilayah/contoh/paslon/1.yaml:3:16
  |
3 | wakil: { nama: "LINA/nTIRUAN" }
  |                ^^^^^^^^^^^^^^
  |
  = saran: tulis "LINA TIRUAN"

galat[FMT-31]: "#maju" tidak akan terbit: sesudah spasi, tanda # memulai catatan YAML
 --> content/wilayah/contoh/paslon/1.yaml:4:23
  |
4 | visi: Provinsi tertib #maju
  |                       ^^^^^
  |
  = saran: tulis "Provinsi tertib #maju"; jika memang catatan, beri spasi sesudah #

peringatan[FMT-32]: di dalam [ ] setiap koma memisahkan isi, jadi ini 2 isi
 --> content/wilayah/contoh/paslon/1.yaml:5:7
  |
5 | misi: [Membangun jalan, jembatan dan sekolah]
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: jika satu kalimat, tulis ["Membangun jalan, jembatan dan sekolah"]; jika beberapa, tulis satu baris "- …" untuk setiap isinya

galat[HUK-31]: jumlah_paslon 5, tetapi paslon/ berisi 1 pasangan calon
 --> content/wilayah/contoh/wilayah.yaml:4:29
  |
4 | pemilihan: { jumlah_paslon: 5 }
  |                             ^
  |
  = sebab: pembaca melihat jumlah itu di samping daftar pasangan calon; kolom kosong tidak dihitung
  = saran: tulis 1, atau lengkapi berkas di paslon/

2 galat, 3 peringatan
"##]],
    );
}

#[test]
fn the_line_that_breaks_the_yaml_is_named() {
    check(
        "--- wilayah/contoh/wilayah.yaml\nkode: \"11\"\nnama: Contoh\njenis: provinsi\npemilihan: { jumlah_paslon: 5 }\n--- wilayah/contoh/paslon/1.yaml\nnomor_urut: 1\njalur partai\n--- wilayah/contoh/paslon/2.yaml\nnomor_urut: 2\njalur：partai\n--- wilayah/contoh/paslon/3.yaml\nnomor_urut: 3\n  jalur: partai\n--- wilayah/contoh/paslon/4.yaml\nnomor_urut: 4\nslogan: @bersama\n--- wilayah/contoh/paslon/5.yaml\nnomor_urut: 5\n\tjalur: partai\n",
        str![[r#"
galat[FMT-01]: susunan YAML di sini tidak bisa dibaca
 --> content/wilayah/contoh/paslon/1.yaml:2:1
  |
2 | jalur partai
  | ^^^^^^^^^^^^ titik dua sesudah kunci ini hilang
  |
  = saran: tulis `jalur: partai`

galat[FMT-01]: susunan YAML di sini tidak bisa dibaca
 --> content/wilayah/contoh/paslon/2.yaml:2:1
  |
2 | jalur：partai
  | ^^^^^^^ titik dua lebar (：) bukan titik dua YAML
  |
  = saran: tulis `jalur: …` dengan titik dua dan spasi biasa

galat[FMT-01]: susunan YAML di sini tidak bisa dibaca
 --> content/wilayah/contoh/paslon/3.yaml:2:3
  |
2 |   jalur: partai
  |   ^^^^^^^^^^^^^ jarak di awal baris ini 2 spasi, di baris sekelompoknya 0
  |
  = saran: samakan jarak di awal baris: 0 spasi, atau sebanyak baris lain dari kelompoknya

galat[FMT-01]: susunan YAML di sini tidak bisa dibaca
 --> content/wilayah/contoh/paslon/4.yaml:2:9
  |
2 | slogan: @bersama
  |         ^^^^^^^^ tanda @ di awal teks punya arti lain di YAML
  |
  = saran: tulis "@bersama"

galat[FMT-01]: susunan YAML di sini tidak bisa dibaca
 --> content/wilayah/contoh/paslon/5.yaml:2:1
  |
2 |     jalur: partai
  | ^^^^ ada tab; jarak di awal baris memakai spasi
  |
  = saran: ganti tab itu dengan spasi, sebanyak di baris lain yang sekelompok

5 galat
"#]],
    );
}

#[test]
fn a_key_of_another_file_is_named() {
    check(
        "--- partai.yaml\npkb: { nama: Partai Contoh, singkatan: PCO }\n--- wilayah/contoh/paslon/1.yaml\nnomor_urut: 1\npengusung: [PKB, Pco, Partai Lain]\nsumber: sk-penetapan\n",
        str![[r#"
galat[FMT-04]: "PKB" bukan kunci di partai.yaml
 --> content/wilayah/contoh/paslon/1.yaml:2:13
  |
2 | pengusung: [PKB, Pco, Partai Lain]
  |             ^^^
  |
  = saran: tulis pkb

galat[FMT-04]: "Pco" bukan kunci di partai.yaml
 --> content/wilayah/contoh/paslon/1.yaml:2:18
  |
2 | pengusung: [PKB, Pco, Partai Lain]
  |                  ^^^
  |
  = saran: tulis pkb

galat[FMT-04]: "Partai Lain" bukan kunci di partai.yaml
 --> content/wilayah/contoh/paslon/1.yaml:2:23
  |
2 | pengusung: [PKB, Pco, Partai Lain]
  |                       ^^^^^^^^^^^
  |
  = saran: tulis kuncinya; yang ada: pkb

galat[FMT-04]: `sumber` di sini harus daftar, satu baris "- …" untuk setiap isinya
 --> content/wilayah/contoh/paslon/1.yaml:3:9
  |
3 | sumber: sk-penetapan
  |         ^^^^^^^^^^^^
  |
  = saran: tulis [sk-penetapan]

galat[RUJ-10]: folder wilayah/contoh berisi catatan tetapi tidak punya wilayah.yaml
--> content/wilayah/contoh/wilayah.yaml
 = sebab: tanpa wilayah.yaml folder itu bukan wilayah, dan isinya tidak terbit
 = saran: buat wilayah.yaml di folder itu

5 galat
"#]],
    );
}

#[test]
fn a_comma_inside_braces_ends_no_value() {
    check(
        "--- wilayah/contoh/wilayah.yaml\nkode: \"11\"\nnama: Contoh\njenis: provinsi\npenyelenggara: { nama: KPU Contoh, ketua: Rahmat, S.H., M.H. }\n--- wilayah/contoh/fakta/x.yaml\nfakta:\n  - { ukuran: partisipasi, nilai: 81.2, pembanding: 80,33 }\n  - { ukuran: tps, nilai: 230.000 }\n",
        str![[r#"
galat[FMT-04]: di dalam { } koma memisahkan isi, juga di tengah nilai
 --> content/wilayah/contoh/fakta/x.yaml:2:53
  |
2 |   - { ukuran: partisipasi, nilai: 81.2, pembanding: 80,33 }
  |                                                     ^^^^^
  |
  = saran: tulis `pembanding: 80.33`

galat[FMT-04]: 230.000 di YAML berarti 230: titik adalah koma desimal
 --> content/wilayah/contoh/fakta/x.yaml:3:27
  |
3 |   - { ukuran: tps, nilai: 230.000 }
  |                           ^^^^^^^
  |
  = saran: tulis 230000 tanpa titik; jika memang 230, tulis 230

galat[FMT-03]: kunci `pemilihan` belum ada
 --> content/wilayah/contoh/wilayah.yaml:1:1
  |
1 | kode: "11"
  | ^^^^^^^^^^
  |
  = saran: tambahkan `pemilihan: …` # Pemilihan di wilayah ini

galat[FMT-04]: di dalam { } koma memisahkan isi, juga di tengah nilai
 --> content/wilayah/contoh/wilayah.yaml:4:43
  |
4 | penyelenggara: { nama: KPU Contoh, ketua: Rahmat, S.H., M.H. }
  |                                           ^^^^^^^^^^^^^^^^^^
  |
  = saran: tulis `ketua: "Rahmat, S.H., M.H."`

4 galat
"#]],
    );
}
