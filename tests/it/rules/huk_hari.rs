//! Electoral law: days and hours.

use crate::rules::{check_kota, sound};
use snapbox::str;

const PENETAPAN: &str = "\
--- jadwal.yaml
tahapan:
  - { id: penetapan, nama: Penetapan, kelompok: penyelenggaraan, jenis: penetapan, mulai: 2024-09-22, selesai: 2024-09-22 }
";

fn drawn(tanggal: &str) -> String {
    format!("{PENETAPAN}--- kota/pengundian.yaml\ntanggal: {tanggal}\nhasil: {{}}\n")
}

#[test]
fn numbers_are_drawn_after_determination_and_soon() {
    check_kota(
        &drawn("2024-09-21"),
        str![[r#"
peringatan[HUK-05]: pengundian 21 September 2024 mendahului penetapan pasangan calon 22 September 2024
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:1:10
  |
1 | tanggal: 2024-09-21
  |          ^^^^^^^^^^
  |
  = sebab: nomor diundi sesudah pasangan calon ditetapkan, biasanya sehari sesudahnya (PKPU 22/2018 pasal 31 untuk pemilihan presiden, dipakai sebagai pembanding)
  = saran: periksa kedua tanggal: di berita acara pengundian dan di jadwal.yaml

1 peringatan
"#]],
    );
    check_kota(
        &drawn("2024-09-24"),
        str![[r#"
peringatan[HUK-05]: pengundian 24 September 2024 lebih dari 1 hari sesudah penetapan pasangan calon 22 September 2024
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:1:10
  |
1 | tanggal: 2024-09-24
  |          ^^^^^^^^^^
  |
  = sebab: nomor diundi sesudah pasangan calon ditetapkan, biasanya sehari sesudahnya (PKPU 22/2018 pasal 31 untuk pemilihan presiden, dipakai sebagai pembanding)
  = saran: periksa kedua tanggal: di berita acara pengundian dan di jadwal.yaml

1 peringatan
"#]],
    );
    sound(&drawn("2024-09-22"));
    sound(&drawn("2024-09-23"));
}

fn voted(rest: &str) -> String {
    format!(
        "--- jadwal.yaml\ntahapan:\n  - id: pemungutan-suara\n    nama: Pemungutan suara\n    \
         kelompok: penyelenggaraan\n    jenis: pemungutan_suara\n{rest}"
    )
}

#[test]
fn the_vote_is_on_the_voting_day_from_seven_to_one() {
    check_kota(
        &voted(
            "    mulai: 2024-11-27\n    selesai: 2024-11-28\n    jam_mulai: \"08:00\"\n    jam_selesai: \"13:00\"\n",
        ),
        str![[r#"
galat[HUK-18]: pemungutan suara 28 November 2024 di sini, tetapi 27 November 2024 di situs.yaml
 --> content/jadwal.yaml:7:14
  |
7 |     selesai: 2024-11-28
  |              ^^^^^^^^^^
  |
  = sebab: pemungutan suara serentak sama hari dan jamnya di semua daerah, menurut waktu setempat; yang kemudian punya harinya sendiri
  = saran: tulis 2024-11-27; pemungutan suara ulang, susulan atau lanjutan ditulis di pemilihan/<nama>/pemilihan.yaml di dalam wilayahnya

galat[HUK-18]: jam_mulai pemungutan suara 08:00, seharusnya 07:00
 --> content/jadwal.yaml:8:16
  |
8 |     jam_mulai: "08:00"
  |                ^^^^^^^
  |
  = sebab: pemungutan suara serentak sama hari dan jamnya di semua daerah, menurut waktu setempat; yang kemudian punya harinya sendiri (PKPU 17/2024 pasal 9 dan 29)
  = saran: tulis "07:00"

2 galat
"#]],
    );
    sound(&voted("    mulai: 2024-11-27\n    jam_mulai: \"07:00\"\n    jam_selesai: \"13:00\"\n"));
}

#[test]
fn the_voting_day_of_2024_is_known() {
    let situs = |hari: &str| {
        format!(
            "--- situs.yaml\nnama: Contoh\nalamat: https://contoh.test/\n\
             penyelenggara: {{ nama: KPU Contoh }}\npemungutan_suara: {hari}\n"
        )
    };
    check_kota(
        &situs("2024-11-26"),
        str![[r#"
galat[HUK-18]: hari pemungutan suara 2024 bukan 26 November 2024
 --> content/situs.yaml:4:19
  |
4 | pemungutan_suara: 2024-11-26
  |                   ^^^^^^^^^^
  |
  = sebab: pemungutan suara serentak sama hari dan jamnya di semua daerah, menurut waktu setempat; yang kemudian punya harinya sendiri (PKPU 2/2024)
  = saran: tulis 2024-11-27

1 galat
"#]],
    );
    sound(&situs("2025-04-19"));
    sound(&(situs("2025-04-19") + &voted("    mulai: 2025-04-19\n    jam_mulai: \"08:00\"\n")));
}
