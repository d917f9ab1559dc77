//! Plans the pages of a model: their addresses, and the view each is drawn from.
//!
//! A page kind is a file here and two lines below: its `mod` and its row in `KINDS`. A view is made when its page is
//! drawn, so a site's views are never all in memory.

pub mod address;
mod angka;
mod artikel;
pub mod asked;
mod bacaan;
pub mod bagikan;
mod berita;
mod broken;
pub mod cari;
mod cetak;
mod copies;
pub mod data;
mod home;
mod jadwal;
mod json;
pub mod kalender;
mod kesetaraan;
pub mod links;
pub mod media;
mod meta;
mod paslon;
mod peristiwa;
mod peta;
pub mod sitemap;
mod sumber;
mod teks;
mod texts;
pub mod umpan;
mod view;
mod wilayah;

use crate::bahasa::kata;
use crate::model::Model;
use crate::model::tracked::{self, Parts};
use crate::page::address::{Address, Base};
use crate::page::artikel::Tujuan;
use crate::page::asked::Asked;
use crate::page::links::Targets;
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use anyhow::Result;
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;
use serde::Serialize;
use std::hash::Hash;
use std::sync::Arc;
use xxhash_rust::xxh3::Xxh3;

/// Every page of the site, in order of address.
pub struct Pages<'m> {
    /// What they are made from.
    pub model: &'m Model,
    /// The pages.
    pub pages: Vec<Page<'m>>,
    /// The site's base address.
    pub base: Base,
    tujuan: Arc<Tujuan>,
}

impl Pages<'_> {
    /// The digest of everything that can be linked to: the same where every link leads where it led.
    pub fn tujuan(&self) -> u128 {
        self.tujuan.targets().map_or(0, Targets::sidik)
    }

    /// Whether a link leads where it was found to lead.
    pub fn still(&self, asked: &Asked) -> bool {
        self.tujuan.targets().is_some_and(|targets| targets.still(asked))
    }
}

/// A page: its address, and how its body is made.
pub struct Page<'m> {
    /// Where it lies.
    pub address: Address,
    /// The file it is made from, where one file stands behind it.
    pub origin: Option<&'m str>,
    /// The key in that file, where the file holds many things.
    pub key: Option<&'m str>,
    /// What has to be the same for the page to be the same, beside what its body reads when it is made.
    pub dasar: Dasar,
    /// Makes what is drawn.
    pub body: Box<dyn Fn() -> Body<'m> + Send + Sync + 'm>,
}

/// What a page rests on before its body is made.
#[derive(Debug, Clone)]
pub enum Dasar {
    /// On parts of the model.
    Model {
        /// The parts that were read to plan it.
        parts: Arc<Parts>,
        /// The digest of what was worked out aside from those parts and that it holds.
        held: u128,
    },
    /// On a file that is read when the page is made.
    Berkas,
}

/// What a page was found to rest on.
#[derive(Debug)]
pub struct Teramati {
    /// The parts of the model.
    pub parts: Parts,
    /// Where links were found to lead.
    pub asked: Vec<Asked>,
}

/// What a page is drawn from.
pub enum Body<'m> {
    /// A template and the view it sees.
    Html(&'static str, Box<tera::Context>),
    /// A file for programs.
    Export(Box<dyn Export + 'm>),
    /// Text as it is.
    Teks(String),
    /// A copy of a file of the content, by its path below the project's folder.
    Salinan(String),
}

/// A file for programs, which knows its own form.
pub trait Export {
    /// Writes it at the end of a file that is empty yet.
    fn write(&self, file: &mut Vec<u8>) -> Result<()>;
}

/// Texts with numbers, found by a hash that is the same in every run; the first that is added has 0.
pub(crate) type Bernomor<T> = IndexSet<T, foldhash::fast::FixedState>;
/// Things by their keys, in the order in which they were added, found by the same hash.
pub(crate) type Berkunci<K, V> = IndexMap<K, V, foldhash::fast::FixedState>;

/// The pages planned so far.
pub(crate) struct Plan<'m> {
    model: &'m Model,
    targets: Arc<Tujuan>,
    pages: Vec<Page<'m>>,
}

impl Page<'_> {
    /// Whether a reader looks at it, or at a page that shows it; programs fetch the others.
    pub fn is_looked_at(&self) -> bool {
        self.address.file().ends_with(".html") || matches!(self.dasar, Dasar::Berkas)
    }

    /// Does a piece of work on the page, such as making its body, and sees what it rests on.
    pub fn observe<T>(&self, work: impl FnOnce() -> T) -> (T, Teramati) {
        let ((done, asked), mut parts) = tracked::watch(|| asked::asked(work));
        if let Dasar::Model { parts: planned, .. } = &self.dasar {
            parts.join(planned);
        }
        (done, Teramati { parts, asked })
    }
}

impl<'m> Plan<'m> {
    /// Adds a page made from no one file.
    fn add(&mut self, address: Address, body: impl Fn() -> Body<'m> + Send + Sync + 'm) {
        self.put((None, None), address, Box::new(body));
    }

