//! Links inside the site: where a path in an article leads, and which lead nowhere.
//!
//! An article may link to a file of the content (`../kegiatan/2024-11-14-rakor.yaml`), to an address of the site
//! (`/jambi/kota-jambi/kesiapan.html`), or to a heading (`#cara`).

use crate::bahasa::kata;
use crate::glosarium::Glosarium;
use crate::markdown::{self, Citra, Outline, Scheme, outline, scheme};
use crate::model::gambar;
use crate::model::tracked::{self, Derived, Part, Tracked};
use crate::model::{Lingkup, Model};
use crate::page::address::Address;
use crate::page::artikel::Terakhir;
use crate::page::view::gambar::{GambarView, VersiView};
use crate::page::{Berkunci, Bernomor, Page};
use crate::record::{Loaded, Type};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::Source;
use crate::value::bentuk::Bentuk;
use crate::value::jalur::{folder, join};
use crate::value::mirip::nearest;
use crate::value::slug::Slug;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// A link in an article that leads nowhere.
const LINK: &str = "RUJ-14";
/// A link to a heading that is not there.
const ANCHOR: &str = "RUJ-15";

/// Everything a link can lead to.
#[derive(Debug)]
pub(crate) struct Targets {
    /// In order.
    addresses: Bernomor<String>,
    /// The number of the address that the page of a file has.
    by_file: Berkunci<String, usize>,
    /// Files and addresses of what waits for its day: a link to it is right, and leads nowhere yet.
    waiting: BTreeSet<String>,
    /// The terms of the glossary, with the anchors of their explanations.
    pub glosarium: Tracked<Glosarium>,
    /// Articles as they were drawn with these links.
    pub(super) terakhir: Terakhir,
    /// The pictures that are published in several sizes, by file, with the part of the model that names them.
    gambar: BTreeMap<String, (Part, GambarView)>,
}

/// A link as it stood in an article, and where it was found to lead.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Asked {
    path: String,
    file: String,
    page: String,
    /// The digest of the address it was found at; 0 for none.
    found: u64,
}

impl Asked {
    /// Whether the link leads there still.
    pub(super) fn holds(&self, targets: &Targets) -> bool {
        digest_of(targets.find(&self.path, &self.file, &Address::root(&self.page))) == self.found
    }
}

fn digest_of(found: Option<&str>) -> u64 {
    found.map_or(0, |address| xxh3_64(address.as_bytes()))
}

thread_local! {
    /// The links that were followed on this thread, while somebody wants to know.
    static ASKED: RefCell<Option<Vec<Asked>>> = const { RefCell::new(None) };
}

/// Does a piece of work and says which links of the site it followed.
pub(super) fn asked<T>(work: impl FnOnce() -> T) -> (T, Vec<Asked>) {
    let around = ASKED.replace(Some(Vec::new()));
    let done = work();
    (done, ASKED.replace(around).unwrap_or_default())
}

/// Notes links that were followed before, by work whose outcome is used again.
pub(super) fn note_all(links: &[Asked]) {
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked {
            asked.extend_from_slice(links);
        }
    });
}

/// The pictures that articles may show, by file.
fn pictures(model: &Model) -> BTreeMap<String, (Part, GambarView)> {
    let scopes = model.lingkup.iter().enumerate();
    let every = scopes.flat_map(|(index, lingkup)| {
        let part = Part::derived(index, Derived::Gambar);
        lingkup.gambar.values().map(move |gambar| (part, gambar))
    });
    let whole = every.filter(|(_, gambar)| gambar.bentuk == Bentuk::Utuh);
    whole.map(|(part, gambar)| (gambar.path.clone(), (part, GambarView::whole(gambar)))).collect()
}

/// Why a link leads nowhere.
enum Broken {
    /// There is no such page or file.
    Target,
    /// The page is there, the heading is not.
    Anchor(String),
}

