//! Pictures and attachments that are published: those that a record or an article names.

use crate::memo::reading;
use crate::model::pictures::berkas;
use crate::model::{Lingkup, Model};
use crate::page::frame::listed::listed;
use crate::page::frame::media::at;
use crate::page::frame::page::Body;
use crate::page::frame::plan::Plan;
use crate::page::frame::texts::texts;
use crate::source::is_statis;
use std::collections::BTreeSet;

/// A copy of every file that a record or an article names, and of those that are published as they are; others stay with the
/// content.
pub(super) fn plan<'m>(plan: &mut Plan<'m>) {
    let model: &'m Model = plan.model;
    for path in reading::unwatched(|| named(model)) {
        plan.add_from(path, at(path), move || Body::Salinan(path.to_owned()));
        plan.is_read_late();
    }
}

/// The files that something names, by their paths.
fn named(model: &Model) -> BTreeSet<&str> {
    let named = model.lingkup.iter().flat_map(|lingkup| {
        let by_records = listed(lingkup).flat_map(|page| page.berkas);
        by_records.chain(by_articles(model, lingkup))
    });
    // A path that leads to no file was reported when the link was followed.
    let named = named.filter_map(|path| model.media.get_key_value(&path)).map(|(path, _)| path.as_str());
    named.chain(model.media.keys().map(String::as_str).filter(|path| is_statis(path))).collect()
}

fn by_articles(model: &Model, lingkup: &Lingkup) -> Vec<String> {
    let texts = texts(model, lingkup);
    let articles = texts.iter().map(|text| (text.source.path.as_str(), &*text.outline));
    articles.flat_map(|(file, outline)| outline.links.iter().flat_map(move |link| berkas(&link.to, file))).collect()
}
