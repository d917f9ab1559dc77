//! The pairs of a region, each told at the same length, and the empty column.

use super::Put;
use super::dadu::Dadu;
use super::daerah::Daerah;
use super::orang::{nama, nama_surat_suara};
use anyhow::Result;
use std::fmt::Write;

/// Gives a file for every number on the ballot.
pub fn each(daerah: &Daerah, put: Put<'_>) -> Result<()> {
    for (nth, (nomor, person)) in daerah.paslon.iter().enumerate() {
        let text = pair(daerah, nth, (*nomor, *person))?;
        put(&format!("{}/paslon/{nomor}.yaml", daerah.folder), &text)?;
    }
    if let Some(nomor) = daerah.kolom_kosong {
        let text = format!("nomor_urut: {nomor}\nkolom_kosong: true\nsumber: [data]\n");
        put(&format!("{}/paslon/{nomor}.yaml", daerah.folder), &text)?;
    }
    Ok(())
}

fn pair(daerah: &Daerah, nth: usize, (nomor, person): (usize, usize)) -> Result<String> {
    let mut dadu = Dadu::new("paslon", person);
    let mut text = format!("nomor_urut: {nomor}\n");
    for (key, number) in [("calon", person), ("wakil", person + 1)] {
        let born = 1960 + dadu.roll(30);
        writeln!(
            text,
            "{key}:\n  nama: \"{}\"\n  nama_tampil: {}\n  tahun_lahir: {born}\n  pekerjaan: Pegiat contoh",
            nama_surat_suara(number),
            nama(number),
        )?;
    }
    // Eighteen parties: three for each of six pairs.
    let first = 1 + 3 * nth;
    writeln!(text, "jalur: partai\npengusung: [partai-{first}, partai-{}, partai-{}]", first + 1, first + 2)?;
    writeln!(text, "visi: {}\nmisi:", dadu.sentences(2))?;
    for _ in 0..3 + daerah.number % 4 {
        writeln!(text, "  - {}", dadu.sentence())?;
    }
    writeln!(text, "program:\n  - {}\n  - {}", dadu.sentence(), dadu.sentence())?;
    text.push_str("status: [{ keadaan: ditetapkan, tanggal: 2024-09-22, sumber: [keputusan] }]\nsumber: [data]\n");
    Ok(text)
}
