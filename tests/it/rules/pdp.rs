//! Personal data.

use crate::rules::{check_kota, sound};
use snapbox::str;

#[test]
fn no_population_number_is_published_anywhere() {
    check_kota(
        "\
--- kota/kegiatan/2024-10-01-rapat.yaml
judul: Rapat
jenis: rakor
# NIK pelapor 3375010101900001
uraian: |
  Pelapor bernomor
  3375 0141 0190 0002.
--- kota/berita/2024-10-01-contoh.md
---
judul: Contoh
tanggal: 2024-10-01
---

No. KK 9999999999999999, bukan 9999999999999999.
",
        str![[r#"
galat[PDP-01]: 16 angka ini berbentuk NIK atau nomor KK
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:8
  |
6 | No. KK 9999999999999999, bukan 9999999999999999.
  |        ^^^^^^^^^^^^^^^^
  |
  = sebab: NIK dan nomor KK adalah data pribadi yang tidak boleh diungkap, juga di dalam komentar (UU 27/2022 pasal 65-66, UU 23/2006 pasal 84)
  = saran: hapus nomornya, juga dari riwayat Git jika sudah tersimpan di sana

galat[PDP-01]: 16 angka ini berbentuk NIK atau nomor KK
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml:3:15
  |
3 | # NIK pelapor 3375010101900001
  |               ^^^^^^^^^^^^^^^^
  |
  = sebab: NIK dan nomor KK adalah data pribadi yang tidak boleh diungkap, juga di dalam komentar (UU 27/2022 pasal 65-66, UU 23/2006 pasal 84)
  = saran: hapus nomornya, juga dari riwayat Git jika sudah tersimpan di sana

galat[PDP-01]: 16 angka ini berbentuk NIK atau nomor KK
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml:6:3
  |
6 |   3375 0141 0190 0002.
  |   ^^^^^^^^^^^^^^^^^^^
  |
  = sebab: NIK dan nomor KK adalah data pribadi yang tidak boleh diungkap, juga di dalam komentar (UU 27/2022 pasal 65-66, UU 23/2006 pasal 84)
  = saran: hapus nomornya, juga dari riwayat Git jika sudah tersimpan di sana

3 galat
"#]],
    );
}

#[test]
fn other_long_numbers_are_no_population_numbers() {
    sound(
        "\
--- sumber.yaml
ba: { jenis: berita, judul: Contoh, tanggal: 2024-10-01, tautan: https://contoh.test/3375010101900001 }
--- kota/berita/2024-10-01-contoh.md
---
judul: Anggaran 1.234.567.890.123.456
tanggal: 2024-10-01
---

Nomor resi 1234567890123456, kode 33750101019000012 dan 3375010113900001.
",
    );
}

#[test]
fn private_contacts_are_not_published() {
    check_kota(
        "\
--- kota/kegiatan/2024-10-01-rapat.yaml
judul: Rapat
jenis: rakor
tempat: Rumah di Jalan Contoh RT 01/RW 02
uraian: \"Hubungi 0812-3456-7890\"
--- kota/berita/2024-10-01-contoh.md
---
judul: Contoh
tanggal: 2024-10-01
---

Surel contoh@gmail.com atau [obrolan](https://wa.me/6281234567890).
",
        str![[r#"
peringatan[PDP-02]: ini alamat surel pribadi
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:7
  |
6 | Surel contoh@gmail.com atau [obrolan](https://wa.me/6281234567890).
  |       ^^^^^^^^^^^^^^^^
  |
  = sebab: nomor telepon, surel pribadi dan alamat rumah adalah data pribadi (UU 27/2022 pasal 65-66)
  = saran: hapus, atau ganti dengan kontak resmi kantor

peringatan[PDP-02]: ini berbentuk nomor telepon
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:53
  |
6 | Surel contoh@gmail.com atau [obrolan](https://wa.me/6281234567890).
  |                                                     ^^^^^^^^^^^^^
  |
  = sebab: nomor telepon, surel pribadi dan alamat rumah adalah data pribadi (UU 27/2022 pasal 65-66)
  = saran: hapus, atau ganti dengan kontak resmi kantor

peringatan[PDP-02]: ini alamat rumah dengan RT dan RW
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml:3:31
  |
3 | tempat: Rumah di Jalan Contoh RT 01/RW 02
  |                               ^^^^^^^^^^^
  |
  = sebab: nomor telepon, surel pribadi dan alamat rumah adalah data pribadi (UU 27/2022 pasal 65-66)
  = saran: hapus, atau ganti dengan kontak resmi kantor

peringatan[PDP-02]: ini berbentuk nomor telepon
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml:4:18
  |
4 | uraian: "Hubungi 0812-3456-7890"
  |                  ^^^^^^^^^^^^^^
  |
  = sebab: nomor telepon, surel pribadi dan alamat rumah adalah data pribadi (UU 27/2022 pasal 65-66)
  = saran: hapus, atau ganti dengan kontak resmi kantor

4 peringatan
"#]],
    );
}

#[test]
fn the_office_may_say_how_it_is_reached() {
    sound(
        "\
--- situs.yaml
nama: Contoh
alamat: https://contoh.test/
penyelenggara: { nama: KPU Contoh, alamat: Jalan Contoh RT 01/RW 02, kontak: kpu-contoh@gmail.com }
pemungutan_suara: 2024-11-27
cek_pemilih: { nama: Cek, keterangan: Kirim pesan ke 0811-2345-678. }
--- kota/berita/2024-10-01-contoh.md
---
judul: Pukul 08.00-13.00 pada 08-12-2024
tanggal: 2024-10-01
---

DPT 2695348, Kodim 0812/0813, surel humas@kpu.go.id, ketua RT dan RW.
",
    );
}
