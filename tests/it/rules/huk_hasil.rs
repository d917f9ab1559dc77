//! Electoral law: voters and votes.

use crate::rules::{check_kota, check_kota_on, sound, sound_on};
use snapbox::str;

/// A day after the votes were counted.
const AFTER: &str = "2024-12-31";

const SUMBER: &str =
    "--- sumber.yaml\nba: { jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-10-01 }\n";

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
  = sebab: banyaknya pemilih di satu TPS dibatasi (PKPU 7/2024, menurut berita tentang rancangannya)
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
    check_kota_on(
        AFTER,
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
tanggal: 2024-12-20
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
tanggal: 2024-12-20
";

#[test]
fn a_result_may_lack_figures_and_lag_behind_while_counting() {
    sound_on(AFTER, &format!("--- kota/hasil.yaml\nstatus: ditetapkan\n{HASIL}"));
    sound_on(
        AFTER,
        &format!("--- kota/hasil.yaml\nstatus: sementara\n{}", HASIL.replace("1: 60, 2: 100", "1: 50, 2: 110")),
    );
    sound_on(
        AFTER,
        "--- kota/hasil.yaml\nstatus: dikutip_media\nsuara: { 1: 9007199254740992, 2: 9007199254740992 }\ntanggal: 2024-12-05\n",
    );
}

/// Two pairs, or one against the empty column, and a result of 1,000 votes and 900.
fn elected(second: &str, terpilih: &str) -> String {
    format!(
        "--- kota/paslon/1.yaml\nnomor_urut: 1\ncalon: {{ nama: SARI CONTOH }}\nwakil: {{ nama: BUDI MISAL }}\n\
         --- kota/paslon/2.yaml\nnomor_urut: 2\n{second}\n\
         --- kota/hasil.yaml\nstatus: ditetapkan\ntanggal: 2024-12-20\nsuara: {{ 1: 1000, 2: 900 }}\nsah: 1900\nterpilih: {{ {terpilih} }}\n"
    )
}

const PASANGAN: &str = "calon: { nama: RINA UMPAMA }\nwakil: { nama: DODI ANDAI }";

#[test]
fn a_single_pair_is_elected_with_more_than_half() {
    let kosong = "kolom_kosong: true";
    check_kota_on(
        AFTER,
        &elected(kosong, "nomor_urut: 1").replace("1: 1000, 2: 900", "1: 950, 2: 950"),
        str![[r#"
galat[HUK-10]: nomor urut 1 mendapat 950 dari 1900 suara sah, tidak lebih dari 50 persen
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:5:25
  |
5 | terpilih: { nomor_urut: 1 }
  |                         ^
  |
  = sebab: kalau pasangan calon tunggal tidak terpilih, pemilihan diulang (UU 10/2016 pasal 54D)
  = saran: periksa suaranya, atau hapus `terpilih`

1 galat
"#]],
    );
    check_kota_on(
        AFTER,
        &elected(kosong, "nomor_urut: 2"),
        str![[r#"
galat[HUK-10]: nomor urut 2 adalah kolom kosong, jadi tidak bisa terpilih
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:5:25
  |
5 | terpilih: { nomor_urut: 2 }
  |                         ^
  |
  = sebab: kalau pasangan calon tunggal tidak terpilih, pemilihan diulang (UU 10/2016 pasal 54D)
  = saran: hapus `terpilih`; pemilihan ulangnya ditulis di pemilihan/<nama>/pemilihan.yaml

1 galat
"#]],
    );
    sound_on(AFTER, &elected(kosong, "nomor_urut: 1"));
}

#[test]
fn the_elected_pair_has_the_most_votes() {
    check_kota_on(
        AFTER,
        &elected(PASANGAN, "nomor_urut: 2"),
        str![[r#"
galat[HUK-11]: nomor urut 2 tertulis terpilih dengan 900 suara, padahal ada yang mendapat 1000
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:5:25
  |
5 | terpilih: { nomor_urut: 2 }
  |                         ^
  |
  = sebab: yang ditetapkan sebagai pasangan calon terpilih adalah yang memperoleh suara terbanyak (UU Pilkada pasal 107 dan 109)
  = saran: periksa nomor dan suaranya di keputusan

1 galat
"#]],
    );
    sound_on(AFTER, &elected(PASANGAN, "nomor_urut: 1"));
    sound_on(AFTER, &elected(PASANGAN, "nomor_urut: 2").replace("1: 1000, 2: 900", "1: 950, 2: 950"));
}

#[test]
fn in_jakarta_the_elected_pair_has_more_than_half() {
    let jakarta = |votes: &str| {
        let third = "--- kota/paslon/3.yaml\nnomor_urut: 3\ncalon: { nama: TONO ANDAI }\nwakil: { nama: WATI MISAL }\n";
        let text = elected(PASANGAN, "nomor_urut: 1").replace("1: 1000, 2: 900", votes) + third;
        let wilayah =
            "--- wilayah/jakarta/wilayah.yaml\nkode: \"31\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: {}\n";
        text.replace("--- kota/", "--- wilayah/jakarta/") + wilayah
    };
    check_kota_on(
        AFTER,
        &jakarta("1: 950, 2: 900, 3: 50"),
        str![[r#"
galat[HUK-11]: nomor urut 1 mendapat 950 dari 1900 suara sah; di Jakarta harus lebih dari 50 persen
 --> content/wilayah/jakarta/hasil.yaml:5:25
  |
5 | terpilih: { nomor_urut: 1 }
  |                         ^
  |
  = sebab: yang ditetapkan sebagai pasangan calon terpilih adalah yang memperoleh suara terbanyak (UU 2/2024 pasal 10 ayat (2))
  = saran: periksa nomor dan suaranya di keputusan

1 galat
"#]],
    );
    sound_on(AFTER, &jakarta("1: 951, 2: 900, 3: 49"));
}

#[test]
fn the_winner_is_determined_and_proposed_in_time() {
    let days = |rest: &str| elected(PASANGAN, &format!("nomor_urut: 1, tanggal: 2024-12-20, {rest}"));
    check_kota_on(
        AFTER,
        &days("pemberitahuan_mk: 2024-12-14, pengusulan: 2024-12-19"),
        str![[r#"
peringatan[HUK-30]: `tanggal` 20 Desember 2024 adalah 6 hari sesudah `pemberitahuan_mk`, paling lama 5 hari
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:5:37
  |
5 | terpilih: { nomor_urut: 1, tanggal: 2024-12-20, pemberitahuan_mk: 2024-12-14, pengusulan: 2024-12-19 }
  |                                     ^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/hasil.yaml:5:67
  |
5 | terpilih: { nomor_urut: 1, tanggal: 2024-12-20, pemberitahuan_mk: 2024-12-14, pengusulan: 2024-12-19 }
  |                                                                   ---------- dihitung dari sini
  |
  = sebab: tenggat itu menentukan kapan pasangan calon terpilih bisa disahkan (PKPU 2/2024)
  = saran: periksa kedua tanggal

peringatan[HUK-30]: `pengusulan` 19 Desember 2024 mendahului `tanggal` 20 Desember 2024
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:5:91
  |
5 | terpilih: { nomor_urut: 1, tanggal: 2024-12-20, pemberitahuan_mk: 2024-12-14, pengusulan: 2024-12-19 }
  |                                                                                           ^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/hasil.yaml:5:37
  |
5 | terpilih: { nomor_urut: 1, tanggal: 2024-12-20, pemberitahuan_mk: 2024-12-14, pengusulan: 2024-12-19 }
  |                                     ---------- dihitung dari sini
  |
  = sebab: tenggat itu menentukan kapan pasangan calon terpilih bisa disahkan (PKPU 2/2024)
  = saran: periksa kedua tanggal

2 peringatan
"#]],
    );
    check_kota_on(
        AFTER,
        &days("salinan_putusan: 2024-12-14"),
        str![[r#"
peringatan[HUK-30]: `tanggal` 20 Desember 2024 adalah 6 hari sesudah `salinan_putusan`, paling lama 5 hari
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:5:37
  |
5 | terpilih: { nomor_urut: 1, tanggal: 2024-12-20, salinan_putusan: 2024-12-14 }
  |                                     ^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/hasil.yaml:5:66
  |
5 | terpilih: { nomor_urut: 1, tanggal: 2024-12-20, salinan_putusan: 2024-12-14 }
  |                                                                  ---------- dihitung dari sini
  |
  = sebab: tenggat itu menentukan kapan pasangan calon terpilih bisa disahkan (PKPU 2/2024)
  = saran: periksa kedua tanggal

1 peringatan
"#]],
    );
    sound_on(AFTER, &days("pemberitahuan_mk: 2024-12-15, pengusulan: 2024-12-23"));
    sound_on(AFTER, &days("pemberitahuan_mk: 2024-12-01, salinan_putusan: 2024-12-15"));
    sound_on(AFTER, &elected(PASANGAN, "nomor_urut: 1, pemberitahuan_mk: 2024-12-14"));
}

#[test]
fn papers_are_printed_for_the_list_and_a_reserve() {
    let printed = |paper: u32| {
        figures("nilai: 40000", "nilai: 100") + &format!("  - {{ ukuran: surat_suara_dicetak, nilai: {paper} }}\n")
    };
    check_kota(
        &printed(40_999),
        str![[r#"
peringatan[HUK-22]: 40999 surat suara dicetak untuk 40000 pemilih; dengan cadangan 2,5 persen 41000
 --> content/wilayah/contoh/kota-contoh/fakta/pemilih.yaml:6:43
  |
6 |   - { ukuran: surat_suara_dicetak, nilai: 40999 }
  |                                           ^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/pemilih.yaml:4:27
  |
4 |   - { ukuran: dpt, nilai: 40000 }
  |                           ----- DPT
  |
  = sebab: surat suara dicetak sebanyak pemilih di DPT ditambah cadangan (UU Pilkada pasal 80 dan 87)
  = saran: periksa kedua angka

1 peringatan
"#]],
    );
    check_kota(
        &printed(41_102),
        str![[r#"
peringatan[HUK-22]: 41102 surat suara dicetak untuk 40000 pemilih; dengan cadangan 2,5 persen 41000
 --> content/wilayah/contoh/kota-contoh/fakta/pemilih.yaml:6:43
  |
6 |   - { ukuran: surat_suara_dicetak, nilai: 41102 }
  |                                           ^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/pemilih.yaml:4:27
  |
4 |   - { ukuran: dpt, nilai: 40000 }
  |                           ----- DPT
  |
  = sebab: surat suara dicetak sebanyak pemilih di DPT ditambah cadangan (UU Pilkada pasal 80 dan 87)
  = saran: periksa kedua angka

1 peringatan
"#]],
    );
    sound(&printed(41_000));
    sound(&printed(41_100));
    sound(&printed(43_000));
}
