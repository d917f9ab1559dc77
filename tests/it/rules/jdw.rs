//! Dates and hours.

use crate::rules::{DUA_PASLON, check_kota, check_kota_on, sound, sound_on};
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
berita: { jenis: berita, judul: \"Selasa, 23 September 2024\", penerbit: Contoh, tanggal: 2024-09-23 }
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

/// A schedule of stages, each a kind with its days.
fn kinds(list: &[(&str, &str, &str)]) -> String {
    let stage = |(jenis, mulai, selesai): &(&str, &str, &str)| {
        format!(
            "  - {{ id: {}-{mulai}, nama: Tahap {jenis}, kelompok: penyelenggaraan, jenis: {jenis}, mulai: {mulai}, selesai: {selesai} }}\n",
            jenis.replace('_', "-")
        )
    };
    format!("--- jadwal.yaml\ntahapan:\n{}", list.iter().map(stage).collect::<String>())
}

const PENETAPAN: (&str, &str, &str) = ("penetapan", "2024-09-22", "2024-09-22");

#[test]
fn stages_follow_each_other() {
    check_kota(
        &kinds(&[("pendaftaran", "2024-09-23", "2024-09-24"), PENETAPAN]),
        str![[r#"
galat[JDW-03]: Tahap penetapan mulai sebelum Tahap pendaftaran
 --> content/jadwal.yaml:3:108
  |
3 |   - { id: penetapan-2024-09-22, nama: Tahap penetapan, kelompok: penyelenggaraan, jenis: penetapan, mulai: 2024-09-22, selesai: 2024-...
  |                                                                                                            ^^^^^^^^^^
  |
 ::: content/jadwal.yaml:2:114
  |
2 | ...penyelenggaraan, jenis: pendaftaran, mulai: 2024-09-23, selesai: 2024-09-24 }
  |                                                ---------- Tahap pendaftaran mulai di sini
  |
  = sebab: setiap tahapan memerlukan hasil tahapan sebelumnya (PKPU 2/2024)
  = saran: periksa kedua tanggal dan `jenis`-nya

1 galat
"#]],
    );
    sound(&kinds(&[
        PENETAPAN,
        ("pendaftaran", "2024-08-27", "2024-08-29"),
        ("pendaftaran", "2024-09-23", "2024-09-24"),
    ]));
}

#[test]
fn the_campaign_and_the_quiet_period_keep_their_distance() {
    let kampanye = |mulai: &'static str| ("kampanye", mulai, "2024-11-23");
    check_kota(
        &kinds(&[PENETAPAN, kampanye("2024-09-26"), ("masa_tenang", "2024-11-23", "2024-11-26")]),
        str![[r#"
peringatan[JDW-08]: kampanye mulai 4 hari sesudah penetapan 22 September 2024, seharusnya 3 hari
 --> content/jadwal.yaml:3:105
  |
3 |   - { id: kampanye-2024-09-26, nama: Tahap kampanye, kelompok: penyelenggaraan, jenis: kampanye, mulai: 2024-09-26, selesai: 2024-11-...
  |                                                                                                         ^^^^^^^^^^
  |
  = sebab: jadwal yang meleset sehari menggeser apa yang boleh dan tidak boleh (PKPU 2/2024; jarak tiga hari sesudah penetapan menurut PKPU 4/2017)
  = saran: periksa kedua tanggal

peringatan[JDW-08]: masa tenang 23 November 2024 sampai 26 November 2024 bukan 3 hari sebelum pemungutan suara 27 November 2024
 --> content/jadwal.yaml:4:114
  |
4 |   - { id: masa-tenang-2024-11-23, nama: Tahap masa_tenang, kelompok: penyelenggaraan, jenis: masa_tenang, mulai: 2024-11-23, selesai:...
  |                                                                                                                  ^^^^^^^^^^
  |
  = sebab: jadwal yang meleset sehari menggeser apa yang boleh dan tidak boleh (PKPU 2/2024, PKPU 13/2024 pasal 45)
  = saran: periksa ketiga tanggal

2 peringatan
"#]],
    );
    sound(&kinds(&[PENETAPAN, kampanye("2024-09-25"), ("masa_tenang", "2024-11-24", "2024-11-26")]));
}

#[test]
fn what_happened_in_a_stage_is_dated_within_it() {
    let drawn = |tanggal: &str, hasil: &str| {
        let pengundian = ("pengundian", "2024-09-23", "2024-09-23");
        let schedule = kinds(&[PENETAPAN, pengundian, ("pemungutan_suara", "2024-11-27", "2024-11-27")]);
        format!(
            "{schedule}{DUA_PASLON}status: [ {{ keadaan: ditetapkan, tanggal: {tanggal} }} ]\n\
             --- kota/pengundian.yaml\ntanggal: {tanggal}\nhasil: {{ 1: Sari – Budi, 2: Rina – Dodi }}\n\
             --- kota/hasil.yaml\nstatus: sementara\ntanggal: {hasil}\nsuara: {{ 1: 1, 2: 1 }}\n"
        )
    };
    check_kota_on(
        "2024-12-01",
        &drawn("2024-09-22", "2024-11-26"),
        str![[r#"
peringatan[JDW-06]: hasil tanggal 26 November 2024 mendahului pemungutan suara 27 November 2024
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:2:10
  |
2 | tanggal: 2024-11-26
  |          ^^^^^^^^^^
  |
  = sebab: tanggal di catatan dan di jadwal yang berbeda membuat pembaca ragu mana yang benar
  = saran: periksa tanggalnya

peringatan[JDW-06]: pengundian 22 September 2024 di luar tahapannya, 23 September 2024 sampai 23 September 2024
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:1:10
  |
1 | tanggal: 2024-09-22
  |          ^^^^^^^^^^
  |
  = sebab: tanggal di catatan dan di jadwal yang berbeda membuat pembaca ragu mana yang benar
  = saran: periksa tanggal ini dan jadwal.yaml

2 peringatan
"#]],
    );
    sound_on("2024-12-01", &drawn("2024-09-23", "2024-11-27"));
    check_kota_on(
        "2024-12-01",
        &drawn("2024-09-21", "2024-11-27"),
        str![[r#"
peringatan[JDW-06]: penetapan pasangan calon 21 September 2024 di luar tahapannya, 22 September 2024 sampai 22 September 2024
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:4:43
  |
4 | status: [ { keadaan: ditetapkan, tanggal: 2024-09-21 } ]
  |                                           ^^^^^^^^^^
  |
  = sebab: tanggal di catatan dan di jadwal yang berbeda membuat pembaca ragu mana yang benar
  = saran: periksa tanggal ini dan jadwal.yaml

peringatan[HUK-05]: pengundian 21 September 2024 mendahului penetapan pasangan calon 22 September 2024
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:1:10
  |
1 | tanggal: 2024-09-21
  |          ^^^^^^^^^^
  |
  = sebab: nomor diundi sesudah pasangan calon ditetapkan, biasanya sehari sesudahnya (PKPU 22/2018 pasal 31 untuk pemilihan presiden, dipakai sebagai pembanding)
  = saran: periksa kedua tanggal: di berita acara pengundian dan di jadwal.yaml

2 peringatan
"#]],
    );
}

#[test]
fn what_is_over_is_not_to_come() {
    let event = |tanggal: &str, uraian: &str| {
        format!(
            "--- kota/kegiatan/{tanggal}-rakor.yaml\njudul: Rakor\njenis: rakor\ntanggal: {tanggal}\nuraian: {uraian}\n"
        )
    };
    check_kota(
        &event("2024-10-31", "Rapat akan digelar di aula."),
        str![[r#"
saran[JDW-07]: "akan digelar", padahal kegiatan ini sudah lewat
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-31-rakor.yaml:4:9
  |
4 | uraian: Rapat akan digelar di aula.
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca mengira kegiatan itu masih bisa diikuti
  = saran: tulis apa yang sudah terjadi

1 saran
"#]],
    );
    sound(&event("2024-11-01", "Rapat akan digelar di aula."));
    sound(&event("2024-10-31", "Rapat membahas apa yang akan dikerjakan."));
}
