//! Plans the pages of a model: their addresses, and the view each is drawn from.
//!
//! A page kind is a file or a folder here and two lines below: its `mod` and its row in `KINDS`. A view is made when its page is
//! drawn, so a site's views are never all in memory.

pub(crate) mod attachments;
mod berita;
mod cara_memilih;
mod copies;
mod events;
mod figures;
pub mod frame;
mod home;
mod jadwal;
mod kesetaraan;
mod leaves;
mod paslon;
mod periksa;
pub(crate) mod perubahan;
mod ppid;
pub mod search;
mod sumber;
mod texts;
mod tps;
mod wilayah;

use crate::page::frame::plan::Plan;

/// The kinds of page.
pub(crate) const KINDS: &[fn(&mut Plan<'_>)] = &[
    home::plan,
    wilayah::plan,
    wilayah::kemudian::plan,
    cara_memilih::plan,
    paslon::plan,
    wilayah::print::plan,
    wilayah::offline::plan,
    events::plan,
    figures::plan,
    tps::plan,
    jadwal::plan,
    kesetaraan::plan,
    berita::plan,
    texts::plan,
    leaves::plan,
    ppid::plan,
    periksa::plan,
    perubahan::plan,
    sumber::plan,
    search::plan,
    copies::plan,
];
