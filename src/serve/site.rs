//! A site in memory.

use crate::page::address::Base;
use crate::render::sink::{Cap, File, Sink};
use anyhow::Result;
use hyper::body::Bytes;
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Files by their paths below the root, with the marks of their bytes; there are many, and they come in no order.
type Files = IndexMap<Arc<str>, (Cap, Bytes), foldhash::fast::FixedState>;

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
    /// Takes the site as soon as its pages are there.
    show: &'w (dyn Fn(Site) + Sync),
}

/// What is kept from build to build, as long as the preview runs.
pub(super) type Kept = Mutex<BTreeMap<String, Vec<u8>>>;

impl<'w> Memory<'w> {
    /// A site to be drawn, with what was kept from earlier ones, over the one that is shown.
    pub fn with(kept: &'w Kept, shown: Option<Arc<Site>>, show: &'w (dyn Fn(Site) + Sync)) -> Self {
        Self { files: Mutex::default(), done: OnceLock::new(), kept, shown, show }
    }

    /// The site that was drawn; nothing where not all of its pages were.
    pub fn finish(self) -> Option<Site> {
        let (base, pages) = self.done.into_inner()?;
        Some(Site { base, pages, beside: Arc::new(self.files.into_inner().unwrap_or_else(PoisonError::into_inner)) })
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
        let beside = self.shown.as_ref().map_or_else(Arc::default, |shown| Arc::clone(&shown.beside));
        if self.done.set((base.clone(), Arc::clone(&pages))).is_ok() {
            (self.show)(Site { base: base.clone(), pages, beside });
        }
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

    #[test]
    fn a_path_leads_to_a_file_a_folder_or_nothing() {
        let (kept, early) = (Kept::default(), Mutex::new(None));
        let show = |site| *early.lock().unwrap() = Some(site);
        let memory = Memory::with(&kept, None, &show);
        let put = |path: &str| memory.put(File { path: path.to_owned(), bytes: Vec::new() }).unwrap();
        put("index.html");
        put("jambi/index.html");
        memory.has_all_pages(&Base::new("https://contoh.test/"));
        put("peta.svg");
        let site = memory.finish().unwrap();
        let early = early.into_inner().unwrap().unwrap();
        assert!(early.has_pages_of(&site) && early.find("peta.svg") == Found::Nothing);
        let empty = Bytes::new();
        assert_eq!(site.find(""), Found::File("index.html", &empty));
        assert_eq!(site.find("jambi/"), Found::File("jambi/index.html", &empty));
        assert_eq!(site.find("jambi"), Found::Folder);
        assert_eq!(site.find("peta.svg/"), Found::Nothing);
        assert_eq!(site.find("../peta.svg"), Found::Nothing);
    }
}
