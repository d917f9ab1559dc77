//! The articles of a scope, with the page each is shown on.

use crate::markdown::{Outline, outline};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::view::cara_memilih::is_own_text;
use crate::record::Loaded;
use crate::source::Source;
use std::borrow::Cow;

/// A text in Markdown, with the place it stands at and the page it is shown on.
pub(crate) struct Text<'m> {
    /// The file it stands in.
    pub source: &'m Source,
    /// The byte of the file the text begins at; answers of `tanya-jawab.yaml` are found by their path instead.
    pub at: Result<usize, String>,
    /// Its links and headings.
    pub outline: Cow<'m, Outline>,
    /// The page it is shown on.
    pub page: Address,
    /// Whether other parts stand around it on that page, which can be linked to as well.
    pub is_part: bool,
}

/// The articles of a scope.
pub(crate) fn texts<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Vec<Text<'m>> {
    let mut texts = Vec::new();
    let other = &lingkup.terjemahan;
    for loaded in lingkup.berita.iter().chain(&other.berita) {
        texts.extend(article(model, loaded, Address::leaf(lingkup, "berita", loaded.slug())));
    }
    for loaded in lingkup.klarifikasi.iter().chain(&other.klarifikasi) {
        texts.extend(article(model, loaded, Address::leaf(lingkup, "klarifikasi", loaded.slug())));
    }
    for loaded in lingkup.halaman.iter().chain(&other.halaman) {
        let page = Address::of(lingkup, &format!("{}.html", loaded.slug()));
        let is_part = is_own_text(lingkup, loaded);
        texts.extend(article(model, loaded, page).map(|text| Text { is_part, ..text }));
    }
    if let Some(loaded) = &*lingkup.tanya_jawab {
        for (i, tanya) in loaded.record.iter().enumerate() {
            let at = Err(format!("tanya_jawab[{i}].jawab"));
            let page = Address::of(lingkup, "tanya-jawab.html");
            let outline = Cow::Owned(outline(&tanya.jawab));
            texts.push(Text { source: &loaded.source, at, outline, page, is_part: true });
        }
    }
    texts
}

/// An article, whose translation lies beside its original's page.
fn article<'m, T>(model: &'m Model, loaded: &'m Loaded<T>, asli: Address) -> Option<Text<'m>> {
    let bahasa = &loaded.name.bahasa;
    let page = if bahasa.is_indonesia() { asli } else { asli.dalam(bahasa) };
    let berkas = model.document_of(&loaded.source)?;
    let outline = Cow::Borrowed(berkas.outline());
    Some(Text { source: &loaded.source, at: Ok(berkas.body_start()), outline, page, is_part: false })
}
