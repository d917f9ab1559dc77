//! A site that is shown, and never published.

use crate::page::frame::address::Base;
use crate::page::frame::keyed::KeyedMap;
use crate::page::frame::page::Page;
use crate::render::sink::{ContentId, File, Sink};
use crate::serve::spill::{Spill, Spilled};
use anyhow::Result;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Files by their paths below the root, with the marks of their bytes; there are many, and they come in no order.
type Files = KeyedMap<Arc<str>, (ContentId, Spilled)>;

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
#[derive(Debug)]
pub(super) enum Found<'s> {
    /// A file, with its path.
    File(&'s str, &'s Spilled),
    /// A folder's page, asked for without the slash.
    Folder,
    /// Nothing.
    Nothing,
}

/// Takes the files of a site being drawn.
pub(super) struct Memory<'w> {
    /// The files that were drawn: pages, until all are there.
    drawn: Mutex<Files>,
    /// The pages and what no page waits for, of the site that is shown.
    before: [Before; 2],
    /// The pages, once all are there.
    done: OnceLock<(Base, Arc<Files>)>,
    kept: &'w Kept,
    watched: Watched<'w>,
}

/// Files of the site that is shown, which may be taken over.
#[derive(Default)]
struct Before {
    files: Arc<Files>,
    /// Which of them are, by their places.
    taken: Vec<AtomicBool>,
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
#[derive(Debug, Default)]
pub(super) struct Kept {
    named: Mutex<BTreeMap<String, Spilled>>,
    /// Where that and the files of the site are.
    spill: Arc<Spill>,
}

impl Kept {
    fn named(&self) -> MutexGuard<'_, BTreeMap<String, Spilled>> {
        self.named.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<'w> Memory<'w> {
    /// A site to be drawn, with what was kept from earlier ones, over the one that is shown.
    pub fn with(kept: &'w Kept, shown: Option<Arc<Site>>, watched: Watched<'w>) -> Self {
        let before = shown.map_or_else(Default::default, |shown| [&shown.pages, &shown.beside].map(Before::of));
        Self { drawn: Mutex::default(), before, done: OnceLock::new(), kept, watched }
    }

    /// The site that was drawn; nothing where not all of its pages were. What was left to the next build is of the site
    /// before.
    pub fn finish(self) -> Option<Site> {
        self.done.get()?;
        let [_, beside] = &self.before;
        if self.is_outdated() {
            beside.take_all();
        }
        let beside = beside.next(self.take_drawn());
        let (base, pages) = self.done.into_inner()?;
        Some(Site { base, pages, beside })
    }

    fn drawn(&self) -> MutexGuard<'_, Files> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_drawn(&self) -> Files {
        std::mem::take(&mut *self.drawn())
    }
}

impl Before {
    fn of(files: &Arc<Files>) -> Self {
        let taken = files.iter().map(|_| AtomicBool::new(false)).collect();
        Self { files: Arc::clone(files), taken }
    }

    /// Takes a file over, if its bytes are those of the mark.
    fn take(&self, path: &str, id: &ContentId) -> bool {
        let known = self.files.get_full(path).filter(|(_, _, (known, _))| known == id);
        known.map(|(place, ..)| self.taken[place].store(true, Ordering::Relaxed)).is_some()
    }

    fn take_all(&self) {
        self.taken.iter().for_each(|taken| taken.store(true, Ordering::Relaxed));
    }

    /// What was taken over, with what was drawn; the very same files where nothing is another.
    fn next(&self, drawn: Files) -> Arc<Files> {
        let mut is_other = false;
        // Most paths are known, and none of them need be hashed again.
        let mut next = Files::clone(&self.files);
        for (path, file) in drawn {
            let (place, known) = next.insert_full(path, file);
            match self.taken.get(place) {
                Some(taken) => taken.store(true, Ordering::Relaxed),
                None => is_other = true,
            }
            is_other |= known.is_none_or(|(known, _)| known != next[place].0);
        }
        if self.taken.iter().any(|taken| !taken.load(Ordering::Relaxed)) {
            is_other = true;
            let mut taken = self.taken.iter();
            // What was added stands behind what was there.
            next.retain(|_, _| taken.next().is_none_or(|taken| taken.load(Ordering::Relaxed)));
        }
        if is_other { Arc::new(next) } else { Arc::clone(&self.files) }
    }
}

impl Sink for Memory<'_> {
    fn put(&self, file: File) -> Result<ContentId> {
        let id = ContentId::of(&file.bytes);
        let bytes = self.kept.spill.put(file.bytes);
        self.drawn().insert(file.path.into(), (id, bytes));
        Ok(id)
    }

    fn retain(&self, path: &str, id: &ContentId) -> bool {
        let [pages, beside] = &self.before;
        let before = if self.done.get().is_none() { pages } else { beside };
        before.take(path, id)
    }

    fn is_waited_for(&self, page: &Page<'_>) -> bool {
        page.is_looked_at()
    }

    fn has_all_pages(&self, base: &Base) {
        let [pages, beside] = &self.before;
        let pages = pages.next(self.take_drawn());
        if self.done.set((base.clone(), Arc::clone(&pages))).is_ok() {
            (self.watched.show)(Site { base: base.clone(), pages, beside: Arc::clone(&beside.files) });
        }
    }

