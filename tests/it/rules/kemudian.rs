//! Later votes: where they lie, what they name, and what the law asks of them.

use crate::content::{on, said_on};
use crate::rules::{DUA_PASLON, in_kota};
use pilkada::bahasa::Bahasa;
use snapbox::str;

/// A sound vote held again in the made-up town.
const PSU: &str = "\
--- kota/pemilihan/psu-2025/pemilihan.yaml
jenis: psu
nama: Pemungutan suara ulang
tanggal: 2025-02-24
pemungutan_suara: 2025-04-19
menggantikan: serentak
cakupan: seluruh
keadaan: dijadwalkan
dasar: Putusan contoh 1
--- kota/pemilihan/psu-2025/paslon/1.yaml
nomor_urut: 1
dari: serentak
--- kota/pemilihan/psu-2025/paslon/2.yaml
nomor_urut: 2
dari: serentak
";

/// What is said of the made-up town on a day after the vote; a file of the text takes the place of one of the same name.
fn said(day: &str, text: &str) -> String {
    said_on(on(day), &in_kota(&[DUA_PASLON, PSU, text].concat()), Bahasa::Id)
}

#[track_caller]
fn check(day: &str, text: &str, expected: impl snapbox::IntoData) {
    snapbox::assert_data_eq!(said(day, text), expected);
}

/// The record of the vote with a line in the place of another.
fn psu(line: &str, other: &str) -> String {
    let record = PSU.split("--- ").nth(1).unwrap();
    assert!(record.contains(line), "{line}");
    format!("--- {}", record.replace(line, other))
}

#[test]
fn a_sound_later_vote_is_not_objected_to() {
    for day in ["2024-11-20", "2025-03-01", "2025-05-01"] {
        check(day, "", str!["tidak ada temuan"]);
    }
    check("2025-03-01", &psu("pemungutan_suara: 2025-04-19\n", ""), str!["tidak ada temuan"]);
    check("2025-03-01", &psu("cakupan: seluruh", "cakupan: { uraian: 2 TPS, tps: 2 }"), str!["tidak ada temuan"]);
}

