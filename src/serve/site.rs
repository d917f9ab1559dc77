//! A site in memory.

use crate::page::Berkunci;
use crate::page::address::Base;
use crate::render::sink::{Cap, File, Sink};
use anyhow::Result;
use hyper::body::Bytes;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Files by their paths below the root, with the marks of their bytes; there are many, and they come in no order.
type Files = Berkunci<Arc<str>, (Cap, Bytes)>;

/// A site whose pages are all there.
#[derive(Debug)]
pub(super) struct Site {
    /// Its base address; it is served below the path of it.
    pub base: Base,
    /// Every page, and what pages are made of.
    pages: Arc<Files>,
    /// What no page waits for; that of the site before until there is a new one.
    beside: Arc<Files>,
}

/// What a path below the root leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'s> {
    /// A file, with its path.
    File(&'s str, &'s Bytes),
    /// A folder's page, asked for without the slash.
    Folder,
    /// Nothing.
    Nothing,
}

/// Takes the files of a site being drawn.
pub(super) struct Memory<'w> {
    files: Mutex<Files>,
    /// The pages, once all are there.
    done: OnceLock<(Base, Arc<Files>)>,
    kept: &'w Kept,
    /// The site that is shown, whose files may be taken over.
    shown: Option<Arc<Site>>,
    watched: Watched<'w>,
}

/// Who waits for a site, and whether there is already something newer to wait for.
#[derive(Clone, Copy)]
pub(super) struct Watched<'w> {
    /// Takes the site as soon as its pages are there.
    pub show: &'w (dyn Fn(Site) + Sync),
    /// Whether the content has changed since.
    pub outdated: &'w AtomicBool,
}

/// What is kept from build to build, as long as the preview runs.
pub(super) type Kept = Mutex<BTreeMap<String, Vec<u8>>>;

impl<'w> Memory<'w> {
    /// A site to be drawn, with what was kept from earlier ones, over the one that is shown.
    pub fn with(kept: &'w Kept, shown: Option<Arc<Site>>, watched: Watched<'w>) -> Self {
        Self { files: Mutex::default(), done: OnceLock::new(), kept, shown, watched }
    }

    /// The site that was drawn; nothing where not all of its pages were. What was left to the next build is of the site
    /// before.
    pub fn finish(self) -> Option<Site> {
        let missing = self.is_outdated().then(|| self.beside());
        let (base, pages) = self.done.into_inner()?;
        let mut beside = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(missing) = missing {
            for (path, file) in &*missing {
                beside.entry(Arc::clone(path)).or_insert_with(|| file.clone());
            }
        }
        Some(Site { base, pages, beside: Arc::new(beside) })
    }

    /// What no page waits for, of the site that is shown.
    fn beside(&self) -> Arc<Files> {
        self.shown.as_ref().map_or_else(Arc::default, |shown| Arc::clone(&shown.beside))
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Memory<'_> {
    fn put(&self, file: File) -> Result<Cap> {
        let cap = Cap::of(&file.bytes);
        self.files().insert(file.path.into(), (cap, Bytes::from(file.bytes)));
        Ok(cap)
    }

    fn retain(&self, path: &str, cap: &Cap) -> bool {
        let known = self.shown.as_ref().and_then(|shown| shown.entry(path));
        let Some((path, file)) = known.filter(|(_, (known, _))| known == cap) else { return false };
        self.files().insert(Arc::clone(path), file.clone());
        true
    }

    fn has_all_pages(&self, base: &Base) {
        let pages = Arc::new(std::mem::take(&mut *self.files()));
        if self.done.set((base.clone(), Arc::clone(&pages))).is_ok() {
            (self.watched.show)(Site { base: base.clone(), pages, beside: self.beside() });
        }
    }

    fn is_outdated(&self) -> bool {
        self.watched.outdated.load(Ordering::Relaxed)
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), bytes.to_owned());
    }
}

impl Site {
    /// Whether another site has the same pages at the same address.
    pub fn has_pages_of(&self, other: &Self) -> bool {
        let is_there =
            |(path, (cap, _)): (&Arc<str>, &(Cap, Bytes))| other.pages.get(path).is_some_and(|(other, _)| other == cap);
        let same = || self.pages.len() == other.pages.len() && self.pages.iter().all(is_there);
        self.base == other.base && (Arc::ptr_eq(&self.pages, &other.pages) || same())
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.pages.len() + self.beside.len()
    }

    /// A file.
    pub fn file(&self, path: &str) -> Option<&Bytes> {
        self.entry(path).map(|(_, (_, bytes))| bytes)
    }

    /// What a path below the root leads to; a folder is its `index.html`.
    pub fn find(&self, path: &str) -> Found<'_> {
        let folder = path.is_empty() || path.ends_with('/');
        let wanted = if folder { format!("{path}index.html") } else { path.to_owned() };
        match self.entry(&wanted) {
            Some((path, (_, bytes))) => Found::File(path, bytes),
            None if !folder && self.entry(&format!("{path}/index.html")).is_some() => Found::Folder,
            None => Found::Nothing,
        }
    }

    fn entry(&self, path: &str) -> Option<(&Arc<str>, &(Cap, Bytes))> {
        self.pages.get_key_value(path).or_else(|| self.beside.get_key_value(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws a page, then a file that no page waits for, over the site that is shown; gives the site as it was shown early.
    fn drawn(shown: Option<Arc<Site>>, (page, beside): (&str, Option<&str>)) -> (Site, Site) {
        let (kept, early, outdated) = (Kept::default(), Mutex::new(None), AtomicBool::new(beside.is_none()));
        let show = |site| *early.lock().unwrap() = Some(site);
        let memory = Memory::with(&kept, shown, Watched { show: &show, outdated: &outdated });
        let put = |path: &str| memory.put(File { path: path.to_owned(), bytes: path.into() }).unwrap();
        put(page);
        memory.has_all_pages(&Base::new("https://contoh.test/"));
        beside.map(put);
        let site = memory.finish().unwrap();
        (early.into_inner().unwrap().unwrap(), site)
    }

    #[test]
    fn a_path_leads_to_a_file_a_folder_or_nothing() {
        let (_, site) = drawn(None, ("jambi/index.html", Some("peta.svg")));
        let page = Bytes::from("jambi/index.html");
        assert_eq!(site.find("jambi/"), Found::File("jambi/index.html", &page));
        assert_eq!(site.find("jambi"), Found::Folder);
        assert_eq!(site.find("peta.svg"), Found::File("peta.svg", &Bytes::from("peta.svg")));
        assert_eq!(site.find("peta.svg/"), Found::Nothing);
        assert_eq!(site.find("../peta.svg"), Found::Nothing);
    }

    #[test]
    fn pages_are_shown_before_what_no_page_waits_for() {
        let (early, site) = drawn(None, ("index.html", Some("bagikan.png")));
        assert!(early.has_pages_of(&site) && early.file("bagikan.png").is_none() && site.file("bagikan.png").is_some());
        let (early, next) = drawn(Some(Arc::new(site)), ("lain.html", Some("baru.png")));
        assert!(early.file("index.html").is_none() && early.file("bagikan.png").is_some());
        assert!(next.file("bagikan.png").is_none() && next.file("baru.png").is_some());
        let (_, hurried) = drawn(Some(Arc::new(next)), ("index.html", None));
        assert!(hurried.file("lain.html").is_none() && hurried.file("baru.png").is_some());
    }
}
