//! Polling places: so many for the whole country, of which each kelurahan on the Ministry's list has its share.

use super::Put;
use super::dadu::Dadu;
use super::daerah::Daerah;
use anyhow::Result;
use pilkada::value::daftar_desa::{kecamatan_di, plain};
use std::fmt::Write;

/// The kelurahan and desa of the country.
const VILLAGES: usize = 83_762;
/// Where people vote.
const PLACES: [&str; 5] = ["SD Negeri", "Balai Desa", "Halaman Masjid", "Gedung Serbaguna", "Pos Kamling"];

/// The polling places of a corpus while they are written.
pub struct Tps {
    all: usize,
    /// How many kelurahan and desa were before.
    villages: usize,
}

impl Tps {
    /// So many for the whole country.
    pub fn new(all: usize) -> Self {
        Self { all, villages: 0 }
    }

    /// Gives the list of a kabupaten or kota; says how many there are.
    pub fn put(&mut self, daerah: &Daerah, put: Put<'_>) -> Result<Option<usize>> {
        if self.all == 0 || daerah.jenis == "provinsi" {
            return Ok(None);
        }
        let mut dadu = Dadu::new("tps", daerah.number);
        let mut text = String::from("kecamatan,kelurahan,nomor,tempat,alamat,akses,dpt,sumber\n");
        let mut count = 0;
        for kecamatan in kecamatan_di(daerah.kode) {
            let mut names: Vec<String> = Vec::new();
            for desa in kecamatan.desa() {
                let share = self.share();
                // A few names stand twice in one kecamatan.
                if names.contains(&plain(desa)) {
                    continue;
                }
                names.push(plain(desa));
                for nomor in 1..=share {
                    let (place, street) = (PLACES[dadu.roll(PLACES.len())], 1 + dadu.roll(200));
                    let akses = if dadu.roll(3) == 0 { "kursi roda; pendamping" } else { "" };
                    // The voters of the first are not known, so the others are no sum.
                    let dpt = if count == 0 { String::new() } else { (300 + dadu.roll(300)).to_string() };
                    let sumber = if count == 0 { daerah.berita_acara() } else { String::new() };
                    let (kecamatan, desa) = (quoted(kecamatan.nama), quoted(desa));
                    writeln!(
                        text,
                        "{kecamatan},{desa},{nomor},{place} {nomor},\"Jl. Contoh {street}, RT 01/RW 02\",{akses},{dpt},{sumber}"
                    )?;
                    count += 1;
                }
            }
        }
        if count == 0 {
            return Ok(None);
        }
        put(&format!("{}/tps.csv", daerah.folder), &text)?;
        Ok(Some(count))
    }

    /// How many the next kelurahan has.
    fn share(&mut self) -> usize {
        let upto = |villages: usize| villages * self.all / VILLAGES;
        let share = upto(self.villages + 1) - upto(self.villages);
        self.villages += 1;
        share
    }
}

/// A name as a table holds it.
fn quoted(nama: &str) -> String {
    if nama.contains(',') { format!("\"{nama}\"") } else { nama.to_owned() }
}
