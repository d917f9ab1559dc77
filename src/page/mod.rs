//! Plans the pages of a model: their addresses, and the view each is drawn from.
//!
//! A page kind is a file or a folder here and two lines below: its `mod` and its row in `KINDS`. A view is made when its page is
//! drawn, so a site's views are never all in memory.

mod angka;
mod berita;
pub mod cari;
mod copies;
pub mod frame;
mod home;
mod jadwal;
mod kesetaraan;
mod paslon;
mod peristiwa;
mod sumber;
mod teks;
mod wilayah;

use crate::page::frame::plan::Plan;

/// The kinds of page.
pub(crate) const KINDS: &[fn(&mut Plan<'_>)] = &[
    home::plan,
    wilayah::plan,
    paslon::plan,
    wilayah::cetak::plan,
    peristiwa::plan,
    angka::plan,
    jadwal::plan,
    kesetaraan::plan,
    berita::plan,
    teks::plan,
    sumber::plan,
    cari::plan,
    copies::plan,
];
