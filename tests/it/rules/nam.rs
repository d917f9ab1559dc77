//! Names of people and places.

use crate::content::check;
use crate::rules::{DUA_PASLON, check_kota, sound};
use snapbox::str;

#[test]
fn an_official_is_spelt_in_one_way() {
    check_kota(
        "\
--- kota/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
penyelenggara: { nama: KPU Kota Contoh, ketua: Fikri Randi Umpama }
pemilihan: {}
--- kota/kegiatan/2024-10-01-rapat.yaml
judul: Rapat
jenis: rakor
hadir:
  - { nama: \"Dr. Fikri Randy Umpama, S.H.\", jabatan: Ketua KPU }
",
        str![[r#"
peringatan[NAM-01]: "Dr. Fikri Randy Umpama, S.H." mirip "Fikri Randi Umpama" di catatan lain
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml:4:13
  |
4 |   - { nama: "Dr. Fikri Randy Umpama, S.H.", jabatan: Ketua KPU }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/wilayah.yaml:4:48
  |
4 | penyelenggara: { nama: KPU Kota Contoh, ketua: Fikri Randi Umpama }
  |                                                ------------------ ejaan yang lain
  |
  = sebab: dua ejaan terbaca sebagai dua orang, dan pencarian hanya menemukan salah satunya
  = saran: samakan ejaannya; jika sumber memang menulis lain, catat di `nama_lain`; jika dua orang, tulis `bukan`

1 peringatan
"#]],
    );
}

#[test]
fn a_recorded_spelling_and_another_person_are_not_called_slips() {
    sound(
        "\
--- kota/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
penyelenggara: { nama: KPU Kota Contoh, ketua: Fikri Randi Umpama, ketua_nama_lain: [Fikri Randy Umpama] }
pejabat:
  - { jabatan: Sekretaris, sifat: plt, nama: Sari Misalnya }
  - { jabatan: Camat, sifat: definitif, nama: Sari Misalnia, bukan: Sari Misalnya }
  - { jabatan: Lurah, sifat: definitif, nama: Andi Contoh }
  - { jabatan: Kepala Dinas, sifat: definitif, nama: Budi Contoh }
pemilihan: {}
--- kota/kegiatan/2024-10-01-rapat.yaml
judul: Rapat
jenis: rakor
hadir:
  - { nama: Fikri Randy Umpama, jabatan: Ketua KPU }
  - { nama: FIKRI RANDI UMPAMA, jabatan: Ketua KPU }
",
    );
}

#[test]
fn an_official_with_a_candidates_name_says_that_he_is_another() {
    check_kota(
        &format!(
            "{DUA_PASLON}\
--- kota/kegiatan/2024-10-01-rapat.yaml
judul: Rapat
jenis: rakor
hadir:
  - {{ nama: \"Hj. Sari Contoh, S.H.\", jabatan: Camat }}
"
        ),
        str![[r#"
peringatan[NAM-02]: "Hj. Sari Contoh, S.H." senama dengan calon SARI CONTOH
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-01-rapat.yaml:4:13
  |
4 |   - { nama: "Hj. Sari Contoh, S.H.", jabatan: Camat }
  |             ^^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:16
  |
2 | calon: { nama: SARI CONTOH }
  |                ----------- calonnya di sini
  |
  = sebab: pembaca mengira pejabat itu calonnya, dan perkataan pejabat menjadi perkataan calon
  = saran: jika orang lain, tulis `bukan: "SARI CONTOH, calon"`; jika calon itu sendiri, tulis jabatannya sebagai calon

1 peringatan
"#]],
    );
    sound(&format!(
        "{DUA_PASLON}\
--- kota/kegiatan/2024-10-01-rapat.yaml
judul: Rapat
jenis: rakor
hadir:
  - {{ nama: Sari Contoh, jabatan: Camat, bukan: \"SARI CONTOH, calon wali kota\" }}
  - {{ nama: Budi Misal, jabatan: Calon wakil wali kota }}
  - {{ nama: Sari, jabatan: Lurah }}
"
    ));
}

/// A kota of which the list has no kabupaten of the same name, and a kabupaten without such a kota.
fn regions(news: &str) -> String {
    format!(
        "\
--- wilayah/contoh/wilayah.yaml
kode: \"33\"
nama: Provinsi Contoh
jenis: provinsi
pemilihan: {{ ada: false }}
--- wilayah/contoh/kota-contoh/wilayah.yaml
kode: \"33.75\"
nama: Kota Contoh
jenis: kota
pemilihan: {{}}
--- wilayah/contoh/misal/wilayah.yaml
kode: \"33.26\"
nama: Kabupaten Contoh Misal
jenis: kabupaten
pemilihan: {{}}
{news}"
    )
}

#[test]
fn a_kota_is_not_called_kabupaten() {
    check(
        &regions(
            "\
--- wilayah/contoh/kota-contoh/berita/2024-10-01-rapat.md
---
judul: Rapat di Kabupaten Contoh
tanggal: 2024-10-01
---

Bupati Contoh datang.
--- wilayah/contoh/misal/berita/2024-10-01-rapat.md
---
judul: Rapat KPU Kota Contoh Misal
tanggal: 2024-10-01
---

Di Kota Contoh Misal ada pasar; KPU Kabupaten Contoh Misal hadir.
",
        ),
        str![[r#"
peringatan[NAM-03]: "Kabupaten Contoh" di catatan Kota Contoh: Kabupaten Contoh tidak ada di daftar wilayah
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-rapat.md:2:17
  |
2 | judul: Rapat di Kabupaten Contoh
  |                 ^^^^^^^^^^^^^^^^
  |
  = sebab: Kabupaten dan Kota adalah dua daerah dengan dua pemilihan (Kepmendagri 300.2.2-2430/2025)
  = saran: tulis Kota Contoh, atau periksa daerah mana yang dimaksud

peringatan[NAM-03]: "Bupati Contoh" di catatan Kota Contoh: Kabupaten Contoh tidak ada di daftar wilayah
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-rapat.md:6:1
  |
6 | Bupati Contoh datang.
  | ^^^^^^^^^^^^^
  |
  = sebab: Kabupaten dan Kota adalah dua daerah dengan dua pemilihan (Kepmendagri 300.2.2-2430/2025)
  = saran: tulis Kota Contoh, atau periksa daerah mana yang dimaksud

peringatan[NAM-03]: "KPU Kota Contoh Misal" di catatan Kabupaten Contoh Misal: Kota Contoh Misal tidak ada di daftar wilayah
 --> content/wilayah/contoh/misal/berita/2024-10-01-rapat.md:2:14
  |
2 | judul: Rapat KPU Kota Contoh Misal
  |              ^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: Kabupaten dan Kota adalah dua daerah dengan dua pemilihan (Kepmendagri 300.2.2-2430/2025)
  = saran: tulis Kabupaten Contoh Misal, atau periksa daerah mana yang dimaksud

3 peringatan
"#]],
    );
}

#[test]
fn a_code_that_is_not_on_the_list_is_found_with_the_one_that_is() {
    check(
        "\
--- wilayah/papua-barat/wilayah.yaml
kode: \"92\"
nama: Papua Barat
jenis: provinsi
pemilihan: { ada: false }
--- wilayah/papua-barat/kota-sorong/wilayah.yaml
kode: \"92.71\"
nama: Kota Sorong
jenis: kota
pemilihan: {}
--- wilayah/papua-barat/contoh/wilayah.yaml
kode: \"92.69\"
nama: Kabupaten Contoh
jenis: kabupaten
pemilihan: {}
",
        str![[r#"
peringatan[NAM-04]: kode 92.69 tidak ada di daftar wilayah
 --> content/wilayah/papua-barat/contoh/wilayah.yaml:1:7
  |
1 | kode: "92.69"
  |       ^^^^^^^
  |
  = sebab: kode adalah kunci yang menghubungkan situs ini dengan data pemerintah dan KPU (Kepmendagri 300.2.2-2430/2025)
  = saran: periksa kodenya di Kepmendagri terbaru; wilayah baru belum tentu ada di daftar program ini

peringatan[NAM-04]: kode 92.71 tidak ada di daftar wilayah
 --> content/wilayah/papua-barat/kota-sorong/wilayah.yaml:1:7
  |
1 | kode: "92.71"
  |       ^^^^^^^
  |
  = sebab: kode adalah kunci yang menghubungkan situs ini dengan data pemerintah dan KPU (Kepmendagri 300.2.2-2430/2025)
  = saran: tulis "96.71", kode Kota Sorong

2 peringatan
"#]],
    );
}

#[test]
fn a_region_has_the_name_of_its_code() {
    check(
        "\
--- wilayah/jawa-tengah/wilayah.yaml
kode: \"33\"
nama: Provinsi Jawa Tengah
jenis: provinsi
pemilihan: { ada: false }
--- wilayah/jawa-tengah/pekalongan/wilayah.yaml
kode: \"33.26\"
nama: Kota Pekalongan
jenis: kabupaten
pemilihan: {}
--- wilayah/jawa-tengah/contoh/wilayah.yaml
kode: \"33.27\"
nama: Kota Contoh
jenis: kabupaten
pemilihan: {}
",
        str![[r#"
peringatan[NAM-05]: "Kota Contoh" tidak cocok dengan `jenis: kabupaten`
 --> content/wilayah/jawa-tengah/contoh/wilayah.yaml:2:7
  |
2 | nama: Kota Contoh
  |       ^^^^^^^^^^^
  |
  = sebab: nama dan kode yang tidak cocok berarti salah satunya milik wilayah lain (Kepmendagri 300.2.2-2430/2025)
  = saran: tulis Kabupaten Contoh, atau ganti jenisnya

peringatan[NAM-05]: kode 33.26 adalah Kabupaten Pekalongan, bukan Kota Pekalongan
 --> content/wilayah/jawa-tengah/pekalongan/wilayah.yaml:2:7
  |
2 | nama: Kota Pekalongan
  |       ^^^^^^^^^^^^^^^
  |
  = sebab: nama dan kode yang tidak cocok berarti salah satunya milik wilayah lain (Kepmendagri 300.2.2-2430/2025)
  = saran: tulis Kabupaten Pekalongan, atau ganti kodenya menjadi "33.75"

2 peringatan
"#]],
    );
}

#[test]
fn a_label_has_a_name_that_can_stand_in_an_address_and_a_page_of_its_own() {
    check_kota(
        "\
--- kota/berita/2024-10-03-satu.md
---
judul: Satu
tanggal: 2024-10-03
label: [Debat, C++, \"?\"]
---

Isi.
--- kota/berita/2024-10-02-dua.md
---
judul: Dua
tanggal: 2024-10-02
label: [debat, C#]
---

Isi.
",
        str![[r#"
peringatan[NAM-06]: label "C#" dan "C++" menjadi satu halaman berjudul "C++"
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-02-dua.md:4:16
  |
4 | label: [debat, C#]
  |                ^^
  |
 ::: content/wilayah/contoh/kota-contoh/berita/2024-10-03-satu.md:4:16
  |
4 | label: [Debat, C++, "?"]
  |                --- yang lain ditulis di sini
  |
  = sebab: halaman label beralamat huruf kecil, angka dan tanda hubung; label yang alamatnya sama digabung menjadi satu
  = saran: tulis "C++" jika maksudnya sama, atau bedakan dengan kata

peringatan[NAM-06]: label "?" tidak memuat huruf atau angka, jadi halamannya tidak punya alamat
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-03-satu.md:4:21
  |
4 | label: [Debat, C++, "?"]
  |                     ^^^
  |
  = sebab: halaman label beralamat huruf kecil, angka dan tanda hubung; label yang alamatnya sama digabung menjadi satu
  = saran: tulis labelnya dengan kata, atau hapus

2 peringatan
"#]],
    );
}

#[test]
fn a_short_name_is_a_part_of_the_name_on_the_ballot() {
    let pair = |shown: &str| {
        let first = format!("calon: {{ nama: SARI CONTOH, nama_tampil: {shown} }}");
        let second = "calon: { nama: RINA UMPAMA, nama_tampil: Rina }";
        DUA_PASLON.replace("calon: { nama: SARI CONTOH }", &first).replace("calon: { nama: RINA UMPAMA }", second)
    };
    assert_ne!(pair("Sari"), DUA_PASLON);
    check_kota(
        &pair("Mbak Sari"),
        str![[r#"
peringatan[NAM-08]: "Mbak Sari" bukan bagian dari nama SARI CONTOH: "mbak" tidak ada di sana
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:42
  |
2 | calon: { nama: SARI CONTOH, nama_tampil: Mbak Sari }
  |                                          ^^^^^^^^^
  |
  = sebab: nama panggilan membuat satu pasangan tampak lebih akrab; tempatnya di `sapaan`, dan di surat suara tertulis `nama`
  = saran: tulis `nama_tampil` dengan kata-kata dari `nama`, tanpa gelar; nama panggilan ditulis di `sapaan`

1 peringatan
"#]],
    );
    sound(&pair("Sari"));
    sound(&pair("Sari Contoh"));
}
