//! Figures that are held against others: sums, shares, age, spelling.

use crate::content::check;
use crate::rules::{check_kota, check_kota_on, sound, sound_on};
use snapbox::str;

/// An article with this text.
fn article(body: &str) -> String {
    format!("--- kota/berita/2024-10-01-contoh.md\n---\njudul: Contoh\ntanggal: 2024-10-01\n---\n\n{body}")
}

/// A made-up province of five regions, whose codes are those of a real one, with these DPT.
fn province(whole: u64, parts: [u64; 5]) -> String {
    let dpt = |nilai| format!("per_tanggal: 2024-09-20\nsumber: [ba]\nfakta:\n  - {{ ukuran: dpt, nilai: {nilai} }}\n");
    let mut text = format!(
        "--- sumber.yaml\nba: {{ jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-10-01 }}\n\
--- wilayah/contoh/wilayah.yaml\nkode: \"34\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {{ ada: false }}\n\
--- wilayah/contoh/fakta/dpt.yaml\n{}",
        dpt(whole)
    );
    for (i, (kode, nilai)) in ["34.01", "34.02", "34.03", "34.04", "34.71"].iter().zip(parts).enumerate() {
        let (jenis, kind) = if *kode == "34.71" { ("kota", "Kota") } else { ("kabupaten", "Kabupaten") };
        let region = format!(
            "--- wilayah/contoh/k{i}/wilayah.yaml\nkode: \"{kode}\"\nnama: {kind} Contoh {i}\njenis: {jenis}\n\
pemilihan: {{}}\n--- wilayah/contoh/k{i}/fakta/dpt.yaml\n{}",
            dpt(nilai)
        );
        text.push_str(&region);
    }
    text
}

/// The same province, without the figure of its first part.
fn without_first(text: &str) -> String {
    text.replace("--- wilayah/contoh/k0/fakta/dpt.yaml", "--- fakta/k0.yaml")
}

