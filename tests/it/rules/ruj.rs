//! What leads from one record to another.

use crate::content::check;
use crate::rules::{DUA_PASLON, check_kota, sound};
use snapbox::str;

const UNDIAN: &str = "--- kota/pengundian.yaml\ntanggal: 2024-09-23\n";

#[test]
fn the_draw_and_the_pairs_say_the_same_numbers() {
    check_kota(
        &format!("{DUA_PASLON}{UNDIAN}hasil: {{ 1: Sari – Budi, 3: Rina – Dodi }}\n"),
        str![[r#"
galat[RUJ-07]: nomor urut 2 ada di paslon/, tetapi tidak ada di pengundian
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:1:13
  |
1 | nomor_urut: 2
  |             ^
  |
 ::: content/wilayah/contoh/kota-contoh/pengundian.yaml:2:1
  |
2 | hasil: { 1: Sari – Budi, 3: Rina – Dodi }
  | ----- hasil pengundiannya di sini
  |
  = sebab: nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama (UU 1/2015 pasal 51-52)
  = saran: lengkapi hasil pengundiannya

galat[RUJ-07]: nomor urut 3 ada di pengundian, tetapi tidak ada di paslon/
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:2:29
  |
2 | hasil: { 1: Sari – Budi, 3: Rina – Dodi }
  |                             ^^^^^^^^^^^
  |
  = sebab: nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama (UU 1/2015 pasal 51-52)
  = saran: buat paslon/3.yaml, atau hapus baris ini

2 galat
"#]],
    );
}

#[test]
fn the_draw_and_the_pairs_say_the_same_names() {
    check_kota(
        &format!("{DUA_PASLON}{UNDIAN}hasil: {{ 1: Drs. Rina – Dodi, 2: Kolom kosong }}\n"),
        str![[r#"
galat[RUJ-07]: "Drs. Rina – Dodi" di pengundian bukan nomor urut 1 di paslon/
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:2:13
  |
2 | hasil: { 1: Drs. Rina – Dodi, 2: Kolom kosong }
  |             ^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:16
  |
2 | calon: { nama: SARI CONTOH }
  |                ----------- nomor urut 1 di paslon/
  |
  = sebab: nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama (UU 1/2015 pasal 51-52)
  = saran: samakan namanya; nama pendek boleh, jika ada di nama_tampil atau sapaan

galat[RUJ-07]: "Kolom kosong" di pengundian bukan nomor urut 2 di paslon/
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:2:34
  |
2 | hasil: { 1: Drs. Rina – Dodi, 2: Kolom kosong }
  |                                  ^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:16
  |
2 | calon: { nama: RINA UMPAMA }
  |                ----------- nomor urut 2 di paslon/
  |
  = sebab: nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama (UU 1/2015 pasal 51-52)
  = saran: samakan namanya; nama pendek boleh, jika ada di nama_tampil atau sapaan

2 galat
"#]],
    );
}

#[test]
fn a_short_name_or_the_empty_column_agrees_with_the_draw() {
    let paslon = "\
--- kota/paslon/1.yaml
nomor_urut: 1
kolom_kosong: true
--- kota/paslon/2.yaml
nomor_urut: 2
calon: { nama: H. RINA UMPAMA, nama_tampil: Rina, sapaan: Mbak Cici }
wakil: { nama: DODI ANDAI, nama_tampil: Dodi }
";
    sound(&format!("{paslon}{UNDIAN}hasil: {{ 1: Kolom kosong, 2: Cici dan kawan }}\n"));
    sound(&format!("{UNDIAN}hasil: {{ 1: Siapa Saja }}\n"));
}

#[test]
fn names_of_one_or_two_letters_agree_as_well() {
    let paslon = "\
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: Drs. A }
wakil: { nama: NG }
--- kota/paslon/2.yaml
nomor_urut: 2
kolom_kosong: true
";
    sound(&format!("{paslon}{UNDIAN}hasil: {{ 1: A – Ng, 2: Kolom kosong }}\n"));
}

#[test]
fn a_pair_that_cannot_be_read_is_not_called_missing() {
    let broken = "--- kota/paslon/2.yaml\nnomor_urut: 2\ncalon: { nama: RINA UMPAMA }\n";
    let (first, _) = DUA_PASLON.split_once("--- kota/paslon/2").expect("two pairs");
    check_kota(
        &format!("{first}{broken}{UNDIAN}hasil: {{ 1: Sari, 2: Rina }}\n"),
        str![[r#"
galat[FMT-03]: kunci `wakil` belum ada
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:1:1
  |
1 | nomor_urut: 2
  | ^^^^^^^^^^
  |
  = sebab: pasangan calon terdiri dari calon dan wakilnya
  = saran: tambahkan `wakil: { nama: … }`

1 galat
"#]],
    );
}

#[test]
fn a_result_counts_the_numbers_on_the_ballot_only() {
    let contest = "
--- wilayah/contoh/wilayah.yaml
kode: \"33\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: { jumlah_paslon: 2 }
--- wilayah/contoh/paslon/1.yaml
nomor_urut: 1
calon: { nama: SATU CONTOH }
wakil: { nama: WAKIL SATU }
--- wilayah/contoh/paslon/2.yaml
nomor_urut: 2
calon: { nama: DUA CONTOH }
wakil: { nama: WAKIL DUA }
";
    let result =
        |numbers: &str| format!("{contest}--- wilayah/contoh/hasil.yaml\nstatus: sementara\nsuara: {numbers}\n");
    check(&result("{ 1: 10, 2: 20 }"), str!["tidak ada temuan"]);
    check(
        &result("{ 1: 10, 2: 20, 3: 30 }"),
        str![[r#"
galat[RUJ-16]: nomor urut 3 mendapat suara, tetapi tidak ada di paslon/
 --> content/wilayah/contoh/hasil.yaml:2:24
  |
2 | suara: { 1: 10, 2: 20, 3: 30 }
  |                        ^
  |
  = sebab: suara dihitung menurut nomor urut di surat suara (UU 1/2015 pasal 51-52)

1 galat
"#]],
    );
}

#[test]
fn names_that_changed_places_in_the_draw_are_found() {
    let draw = |hasil: &str| {
        format!(
            "{}--- kota/pengundian.yaml\ntanggal: 2024-09-23\nhasil: {hasil}\n",
            DUA_PASLON.replace("BUDI MISAL", "MUHAMMAD MISAL").replace("RINA UMPAMA", "MUHAMMAD UMPAMA")
        )
    };
    check_kota(
        &draw("{ 1: Muhammad Umpama – Dodi, 2: Sari – Muhammad Misal }"),
        str![[r#"
galat[RUJ-07]: "Muhammad Umpama" di pengundian tertulis nomor urut 1, di paslon/ nomor urut 2
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:2:13
  |
2 | hasil: { 1: Muhammad Umpama – Dodi, 2: Sari – Muhammad Misal }
  |             ^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:16
  |
2 | calon: { nama: MUHAMMAD UMPAMA }
  |                --------------- nomor urut 2 di paslon/
  |
  = sebab: nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama (UU 1/2015 pasal 51-52)
  = saran: periksa berita acara pengundian; nomor hasil undian tidak berubah

galat[RUJ-07]: "Sari" di pengundian tertulis nomor urut 2, di paslon/ nomor urut 1
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:2:40
  |
2 | hasil: { 1: Muhammad Umpama – Dodi, 2: Sari – Muhammad Misal }
  |                                        ^^^^^^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:16
  |
2 | calon: { nama: SARI CONTOH }
  |                ----------- nomor urut 1 di paslon/
  |
  = sebab: nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama (UU 1/2015 pasal 51-52)
  = saran: periksa berita acara pengundian; nomor hasil undian tidak berubah

2 galat
"#]],
    );
    check_kota(
        &draw("{ 1: Sari – Dodi, 2: Umpama – Misal }"),
        str![[r#"
galat[RUJ-07]: "Dodi" di pengundian tertulis nomor urut 1, di paslon/ nomor urut 2
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:2:13
  |
2 | hasil: { 1: Sari – Dodi, 2: Umpama – Misal }
  |             ^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:16
  |
2 | calon: { nama: MUHAMMAD UMPAMA }
  |                --------------- nomor urut 2 di paslon/
  |
  = sebab: nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama (UU 1/2015 pasal 51-52)
  = saran: periksa berita acara pengundian; nomor hasil undian tidak berubah

galat[RUJ-07]: "Misal" di pengundian tertulis nomor urut 2, di paslon/ nomor urut 1
 --> content/wilayah/contoh/kota-contoh/pengundian.yaml:2:29
  |
2 | hasil: { 1: Sari – Dodi, 2: Umpama – Misal }
  |                             ^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:16
  |
2 | calon: { nama: SARI CONTOH }
  |                ----------- nomor urut 1 di paslon/
  |
  = sebab: nomor urut tetap sejak diundi, jadi pengundian.yaml dan berkas di paslon/ harus sama (UU 1/2015 pasal 51-52)
  = saran: periksa berita acara pengundian; nomor hasil undian tidak berubah

2 galat
"#]],
    );
    sound(&draw("{ 1: Sari – Muhammad, 2: Muhammad – Dodi Andai }"));
}
