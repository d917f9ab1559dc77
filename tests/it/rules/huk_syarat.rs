//! Electoral law: what a pair needs to stand.

use crate::rules::{DUA_PASLON, JADWAL, check_kota, sound};
use snapbox::str;

const SUMBER: &str = "--- sumber.yaml\nkeputusan: { jenis: keputusan_kpu, judul: Keputusan Contoh, penerbit: KPU Contoh, tanggal: 2024-09-22 }\n";

/// The two pairs, each with a line more.
fn both(first: &str, second: &str) -> String {
    let (one, two) = DUA_PASLON.split_once("--- kota/paslon/2").expect("two pairs");
    format!("{one}{first}\n--- kota/paslon/2{two}{second}\n")
}

fn koreksi(tanggal: &str, sesudah: &str) -> String {
    format!(
        "{DUA_PASLON}--- kota/pengundian.yaml\ntanggal: 2024-09-23\nhasil: {{ 1: Sari – Budi, 2: Rina – Dodi }}\n\
         --- kota/koreksi.yaml\nkoreksi:\n\
         - {{ tanggal: 2024-10-02, menyangkut: /a.html, bidang: visi, sesudah: Rapi, alasan: Salah, tingkat: kecil }}\n\
         - {{ tanggal: {tanggal}, menyangkut: /contoh/kota-contoh/paslon/1.html, bidang: Nomor urut, sesudah: \"{sesudah}\", alasan: Salah, tingkat: besar }}\n"
    )
}

