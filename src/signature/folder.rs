//! A published site in a folder.
#![expect(clippy::disallowed_methods, reason = "holds a folder that need not be of this project against its manifest")]

use crate::bahasa::kata;
use crate::refusal::Because;
use crate::signature::published::Published;
use anyhow::Result;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use walkdir::WalkDir;

/// A site in this folder.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Published for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let at = self.0.join(path);
        match at.symlink_metadata() {
            // A link in a file's place shows something else as soon as its owner wants to.
            Ok(metadata) if !metadata.is_file() => Ok(None),
            Ok(_) => fs::read(&at).map(Some).because(|| {
                let at = at.display();
                kata(format!("membaca {at}"), format!("reading {at}"))
            }),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error).because(|| {
                let at = at.display();
                kata(format!("membaca {at}"), format!("reading {at}"))
            }),
        }
    }

    fn names(&self) -> Result<Option<Vec<String>>> {
        let mut names = Vec::new();
        for entry in WalkDir::new(&self.0).min_depth(1) {
            let entry = entry.because(|| {
                let folder = self.0.display();
                kata(format!("membaca folder {folder}"), format!("reading the folder {folder}"))
            })?;
            if !entry.file_type().is_dir() {
                let below = entry.path().strip_prefix(&self.0)?;
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                names.push(parts.join("/"));
            }
        }
        Ok(Some(names))
    }

    fn at_once(&self) -> usize {
        0
    }
}
