//! Electoral law: who stands in a contest.

use crate::rules::{DUA_PASLON, check_kota, sound};
use snapbox::str;

#[test]
fn a_person_stands_once_in_a_contest() {
    check_kota(
        "\
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH }
wakil: { nama: Sari  Contoh }
--- kota/paslon/2.yaml
nomor_urut: 2
calon: { nama: RINA UMPAMA }
wakil: { nama: SARI CONTOH }
",
        str![[r#"
galat[HUK-01]: Sari  Contoh adalah calon dan juga wakilnya sendiri
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:3:16
  |
3 | wakil: { nama: Sari  Contoh }
  |                ^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:16
  |
2 | calon: { nama: SARI CONTOH }
  |                ----------- nama yang sama di sini
  |
  = sebab: pasangan calon terdiri dari dua orang, dan satu orang hanya ikut dalam satu pasangan (UU Pilkada, PKPU 8/2024)
  = saran: periksa nama di surat suara

galat[HUK-01]: SARI CONTOH ada di dua pasangan calon di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:3:16
  |
3 | wakil: { nama: SARI CONTOH }
  |                ^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:3:16
  |
3 | wakil: { nama: Sari  Contoh }
  |                ------------ nama yang sama di sini
  |
  = sebab: pasangan calon terdiri dari dua orang, dan satu orang hanya ikut dalam satu pasangan (UU Pilkada, PKPU 8/2024)
  = saran: periksa nama di surat suara

2 galat
"#]],
    );
}

#[test]
fn two_persons_may_share_a_part_of_their_names() {
    sound(
        "\
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH }
wakil: { nama: BUDI CONTOH }
--- kota/paslon/2.yaml
nomor_urut: 2
calon: { nama: SARI UMPAMA }
wakil: { nama: DODI CONTOH }
",
    );
}

#[test]
fn nomor_urut_is_given_once() {
    check_kota(
        &DUA_PASLON.replace("nomor_urut: 2", "nomor_urut: 1"),
        str![[r#"
galat[HUK-02]: nomor urut 1 dipakai dua kali di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:1:13
  |
1 | nomor_urut: 1
  |             ^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:1:13
  |
1 | nomor_urut: 1
  |             - nomor ini sudah milik paslon/1.yaml
  |
  = sebab: pemilih mengenali pasangan calon dari nomornya (UU 1/2015 pasal 51-52)
  = saran: tulis nomor hasil pengundian

1 galat
"#]],
    );
}

#[test]
fn nomor_urut_leaves_no_gap() {
    check_kota(
        &DUA_PASLON.replace("paslon/2.yaml", "paslon/3.yaml").replace("nomor_urut: 2", "nomor_urut: 3"),
        str![[r#"
galat[HUK-02]: nomor urut 2 tidak ada di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/3.yaml:1:13
  |
1 | nomor_urut: 3
  |             ^ nomor berikutnya
  |
  = sebab: pemilih mengenali pasangan calon dari nomornya (UU 1/2015 pasal 51-52)
  = saran: buat paslon/2.yaml, juga untuk kolom kosong

1 galat
"#]],
    );
}

#[test]
fn nomor_urut_begins_with_one_also_for_the_empty_column() {
    sound(DUA_PASLON);
    check_kota(
        "\
--- kota/paslon/2.yaml
nomor_urut: 2
calon: { nama: RINA UMPAMA }
wakil: { nama: DODI ANDAI }
--- kota/paslon/3.yaml
nomor_urut: 3
kolom_kosong: true
",
        str![[r#"
galat[HUK-02]: nomor urut 1 tidak ada di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:1:13
  |
1 | nomor_urut: 2
  |             ^ nomor berikutnya
  |
  = sebab: pemilih mengenali pasangan calon dari nomornya (UU 1/2015 pasal 51-52)
  = saran: buat paslon/1.yaml, juga untuk kolom kosong

1 galat
"#]],
    );
}

#[test]
fn candidates_can_be_old_enough() {
    check_kota(
        "\
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH, tahun_lahir: 2000 }
wakil: { nama: BUDI MISAL, tahun_lahir: 1998 }
--- kota/paslon/2.yaml
nomor_urut: 2
kolom_kosong: true
--- wilayah/coba/wilayah.yaml
kode: \"34\"
nama: Provinsi Coba
jenis: provinsi
pemilihan: {}
--- wilayah/coba/paslon/1.yaml
nomor_urut: 1
calon: { nama: RINA UMPAMA, tahun_lahir: 1993 }
wakil: { nama: DODI ANDAI, tahun_lahir: 1995 }
--- wilayah/coba/paslon/2.yaml
nomor_urut: 2
kolom_kosong: true
",
        str![[r#"
galat[HUK-06]: DODI ANDAI lahir 1995, belum bisa 30 tahun pada penetapan pasangan calon 2024
 --> content/wilayah/coba/paslon/1.yaml:3:41
  |
3 | wakil: { nama: DODI ANDAI, tahun_lahir: 1995 }
  |                                         ^^^^
  |
  = sebab: calon cukup umur untuk jabatannya pada hari penetapan pasangan calon (putusan MK 70/PUU-XXII/2024, PKPU 10/2024 pasal 15)
  = saran: periksa tahunnya; paling akhir 1994

galat[HUK-06]: SARI CONTOH lahir 2000, belum bisa 25 tahun pada penetapan pasangan calon 2024
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:42
  |
2 | calon: { nama: SARI CONTOH, tahun_lahir: 2000 }
  |                                          ^^^^
  |
  = sebab: calon cukup umur untuk jabatannya pada hari penetapan pasangan calon (putusan MK 70/PUU-XXII/2024, PKPU 10/2024 pasal 15)
  = saran: periksa tahunnya; paling akhir 1999

2 galat
"#]],
    );
}

#[test]
fn the_age_counts_on_the_day_of_determination() {
    sound(
        "\
--- jadwal.yaml
tahapan:
  - { id: penetapan, nama: Penetapan, kelompok: penyelenggaraan, jenis: penetapan, mulai: 2026-01-05 }
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH, tahun_lahir: 2000 }
wakil: { nama: BUDI MISAL, tahun_lahir: 1960 }
--- kota/paslon/2.yaml
nomor_urut: 2
kolom_kosong: true
",
    );
}

#[test]
fn a_single_pair_stands_against_an_empty_column() {
    check_kota(
        "--- kota/paslon/1.yaml\nnomor_urut: 1\ncalon: { nama: SARI CONTOH }\nwakil: { nama: BUDI MISAL }\n",
        str![[r#"
galat[HUK-08]: pasangan calon tunggal di Kota Contoh belum punya kolom kosong
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:1:13
  |
1 | nomor_urut: 1
  |             ^
  |
  = sebab: apa yang berdampingan dengan pasangan calon tunggal di surat suara tergantung hukum pada hari pemungutan suaranya (UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024)
  = saran: buat paslon/2.yaml dengan `nomor_urut: 2` dan `kolom_kosong: true`

1 galat
"#]],
    );
}

#[test]
fn there_is_one_empty_column_at_most_and_none_beside_two_pairs() {
    let kosong = "--- kota/paslon/3.yaml\nnomor_urut: 3\nkolom_kosong: true\n";
    check_kota(
        &format!("{DUA_PASLON}{kosong}"),
        str![[r#"
galat[HUK-08]: kolom kosong tidak ada di surat suara Kota Contoh dengan 2 pasangan calon
 --> content/wilayah/contoh/kota-contoh/paslon/3.yaml:2:15
  |
2 | kolom_kosong: true
  |               ^^^^
  |
  = sebab: apa yang berdampingan dengan pasangan calon tunggal di surat suara tergantung hukum pada hari pemungutan suaranya (UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024)
  = saran: hapus berkas ini, atau periksa jumlah pasangannya

1 galat
"#]],
    );
    let tunggal = DUA_PASLON.replace("calon: { nama: RINA UMPAMA }\nwakil: { nama: DODI ANDAI }", "kolom_kosong: true");
    sound(&tunggal);
    check_kota(
        &format!("{tunggal}{kosong}"),
        str![[r#"
galat[HUK-08]: ada dua kolom kosong di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/3.yaml:2:15
  |
2 | kolom_kosong: true
  |               ^^^^
  |
  = sebab: apa yang berdampingan dengan pasangan calon tunggal di surat suara tergantung hukum pada hari pemungutan suaranya (UU 10/2016 pasal 54C ayat (2), Keputusan KPU 1337/2024)
  = saran: hapus salah satu berkasnya

1 galat
"#]],
    );
}

#[test]
fn a_pair_that_was_struck_out_still_stands_on_the_ballot() {
    sound(&format!("{DUA_PASLON}status: [ {{ keadaan: dibatalkan, tanggal: 2024-10-31 }} ]\n"));
}

#[test]
fn the_number_of_pairs_is_that_of_their_files() {
    let wilayah = "\
--- kota/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
pemilihan: { jumlah_paslon: 3 }
";
    check_kota(
        &format!("{DUA_PASLON}{wilayah}"),
        str![[r#"
galat[HUK-31]: jumlah_paslon 3, tetapi paslon/ berisi 2 pasangan calon
 --> content/wilayah/contoh/kota-contoh/wilayah.yaml:4:29
  |
4 | pemilihan: { jumlah_paslon: 3 }
  |                             ^
  |
  = sebab: pembaca melihat jumlah itu di samping daftar pasangan calon; kolom kosong tidak dihitung
  = saran: tulis 2, atau lengkapi berkas di paslon/

1 galat
"#]],
    );
    sound(&format!("{DUA_PASLON}{}", wilayah.replace("jumlah_paslon: 3", "jumlah_paslon: 2")));
    sound(wilayah);
}

#[test]
fn a_party_supports_one_pair() {
    let partai =
        "--- partai.yaml\npc: { nama: Partai Contoh, singkatan: PC }\npm: { nama: Partai Misal, singkatan: PM }\n";
    let two = |first: &str, second: &str| {
        let second = format!("RINA UMPAMA }}\npengusung: [{second}]\njalur: partai");
        let first = format!("SARI CONTOH }}\npengusung: [{first}]\njalur: partai");
        partai.to_owned() + &DUA_PASLON.replace("SARI CONTOH }", &first).replace("RINA UMPAMA }", &second)
    };
    check_kota(
        &two("pc", "pm, pc"),
        str![[r#"
galat[HUK-14]: PC mengusung nomor urut 1 dan 2 di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:3:17
  |
3 | pengusung: [pm, pc]
  |                 ^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:3:13
  |
3 | pengusung: [pc]
  |             -- di sini untuk nomor urut 1
  |
  = sebab: satu partai hanya mengusung satu pasangan calon dalam satu pemilihan (PKPU 10/2024 pasal 11)
  = saran: hapus dari salah satunya; jika sumber berbeda, tulis di catatan_pengusung

1 galat
"#]],
    );
    sound(&two("pc", "pm"));
}
