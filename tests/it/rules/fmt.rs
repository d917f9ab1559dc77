//! What an article may be written with.

use crate::rules::{check_kota, sound};
use snapbox::str;

fn article(body: &str) -> String {
    format!("--- kota/halaman/contoh.md\n---\njudul: Contoh\n---\n\n{body}")
}

#[test]
fn html_is_not_published() {
    check_kota(
        &article(
            "Kata <b>tebal</b>, 3 < 5.

<div class=\"x\">
<p>isi</p>
</div>
",
        ),
        str![[r#"
peringatan[FMT-17]: <b> tidak ikut terbit
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:6
  |
5 | Kata <b>tebal</b>, 3 < 5.
  |      ^^^
  |
  = sebab: HTML tidak ikut terbit, supaya tidak ada yang bisa menyisipkan program di halaman
  = saran: pakai Markdown: **tebal**, *miring*, [tautan](alamat), ![gambar](berkas)

peringatan[FMT-17]: <div class="x"> tidak ikut terbit, juga tulisan di dalamnya: "isi"
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:7:1
  |
7 | <div class="x">
  | ^^^^^^^^^^^^^^^
  |
  = sebab: HTML tidak ikut terbit, supaya tidak ada yang bisa menyisipkan program di halaman
  = saran: pakai Markdown: **tebal**, *miring*, [tautan](alamat), ![gambar](berkas)

2 peringatan
"#]],
    );
    sound(&article("Kata **tebal**, 3 < 5, `<b>` dan <https://contoh.test/>.\n\n<!-- catatan penyunting -->\n"));
}

#[test]
fn html_in_an_answer_is_said_at_the_answer() {
    check_kota(
        "--- tanya-jawab.yaml\ntanya_jawab:\n  - { tanya: Apa?, jawab: Itu <i>ini</i> }\n",
        str![[r#"
peringatan[FMT-17]: <i> tidak ikut terbit
 --> content/tanya-jawab.yaml:2:27
  |
2 |   - { tanya: Apa?, jawab: Itu <i>ini</i> }
  |                           ^^^^^^^^^^^^^^
  |
  = sebab: HTML tidak ikut terbit, supaya tidak ada yang bisa menyisipkan program di halaman
  = saran: pakai Markdown: **tebal**, *miring*, [tautan](alamat), ![gambar](berkas)

1 peringatan
"#]],
    );
}

#[test]
fn a_link_has_an_address_that_can_be_published() {
    check_kota(
        &article("[satu](javascript:alert(1)), ![dua](data:image/png;base64,xx), [tiga](//contoh.test)\n"),
        str![[r#"
galat[FMT-18]: tautan ke "javascript:alert(1)" tidak bisa diterbitkan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | [satu](javascript:alert(1)), ![dua](data:image/png;base64,xx), [tiga](//contoh.test)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: hanya alamat https, http, mailto, tel dan halaman situs ini yang terbit; dari tautan ini tinggal kata-katanya
  = saran: tulis alamat https://, atau hapus tautannya

galat[FMT-18]: tautan ke "data:image/png;base64,xx" tidak bisa diterbitkan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:30
  |
5 | [satu](javascript:alert(1)), ![dua](data:image/png;base64,xx), [tiga](//contoh.test)
  |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: hanya alamat https, http, mailto, tel dan halaman situs ini yang terbit; dari tautan ini tinggal kata-katanya
  = saran: tulis alamat https://, atau hapus tautannya

galat[FMT-18]: tautan ke "//contoh.test" tidak bisa diterbitkan
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:64
  |
5 | [satu](javascript:alert(1)), ![dua](data:image/png;base64,xx), [tiga](//contoh.test)
  |                                                                ^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: hanya alamat https, http, mailto, tel dan halaman situs ini yang terbit; dari tautan ini tinggal kata-katanya
  = saran: tulis https://contoh.test

3 galat
"#]],
    );
    sound(&article("[satu](https://contoh.test), <humas@contoh.test>, [dua](mailto:humas@contoh.test)\n"));
}

#[test]
fn what_new_left_to_fill_in_is_filled_in() {
    let files = "--- kota/deklarasi/damai.yaml
judul: \"ISI judul\"
tanggal: 2024-10-01
butir: [ISI butir, Damai]
tempat: ISI CONTOH  # ISI tempat yang benar
--- kota/halaman/tentang.md
---
judul: Tentang
---

ISI siapa yang menerbitkan situs ini, dan untuk siapa.

Tulis ISI di sini, ISI di sana.
--- kota/berita/2024-10-01-contoh.md
---
judul: ISI judul
tanggal: 2024-10-01
draf: true
---

ISI tulisannya.
";
    check_kota(
        files,
        str![[r#"
peringatan[FMT-19]: "ISI judul" dan 1 isian lain di berkas ini belum diganti dengan isinya
 --> content/wilayah/contoh/kota-contoh/deklarasi/damai.yaml:1:9
  |
1 | judul: "ISI judul"
  |         ^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/deklarasi/damai.yaml:3:9
  |
3 | butir: [ISI butir, Damai]
  |         --------- ini juga
  |
  = sebab: kata ISI ditulis pilkada new untuk petugas, bukan untuk pembaca situs
  = saran: tulis isinya, atau hapus baris atau berkas ini jika belum diketahui

peringatan[FMT-19]: "ISI siapa yang menerbitkan situs ini" belum diganti dengan isinya
 --> content/wilayah/contoh/kota-contoh/halaman/tentang.md:5:1
  |
5 | ISI siapa yang menerbitkan situs ini, dan untuk siapa.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: kata ISI ditulis pilkada new untuk petugas, bukan untuk pembaca situs
  = saran: tulis isinya, atau hapus baris atau berkas ini jika belum diketahui

2 peringatan
"#]],
    );
}
