//! The law in figures: dated packs (`data/hukum/<year>.yaml`), of which a vote chooses one by its day.
//!
//! A rule asks for a value and never holds one, so that a new year is a new file.

pub mod nilai;
pub mod paket;

use crate::hukum::paket::{Baris, Kerangka, Paket};
use crate::value::tanggal::Tanggal;
use anyhow::{Result, ensure};
use std::sync::{Arc, LazyLock};

/// The packs that the program carries, as `(name, text)`; `build.rs` lists the folder.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/hukum.rs"));

static BAWAAN: LazyLock<Arc<Hukum>> =
    LazyLock::new(|| Arc::new(Hukum::read(FILES).expect("the packs of the program are read by its tests")));

/// The packs, by the first voting day that each holds for.
#[derive(Debug, Clone, PartialEq)]
pub struct Hukum {
    paket: Vec<Paket>,
}

impl Hukum {
    /// The packs that the program carries.
    pub fn bawaan() -> Arc<Self> {
        Arc::clone(&BAWAAN)
    }

    /// Reads packs, given as their names and texts in any order.
    pub fn read(files: &[(&str, &str)]) -> Result<Self> {
        let mut left: Vec<Kerangka> =
            files.iter().map(|(nama, text)| Kerangka::read(nama, text)).collect::<Result<_>>()?;
        left.sort_by_key(Kerangka::berlaku);
        let mut known: Vec<Kerangka> = Vec::with_capacity(left.len());
        for pack in left {
            let whole = pack.upon(&known)?;
            known.push(whole);
        }
        let paket: Vec<Paket> = known.iter().map(Kerangka::whole).collect::<Result<_>>()?;
        ensure!(!paket.is_empty(), "data/hukum/ has no pack");
        let twice = paket.windows(2).find(|two| two[0].berlaku == two[1].berlaku);
        ensure!(twice.is_none(), "two packs of data/hukum/ hold from the same day on");
        Ok(Self { paket })
    }

    /// The pack that holds for a vote on a day: the latest that has begun; for older votes the first there is.
    pub fn pada(&self, day: Tanggal) -> &Paket {
        let begun = self.paket.partition_point(|paket| paket.berlaku <= day);
        &self.paket[begun.saturating_sub(1)]
    }

    /// All packs, the oldest first.
    pub fn semua(&self) -> &[Paket] {
        &self.paket
    }

    /// What the packs themselves say for a rule, each with the pack that says so; what one takes over is said once.
    pub fn untuk(&self, kode: &str) -> Vec<(&Paket, Vec<Baris>)> {
        let own = |paket: &Paket| {
            let rows = paket.semua().into_iter().filter(|baris| baris.ketentuan.paket == paket.nama);
            rows.filter(|baris| baris.ketentuan.aturan.iter().any(|one| one.as_str() == kode)).collect::<Vec<_>>()
        };
        self.paket.iter().map(|paket| (paket, own(paket))).filter(|(_, rows)| !rows.is_empty()).collect()
    }
}
