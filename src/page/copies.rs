//! Pictures and attachments that are published: those that a record or an article names.

use crate::memo::reading;
use crate::model::Model;
use crate::model::pictures::berkas;
use crate::page::frame::media::at;
use crate::page::frame::page::Body;
use crate::page::frame::plan::Plan;
use crate::page::frame::survey::{ScopeSurvey, Survey};
use crate::source::is_statis;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A copy of every file that a record or an article names, and of those that are published as they are; others stay with the
/// content.
pub(super) fn plan<'m>(plan: &mut Plan<'m>) {
    let model: &'m Model = plan.model;
    let survey = Arc::clone(&plan.survey);
    for path in reading::unwatched(|| named(model, &survey)) {
        plan.add_from(path, at(path), move || Body::Salinan(path.to_owned()));
        plan.is_read_late();
    }
}

/// The files that something names, by their paths.
fn named<'m>(model: &'m Model, survey: &Survey<'m>) -> BTreeSet<&'m str> {
    // A path that leads to no file was reported when the link was followed.
    let known = |path: &String| model.media.get_key_value(path).map(|(path, _)| path.as_str());
    let named = survey.each(|_, of_one| {
        let by_records = of_one.listed.iter().flat_map(|page| &page.berkas).filter_map(known);
        by_records.chain(by_articles(of_one).filter_map(|path| known(&path))).collect::<Vec<_>>()
    });
    named.into_iter().flatten().chain(model.media.keys().map(String::as_str).filter(|path| is_statis(path))).collect()
}

fn by_articles(of_one: &ScopeSurvey<'_>) -> impl Iterator<Item = String> {
    let articles = of_one.texts.iter().map(|text| (text.source.path.as_str(), &*text.outline));
    articles.flat_map(|(file, outline)| outline.links.iter().flat_map(move |link| berkas(&link.to, file)))
}
