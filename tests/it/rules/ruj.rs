//! What leads from one record to another.

use crate::content::{build_options, files, on, said_on};
use crate::rules::{DUA_PASLON, check_kota, in_kota, sound};
use pilkada::bahasa::Bahasa;
use pilkada::pipeline;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::source::Sources;
use snapbox::str;

/// Asserts what is said of files in the made-up town, of their pages too.
#[track_caller]
fn check_site(text: &str, expected: impl snapbox::IntoData) {
    let files = files(&in_kota(text));
    let sources = Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let mut report = Report::default();
    pipeline::check(&sources, build_options(), &mut report);
    let style = Style { bahasa: Bahasa::Id, colour: Colour::Plain };
    snapbox::assert_data_eq!(teks(&report, &sources, style), expected);
}

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
    let result = |numbers: &str| {
        format!(
            "{contest}--- wilayah/contoh/hasil.yaml\nstatus: sementara\nsuara: {numbers}\nabaikan: [{{ kode: FKT-20, alasan: Tanpa tanggal }}]\n"
        )
    };
    let check = |text: &str, expected: snapbox::data::Inline| {
        snapbox::assert_data_eq!(said_on(on("2024-12-01"), text, Bahasa::Id), expected);
    };
    check(&result("{ 1: 10, 2: 20 }"), str!["tidak ada temuan; 1 temuan diabaikan"]);
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

1 galat; 1 temuan diabaikan
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

