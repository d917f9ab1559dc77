//! Sources, and what rests on them.

use crate::content::{check, said_as_written};
use crate::rules::{check_kota, check_kota_on, sound, sound_on};
use snapbox::str;

#[test]
fn a_source_says_who_published_it_and_can_be_found_again() {
    let source =
        |fields: &str| format!("--- sumber.yaml\nba: {{ jenis: berita_acara, judul: Berita acara{fields} }}\n");
    check(
        &source(""),
        str![[r#"
peringatan[FKT-16]: sumber "ba" tidak menyebut penerbitnya
 --> content/sumber.yaml:1:1
  |
1 | ba: { jenis: berita_acara, judul: Berita acara }
  | ^^
  |
  = sebab: pembaca menimbang sumber dari siapa yang menerbitkannya
  = saran: tambahkan `penerbit:`, lembaga atau media yang menerbitkannya; yang tidak diketahui penerbitnya jangan dipakai

peringatan[FKT-17]: sumber "ba" tidak punya tanggal dan alamat
 --> content/sumber.yaml:1:1
  |
1 | ba: { jenis: berita_acara, judul: Berita acara }
  | ^^
  |
  = sebab: tanpa tanggal dan alamat, sumber tidak bisa dicari dan diperiksa lagi
  = saran: tambahkan `tanggal:` atau `tautan:`, atau tulis di `catatan:` mengapa keduanya tidak ada

2 peringatan
"#]],
    );
    for found in ["tanggal: 2024-09-23", "tautan: https://contoh.test/ba", "catatan: Naskahnya tidak beralamat."] {
        check(&source(&format!(", penerbit: KPU Contoh, {found}")), str!["tidak ada temuan"]);
    }
}

#[test]
fn a_pair_names_a_source() {
    let pairs = |fields: &str| {
        format!(
            "--- wilayah/contoh/wilayah.yaml\nkode: \"15\"\nnama: Provinsi Contoh\njenis: provinsi\n\
             pemilihan: {{ jumlah_paslon: 1 }}\n\
             --- sumber.yaml\nsk: {{ jenis: keputusan_kpu, judul: Keputusan, penerbit: KPU Contoh, tanggal: 2024-09-22 }}\n\
             --- wilayah/contoh/paslon/1.yaml\nnomor_urut: 1\nkolom_kosong: true\n\
             --- wilayah/contoh/paslon/2.yaml\nnomor_urut: 2\ncalon: {{ nama: SARI CONTOH }}\n\
             wakil: {{ nama: BUDI MISAL }}\n{fields}"
        )
    };
    let said = |fields: &str| said_as_written(&pairs(fields));
    snapbox::assert_data_eq!(
        said(""),
        str![[r#"
peringatan[FKT-18]: pasangan calon nomor urut 2 tidak menyebut sumber
 --> content/wilayah/contoh/paslon/2.yaml:1:13
  |
1 | nomor_urut: 2
  |             ^
  |
  = sebab: nama dan nomor di surat suara harus bisa diperiksa asalnya
  = saran: tambahkan `sumber: [ … ]`: keputusan penetapan, berita acara, atau data KPU yang memuat namanya

1 peringatan
"#]]
    );
    assert_eq!(said("sumber: [sk]\n"), "tidak ada temuan");
    assert_eq!(said("status: [ { keadaan: ditetapkan, tanggal: 2024-09-22, sumber: [sk] } ]\n"), "tidak ada temuan");
}

#[test]
fn an_article_is_not_older_than_what_it_cites() {
    let article = |folder: &str, more: &str, day: &str| {
        format!(
            "--- sumber.yaml\nkoran: {{ jenis: berita, judul: Kabar, penerbit: Koran Contoh, tanggal: 2024-10-02 }}\n\
             --- {folder}/{day}-kabar.md\n---\njudul: Kabar contoh\ntanggal: {day}\n{more}sumber: [koran]\n---\n\nIsi.\n"
        )
    };
    check(
        &article("berita", "", "2024-10-01"),
        str![[r#"
peringatan[FKT-19]: tulisan 1 Oktober 2024 menyebut sumber "koran" yang baru terbit 2 Oktober 2024
 --> content/berita/2024-10-01-kabar.md:4:10
  |
4 | sumber: [koran]
  |          ^^^^^
  |
  = sebab: tulisan tidak bisa bersandar pada sesuatu yang belum terbit pada harinya
  = saran: periksa kedua tanggal; tulisan yang disusun dari sumber itu terbit pada atau sesudah harinya

1 peringatan
"#]],
    );
    let checked = "kabar: Jadwal berubah.\nputusan: salah\nringkasan: Jadwal tetap.\n";
    check(
        &article("klarifikasi", checked, "2024-10-01"),
        str![[r#"
peringatan[FKT-19]: tulisan 1 Oktober 2024 menyebut sumber "koran" yang baru terbit 2 Oktober 2024
 --> content/klarifikasi/2024-10-01-kabar.md:7:10
  |
7 | sumber: [koran]
  |          ^^^^^
  |
  = sebab: tulisan tidak bisa bersandar pada sesuatu yang belum terbit pada harinya
  = saran: periksa kedua tanggal; tulisan yang disusun dari sumber itu terbit pada atau sesudah harinya

1 peringatan
"#]],
    );
    check(&article("berita", "", "2024-10-02"), str!["tidak ada temuan"]);
    check(&article("klarifikasi", checked, "2024-10-03"), str!["tidak ada temuan"]);
}

#[test]
fn turnout_and_results_have_a_day_that_is_not_before_the_vote() {
    let turnout = |day: &str| {
        format!(
            "--- sumber.yaml\nba: {{ jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-10-01 }}\n\
             --- kota/fakta/partisipasi.yaml\n{day}sumber: [ba]\nfakta:\n  - {{ ukuran: partisipasi, nilai: 62 }}\n"
        )
    };
    check_kota_on(
        "2024-12-20",
        &turnout(""),
        str![[r#"
peringatan[FKT-20]: angka partisipasi ini tidak menyebut tanggalnya, jadi pemilihan mana yang dimaksud tidak diketahui
 --> content/wilayah/contoh/kota-contoh/fakta/partisipasi.yaml:3:15
  |
3 |   - { ukuran: partisipasi, nilai: 62 }
  |               ^^^^^^^^^^^
  |
  = sebab: partisipasi dan hasil baru ada sesudah orang memilih, dan tanpa tanggal pemilihan mana yang dimaksud tidak diketahui
  = saran: tambahkan `per_tanggal:`

1 peringatan
"#]],
    );
    check_kota_on(
        "2024-12-20",
        &turnout("per_tanggal: 2024-06-12\n"),
        str![[r#"
peringatan[FKT-20]: partisipasi bertanggal 12 Juni 2024, sebelum hari pemungutan suara 27 November 2024
 --> content/wilayah/contoh/kota-contoh/fakta/partisipasi.yaml:4:15
  |
4 |   - { ukuran: partisipasi, nilai: 62 }
  |               ^^^^^^^^^^^
  |
  = sebab: partisipasi dan hasil baru ada sesudah orang memilih, dan tanpa tanggal pemilihan mana yang dimaksud tidak diketahui
  = saran: periksa tanggalnya; partisipasi pemilihan sebelumnya ditulis di `pembanding`, dengan `keterangan_pembanding`

1 peringatan
"#]],
    );
    sound_on("2024-12-20", &turnout("per_tanggal: 2024-11-27\n"));
    let result = |day: &str| format!("--- kota/hasil.yaml\nstatus: sementara\n{day}suara: {{}}\n");
    check_kota_on(
        "2024-12-20",
        &result(""),
        str![[r#"
peringatan[FKT-20]: hasil ini tidak menyebut tanggalnya
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:1:9
  |
1 | status: sementara
  |         ^^^^^^^^^
  |
  = sebab: partisipasi dan hasil baru ada sesudah orang memilih, dan tanpa tanggal pemilihan mana yang dimaksud tidak diketahui
  = saran: tambahkan `tanggal:`, hari hasil ini diumumkan atau ditetapkan

1 peringatan
"#]],
    );
    check_kota_on(
        "2024-12-20",
        &result("tanggal: 2024-11-26\n"),
        str![[r#"
peringatan[FKT-20]: hasil bertanggal 26 November 2024, sebelum hari pemungutan suara 27 November 2024
 --> content/wilayah/contoh/kota-contoh/hasil.yaml:2:10
  |
2 | tanggal: 2024-11-26
  |          ^^^^^^^^^^
  |
  = sebab: partisipasi dan hasil baru ada sesudah orang memilih, dan tanpa tanggal pemilihan mana yang dimaksud tidak diketahui
  = saran: periksa tanggalnya

1 peringatan
"#]],
    );
    sound_on("2024-12-20", &result("tanggal: 2024-11-28\n"));
}

#[test]
fn what_only_a_paid_article_says_is_not_called_official() {
    let figure = |sources: &str, status: &str| {
        format!(
            "--- sumber.yaml\niklan: {{ jenis: advertorial, judul: Tulisan berbayar, penerbit: Koran Contoh, tanggal: 2024-10-01 }}\n\
             ba: {{ jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-10-01 }}\n\
             --- kota/fakta/tps.yaml\nper_tanggal: 2024-10-01\nsumber: [{sources}]\nfakta:\n  \
             - {{ ukuran: tps, nilai: 62, status: {status} }}\n"
        )
    };
    check_kota(
        &figure("iklan", "resmi"),
        str![[r#"
peringatan[FKT-21]: angka ini berstatus resmi, tetapi sumbernya hanya advertorial
 --> content/wilayah/contoh/kota-contoh/fakta/tps.yaml:4:39
  |
4 |   - { ukuran: tps, nilai: 62, status: resmi }
  |                                       ^^^^^
  |
  = sebab: isi advertorial ditentukan pemesannya; halaman menandainya di samping angka
  = saran: tambahkan sumber resminya, atau tulis `status: dikutip_media` atau `status: klaim`

1 peringatan
"#]],
    );
    sound(&figure("iklan", "dikutip_media"));
    sound(&figure("iklan, ba", "resmi"));
}

#[test]
fn a_site_built_long_after_its_last_source_says_so() {
    let site = "--- sumber.yaml\nba: { jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-10-01 }\n";
    check_kota_on(
        "2025-04-01",
        site,
        str![[r#"
saran[FKT-22]: sumber terbaru di situs ini bertanggal 1 Oktober 2024, 182 hari sebelum situs dibuat
--> content/situs.yaml
 = sebab: yang terjadi sesudah sumber terakhir tidak ada di situs, dan pembaca mengira keadaannya masih sama
 = saran: tambahkan sumber tentang yang terjadi sesudahnya, atau `diakses:` pada sumber yang baru diperiksa lagi; beranda menyebut tanggal ini

1 saran
"#]],
    );
    sound_on("2025-03-30", site);
    sound_on("2025-04-01", &site.replace("2024-10-01 }", "2024-10-01, diakses: 2025-03-01 }"));
}