#[test]
fn a_number_does_not_change_once_it_is_drawn() {
    check_kota(
        &koreksi("2024-09-30", "2"),
        str![[r#"
galat[HUK-04]: koreksi sesudah pengundian mengganti nomor urut 1 menjadi "2"
 --> content/wilayah/contoh/kota-contoh/koreksi.yaml:3:38
  |
3 | - { tanggal: 2024-09-30, menyangkut: /contoh/kota-contoh/paslon/1.html, bidang: Nomor urut, sesudah: "2", alasan: Salah, tingkat: bes...
  |                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: nomor urut hasil pengundian bersifat tetap dan menjadi dasar surat suara (UU 1/2015 pasal 51-52)
  = saran: periksa berita acara pengundian; nomor yang benar adalah nomor yang diundi

1 galat
"#]],
    );
    sound(&koreksi("2024-09-30", "1, seperti diundi"));
    sound(&koreksi("2024-09-22", "2"));
}

#[test]
fn who_is_just_old_enough_has_a_proof() {
    let born = |rest: &str| DUA_PASLON.replace("nama: SARI CONTOH", &format!("nama: SARI CONTOH, tahun_lahir: {rest}"));
    let both = |rest: &str| format!("{SUMBER}{}", born(rest).replace("RINA UMPAMA", "RINA UMPAMA, tahun_lahir: 1970"));
    check_kota(
        &both("1999"),
        str![[r#"
galat[HUK-07]: SARI CONTOH lahir 1999, jadi umurnya cukup hanya jika hari lahirnya tidak sesudah hari penetapan
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:42
  |
2 | calon: { nama: SARI CONTOH, tahun_lahir: 1999 }
  |                                          ^^^^
  |
  = sebab: umur dihitung pada hari penetapan, dan tahun lahir saja tidak menunjukkan apakah hari itu sudah lewat (putusan MK 70/PUU-XXII/2024, PKPU 10/2024 pasal 15)
  = saran: tambahkan `bukti_usia: [ … ]` berisi kunci sumber, misalnya keputusan penetapan; jangan tulis tanggal lahirnya

1 galat
"#]],
    );
    sound(&both("1999, bukti_usia: [keputusan]"));
    sound(&both("1998"));
}

#[test]
fn a_proof_names_a_source_that_is_there() {
    check_kota(
        &DUA_PASLON.replace("nama: SARI CONTOH", "nama: SARI CONTOH, bukti_usia: [tidak-ada]"),
        str![[r#"
galat[RUJ-01]: sumber "tidak-ada" tidak ada
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:42
  |
2 | calon: { nama: SARI CONTOH, bukti_usia: [tidak-ada] }
  |                                          ^^^^^^^^^
  |
  = sebab: sumber dicari di sumber.yaml lingkup ini, lalu di lingkup yang mengelilinginya
  = saran: tambahkan kuncinya ke sumber.yaml

1 galat
"#]],
    );
}

/// A region with so many voters, valid votes and parts.
fn wilayah(dpt: u64) -> String {
    format!(
        "--- kota/wilayah.yaml\nkode: \"33.75\"\nnama: Kota Contoh\njenis: kota\n\
         pemilihan: {{ dpt_sebelumnya: {dpt}, suara_sah_sebelumnya: 100000, jumlah_bagian: 8 }}\n"
    )
}

#[test]
fn parties_have_the_share_of_votes_that_the_law_asks() {
    let pairs = |votes: u64| {
        let line = |votes: u64| format!("jalur: partai\nsuara_sah_pengusung: {votes}");
        both(&line(votes), &line(50_000))
    };
    check_kota(
        &format!("{}{}", wilayah(250_000), pairs(9_999)),
        str![[r#"
galat[HUK-12]: pengusung nomor urut 1 mendapat 9999 dari 100000 suara sah, kurang dari 10 persen
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:5:22
  |
5 | suara_sah_pengusung: 9999
  |                      ^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/wilayah.yaml:4:30
  |
4 | pemilihan: { dpt_sebelumnya: 250000, suara_sah_sebelumnya: 100000, jumlah_bagian: 8 }
  |                              ------ DPT yang menentukan persentasenya
  |
  = sebab: partai mengusung pasangan calon jika suara sahnya mencapai persentase itu (putusan MK 60/PUU-XXII/2024, PKPU 10/2024 pasal 11, UU 10/2016 pasal 41)
  = saran: periksa ketiga angka

1 galat
"#]],
    );
    check_kota(
        &format!("{}{}", wilayah(250_001), pairs(8_499)),
        str![[r#"
galat[HUK-12]: pengusung nomor urut 1 mendapat 8499 dari 100000 suara sah, kurang dari 8,5 persen
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:5:22
  |
5 | suara_sah_pengusung: 8499
  |                      ^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/wilayah.yaml:4:30
  |
4 | pemilihan: { dpt_sebelumnya: 250001, suara_sah_sebelumnya: 100000, jumlah_bagian: 8 }
  |                              ------ DPT yang menentukan persentasenya
  |
  = sebab: partai mengusung pasangan calon jika suara sahnya mencapai persentase itu (putusan MK 60/PUU-XXII/2024, PKPU 10/2024 pasal 11, UU 10/2016 pasal 41)
  = saran: periksa ketiga angka

1 galat
"#]],
    );
    sound(&format!("{}{}", wilayah(250_000), pairs(10_000)));
    sound(&format!("{}{}", wilayah(250_001), pairs(8_500)));
    sound(&format!("{}{}", wilayah(500_001), pairs(7_500)));
    sound(&format!("{}{}", wilayah(1_000_001), pairs(6_500)));
    sound(&pairs(1));
}

#[test]
fn an_independent_pair_has_support_spread_wide_enough() {
    let pairs = |support: u64, parts: u64| {
        let line = |support: u64, parts: u64| format!("jalur: perseorangan\ndukungan: {support}\nsebaran: {parts}");
        both(&line(support, parts), &line(90_000, 8))
    };
    check_kota(
        &format!("{}{}", wilayah(200_000), pairs(19_999, 4)),
        str![[r#"
peringatan[HUK-13]: nomor urut 1 punya 19999 dukungan dari DPT 200000, kurang dari 10 persen
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:5:11
  |
5 | dukungan: 19999
  |           ^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/wilayah.yaml:4:30
  |
4 | pemilihan: { dpt_sebelumnya: 200000, suara_sah_sebelumnya: 100000, jumlah_bagian: 8 }
  |                              ------ DPT
  |
  = sebab: pasangan calon perseorangan memerlukan dukungan sebanyak dan seluas itu (putusan MK 60/PUU-XXII/2024, PKPU 10/2024 pasal 11, UU 10/2016 pasal 41)
  = saran: periksa kedua angka

peringatan[HUK-13]: dukungan nomor urut 1 tersebar di 4 dari 8 bagian wilayah, tidak lebih dari 50 persen
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:6:10
  |
6 | sebaran: 4
  |          ^
  |
 ::: content/wilayah/contoh/kota-contoh/wilayah.yaml:4:83
  |
4 | pemilihan: { dpt_sebelumnya: 200000, suara_sah_sebelumnya: 100000, jumlah_bagian: 8 }
  |                                                                                   - banyaknya bagian wilayah
  |
  = sebab: pasangan calon perseorangan memerlukan dukungan sebanyak dan seluas itu (UU 10/2016 pasal 41, Keputusan KPU 532/2024)
  = saran: periksa kedua angka

2 peringatan
"#]],
    );
    sound(&format!("{}{}", wilayah(200_000), pairs(20_000, 5)));
    sound(&pairs(1, 1));
}

#[test]
fn a_former_convict_has_announced_it() {
    let with = |lines: &str| {
        format!("{SUMBER}{}", DUA_PASLON.replace("nama: SARI CONTOH", &format!("nama: SARI CONTOH, {lines}")))
    };
    check_kota(
        &with("pernah_dipidana: {}"),
        str![[r#"
galat[HUK-28]: SARI CONTOH tertulis pernah dipidana tanpa sumber pengumumannya
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:29
  |
2 | calon: { nama: SARI CONTOH, pernah_dipidana: {} }
  |                             ^^^^^^^^^^^^^^^
  |
  = sebab: mantan terpidana boleh menjadi calon jika mengumumkannya secara terbuka, dan tanpa sumber itu hanya tuduhan (UU 10/2016 pasal 7 dan 45)
  = saran: tambahkan `pengumuman: [ … ]` berisi kunci sumber, atau hapus `pernah_dipidana` jika KPU tidak menyatakannya

1 galat
"#]],
    );
    sound(&with("pernah_dipidana: { pengumuman: [keputusan] }"));
}

#[test]
fn the_asset_report_is_noted_for_both_or_for_neither() {
    let one = "lhkpn: { calon: \"https://contoh.test/a\" }";
    check_kota(
        &both(one, one),
        str![[r#"
peringatan[HUK-29]: LHKPN nomor urut 1 ada untuk calon, tidak untuk wakil
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:4:17
  |
4 | lhkpn: { calon: "https://contoh.test/a" }
  |                 ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: keduanya wajib melapor, dan yang kosong terbaca sebagai belum melapor (UU Pilkada pasal 7)
  = saran: tambahkan `wakil`, atau hapus `calon` sampai keduanya ada

peringatan[HUK-29]: LHKPN nomor urut 2 ada untuk calon, tidak untuk wakil
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:4:17
  |
4 | lhkpn: { calon: "https://contoh.test/a" }
  |                 ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: keduanya wajib melapor, dan yang kosong terbaca sebagai belum melapor (UU Pilkada pasal 7)
  = saran: tambahkan `wakil`, atau hapus `calon` sampai keduanya ada

2 peringatan
"#]],
    );
    let two = "lhkpn: { calon: \"https://contoh.test/a\", wakil: \"https://contoh.test/b\" }";
    sound(&both(two, two));
}

fn pejabat(line: &str) -> String {
    format!(
        "{JADWAL}{DUA_PASLON}{SUMBER}--- kota/wilayah.yaml\nkode: \"33.75\"\nnama: Kota Contoh\njenis: kota\npemilihan: {{}}\n\
         pejabat:\n  - {{ jabatan: Wali Kota, {line} }}\n"
    )
}

#[test]
fn a_candidate_is_not_an_acting_official() {
    check_kota(
        &pejabat("sifat: plt, nama: Rina Umpama"),
        str![[r#"
peringatan[HUK-26]: Rina Umpama tertulis sebagai penjabat Wali Kota, padahal ia calon
 --> content/wilayah/contoh/kota-contoh/wilayah.yaml:6:45
  |
6 |   - { jabatan: Wali Kota, sifat: plt, nama: Rina Umpama }
  |                                             ^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:16
  |
2 | calon: { nama: RINA UMPAMA }
  |                ----------- calon
  |
  = sebab: penjabat memimpin daerah selama calon tidak boleh memimpinnya (UU 10/2016 pasal 70 ayat (3) dan pasal 201, Permendagri 74/2016 dan 1/2018)
  = saran: periksa namanya; jika dua orang berbeda, tulis `bukan` atau gelarnya

1 peringatan
"#]],
    );
    sound(&pejabat("sifat: definitif, nama: Rina Umpama"));
    sound(&pejabat("sifat: plt, nama: Rina Umpamawati"));
    sound(&pejabat("sifat: plt, nama: Rina Umpama, bukan: calon dengan nama yang sama"));
}

#[test]
fn a_pjs_is_there_during_the_campaign_only() {
    check_kota(
        &pejabat("sifat: pjs, nama: Wati, per_tanggal: 2024-09-24"),
        str![[r#"
peringatan[HUK-26]: Wati tertulis pjs pada 24 September 2024, di luar masa kampanye
 --> content/wilayah/contoh/kota-contoh/wilayah.yaml:6:64
  |
6 |   - { jabatan: Wali Kota, sifat: pjs, nama: Wati, per_tanggal: 2024-09-24 }
  |                                                                ^^^^^^^^^^
  |
  = sebab: penjabat memimpin daerah selama calon tidak boleh memimpinnya (UU 10/2016 pasal 70 ayat (3) dan pasal 201, Permendagri 74/2016 dan 1/2018)
  = saran: pjs hanya 25 September 2024 sampai 23 November 2024; periksa `sifat` dan `per_tanggal`

1 peringatan
"#]],
    );
    sound(&pejabat("sifat: pjs, nama: Wati, per_tanggal: 2024-09-25"));
    sound(&pejabat("sifat: pj, nama: Wati, per_tanggal: 2024-09-01"));
}