    fn put(
        &mut self,
        (origin, key): (Option<&'m str>, Option<&'m str>),
        address: Address,
        body: Box<dyn Fn() -> Body<'m> + Send + Sync + 'm>,
    ) {
        let dasar = Dasar::Model { parts: tracked::so_far(), held: 0 };
        self.pages.push(Page { address, origin, key, dasar, body });
    }

    /// Says that the page added last holds something that was worked out [aside](tracked::aside), by its [`digest`].
    fn holds(&mut self, digest: u128) {
        if let Some(Dasar::Model { held, .. }) = self.pages.last_mut().map(|page| &mut page.dasar) {
            *held = digest;
        }
    }

    /// Says that the page added last is a file that is read when the page is made.
    fn is_read_late(&mut self) {
        if let Some(page) = self.pages.last_mut() {
            page.dasar = Dasar::Berkas;
        }
    }

    /// Where links will lead, for pages that show articles.
    fn tujuan(&self) -> Arc<Tujuan> {
        Arc::clone(&self.targets)
    }

    /// Adds one of the pages that a file of many things stands behind; links to the file do not lead to it.
    fn add_listed(
        &mut self,
        (origin, key): (&'m str, &'m str),
        address: Address,
        body: impl Fn() -> Body<'m> + Send + Sync + 'm,
    ) {
        self.put((Some(origin), Some(key)), address, Box::new(body));
    }

    /// Adds a page that one file stands behind.
    fn add_from(&mut self, origin: &'m str, address: Address, body: impl Fn() -> Body<'m> + Send + Sync + 'm) {
        self.put((Some(origin), None), address, Box::new(body));
    }
}

/// The kinds of page but the sitemap.
const KINDS: &[fn(&mut Plan<'_>)] = &[
    home::plan,
    wilayah::plan,
    paslon::plan,
    cetak::plan,
    peristiwa::plan,
    angka::plan,
    jadwal::plan,
    kesetaraan::plan,
    berita::plan,
    teks::plan,
    sumber::plan,
    cari::plan,
    copies::plan,
    kalender::plan,
    umpan::plan,
    data::plan,
    json::plan,
];

/// Plans every page. Two pages at one address, and links in articles that lead nowhere, go into the report.
pub fn plan<'m>(model: &'m Model, report: &mut Report) -> Pages<'m> {
    let targets = Arc::<Tujuan>::default();
    let begin = |pages| Plan { model, targets: Arc::clone(&targets), pages };
    let planned = KINDS.par_iter().with_max_len(1).map(|kind| {
        let mut plan = begin(Vec::new());
        tracked::watch(|| kind(&mut plan));
        plan.pages
    });
    let planned: Vec<Vec<Page<'m>>> = planned.collect();
    let mut plan = begin(planned.into_iter().flatten().collect());
    plan.pages.par_sort_by(|a, b| a.address.cmp(&b.address));
    // Last: it lists the pages of all others.
    tracked::watch(|| sitemap::plan(&mut plan));
    let mut pages = plan.pages;
    // All but the last few are in order.
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    clashes(&pages, report);
    pages.dedup_by(|a, b| a.address == b.address);
    broken::check(model, targets.know(|| Targets::of(&pages, model)), report);
    Pages { model, pages, base: Base::new(&model.situs.record.alamat), tujuan: targets }
}

/// Two pages cannot lie at one address; they are in order of their addresses.
fn clashes(pages: &[Page<'_>], report: &mut Report) {
    // A record's JSON lies beside its page: where the two clash, one finding is enough.
    let pages = pages.iter().filter(|page| page.origin.is_none() || !page.address.file().ends_with(".json"));
    let mut before: Option<&Page<'_>> = None;
    for page in pages {
        let Some(first) = before.replace(page).filter(|before| before.address == page.address) else { continue };
        let what = kata(
            format!("dua halaman memakai alamat yang sama: /{}", page.address.public()),
            format!("two pages have the same address: /{}", page.address.public()),
        );
        let (here, other) = if page.origin.is_some() { (page, first) } else { (first, page) };
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

/// The digest of a value.
fn digest(value: &(impl Hash + ?Sized)) -> u128 {
    let mut digest = Xxh3::new();
    value.hash(&mut digest);
    digest.digest128()
}

/// A file for programs as the body of its page.
fn export<'m>(file: impl Export + 'm) -> Body<'m> {
    Body::Export(Box::new(file))
}

/// A page drawn by a template from a view.
fn html(template: &'static str, view: &impl Serialize) -> Body<'static> {
    Body::Html(template, Box::new(context(view)))
}

/// What a template sees of a view.
fn context(view: &impl Serialize) -> tera::Context {
    tera::Context::from_serialize(view).expect("a view is a struct, and structs serialize to maps")
}

/// A page drawn by a template from a view made on the spot.
fn html_of(template: &'static str, view: impl Serialize) -> Body<'static> {
    html(template, &view)
}
