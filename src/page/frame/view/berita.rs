//! An article in a list.

use crate::model::document::Document;
use crate::model::tracked::Tracked;
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::words::{Phrase, spoken};
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
    pub judul: Phrase,
    /// Its day.
    pub tanggal: Tanggal,
    /// Its time.
    pub jam: Option<Jam>,
    /// Its summary.
    pub ringkasan: Phrase,
    /// Its address.
    pub alamat: Address,
    /// The region it belongs to.
    pub wilayah: String,
    /// Whether it was paid for.
    pub advertorial: bool,
}

impl BeritaRingkas {
    /// An article of a scope, by its translation where there is one in the language that is spoken.
    pub fn of(model: &Model, lingkup: &Lingkup, berita: &Loaded<Berita>) -> Self {
        let told = spoken_version(berita, &lingkup.terjemahan.berita);
        let bahasa = &told.name.bahasa;
        Self {
            judul: Phrase::written_in(bahasa, &*told.record.judul),
            tanggal: berita.record.tanggal,
            jam: berita.record.jam,
            ringkasan: Phrase::written_in(bahasa, summary(model, told)),
            alamat: Address::leaf(lingkup, "berita", berita.slug()),
            wilayah: lingkup.nama().to_owned(),
            advertorial: berita.record.advertorial,
        }
    }
}

/// The translation of an article into the language that is spoken, or else the article.
pub(crate) fn spoken_version<'m, T>(
    original: &'m Loaded<T>,
    translations: &'m Tracked<Vec<Loaded<T>>>,
) -> &'m Loaded<T> {
    let bahasa = spoken().bahasa();
    if bahasa.is_indonesia() {
        return original;
    }
    // Only now: who reads translations rests on them.
    let own = |other: &&Loaded<T>| other.slug() == original.slug() && other.name.bahasa == bahasa;
    translations.iter().find(own).unwrap_or(original)
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
