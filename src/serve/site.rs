//! A site in memory.

use crate::page::address::Base;
use crate::render::sink::{File, Sink};
use anyhow::Result;
use hyper::body::Bytes;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A site that is whole.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Site {
    /// Its base address; it is served below the path of it.
    pub base: Base,
    /// Every file by its path below the root.
    pub files: BTreeMap<String, Bytes>,
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
    files: Mutex<BTreeMap<String, Bytes>>,
}

impl Memory {
    /// The site that was drawn.
    pub fn finish(self, base: Base) -> Site {
        Site { base, files: self.files.into_inner().unwrap_or_else(PoisonError::into_inner) }
    }
}

impl Sink for Memory {
    fn put(&self, file: File) -> Result<()> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(file.path, Bytes::from(file.bytes));
        Ok(())
    }
}

impl Site {
    /// What a path below the root leads to; a folder is its `index.html`.
    pub fn find(&self, path: &str) -> Found<'_> {
        let folder = path.is_empty() || path.ends_with('/');
        let wanted = if folder { format!("{path}index.html") } else { path.to_owned() };
        match self.files.get_key_value(&wanted) {
            Some((path, bytes)) => Found::File(path, bytes),
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
