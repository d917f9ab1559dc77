//! The page that lies where something was known once, and leads on to where it is now.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::meta::PageHead;
use crate::page::frame::page::{Body, html_of};
use crate::page::frame::words::Phrase;
use serde::Serialize;

/// The page at an old address.
#[derive(Serialize)]
struct MovedView {
    laman: PageHead,
    /// What moved.
    judul: Phrase,
    /// What it is called where it is now.
    sebutan: Phrase,
    /// Where it is now.
    tujuan: Address,
}

/// Something with a page that lay somewhere else.
pub(crate) struct Moved {
    /// Where it lay.
    pub dari: Address,
    /// Where it is now.
    pub tujuan: Address,
    /// The title of its page.
    pub judul_laman: Phrase,
    /// What it is.
    pub judul: Phrase,
    /// What it is called where it is now.
    pub sebutan: Phrase,
}

impl Moved {
    /// The page at the old address.
    pub fn body<'m>(self, model: &Model, lingkup: &Lingkup) -> Body<'m> {
        let laman = PageHead::new(model, lingkup, self.judul_laman, self.dari).leading_to(model, &self.tujuan);
        html_of("pindah.html", MovedView { laman, judul: self.judul, sebutan: self.sebutan, tujuan: self.tujuan })
    }
}
