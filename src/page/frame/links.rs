//! Links inside the site: where a path in an article leads.
//!
//! An article may link to a file of the content (`../kegiatan/2024-11-14-rakor.yaml`), to an address of the site
//! (`/jambi/kota-jambi/kesiapan.html`), or to a heading (`#cara`).

use crate::glosarium::Glosarium;
use crate::markdown::InlinePicture;
use crate::memo::reading::{self, Ground, Grounds};
use crate::model::pictures;
use crate::model::tracked::{Derived, Part, Tracked};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::keyed::{KeyedMap, NumberedSet, digest};
use crate::page::frame::page::{Page, PageLanguages};
use crate::page::frame::versions::Versions;
use crate::page::frame::view::koreksi::anchors;
use crate::page::frame::view::picture::{GambarView, PictureVersionView};
use crate::record::Type;
use crate::value::jalur::{decoded, encoded, folder, join, one_form};
use crate::value::mirip::nearest;
use crate::value::shape::Shape;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use xxhash_rust::xxh3::xxh3_128;

/// Everything a link can lead to.
#[derive(Debug)]
pub(crate) struct Targets {
    /// In order.
    addresses: NumberedSet<String>,
    /// The number of the address that the page of a file has.
    by_file: KeyedMap<String, usize>,
    /// Files and addresses of what waits for its day, or for its file to be put right: a link to it is right, and leads nowhere
    /// yet.
    waiting: BTreeSet<String>,
    /// The terms of the glossary, with the anchors of their explanations.
    pub glosarium: Tracked<Glosarium>,
    /// The pictures that are published in several sizes, by file, with the part of the model that names them.
    gambar: BTreeMap<String, (Part, GambarView)>,
    /// What was corrected on each page, by its address.
    koreksi: BTreeMap<String, Vec<Correction>>,
    /// The languages of the page at each address, by its number; empty where the whole site has one.
    languages: Vec<Option<PageLanguages>>,
    /// The languages of the site.
    pub site: Versions,
    /// The digest of everything a link can lead to, and of what was corrected.
    pub digest: u128,
}

/// What the page that was corrected says of it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Correction {
    /// The day of the correction.
    tanggal: Tanggal,
    /// What was corrected.
    bidang: String,
    /// Where all of it stands.
    alamat: Address,
    /// Its anchor there.
    jangkar: String,
}

/// The pictures that articles may show, by file.
fn pictures(model: &Model) -> BTreeMap<String, (Part, GambarView)> {
    let scopes = model.lingkup.iter().enumerate();
    let every = scopes.flat_map(|(index, lingkup)| {
        let part = Part::derived(index, Derived::Gambar);
        lingkup.gambar.values().map(move |gambar| (part, gambar))
    });
    let whole = every.filter(|(_, gambar)| gambar.shape == Shape::Whole);
    whole.map(|(part, gambar)| (gambar.path.clone(), (part, GambarView::whole(gambar)))).collect()
}

/// How the question begins what was corrected on a page; no file of the content has such a path.
const CORRECTED: &str = "koreksi:";

/// How the question begins which languages some pages have.
const LANGUAGES: &str = "bahasa:";

