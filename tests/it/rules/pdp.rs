//! Personal data.

use crate::content::{Site, build, build_options, said_of};
use crate::rules::{check_kota, sound};
use pilkada::bahasa::Bahasa;
use snapbox::str;
use std::io::Write;

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
ba: { jenis: berita, judul: Contoh, penerbit: KPU Contoh, tanggal: 2024-10-01, tautan: https://contoh.test/3375010101900001 }
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

#[test]
fn a_file_is_not_named_after_a_population_number() {
    check_kota(
        "\
--- kota/berita/ktp_3375010101900001.jpg
x
--- kota/berita/kpu-33750101019000012.jpg
x
",
        str![[r#"
saran[RUJ-21]: "kpu-33750101019000012.jpg", "ktp_3375010101900001.jpg" tidak disebut catatan mana pun, jadi tidak terbit
--> content/wilayah/contoh/kota-contoh/berita/kpu-33750101019000012.jpg
 = saran: sebut di catatannya (foto: kpu-33750101019000012.jpg, atau ![yang terlihat](kpu-33750101019000012.jpg) di dalam tulisan), atau hapus

galat[PDP-01]: nama berkas ini memuat 16 angka berbentuk NIK atau nomor KK
--> content/wilayah/contoh/kota-contoh/berita/ktp_3375010101900001.jpg
 = sebab: NIK dan nomor KK adalah data pribadi yang tidak boleh diungkap, juga di dalam komentar (UU 27/2022 pasal 65-66, UU 23/2006 pasal 84)
 = saran: ganti nama berkasnya, juga di riwayat Git

1 galat, 1 saran
"#]],
    );
}

/// An article with this text.
fn article(body: &str) -> String {
    format!("--- kota/berita/2024-10-01-contoh.md\n---\njudul: Contoh\ntanggal: 2024-10-01\n---\n\n{body}")
}

#[test]
fn only_the_year_of_birth_is_told() {
    check_kota(
        &article("Calon Contoh (lahir di Kota Contoh, 17 Agustus 1970) hadir.\n"),
        str![[r#"
peringatan[PDP-03]: ini tanggal lahir lengkap seseorang
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:37
  |
6 | Calon Contoh (lahir di Kota Contoh, 17 Agustus 1970) hadir.
  |                                     ^^^^^^^^^^^^^^^
  |
  = sebab: tanggal lahir adalah data penduduk yang dilindungi, dan kunci untuk menebak NIK (UU 23/2006 pasal 84, UU 27/2022 pasal 65-66)
  = saran: tulis tahunnya saja, atau hapus

1 peringatan
"#]],
    );
    sound(&article("Calon Contoh lahir tahun 1970. Pemilih lahir sebelum 27 November 2007.\n"));
}

#[test]
fn shared_drives_are_not_linked_and_short_links_are_written_out() {
    check_kota(
        &article("[Daftar](https://docs.google.com/spreadsheets/d/contoh) dan s.id/contoh.\n"),
        str![[r#"
peringatan[PDP-05]: tautan ini menuju berkas bersama
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:10
  |
6 | [Daftar](https://docs.google.com/spreadsheets/d/contoh) dan s.id/contoh.
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: isi lembar bersama bisa berubah sesudah diperiksa, dan pernah memuat data pemilih tanpa disadari (UU 27/2022 pasal 65-66)
  = saran: periksa isinya, simpan sebagai PDF atau CSV tanpa data pribadi, lalu terbitkan di situs sendiri

saran[PDP-11]: tautan pendek ini tidak mengatakan tujuannya
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:61
  |
6 | [Daftar](https://docs.google.com/spreadsheets/d/contoh) dan s.id/contoh.
  |                                                             ^^^^^^^^^^^^
  |
  = sebab: tautan pendek menyembunyikan tujuannya, mencatat pembacanya, dan tujuannya bisa diganti
  = saran: buka tautannya, lalu tulis alamat aslinya

1 peringatan, 1 saran
"#]],
    );
    sound(&article("Lihat https://kpus.id/contoh dan [kantor](https://contoh.test/docs.google.com).\n"));
}

/// The empty column that a single pair stands against.
const KOLOM_KOSONG: &str = "--- kota/paslon/2.yaml\nnomor_urut: 2\nkolom_kosong: true\n";

/// A pair with schools, and another line for its candidate.
fn with_schools(line: &str) -> String {
    format!(
        "--- kota/paslon/1.yaml\nnomor_urut: 1\ncalon:\n  nama: SARI CONTOH\n  riwayat_pendidikan: [SMA Contoh]\n{line}\
wakil: {{ nama: BUDI MISAL }}\n"
    )
}

#[test]
fn schools_and_posts_are_told_with_consent_only() {
    check_kota(
        &format!("{}{KOLOM_KOSONG}", with_schools("")),
        str![[r#"
peringatan[PDP-06]: riwayat SARI CONTOH ditulis tanpa persetujuannya, jadi tidak ikut terbit
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:4:3
  |
4 |   riwayat_pendidikan: [SMA Contoh]
  |   ^^^^^^^^^^^^^^^^^^
  |
  = sebab: daftar riwayat hidup adalah informasi pribadi yang dibuka atas persetujuan orangnya (UU 14/2008 pasal 17 huruf h, UU 27/2022 pasal 65-66)
  = saran: tulis `persetujuan_publikasi` dengan tanggal pernyataannya, atau hapus riwayatnya

1 peringatan
"#]],
    );
    sound(&format!("{}{KOLOM_KOSONG}", with_schools("  persetujuan_publikasi: 2024-09-20\n")));
}

#[test]
fn consent_opens_the_same_rows_for_every_pair_of_the_contest() {
    let site = |line: &str| {
        let rest = "--- kota/paslon/2.yaml\nnomor_urut: 2\ncalon: { nama: RINA UMPAMA }\nwakil: { nama: DODI ANDAI }\n";
        build(&crate::rules::in_kota(&format!("{}{rest}", with_schools(line))))
    };
    let page = |site: &Site, number: u8| {
        String::from_utf8(site[&format!("contoh/kota-contoh/paslon/{number}.html")].clone()).unwrap()
    };
    let silent = site("");
    assert!(silent.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("SMA Contoh")));
    let open = site("  persetujuan_publikasi: 2024-09-20\n");
    assert!(page(&open, 1).contains("SMA Contoh"));
    assert!(page(&open, 2).contains("Riwayat pendidikan") && !page(&silent, 2).contains("Riwayat pendidikan"));
}

#[test]
fn religion_health_and_family_are_not_told() {
    check_kota(
        "\
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH, pekerjaan: \"Guru, istri dari Camat Contoh\" }
wakil: { nama: BUDI MISAL, pekerjaan: \"Dokter, agama: Islam\" }
misi: [\"Layanan bagi yang menderita kanker\"]
--- kota/paslon/2.yaml
nomor_urut: 2
kolom_kosong: true
--- kota/berita/2024-10-01-contoh.md
---
judul: Contoh
tanggal: 2024-10-01
---

Ia mengidap diabetes.
",
        str![[r#"
peringatan[PDP-07]: ini menyebut kesehatan atau keluarga seseorang
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:4
  |
6 | Ia mengidap diabetes.
  |    ^^^^^^^^^^^^^^^^^
  |
  = sebab: agama, kesehatan dan anak adalah data pribadi, dan bukan alasan untuk memilih di situs penyelenggara (UU 27/2022 pasal 4 dan 65-66)
  = saran: hapus; tulis jabatan atau pekerjaannya saja

peringatan[PDP-07]: ini menyebut kesehatan atau keluarga seseorang
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:47
  |
2 | calon: { nama: SARI CONTOH, pekerjaan: "Guru, istri dari Camat Contoh" }
  |                                               ^^^^^^^^^^
  |
  = sebab: agama, kesehatan dan anak adalah data pribadi, dan bukan alasan untuk memilih di situs penyelenggara (UU 27/2022 pasal 4 dan 65-66)
  = saran: hapus; tulis jabatan atau pekerjaannya saja

peringatan[PDP-07]: ini menyebut agama seseorang
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:3:48
  |
3 | wakil: { nama: BUDI MISAL, pekerjaan: "Dokter, agama: Islam" }
  |                                                ^^^^^^^^^^^^
  |
  = sebab: agama, kesehatan dan anak adalah data pribadi, dan bukan alasan untuk memilih di situs penyelenggara (UU 27/2022 pasal 4 dan 65-66)
  = saran: hapus; tulis jabatan atau pekerjaannya saja

3 peringatan
"#]],
    );
    sound(&article("Tokoh agama Islam, Kementerian Agama dan Dinas Kesehatan hadir; pasangan itu menikah di sini.\n"));
}

#[test]
fn assets_are_left_to_their_report() {
    check_kota(
        &article("Total harta calon itu Rp1.500.000.000 menurut laporan.\n"),
        str![[r#"
peringatan[PDP-08]: ini jumlah harta seseorang
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:7
  |
6 | Total harta calon itu Rp1.500.000.000 menurut laporan.
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: keuangan pribadi adalah data pribadi khusus; yang resmi dan terbaru ada di situs KPK (UU 27/2022 pasal 4 dan 65-66)
  = saran: hapus jumlahnya; tautkan laporan di situs KPK lewat `lhkpn`

1 peringatan
"#]],
    );
    sound(&article("Dana kampanye Rp5.000.000; kekayaan daerah Rp7 miliar.\n"));
}

#[test]
fn guards_and_convoys_are_not_told() {
    check_kota(
        &article("Konvoi logistik berangkat pukul 07.00.\n\nPengawal pribadi: Briptu Contoh.\n"),
        str![[r#"
peringatan[PDP-09]: ini menyebut nama pengawal, jadwal jaga atau jam iring-iringan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:1
  |
6 | Konvoi logistik berangkat pukul 07.00.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: nama dan jam itu membahayakan petugas, calon dan surat suara (UU 27/2022 pasal 65-66)
  = saran: hapus; jumlah petugasnya boleh ditulis

peringatan[PDP-09]: ini menyebut nama pengawal, jadwal jaga atau jam iring-iringan
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:8:1
  |
8 | Pengawal pribadi: Briptu Contoh.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: nama dan jam itu membahayakan petugas, calon dan surat suara (UU 27/2022 pasal 65-66)
  = saran: hapus; jumlah petugasnya boleh ditulis

2 peringatan
"#]],
    );
    sound(&article("Enam pengawal pribadi. Rapat tentang patroli.\n\nMulai pukul 07.00.\n"));
}

#[test]
fn a_list_of_people_is_not_published() {
    check_kota(
        &format!(
            "{}--- kota/berita/daftar-pemilih.xlsx\nx\n--- kota/berita/rekap-dpt.xlsx\nx\n",
            article("| Nama | Alamat |\n|--|--|\n| A | x |\n| B | y |\n")
        ),
        str![[r#"
peringatan[PDP-10]: tabel ini memuat data pribadi orang per orang
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:6:1
  |
6 | | Nama | Alamat |
  | ^^^^^^^^^^^^^^^^^
  |
  = sebab: daftar pemilih per orang adalah data pribadi; yang terbit adalah jumlahnya (UU 27/2022 pasal 65-66, UU 23/2006 pasal 84)
  = saran: ganti dengan jumlah per TPS atau kelurahan, dan hapus daftarnya dari folder ini

peringatan[PDP-10]: nama berkas ini seperti daftar pemilih
--> content/wilayah/contoh/kota-contoh/berita/daftar-pemilih.xlsx
 = sebab: daftar pemilih per orang adalah data pribadi; yang terbit adalah jumlahnya (UU 27/2022 pasal 65-66, UU 23/2006 pasal 84)
 = saran: ganti dengan jumlah per TPS atau kelurahan, dan hapus daftarnya dari folder ini

peringatan[RUJ-20]: "daftar-pemilih.xlsx", "rekap-dpt.xlsx" tidak disebut catatan mana pun, jadi tidak terbit
--> content/wilayah/contoh/kota-contoh/berita/daftar-pemilih.xlsx
 = saran: tulis angkanya di fakta/ atau hasil.yaml, atau tautkan dari sebuah tulisan: [tabel lengkap](daftar-pemilih.xlsx)

3 peringatan
"#]],
    );
    sound(&article("| TPS | Alamat |\n|--|--|\n| 1 | x |\n| 2 | y |\n"));
}

#[test]
fn photos_and_documents_do_not_tell_where_and_by_whom() {
    let place: &[u8] = b"II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0\x04\0\0\0";
    let jpeg = [b"\xff\xd8\xff\xe1\0\x2cExif\0\0", place].concat();
    // WebP has its EXIF at the end, after more than is read of the beginning.
    let webp = [b"RIFF....WEBP".to_vec(), vec![0; 200_000], b"EXIF....".to_vec(), place.to_vec()].concat();
    let files: [(&str, &[u8]); 5] = [
        ("situs.yaml", b"nama: Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\n"),
        ("halaman/a.jpg", &jpeg),
        ("halaman/b.webp", &webp),
        ("halaman/c.jpg", b"\xff\xd8\xff\xd9"),
        ("halaman/d.pdf", b"%PDF-1.4 <</Author (Contoh)>>"),
    ];
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(root.path().join("content/halaman")).unwrap();
    for (name, bytes) in files {
        std::fs::write(root.path().join("content").join(name), bytes).unwrap();
    }
    let sources = pilkada::source::read(root.path()).unwrap();
    snapbox::assert_data_eq!(
        said_of(&sources, build_options(), Bahasa::Id),
        str![[r#"
peringatan[PDP-04]: foto ini menyimpan koordinat tempat pengambilannya
--> content/halaman/a.jpg
 = sebab: tempat sebuah foto diambil bisa berarti alamat rumah seseorang, dan nama pembuat berkas bukan untuk umum (UU 27/2022 pasal 65-66)
 = saran: koordinatnya tidak ikut terbit, tetapi tetap ada di folder ini; simpan ulang fotonya tanpa lokasi

saran[RUJ-21]: "a.jpg", "b.webp", "c.jpg" tidak disebut catatan mana pun, jadi tidak terbit
--> content/halaman/a.jpg
 = saran: sebut di catatannya (foto: a.jpg, atau ![yang terlihat](a.jpg) di dalam tulisan), atau hapus

peringatan[PDP-04]: foto ini menyimpan koordinat tempat pengambilannya
--> content/halaman/b.webp
 = sebab: tempat sebuah foto diambil bisa berarti alamat rumah seseorang, dan nama pembuat berkas bukan untuk umum (UU 27/2022 pasal 65-66)
 = saran: koordinatnya tidak ikut terbit, tetapi tetap ada di folder ini; simpan ulang fotonya tanpa lokasi

peringatan[PDP-04]: PDF ini menyebut nama pembuatnya di properti dokumen, dan akan ikut terbit
--> content/halaman/d.pdf
 = sebab: tempat sebuah foto diambil bisa berarti alamat rumah seseorang, dan nama pembuat berkas bukan untuk umum (UU 27/2022 pasal 65-66)
 = saran: hapus properti dokumen (Author) di aplikasi kantor, lalu ekspor ulang PDF-nya

peringatan[RUJ-20]: "d.pdf" tidak disebut catatan mana pun, jadi tidak terbit
--> content/halaman/d.pdf
 = saran: tautkan dari sebuah tulisan: [salinan dokumen](d.pdf), atau hapus

4 peringatan, 1 saran
"#]]
    );
}

/// A PDF of these objects, with what its trailer says.
fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut table = b"0000000000 65535 f \n".to_vec();
    for (number, object) in (1..).zip(objects) {
        writeln!(table, "{:010} 00000 n ", bytes.len()).unwrap();
        bytes.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
    }
    let (at, size) = (bytes.len(), objects.len() + 1);
    let end = format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{at}\n%%EOF\n");
    bytes.extend([format!("xref\n0 {size}\n").as_bytes(), &table, end.as_bytes()].concat());
    bytes
}

/// A stream whose text is packed.
fn packed(dictionary: &str, text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(text.as_bytes()).unwrap();
    let bytes = encoder.finish().unwrap();
    let head = format!("<<{dictionary}/Filter/FlateDecode/Length {}>>\nstream\n", bytes.len());
    [head.as_bytes(), &bytes, b"\nendstream"].concat()
}

#[test]
fn a_document_names_its_author_also_where_that_is_packed() {
    let plain = |text: &str| text.as_bytes().to_vec();
    let (root, info) = (plain("<</Type/Catalog/Pages 2 0 R>>"), "<</Author(Contoh)/Producer(Uji)>>");
    let objects = |inside: &str| packed("/Type/ObjStm/N 1/First 4", &format!("9 0 {inside}"));
    let xmp = |maker: &str| {
        let list = format!("<rdf:Seq><rdf:li>{maker}</rdf:li></rdf:Seq>");
        packed("/Type/Metadata/Subtype/XML", &format!("<x:xmpmeta><dc:creator>{list}</dc:creator></x:xmpmeta>"))
    };
    let truncated = pdf(&[root.clone(), plain("<</Author()>>")], "");
    let files = [
        ("a-polos", pdf(&[root.clone(), plain(info)], "/Info 2 0 R")),
        ("b-objek", pdf(&[root.clone(), objects(info)], "")),
        ("c-xmp", pdf(&[root.clone(), xmp("Contoh")], "")),
        ("d-kunci", pdf(&[root.clone(), plain("<</Filter/Standard/V 4>>")], "/Encrypt 2 0 R")),
        ("e-potong", truncated[..truncated.len() - 30].to_vec()),
        ("f-tanpa", pdf(&[root.clone(), objects("<</Author()>>"), xmp("")], "")),
        ("g-bukan", plain("bukan PDF")),
    ];
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(root.path().join("content/halaman")).unwrap();
    let situs = "nama: Contoh\nalamat: https://contoh.test/\npenyelenggara: { nama: KPU Contoh }\npemungutan_suara: 2024-11-27\n";
    std::fs::write(root.path().join("content/situs.yaml"), situs).unwrap();
    for (name, bytes) in files {
        std::fs::write(root.path().join(format!("content/halaman/{name}.pdf")), bytes).unwrap();
    }
    let sources = pilkada::source::read(root.path()).unwrap();
    let said = said_of(&sources, build_options(), Bahasa::Id);
    let whys = ["terbit", "dikenal", "content/"];
    let short: Vec<&str> = said.lines().filter(|line| whys.iter().any(|why| line.contains(why))).collect();
    snapbox::assert_data_eq!(
        short.join("\n"),
        str![[r#"
--> content/halaman/a-polos.pdf
 = saran: keterangan itu tidak ikut terbit, tetapi tetap ada di folder ini; hapus properti dokumen (Author) di aplikasi kantor, lalu ekspor ulang
peringatan[RUJ-20]: "a-polos.pdf", "b-objek.pdf", "c-xmp.pdf" dan 4 lagi tidak disebut catatan mana pun, jadi tidak terbit
--> content/halaman/a-polos.pdf
--> content/halaman/b-objek.pdf
 = saran: keterangan itu tidak ikut terbit, tetapi tetap ada di folder ini; hapus properti dokumen (Author) di aplikasi kantor, lalu ekspor ulang
--> content/halaman/c-xmp.pdf
 = saran: keterangan itu tidak ikut terbit, tetapi tetap ada di folder ini; hapus properti dokumen (Author) di aplikasi kantor, lalu ekspor ulang
peringatan[PDP-04]: isi PDF ini tidak bisa diperiksa: terkunci, terpotong, atau dikemas dengan cara yang tidak dikenal
--> content/halaman/d-kunci.pdf
peringatan[PDP-04]: isi PDF ini tidak bisa diperiksa: terkunci, terpotong, atau dikemas dengan cara yang tidak dikenal
--> content/halaman/e-potong.pdf
peringatan[PDP-04]: isi PDF ini tidak bisa diperiksa: terkunci, terpotong, atau dikemas dengan cara yang tidak dikenal
--> content/halaman/g-bukan.pdf
"#]]
    );
}
