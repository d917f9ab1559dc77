//! Accessibility.

use crate::rules::{check_kota, sound};
use snapbox::str;

fn article(body: &str) -> String {
    format!("--- kota/halaman/contoh.md\n---\njudul: Contoh\n---\n\n{body}")
}

#[test]
fn a_picture_has_words_in_its_place() {
    check_kota(
        &article("![](https://contoh.test/rapat.jpg) dan ![ ](https://contoh.test/tps.jpg)\n"),
        str![[r#"
peringatan[AKS-01]: gambar https://contoh.test/rapat.jpg tidak punya kata pengganti
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | ![](https://contoh.test/rapat.jpg) dan ![ ](https://contoh.test/tps.jpg)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca layar membacakan kata-kata ini sebagai ganti gambarnya (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis apa yang terlihat: ![Ketua KPU membuka rapat](https://contoh.test/rapat.jpg)

peringatan[AKS-01]: gambar https://contoh.test/tps.jpg tidak punya kata pengganti
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:40
  |
5 | ![](https://contoh.test/rapat.jpg) dan ![ ](https://contoh.test/tps.jpg)
  |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca layar membacakan kata-kata ini sebagai ganti gambarnya (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis apa yang terlihat: ![Ketua KPU membuka rapat](https://contoh.test/tps.jpg)

2 peringatan
"#]],
    );
    sound(&article("![Petugas **menghitung** suara](https://contoh.test/tps.jpg)\n"));
}

#[test]
fn the_words_of_a_picture_are_no_file_name() {
    check_kota(
        &article("![Foto 1](https://contoh.test/a.jpg) ![rapat.jpg](https://contoh.test/b.jpg)\n"),
        str![[r#"
peringatan[AKS-02]: kata pengganti "Foto 1" tidak mengatakan apa yang terlihat
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | ![Foto 1](https://contoh.test/a.jpg) ![rapat.jpg](https://contoh.test/b.jpg)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: orang yang tidak melihat gambarnya tidak tertolong oleh nama berkas (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis siapa melakukan apa di gambar itu, atau isi petanya dalam satu kalimat

peringatan[AKS-02]: kata pengganti "rapat.jpg" tidak mengatakan apa yang terlihat
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:38
  |
5 | ![Foto 1](https://contoh.test/a.jpg) ![rapat.jpg](https://contoh.test/b.jpg)
  |                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: orang yang tidak melihat gambarnya tidak tertolong oleh nama berkas (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis siapa melakukan apa di gambar itu, atau isi petanya dalam satu kalimat

2 peringatan
"#]],
    );
    check_kota(
        "\
--- kota/deklarasi/damai.yaml
judul: Deklarasi
tanggal: 2024-10-01
foto:
  - { berkas: damai.jpg, alt: Foto }
--- kota/deklarasi/damai.jpg
x
",
        str![[r#"
peringatan[AKS-02]: kata pengganti "Foto" tidak mengatakan apa yang terlihat
 --> content/wilayah/contoh/kota-contoh/deklarasi/damai.yaml:4:31
  |
4 |   - { berkas: damai.jpg, alt: Foto }
  |                               ^^^^
  |
  = sebab: orang yang tidak melihat gambarnya tidak tertolong oleh nama berkas (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis siapa melakukan apa di gambar itu, atau isi petanya dalam satu kalimat

1 peringatan
"#]],
    );
    sound(&article("![Foto bersama di Kota Contoh](https://contoh.test/a.jpg)\n"));
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    check_kota(
        &article("## Satu\n\n#### Dua\n\n## Tiga\n"),
        str![[r#"
saran[AKS-03]: judul tingkat 4 langsung sesudah tingkat 2
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:1
  |
7 | #### Dua
  | ^^^^^^^^
  |
  = sebab: pembaca layar melompat dari judul ke judul, dan tingkat yang hilang terdengar seperti bagian yang hilang (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: awali dengan ###

1 saran
"#]],
    );
    sound(&article("## Satu\n\n### Dua\n\n#### Tiga\n\n## Empat\n\n`###`\n"));
}

#[test]
fn a_link_says_where_it_leads() {
    check_kota(
        &article("[Klik di sini](https://contoh.test/a) atau [https://contoh.test/b](https://contoh.test/b)\n"),
        str![[r#"
saran[AKS-04]: tautan "Klik di sini" tidak mengatakan ke mana menuju
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | [Klik di sini](https://contoh.test/a) atau [https://contoh.test/b](https://contoh.test/b)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca layar mendaftar tautan tanpa kalimat di sekitarnya; alamat panjang dieja huruf demi huruf (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis nama halaman atau berkasnya sebagai kata tautan

saran[AKS-04]: tautan "https://contoh.test/b" tidak mengatakan ke mana menuju
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:44
  |
5 | [Klik di sini](https://contoh.test/a) atau [https://contoh.test/b](https://contoh.test/b)
  |                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca layar mendaftar tautan tanpa kalimat di sekitarnya; alamat panjang dieja huruf demi huruf (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis nama halaman atau berkasnya sebagai kata tautan

2 saran
"#]],
    );
    sound(&article("[Jadwal di sini](https://contoh.test/a), tulis https://contoh.test/b\n"));
}

#[test]
fn the_columns_of_a_table_have_headings() {
    check_kota(
        &article("| | |\n|--|--|\n| TPS | 943 |\n"),
        str![[r#"
saran[AKS-05]: ada kolom tabel tanpa kepala
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | | | |
  | ^^^^^
  |
  = sebab: pembaca layar menyebut kepala kolom sebelum isi setiap sel (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis apa isi kolomnya di baris pertama

1 saran
"#]],
    );
    sound(&article("| | Jumlah |\n|--|--|\n| TPS | 943 |\n"));
}

#[test]
fn sentences_are_not_shouted() {
    check_kota(
        &article("KPU KOTA CONTOH MENETAPKAN DAFTAR PEMILIH TETAP.\n"),
        str![[r#"
saran[AKS-06]: kalimat ini ditulis dengan huruf besar semua
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | KPU KOTA CONTOH MENETAPKAN DAFTAR PEMILIH TETAP.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: huruf besar semua sulit dibaca, dan sebagian pembaca layar mengejanya huruf demi huruf (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis dengan huruf kecil seperti kalimat biasa

1 saran
"#]],
    );
    sound(&article("KPU, KPPS, PPK, PPS, PKPU dan LHKPN; CALON CONTOH SATU.\n"));
}
