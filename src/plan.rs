//! Plans every file of the site: the pages for people and the files for programs.

use crate::bahasa::kata;
use crate::export::{self, sitemap};
use crate::memo::{Memo, Now, Session, reading};
use crate::model::Model;
use crate::page;
use crate::page::attachments;
use crate::page::frame::address::{Address, Base};
use crate::page::frame::article::LinkTargets;
use crate::page::frame::broken::{self, Fragments};
use crate::page::frame::links::Targets;
use crate::page::frame::page::Page;
use crate::page::frame::plan::{PageList, Plan};
use crate::page::frame::relink;
use crate::page::frame::survey::Survey;
use crate::page::frame::versions::Versions;
use crate::page::frame::words::Words;
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::is_statis;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Every file of the site, in order of address.
pub struct Pages<'m> {
    /// What they are made from.
    pub model: &'m Model,
    /// The pages.
    pub pages: PageList<'m>,
    /// The site's base address.
    pub base: Base,
    /// Links to parts of pages that templates make.
    pub fragments: Fragments,
    /// Where links lead.
    targets: Arc<LinkTargets>,
}

impl Pages<'_> {
    /// A page as a template drew it, with its links leading to pages in its language.
    pub fn finished(&self, page: &Page<'_>, html: Vec<u8>, words: &Words) -> Vec<u8> {
        match self.targets.targets() {
            Some(targets) => relink::finished(page, html, (targets, words)),
            None => html,
        }
    }
}

/// What pages are made from, as it is in this build.
pub struct PageGrounds<'m> {
    /// The model.
    pub model: &'m Model,
    /// Known when all pages are planned.
    targets: Arc<LinkTargets>,
}

impl<'m> PageGrounds<'m> {
    /// The grounds of a model's pages.
    pub fn new(model: &'m Model) -> Self {
        Self { model, targets: Arc::default() }
    }
}

impl Now for PageGrounds<'_> {
    fn input(&self, number: u32) -> Option<u128> {
        self.model.input(number)
    }

    fn answer(&self, question: &str) -> Option<u128> {
        self.targets.targets()?.answer(question)
    }

    fn answers(&self) -> Option<u128> {
        self.targets.targets().map(|targets| targets.digest)
    }

    fn moment(&self) -> i32 {
        self.model.moment()
    }
}

/// Plans every page with nothing remembered, and does something with the plan.
pub fn with_pages<T>(model: &Model, report: &mut Report, work: impl FnOnce(Pages<'_>, &mut Report) -> T) -> T {
    let grounds = PageGrounds::new(model);
    let memo = Memo::default().begin(&grounds, 0);
    let pages = plan(&grounds, &memo, report);
    work(pages, report)
}

/// Plans every page. Two pages at one address, and links in articles that lead nowhere, go into the report.
pub fn plan<'m>(grounds: &PageGrounds<'m>, memo: &'m Session<'m>, report: &mut Report) -> Pages<'m> {
    let (model, targets) = (grounds.model, &grounds.targets);
    let versi = Arc::new(Versions::of_site(&model.situs.record));
    let survey = Arc::new(Survey::of(model));
    let plan =
        Plan { model, memo, targets: Arc::clone(targets), versi, survey: Arc::clone(&survey), pages: Vec::new() };
    let (pages, changes) = rayon::join(|| of_kinds(&plan), || sitemap::changes(&survey));
    let mut plan = Plan { pages, ..plan };
    // Last: it lists the pages of all others.
    reading::watch(|| sitemap::plan(&mut plan, &changes));
    let mut pages = plan.pages;
    // All but the last few are in order.
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    clashes(&pages, report);
    pages.dedup_by(|a, b| a.address == b.address);
    let (found, ()) = rayon::join(|| Targets::of(&pages, model), || attachments::check(model, &survey, report));
    let base = Base::new(&model.situs.record.alamat);
    let fragments = broken::check(&survey, &base, targets.know(|| found), report);
    Pages { model, pages, base, fragments, targets: Arc::clone(targets) }
}

/// The pages of all kinds in every language, in order of their addresses.
fn of_kinds<'m>(plan: &Plan<'m>) -> PageList<'m> {
    let planned = [page::KINDS, export::KINDS].concat().into_par_iter().with_max_len(1).map(|kind| {
        let mut plan = plan.begin();
        reading::watch(|| kind(&mut plan));
        plan.pages
    });
    let planned: Vec<PageList<'m>> = planned.collect();
    let mut pages: PageList<'m> = planned.into_iter().flatten().collect();
    let in_others: PageList<'m> = pages.iter().flat_map(|page| page.in_others()).collect();
    pages.extend(in_others);
    pages.par_sort_by(|a, b| a.address.cmp(&b.address));
    pages
}

/// Two pages cannot lie at one address; they are in order of their addresses.
fn clashes(pages: &[Box<Page<'_>>], report: &mut Report) {
    if pages.windows(2).all(|two| two[0].address != two[1].address) {
        return;
    }
    // A record's JSON lies beside its page: where the two clash, one finding is enough.
    let as_it_is = pages.iter().filter(|page| page.origin.is_some_and(is_statis)).map(|page| &page.address);
    let as_it_is: BTreeSet<&Address> = as_it_is.collect();
    let is_beside = |page: &Page<'_>| page.origin.is_some() && page.address.file().ends_with(".json");
    let pages = pages.iter().map(|page| &**page).filter(|page| !is_beside(page) || as_it_is.contains(&page.address));
    let mut before: Option<&Page<'_>> = None;
    for page in pages {
        let Some(first) = before.replace(page).filter(|before| before.address == page.address) else { continue };
        let what = kata(
            format!("dua halaman memakai alamat yang sama: /{}", page.address.public()),
            format!("two pages have the same address: /{}", page.address.public()),
        );
        // It is the file that is published as it is whose name can be changed.
        let rank = |page: &Page<'_>| (page.origin.is_some_and(is_statis), page.origin.is_some());
        let (here, other) = if rank(page) >= rank(first) { (page, first) } else { (first, page) };
        let help = match here.key {
            Some(_) => kata("ganti salah satu kuncinya", "give one of them another key"),
            None => kata("ganti nama salah satu berkasnya", "rename one of the files"),
        };
        let finding = Diagnostic::galat("RUJ-06", source_of(here), what).help(help);
        report.add(match other.origin {
            Some(_) => {
                finding.related(source_of(other), kata("halaman yang lain dari sini", "the other page comes from here"))
            }
            None => finding,
        });
    }
}

/// Where in the content a page comes from.
fn source_of(page: &Page<'_>) -> Place {
    match (page.origin, page.key) {
        (Some(file), Some(key)) => Place::key(file, key),
        (Some(file), None) => Place::file(file),
        (None, _) => Place::file("content"),
    }
}