#[test]
fn an_attachment_is_nothing_that_a_browser_runs() {
    check_site(
        "\
--- kota/berita/2024-10-01-lampiran.md
---
judul: Lampiran
tanggal: 2024-10-01
---

[a](a.htm) [b](b.xhtml) [c](c.svgz) [d](d.swf) [e](berkas) [f](f.svg) [g](g.pdf) [h](h.csv) [i](i.docx) [j](j.zip)
--- kota/berita/2024-10-01-lampiran.en.md
---
judul: Attachment
tanggal: 2024-10-01
---

[a](a.htm)
--- kota/berita/a.htm
x
--- kota/berita/b.xhtml
x
--- kota/berita/c.svgz
x
--- kota/berita/d.swf
x
--- kota/berita/berkas
x
--- kota/berita/f.svg
<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>
--- kota/berita/g.pdf
<!DOCTYPE html><html></html>
--- kota/berita/h.csv
kecamatan,pemilih
--- kota/berita/i.docx
x
--- kota/berita/j.zip
x
",
        str![[r#"
galat[RUJ-18]: berkas "a.htm" (htm) tidak boleh terbit di samping tulisan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lampiran.en.md:6:1
  |
6 | [a](a.htm)
  | ^^^^^^^^^^
  |
  = sebab: halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca
  = saran: simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/

galat[RUJ-18]: berkas "a.htm" (htm) tidak boleh terbit di samping tulisan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lampiran.md:6:1
  |
6 | [a](a.htm) [b](b.xhtml) [c](c.svgz) [d](d.swf) [e](berkas) [f](f.svg) [g](g.pdf) [h](h.csv) [i](i.docx) [j](j.zip)
  | ^^^^^^^^^^
  |
  = sebab: halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca
  = saran: simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/

galat[RUJ-18]: berkas "b.xhtml" (xhtml) tidak boleh terbit di samping tulisan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lampiran.md:6:12
  |
6 | [a](a.htm) [b](b.xhtml) [c](c.svgz) [d](d.swf) [e](berkas) [f](f.svg) [g](g.pdf) [h](h.csv) [i](i.docx) [j](j.zip)
  |            ^^^^^^^^^^^^
  |
  = sebab: halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca
  = saran: simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/

galat[RUJ-18]: berkas "c.svgz" (svgz) tidak boleh terbit di samping tulisan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lampiran.md:6:25
  |
6 | [a](a.htm) [b](b.xhtml) [c](c.svgz) [d](d.swf) [e](berkas) [f](f.svg) [g](g.pdf) [h](h.csv) [i](i.docx) [j](j.zip)
  |                         ^^^^^^^^^^^
  |
  = sebab: halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca
  = saran: simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/

galat[RUJ-18]: berkas "d.swf" (swf) tidak boleh terbit di samping tulisan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lampiran.md:6:37
  |
6 | [a](a.htm) [b](b.xhtml) [c](c.svgz) [d](d.swf) [e](berkas) [f](f.svg) [g](g.pdf) [h](h.csv) [i](i.docx) [j](j.zip)
  |                                     ^^^^^^^^^^
  |
  = sebab: halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca
  = saran: simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/

galat[RUJ-18]: berkas "berkas" (tanpa akhiran) tidak boleh terbit di samping tulisan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lampiran.md:6:48
  |
6 | [a](a.htm) [b](b.xhtml) [c](c.svgz) [d](d.swf) [e](berkas) [f](f.svg) [g](g.pdf) [h](h.csv) [i](i.docx) [j](j.zip)
  |                                                ^^^^^^^^^^^
  |
  = sebab: halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca
  = saran: simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/

galat[RUJ-18]: berkas "f.svg" (SVG) tidak boleh terbit di samping tulisan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lampiran.md:6:60
  |
6 | [a](a.htm) [b](b.xhtml) [c](c.svgz) [d](d.swf) [e](berkas) [f](f.svg) [g](g.pdf) [h](h.csv) [i](i.docx) [j](j.zip)
  |                                                            ^^^^^^^^^^
  |
  = sebab: halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca
  = saran: simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/

galat[RUJ-18]: berkas "g.pdf" (halaman HTML) tidak boleh terbit di samping tulisan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lampiran.md:6:71
  |
6 | [a](a.htm) [b](b.xhtml) [c](c.svgz) [d](d.swf) [e](berkas) [f](f.svg) [g](g.pdf) [h](h.csv) [i](i.docx) [j](j.zip)
  |                                                                       ^^^^^^^^^^
  |
  = sebab: halaman dan skrip di dalam berkas seperti itu berjalan atas nama situs ini di peramban pembaca
  = saran: simpan sebagai PDF, CSV, XLSX, DOCX, ODS, ODT, TXT atau ZIP, lalu tautkan berkas itu; yang memang harus terbit apa adanya ditaruh di content/statis/

8 galat
"#]],
    );
}

#[test]
fn a_picture_of_an_article_lies_on_this_site() {
    check_site(
        "\
--- kota/berita/2024-10-01-gambar.md
---
judul: Gambar
tanggal: 2024-10-01
---

![Rapat pleno](https://lain.test/a/rapat.jpg?x=1)

[Situs lain](https://lain.test/) tetap boleh ditautkan.
",
        str![[r#"
galat[RUJ-19]: gambar "https://lain.test/a/rapat.jpg?x=1" ada di situs lain, dan situs itu akan melihat setiap pembaca
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-gambar.md:6:1
  |
6 | ![Rapat pleno](https://lain.test/a/rapat.jpg?x=1)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: situs ini berjanji tidak mengirim pembacanya ke pihak lain; gambar itu pun bisa diganti atau hilang kapan saja
  = saran: unduh gambarnya, taruh di samping tulisan ini, lalu tulis namanya saja di antara kurung: (rapat.jpg); mintalah izin pemiliknya

1 galat
"#]],
    );
}

#[test]
fn what_nothing_names_is_said_once_a_folder() {
    check_site(
        "\
--- kota/berita/2024-10-01-lampiran.md
---
judul: Lampiran
tanggal: 2024-10-01
---

[tabel lengkap](dipakai.csv)
--- kota/berita/2024-12-01-nanti.md
---
judul: Nanti
tanggal: 2024-12-01
gambar: { berkas: nanti.jpg, alt: Ketua membuka rapat }
---

Isi.
--- kota/berita/nanti.jpg
x
--- kota/berita/dipakai.csv
a,b
--- kota/berita/a.docx
x
--- kota/berita/b.docx
x
--- kota/berita/c.odt
x
--- kota/berita/d.markdown
x
--- kota/berita/lepas.jpg
x
--- kota/paslon/rekap.xlsx
x
--- CNAME
contoh.test
--- statis/CNAME
contoh.test
",
        str![[r#"
peringatan[RUJ-20]: "CNAME" tidak disebut catatan mana pun, jadi tidak terbit
--> content/CNAME
 = saran: pindahkan ke content/statis/ jika harus terbit apa adanya di akar situs, atau hapus

peringatan[RUJ-20]: "a.docx", "b.docx", "c.odt" dan 1 lagi tidak disebut catatan mana pun, jadi tidak terbit
--> content/wilayah/contoh/kota-contoh/berita/a.docx
 = saran: salin isinya ke catatan baru: pilkada new berita; atau tautkan dari sebuah tulisan: [naskah lengkap](a.docx)

saran[RUJ-21]: "lepas.jpg" tidak disebut catatan mana pun, jadi tidak terbit
--> content/wilayah/contoh/kota-contoh/berita/lepas.jpg
 = saran: sebut di catatannya (foto: lepas.jpg, atau ![yang terlihat](lepas.jpg) di dalam tulisan), atau hapus

peringatan[RUJ-20]: "rekap.xlsx" tidak disebut catatan mana pun, jadi tidak terbit
--> content/wilayah/contoh/kota-contoh/paslon/rekap.xlsx
 = saran: tulis angkanya di fakta/ atau hasil.yaml, atau tautkan dari sebuah tulisan: [tabel lengkap](rekap.xlsx)

3 peringatan, 1 saran
"#]],
    );
}

#[test]
fn what_is_published_as_it_is_takes_no_address_and_tells_of_nobody() {
    check_site(
        "\
--- statis/index.html
x
--- statis/sitemap.xml
x
--- statis/contoh/index.json
{}
--- statis/contoh
x
--- statis/manifes.json
{}
--- statis/cari/daftar.js
x
--- statis/cari.html/x
x
--- statis/daftar.csv
NIK,3375010101900001
--- statis/peta.js
var x = 3375010101900001
--- statis/aman.txt
x
",
        str![[r#"
galat[RUJ-06]: berkas ini memakai alamat yang dibuat program atau tema: /cari.html/x
--> content/statis/cari.html/x
 = saran: ganti nama berkasnya, atau hapus

galat[RUJ-06]: berkas ini memakai alamat yang dibuat program atau tema: /cari/daftar.js
--> content/statis/cari/daftar.js
 = saran: ganti nama berkasnya, atau hapus

galat[RUJ-06]: berkas ini memakai alamat yang dibuat program atau tema: /contoh
--> content/statis/contoh
 = saran: ganti nama berkasnya, atau hapus

galat[RUJ-06]: berkas ini memakai alamat yang dibuat program atau tema: /contoh/index.json
--> content/statis/contoh/index.json
 = saran: ganti nama berkasnya, atau hapus

galat[RUJ-06]: dua halaman memakai alamat yang sama: /contoh/index.json
--> content/statis/contoh/index.json
 = saran: ganti nama salah satu berkasnya

galat[PDP-01]: 16 angka ini berbentuk NIK atau nomor KK
 --> content/statis/daftar.csv:1:5
  |
1 | NIK,3375010101900001
  |     ^^^^^^^^^^^^^^^^
  |
  = sebab: NIK dan nomor KK adalah data pribadi yang tidak boleh diungkap, juga di dalam komentar (UU 27/2022 pasal 65-66, UU 23/2006 pasal 84)
  = saran: hapus nomornya, juga dari riwayat Git jika sudah tersimpan di sana

galat[RUJ-06]: dua halaman memakai alamat yang sama: /
--> content/statis/index.html
 = saran: ganti nama salah satu berkasnya

galat[RUJ-06]: berkas ini memakai alamat yang dibuat program atau tema: /manifes.json
--> content/statis/manifes.json
 = saran: ganti nama berkasnya, atau hapus

galat[RUJ-06]: dua halaman memakai alamat yang sama: /sitemap.xml
--> content/statis/sitemap.xml
 = saran: ganti nama salah satu berkasnya

9 galat
"#]],
    );
}
