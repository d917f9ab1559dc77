//! A folder as a target: of this computer, of a disk that is plugged in, of a network drive.
#![expect(
    clippy::disallowed_methods,
    reason = "writes a folder that is not this project's, where somebody asked for it"
)]

use crate::bahasa::kata;
use crate::refusal::{Because, refused};
use crate::signature::folder::Folder as Site;
use crate::signature::published::Published;
use crate::system;
use crate::upload::Target;
use anyhow::Result;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How the names of files begin that are not whole yet.
const UNFINISHED: &str = ".pilkada-";

/// A site in this folder, which may not be there yet.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// A folder; it is made when something is put into it.
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// Where a file lies. Its folders are none that a link leads to: they may be anybody's.
    fn at(&self, path: &str) -> Result<PathBuf> {
        let at = self.root.join(path);
        let between = at.ancestors().skip(1).take_while(|folder| *folder != self.root);
        match between.into_iter().find(|folder| folder.is_symlink()) {
            None => Ok(at),
            Some(link) => {
                let link = link.display();
                Err(refused(kata(
                    format!("{link} adalah tautan simbolik; situs tidak ditulis melalui tautan"),
                    format!("{link} is a symbolic link; the site is not written through links"),
                )))
            }
        }
    }
}

impl Target for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        Site(self.root.clone()).read(path)
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let at = self.at(path)?;
        let writing = || {
            let at = at.display();
            kata(format!("menulis {at}"), format!("writing {at}"))
        };
        let folder = at.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).because(writing)?;
        let name = at.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let unfinished = folder.join(format!("{UNFINISHED}{name}"));
        let written = write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, &at));
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
        written.because(writing)
    }

    fn remove(&self, path: &str) -> Result<()> {
        let at = self.at(path)?;
        match fs::remove_file(&at) {
            Err(error) if !at.is_dir() && !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Err(error).because(|| {
                    let at = at.display();
                    kata(format!("menghapus {at}"), format!("deleting {at}"))
                });
            }
            _ => {}
        }
        // What an interrupted run left half written goes with it.
        let name = at.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let _ = fs::remove_file(at.with_file_name(format!("{UNFINISHED}{name}")));
        let folders = at.ancestors().skip(1).take_while(|folder| *folder != self.root);
        // Up to the first that has something in it.
        folders.into_iter().try_for_each(fs::remove_dir).unwrap_or_default();
        Ok(())
    }

    fn is_empty(&self) -> Result<bool> {
        if !self.root.exists() {
            return Ok(true);
        }
        let names = crate::source::names(&self.root)?;
        Ok(names.iter().all(|name| name.starts_with('.')))
    }

    fn settle(&self) -> Result<()> {
        system::settle(&self.root).because(|| {
            let root = self.root.display();
            kata(format!("menuliskan {root} ke disk"), format!("putting {root} on the disk"))
        })
    }

    fn at_once(&self) -> usize {
        4
    }
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    // A web server is seldom the same user.
    system::publish_file(&file, &file.metadata()?)
}
