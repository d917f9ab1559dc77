//! Figures.

use crate::content::check;
use crate::rules::{DUA_PASLON, check_kota, check_kota_on, sound, sound_on};
use snapbox::str;

/// A sheet of figures of 20 September 2024 with its source.
fn sheet(fakta: &str) -> String {
    format!(
        "--- sumber.yaml\nba: {{ jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-10-01 }}\n\
         --- kota/fakta/contoh.yaml\nper_tanggal: 2024-09-20\nsumber: [ba]\nfakta:\n{fakta}"
    )
}

#[test]
fn every_figure_has_a_source() {
    check_kota(
        "\
--- kota/fakta/contoh.yaml
fakta:
  - { ukuran: tps, nilai: 943 }
--- kota/kegiatan/2024-10-01-rapat.yaml
judul: Rapat
jenis: rakor
fakta:
  - { ukuran: tps, nilai: 943 }
",
        str![[r#"
galat[FKT-01]: angka ini tidak punya sumber
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:2:15
  |
2 |   - { ukuran: tps, nilai: 943 }
  |               ^^^
  |
  = sebab: pembaca harus bisa memeriksa setiap angka
  = saran: tambahkan `sumber: [ … ]` di sini, atau di atas untuk semua angka di berkas ini

galat[FKT-01]: angka ini tidak punya sumber
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml:4:15
  |
4 |   - { ukuran: tps, nilai: 943 }
  |               ^^^
  |
  = sebab: pembaca harus bisa memeriksa setiap angka
  = saran: tambahkan `sumber: [ … ]` di sini, atau di atas untuk semua angka di berkas ini

2 galat
"#]],
    );
    sound(&sheet("  - { ukuran: tps, nilai: 943 }\n"));
    sound(&sheet("  - { ukuran: tps, nilai: 943, sumber: [ba] }\n").replace("\nsumber: [ba]", ""));
}

#[test]
fn no_record_waits_for_a_year_that_is_a_slip() {
    check_kota(
        &sheet("  - { ukuran: tps, nilai: 943, per_tanggal: 2042-11-02 }\n"),
        str![[r#"
peringatan[FKT-02]: tanggal 2 November 2042 masih bertahun-tahun lagi
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:45
  |
4 |   - { ukuran: tps, nilai: 943, per_tanggal: 2042-11-02 }
  |                                             ^^^^^^^^^^
  |
  = sebab: catatan terbit mulai harinya, jadi yang tahunnya salah ketik tidak pernah terbit
  = saran: periksa tahunnya

1 peringatan
"#]],
    );
    check_kota(
        "--- kota/berita/2042-11-02-rapat.md\n---\njudul: Rapat\ntanggal: 2042-11-02\n---\n\nRapat di aula.\n",
        str![[r#"
peringatan[FKT-02]: tanggal 2 November 2042 masih bertahun-tahun lagi
 --> content/wilayah/contoh/kota-contoh/berita/2042-11-02-rapat.md:3:10
  |
3 | tanggal: 2042-11-02
  |          ^^^^^^^^^^
  |
  = sebab: catatan terbit mulai harinya, jadi yang tahunnya salah ketik tidak pernah terbit
  = saran: periksa tahunnya

1 peringatan
"#]],
    );
    // What has a day to come waits for it, and is no mistake.
    sound(&sheet("  - { ukuran: tps, nilai: 943, per_tanggal: 2024-11-02 }\n"));
    sound(
        &sheet("  - { ukuran: tps, nilai: 943 }\n  - { ukuran: dpt, nilai: 9 }\n").replace("2024-09-20", "2024-11-02"),
    );
    sound(&sheet("  - { ukuran: indeks_kerawanan, nilai: 12.03, per_tanggal: 2022-12-16 }\n"));
}

#[test]
fn a_percentage_is_at_most_100() {
    check_kota(
        &sheet("  - { ukuran: target_partisipasi, nilai: 860, pembanding: 100.5 }\n"),
        str![[r#"
galat[FKT-03]: 860 persen lebih dari 100
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:42
  |
4 |   - { ukuran: target_partisipasi, nilai: 860, pembanding: 100.5 }
  |                                          ^^^
  |
  = sebab: bagian dari keseluruhan paling banyak 100 persen
  = saran: tulis persennya saja, misalnya 80.33 dengan titik

galat[FKT-03]: 100.5 persen lebih dari 100
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:59
  |
4 |   - { ukuran: target_partisipasi, nilai: 860, pembanding: 100.5 }
  |                                                           ^^^^^
  |
  = sebab: bagian dari keseluruhan paling banyak 100 persen
  = saran: tulis persennya saja, misalnya 80.33 dengan titik

2 galat
"#]],
    );
    sound(&sheet("  - { ukuran: target_partisipasi, nilai: 100, pembanding: 0 }\n"));
}

#[test]
fn parts_are_not_more_than_their_whole() {
    check_kota(
        &sheet(
            "  - { ukuran: tahapan_selesai, nilai: 17, dari: 16 }
  - { ukuran: personel_polri, nilai: 300, rincian: { di_tps: 328 } }
  - { ukuran: dpt, nilai: 1000, rincian: { laki_laki: 400, perempuan: 500 } }
",
        ),
        str![[r#"
galat[FKT-04]: 17 dari 16 tidak mungkin
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:39
  |
4 |   - { ukuran: tahapan_selesai, nilai: 17, dari: 16 }
  |                                       ^^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:49
  |
4 |   - { ukuran: tahapan_selesai, nilai: 17, dari: 16 }
  |                                                 -- keseluruhannya
  |
  = sebab: angka dan bagian-bagiannya ditampilkan bersama, jadi jumlahnya harus cocok
  = saran: periksa kedua angka

galat[FKT-04]: rincian berjumlah 328, lebih dari 300
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:5:38
  |
5 |   - { ukuran: personel_polri, nilai: 300, rincian: { di_tps: 328 } }
  |                                      ^^^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:5:52
  |
5 |   - { ukuran: personel_polri, nilai: 300, rincian: { di_tps: 328 } }
  |                                                    --------------- rincian
  |
  = sebab: angka dan bagian-bagiannya ditampilkan bersama, jadi jumlahnya harus cocok
  = saran: periksa angkanya; yang bukan bagian dari angka ini menjadi fakta sendiri

galat[FKT-04]: laki-laki dan perempuan berjumlah 900, bukan 1000
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:6:27
  |
6 |   - { ukuran: dpt, nilai: 1000, rincian: { laki_laki: 400, perempuan: 500 } }
  |                           ^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:6:42
  |
6 |   - { ukuran: dpt, nilai: 1000, rincian: { laki_laki: 400, perempuan: 500 } }
  |                                          ---------------------------------- rincian
  |
  = sebab: angka dan bagian-bagiannya ditampilkan bersama, jadi jumlahnya harus cocok
  = saran: periksa ketiga angka

3 galat
"#]],
    );
}

#[test]
fn parts_may_be_fewer_or_of_a_rough_whole() {
    sound(&sheet(
        "  - { ukuran: tahapan_selesai, nilai: 16, dari: 16 }
  - { ukuran: personel_polri, nilai: 1026, rincian: { di_tps: 328 } }
  - { ukuran: linmas, nilai: 1000, kualifikasi: sekitar, rincian: { laki_laki: 900, perempuan: 150 } }
  - { ukuran: dpt, nilai: 900, rincian: { laki_laki: 400, perempuan: 500 } }
  - { ukuran: target_partisipasi, nilai: 80, rincian: { laki_laki: 79, perempuan: 81 } }
",
    ));
}

#[test]
fn figures_that_disagree_name_each_other() {
    check_kota(
        &sheet(
            "  - { ukuran: tps, nilai: 943 }
  - { ukuran: tps, nilai: 945 }
  - { id: a, ukuran: dpt, nilai: 10, bertentangan_dengan: [b] }
  - { id: b, ukuran: dpt, nilai: 11 }
",
        ),
        str![[r#"
peringatan[FKT-05]: angka 945 berbeda dari 943 untuk hal dan tanggal yang sama
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:5:27
  |
5 |   - { ukuran: tps, nilai: 945 }
  |                           ^^^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:27
  |
4 |   - { ukuran: tps, nilai: 943 }
  |                           --- angka yang berbeda
  |
  = sebab: angka yang berbeda tentang hal yang sama ditampilkan berdampingan, masing-masing dengan sumbernya
  = saran: beri keduanya `id`, lalu tulis `bertentangan_dengan` dan `status: berselisih`; atau hapus yang salah

saran[FKT-09]: fakta "b" tidak menyebut balik angka ini
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:6:60
  |
6 |   - { id: a, ukuran: dpt, nilai: 10, bertentangan_dengan: [b] }
  |                                                            ^
  |
 ::: content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:7:11
  |
7 |   - { id: b, ukuran: dpt, nilai: 11 }
  |           - angka yang disebut
  |
  = sebab: pembaca salah satu angka juga perlu tahu bahwa ada angka lain
  = saran: tambahkan `bertentangan_dengan: [a]` di sana

1 peringatan, 1 saran
"#]],
    );
}

#[test]
fn figures_may_disagree_when_they_say_so_or_are_of_other_days() {
    sound(&sheet(
        "  - { ukuran: tps, nilai: 943 }
  - { ukuran: tps, nilai: 943 }
  - { ukuran: tps, nilai: 945, per_tanggal: 2024-09-21 }
  - { ukuran: tps, nilai: 900, status: dikoreksi }
  - { id: a, ukuran: dpt, nilai: 10, status: berselisih, bertentangan_dengan: [b, c] }
  - { id: b, ukuran: dpt, nilai: 11, status: berselisih, bertentangan_dengan: [a] }
  - { id: c, ukuran: dpt, nilai: 12, status: berselisih, bertentangan_dengan: [a] }
",
    ));
}

#[test]
fn a_rank_says_among_whom_and_from_which_end() {
    check_kota(
        &sheet("  - { ukuran: indeks_kerawanan, peringkat: 4 }\n"),
        str![[r#"
galat[FKT-06]: peringkat 4 belum punya `arah`
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:44
  |
4 |   - { ukuran: indeks_kerawanan, peringkat: 4 }
  |                                            ^
  |
  = sebab: peringkat 4 bisa berarti hampir paling aman atau hampir paling rawan
  = saran: tambahkan `arah`: dari_terendah, dari_tertinggi, atau tidak_disebut jika sumber diam

galat[FKT-06]: peringkat 4 belum punya `cakupan`
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:44
  |
4 |   - { ukuran: indeks_kerawanan, peringkat: 4 }
  |                                            ^
  |
  = sebab: peringkat 4 bisa berarti hampir paling aman atau hampir paling rawan
  = saran: tambahkan `cakupan`: nasional atau provinsi

2 galat
"#]],
    );
    sound(&sheet("  - { ukuran: indeks_kerawanan, peringkat: 4, cakupan: nasional, arah: tidak_disebut }\n"));
}

#[test]
fn a_figure_says_something() {
    check_kota(
        &sheet("  - { ukuran: surat_suara_rusak, catatan: Belum dihitung }\n"),
        str![[r#"
galat[FKT-07]: fakta ini belum berisi apa-apa
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:15
  |
4 |   - { ukuran: surat_suara_rusak, catatan: Belum dihitung }
  |               ^^^^^^^^^^^^^^^^^
  |
  = sebab: fakta tanpa isi tampil sebagai baris kosong
  = saran: tambahkan `nilai`, `kategori` atau `peringkat`; jika hanya diketahui ada, tulis `ada: true`

1 galat
"#]],
    );
    sound(&sheet(
        "  - { ukuran: surat_suara_rusak, ada: true }
  - { ukuran: indeks_kerawanan, kategori: rendah }
  - { ukuran: logistik_terdistribusi, target_selesai: 2024-11-26 }
",
    ));
}

#[test]
fn counts_are_whole_numbers() {
    check_kota(
        &sheet("  - { ukuran: personel_polri, nilai: 1.026, rincian: { di_tps: 0.5 } }\n"),
        str![[r#"
galat[FKT-08]: 1.026 adalah pecahan, padahal ini hitungan
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:38
  |
4 |   - { ukuran: personel_polri, nilai: 1.026, rincian: { di_tps: 0.5 } }
  |                                      ^^^^^
  |
  = sebab: orang, lembar dan tempat tidak punya pecahan, dan titik di YAML berarti koma
  = saran: tulis 1026

galat[FKT-08]: 0.5 adalah pecahan, padahal ini hitungan
 --> content/wilayah/contoh/kota-contoh/fakta/contoh.yaml:4:64
  |
4 |   - { ukuran: personel_polri, nilai: 1.026, rincian: { di_tps: 0.5 } }
  |                                                                ^^^
  |
  = sebab: orang, lembar dan tempat tidak punya pecahan, dan titik di YAML berarti koma
  = saran: tulis bilangan bulat

2 galat
"#]],
    );
    sound(&sheet("  - { ukuran: indeks_kerawanan, nilai: 41.63 }\n  - { ukuran: kesiapan, nilai: 97.5 }\n"));
}

#[test]
fn a_press_source_says_its_day() {
    let source =
        |jenis: &str| format!("--- sumber.yaml\nkoran:\n  jenis: {jenis}\n  judul: Koran contoh\n  penerbit: Contoh\n");
    check(&source("lembaga_lain\n  tautan: https://contoh.test/"), str!["tidak ada temuan"]);
    check(
        &source("berita"),
        str![[r#"
peringatan[FKT-10]: sumber "koran" tidak bertanggal
 --> content/sumber.yaml:1:1
  |
1 | koran:
  | ^^^^^
  |
  = sebab: pembaca menimbang berita dari harinya, dan halaman berita bisa berubah
  = saran: tambahkan `tanggal:` terbitnya, atau tulis di `catatan:` mengapa tidak diketahui

1 peringatan
"#]],
    );
}

#[test]
fn a_corrected_figure_is_what_its_last_correction_says() {
    let result = "--- kota/hasil.yaml\nstatus: ditetapkan\ntanggal: 2024-12-05\nsuara: { 1: 700, 2: 400 }\nsah: 1100\n";
    let correction = |day: &str, bidang: &str, after: &str| {
        format!(
            "  - {{ tanggal: {day}, menyangkut: /contoh/kota-contoh/hasil.html, bidang: {bidang}, sesudah: \"{after}\", alasan: Salah salin, tingkat: penting }}\n"
        )
    };
    let with = |list: &[String]| format!("{DUA_PASLON}{result}--- kota/koreksi.yaml\nkoreksi:\n{}", list.concat());
    check_kota_on(
        "2024-12-10",
        &with(&[correction("2024-12-06", "suara sah", "1.200")]),
        str![[r#"
peringatan[FKT-23]: koreksi 6 Desember 2024 menulis 1.200, tetapi angkanya lain
 --> content/wilayah/contoh/kota-contoh/koreksi.yaml:2:100
  |
2 |   - { tanggal: 2024-12-06, menyangkut: /contoh/kota-contoh/hasil.html, bidang: suara sah, sesudah: "1.200", alasan: Salah salin, ting...
  |                                                                                                    ^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/hasil.yaml:4:6
  |
4 | sah: 1100
  |      ---- angkanya
  |
  = sebab: koreksi yang tidak cocok dengan halamannya membuat pembaca mengira ada yang disembunyikan
  = saran: samakan keduanya, atau tambahkan koreksi yang lebih baru

1 peringatan
"#]],
    );
    check_kota_on(
        "2024-12-10",
        &with(&[correction("2024-12-06", "suara nomor 2", "401 suara")]),
        str![[r#"
peringatan[FKT-23]: koreksi 6 Desember 2024 menulis 401 suara, tetapi angkanya lain
 --> content/wilayah/contoh/kota-contoh/koreksi.yaml:2:104
  |
2 |   - { tanggal: 2024-12-06, menyangkut: /contoh/kota-contoh/hasil.html, bidang: suara nomor 2, sesudah: "401 suara", alasan: Salah sal...
  |                                                                                                        ^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/hasil.yaml:3:21
  |
3 | suara: { 1: 700, 2: 400 }
  |                     --- angkanya
  |
  = sebab: koreksi yang tidak cocok dengan halamannya membuat pembaca mengira ada yang disembunyikan
  = saran: samakan keduanya, atau tambahkan koreksi yang lebih baru

1 peringatan
"#]],
    );
    // The last one counts; what waits for its day, names no figure or holds two numbers says nothing.
    sound_on(
        "2024-12-10",
        &with(&[correction("2024-12-06", "suara sah", "1.200"), correction("2024-12-07", "suara sah", "1.100")]),
    );
    sound_on("2024-12-10", &with(&[correction("2024-12-20", "suara sah", "1.200")]));
    sound_on("2024-12-10", &with(&[correction("2024-12-06", "catatan", "1.200")]));
    sound_on("2024-12-10", &with(&[correction("2024-12-06", "suara sah", "1.200 dari 1.300")]));
}
