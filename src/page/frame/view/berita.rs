//! An article in a list.

use crate::model::document::Document;
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::value::jam::Jam;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use std::cmp::Reverse;

/// An article in a list.
#[derive(Debug, Clone, Serialize)]
pub struct BeritaRingkas {
    /// Its title.
    pub judul: String,
    /// Its day.
    pub tanggal: Tanggal,
    /// Its time.
    pub jam: Option<Jam>,
    /// Its summary.
    pub ringkasan: String,
    /// Its address.
    pub alamat: Address,
    /// The region it belongs to.
    pub wilayah: String,
    /// Whether it was paid for.
    pub advertorial: bool,
}

impl BeritaRingkas {
    /// An article of a scope.
    pub fn of(model: &Model, lingkup: &Lingkup, berita: &Loaded<Berita>) -> Self {
        Self {
            judul: berita.record.judul.to_string(),
            tanggal: berita.record.tanggal,
            jam: berita.record.jam,
            ringkasan: summary(model, berita),
            alamat: Address::leaf(lingkup, "berita", berita.slug()),
            wilayah: lingkup.nama().to_owned(),
            advertorial: berita.record.advertorial,
        }
    }
}

/// The summary as written, or the first paragraph cut to a line or two.
pub fn summary(model: &Model, berita: &Loaded<Berita>) -> String {
    if let Some(ringkasan) = &berita.record.ringkasan {
        return ringkasan.to_string();
    }
    let outline = model.document_of(&berita.source).map(Document::outline);
    outline.map_or_else(String::new, |outline| shorten(&outline.pembuka, 200))
}

/// At most so many characters, cut between words.
pub fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
}

/// All articles of the site, the newest first; of those of one moment the wider scope's stand first.
pub(crate) fn newest(model: &Model) -> Vec<(&Lingkup, &Loaded<Berita>)> {
    let scopes = model.lingkup.iter();
    let mut all: Vec<_> =
        scopes.flat_map(|lingkup| lingkup.berita.iter().map(move |loaded| (lingkup, loaded))).collect();
    all.sort_by_cached_key(|(_, loaded)| Reverse((loaded.record.tanggal, loaded.record.jam)));
    all
}