/// The languages of pages, where any has another than the rest.
fn languages(pages: &[Box<Page<'_>>]) -> Vec<Option<PageLanguages>> {
    let is_one = pages.iter().all(|page| page.asli.is_none());
    if is_one { Vec::new() } else { pages.iter().map(|page| page.languages()).collect() }
}

/// The digest of what was corrected on a page; of nothing it is zero.
fn of_corrections(found: &[Correction]) -> u128 {
    if found.is_empty() { 0 } else { digest(&format!("{found:?}")) }
}

/// The digest of where a link was found to lead.
fn answer(found: Option<&str>) -> u128 {
    found.map_or(0, |address| xxh3_128(address.as_bytes()))
}

/// The digest of several answers; of one it is that.
fn joined(answers: &[u128]) -> u128 {
    if let [one] = answers { *one } else { digest(answers) }
}

/// The same grounds, in which all links of a file that is shown on a page are one question: a site has many.
pub(crate) fn with_links_joined(Grounds { inputs, others }: Grounds) -> Grounds {
    let mut questions: KeyedMap<String, (String, Vec<u128>)> = KeyedMap::default();
    let mut joined_others = Vec::new();
    for (ground, digest) in others {
        let place = match &ground {
            Ground::Question(question) => question.match_indices('\0').nth(1).map(|(end, _)| question.split_at(end)),
            Ground::Input(_) | Ground::Outcome(_) | Ground::Moments(_) => None,
        };
        let Some((place, path)) = place else {
            joined_others.push((ground, digest));
            continue;
        };
        let (paths, answers) = questions.entry(place.to_owned()).or_default();
        paths.push_str(path);
        answers.push(digest);
    }
    let questions = questions
        .into_iter()
        .map(|(place, (paths, answers))| (Ground::Question((place + &paths).into()), joined(&answers)));
    joined_others.extend(questions);
    Grounds { inputs, others: joined_others }
}

impl Targets {
    /// What can be linked to among the pages, which are in order of their addresses, each once.
    pub fn of(pages: &[Box<Page<'_>>], model: &Model) -> Self {
        let addresses = || pages.iter().map(|page| page.address.file().to_owned()).collect();
        let others = || (by_file(pages), waiting(model), pictures(model));
        let (addresses, (by_file, waiting, gambar)): (NumberedSet<String>, _) = rayon::join(addresses, others);
        let mut targets = Self {
            digest: 0,
            addresses,
            by_file,
            waiting,
            glosarium: Tracked::new(Part::new(0, Type::istilah), glosarium(model)),
            gambar,
            koreksi: BTreeMap::new(),
            languages: languages(pages),
            site: Versions::of_site(&model.situs.record),
        };
        targets.koreksi = targets.corrections(model);
        let links = (targets.addresses.as_slice(), targets.by_file.as_slice());
        targets.digest = digest(&(links, format!("{:?}", targets.koreksi)));
        targets
    }

    /// What was corrected by the day of the build, by the pages that are there.
    fn corrections(&self, model: &Model) -> BTreeMap<String, Vec<Correction>> {
        let mut by_page: BTreeMap<String, Vec<Correction>> = BTreeMap::new();
        for lingkup in &model.lingkup {
            let Some(loaded) = &*lingkup.koreksi else { continue };
            let list = Address::of(lingkup, "koreksi.html");
            for (koreksi, jangkar) in loaded.record.iter().zip(anchors(&loaded.record)) {
                let path = koreksi.menyangkut.split('#').next().unwrap_or_default();
                let page = self.find(path, loaded.path(), &list).filter(|page| *page != list.file());
                let Some(page) = page.filter(|_| model.hari.has_come(koreksi.tanggal)) else { continue };
                by_page.entry(page.to_owned()).or_default().push(Correction {
                    tanggal: koreksi.tanggal,
                    bidang: koreksi.bidang.to_string(),
                    alamat: list.clone(),
                    jangkar,
                });
            }
        }
        for all in by_page.values_mut() {
            all.sort_by_key(|one| Reverse(one.tanggal));
        }
        by_page
    }

    /// What was corrected on a page, the newest first; whoever asks rests on it.
    pub(crate) fn corrected(&self, page: &str) -> &[Correction] {
        let found = self.koreksi.get(page).map_or(&[][..], Vec::as_slice);
        reading::note_other(&|| Ground::Question([CORRECTED, page].join("\0").into()), of_corrections(found));
        found
    }

    /// The digest of where links lead that were [asked for](Self::ask).
    pub fn answer(&self, question: &str) -> Option<u128> {
        if let Some(page) = question.strip_prefix(CORRECTED).and_then(|rest| rest.strip_prefix('\0')) {
            return Some(of_corrections(self.koreksi.get(page).map_or(&[][..], Vec::as_slice)));
        }
        if let Some(files) = question.strip_prefix(LANGUAGES).and_then(|rest| rest.strip_prefix('\0')) {
            return Some(self.languages_of_all(files));
        }
        let mut parts = question.split('\0');
        let (file, page) = (parts.next()?, Address::root(parts.next()?));
        let answers: Vec<u128> = parts.map(|path| answer(self.find(path, file, &page))).collect();
        Some(joined(&answers))
    }

    /// Whether there are pages in more than one language.
    pub(crate) fn has_languages(&self) -> bool {
        !self.languages.is_empty()
    }

    /// The languages of the page at an address below the root; nothing where no page for readers lies there.
    pub(crate) fn languages(&self, file: &str) -> Option<&PageLanguages> {
        self.languages.get(self.addresses.get_index_of(file)?)?.as_ref()
    }

    /// Notes that a page shows links to articles, of which each may be translated, or be taken back, on its own.
    pub(crate) fn note_languages(&self, articles: &[String]) {
        if !articles.is_empty() {
            let files = articles.join("\0");
            reading::note_other(
                &|| Ground::Question([LANGUAGES, &files].join("\0").into()),
                self.languages_of_all(&files),
            );
        }
    }

    fn languages_of_all(&self, files: &str) -> u128 {
        let codes = |file: &str| {
            let found = self.languages(file);
            found.map(|page| page.versi.all().map(ToString::to_string).collect::<Vec<_>>())
        };
        digest(&files.split('\0').map(codes).collect::<Vec<_>>())
    }

    /// Whether a link leads to something that waits for its day, or for its file to be put right.
    pub(crate) fn is_waiting(&self, path: &str, file: &str, page: &Address) -> bool {
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
        Some(format!("{}{}{fragment}", page.up(), encoded(target)))
    }

    /// The copies of a picture as seen from a page; nothing when it is not published in several sizes.
    pub fn citra(&self, to: &str, file: &str, page: &Address) -> Option<InlinePicture> {
        let (part, view) = pictures::berkas(to, file).into_iter().find_map(|path| self.gambar.get(&path))?;
        part.note();
        let up = page.up();
        let sizes = |address: fn(&PictureVersionView) -> &Address| {
            let sizes = view.versi.iter().map(|versi| format!("{up}{} {}w", address(versi), versi.lebar));
            sizes.collect::<Vec<_>>().join(", ")
        };
        Some(InlinePicture {
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
        reading::note_other(&|| Ground::Question([file, page.file(), path].join("\0").into()), answer(found));
        found
    }

    /// The file of the site a path leads to.
    pub(crate) fn find(&self, path: &str, file: &str, page: &Address) -> Option<&str> {
        let path = path.split('?').next().unwrap_or(path);
        let found = self.find_named(&one_form(path), file, page);
        found.or_else(|| self.find_named(&one_form(&decoded(path)), file, page))
    }

    /// The file of the site that has this very name.
    fn find_named(&self, path: &str, file: &str, page: &Address) -> Option<&str> {
        if let Some(absolute) = path.strip_prefix('/') {
            return self.address(absolute);
        }
        let beside = join(folder(file), path)?;
        if let Some(number) = self.by_file.get(&beside) {
            return Some(&self.addresses[*number]);
        }
        self.address(&join(folder(page.file()), path)?)
    }

    /// The file of a path below the site's root; a folder stands for its page, with a stroke at its end or without.
    fn address(&self, path: &str) -> Option<&str> {
        let found = self.addresses.get(path).or_else(|| {
            let slash = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
            self.addresses.get(&format!("{path}{slash}index.html"))
        });
        found.map(String::as_str)
    }

    /// The public path of the page that a link which leads nowhere may be meant for.
    pub fn near(&self, to: &str, page: &Address) -> Option<&str> {
        let path = to.split(['#', '?']).next().unwrap_or(to);
        let path = match path.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => join(folder(page.file()), path)?,
        };
        let path = path.trim_end_matches('/');
        let name = path.rsplit('/').next().unwrap_or(path);
        let near = match name.rsplit_once('.') {
            Some((_, ending)) => {
                // Two paths of one long folder are alike whatever they end with; it is the name that has to be.
                let own = stem(name);
                let alike = |file: &&str| {
                    let other = file.rsplit('/').next().unwrap_or(file);
                    let is_kind =
                        file.ends_with(".html") || file.rsplit_once('.').is_some_and(|(_, end)| end == ending);
                    is_kind && nearest(own, [stem(other)]).is_some()
                };
                nearest(path, self.addresses.iter().map(String::as_str).filter(alike))
            }
            None => self.near_folder(path, name),
        };
        near.map(public)
    }

    /// What stands beside a folder that is not there under a similar name, or else the page of the folder around it.
    fn near_folder(&self, path: &str, name: &str) -> Option<&str> {
        let around = folder(path);
        let beside = self.addresses.iter().filter_map(|file| {
            let rest = if around.is_empty() { file } else { file.strip_prefix(around)?.strip_prefix('/')? };
            let own = rest.strip_suffix("/index.html").or_else(|| rest.strip_suffix(".html"))?;
            (!own.contains('/')).then_some((own, file.as_str()))
        });
        let beside: BTreeMap<&str, &str> = beside.collect();
        let near = nearest(name, beside.keys().copied()).map(|own| beside[own]);
        near.or_else(|| {
            let mut outer = std::iter::successors(Some(around), |outer| (!outer.is_empty()).then(|| folder(outer)));
            outer.find_map(|outer| self.address(outer))
        })
    }
}

/// A file's name without its ending, and without the date that an article's begins with and its page's does not.
fn stem(name: &str) -> &str {
    let stem = name.split('.').next().unwrap_or(name);
    let date = stem.get(..10).filter(|date| date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    date.and_then(|date| stem[date.len()..].strip_prefix('-')).unwrap_or(stem)
}

/// A file as it is linked to: a folder for its page.
fn public(file: &str) -> &str {
    match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => file,
    }
}

/// The number of the page that stands for each file.
fn by_file(pages: &[Box<Page<'_>>]) -> KeyedMap<String, usize> {
    let mut by_file = KeyedMap::with_capacity_and_hasher(pages.len(), foldhash::fast::FixedState::default());
    for (number, page) in pages.iter().enumerate() {
        let is_file_for_programs = page.address.file().ends_with(".json");
        if let Some(origin) = page.origin.filter(|_| page.key.is_none() && !is_file_for_programs) {
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

/// The files and addresses of everything that is not shown yet: a link to it is right, and leads somewhere from its day on.
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
        // Pages of the scope that are there when the first of what they show is.
        let shown_on = |folder: &str| match folder {
            "paslon" => &["banding.html", "cetak.html"][..],
            "fakta" | "kegiatan" => &["kesiapan.html"][..],
            _ => &[],
        };
        let pages = lingkup.tertunda.iter().flat_map(|later| shown_on(later.folder));
        waiting.extend(pages.map(|file| Address::of(lingkup, file).file().to_owned()));
        lingkup.rusak.iter().for_each(|path| waiting.extend(meant_by(lingkup, path)));
    }
    waiting
}

/// A file that could not be read, and the address its page would have: what is wrong is said there, and a link to it is right.
fn meant_by(lingkup: &Lingkup, path: &str) -> [String; 2] {
    let mut parts = path.rsplit('/');
    let (file, folder) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let dated =
        stem.get(..11).filter(|date| date.ends_with('-') && date.bytes().filter(u8::is_ascii_digit).count() == 8);
    let slug = &stem[dated.map_or(0, str::len)..];
    let page = if folder == "halaman" {
        Address::of(lingkup, &format!("{slug}.html"))
    } else {
        Address::leaf(lingkup, folder, slug)
    };
    let address = page.file().to_owned();
    [path.to_owned(), address]
}
