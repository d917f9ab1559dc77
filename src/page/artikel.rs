//! Markdown on a page: its links lead where they should from there.

use crate::markdown::render_part;
use crate::page::Tujuan;
use crate::page::address::Address;

/// The HTML of a text that stands in `file` and is shown at `page`.
pub(super) fn article(tujuan: &Tujuan, text: &str, file: &str, page: &Address) -> String {
    article_part(tujuan, (text, ""), file, page)
}

/// The HTML of one of several texts of a page, with the mark that keeps its footnotes apart.
pub(super) fn article_part(tujuan: &Tujuan, (text, part): (&str, &str), file: &str, page: &Address) -> String {
    let resolve = |to: &str| tujuan.get().and_then(|targets| targets.href(to, file, page));
    render_part(text, part, &resolve).html
}
