//! The content of the corpus, file by file.
//!
//! A region and an article are made from their own numbers alone, so they read the same in a corpus of any size.

mod berita;
mod dadu;
mod daerah;
mod kegiatan;
mod orang;
mod paslon;
mod tps;
mod umum;
mod wilayah;

use anyhow::{Result, ensure};
use dadu::Dadu;
use daerah::Daerah;
use tps::Tps;

/// How large a corpus is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Provinces, kabupaten and kota, in the order of the Ministry's list.
    pub regions: usize,
    /// News articles, spread over the regions.
    pub articles: usize,
    /// Polling places of the whole country, of which each kelurahan has its share; 0 for no list.
    pub tps: usize,
}

/// Takes a file: its path below the project's folder, and its text.
pub type Put<'p> = &'p mut dyn FnMut(&str, &str) -> Result<()>;

/// Gives every file of a corpus to `put`; fails where there are not so many regions.
pub fn each(size: Size, put: Put<'_>) -> Result<()> {
    let daerah = Daerah::all(size.regions);
    ensure!(!daerah.is_empty() && daerah.len() == size.regions, "there are 1 to {} regions", daerah.len());
    umum::each(put)?;
    let mut tps = Tps::new(size.tps);
    for one in &daerah {
        wilayah::each(one, tps.put(one, put)?, put)?;
        paslon::each(one, put)?;
        kegiatan::each(one, put)?;
    }
    for number in 0..size.articles {
        let mut dadu = Dadu::new("tempat", number);
        let scope = &daerah[dadu.roll(daerah.len())];
        berita::put(number, scope, put)?;
    }
    Ok(())
}
