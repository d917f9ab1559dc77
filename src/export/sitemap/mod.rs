//! `sitemap.xml` and `robots.txt`: every page of the site, for search engines.

mod xml;

use crate::memo::Key;
use crate::model::Lingkup;
use crate::page::frame::address::{Address, Base};
use crate::page::frame::keyed::{KeyedMap, digest};
use crate::page::frame::listed::Listed;
use crate::page::frame::page::{Body, Page, export};
use crate::page::frame::plan::Plan;
use crate::page::frame::survey::Survey;
use crate::value::kode_bahasa::KodeBahasa;
use crate::value::tanggal::Tanggal;
use rayon::prelude::*;

/// The most addresses one sitemap may hold, by the protocol.
const MOST: usize = 50_000;

/// A sitemap, or a list of sitemaps.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SitemapFile {
    /// Pages.
    Halaman(Vec<Location>),
    /// Sitemaps, by their whole addresses.
    Daftar(Vec<String>),
}

/// A page of a sitemap.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The whole address.
    pub alamat: String,
    /// The last day it changed, where the records say so.
    pub diperbarui: Option<Tanggal>,
    /// The same page in each language that it has, where it has several; that of the address without a code comes first.
    pub bahasa: Vec<(KodeBahasa, String)>,
}

/// The last day each page changed, by its public path, as far as news, clarifications and corrections tell.
pub(crate) type Changes = KeyedMap<String, Tanggal>;

/// The sitemap of all pages planned so far, which are in order, so this kind comes last.
pub(crate) fn plan(plan: &mut Plan<'_>, changes: &Changes) {
    let base = Base::new(&plan.model.situs.record.alamat);
    let is_page = |address: &&Address| address.file().ends_with(".html") && address.file() != "404.html";
    let pages = plan.pages.par_iter().filter(|page| !page.is_unlisted && is_page(&&page.address));
    let mut places: Vec<Location> = pages
        .map(|page| Location {
            alamat: base.canonical(&page.address),
            diperbarui: [&page.address, page.plain()].iter().find_map(|at| changes.get(&*at.public()).copied()),
            bahasa: in_languages(page, &base),
        })
        .collect();
    // Those of folders alone are not in the order of their files.
    places.par_sort();
    places.dedup();
    // A page in many languages names them all, and a sitemap may have 50 MB.
    let most = MOST / plan.versi.all().count();
    for (file, peta) in split(places, most, &base) {
        let peta = plan.digested(Key::of("sitemap", &file), digest(&peta), peta);
        plan.add(Address::root(&file), move || export(SitemapFile::clone(&peta)));
    }
    let sitemap = base.canonical(&Address::root("sitemap.xml"));
    plan.add(Address::root("robots.txt"), move || {
        Body::Teks(format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"))
    });
}

/// A page in each of its languages; nothing where it has one.
fn in_languages(page: &Page<'_>, base: &Base) -> Vec<(KodeBahasa, String)> {
    if page.versi.lain.is_empty() {
        return Vec::new();
    }
    let at = |code: &KodeBahasa| base.canonical(&page.versi.address(page.plain(), code));
    page.versi.all().map(|code| (code.clone(), at(code))).collect()
}

/// One sitemap; or, of more pages than it may hold, several and a list of them.
fn split(mut places: Vec<Location>, most: usize, base: &Base) -> Vec<(String, SitemapFile)> {
    if places.len() <= most {
        return vec![("sitemap.xml".to_owned(), SitemapFile::Halaman(places))];
    }
    let mut files = Vec::new();
    for number in 1..=places.len().div_ceil(most) {
        let rest = places.split_off(most.min(places.len()));
        let places = std::mem::replace(&mut places, rest);
        files.push((format!("sitemap-{number}.xml"), SitemapFile::Halaman(places)));
    }
    let list = files.iter().map(|(file, _)| base.canonical(&Address::root(file))).collect();
    files.push(("sitemap.xml".to_owned(), SitemapFile::Daftar(list)));
    files
}

/// The last day each page changed.
pub(crate) fn changes(survey: &Survey<'_>) -> Changes {
    let dated = survey.each(|lingkup, of_one| {
        of_records(lingkup, &of_one.listed).chain(of_corrections(lingkup)).collect::<Vec<(String, Tanggal)>>()
    });
    let count = dated.iter().map(Vec::len).sum();
    let mut changes = Changes::with_capacity_and_hasher(count, foldhash::fast::FixedState::default());
    for (path, day) in dated.into_iter().flatten() {
        let latest = changes.entry(path).or_insert(day);
        *latest = day.max(*latest);
    }
    changes
}

/// The days that records say of their pages; a list changes with the newest of what it lists.
fn of_records(lingkup: &Lingkup, listed: &[Listed<'_>]) -> impl Iterator<Item = (String, Tanggal)> {
    let at = |page: &Address| page.public().into_owned();
    let pages = listed.iter().filter_map(move |page| Some((at(&page.alamat), page.diperbarui?)));
    let list = move |file: &str| at(&Address::of(lingkup, file));
    // Both lists are newest first.
    let newest = lingkup.berita.first().map(|loaded| (list("berita/index.html"), loaded.record.tanggal));
    let newest_checked =
        lingkup.klarifikasi.first().map(|loaded| (list("klarifikasi/index.html"), loaded.record.tanggal));
    pages.chain(newest).chain(newest_checked)
}

/// A correction changes the page it speaks of, and the list it stands in.
fn of_corrections(lingkup: &Lingkup) -> Vec<(String, Tanggal)> {
    let list = lingkup.koreksi.iter().flat_map(|koreksi| &*koreksi.record);
    list.flat_map(|koreksi| {
        let page = koreksi.menyangkut.trim_start_matches('/').split('#').next().unwrap_or_default();
        let own = Address::of(lingkup, "koreksi.html").public().into_owned();
        [(Address::root(page).public().into_owned(), koreksi.tanggal), (own, koreksi.tanggal)]
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_pages_than_a_sitemap_holds_are_split() {
        let base = Base::new("https://contoh.test/pilkada");
        let places: Vec<Location> = (0..5)
            .map(|i| Location { alamat: format!("https://contoh.test/{i}"), diperbarui: None, bahasa: Vec::new() })
            .collect();
        let files = split(places.clone(), 2, &base);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        assert_eq!(
            files[3].1,
            SitemapFile::Daftar(
                (1..=3).map(|number| format!("https://contoh.test/pilkada/sitemap-{number}.xml")).collect()
            )
        );
        assert_eq!(split(places, 5, &base).len(), 1);
    }
}
