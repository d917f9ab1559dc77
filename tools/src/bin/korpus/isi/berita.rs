//! News articles: headings, paragraphs, links, and in some a table, a list, a note and a footnote.

use super::Put;
use super::dadu::Dadu;
use super::daerah::Daerah;
use anyhow::Result;
use std::fmt::Write;

/// Labels are two words, one of each list.
const POKOK: [&str; 20] = [
    "logistik",
    "debat",
    "pemilih",
    "petugas",
    "jadwal",
    "kampanye",
    "sosialisasi",
    "pengawasan",
    "aksesibilitas",
    "anggaran",
    "pelatihan",
    "distribusi",
    "gudang",
    "formulir",
    "rekapitulasi",
    "simulasi",
    "pengumuman",
    "pendaftaran",
    "pengamanan",
    "dokumentasi",
];
const SISI: [&str; 10] =
    ["kecamatan", "kelurahan", "kota", "desa", "sekolah", "pasar", "kantor", "lapangan", "balai", "pulau"];

/// Gives the article of this number, as news of a region.
pub fn put(number: usize, daerah: &Daerah, put: Put<'_>) -> Result<()> {
    let mut dadu = Dadu::new("berita", number);
    // In the campaign, from 25 September to 23 November.
    let day = match dadu.roll(60) {
        day @ 0..6 => format!("2024-09-{:02}", 25 + day),
        day @ 6..37 => format!("2024-10-{:02}", day - 5),
        day => format!("2024-11-{:02}", day - 36),
    };
    let mut text = String::new();
    front(&mut text, &mut dadu, (daerah, &day))?;
    body(&mut text, &mut dadu)?;
    writeln!(text, "Keterangan lain ada di [jadwal](/jadwal.html) dan [kesiapan]({}/kesiapan.html).", daerah.alamat)?;
    put(&format!("{}/berita/{day}-berita-{number}.md", daerah.folder), &text)
}

fn front(text: &mut String, dadu: &mut Dadu, (daerah, day): (&Daerah, &str)) -> Result<()> {
    let words = 5 + dadu.roll(8);
    writeln!(text, "---\njudul: {} di {}\ntanggal: {day}", dadu.words(words), daerah.nama)?;
    writeln!(text, "jam: \"{:02}:{:02}\"\nringkasan: {}", 7 + dadu.roll(12), dadu.roll(60), dadu.sentence())?;
    let labels: Vec<String> =
        (0..=dadu.roll(2)).map(|_| format!("{} {}", dadu.pick(&POKOK), dadu.pick(&SISI))).collect();
    writeln!(text, "label: [{}]\nsumber: [{}]", labels.join(", "), daerah.koran())?;
    // An article is about all pairs or about none.
    if dadu.roll(3) == 0 {
        writeln!(text, "paslon: {}\nkegiatan: rakor", daerah.semua_nomor())?;
    }
    text.push_str("---\n\n");
    Ok(())
}

fn body(text: &mut String, dadu: &mut Dadu) -> Result<()> {
    for section in 0..3 + dadu.roll(3) {
        if section > 0 {
            writeln!(text, "## {}\n", dadu.words(4))?;
        }
        for _ in 0..2 {
            let count = 3 + dadu.roll(4);
            writeln!(text, "{}\n", dadu.sentences(count))?;
        }
    }
    match dadu.roll(4) {
        0 => table(text, dadu)?,
        1 => writeln!(text, "1. {}\n2. {}\n3. {}\n", dadu.sentence(), dadu.sentence(), dadu.sentence())?,
        2 => writeln!(text, "> [!NOTE]\n> {}\n", dadu.sentence())?,
        _ => writeln!(text, "{}[^1]\n\n[^1]: {}\n", dadu.sentence(), dadu.sentence())?,
    }
    Ok(())
}

fn table(text: &mut String, dadu: &mut Dadu) -> Result<()> {
    text.push_str("| Kecamatan | TPS | Petugas |\n| --- | --- | --- |\n");
    for row in 1..=5 + dadu.roll(10) {
        let places = 20 + dadu.roll(80);
        writeln!(text, "| Kecamatan Contoh {row} | {places} | {} |", places * 7)?;
    }
    text.push('\n');
    Ok(())
}
