//! The pages of a site while they are planned.

use crate::memo::{Digested, Key, Session, reading};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::article::LinkTargets;
use crate::page::frame::page::{Body, Page};
use crate::page::frame::survey::Survey;
use crate::page::frame::versions::Versions;
use crate::value::kode_bahasa::KodeBahasa;
use rayon::prelude::*;
use std::sync::Arc;

/// Pages, of which there are many: lists of them are joined and sorted, and what is moved then is where a page stands. A page itself
/// is some 300 bytes.
pub(crate) type PageList<'m> = Vec<Box<Page<'m>>>;

/// The pages planned so far.
pub(crate) struct Plan<'m> {
    /// What they are made from.
    pub model: &'m Model,
    /// What is remembered of pages.
    pub memo: &'m Session<'m>,
    /// Where links will lead.
    pub targets: Arc<LinkTargets>,
    /// The languages of the site.
    pub versi: Arc<Versions>,
    /// What is known of every scope.
    pub survey: Arc<Survey<'m>>,
    /// In the order in which they were added.
    pub pages: PageList<'m>,
}

impl<'m> Plan<'m> {
    /// Adds a page made from no one file.
    pub fn add(&mut self, address: Address, body: impl Fn() -> Body<'m> + Send + Sync + 'm) {
        self.put((None, None), address, body);
    }

    fn put(
        &mut self,
        (origin, key): (Option<&'m str>, Option<&'m str>),
        address: Address,
        body: impl Fn() -> Body<'m> + Send + Sync + 'm,
    ) {
        let (targets, page) = (self.link_targets(), address.file().to_owned());
        let body = Arc::new(move || with_corrections(body(), &targets, &page));
        self.pages.push(Box::new(Page {
            origin,
            key,
            planned: reading::so_far(),
            is_read_late: false,
            is_unlisted: false,
            bahasa: self.versi.utama.clone(),
            is_in_each: address.file().ends_with(".html"),
            versi: Arc::clone(&self.versi),
            asli: None,
            terjemahan: Vec::new(),
            address,
            body,
        }));
    }

    /// Plans what every scope has, on all cores. A page rests on what was read for its own scope, and before the first.
    pub fn each_scope(&mut self, of_one: impl Fn(&mut Self, &'m Lingkup) + Sync) {
        self.each(&self.model.lingkup, of_one);
    }

    /// Plans what every region and every later vote has: every scope but the national one.
    pub fn each_region(&mut self, of_one: impl Fn(&mut Self, &'m Lingkup) + Sync) {
        self.each(&self.model.lingkup[1..], of_one);
    }

    fn each(&mut self, scopes: &'m [Lingkup], of_one: impl Fn(&mut Self, &'m Lingkup) + Sync) {
        let before = reading::so_far();
        let planned = scopes.par_iter().map(|lingkup| {
            let mut plan = self.begin();
            reading::watch(|| {
                reading::note_all(&before);
                of_one(&mut plan, lingkup);
            });
            plan.pages
        });
        let planned: Vec<PageList<'m>> = planned.collect();
        self.pages.reserve(planned.iter().map(Vec::len).sum());
        for planned in planned {
            self.pages.extend(planned);
        }
    }

    /// A plan of more pages of the same site.
    pub fn begin(&self) -> Self {
        let (targets, versi) = (Arc::clone(&self.targets), Arc::clone(&self.versi));
        Self { model: self.model, memo: self.memo, targets, versi, survey: Arc::clone(&self.survey), pages: Vec::new() }
    }

    /// A value worked out from many scopes, with its digest: the pages that read it rest on that alone.
    pub fn digested<T>(&self, key: Key, digest: u128, value: T) -> Digested<T> {
        self.memo.digested(key, digest, value)
    }

    /// Says that the page added last is a file that is read when the page is made.
    pub fn is_read_late(&mut self) {
        self.pages.last_mut().into_iter().for_each(|page| page.is_read_late = true);
        self.is_alone();
    }

    /// Says that the page added last leads on from an address that was published once, or repeats another.
    pub fn is_unlisted(&mut self) {
        self.pages.last_mut().into_iter().for_each(|page| page.is_unlisted = true);
    }

    /// Says that the page added last is there in the site's first language only.
    pub fn is_alone(&mut self) {
        let versi = Arc::new(Versions::only(self.versi.utama.clone()));
        self.pages.last_mut().into_iter().for_each(|page| (page.is_in_each, page.versi) = (false, Arc::clone(&versi)));
    }

    /// Says that the file added last is made in every language of the site, as pages are.
    pub fn is_in_each_language(&mut self) {
        self.pages.last_mut().into_iter().for_each(|page| page.is_in_each = true);
    }

    /// Says that the page added last shows an original in Indonesian, whose translations are pages of their own.
    pub fn is_article(&mut self, translated: impl IntoIterator<Item = KodeBahasa>) {
        let versi = Versions::default().with(translated);
        self.has_own_languages(KodeBahasa::indonesia(), versi, None);
    }

    /// Says that the page added last shows the translation of an article that lies at another address, and in which languages
    /// that is.
    pub fn is_translation(
        &mut self,
        bahasa: &KodeBahasa,
        asli: Address,
        translated: impl IntoIterator<Item = KodeBahasa>,
    ) {
        self.has_own_languages(bahasa.clone(), Versions::default().with(translated), Some(asli));
    }

    fn has_own_languages(&mut self, bahasa: KodeBahasa, versi: Versions, asli: Option<Address>) {
        let Some(page) = self.pages.last_mut() else { return };
        (page.bahasa, page.is_in_each, page.asli) = (bahasa, false, asli);
        page.versi = Arc::new(versi);
    }

    /// Says that the page added last is drawn in more languages, for files hold translations of a text that stands on it.
    pub fn has_translations(&mut self, files: Vec<(KodeBahasa, &'m str)>) {
        let Some(page) = self.pages.last_mut().filter(|_| !files.is_empty()) else { return };
        page.versi = Arc::new(Versions::clone(&page.versi).with(files.iter().map(|(code, _)| code.clone())));
        page.terjemahan = files;
    }

    /// Where links will lead, for pages that show articles.
    pub fn link_targets(&self) -> Arc<LinkTargets> {
        Arc::clone(&self.targets)
    }

    /// Adds one of the pages that a file of many things stands behind; links to the file do not lead to it.
    pub fn add_listed(
        &mut self,
        origin: &'m str,
        key: &'m str,
        address: Address,
        body: impl Fn() -> Body<'m> + Send + Sync + 'm,
    ) {
        self.put((Some(origin), Some(key)), address, body);
    }

    /// Adds a page that one file stands behind.
    pub fn add_from(&mut self, origin: &'m str, address: Address, body: impl Fn() -> Body<'m> + Send + Sync + 'm) {
        self.put((Some(origin), None), address, body);
    }
}

/// The body of a page with what was corrected on it, which is known when all pages are planned.
fn with_corrections<'m>(body: Body<'m>, targets: &LinkTargets, page: &str) -> Body<'m> {
    let Body::Html(template, mut view) = body else { return body };
    let found = targets.targets().map_or(&[][..], |targets| targets.corrected(page));
    if !found.is_empty() {
        view.insert("dikoreksi", found);
    }
    Body::Html(template, view)
}
