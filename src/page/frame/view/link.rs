//! Links that views hold: a page with its title.

use crate::model::Lingkup;
use crate::page::frame::address::Address;
use crate::page::frame::words::Phrase;
use crate::value::tanggal::Tanggal;
use serde::Serialize;

/// A page by its title, such as one on the way back.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Crumb {
    /// Its name.
    pub judul: Phrase,
    /// Its address.
    pub alamat: Address,
}

/// A thing of a day with its page.
#[derive(Serialize)]
pub struct DatedLink {
    /// Its title.
    pub judul: Phrase,
    /// Its day.
    pub tanggal: Option<Tanggal>,
    /// Its page.
    pub alamat: Address,
}

/// A link to the event with a slug.
pub fn event_link(lingkup: &Lingkup, slug: Option<&str>) -> Option<Crumb> {
    let kegiatan = lingkup.kegiatan.iter().find(|kegiatan| Some(kegiatan.slug()) == slug)?;
    let alamat = Address::leaf(lingkup, "kegiatan", kegiatan.slug());
    Some(Crumb { judul: (&*kegiatan.record.judul).into(), alamat })
}