impl Targets {
    /// What can be linked to among the pages, which are in order of their addresses, each once.
    pub fn of(pages: &[Page<'_>], model: &Model) -> Self {
        let addresses = || pages.iter().map(|page| page.address.file().to_owned()).collect();
        let (addresses, by_file) = rayon::join(addresses, || by_file(pages));
        Self {
            addresses,
            by_file,
            waiting: waiting(model),
            glosarium: Tracked::new(Part::new(0, Type::istilah), glosarium(model)),
            terakhir: Terakhir::default(),
            gambar: pictures(model),
        }
    }

    /// The digest of everything a link can lead to.
    pub fn sidik(&self) -> u128 {
        let mut digest = Xxh3::new();
        (self.addresses.as_slice(), self.by_file.as_slice()).hash(&mut digest);
        digest.digest128()
    }

    /// Whether a link leads to something that waits for its day.
    fn is_waiting(&self, path: &str, file: &str, page: &Address) -> bool {
        let absolute = path.strip_prefix('/').map(str::to_owned);
        let relative = [join(folder(file), path), join(folder(page.file()), path)];
        absolute.into_iter().chain(relative.into_iter().flatten()).any(|target| self.waiting.contains(&target))
    }

    /// The address of a link as seen from a page; nothing when it leads nowhere.
    pub fn href(&self, to: &str, file: &str, page: &Address) -> Option<String> {
        let (path, fragment) = to.split_at(to.find('#').unwrap_or(to.len()));
        if path.is_empty() {
            return Some(fragment.to_owned());
        }
        let target = self.ask(path, file, page)?;
        Some(format!("{}{target}{fragment}", page.up()))
    }

    /// The copies of a picture as seen from a page; nothing when it is not published in several sizes.
    pub fn citra(&self, to: &str, file: &str, page: &Address) -> Option<Citra> {
        let (part, view) = gambar::berkas(to, file).into_iter().find_map(|path| self.gambar.get(&path))?;
        tracked::note(*part);
        let up = page.up();
        let sizes = |address: fn(&VersiView) -> &Address| {
            let sizes = view.versi.iter().map(|versi| format!("{up}{} {}w", address(versi), versi.lebar));
            sizes.collect::<Vec<_>>().join(", ")
        };
        Some(Citra {
            alamat: format!("{up}{}", view.alamat),
            ukuran: view.lebar.zip(view.tinggi),
            webp: sizes(|versi| &versi.webp),
            jpeg: sizes(|versi| &versi.jpeg),
        })
    }

    /// The public path of a link below the site's root, for an article that is read away from the site; nothing when it
    /// leads nowhere.
    pub fn path(&self, to: &str, file: &str, page: &Address) -> Option<String> {
        let (path, fragment) = to.split_at(to.find('#').unwrap_or(to.len()));
        let target = if path.is_empty() { page.clone() } else { Address::root(self.ask(path, file, page)?) };
        Some(format!("{}{fragment}", target.public()))
    }

    /// The file of the site a path leads to; what is asked here is noted.
    fn ask(&self, path: &str, file: &str, page: &Address) -> Option<&str> {
        let found = self.find(path, file, page);
        ASKED.with_borrow_mut(|asked| {
            if let Some(asked) = asked {
                let (page, found) = (page.file().to_owned(), digest_of(found));
                let link = Asked { path: path.to_owned(), file: file.to_owned(), page, found };
                if !asked.contains(&link) {
                    asked.push(link);
                }
            }
        });
        found
    }

    /// The file of the site a path leads to.
    fn find(&self, path: &str, file: &str, page: &Address) -> Option<&str> {
        let path = path.split('?').next().unwrap_or(path);
        if let Some(absolute) = path.strip_prefix('/') {
            return self.address(absolute);
        }
        let beside = join(folder(file), path)?;
        if let Some(number) = self.by_file.get(&beside) {
            return Some(&self.addresses[*number]);
        }
        self.address(&join(folder(page.file()), path)?)
    }

    fn address(&self, path: &str) -> Option<&str> {
        let folder = path.is_empty() || path.ends_with('/');
        let found = if folder { self.addresses.get(&format!("{path}index.html")) } else { self.addresses.get(path) };
        found.map(String::as_str)
    }
}

/// The number of the page that stands for each file.
fn by_file(pages: &[Page<'_>]) -> Berkunci<String, usize> {
    let mut by_file = Berkunci::with_capacity_and_hasher(pages.len(), foldhash::fast::FixedState::default());
    for (number, page) in pages.iter().enumerate() {
        if let Some(origin) = page.origin.filter(|_| page.key.is_none() && !page.address.file().ends_with(".json")) {
            by_file.insert(origin.to_owned(), number);
        }
    }
    by_file
}

/// The terms of the site's glossary.
fn glosarium(model: &Model) -> Glosarium {
    let page = Address::root("istilah.html");
    let terms = model.istilah.iter().map(|istilah| &istilah.istilah);
    Glosarium::new(terms.map(|term| (term.to_string(), format!("/{}#{}", page.file(), Slug::of(term)))))
}

/// The files and addresses of everything that waits for its day.
fn waiting(model: &Model) -> BTreeSet<String> {
    let mut waiting = BTreeSet::new();
    for lingkup in &model.lingkup {
        for later in &lingkup.tertunda {
            let address = match later.folder {
                "" => Address::of(lingkup, &format!("{}.html", later.slug)),
                folder => Address::leaf(lingkup, folder, &later.slug),
            };
            waiting.insert(address.file().to_owned());
            waiting.insert(later.berkas.clone());
        }
    }
    waiting
}

/// A text in Markdown, with the place it stands at and the page it is shown on.
pub(super) struct Text<'m> {
    pub source: &'m Source,
    /// The byte of the file the text begins at; answers of `tanya-jawab.yaml` are found by their path instead.
    at: Result<usize, String>,
    pub outline: Cow<'m, Outline>,
    page: Address,
}

/// The articles by the address they are shown at; pages that a template makes up know their own anchors.
type Articles<'m> = Berkunci<&'m str, &'m Outline>;

/// Follows every link of every article.
pub(super) fn check(model: &Model, targets: &Targets, report: &mut Report) {
    let texts: Vec<Text<'_>> = model.lingkup.par_iter().flat_map_iter(|lingkup| texts(model, lingkup)).collect();
    let articles: Articles<'_> =
        texts.iter().filter(|text| text.at.is_ok()).map(|text| (text.page.file(), &*text.outline)).collect();
    let found: Vec<Vec<Diagnostic>> = texts.par_iter().map(|text| broken(text, targets, &articles)).collect();
    report.extend(found.into_iter().flatten());
}

fn broken(text: &Text<'_>, targets: &Targets, articles: &Articles<'_>) -> Vec<Diagnostic> {
    let inside = text.outline.links.iter().filter(|link| scheme(&link.to) == Scheme::Inside);
    inside
        .filter_map(|link| follow(link, text, targets, articles).map(|broken| finding(link, text, &broken, targets)))
        .collect()
}

/// The articles of a scope.
pub(super) fn texts<'m>(model: &'m Model, lingkup: &'m Lingkup) -> Vec<Text<'m>> {
    let mut texts = Vec::new();
    for loaded in &lingkup.berita {
        texts.extend(article(model, loaded, Address::leaf(lingkup, "berita", loaded.slug())));
    }
    for loaded in &lingkup.klarifikasi {
        texts.extend(article(model, loaded, Address::leaf(lingkup, "klarifikasi", loaded.slug())));
    }
    for loaded in &lingkup.halaman {
        texts.extend(article(model, loaded, Address::of(lingkup, &format!("{}.html", loaded.slug()))));
    }
    if let Some(loaded) = &*lingkup.tanya_jawab {
        for (i, tanya) in loaded.record.iter().enumerate() {
            let at = Err(format!("tanya_jawab[{i}].jawab"));
            let page = Address::of(lingkup, "tanya-jawab.html");
            texts.push(Text { source: &loaded.source, at, outline: Cow::Owned(outline(&tanya.jawab)), page });
        }
    }
    texts
}

fn article<'m, T>(model: &'m Model, loaded: &'m Loaded<T>, page: Address) -> Option<Text<'m>> {
    let berkas = model.berkas_of(&loaded.source)?;
    let outline = Cow::Borrowed(berkas.outline());
    Some(Text { source: &loaded.source, at: Ok(berkas.body_start()), outline, page })
}

fn follow(link: &markdown::Link, text: &Text<'_>, targets: &Targets, articles: &Articles<'_>) -> Option<Broken> {
    let (path, anchor) = link.to.split_once('#').unwrap_or((&link.to, ""));
    let anchors = if path.is_empty() {
        Some(text.outline.anchors())
    } else {
        let Some(address) = targets.find(path, &text.source.path, &text.page) else {
            let waits = targets.is_waiting(path, &text.source.path, &text.page);
            return (!waits).then_some(Broken::Target);
        };
        (!anchor.is_empty()).then(|| articles.get(address).map(|outline| outline.anchors())).flatten()
    };
    let missing = !anchor.is_empty() && anchors.is_some_and(|anchors| !anchors.iter().any(|known| known == anchor));
    missing.then(|| Broken::Anchor(anchor.to_owned()))
}

fn finding(link: &markdown::Link, text: &Text<'_>, broken: &Broken, targets: &Targets) -> Diagnostic {
    let place = match &text.at {
        Ok(start) => Place::bytes(&text.source.path, link.range.start + start..link.range.end + start),
        Err(path) => Place::value(&text.source.path, path.as_str()),
    };
    let to = &link.to;
    match broken {
        Broken::Target if link.picture => {
            let what = kata(format!("gambar \"{to}\" tidak ada"), format!("there is no picture \"{to}\""));
            Diagnostic::galat("RUJ-05", place, what)
                .help(kata("taruh gambarnya di samping tulisan ini", "put the picture beside this article"))
        }
        Broken::Target => {
            let what =
                kata(format!("tautan \"{to}\" tidak menuju ke mana-mana"), format!("the link \"{to}\" leads nowhere"));
            let near = nearest(to.trim_start_matches('/'), targets.addresses.iter().map(String::as_str));
            Diagnostic::galat(LINK, place, what).help(match near {
                Some(near) => kata(format!("mungkin maksudnya /{near}"), format!("perhaps /{near} is meant")),
                None => kata(
                    "tulis alamat halaman di situs ini atau berkas di folder content",
                    "write the address of a page of this site or a file of the content folder",
                ),
            })
        }
        Broken::Anchor(anchor) => {
            let what = kata(
                format!("tidak ada bagian \"#{anchor}\" di halaman itu"),
                format!("that page has no part \"#{anchor}\""),
            );
            Diagnostic::galat(ANCHOR, place, what).help(kata(
                "tulis judul bagiannya dengan huruf kecil dan tanda hubung",
                "write the heading in small letters with hyphens",
            ))
        }
    }
}
