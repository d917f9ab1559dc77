//! The list of polling places.

use crate::rules::{check_kota, sound};
use snapbox::str;

/// A list that is sound, with the names of the official list.
const LIST: &str = "\
--- kota/sumber.yaml
daftar-tps: { jenis: keputusan_kpu, judul: Contoh, penerbit: KPU Kota Contoh, tanggal: 2024-09-20, tautan: https://contoh.test/tps }
--- kota/tps.csv
kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,sumber
Pekalongan Barat,Medono,001,SD Contoh,\"Jl. Contoh 1, RT 01/RW 02\",kursi roda; pendamping,512,daftar-tps
Pekalongan Barat,Medono,2,,,,600,
PEKALONGAN TIMUR,kali baros,1,Balai Contoh,,,,
";

#[test]
fn a_list_of_polling_places_is_read_with_commas_or_semicolons() {
    sound(LIST);
    let (sources, table) = LIST.split_once("--- kota/tps.csv").unwrap();
    let table =
        table.replace("kursi roda; pendamping", "\"kursi roda; pendamping\"").replace("Contoh 1, RT", "Contoh 1 RT");
    for sign in [";", "\t"] {
        sound(&format!("{sources}--- kota/tps.csv{}", table.replace(',', sign)));
    }
}

#[test]
fn what_is_wrong_with_a_row_is_said_at_its_cell() {
    check_kota(
        "\
--- kota/tps.csv
kecamatan,kelurahan,nomor,alamat,akses,dpt,sumber
Pekalongan Barat,,1,,,,daftar-tps
Pekalongan Barat,Medono,satu,Jl. Contoh 1, Kauman,,,
Pekalongan Barat,Medono,0,,tangga,\"1.200\",Daftar TPS
Pekalongan Barat,Medono,3,\"Jl. Contoh,,,
",
        str![[r#"
galat[FMT-03]: baris ini tidak mengisi `kelurahan`
 --> content/wilayah/contoh/kota-contoh/tps.csv:2:1
  |
2 | Pekalongan Barat,,1,,,,daftar-tps
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

galat[FMT-04]: baris ini berisi 8 kolom, baris pertama 7
 --> content/wilayah/contoh/kota-contoh/tps.csv:3:1
  |
3 | Pekalongan Barat,Medono,satu,Jl. Contoh 1, Kauman,,,
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: apit teks yang memuat koma dengan tanda kutip: "Jl. Contoh 1, Kauman"

galat[FMT-04]: 0 bukan bilangan mulai dari 1
 --> content/wilayah/contoh/kota-contoh/tps.csv:4:25
  |
4 | Pekalongan Barat,Medono,0,,tangga,"1.200",Daftar TPS
  |                         ^

galat[FMT-04]: "tangga" bukan salah satu akses
 --> content/wilayah/contoh/kota-contoh/tps.csv:4:28
  |
4 | Pekalongan Barat,Medono,0,,tangga,"1.200",Daftar TPS
  |                            ^^^^^^
  |
  = saran: pakai kata-kata ini, dipisah titik koma: kursi roda; pendamping; alat bantu tunanetra; juru bahasa isyarat

galat[FMT-04]: 1.200 adalah pecahan, padahal ini hitungan
 --> content/wilayah/contoh/kota-contoh/tps.csv:4:35
  |
4 | Pekalongan Barat,Medono,0,,tangga,"1.200",Daftar TPS
  |                                   ^^^^^^^
  |
  = saran: tulis 1200

galat[FMT-04]: "Daftar TPS" tidak bisa menjadi bagian alamat halaman
 --> content/wilayah/contoh/kota-contoh/tps.csv:4:43
  |
4 | Pekalongan Barat,Medono,0,,tangga,"1.200",Daftar TPS
  |                                           ^^^^^^^^^^
  |
  = saran: tulis kuncinya di sumber.yaml

galat[FMT-04]: tanda kutip ini tidak ditutup
 --> content/wilayah/contoh/kota-contoh/tps.csv:5:27
  |
5 | Pekalongan Barat,Medono,3,"Jl. Contoh,,,
  |                           ^
  |
  = saran: tutup dengan tanda kutip; tanda kutip di dalam teks ditulis dua kali

7 galat
"#]],
    );
}

#[test]
fn the_first_row_names_the_columns_and_no_column_is_about_people() {
    check_kota(
        "--- kota/tps.csv\nkecamatan,desa,nomer,NIK,Nama Pemilih,nomor\n",
        str![[r#"
galat[FMT-03]: baris pertama belum menyebut nama kolom yang diperlukan
 --> content/wilayah/contoh/kota-contoh/tps.csv:1:1
  |
1 | kecamatan,desa,nomer,NIK,Nama Pemilih,nomor
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: tulis kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,sumber; atau kecamatan,jumlah,sumber

galat[FMT-02]: kolom `desa` tidak dikenal di sini
 --> content/wilayah/contoh/kota-contoh/tps.csv:1:11
  |
1 | kecamatan,desa,nomer,NIK,Nama Pemilih,nomor
  |           ^^^^
  |
  = saran: mungkin maksudnya `kelurahan`

galat[FMT-02]: kolom `nomer` tidak dikenal di sini
 --> content/wilayah/contoh/kota-contoh/tps.csv:1:16
  |
1 | kecamatan,desa,nomer,NIK,Nama Pemilih,nomor
  |                ^^^^^
  |
  = saran: mungkin maksudnya `nomor`

galat[PDP-60]: kolom "NIK" memuat data orang, dan daftar ini tentang tempat
 --> content/wilayah/contoh/kota-contoh/tps.csv:1:22
  |
1 | kecamatan,desa,nomer,NIK,Nama Pemilih,nomor
  |                      ^^^
  |
  = saran: hapus kolomnya, juga dari riwayat Git jika sudah tersimpan di sana

galat[PDP-60]: kolom "Nama Pemilih" memuat data orang, dan daftar ini tentang tempat
 --> content/wilayah/contoh/kota-contoh/tps.csv:1:26
  |
1 | kecamatan,desa,nomer,NIK,Nama Pemilih,nomor
  |                          ^^^^^^^^^^^^
  |
  = saran: hapus kolomnya, juga dari riwayat Git jika sudah tersimpan di sana

5 galat
"#]],
    );
    check_kota(
        "--- kota/tps.csv\nPekalongan Barat,12\n",
        str![[r#"
galat[FMT-02]: kolom `Pekalongan Barat` tidak dikenal di sini
 --> content/wilayah/contoh/kota-contoh/tps.csv:1:1
  |
1 | Pekalongan Barat,12
  | ^^^^^^^^^^^^^^^^
  |
  = saran: kolom yang ada: kecamatan, kelurahan, nomor, tempat, alamat, akses, dpt, jumlah, sumber

galat[FMT-03]: baris pertama belum menyebut nama kolom yang diperlukan
 --> content/wilayah/contoh/kota-contoh/tps.csv:1:1
  |
1 | Pekalongan Barat,12
  | ^^^^^^^^^^^^^^^^^^^
  |
  = saran: tulis kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,sumber; atau kecamatan,jumlah,sumber

galat[FMT-02]: kolom `12` tidak dikenal di sini
 --> content/wilayah/contoh/kota-contoh/tps.csv:1:18
  |
1 | Pekalongan Barat,12
  |                  ^^
  |
  = saran: kolom yang ada: kecamatan, kelurahan, nomor, tempat, alamat, akses, dpt, jumlah, sumber

3 galat
"#]],
    );
    check_kota(
        "--- kota/tps.csv\n",
        str![[r#"
galat[FMT-03]: baris pertama belum menyebut nama kolom yang diperlukan
--> content/wilayah/contoh/kota-contoh/tps.csv
 = saran: tulis kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,sumber; atau kecamatan,jumlah,sumber

1 galat
"#]],
    );
}

#[test]
fn names_are_those_of_the_list() {
    check_kota(
        "\
--- kota/tps.csv
kecamatan,kelurahan,nomor
Pekalongan Brat,Medono,1
Pekalongan Brat,Medono,2
Pekalongan Barat,Medonno,1
Pekalongan Barat,Umpama,1
Pekalongan Barat,Umpama,2
",
        str![[r#"
peringatan[FKT-51]: daftar TPS ini tidak menyebut sumber
 --> content/wilayah/contoh/kota-contoh/tps.csv:2:1
  |
2 | Pekalongan Brat,Medono,1
  | ^^^^^^^^^^^^^^^
  |
  = sebab: tempat TPS bisa berubah sampai hari pemungutan suara, jadi pemilih perlu tahu dari mana dan dari kapan daftar ini
  = saran: tambahkan kolom sumber, dan tulis kuncinya di baris pertama

peringatan[RUJ-60]: Pekalongan Brat tidak ada di daftar untuk Kota Contoh
 --> content/wilayah/contoh/kota-contoh/tps.csv:2:1
  |
2 | Pekalongan Brat,Medono,1
  | ^^^^^^^^^^^^^^^
  |
  = sebab: pemilih mencari TPS dari nama kelurahannya, dan nama yang ditulis lain tidak ditemukan (Kepmendagri 300.2.2-2430/2025)
  = saran: mungkin maksudnya Pekalongan Barat

peringatan[RUJ-60]: Medonno tidak ada di daftar untuk Pekalongan Barat
 --> content/wilayah/contoh/kota-contoh/tps.csv:4:18
  |
4 | Pekalongan Barat,Medonno,1
  |                  ^^^^^^^
  |
  = sebab: pemilih mencari TPS dari nama kelurahannya, dan nama yang ditulis lain tidak ditemukan (Kepmendagri 300.2.2-2430/2025)
  = saran: mungkin maksudnya Medono

peringatan[RUJ-60]: Umpama tidak ada di daftar untuk Pekalongan Barat
 --> content/wilayah/contoh/kota-contoh/tps.csv:5:18
  |
5 | Pekalongan Barat,Umpama,1
  |                  ^^^^^^
  |
  = sebab: pemilih mencari TPS dari nama kelurahannya, dan nama yang ditulis lain tidak ditemukan (Kepmendagri 300.2.2-2430/2025)
  = saran: periksa namanya; kalau daerah ini baru dimekarkan, biarkan

4 peringatan
"#]],
    );
}

#[test]
fn a_polling_place_is_named_once_and_counted_once() {
    check_kota(
        "\
--- kota/tps.csv
kecamatan,kelurahan,nomor,jumlah
Pekalongan Barat,Medono,1,
Pekalongan Barat,Medono,01,
Pekalongan Barat,Medono,,12
Pekalongan Timur,,,30
Pekalongan Timur,Klego,1,
Pekalongan Timur,,,30
Pekalongan Utara,Krapyak,,3
Pekalongan Utara,Degayu,,3
",
        str![[r#"
peringatan[FKT-51]: daftar TPS ini tidak menyebut sumber
 --> content/wilayah/contoh/kota-contoh/tps.csv:2:1
  |
2 | Pekalongan Barat,Medono,1,
  | ^^^^^^^^^^^^^^^^
  |
  = sebab: tempat TPS bisa berubah sampai hari pemungutan suara, jadi pemilih perlu tahu dari mana dan dari kapan daftar ini
  = saran: tambahkan kolom sumber, dan tulis kuncinya di baris pertama

galat[RUJ-61]: TPS 1 di Medono ditulis dua kali
 --> content/wilayah/contoh/kota-contoh/tps.csv:3:25
  |
3 | Pekalongan Barat,Medono,01,
  |                         ^^
  |
 ::: content/wilayah/contoh/kota-contoh/tps.csv:2:1
  |
2 | Pekalongan Barat,Medono,1,
  | -------------------------- pertama kali di sini
  |
  = sebab: dari dua baris untuk satu TPS, pembaca tidak tahu mana tempatnya
  = saran: hapus salah satu, atau betulkan nomornya

galat[RUJ-61]: TPS di Medono dihitung dua kali
 --> content/wilayah/contoh/kota-contoh/tps.csv:4:1
  |
4 | Pekalongan Barat,Medono,,12
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/tps.csv:2:1
  |
2 | Pekalongan Barat,Medono,1,
  | -------------------------- pertama kali di sini
  |
  = sebab: dari dua baris untuk satu TPS, pembaca tidak tahu mana tempatnya
  = saran: hapus salah satu, atau betulkan nomornya

galat[RUJ-61]: TPS di Klego dihitung dua kali
 --> content/wilayah/contoh/kota-contoh/tps.csv:6:1
  |
6 | Pekalongan Timur,Klego,1,
  | ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/tps.csv:5:1
  |
5 | Pekalongan Timur,,,30
  | --------------------- pertama kali di sini
  |
  = sebab: dari dua baris untuk satu TPS, pembaca tidak tahu mana tempatnya
  = saran: hapus salah satu, atau betulkan nomornya

galat[RUJ-61]: TPS di Pekalongan Timur dihitung dua kali
 --> content/wilayah/contoh/kota-contoh/tps.csv:7:1
  |
7 | Pekalongan Timur,,,30
  | ^^^^^^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/tps.csv:5:1
  |
5 | Pekalongan Timur,,,30
  | --------------------- pertama kali di sini
  |
  = sebab: dari dua baris untuk satu TPS, pembaca tidak tahu mana tempatnya
  = saran: hapus salah satu, atau betulkan nomornya

4 galat, 1 peringatan
"#]],
    );
}

#[test]
fn a_polling_place_has_no_more_voters_than_the_law_allows() {
    check_kota(
        &LIST.replace(",600,", ",601,"),
        str![[r#"
peringatan[HUK-21]: TPS 2 Medono punya 601 pemilih, lebih dari 600
 --> content/wilayah/contoh/kota-contoh/tps.csv:3:30
  |
3 | Pekalongan Barat,Medono,2,,,,601,
  |                              ^^^
  |
  = sebab: banyaknya pemilih di satu TPS dibatasi (PKPU 7/2024, menurut berita tentang rancangannya)
  = saran: periksa angkanya

1 peringatan
"#]],
    );
}

#[test]
fn the_list_and_the_figures_say_the_same() {
    let figures = "\
--- kota/fakta/pemilih.yaml
per_tanggal: 2024-09-21
sumber: [daftar-tps]
fakta:
  - { ukuran: tps, nilai: 3 }
  - { ukuran: dpt, nilai: 1200 }
";
    // Not all say their voters, so those are no sum.
    sound(&format!("{LIST}{figures}"));
    let all = LIST.replace("Balai Contoh,,,,", "Balai Contoh,,,100,");
    check_kota(
        &format!("{all}{}", figures.replace("tps, nilai: 3", "tps, nilai: 4")),
        str![[r#"
peringatan[FKT-50]: tps.csv memuat 3 TPS, angkanya di sini 4
 --> content/wilayah/contoh/kota-contoh/fakta/pemilih.yaml:4:27
  |
4 |   - { ukuran: tps, nilai: 4 }
  |                           ^
 ::: content/wilayah/contoh/kota-contoh/tps.csv
  = sebab: keduanya tampil di halaman daerah yang sama
  = saran: periksa keduanya; kalau sumbernya berbeda, tulis `status: berselisih` di angkanya

peringatan[FKT-50]: tps.csv memuat 1212 pemilih, angkanya di sini 1200
 --> content/wilayah/contoh/kota-contoh/fakta/pemilih.yaml:5:27
  |
5 |   - { ukuran: dpt, nilai: 1200 }
  |                           ^^^^
 ::: content/wilayah/contoh/kota-contoh/tps.csv
  = sebab: keduanya tampil di halaman daerah yang sama
  = saran: periksa keduanya; kalau sumbernya berbeda, tulis `status: berselisih` di angkanya

2 peringatan
"#]],
    );
    sound(&format!("{all}{}", figures.replace("1200 }", "1212 }")));
}

#[test]
fn a_list_is_of_a_kabupaten_or_kota_and_names_its_source() {
    check_kota(
        "\
--- wilayah/contoh/tps.csv
kecamatan,jumlah
Pekalongan Barat,12
--- tps.csv
kecamatan,jumlah
Pekalongan Barat,12
",
        str![[r#"
galat[RUJ-11]: catatan ini milik satu wilayah, bukan tingkat nasional
--> content/tps.csv
 = saran: pindahkan ke folder wilayahnya di content/wilayah/

galat[RUJ-62]: daftar TPS ini ada di folder provinsi
--> content/wilayah/contoh/tps.csv
 = sebab: nama kecamatan dan kelurahan hanya berarti di kabupaten atau kotanya
 = saran: bagi per kabupaten dan kota, lalu pindahkan ke foldernya

peringatan[FKT-51]: daftar TPS ini tidak menyebut sumber
 --> content/wilayah/contoh/tps.csv:2:1
  |
2 | Pekalongan Barat,12
  | ^^^^^^^^^^^^^^^^
  |
  = sebab: tempat TPS bisa berubah sampai hari pemungutan suara, jadi pemilih perlu tahu dari mana dan dari kapan daftar ini
  = saran: tambahkan kolom sumber, dan tulis kuncinya di baris pertama

2 galat, 1 peringatan
"#]],
    );
}

#[test]
fn personal_data_in_a_list_is_found_and_an_address_is_none() {
    check_kota(
        &LIST.replace("SD Contoh", "Rumah Contoh 0812-3456-7890").replace("Balai Contoh", "NIK 3375010101900001"),
        str![[r#"
peringatan[PDP-02]: ini berbentuk nomor telepon
 --> content/wilayah/contoh/kota-contoh/tps.csv:2:42
  |
2 | Pekalongan Barat,Medono,001,Rumah Contoh 0812-3456-7890,"Jl. Contoh 1, RT 01/RW 02",kursi roda; pendamping,512,daftar-tps
  |                                          ^^^^^^^^^^^^^^
  |
  = sebab: nomor telepon, surel pribadi dan alamat rumah adalah data pribadi (UU 27/2022 pasal 65-66)
  = saran: hapus, atau ganti dengan kontak resmi kantor

galat[PDP-01]: 16 angka ini berbentuk NIK atau nomor KK
 --> content/wilayah/contoh/kota-contoh/tps.csv:4:35
  |
4 | PEKALONGAN TIMUR,kali baros,1,NIK 3375010101900001,,,,
  |                                   ^^^^^^^^^^^^^^^^
  |
  = sebab: NIK dan nomor KK adalah data pribadi yang tidak boleh diungkap, juga di dalam komentar (UU 27/2022 pasal 65-66, UU 23/2006 pasal 84)
  = saran: hapus nomornya, juga dari riwayat Git jika sudah tersimpan di sana

1 galat, 1 peringatan
"#]],
    );
}