#[test]
fn the_voters_of_the_parts_are_those_of_the_province() {
    check(
        &province(150, [10, 20, 30, 40, 51]),
        str![[r#"
galat[FKT-11]: DPT 5 kabupaten dan kota berjumlah 151, bukan 150
 --> content/wilayah/contoh/fakta/dpt.yaml:4:27
  |
4 |   - { ukuran: dpt, nilai: 150 }
  |                           ^^^
  |
  = sebab: setiap pemilih di kabupaten dan kota adalah pemilih di provinsinya
  = saran: periksa angkanya; jika sumbernya sendiri tidak cocok, tulis `status: berselisih` dan `catatan`

1 galat
"#]],
    );
    check(&province(150, [10, 20, 30, 40, 50]), str![[r#"tidak ada temuan"#]]);
    check(
        &without_first(&province(150, [10, 20, 30, 40, 151])),
        str![[r#"
galat[FKT-11]: DPT 151 lebih dari DPT Provinsi Contoh, 150
 --> content/wilayah/contoh/k4/fakta/dpt.yaml:4:27
  |
4 |   - { ukuran: dpt, nilai: 151 }
  |                           ^^^
  |
 ::: content/wilayah/contoh/fakta/dpt.yaml:4:27
  |
4 |   - { ukuran: dpt, nilai: 150 }
  |                           --- DPT provinsinya
  |
  = sebab: setiap pemilih di kabupaten dan kota adalah pemilih di provinsinya
  = saran: periksa kedua angka

1 galat
"#]],
    );
}

#[test]
fn parts_of_other_days_and_a_province_with_parts_missing_are_not_added_up() {
    let other_day =
        province(150, [10, 20, 30, 40, 51]).replacen("per_tanggal: 2024-09-20", "per_tanggal: 2024-09-22", 1);
    check(&other_day, str![[r#"tidak ada temuan"#]]);
    let missing = without_first(&province(150, [10, 20, 30, 40, 51]));
    check(&missing, str![[r#"tidak ada temuan"#]]);
}

#[test]
fn a_share_is_that_of_its_counts() {
    check_kota(
        &article("Sudah 13 dari 16 tahapan (86 persen).\n"),
        str![[r#"
peringatan[FKT-12]: 86 persen tidak cocok dengan hitungannya, 81,25 persen
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:27
  |
6 | Sudah 13 dari 16 tahapan (86 persen).
  |                           ^^
  |
  = sebab: pembaca bisa menghitung sendiri, dan angka yang tidak cocok merusak kepercayaan pada yang lain
  = saran: periksa ketiga angka

1 peringatan
"#]],
    );
    sound(&article("Sudah 13 dari 16 tahapan (81,25 persen), atau 943 dari 950 TPS (99 persen).\n"));
}

/// A result of 750 voters among 1,000, and this turnout.
fn turnout(nilai: &str) -> String {
    format!(
        "--- sumber.yaml\nba: {{ jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-10-01 }}\n\
--- kota/hasil.yaml\nstatus: dikutip_media\nsuara: {{}}\npengguna_hak_pilih: 750\ndpt: 1000\nsumber: [ba]\ntanggal: 2024-12-05\n\
--- kota/fakta/partisipasi.yaml\nper_tanggal: 2024-12-05\nsumber: [ba]\nfakta:\n  - {{ ukuran: partisipasi, nilai: {nilai} }}\n"
    )
}

#[test]
fn turnout_is_that_of_the_result() {
    check_kota_on(
        "2024-12-31",
        &turnout("76.2"),
        str![[r#"
peringatan[FKT-12]: 76,2 persen tidak cocok dengan hitungannya, 75,00 persen
 --> content/wilayah/contoh/kota-contoh/fakta/partisipasi.yaml:4:35
  |
4 |   - { ukuran: partisipasi, nilai: 76.2 }
  |                                   ^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/hasil.yaml:3:21
  |
3 | pengguna_hak_pilih: 750
  |                     --- dihitung dari sini
  |
  = sebab: pembaca bisa menghitung sendiri, dan angka yang tidak cocok merusak kepercayaan pada yang lain
  = saran: periksa ketiga angka

1 peringatan
"#]],
    );
    sound_on("2024-12-31", &turnout("75"));
    sound_on("2024-12-31", &turnout("76, kualifikasi: sekitar"));
}

/// A figure of readiness with its day.
fn ready(day: &str) -> String {
    format!(
        "--- sumber.yaml\nba: {{ jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-09-01 }}\n\
--- kota/fakta/contoh.yaml\nsumber: [ba]\nfakta:\n  - {{ ukuran: kesiapan, nilai: 80, per_tanggal: {day} }}\n"
    )
}

#[test]
fn a_figure_that_changes_is_not_left_standing() {
    check_kota(
        &ready("2024-09-10"),
        str![[r#"
saran[FKT-13]: angka ini keadaan 52 hari lalu, 10 September 2024
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:3:15
  |
3 |   - { ukuran: kesiapan, nilai: 80, per_tanggal: 2024-09-10 }
  |               ^^^^^^^^
  |
  = sebab: angka kesiapan yang lama terbaca sebagai keadaan hari ini
  = saran: tambahkan angka terbaru dengan `per_tanggal` dan sumbernya; angka lama boleh tetap ada

1 saran
"#]],
    );
    sound(&ready("2024-10-20"));
    sound(&ready("2024-09-10").replace("kesiapan", "target_partisipasi"));
    sound(&format!("{}  - {{ ukuran: kesiapan, nilai: 90, per_tanggal: 2024-10-20 }}\n", ready("2024-09-10")));
}

#[test]
fn numbers_are_written_the_indonesian_way() {
    check_kota(
        &article("DPT 2,695,348 orang, target 80.33 persen.\n"),
        str![[r#"
saran[FKT-14]: 2,695,348 ditulis dengan cara Inggris
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:5
  |
6 | DPT 2,695,348 orang, target 80.33 persen.
  |     ^^^^^^^^^
  |
  = sebab: di Indonesia 2,695 terbaca dua koma enam, dan 80.33 terbaca delapan ribu tiga puluh tiga
  = saran: tulis 2.695.348

saran[FKT-14]: 80.33 ditulis dengan cara Inggris
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:29
  |
6 | DPT 2,695,348 orang, target 80.33 persen.
  |                             ^^^^^
  |
  = sebab: di Indonesia 2,695 terbaca dua koma enam, dan 80.33 terbaca delapan ribu tiga puluh tiga
  = saran: tulis 80,33

2 saran
"#]],
    );
    sound(&article("DPT 2.695.348 orang, 80,33 persen, nomor 1,2,3, pukul 07.00.\n"));
    let english = article("DPT 2,695,348 voters.\n").replace("contoh.md", "contoh.en.md");
    sound(&format!("{}{english}", article("DPT 2.695.348 pemilih.\n")));
}
