//! Equal treatment.

use crate::rules::{DUA_PASLON, check_kota, sound};
use snapbox::str;

/// The two pairs with more lines each.
fn pairs(first: &str, second: &str) -> String {
    let (one, two) = DUA_PASLON.split_once("--- kota/paslon/2").expect("two pairs");
    format!("{one}{first}--- kota/paslon/2{two}{second}")
}

#[test]
fn what_is_told_of_one_pair_is_told_of_all() {
    check_kota(
        "\
--- kota/paslon/1.yaml
nomor_urut: 1
calon: { nama: SARI CONTOH, tahun_lahir: 1970 }
wakil: { nama: BUDI MISAL }
visi: Kota yang rapi
--- kota/paslon/2.yaml
nomor_urut: 2
calon: { nama: RINA UMPAMA }
wakil: { nama: DODI ANDAI }
jalur: perseorangan
--- kota/paslon/3.yaml
nomor_urut: 3
calon: { nama: TONO SEUMPAMA }
wakil: { nama: WATI SEANDAINYA }
jalur: perseorangan
visi: Kota yang rapi
",
        str![[r#"
peringatan[KST-01]: `jalur` diisi untuk nomor urut 2, 3, tetapi tidak untuk 1 di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:1:13
  |
1 | nomor_urut: 1
  |             ^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/2.yaml:4:8
  |
4 | jalur: perseorangan
  |        ------------ diisi untuk nomor urut 2
  |
  = sebab: pasangan calon yang diceritakan lebih lengkap tampak lebih penting
  = saran: isi untuk semua pasangan calon, atau hapus dari semuanya

peringatan[KST-01]: `visi` diisi untuk nomor urut 1, 3, tetapi tidak untuk 2 di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:1:13
  |
1 | nomor_urut: 2
  |             ^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:4:7
  |
4 | visi: Kota yang rapi
  |       -------------- diisi untuk nomor urut 1
  |
  = sebab: pasangan calon yang diceritakan lebih lengkap tampak lebih penting
  = saran: isi untuk semua pasangan calon, atau hapus dari semuanya

peringatan[KST-01]: `calon.tahun_lahir` diisi untuk nomor urut 1, tetapi tidak untuk 2, 3 di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:16
  |
2 | calon: { nama: RINA UMPAMA }
  |                ^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:42
  |
2 | calon: { nama: SARI CONTOH, tahun_lahir: 1970 }
  |                                          ---- diisi untuk nomor urut 1
  |
  = sebab: pasangan calon yang diceritakan lebih lengkap tampak lebih penting
  = saran: isi untuk semua pasangan calon, atau hapus dari semuanya

3 peringatan
"#]],
    );
}

#[test]
fn an_independent_pair_has_no_parties_to_name() {
    let partai = "--- partai.yaml\npc: { nama: Partai Contoh, singkatan: PC }\n";
    sound(&format!("{partai}{}", pairs("jalur: partai\npengusung: [pc]\n", "jalur: perseorangan\n")));
    sound(&pairs("visi: Kota yang rapi\nmisi: [Rapi]\n", "visi: Kota yang asri\nmisi: [Asri]\n"));
}

#[test]
fn no_vision_is_more_than_twice_as_long() {
    check_kota(
        &pairs("visi: Kota yang rapi dan asri\nmisi: [Rapi]\n", "visi: Asri\nmisi: [Rapi, Asri]\n"),
        str![[r#"
peringatan[KST-02]: visi dan misi nomor urut 1 lebih dari dua kali panjang nomor urut 2
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:4:7
  |
4 | visi: Kota yang rapi dan asri
  |       ^^^^^^^^^^^^^^^^^^^^^^^ 27 huruf
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/2.yaml:4:7
  |
4 | visi: Asri
  |       ---- 12 huruf
  |
  = sebab: teks yang jauh lebih panjang mengambil tempat dan perhatian lebih banyak
  = saran: pakai batas panjang yang sama; yang lengkap bisa ditautkan sebagai dokumen

1 peringatan
"#]],
    );
    sound(&pairs("visi: Kota rapi\nmisi: [Rapi]\n", "visi: Asri\nmisi: [Rapi]\n"));
}

#[test]
fn the_office_praises_no_pair() {
    check_kota(
        &format!(
            "{}{}",
            pairs("catatan_pengusung: Pasangan terbaik menurut partainya\n", "catatan_pengusung: Satu partai\n"),
            "\
--- kota/berita/2024-10-01-kampanye.md
---
judul: Paslon nomor urut 1 Unggul di hari pertama
tanggal: 2024-10-01
ringkasan: Calon yang paling
  layak menyapa warga.
---

Isi.
"
        ),
        str![[r#"
peringatan[KST-03]: "Unggul" memuji pasangan calon
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-kampanye.md:2:28
  |
2 | judul: Paslon nomor urut 1 Unggul di hari pertama
  |                            ^^^^^^
  |
  = sebab: penyelenggara memperlakukan semua pasangan calon sama, juga dalam pilihan kata
  = saran: tulis apa yang terjadi tanpa menilai; ucapan calon tempatnya di isi berita, dengan nama yang mengucapkan

peringatan[KST-03]: "paling layak" memuji pasangan calon
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-kampanye.md:4:23
  |
4 | ringkasan: Calon yang paling
  |                       ^^^^^^
  |
  = sebab: penyelenggara memperlakukan semua pasangan calon sama, juga dalam pilihan kata
  = saran: tulis apa yang terjadi tanpa menilai; ucapan calon tempatnya di isi berita, dengan nama yang mengucapkan

peringatan[KST-03]: "terbaik" memuji pasangan calon
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:4:29
  |
4 | catatan_pengusung: Pasangan terbaik menurut partainya
  |                             ^^^^^^^
  |
  = sebab: penyelenggara memperlakukan semua pasangan calon sama, juga dalam pilihan kata
  = saran: tulis apa yang terjadi tanpa menilai; ucapan calon tempatnya di isi berita, dengan nama yang mengucapkan

3 peringatan
"#]],
    );
}

#[test]
fn praise_is_a_pairs_own_or_for_somebody_else() {
    let own = |number: &str| format!("visi: Kota terbaik {number}\nmisi: [Layanan terbaik]\nslogan: Pasti menang\n");
    sound(&format!(
        "{}{}",
        pairs(&own("1"), &own("2")),
        "\
--- kota/berita/2024-10-01-penghargaan.md
---
judul: KPU Kota Contoh terima penghargaan terbaik
tanggal: 2024-10-01
---

Kata calon, programnya terbaik.
--- kota/berita/2024-11-28-hitung.md
---
judul: Nomor urut 2 unggul dalam hitung sementara
tanggal: 2024-11-28
---

Isi.
"
    ));
}

/// A picture that is nothing but its size, as a text: WebP writes it in bytes that are letters too.
fn picture(width: u8, height: u8, more: usize) -> String {
    let size = |size: u8| format!("{}\0\0", char::from(size - 1));
    format!("RIFF\0\0\0\0WEBPVP8X\x01\0\0\0\0\0\0\0{}{}{}", size(width), size(height), "-".repeat(more))
}

/// Two pairs with a picture each of their candidates.
fn photos(first: &str, second: &str) -> String {
    let foto = |name: &str, file: &str| format!("{name}, foto: {file}");
    let pairs = DUA_PASLON
        .replace("SARI CONTOH", &foto("SARI CONTOH", "1.webp"))
        .replace("RINA UMPAMA", &foto("RINA UMPAMA", "2.webp"));
    format!("{pairs}--- kota/paslon/1.webp\n{first}\n--- kota/paslon/2.webp\n{second}\n")
}

#[test]
fn photos_have_one_size() {
    check_kota(
        &photos(&picture(60, 80, 900), &picture(80, 80, 900)),
        str![[r#"
peringatan[KST-04]: foto nomor urut 2 berukuran 80 x 80, foto nomor urut 1 60 x 80
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:35
  |
2 | calon: { nama: RINA UMPAMA, foto: 2.webp }
  |                                   ^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:2:35
  |
2 | calon: { nama: SARI CONTOH, foto: 1.webp }
  |                                   ------ 60 x 80
  |
  = sebab: foto yang lebih besar atau berbentuk lain lebih menarik perhatian
  = saran: potong semua foto ke ukuran yang sama, misalnya 600 x 800 piksel

1 peringatan
"#]],
    );
    sound(&photos(&picture(60, 80, 900), &picture(60, 80, 900)));
    sound(&photos(&picture(60, 80, 900), &"-".repeat(930)));
}

#[test]
fn photos_weigh_about_the_same() {
    check_kota(
        &photos(&picture(60, 80, 5_000), &picture(60, 80, 10_000)),
        str![[r#"
peringatan[KST-05]: foto nomor urut 2 11 KB, rata-rata foto di Kota Contoh 8 KB
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:2:35
  |
2 | calon: { nama: RINA UMPAMA, foto: 2.webp }
  |                                   ^^^^^^
  |
  = sebab: foto yang jauh lebih ringan tampak lebih buram, dan yang lebih berat muncul lebih lambat
  = saran: simpan semua foto dengan ukuran dan mutu yang sama

1 peringatan
"#]],
    );
    sound(&photos(&picture(60, 80, 7_000), &picture(60, 80, 10_000)));
}

#[test]
fn a_note_on_parties_stands_beside_all_lists_or_none() {
    let partai =
        "--- partai.yaml\npc: { nama: Partai Contoh, singkatan: PC }\npm: { nama: Partai Misal, singkatan: PM }\n";
    let with = |one: &str, two: &str| {
        format!("{partai}{}", pairs(&format!("pengusung: [pc]\n{one}"), &format!("pengusung: [pm]\n{two}")))
    };
    let note = "catatan_pengusung: Daftar saat pendaftaran\n";
    check_kota(
        &with(note, ""),
        str![[r#"
peringatan[KST-06]: `catatan_pengusung` ada untuk nomor urut 1, tidak untuk 2 di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/paslon/2.yaml:1:13
  |
1 | nomor_urut: 2
  |             ^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:5:20
  |
5 | catatan_pengusung: Daftar saat pendaftaran
  |                    ----------------------- catatannya di sini
  |
  = sebab: catatan di samping satu daftar partai membuat daftar itu tampak lebih diragukan, atau lebih penting
  = saran: tulis dari mana daftar partai itu di semua pasangan calon, dengan kalimat yang sama bentuknya

1 peringatan
"#]],
    );
    sound(&with(note, note));
    sound(&with("", ""));
}

#[test]
fn every_pair_has_as_many_guards() {
    let guards = |line: &str| {
        format!(
            "--- sumber.yaml\nba: {{ jenis: berita_acara, judul: Berita acara, penerbit: KPU Contoh, tanggal: 2024-10-01 }}\n{DUA_PASLON}\
             --- kota/fakta/aman.yaml\nper_tanggal: 2024-10-01\nsumber: [ba]\nfakta:\n  - {{ ukuran: walpri, {line} }}\n"
        )
    };
    check_kota(
        &guards("nilai: 14, rincian: { nomor_1: 8, nomor_2: 6 }"),
        str![[r#"
peringatan[KST-07]: walpri nomor_1 8 orang, nomor_2 6 orang
 --> content/wilayah/contoh/kota-contoh/fakta/aman.yaml:4:66
  |
4 |   - { ukuran: walpri, nilai: 14, rincian: { nomor_1: 8, nomor_2: 6 } }
  |                                                                  ^
  |
  = sebab: pengawalan diberikan sama kepada semua pasangan calon
  = saran: periksa angkanya; jika sama untuk semua, tulis satu angka dengan `per_paslon: true`

1 peringatan
"#]],
    );
    sound(&guards("nilai: 16, rincian: { nomor_1: 8, nomor_2: 8 }"));
    sound(&guards("nilai: 8, per_paslon: true"));
}

/// Articles of a day each that name some pairs.
fn articles(list: &[(&str, &str)]) -> String {
    let article = |(day, paslon): &(&str, &str)| {
        format!(
            "--- kota/berita/{day}-contoh-{day}.md\n---\njudul: Contoh\ntanggal: {day}\npaslon: {paslon}\n---\n\nIsi.\n"
        )
    };
    format!("{DUA_PASLON}{}", list.iter().map(article).collect::<String>())
}

#[test]
fn news_names_all_pairs_as_often() {
    check_kota(
        &articles(&[("2024-10-19", "[1]"), ("2024-10-30", "[1]"), ("2024-11-01", "[1, 2]"), ("2024-10-25", "[1]")]),
        str![[r#"
peringatan[KST-08]: dalam 14 hari terakhir nomor urut 1 disebut di 4 berita, nomor urut 2 di 1
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-30-contoh-2024-10-30.md:4:9
  |
4 | paslon: [1]
  |         ^^^
  |
  = sebab: pasangan calon yang lebih sering diberitakan tampak lebih penting
  = saran: beritakan kegiatan sejenis pasangan lain, atau hapus nomor yang bukan pokok beritanya

1 peringatan
"#]],
    );
    sound(&articles(&[("2024-10-19", "[1]"), ("2024-10-30", "[1, 2]")]));
    sound(&articles(&[("2024-10-18", "[1]"), ("2024-10-17", "[1]"), ("2024-10-30", "[1]")]));
    sound(&articles(&[("2024-10-29", "[1]"), ("2024-10-28", "[1]"), ("2024-10-30", "[2]")]));
}

#[test]
fn a_slogan_stands_in_its_field_only() {
    let site = |judul: &str| {
        format!(
            "{}--- kota/berita/2024-10-01-contoh.md\n---\njudul: {judul}\ntanggal: 2024-10-01\n---\n\nIsi.\n",
            pairs("slogan: Kota Rapi, Warga Senang!\n", "slogan: Maju\n")
        )
    };
    check_kota(
        &site("Kota rapi warga senang, kata pasangan calon"),
        str![[r#"
peringatan[KST-09]: slogan nomor urut 1 dipakai di sini
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:2:8
  |
2 | judul: Kota rapi warga senang, kata pasangan calon
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/1.yaml:4:9
  |
4 | slogan: Kota Rapi, Warga Senang!
  |         ------------------------ slogannya
  |
  = sebab: slogan di luar bidangnya adalah kampanye
  = saran: tulis apa yang terjadi, tanpa slogan

1 peringatan
"#]],
    );
    sound(&site("Warga senang kota rapi dan maju"));
}

#[test]
fn a_candidates_claim_is_no_figure() {
    let figure = |nama: &str, status: &str| {
        format!(
            "--- sumber.yaml\nba: {{ jenis: berita, judul: Berita, penerbit: KPU Contoh, tanggal: 2024-10-01 }}\n{DUA_PASLON}\
             --- kota/fakta/klaim.yaml\nper_tanggal: 2024-10-01\npenyampai: {{ nama: {nama} }}\nsumber: [ba]\n\
             fakta:\n  - {{ ukuran: target_partisipasi, nilai: 80, status: {status} }}\n"
        )
    };
    check_kota(
        &figure("Sari Contoh", "klaim"),
        str![[r#"
peringatan[KST-10]: angka ini klaim Sari Contoh, calon di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/fakta/klaim.yaml:5:54
  |
5 |   - { ukuran: target_partisipasi, nilai: 80, status: klaim }
  |                                                      ^^^^^
  |
  = sebab: klaim seorang calon di halaman angka tampak seperti angka penyelenggara
  = saran: hapus angkanya; ucapan calon tempatnya di berita, dengan nama yang mengucapkan

1 peringatan
"#]],
    );
    sound(&figure("Sari Contohwati", "klaim"));
    sound(&figure("Sari Contoh", "dikutip_media"));
}

#[test]
fn no_page_of_a_pair_holds_twice_as_much() {
    let program = |letters: usize| format!("program: [{}]\n", "a".repeat(letters));
    check_kota(
        &pairs(&program(1_000), &program(400)),
        str![[r#"
peringatan[KST-11]: halaman nomor urut 1 memuat 1021 huruf, halaman nomor urut 2 421
 --> content/wilayah/contoh/kota-contoh/paslon/1.yaml:1:13
  |
1 | nomor_urut: 1
  |             ^
  |
 ::: content/wilayah/contoh/kota-contoh/paslon/2.yaml:1:13
  |
1 | nomor_urut: 2
  |             - 421 huruf
  |
  = sebab: halaman yang jauh lebih panjang memberi satu pasangan calon lebih banyak tempat
  = saran: batasi misi, program dan catatan sama panjang; naskah lengkapnya bisa ditautkan

1 peringatan
"#]],
    );
    sound(&pairs(&program(800), &program(400)));
    sound(&pairs(&program(300), &program(20)));
}

#[test]
fn no_list_is_titled_by_one_pair() {
    let label = |label: &str| {
        format!(
            "{DUA_PASLON}--- kota/berita/2024-10-01-contoh.md\n---\njudul: Sari Contoh bicara\ntanggal: 2024-10-01\nlabel: [{label}]\n---\n\nIsi.\n"
        )
    };
    check_kota(
        &label("Kampanye Sari Contoh, Paslon 2, Nomor urut"),
        str![[r#"
peringatan[KST-12]: "Kampanye Sari Contoh" menyebut nomor urut 1 saja, padahal menjadi judul halaman
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:4:9
  |
4 | label: [Kampanye Sari Contoh, Paslon 2, Nomor urut]
  |         ^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: halaman dengan nama satu pasangan calon saja adalah panggung miliknya
  = saran: pakai judul yang berlaku untuk semua pasangan calon

peringatan[KST-12]: "Paslon 2" menyebut nomor urut 2 saja, padahal menjadi judul halaman
 --> content/wilayah/contoh/kota-contoh/berita/2024-10-01-contoh.md:4:31
  |
4 | label: [Kampanye Sari Contoh, Paslon 2, Nomor urut]
  |                               ^^^^^^^^
  |
  = sebab: halaman dengan nama satu pasangan calon saja adalah panggung miliknya
  = saran: pakai judul yang berlaku untuk semua pasangan calon

2 peringatan
"#]],
    );
    sound(&label("Sari Contoh dan Rina Umpama"));
}
