//! Dates and hours.

use crate::rules::{check_kota, sound};
use snapbox::str;

fn stages(stages: &[&str]) -> String {
    let lines = stages.iter().map(|rest| format!("  - {{ kelompok: turunan, nama: Debat, {rest} }}\n"));
    let list = lines.collect::<Vec<_>>().concat();
    format!("--- jadwal.yaml\ntahapan:\n{list}")
}

#[test]
fn a_stage_ends_when_it_began_or_later() {
    check_kota(
        &stages(&[
            "id: a, mulai: 2024-10-02, selesai: 2024-10-01",
            "id: b, mulai: 2024-10-02, jam_mulai: \"13:00\", jam_selesai: \"07:00\"",
        ]),
        str![[r#"
galat[JDW-01]: Debat selesai 1 Oktober 2024 sebelum mulai 2 Oktober 2024
 --> content/jadwal.yaml:2:74
  |
2 |   - { kelompok: turunan, nama: Debat, id: a, mulai: 2024-10-02, selesai: 2024-10-01 }
  |                                                                          ^^^^^^^^^^
  |
 ::: content/jadwal.yaml:2:53
  |
2 |   - { kelompok: turunan, nama: Debat, id: a, mulai: 2024-10-02, selesai: 2024-10-01 }
  |                                                     ---------- mulai
  |
  = sebab: kalender pembaca tidak bisa memuat masa yang terbalik
  = saran: periksa kedua tanggal

galat[JDW-01]: Debat selesai pukul 07:00 sebelum mulai pukul 13:00
 --> content/jadwal.yaml:3:98
  |
3 |   - { kelompok: turunan, nama: Debat, id: b, mulai: 2024-10-02, jam_mulai: "13:00", jam_selesai: "07:00" }
  |                                                                                                  ^^^^^^^
  |
 ::: content/jadwal.yaml:3:76
  |
3 |   - { kelompok: turunan, nama: Debat, id: b, mulai: 2024-10-02, jam_mulai: "13:00", jam_selesai: "07:00" }
  |                                                                            ------- mulai
  |
  = sebab: kalender pembaca tidak bisa memuat masa yang terbalik
  = saran: periksa kedua jam

2 galat
"#]],
    );
    sound(&stages(&[
        "id: a, mulai: 2024-10-01, selesai: 2024-10-01",
        "id: b, mulai: 2024-10-01, selesai: 2024-10-02, jam_mulai: \"13:00\", jam_selesai: \"07:00\"",
    ]));
}

#[test]
fn a_stage_says_when_it_is() {
    check_kota(
        &stages(&["id: a, dasar: PKPU 2/2024"]),
        str![[r#"
galat[JDW-04]: Debat tidak punya waktu
 --> content/jadwal.yaml:2:32
  |
2 |   - { kelompok: turunan, nama: Debat, id: a, dasar: PKPU 2/2024 }
  |                                ^^^^^
  |
  = sebab: tahapan tanpa waktu tidak memberi tahu apa-apa
  = saran: tambahkan `mulai` atau `selesai`; jika tanggalnya tidak tetap, tulis aturannya di `ketentuan`

1 galat
"#]],
    );
    sound(&stages(&["id: a, ketentuan: Paling lama 5 hari", "id: b, selesai: 2024-10-01"]));
}

#[test]
fn the_key_of_a_stage_is_used_once_in_a_schedule() {
    check_kota(
        &stages(&["id: a, mulai: 2024-10-01", "id: a, mulai: 2024-10-02"]),
        str![[r#"
galat[JDW-05]: kunci "a" dipakai dua kali
 --> content/jadwal.yaml:3:43
  |
3 |   - { kelompok: turunan, nama: Debat, id: a, mulai: 2024-10-02 }
  |                                           ^
  |
 ::: content/jadwal.yaml:2:43
  |
2 |   - { kelompok: turunan, nama: Debat, id: a, mulai: 2024-10-01 }
  |                                           - sudah dipakai di sini
  |
  = sebab: kalender orang mengenali tahapan dari kuncinya, dan yang kedua akan menimpa yang pertama
  = saran: beri tahapan ini kunci lain

1 galat
"#]],
    );
    let one = stages(&["id: a, mulai: 2024-10-01"]);
    sound(&(one.clone() + &one.replace("--- ", "--- kota/")));
}

#[test]
fn a_weekday_is_that_of_its_date() {
    check_kota(
        "\
--- kota/kegiatan/2024-09-23-pleno.yaml
judul: Rapat pleno
jenis: rapat_pleno
uraian: >-
  Pengundian berlangsung pada
  Selasa, 23 September 2024.
--- kota/berita/2024-11-14-rakor.md
---
judul: Rakor pada Jumat (14/11/2024)
tanggal: 2024-11-14
---

Batas akhirnya Rabu, 31 November 2024.
",
        str![[r#"
galat[JDW-02]: 14 November 2024 adalah hari Kamis, bukan Jumat
 --> content/wilayah/contoh/kota-contoh/berita/2024-11-14-rakor.md:2:19
  |
2 | judul: Rakor pada Jumat (14/11/2024)
  |                   ^^^^^^^^^^^^^^^^^
  |
  = sebab: orang merencanakan harinya, dan salah satu dari hari dan tanggal ini pasti keliru
  = saran: tulis Kamis, atau periksa tanggalnya

galat[JDW-02]: tanggal ini tidak ada di kalender
 --> content/wilayah/contoh/kota-contoh/berita/2024-11-14-rakor.md:6:16
  |
6 | Batas akhirnya Rabu, 31 November 2024.
  |                ^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: orang merencanakan harinya, dan salah satu dari hari dan tanggal ini pasti keliru
  = saran: periksa tanggalnya

galat[JDW-02]: 23 September 2024 adalah hari Senin, bukan Selasa
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-09-23-pleno.yaml:5:3
  |
5 |   Selasa, 23 September 2024.
  |   ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: orang merencanakan harinya, dan salah satu dari hari dan tanggal ini pasti keliru
  = saran: tulis Senin, atau periksa tanggalnya

3 galat
"#]],
    );
}

#[test]
fn a_weekday_may_be_right_quoted_or_without_a_date() {
    sound(
        "\
--- kota/berita/2024-11-14-rakor.md
---
judul: Rakor pada Kamis (14/11/2024)
tanggal: 2024-11-14
---

Senin, 23 September 2024; Rabu siang 27 November 2024. Selama dua minggu, 27 November 2024 makin dekat.
--- sumber.yaml
berita: { jenis: berita, judul: \"Selasa, 23 September 2024\", tanggal: 2024-09-23 }
--- klarifikasi/2024-11-14-hari.md
---
judul: Hari pemungutan suara
tanggal: 2024-11-14
kabar: Pemungutan suara Kamis, 27 November 2024.
putusan: salah
ringkasan: Pemungutan suara Rabu, 27 November 2024.
---

Pesan itu menulis “Kamis, 27 November 2024”.
",
    );
}
