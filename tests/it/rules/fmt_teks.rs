//! What is written in Markdown comes out, or is a finding.

use crate::content::build_from_on;
use crate::rules::{build_on, check_kota, in_kota, sound};
use snapbox::str;

fn article(body: &str) -> String {
    format!("--- kota/halaman/contoh.md\n---\njudul: Contoh\n---\n\n{body}")
}

/// The HTML of the article.
fn drawn(body: &str) -> String {
    let site = build_on("2024-11-01", &article(body));
    let page = &site["contoh/kota-contoh/contoh.html"];
    String::from_utf8(page.clone()).unwrap()
}

#[test]
fn a_line_break_joins_no_figures() {
    let body = "Pukul 07.00<br>13.00\n\n| Hal | Angka |\n|---|---|\n| TPS | 943<br/>120 |\n";
    sound(&article(body));
    let html = drawn(body);
    assert!(html.contains("07.00<br />\n13.00") && html.contains("943<br />\n120"), "{html}");
}

#[test]
fn html_takes_its_text_with_it_and_says_so() {
    check_kota(
        &article("<center>Gudang ditutup</center>\n\n<br>\nTeks di bawahnya\n\n</div> Di belakang\n"),
        str![[r#"
peringatan[FMT-17]: <center> tidak ikut terbit, juga tulisan di dalamnya: "Gudang ditutup"
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | <center>Gudang ditutup</center>
  | ^^^^^^^^
  |
  = sebab: HTML tidak ikut terbit, supaya tidak ada yang bisa menyisipkan program di halaman
  = saran: pakai Markdown: **tebal**, *miring*, [tautan](alamat), ![gambar](berkas)

peringatan[FMT-17]: <br> tidak ikut terbit, juga tulisan di dalamnya: "Teks di bawahnya"
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:1
  |
7 | <br>
  | ^^^^
  |
  = sebab: HTML tidak ikut terbit, supaya tidak ada yang bisa menyisipkan program di halaman
  = saran: pakai Markdown: **tebal**, *miring*, [tautan](alamat), ![gambar](berkas)

peringatan[FMT-17]: </div> tidak ikut terbit, juga tulisan di dalamnya: "Di belakang"
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:10:1
   |
10 | </div> Di belakang
   | ^^^^^^
   |
   = sebab: HTML tidak ikut terbit, supaya tidak ada yang bisa menyisipkan program di halaman
   = saran: pakai Markdown: **tebal**, *miring*, [tautan](alamat), ![gambar](berkas)

3 peringatan
"#]],
    );
}

#[test]
fn an_address_in_the_text_is_a_link() {
    let body = "Periksa nama Anda di https://kpu.contoh.test/cek atau www.contoh.test.\n";
    sound(&article(body));
    let html = drawn(body);
    assert!(html.contains("<a href=\"https://kpu.contoh.test/cek\">https://kpu.contoh.test/cek</a>"), "{html}");
    assert!(html.contains("<a href=\"https://www.contoh.test\">www.contoh.test</a>."), "{html}");
}

#[test]
fn links_and_pictures_are_not_published_as_they_are_written() {
    check_kota(
        &article(
            "![Rapat](foto rapat.jpg) dan [daftar](DPT Kota.pdf \"DPT\")

Lihat [jadwal][1], ![Foto] dan [**tebal**](alamat salah).

> [!PENTING]
> Bawa KTP.

> [!NOTE] Perhatian
> Datang pagi.

> [!ANEH]
> Apa.
",
        ),
        str![[r#"
peringatan[FMT-21]: ![Rapat](foto rapat.jpg) terbit apa adanya, bukan sebagai gambar
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | ![Rapat](foto rapat.jpg) dan [daftar](DPT Kota.pdf "DPT")
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis ![Rapat](<foto rapat.jpg>), atau ganti nama berkas menjadi nama tanpa spasi

peringatan[FMT-21]: [daftar](DPT Kota.pdf "DPT") terbit apa adanya, bukan sebagai tautan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:30
  |
5 | ![Rapat](foto rapat.jpg) dan [daftar](DPT Kota.pdf "DPT")
  |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis [daftar](<DPT Kota.pdf> "DPT")

peringatan[FMT-21]: [jadwal][1] terbit apa adanya, bukan sebagai tautan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:7
  |
7 | Lihat [jadwal][1], ![Foto] dan [**tebal**](alamat salah).
  |       ^^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis alamatnya di dalam kurung, atau tambahkan baris [1]: alamat

peringatan[FMT-21]: ![Foto] terbit apa adanya, bukan sebagai gambar
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:20
  |
7 | Lihat [jadwal][1], ![Foto] dan [**tebal**](alamat salah).
  |                    ^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis ![keterangan gambar](berkas)

peringatan[FMT-21]: ](alamat salah) terbit apa adanya, bukan sebagai tautan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:42
  |
7 | Lihat [jadwal][1], ![Foto] dan [**tebal**](alamat salah).
  |                                          ^^^^^^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis [kata tautan](alamat)

peringatan[FMT-21]: [!PENTING] terbit apa adanya, bukan sebagai kotak
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:9:3
  |
9 | > [!PENTING]
  |   ^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis > [!IMPORTANT] sendirian di baris pertama kotak

peringatan[FMT-21]: [!NOTE] Perhatian terbit apa adanya, bukan sebagai kotak
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:12:3
   |
12 | > [!NOTE] Perhatian
   |   ^^^^^^^^^^^^^^^^^
   |
   = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
   = saran: tulis > [!NOTE] sendirian di barisnya, lalu > **Perhatian** di baris berikutnya

peringatan[FMT-21]: [!ANEH] terbit apa adanya, bukan sebagai kotak
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:15:3
   |
15 | > [!ANEH]
   |   ^^^^^^^
   |
   = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
   = saran: jenis kotak hanya [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] dan [!CAUTION]

8 peringatan
"#]],
    );
}

#[test]
fn marks_tables_headings_and_commands_are_not_published_as_they_are_written() {
    check_kota(
        &article(
            "##Judul

Kata ** tebal ** dan **tidak ditutup

| TPS | Pemilih |
| 001 | 250 |

TPS | Pemilih | L
:-- | ---
001 | 250 | 3

{{< youtube abc >}} dan <!-- komentar

:::info
teks
:::
",
        ),
        str![[r#"
peringatan[FMT-21]: ##Judul terbit apa adanya, bukan sebagai judul
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | ##Judul
  | ^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis spasi sesudah ##

peringatan[FMT-21]: ** tebal ** terbit apa adanya, bukan sebagai penekanan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:6
  |
7 | Kata ** tebal ** dan **tidak ditutup
  |      ^^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis ** rapat pada kata pertama dan kata terakhir: **kata**

peringatan[FMT-21]: ** terbit apa adanya, bukan sebagai penekanan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:22
  |
7 | Kata ** tebal ** dan **tidak ditutup
  |                      ^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis ** rapat pada kata pertama dan kata terakhir: **kata**

peringatan[FMT-21]: | TPS | Pemilih | terbit apa adanya, bukan sebagai tabel
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:9:1
  |
9 | | TPS | Pemilih |
  | ^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis baris | --- | --- | di bawah kepala tabel, sel sebanyak kepalanya, dan baris kosong sebelum tabel

peringatan[FMT-21]: :-- | --- terbit apa adanya, bukan sebagai tabel
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:13:1
   |
13 | :-- | ---
   | ^^^^^^^^^
   |
   = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
   = saran: tulis baris | --- | --- | di bawah kepala tabel, sel sebanyak kepalanya, dan baris kosong sebelum tabel

peringatan[FMT-21]: {{< youtube abc >}} perintah program lain, dan terbit apa adanya
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:16:1
   |
16 | {{< youtube abc >}} dan <!-- komentar
   | ^^^^^^^^^^^^^^^^^^^
   |
   = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
   = saran: hapus, atau tulis isinya dengan Markdown

peringatan[FMT-21]: <!-- komentar terbit apa adanya, bukan sebagai komentar
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:16:25
   |
16 | {{< youtube abc >}} dan <!-- komentar
   |                         ^^^^^^^^^^^^^
   |
   = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
   = saran: tutup komentar dengan -->

peringatan[FMT-21]: :::info perintah program lain, dan terbit apa adanya
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:18:1
   |
18 | :::info
   | ^^^^^^^
   |
   = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
   = saran: hapus, atau tulis isinya dengan Markdown

8 peringatan
"#]],
    );
}

#[test]
fn marks_that_are_meant_stay() {
    sound(&article(
        "\\[^x] \\*\\*a\\*\\* `[x](y z)` 52** dan 48**, **) sementara. 0812****789 #Pilkada2024 [1][2] [sic] (Ketua)

Nama: ________ Tanggal: __/__/2024. 5 < 6 > 3, a_b_c.

1. Satu
1. Dua

```
[a](b c) ** x
```
",
    ));
}

#[test]
fn a_footnote_is_there_once_and_referred_to() {
    let body = "Satu[^1] dan dua[^hilang].

## kaki-1

[^1]: Catatan.
[^1]: Catatan kedua.
[^lama]: Tidak dirujuk.
";
    check_kota(
        &article(body),
        str![[r#"
peringatan[FMT-21]: catatan kaki [^hilang] tidak ada
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:17
  |
5 | Satu[^1] dan dua[^hilang].
  |                 ^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tambahkan baris [^hilang]: isi catatannya, atau hapus tanda ini

peringatan[FMT-23]: catatan kaki [^1] ditulis dua kali, dan yang ini tidak bisa dituju
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:10:1
   |
10 | [^1]: Catatan kedua.
   | ^^^^^
   |
   = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
   = saran: beri catatan ini nama lain

peringatan[FMT-23]: catatan kaki [^lama] tidak dirujuk dari mana pun
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:11:1
   |
11 | [^lama]: Tidak dirujuk.
   | ^^^^^^^^
   |
   = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
   = saran: tulis [^lama] di kalimat yang dijelaskannya, atau hapus catatan ini

3 peringatan
"#]],
    );
    let html = drawn(body);
    for id in ["kaki-1", "kaki-1-2", "kaki-1-3"] {
        assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{id} in {html}");
    }
}

#[test]
fn what_markdown_drops_is_said() {
    check_kota(
        &article(
            "| TPS | Pemilih |
|---|---|
| 001 | 250 | 12 |

[Ketua]: Budi

## Judul {#bagian}

1. Satu
2. Dua
4. Empat

Ukuran 2*3*4.

```Catatan penting
isi
```

<!-- x --> Teks sesudah komentar.

<!-- tidak ditutup

Teks penting.
",
        ),
        str![[r#"
peringatan[FMT-23]: sel "12" tidak ikut terbit: barisnya lebih panjang daripada kepala tabel
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:15
  |
7 | | 001 | 250 | 12 |
  |               ^^
  |
  = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
  = saran: tambahkan kolom di kepala tabel dan di baris ---, atau tulis /| untuk garis di dalam sel

peringatan[FMT-23]: "[Ketua]: Budi" tidak ikut terbit
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:9:1
  |
9 | [Ketua]: Budi
  | ^^^^^^^^^^^^^
  |
  = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
  = saran: baris [label]: alamat hanya terbit sebagai tujuan tautan [kata][label]; tulis sebagai kalimat, atau hapus

peringatan[FMT-23]: "bagian" tidak ikut terbit
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:11:12
   |
11 | ## Judul {#bagian}
   |            ^^^^^^
   |
   = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
   = saran: tulis dengan cara lain, atau hapus

peringatan[FMT-23]: angka 4 di daftar ini terbit sebagai 3
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:15:1
   |
15 | 4. Empat
   | ^
   |
   = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
   = saran: urutkan angkanya, atau tulis 4/. supaya terbit apa adanya

peringatan[FMT-23]: tanda * di "*3*" tidak ikut terbit: terbaca sebagai penekanan
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:17:9
   |
17 | Ukuran 2*3*4.
   |         ^^^
   |
   = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
   = saran: tulis /* supaya tandanya terbit, atau – untuk jarak antara dua angka

peringatan[FMT-23]: "```Catatan penting" tidak ikut terbit
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:19:1
   |
19 | ```Catatan penting
   | ^^^^^^^^^^^^^^^^^^
   |
   = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
   = saran: pindahkan kata-katanya ke baris di bawah tanda ```

peringatan[FMT-23]: yang tertulis sesudah komentar ini tidak ikut terbit
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:23:1
   |
23 | <!-- x --> Teks sesudah komentar.
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
   = saran: tutup komentar dengan -->, dan mulai tulisan sesudahnya di baris baru

peringatan[FMT-23]: yang tertulis sesudah komentar ini tidak ikut terbit
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:25:1
   |
25 | <!-- tidak ditutup
   | ^^^^^^^^^^^^^^^^^^
   |
   = sebab: Markdown membuang atau mengganti bagian ini tanpa suara, dan petugas mengira sudah terbit
   = saran: tutup komentar dengan -->, dan mulai tulisan sesudahnya di baris baru

8 peringatan
"#]],
    );
}

#[test]
fn characters_that_cannot_be_seen_are_no_part_of_a_text() {
    check_kota(
        &article("Jumlah \u{202e}321\u{202c} pemilih.\n\nBaris\u{b}baru.\n"),
        str![[r#"
galat[FMT-24]: karakter yang tidak terlihat (U+202E) di tulisan ini
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:8
  |
5 | Jumlah �321� pemilih.
  |        ^
  |
  = sebab: karakter seperti itu tidak terlihat, dan bisa membuat pembaca melihat angka atau alamat yang lain
  = saran: hapus, atau ketik ulang baris ini tanpa menyalinnya dari dokumen lain

galat[FMT-24]: karakter yang tidak terlihat (U+000B) di tulisan ini
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:6
  |
7 | Baris␋baru.
  |      ^
  |
  = sebab: karakter seperti itu tidak terlihat, dan bisa membuat pembaca melihat angka atau alamat yang lain
  = saran: hapus, atau ketik ulang baris ini tanpa menyalinnya dari dokumen lain

2 galat
"#]],
    );
    sound(&article("Tab\tdan spasi\u{a0}keras.\n"));
}

#[test]
fn a_paragraph_is_no_code() {
    check_kota(
        &article(
            "Paragraf.

     Menjorok seperti di Word.

- daftar

\tBukan kode: masih bagian daftar.

Kode:

```
belum ditutup

## Judul
",
        ),
        str![[r#"
peringatan[FMT-25]: baris yang menjorok ini terbit sebagai kode program
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:5
  |
7 |      Menjorok seperti di Word.
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: Markdown menampilkannya sebagai kode program: huruf mesin ketik, satu baris panjang yang harus digeser di telepon
  = saran: hapus spasi atau tab di awal baris; kode yang disengaja ditulis di antara dua baris ```

peringatan[FMT-25]: tanda ini membuka kode program dan tidak ditutup: semua sesudahnya terbit sebagai kode
  --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:15:1
   |
15 | ```
   | ^^^
   |
   = sebab: Markdown menampilkannya sebagai kode program: huruf mesin ketik, satu baris panjang yang harus digeser di telepon
   = saran: tulis tanda yang sama sendirian di baris sesudah kodenya, atau hapus tanda ini

2 peringatan
"#]],
    );
}

#[test]
fn a_link_has_words_and_an_address() {
    check_kota(
        &article("Lihat [](https://contoh.test/a), [x](), [ ](https://contoh.test/b), [y](#) dan ![Rapat pleno]().\n"),
        str![[r#"
peringatan[FMT-26]: tautan ini tidak punya kata
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:7
  |
5 | Lihat [](https://contoh.test/a), [x](), [ ](https://contoh.test/b), [y](#) dan ![Rapat pleno]().
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: tautan tanpa kata tidak bisa dilihat atau dibacakan, dan tautan tanpa tujuan kembali ke halaman yang sama (WCAG 2.2 kriteria 2.4.4)
  = saran: tulis nama halaman atau berkasnya di antara [ dan ]

peringatan[FMT-26]: tautan atau gambar ini tidak punya tujuan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:34
  |
5 | Lihat [](https://contoh.test/a), [x](), [ ](https://contoh.test/b), [y](#) dan ![Rapat pleno]().
  |                                  ^^^^^
  |
  = sebab: tautan tanpa kata tidak bisa dilihat atau dibacakan, dan tautan tanpa tujuan kembali ke halaman yang sama (WCAG 2.2 kriteria 2.4.4)
  = saran: tulis alamat atau nama berkasnya di antara ( dan ), atau tinggalkan kata-katanya saja

peringatan[FMT-26]: tautan ini tidak punya kata
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:41
  |
5 | Lihat [](https://contoh.test/a), [x](), [ ](https://contoh.test/b), [y](#) dan ![Rapat pleno]().
  |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: tautan tanpa kata tidak bisa dilihat atau dibacakan, dan tautan tanpa tujuan kembali ke halaman yang sama (WCAG 2.2 kriteria 2.4.4)
  = saran: tulis nama halaman atau berkasnya di antara [ dan ]

peringatan[FMT-26]: tautan atau gambar ini tidak punya tujuan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:69
  |
5 | Lihat [](https://contoh.test/a), [x](), [ ](https://contoh.test/b), [y](#) dan ![Rapat pleno]().
  |                                                                     ^^^^^^
  |
  = sebab: tautan tanpa kata tidak bisa dilihat atau dibacakan, dan tautan tanpa tujuan kembali ke halaman yang sama (WCAG 2.2 kriteria 2.4.4)
  = saran: tulis alamat atau nama berkasnya di antara ( dan ), atau tinggalkan kata-katanya saja

peringatan[FMT-26]: tautan atau gambar ini tidak punya tujuan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:80
  |
5 | Lihat [](https://contoh.test/a), [x](), [ ](https://contoh.test/b), [y](#) dan ![Rapat pleno]().
  |                                                                                ^^^^^^^^^^^^^^^^
  |
  = sebab: tautan tanpa kata tidak bisa dilihat atau dibacakan, dan tautan tanpa tujuan kembali ke halaman yang sama (WCAG 2.2 kriteria 2.4.4)
  = saran: tulis alamat atau nama berkasnya di antara ( dan ), atau tinggalkan kata-katanya saja

5 peringatan
"#]],
    );
}

#[test]
fn a_record_is_no_markdown() {
    check_kota(
        "--- kota/deklarasi/damai.yaml
judul: Deklarasi **damai** bersama
tanggal: 2024-10-01
butir: [Damai]
tempat: \"[Aula](https://contoh.test/aula)\"  # [a](b)
--- kota/halaman/contoh.md
---
judul: Contoh [satu](dua)
---

[satu](https://contoh.test/) **dua**
--- tanya-jawab.yaml
tanya_jawab:
  - { tanya: Apa?, jawab: \"Lihat [ini](https://contoh.test/) **tebal**\" }
",
        str![[r#"
peringatan[FMT-21]: **damai** terbit apa adanya: kunci ini bukan Markdown
 --> content/wilayah/contoh/kota-contoh/deklarasi/damai.yaml:1:18
  |
1 | judul: Deklarasi **damai** bersama
  |                  ^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis kata-katanya saja

peringatan[FMT-21]: [Aula](https://contoh.test/aula) terbit apa adanya: kunci ini bukan Markdown
 --> content/wilayah/contoh/kota-contoh/deklarasi/damai.yaml:4:10
  |
4 | tempat: "[Aula](https://contoh.test/aula)"  # [a](b)
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis kata-katanya saja

peringatan[FMT-21]: [satu](dua) terbit apa adanya: kunci ini bukan Markdown
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:2:15
  |
2 | judul: Contoh [satu](dua)
  |               ^^^^^^^^^^^
  |
  = sebab: pembaca melihat tanda seperti ![ dan ** di tengah kalimat, dan tidak melihat gambar, tautan atau tabelnya
  = saran: tulis kata-katanya saja

3 peringatan
"#]],
    );
}

#[test]
fn of_two_versions_one_is_chosen() {
    check_kota(
        "--- kota/halaman/contoh.md
---
judul: Contoh
---

<<<<<<< HEAD
DPT 1.000 pemilih.
=======
DPT 2.000 pemilih.
>>>>>>> cabang
--- kota/deklarasi/damai.yaml
judul: Deklarasi
<<<<<<< HEAD
tanggal: 2024-10-01
=======
tanggal: 2024-10-02
>>>>>>> cabang
butir: [Damai]
",
        str![[r#"
galat[FMT-22]: tanda konflik "<<<<<<< HEAD": dua versi berkas ini tergabung dan belum dipilih
 --> content/wilayah/contoh/kota-contoh/deklarasi/damai.yaml:2:1
  |
2 | <<<<<<< HEAD
  | ^^^^^^^^^^^^
  |
  = sebab: keduanya akan terbit, dan pembaca tidak tahu mana yang benar
  = saran: pilih satu versi, lalu hapus yang lain bersama baris <<<<<<<, ======= dan >>>>>>>

galat[FMT-22]: tanda konflik "<<<<<<< HEAD": dua versi berkas ini tergabung dan belum dipilih
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | <<<<<<< HEAD
  | ^^^^^^^^^^^^
  |
  = sebab: keduanya akan terbit, dan pembaca tidak tahu mana yang benar
  = saran: pilih satu versi, lalu hapus yang lain bersama baris <<<<<<<, ======= dan >>>>>>>

2 galat
"#]],
    );
    sound(&article("> > kutipan\n\nJudul\n=======\n\nIsi <<<<<<< di tengah.\n"));
}

#[test]
fn a_translation_has_an_original() {
    check_kota(
        "--- kota/halaman/cara-memilih.md
---
judul: Cara memilih
---

Isi.
--- kota/halaman/cara-memilh.en.md
---
judul: How to vote
---

Text.
--- kota/berita/2024-10-01-lain.en.md
---
judul: Another
tanggal: 2024-10-01
---

Text.
--- kota/berita/2024-10-02-draf.md
---
judul: Draf
tanggal: 2024-10-02
draf: true
---

Isi.
--- kota/berita/2024-10-02-draf.en.md
---
judul: Draft
tanggal: 2024-10-02
---

Text.
",
        str![[r#"
peringatan[RUJ-22]: terjemahan ini tidak punya tulisan asli 2024-10-01-lain.md
--> content/wilayah/contoh/kota-contoh/berita/2024-10-01-lain.en.md
 = sebab: daftar berita dan menu menautkan tulisan asli, dan terjemahan ditautkan dari sana: tanpa aslinya tidak ada yang sampai ke sini
 = saran: tambahkan 2024-10-01-lain.md, atau hapus .en dari nama berkas ini

peringatan[RUJ-22]: terjemahan ini tidak punya tulisan asli cara-memilh.md
--> content/wilayah/contoh/kota-contoh/halaman/cara-memilh.en.md
 = sebab: daftar berita dan menu menautkan tulisan asli, dan terjemahan ditautkan dari sana: tanpa aslinya tidak ada yang sampai ke sini
 = saran: namai seperti aslinya; mungkin maksudnya terjemahan dari cara-memilih.md

2 peringatan
"#]],
    );
}

#[test]
fn the_sign_that_links_a_heading_stays_on_its_page() {
    let text = in_kota(
        "--- kota/berita/2024-10-01-laporan.md\n---\njudul: Uji\ntanggal: 2024-10-01\n---\n\n## Laporan\n\nIsi.\n",
    );
    let files = crate::content::files(&text);
    let sources = pilkada::source::Sources::from_texts(files.iter().map(|(path, body)| (path.as_str(), body.as_str())));
    let site = build_from_on(crate::content::on("2024-11-01"), &sources);
    let has = |file: &str| String::from_utf8_lossy(&site[file]).contains("jangkar");
    assert!(has("contoh/kota-contoh/berita/laporan.html"));
    for feed in ["atom.xml", "feed.json", "contoh/kota-contoh/atom.xml"] {
        assert!(!has(feed), "{feed}");
    }
}

#[test]
fn an_article_of_more_parts_than_can_be_drawn_is_refused() {
    let beyond = |text: &str| crate::content::said(text, pilkada::bahasa::Bahasa::Id).contains("galat[FMT-35]");
    for body in ["1. ".repeat(60_000), "[".repeat(160_000), "a\n".repeat(80_000)] {
        let text = format!("--- berita/2024-10-01-uji.md\n---\njudul: Uji\ntanggal: 2024-10-01\n---\n\n{body}\n");
        assert!(beyond(&text), "{}", &body[..4]);
    }
    let answer = "a <b>c</b> ".repeat(45_000);
    assert!(beyond(&format!("--- tanya-jawab.yaml\ntanya_jawab:\n  - tanya: A\n    jawab: \"{answer}\"\n")));
    let cells = "| 001 | 250 | 12 | 3 |\n".repeat(10_000);
    let table = format!("| TPS | a | b | c |\n|---|---|---|---|\n{cells}");
    assert!(!beyond(&format!("--- berita/2024-10-01-uji.md\n---\njudul: Uji\ntanggal: 2024-10-01\n---\n\n{table}\n")));
}

#[test]
fn names_that_windows_refuses_or_cannot_tell_apart_are_said() {
    check_kota(
        "--- statis/aux.txt\nisi\n--- statis/pukul 10:00.txt\nisi\n--- statis/Formulir.txt\nisi\n--- statis/formulir.txt\nisi\n",
        str![[r#"
peringatan[FMT-52]: Windows tidak menerima nama "aux.txt"
--> content/statis/aux.txt
 = sebab: di komputer Windows, kartu memori, dan sebagian server berkas seperti itu tidak bisa disimpan, atau menimpa yang lain
 = saran: ganti namanya, misalnya dengan huruf kecil, angka dan tanda hubung

peringatan[FMT-52]: hanya huruf besarnya yang berbeda dari content/statis/Formulir.txt
--> content/statis/formulir.txt
 = sebab: di komputer Windows, kartu memori, dan sebagian server berkas seperti itu tidak bisa disimpan, atau menimpa yang lain
 = saran: ganti nama salah satunya

peringatan[FMT-52]: Windows tidak menerima nama "pukul 10:00.txt"
--> content/statis/pukul 10:00.txt
 = sebab: di komputer Windows, kartu memori, dan sebagian server berkas seperti itu tidak bisa disimpan, atau menimpa yang lain
 = saran: ganti namanya, misalnya dengan huruf kecil, angka dan tanda hubung

3 peringatan
"#]],
    );
    sound("--- statis/lampiran-aux.txt\nisi\n--- statis/Formulir A.txt\nisi\n--- statis/com10.txt\nisi\n");
}