#[test]
fn a_later_vote_names_what_is_there() {
    check(
        "2025-03-01",
        &psu("menggantikan: serentak", "menggantikan: psu-2024"),
        str![[r#"
galat[RUJ-23]: tidak ada pemilihan "psu-2024" di wilayah ini
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml:5:15
  |
5 | menggantikan: psu-2024
  |               ^^^^^^^^
  |
  = saran: pilihannya: serentak

1 galat
"#]],
    );
    check(
        "2025-03-01",
        &psu("cakupan: seluruh", "cakupan: semua"),
        str![[r#"
galat[FMT-04]: "semua" bukan salah satu pilihan di sini
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml:6:10
  |
6 | cakupan: semua
  |          ^^^^^
  |
  = saran: pilihannya: seluruh

1 galat
"#]],
    );
    check(
        "2025-03-01",
        &psu("cakupan: seluruh", "cakupan: { tps: 2 }"),
        str![[r#"
galat[FMT-03]: kunci `uraian` belum ada
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml:6:1
  |
6 | cakupan: { tps: 2 }
  | ^^^^^^^
  |
  = saran: tambahkan `uraian: …` # TPS mana, dalam kata: 12 TPS di Kecamatan Contoh

1 galat
"#]],
    );
    check(
        "2025-03-01",
        "--- kota/pemilihan/psu-2025/paslon/3.yaml\nnomor_urut: 3\ndari: serentak\n",
        str![[r#"
galat[RUJ-23]: di serentak tidak ada nomor urut 3
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/paslon/3.yaml:2:7
  |
2 | dari: serentak
  |       ^^^^^^^^
  |
  = saran: periksa nomornya, atau tulis semua isian pasangan ini di sini

1 galat
"#]],
    );
    check(
        "2025-03-01",
        "--- kota/pemilihan/psu-2025/paslon/2.yaml\nnomor_urut: 2\ndari: serentak\nslogan: Contoh\n",
        str![[r#"
galat[FMT-15]: `dari` mengambil semua isian dari serentak, jadi `slogan` tidak ditulis lagi
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/paslon/2.yaml:3:1
  |
3 | slogan: Contoh
  | ^^^^^^
  |
  = saran: hapus baris ini, atau hapus `dari` dan tulis semua isian pasangan ini

1 galat
"#]],
    );
    check(
        "2025-03-01",
        "--- kota/paslon/2.yaml\nnomor_urut: 2\ndari: serentak\n",
        str![[r#"
galat[RUJ-23]: `dari` hanya dipakai di dalam pemilihan/<nama>/
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:7
  |
2 | dari: serentak
  |       ^^^^^^^^
  |
  = saran: hapus baris ini

1 galat
"#]],
    );
}

#[test]
fn two_later_votes_do_not_take_each_others_place() {
    let other = psu("menggantikan: serentak", "menggantikan: psu-2025").replace("psu-2025/pem", "psu-2026/pem");
    check(
        "2025-03-01",
        &[psu("menggantikan: serentak", "menggantikan: psu-2026"), other].concat(),
        str![[r#"
galat[RUJ-23]: pemilihan ini dan "psu-2026" saling menggantikan
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml:5:15
  |
5 | menggantikan: psu-2026
  |               ^^^^^^^^
  |
  = saran: tulis yang lebih dulu diadakan; yang pertama menggantikan serentak

galat[RUJ-23]: pemilihan ini dan "psu-2025" saling menggantikan
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2026/pemilihan.yaml:5:15
  |
5 | menggantikan: psu-2025
  |               ^^^^^^^^
  |
  = saran: tulis yang lebih dulu diadakan; yang pertama menggantikan serentak

2 galat
"#]],
    );
}

#[test]
fn a_later_vote_lies_in_a_folder_of_its_region_with_its_record() {
    check(
        "2025-03-01",
        "--- kota/pemilihan.yaml\njenis: psu\nnama: Contoh\nmenggantikan: serentak\ncakupan: seluruh\nkeadaan: dijadwalkan\n",
        str![[r#"
galat[RUJ-24]: pemilihan.yaml berada di folder pemilihan/<nama>/ di dalam wilayahnya
--> content/wilayah/contoh/kota-contoh/pemilihan.yaml
 = saran: pindahkan, misalnya ke content/wilayah/<provinsi>/<wilayah>/pemilihan/psu-2025/

1 galat
"#]],
    );
    check(
        "2025-03-01",
        "--- kota/pemilihan/psu-2026/hasil.yaml\nstatus: sementara\nsuara: { 1: 1 }\n",
        str![[r#"
galat[RUJ-24]: folder wilayah/contoh/kota-contoh/pemilihan/psu-2026 berisi catatan tetapi tidak punya pemilihan.yaml
--> content/wilayah/contoh/kota-contoh/pemilihan/psu-2026/hasil.yaml
 = sebab: tanpa pemilihan.yaml tidak diketahui kapan orang memilih lagi, dan isinya tidak terbit
 = saran: buat pemilihan.yaml di folder itu

1 galat
"#]],
    );
}

#[test]
fn a_later_vote_rests_on_a_ruling_or_the_law() {
    check(
        "2025-03-01",
        &psu("dasar: Putusan contoh 1\n", ""),
        str![[r#"
galat[HUK-32]: Kota Contoh (Pemungutan suara ulang) belum menyebut dasarnya
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml:1:1
  |
1 | jenis: psu
  | ^^^^^
  |
  = sebab: pemilih diminta datang lagi, dan harus bisa memeriksa siapa yang memerintahkannya (Perbawaslu 15/2024 pasal 28, UU 10/2016 pasal 54D, Perppu 2/2020 pasal 120 ayat (2))
  = saran: tambahkan `dasar` dengan nomor putusan atau pasal undang-undangnya

1 galat
"#]],
    );
}

#[test]
fn a_later_vote_is_after_what_it_replaces_and_after_its_order() {
    check(
        "2025-03-01",
        &psu("pemungutan_suara: 2025-04-19", "pemungutan_suara: 2024-11-27"),
        str![[r#"
galat[HUK-33]: pemungutan suara 27 November 2024 mendahului perintahnya 24 Februari 2025
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml:4:19
  |
4 | pemungutan_suara: 2024-11-27
  |                   ^^^^^^^^^^
  |
  = sebab: hari yang terbalik membuat situs menyebut hasil yang salah sebagai yang berlaku
  = saran: periksa kedua tanggal, dan `menggantikan`

galat[HUK-33]: pemungutan suara 27 November 2024 tidak sesudah yang digantikannya, 27 November 2024
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml:4:19
  |
4 | pemungutan_suara: 2024-11-27
  |                   ^^^^^^^^^^
  |
  = sebab: hari yang terbalik membuat situs menyebut hasil yang salah sebagai yang berlaku
  = saran: periksa kedua tanggal, dan `menggantikan`

2 galat
"#]],
    );
    check(
        "2025-03-01",
        &psu("pemungutan_suara: 2025-04-19", "pemungutan_suara: 2025-02-01"),
        str![[r#"
galat[HUK-33]: pemungutan suara 1 Februari 2025 mendahului perintahnya 24 Februari 2025
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/pemilihan.yaml:4:19
  |
4 | pemungutan_suara: 2025-02-01
  |                   ^^^^^^^^^^
  |
  = sebab: hari yang terbalik membuat situs menyebut hasil yang salah sebagai yang berlaku
  = saran: periksa kedua tanggal, dan `menggantikan`

1 galat
"#]],
    );
}

#[test]
fn who_stands_again_stood_before() {
    let new = "--- kota/pemilihan/psu-2025/paslon/2.yaml\nnomor_urut: 2\ncalon: { nama: CALON LAIN }\n";
    check(
        "2025-03-01",
        &format!("{new}wakil: {{ nama: WAKIL LAIN }}\n"),
        str![[r#"
peringatan[HUK-34]: pasangan nomor urut 2 tidak ada pada pemungutan suara yang digantikan
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/paslon/2.yaml:1:13
  |
1 | nomor_urut: 2
  |             ^
  |
  = sebab: hanya pemilihan ulang yang membuka pendaftaran lagi; pemilih mengingat nomor yang lama (UU 1/2015 pasal 51-52; yang lain hanya jika putusannya memerintahkan)
  = saran: periksa nomor dan namanya; jika putusan memerintahkan pasangan baru, sebutkan di `abaikan`

1 peringatan
"#]],
    );
    check("2025-03-01", &format!("{new}wakil: {{ nama: DODI ANDAI }}\n"), str!["tidak ada temuan"]);
    let election = psu("jenis: psu", "jenis: ulang");
    check("2025-03-01", &format!("{election}{new}wakil: {{ nama: WAKIL LAIN }}\n"), str!["tidak ada temuan"]);
}

#[test]
fn the_empty_columns_victory_is_followed_by_an_election() {
    let single = "--- kota/paslon/2.yaml\nnomor_urut: 2\nkolom_kosong: true\n";
    let lost =
        format!("{single}--- kota/hasil.yaml\nstatus: ditetapkan\ntanggal: 2024-12-04\nsuara: {{ 1: 400, 2: 600 }}\n");
    check("2025-05-01", &lost, str!["tidak ada temuan"]);
    let off = psu("keadaan: dijadwalkan", "keadaan: dibatalkan");
    check("2025-04-30", &format!("{lost}{off}"), str!["tidak ada temuan"]);
    check(
        "2025-06-01",
        &format!("{lost}{off}"),
        str![[r#"
peringatan[HUK-35]: kolom kosong unggul di Kota Contoh 186 hari lalu, dan pemilihan ulangnya belum tercatat
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:3:8
  |
3 | suara: { 1: 400, 2: 600 }
  |        ^^^^^^^^^^^^^^^^^^
  |
  = sebab: tanpa catatan tentang pemilihan ulang pembaca mengira kepala daerahnya sudah terpilih (UU 10/2016 pasal 54D, putusan MK 126/PUU-XXII/2024)
  = saran: buat pemilihan/<nama>/pemilihan.yaml dengan `jenis: ulang`; harinya boleh kosong selama belum ditetapkan

1 peringatan
"#]],
    );
    let won = format!(
        "{off}{single}--- kota/hasil.yaml\nstatus: ditetapkan\ntanggal: 2024-12-04\nsuara: {{ 1: 600, 2: 400 }}\n"
    );
    check("2025-06-01", &won, str!["tidak ada temuan"]);
}

#[test]
fn a_merged_result_says_which_votes_are_old_and_which_are_new() {
    let some = psu("cakupan: seluruh", "cakupan: { uraian: 2 TPS, tps: 2 }");
    let result =
        "--- kota/pemilihan/psu-2025/hasil.yaml\nstatus: ditetapkan\ntanggal: 2025-04-22\nsuara: { 1: 6, 2: 4 }\n";
    check(
        "2025-05-01",
        &format!("{some}{result}"),
        str![[r#"
peringatan[HUK-36]: hasil gabungan ini tidak menyebut suara mana yang lama dan mana yang baru
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/hasil.yaml:3:8
  |
3 | suara: { 1: 6, 2: 4 }
  |        ^^^^^^^^^^^^^^
  |
  = sebab: hasil yang baru digabung dengan suara yang tidak dibatalkan, dan pembaca harus bisa memeriksa gabungannya (putusan MK 28 dan 30/PHPU.BUP-XXIII/2025)
  = saran: tambahkan `bagian` dengan `asal: tetap` dan `asal: ulang`

1 peringatan
"#]],
    );
    let parts = "bagian:\n  - { nama: Dua TPS, asal: ulang, suara: { 1: 2, 2: 1 } }\n  - { nama: TPS lain, suara: { 1: 4, 2: 3 } }\n";
    check(
        "2025-05-01",
        &format!("{some}{result}{parts}"),
        str![[r#"
peringatan[HUK-36]: bagian TPS lain belum punya `asal`
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/hasil.yaml:6:13
  |
6 |   - { nama: TPS lain, suara: { 1: 4, 2: 3 } }
  |             ^^^^^^^^
  |
  = sebab: hasil yang baru digabung dengan suara yang tidak dibatalkan, dan pembaca harus bisa memeriksa gabungannya (putusan MK 28 dan 30/PHPU.BUP-XXIII/2025)
  = saran: tulis `asal: tetap` atau `asal: ulang`

1 peringatan
"#]],
    );
    check(
        "2025-05-01",
        &format!("{result}{parts}"),
        str![[r#"
peringatan[HUK-36]: bagian Dua TPS punya `asal`, padahal di sini semua TPS memilih
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/hasil.yaml:5:13
  |
5 |   - { nama: Dua TPS, asal: ulang, suara: { 1: 2, 2: 1 } }
  |             ^^^^^^^
  |
  = sebab: hasil yang baru digabung dengan suara yang tidak dibatalkan, dan pembaca harus bisa memeriksa gabungannya (putusan MK 28 dan 30/PHPU.BUP-XXIII/2025)
  = saran: hapus `asal`

1 peringatan
"#]],
    );
}

#[test]
fn quiet_period_and_campaign_are_those_of_the_vote() {
    let stages = "\
--- kota/pemilihan/psu-2025/jadwal.yaml
tahapan:
  - { id: kampanye, nama: Kampanye, kelompok: penyelenggaraan, jenis: kampanye, mulai: 2025-03-01, selesai: 2025-04-15 }
  - { id: masa-tenang, nama: Masa tenang, kelompok: penyelenggaraan, jenis: masa_tenang, mulai: 2025-04-16, selesai: 2025-04-18 }
";
    let news = "--- kota/pemilihan/psu-2025/berita/2025-04-17-kunjungan.md\n---\njudul: Kunjungan\ntanggal: 2025-04-17\npaslon: [1, 2]\n---\nIsi.\n";
    check(
        "2025-05-01",
        &format!("{stages}{news}"),
        str![[r#"
peringatan[HUK-16]: berita tentang pasangan calon bertanggal 17 April 2025, di masa tenang
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/berita/2025-04-17-kunjungan.md:3:10
  |
3 | tanggal: 2025-04-17
  |          ^^^^^^^^^^
  |
  = sebab: di masa tenang tidak ada kampanye dalam bentuk apa pun, dan yang baru tentang satu pasangan bisa dibaca sebagai kampanye (PKPU 13/2024 pasal 45 dan 47; apakah itu mengikat situs KPU sendiri belum pasti)
  = saran: tahan dengan `terbit` sesudah 18 April 2025, atau hapus nomor di `paslon` jika bukan tentang mereka

1 peringatan
"#]],
    );
    let national = "\
--- jadwal.yaml
tahapan:
  - { id: masa-tenang, nama: Masa tenang, kelompok: penyelenggaraan, jenis: masa_tenang, mulai: 2024-11-24, selesai: 2024-11-26 }
  - { id: kampanye, nama: Kampanye, kelompok: penyelenggaraan, jenis: kampanye, mulai: 2024-09-25, selesai: 2024-11-23 }
";
    let debate =
        "--- kota/pemilihan/psu-2025/kegiatan/2025-03-20-debat.yaml\njudul: Debat\njenis: debat\ntanggal: 2025-03-20\n";
    check("2025-05-01", &format!("{stages}{national}{debate}"), str!["tidak ada temuan"]);
}

#[test]
fn a_stage_of_the_vote_is_on_the_day_of_the_record() {
    let stage = "\
--- kota/pemilihan/psu-2025/jadwal.yaml
tahapan:
  - { id: coblos, nama: Pemungutan suara ulang, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2025-04-20, selesai: 2025-04-20 }
";
    check(
        "2025-03-01",
        stage,
        str![[r#"
galat[HUK-18]: pemungutan suara 20 April 2025 di sini, tetapi 19 April 2025 di pemilihan.yaml
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/jadwal.yaml:2:108
  |
2 |   - { id: coblos, nama: Pemungutan suara ulang, kelompok: penyelenggaraan, jenis: pemungutan_suara, mulai: 2025-04-20, selesai: 2025-...
  |                                                                                                            ^^^^^^^^^^
  |
  = sebab: pemungutan suara serentak sama hari dan jamnya di semua daerah, menurut waktu setempat; yang kemudian punya harinya sendiri
  = saran: tulis 2025-04-19, atau perbaiki pemilihan.yaml

galat[HUK-18]: pemungutan suara 20 April 2025 di sini, tetapi 19 April 2025 di pemilihan.yaml
 --> content/wilayah/contoh/kota-contoh/pemilihan/psu-2025/jadwal.yaml:2:129
  |
2 | ...araan, jenis: pemungutan_suara, mulai: 2025-04-20, selesai: 2025-04-20 }
  |                                                                ^^^^^^^^^^
  |
  = sebab: pemungutan suara serentak sama hari dan jamnya di semua daerah, menurut waktu setempat; yang kemudian punya harinya sendiri
  = saran: tulis 2025-04-19, atau perbaiki pemilihan.yaml

2 galat
"#]],
    );
    check("2025-03-01", &stage.replace("2025-04-20", "2025-04-19"), str!["tidak ada temuan"]);
}
