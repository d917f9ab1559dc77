//! Markdown on a page: its links lead where they should from there.

use crate::bahasa::Bahasa;
use crate::markdown::{Setting, render_with};
use crate::page::Tujuan;
use crate::page::address::Address;

/// The HTML of an article that stands in `file` and is shown at `page`, with the terms of the glossary linked.
pub(super) fn article(tujuan: &Tujuan, text: &str, file: &str, page: &Address) -> String {
    article_part(tujuan, (text, ""), file, page)
}

/// The HTML of one of several texts of a page, with the mark that keeps its footnotes apart.
pub(super) fn article_part(tujuan: &Tujuan, (text, part): (&str, &str), file: &str, page: &Address) -> String {
    let resolve = |to: &str| tujuan.get().and_then(|targets| targets.href(to, file, page));
    let gambar = |to: &str| tujuan.get().and_then(|targets| targets.citra(to, file, page));
    let bahasa = language(file);
    // The glossary explains Indonesian words in Indonesian.
    let glosarium = tujuan.get().map(|targets| &targets.glosarium).filter(|_| bahasa == Bahasa::Id);
    render_with(text, Setting { resolve: &resolve, gambar: &gambar, part, bahasa, glosarium }).html
}

/// The language of the texts in a file.
fn language(file: &str) -> Bahasa {
    if file.ends_with(".en.md") { Bahasa::En } else { Bahasa::Id }
}
