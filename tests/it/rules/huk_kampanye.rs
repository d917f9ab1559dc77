//! Electoral law: the campaign and the quiet period.

use crate::content::{on, said_on};
use crate::rules::{DUA_PASLON, JADWAL, build_on, check_kota, check_kota_on, in_kota, sound, sound_on};
use pilkada::bahasa::Bahasa;
use snapbox::str;

/// An event of the town.
fn kegiatan(tanggal: &str, name: &str, lines: &str) -> String {
    format!("--- kota/kegiatan/{tanggal}-{name}.yaml\njudul: Contoh {name}\ntanggal: {tanggal}\n{lines}\n")
}

/// An article of the town.
fn berita(tanggal: &str, head: &str, body: &str) -> String {
    format!(
        "--- kota/berita/{tanggal}-contoh.md\n---\njudul: Contoh berita\ntanggal: {tanggal}\n{head}\n---\n\n{body}\n"
    )
}

fn site(more: &str) -> String {
    format!("{JADWAL}{DUA_PASLON}{more}")
}

#[test]
fn campaigning_lies_within_the_campaign() {
    check_kota(
        &site(&format!(
            "{}{}",
            kegiatan("2024-09-24", "debat", "jenis: debat"),
            berita("2024-09-24", "paslon: [1, 2]\nadvertorial: true", "Isi.")
        )),
        str![[r#"
peringatan[HUK-15]: "Contoh berita" tanggal 24 September 2024 di luar masa kampanye 25 September 2024 sampai 23 November 2024
 --> content/wilayah/contoh/kota-contoh/berita/2024-09-24-contoh.md:3:10
  |
3 | tanggal: 2024-09-24
  |          ^^^^^^^^^^
  |
  = sebab: kampanye hanya boleh di dalam masanya (PKPU 2/2024, UU 10/2016 pasal 187 ayat (1))
  = saran: periksa tanggalnya; sebelum masa kampanye jangan terbitkan

peringatan[HUK-15]: "Contoh debat" tanggal 24 September 2024 di luar masa kampanye 25 September 2024 sampai 23 November 2024
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-09-24-debat.yaml:2:10
  |
2 | tanggal: 2024-09-24
  |          ^^^^^^^^^^
  |
  = sebab: kampanye hanya boleh di dalam masanya (PKPU 2/2024, UU 10/2016 pasal 187 ayat (1))
  = saran: periksa tanggalnya; sebelum masa kampanye jangan terbitkan

2 peringatan
"#]],
    );
    sound(&site(&kegiatan("2024-09-25", "debat", "jenis: debat")));
    sound(&site(&kegiatan("2024-11-23", "rapat", "jenis: rapat_umum\npaslon: [1]")));
    sound(&site(&kegiatan("2024-09-24", "rakor", "jenis: rakor")));
    sound(&site(&berita("2024-09-24", "paslon: [1, 2]", "Isi.")));
    sound(&format!("{DUA_PASLON}{}", kegiatan("2024-09-24", "debat", "jenis: debat")));
}

#[test]
fn in_the_quiet_period_nothing_new_is_said_of_a_pair() {
    let koreksi = "--- kota/koreksi.yaml\nkoreksi:\n\
        - { tanggal: 2024-11-24, menyangkut: /contoh/kota-contoh/paslon/1.html, bidang: visi, sesudah: Rapi, alasan: Salah, tingkat: kecil }\n\
        - { tanggal: 2024-11-25, menyangkut: /contoh/kota-contoh/jadwal.html, bidang: jam, sesudah: \"07:00\", alasan: Salah, tingkat: kecil }\n";
    let text = site(&format!("{koreksi}{}", berita("2024-11-25", "paslon: [1, 2]", "Isi.")));
    check_kota_on(
        "2024-11-25",
        &text,
        str![[r#"
peringatan[HUK-16]: berita tentang pasangan calon bertanggal 25 November 2024, di masa tenang
 --> content/wilayah/contoh/kota-contoh/berita/2024-11-25-contoh.md:3:10
  |
3 | tanggal: 2024-11-25
  |          ^^^^^^^^^^
  |
  = sebab: di masa tenang tidak ada kampanye dalam bentuk apa pun, dan yang baru tentang satu pasangan bisa dibaca sebagai kampanye (PKPU 13/2024 pasal 45 dan 47; apakah itu mengikat situs KPU sendiri belum pasti)
  = saran: tahan dengan `terbit` sesudah 26 November 2024, atau hapus nomor di `paslon` jika bukan tentang mereka

peringatan[HUK-16]: halaman pasangan calon /contoh/kota-contoh/paslon/1.html dikoreksi 24 November 2024, di masa tenang
 --> content/wilayah/contoh/kota-contoh/koreksi.yaml:2:38
  |
2 | - { tanggal: 2024-11-24, menyangkut: /contoh/kota-contoh/paslon/1.html, bidang: visi, sesudah: Rapi, alasan: Salah, tingkat: kecil }
  |                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: di masa tenang tidak ada kampanye dalam bentuk apa pun, dan yang baru tentang satu pasangan bisa dibaca sebagai kampanye (PKPU 13/2024 pasal 45 dan 47; apakah itu mengikat situs KPU sendiri belum pasti)
  = saran: di masa tenang isi halaman pasangan calon tetap; koreksi yang tidak bisa menunggu dibahas dulu dengan Bawaslu

2 peringatan
"#]],
    );
    sound_on("2024-11-25", &site(&berita("2024-11-25", "", "Isi.")));
    sound_on("2024-11-27", &site(&berita("2024-11-27", "paslon: [1, 2]", "Isi.")));
    sound_on("2024-11-25", &site(&berita("2024-11-23", "paslon: [1, 2]", "Isi.")));
}

#[test]
fn an_article_that_waits_for_its_day_is_not_new_yet() {
    sound_on("2024-11-24", &site(&berita("2024-11-25", "paslon: [1, 2]", "Isi.")));
}

#[test]
fn a_survey_in_the_quiet_period_is_looked_at_twice() {
    check_kota_on(
        "2024-11-25",
        &site(&berita("2024-11-25", "", "Elektabilitas menurut lembaga survei.")),
        str![[r#"
peringatan[HUK-17]: "Elektabilitas" di berita masa tenang, 25 November 2024
 --> content/wilayah/contoh/kota-contoh/berita/2024-11-25-contoh.md:7:1
  |
7 | Elektabilitas menurut lembaga survei.
  | ^^^^^^^^^^^^^
  |
  = sebab: hasil survei tidak diumumkan di masa tenang (PKPU 9/2022 pasal 19 ayat (2) untuk pemilu dan Pilkada, bunyinya menurut satu berita)
  = saran: tahan dengan `terbit` sampai pemungutan suara selesai

1 peringatan
"#]],
    );
    sound_on("2024-11-25", &site(&berita("2024-11-25", "", "Survei jalan menuju TPS.")));
    sound_on("2024-11-25", &site(&berita("2024-11-20", "", "Elektabilitas menurut lembaga survei.")));
}

#[test]
fn a_quick_count_waits_for_its_hour_and_is_no_result() {
    let article = |jam: &str, body: &str| site(&berita("2024-11-27", &format!("jam: \"{jam}\""), body));
    check_kota_on(
        "2024-11-27",
        &article("14:59", "Menurut hitung cepat sebuah lembaga."),
        str![[r#"
peringatan[HUK-40]: berita tentang hitung cepat pukul 14:59, sebelum pukul 15.00
 --> content/wilayah/contoh/kota-contoh/berita/2024-11-27-contoh.md:4:6
  |
4 | jam: "14:59"
  |      ^^^^^^^
  |
  = sebab: hitung cepat yang terlalu awal bisa memengaruhi yang belum memilih, dan bukan hasil resmi (PKPU 9/2022 pasal 19 ayat (3) dan (5))
  = saran: terbitkan mulai pukul 15.00 waktu setempat, yaitu 15:00 WIB

peringatan[HUK-40]: "hitung cepat" tanpa keterangan bahwa itu bukan hasil KPU
 --> content/wilayah/contoh/kota-contoh/berita/2024-11-27-contoh.md:7:9
  |
7 | Menurut hitung cepat sebuah lembaga.
  |         ^^^^^^^^^^^^
  |
  = sebab: hitung cepat yang terlalu awal bisa memengaruhi yang belum memilih, dan bukan hasil resmi (PKPU 9/2022 pasal 19 ayat (3) dan (5))
  = saran: tambahkan "Ini bukan hasil resmi KPU"

2 peringatan
"#]],
    );
    sound_on("2024-11-27", &article("15:00", "Menurut hitung cepat sebuah lembaga; ini bukan hasil resmi KPU."));
    sound_on("2024-11-26", &site(&berita("2024-11-26", "", "Hitung cepat diumumkan sesudah pukul 15.00.")));
    // By the clocks of the east it is two hours later.
    let east = |jam: &str| {
        let text = in_kota(&article(jam, "Hitung cepat, tidak resmi.")).replace("\"33", "\"94");
        said_on(on("2024-11-27"), &text, Bahasa::Id).contains("HUK-40")
    };
    assert!(east("16:59") && !east("17:00"));
}

#[test]
fn media_carry_advertisements_on_the_last_days_only() {
    let paid = |day: &str| site(&berita(day, "paslon: [1, 2]\nadvertorial: true", "Isi."));
    check_kota_on(
        "2024-11-25",
        &paid("2024-11-09"),
        str![[r#"
peringatan[HUK-41]: tulisan berbayar tentang pasangan calon bertanggal 9 November 2024, 15 hari sebelum masa tenang
 --> content/wilayah/contoh/kota-contoh/berita/2024-11-09-contoh.md:3:10
  |
3 | tanggal: 2024-11-09
  |          ^^^^^^^^^^
  |
  = sebab: iklan kampanye di media massa hanya boleh pada hari-hari terakhir sebelum masa tenang (PKPU 13/2024 Lampiran I, pasal 18 ayat (1) huruf f dan pasal 29-32)
  = saran: iklan kampanye di media massa hanya 14 hari sebelum masa tenang; periksa tanggalnya

1 peringatan
"#]],
    );
    sound_on("2024-11-25", &paid("2024-11-10"));
    sound_on("2024-11-25", &paid("2024-11-23"));
    sound_on("2024-11-25", &site(&berita("2024-11-09", "advertorial: true", "Isi.")));
}

#[test]
fn a_voter_list_is_called_by_its_name() {
    check_kota_on(
        "2024-11-25",
        &site(&berita("2024-11-22", "", "Ada 12 orang di DPTb.")),
        str![[r#"
peringatan[HUK-42]: "DPTb" punya dua arti
 --> content/wilayah/contoh/kota-contoh/berita/2024-11-22-contoh.md:7:17
  |
7 | Ada 12 orang di DPTb.
  |                 ^^^^
  |
  = sebab: DPTb berarti pemilih pindahan di sebagian sumber dan pemilih tambahan di sumber lain (pemberitaan Pilkada 2024, pengumuman KPU 2025, putusan MK 28/PHPU.BUP-XXIII/2025)
  = saran: tulis pemilih pindahan atau pemilih tambahan, dengan "(DPTb)" di belakangnya kalau perlu

1 peringatan
"#]],
    );
    sound_on("2024-11-25", &site(&berita("2024-11-22", "", "Ada 12 pemilih pindahan (DPTb) dan 3 pemilih tambahan.")));
}

#[test]
fn every_pair_is_invited_to_three_debates_at_most() {
    let debat = |day: u8, lines: &str| kegiatan(&format!("2024-10-{day}"), "debat", &format!("jenis: debat\n{lines}"));
    let three = [debat(10, ""), debat(11, "paslon: [2, 1]"), debat(12, "")].concat();
    let two_more = three.clone() + &debat(13, "paslon: [2]").replace("debat.yaml", "debat-lagi.yaml");
    check_kota(
        &site(&two_more),
        str![[r#"
peringatan[HUK-19]: debat ke-4 di Kota Contoh, paling banyak 3 kali
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-13-debat-lagi.yaml:3:8
  |
3 | jenis: debat
  |        ^^^^^
  |
  = sebab: debat memberi semua pasangan calon kesempatan yang sama (rancangan PKPU 13/2024 pasal 19 menurut berita)
  = saran: periksa `jenis` kegiatan-kegiatan ini

peringatan[HUK-19]: nomor urut 1 tidak diundang ke debat ini
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-13-debat-lagi.yaml:4:9
  |
4 | paslon: [2]
  |         ^^^
  |
  = sebab: debat memberi semua pasangan calon kesempatan yang sama (rancangan PKPU 13/2024 pasal 19 menurut berita)
  = saran: tulis nomor semua pasangan calon yang diundang, juga yang tidak datang

2 peringatan
"#]],
    );
    sound(&site(&three));
}

#[test]
fn a_debate_names_pairs_that_are_there() {
    check_kota(
        &site(&kegiatan("2024-10-10", "debat", "jenis: debat\npaslon: [1, 2, 3]")),
        str![[r#"
galat[RUJ-03]: tidak ada pasangan calon nomor urut 3 di lingkup ini
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-10-debat.yaml:4:16
  |
4 | paslon: [1, 2, 3]
  |                ^
  |
  = saran: nomor urut yang ada: 1, 2

1 galat
"#]],
    );
}

#[test]
fn a_pair_holds_one_mass_rally_at_most() {
    let rapat = |day: u8, nomor: &str| {
        kegiatan(&format!("2024-10-{day}"), "rapat", &format!("jenis: rapat_umum\npaslon: {nomor}"))
    };
    check_kota(
        &site(&(rapat(10, "[1]") + &rapat(11, "[2]") + &rapat(12, "[1]"))),
        str![[r#"
peringatan[HUK-20]: rapat umum nomor urut 1 lebih dari 1 kali di Kota Contoh
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-12-rapat.yaml:4:9
  |
4 | paslon: [1]
  |         ^^^
  |
  = sebab: banyaknya rapat umum dibatasi sama untuk semua pasangan calon (rancangan PKPU 13/2024 pasal 42 menurut berita)
  = saran: periksa `jenis` dan `paslon` kegiatan ini

1 peringatan
"#]],
    );
    sound(&site(&(rapat(10, "[1]") + &rapat(11, "[2]"))));
}

fn pernyataan(isi: &str) -> String {
    kegiatan(
        "2024-10-10",
        "rakor",
        &format!("jenis: rakor\npernyataan:\n  - {{ oleh: Pejabat Contoh, jenis: imbauan, isi: \"{isi}\" }}"),
    )
}

#[test]
fn officials_take_no_side() {
    check_kota(
        &site(&pernyataan("Datang ke TPS. Mari menangkan nomor urut 1")),
        str![[r#"
peringatan[HUK-27]: "menangkan" memihak
 --> content/wilayah/contoh/kota-contoh/kegiatan/2024-10-10-rakor.yaml:5:50
  |
5 |   - { oleh: Pejabat Contoh, jenis: imbauan, isi: "Datang ke TPS. Mari menangkan nomor urut 1" }
  |                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pejabat dan ASN dilarang menguntungkan atau merugikan salah satu pasangan calon (UU Pilkada pasal 71 dan 188)
  = saran: tulis apa yang dibahas tanpa ajakannya; dugaan pelanggaran dilaporkan ke Bawaslu

1 peringatan
"#]],
    );
    sound(&site(&pernyataan("ASN dilarang mendukung paslon; jangan pilih nomor karena uang")));
    sound(&site(&pernyataan("Datang ke TPS dan gunakan hak pilih")));
}

#[test]
fn the_quiet_period_freezes_what_a_pairs_page_shows() {
    let news = site(&format!(
        "{}{}",
        berita("2024-11-23", "paslon: [1, 2]", "Isi.").replace("Contoh berita", "Debat terakhir"),
        berita("2024-11-25", "paslon: [1, 2]", "Isi.")
            .replace("contoh.md", "lain.md")
            .replace("Contoh berita", "Kunjungan")
    ));
    let page = |day: &str| {
        let site = build_on(day, &news);
        String::from_utf8(site["contoh/kota-contoh/paslon/1.html"].clone()).unwrap()
    };
    let during = page("2024-11-26");
    assert!(during.contains("Debat terakhir") && !during.contains("Kunjungan"));
    assert!(page("2024-11-27").contains("Kunjungan"));
}