    fn is_outdated(&self) -> bool {
        self.watched.outdated.load(Ordering::Relaxed)
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        let kept = self.kept.named().get(name).cloned();
        kept.and_then(|kept| kept.bytes().ok()).map(Into::into)
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        let bytes = self.kept.spill.put(bytes.to_owned());
        self.kept.named().insert(name.to_owned(), bytes);
    }
}

impl Site {
    /// Whether another site has the same pages at the same address: a site that is drawn over one and changes none has its very
    /// pages.
    pub fn has_pages_of(&self, other: &Self) -> bool {
        self.base == other.base && Arc::ptr_eq(&self.pages, &other.pages)
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.pages.len() + self.beside.len()
    }

    /// The marks of the pages, and of what they are made of, by their paths.
    pub fn pages(&self) -> impl Iterator<Item = (&str, ContentId)> {
        self.pages.iter().map(|(path, (id, _))| (&**path, *id))
    }

    /// A file.
    pub fn file(&self, path: &str) -> Option<&Spilled> {
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

    fn entry(&self, path: &str) -> Option<(&Arc<str>, &(ContentId, Spilled))> {
        self.pages.get_key_value(path).or_else(|| self.beside.get_key_value(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws a page, then a file that no page waits for, over the site that is shown; gives the site as it was shown early.
    fn drawn(shown: Option<Arc<Site>>, page: &str, beside: Option<&str>) -> (Site, Site) {
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
        let (_, site) = drawn(None, "jambi/index.html", Some("peta.svg"));
        let file = |path: &str| match site.find(path) {
            Found::File(path, bytes) => Some((path, bytes.bytes().unwrap())),
            _ => None,
        };
        assert_eq!(file("jambi/"), Some(("jambi/index.html", "jambi/index.html".into())));
        assert!(matches!(site.find("jambi"), Found::Folder));
        assert_eq!(file("peta.svg"), Some(("peta.svg", "peta.svg".into())));
        assert!(matches!(site.find("peta.svg/"), Found::Nothing) && matches!(site.find("../peta.svg"), Found::Nothing));
    }

    #[test]
    fn pages_are_shown_before_what_no_page_waits_for() {
        let (early, site) = drawn(None, "index.html", Some("bagikan.png"));
        assert!(early.has_pages_of(&site) && early.file("bagikan.png").is_none() && site.file("bagikan.png").is_some());
        let (early, next) = drawn(Some(Arc::new(site)), "lain.html", Some("baru.png"));
        assert!(early.file("index.html").is_none() && early.file("bagikan.png").is_some());
        assert!(next.file("bagikan.png").is_none() && next.file("baru.png").is_some());
        let (_, hurried) = drawn(Some(Arc::new(next)), "index.html", None);
        assert!(hurried.file("lain.html").is_none() && hurried.file("baru.png").is_some());
    }

    /// Paths, each with a text.
    type Texts<'t> = &'t [(&'t str, &'t str)];

    /// Draws some pages and takes others over, over the site that is shown.
    fn over(shown: Option<&Arc<Site>>, put: Texts<'_>, retained: Texts<'_>) -> Arc<Site> {
        let (kept, outdated, base) = (Kept::default(), AtomicBool::new(false), Base::new("https://contoh.test/"));
        let memory = Memory::with(&kept, shown.cloned(), Watched { show: &|_| (), outdated: &outdated });
        for (path, text) in put {
            memory.put(File { path: (*path).to_owned(), bytes: (*text).into() }).unwrap();
        }
        for (path, text) in retained {
            assert!(memory.retain(path, &ContentId::of(text.as_bytes())), "{path}");
            assert!(
                !memory.retain(path, &ContentId::of(b"lain"))
                    && !memory.retain("tidak-ada", &ContentId::of(text.as_bytes()))
            );
        }
        memory.has_all_pages(&base);
        Arc::new(memory.finish().unwrap())
    }

    #[test]
    fn a_site_has_what_was_drawn_and_what_was_taken_over() {
        let paths = |site: &Site| site.pages.keys().map(ToString::to_string).collect::<Vec<_>>();
        let first = over(None, &[("a", "1"), ("b", "2"), ("c", "3")], &[]);
        for same in [
            over(Some(&first), &[], &[("c", "3"), ("a", "1"), ("b", "2")]),
            over(Some(&first), &[("b", "2")], &[("c", "3"), ("a", "1")]),
        ] {
            assert!(same.has_pages_of(&first), "nothing is another");
        }
        let changed = over(Some(&first), &[("b", "lain")], &[("c", "3"), ("a", "1")]);
        assert!(!changed.has_pages_of(&first) && changed.file("b").unwrap().bytes().unwrap() == "lain");
        let fewer = over(Some(&first), &[], &[("c", "3"), ("b", "2")]);
        assert!(!fewer.has_pages_of(&first) && paths(&fewer) == ["b", "c"]);
        let other = over(Some(&first), &[("d", "4"), ("a", "1")], &[("c", "3")]);
        assert!(!other.has_pages_of(&first) && paths(&other) == ["a", "c", "d"]);
    }
}
