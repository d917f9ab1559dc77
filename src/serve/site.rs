//! A site in memory.

use crate::page::address::Base;
use crate::render::sink::{Cap, File, Sink};
use anyhow::Result;
use hyper::body::Bytes;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A site that is whole.
#[derive(Debug)]
pub(super) struct Site {
    /// Its base address; it is served below the path of it.
    pub base: Base,
    /// Every file by its path below the root, with the mark of its bytes.
    pub files: BTreeMap<String, (Cap, Bytes)>,
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
#[derive(Debug, Default)]
pub(super) struct Memory {
    files: Mutex<BTreeMap<String, (Cap, Bytes)>>,
    kept: Arc<Kept>,
    /// The site that is shown, whose files may be taken over.
    shown: Option<Arc<Site>>,
}

/// What is kept from build to build, as long as the preview runs.
pub(super) type Kept = Mutex<BTreeMap<String, Vec<u8>>>;

impl Memory {
    /// A site to be drawn, with what was kept from earlier ones, over the one that is shown.
    pub fn with(kept: &Arc<Kept>, shown: Option<Arc<Site>>) -> Self {
        Self { kept: Arc::clone(kept), shown, ..Self::default() }
    }

    /// The site that was drawn.
    pub fn finish(self, base: Base) -> Site {
        Site { base, files: self.files.into_inner().unwrap_or_else(PoisonError::into_inner) }
    }
}

impl Sink for Memory {
    fn put(&self, file: File) -> Result<Cap> {
        let cap = Cap::of(&file.bytes);
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(file.path, (cap, Bytes::from(file.bytes)));
        Ok(cap)
    }

    fn retain(&self, path: &str, cap: &Cap) -> bool {
        let known = self.shown.as_ref().and_then(|shown| shown.files.get(path));
        let Some(file) = known.filter(|(known, _)| known == cap) else { return false };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), file.clone());
        true
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), bytes.to_owned());
    }
}

impl Site {
    /// Whether another site has the same files at the same address.
    pub fn is_same(&self, other: &Self) -> bool {
        self.base == other.base
            && self.files.len() == other.files.len()
            && self
                .files
                .iter()
                .zip(&other.files)
                .all(|((path, (cap, _)), (other, (mark, _)))| path == other && cap == mark)
    }

    /// What a path below the root leads to; a folder is its `index.html`.
    pub fn find(&self, path: &str) -> Found<'_> {
        let folder = path.is_empty() || path.ends_with('/');
        let wanted = if folder { format!("{path}index.html") } else { path.to_owned() };
        match self.files.get_key_value(&wanted) {
            Some((path, (_, bytes))) => Found::File(path, bytes),
            None if !folder && self.files.contains_key(&format!("{path}/index.html")) => Found::Folder,
            None => Found::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_a_file_a_folder_or_nothing() {
        let memory = Memory::default();
        for path in ["index.html", "jambi/index.html", "peta.svg"] {
            memory.put(File { path: path.to_owned(), bytes: Vec::new() }).unwrap();
        }
        let site = memory.finish(Base::new("https://contoh.test/"));
        let empty = Bytes::new();
        assert_eq!(site.find(""), Found::File("index.html", &empty));
        assert_eq!(site.find("jambi/"), Found::File("jambi/index.html", &empty));
        assert_eq!(site.find("jambi"), Found::Folder);
        assert_eq!(site.find("peta.svg/"), Found::Nothing);
        assert_eq!(site.find("../peta.svg"), Found::Nothing);
    }
}
