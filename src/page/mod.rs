//! Plans the pages of a model: their addresses, and the view each is drawn from.
//!
//! A page kind is a file here and two lines below: its `mod` and its row in `KINDS`. A view is made when its page is
//! drawn, so a site's views are never all in memory.

pub mod address;
mod angka;
pub mod artikel;
pub mod asked;
mod bacaan;
pub mod bagikan;
mod berita;
pub mod broken;
pub mod cari;
mod cetak;
mod copies;
pub mod data;
pub mod frame;
mod home;
mod jadwal;
mod json;
pub mod kalender;
mod kesetaraan;
pub mod links;
pub mod media;
mod meta;
mod paslon;
mod peristiwa;
mod peta;
pub mod sitemap;
mod sumber;
mod teks;
mod texts;
pub mod umpan;
mod view;
mod wilayah;

use crate::page::frame::plan::Plan;

/// The kinds of page but the sitemap.
pub(crate) const KINDS: &[fn(&mut Plan<'_>)] = &[
    home::plan,
    wilayah::plan,
    paslon::plan,
    cetak::plan,
    peristiwa::plan,
    angka::plan,
    jadwal::plan,
    kesetaraan::plan,
    berita::plan,
    teks::plan,
    sumber::plan,
    cari::plan,
    copies::plan,
    kalender::plan,
    umpan::plan,
    data::plan,
    json::plan,
];
