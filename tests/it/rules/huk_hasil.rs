//! Electoral law: voters and votes.

use crate::rules::{check_kota, sound};
use snapbox::str;

const SUMBER: &str = "--- sumber.yaml\nba: { jenis: berita_acara, judul: Berita acara, tanggal: 2024-10-01 }\n";

fn figures(dpt: &str, tps: &str) -> String {
    format!(
        "{SUMBER}--- kota/fakta/pemilih.yaml\nper_tanggal: 2024-09-20\nsumber: [ba]\nfakta:\n  \
         - {{ ukuran: dpt, {dpt} }}\n  - {{ ukuran: tps, {tps} }}\n"
    )
}

#[test]
fn a_polling_place_has_at_most_600_voters() {
    check_kota(
        &figures("nilai: 60001", "nilai: 100"),
        str![[r#"
peringatan[HUK-21]: 60001 pemilih untuk 100 TPS, rata-rata lebih dari 600 di satu TPS
 --> content/wilayah/contoh/kota-contoh/fakta/pemilih.yaml:4:27
  |
4 |   - { ukuran: dpt, nilai: 60001 }
  |                           ^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/pemilih.yaml:5:27
  |
5 |   - { ukuran: tps, nilai: 100 }
  |                           --- jumlah TPS
  |
  = sebab: satu TPS paling banyak untuk 600 pemilih (PKPU 7/2024, menurut berita tentang rancangannya)
  = saran: periksa kedua angka

1 peringatan
"#]],
    );
    sound(&figures("nilai: 60000", "nilai: 100"));
    sound(&figures("nilai: 60001", "nilai: 0"));
    sound(&figures("nilai: 60001, status: berselisih", "nilai: 100"));
}

#[test]
fn the_sums_of_a_result_close() {
    check_kota(
        "\
--- kota/hasil.yaml
status: ditetapkan
suara: { 1: 100, 2: 201 }
sah: 300
tidak_sah: 9
pengguna_hak_pilih: 310
dpt: 305
bagian:
  - { nama: Kecamatan Utara, suara: { 1: 60, 2: 100 }, sah: 161, tidak_sah: 4 }
  - { nama: Kecamatan Selatan, suara: { 1: 40, 2: 100 }, sah: 140, tidak_sah: 4 }
",
        str![[r#"
galat[HUK-24]: suara nomor urut 2 di semua bagian berjumlah 200, tetapi keseluruhannya 201
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:2:21
  |
2 | suara: { 1: 100, 2: 201 }
  |                     ^^^
  |
  = sebab: jumlah yang tidak cocok menandakan salah salin
  = saran: periksa angkanya; jumlah yang cocok 200

galat[HUK-24]: suara sah di semua bagian berjumlah 301, tetapi keseluruhannya 300
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:3:6
  |
3 | sah: 300
  |      ^^^
  |
  = sebab: jumlah yang tidak cocok menandakan salah salin
  = saran: periksa angkanya; jumlah yang cocok 301

galat[HUK-24]: suara semua nomor urut berjumlah 301, tetapi suara sah 300
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:3:6
  |
3 | sah: 300
  |      ^^^
  |
  = sebab: jumlah yang tidak cocok menandakan salah salin
  = saran: periksa angkanya; jumlah yang cocok 301

galat[HUK-24]: suara tidak sah di semua bagian berjumlah 8, tetapi keseluruhannya 9
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:4:12
  |
4 | tidak_sah: 9
  |            ^
  |
  = sebab: jumlah yang tidak cocok menandakan salah salin
  = saran: periksa angkanya; jumlah yang cocok 8

galat[HUK-24]: pengguna hak pilih 310 lebih banyak dari DPT 305
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:5:21
  |
5 | pengguna_hak_pilih: 310
  |                     ^^^
  |
 ::: content/wilayah/contoh/kota-contoh/hasil.yaml:6:6
  |
6 | dpt: 305
  |      --- DPT
  |
  = sebab: jumlah yang tidak cocok menandakan salah salin
  = saran: periksa kedua angka

galat[HUK-24]: suara sah dan tidak sah berjumlah 309, tetapi pengguna hak pilih 310
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:5:21
  |
5 | pengguna_hak_pilih: 310
  |                     ^^^
  |
  = sebab: jumlah yang tidak cocok menandakan salah salin
  = saran: periksa angkanya; jumlah yang cocok 309

galat[HUK-24]: suara di Kecamatan Utara berjumlah 160, tetapi suara sahnya 161
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:8:61
  |
8 |   - { nama: Kecamatan Utara, suara: { 1: 60, 2: 100 }, sah: 161, tidak_sah: 4 }
  |                                                             ^^^
  |
  = sebab: jumlah yang tidak cocok menandakan salah salin
  = saran: periksa angkanya; jumlah yang cocok 160

7 galat
"#]],
    );
}

const HASIL: &str = "\
suara: { 1: 100, 2: 200 }
sah: 300
tidak_sah: 9
pengguna_hak_pilih: 309
dpt: 400
bagian:
  - { nama: Kecamatan Utara, suara: { 1: 60, 2: 100 }, sah: 160 }
  - { nama: Kecamatan Selatan, suara: { 1: 40, 2: 100 } }
";

#[test]
fn a_result_may_lack_figures_and_lag_behind_while_counting() {
    sound(&format!("--- kota/hasil.yaml\nstatus: ditetapkan\n{HASIL}"));
    sound(&format!("--- kota/hasil.yaml\nstatus: sementara\n{}", HASIL.replace("1: 60, 2: 100", "1: 50, 2: 110")));
    sound("--- kota/hasil.yaml\nstatus: dikutip_media\nsuara: { 1: 9007199254740992, 2: 9007199254740992 }\n");
}
