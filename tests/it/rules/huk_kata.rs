//! Electoral law: the words it uses.

use crate::rules::{check_kota, sound};
use snapbox::str;

#[test]
fn the_empty_column_has_its_legal_name() {
    check_kota(
        "\
--- tanya-jawab.yaml
tanya_jawab:
  - tanya: Apa itu kolom kosong? # Orang bilang kotak kosong.
    jawab: >-
      Kolom tanpa gambar. Media menyebutnya
      kotak
      kosong.
--- kota/berita/2024-10-01-contoh.md
---
judul: Kotak Kosong di surat suara
tanggal: 2024-10-01
---

Pemilih boleh memilih kotak
kosong. Lihat [ini](https://contoh.test/kotak-kosong).
--- istilah.yaml
istilah:
  - istilah: Kolom kosong
    arti: Sering disebut kotak kosong.
",
        str![[r#"
peringatan[HUK-09]: "kotak kosong" bukan istilah undang-undang
 --> content/istilah.yaml:3:26
  |
3 |     arti: Sering disebut kotak kosong.
  |                          ^^^^^^^^^^^^
  |
  = sebab: yang kosong adalah kolom di surat suara, bukan kotak suaranya (UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024)
  = saran: tulis kolom kosong

peringatan[HUK-09]: "kotak kosong" bukan istilah undang-undang
 --> content/tanya-jawab.yaml:5:7
  |
5 |       kotak
  |       ^^^^^
  |
  = sebab: yang kosong adalah kolom di surat suara, bukan kotak suaranya (UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024)
  = saran: tulis kolom kosong

peringatan[HUK-09]: "Kotak Kosong" bukan istilah undang-undang
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:2:8
  |
2 | judul: Kotak Kosong di surat suara
  |        ^^^^^^^^^^^^
  |
  = sebab: yang kosong adalah kolom di surat suara, bukan kotak suaranya (UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024)
  = saran: tulis Kolom kosong

peringatan[HUK-09]: "kotak kosong" bukan istilah undang-undang
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:23
  |
6 | Pemilih boleh memilih kotak
  |                       ^^^^^
  |
  = sebab: yang kosong adalah kolom di surat suara, bukan kotak suaranya (UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024)
  = saran: tulis kolom kosong

4 peringatan
"#]],
    );
}

#[test]
fn the_other_name_may_be_quoted_where_it_is_explained() {
    sound(
        "\
--- istilah.yaml
istilah:
  - istilah: Kolom kosong
    arti: \"Kolom tanpa gambar; sering keliru disebut \\\"kotak kosong\\\" atau “kotak kosong”.\"
    lihat: [\"Kotak kosong\"]
--- sumber.yaml
berita-contoh: { jenis: berita, judul: Kotak kosong menang, penerbit: KPU Contoh, tanggal: 2024-10-01 }
--- koreksi.yaml
koreksi:
  - tanggal: 2024-10-02
    menyangkut: /contoh.html
    bidang: isi
    sebelum: kotak kosong
    sesudah: kolom kosong
    alasan: istilah undang-undang
    tingkat: kecil
--- klarifikasi/2024-10-01-contoh.md
---
judul: Surat suara dengan satu pasangan calon
tanggal: 2024-10-01
kabar: Kotak kosong tidak dihitung.
putusan: salah
ringkasan: Suara untuk kolom kosong dihitung.
---

Beredar kabar: \"kotak kosong tidak dihitung\". Itu salah.

> kotak kosong tidak dihitung
",
    );
}
