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
