//! Makes the next tree of a site out of the published one: what did not change is linked, never written.

use crate::output::stamp::{Seen, Stamp};
use crate::output::state::split;
use crate::output::words::{deleting, making_folder, reading_folder, writing};
use crate::refusal::Because;
use crate::render::sink::ContentId;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// A file of the next site.
#[derive(Debug)]
pub(super) struct Piece {
    /// The path below the site's root.
    pub path: String,
    pub id: ContentId,
    pub stamp: Stamp,
    /// Where its bytes are.
    pub origin: Origin,
}

/// Where the bytes of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// In the tree already.
    Placed,
    /// At the same path in the published tree.
    Published,
    /// In the folder of new files, under this number.
    New(usize),
}

/// The folders a tree is made from and in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'p> {
    /// The published tree.
    pub output: &'p Path,
    /// The folder of new files.
    pub new: &'p Path,
    /// The tree in the making.
    pub tree: &'p Path,
    /// Makes a second name for a file; a disk may know no such thing.
    pub link: fn(&Path, &Path) -> io::Result<()>,
}

/// Whether a tree shares its unchanged files with the published one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sharing {
    /// It does.
    Shared,
    /// The disk has no second names: they were copied.
    Copied,
}

/// Makes the tree hold the pieces at the paths to be seen to, and nothing else at these.
///
/// The tree's own files are never written into, since the published tree shares them: they are unlinked. A piece that had to
/// be copied gets the stamp of its copy.
pub(super) fn assemble(places: Places, pieces: &mut [Piece], todo: &BTreeSet<String>) -> Result<Sharing> {
    // The second tree of a site is made from nothing: a call a file to unlink it would fail each time, 31,000 for a national site.
    let is_begun = fs::read_dir(places.tree).because(|| reading_folder(places.tree))?.next().is_some();
    if is_begun {
        todo.par_iter().try_for_each(|path| unlink(&places.tree.join(path)))?;
        remove_empty_folders(places.tree, todo);
    }
    let mut chosen: Vec<&mut Piece> = pieces.iter_mut().filter(|piece| todo.contains(&piece.path)).collect();
    let folders: BTreeSet<&str> = chosen.iter().map(|piece| split(&piece.path).0).collect();
    for folder in folders {
        let folder = places.tree.join(folder);
        fs::create_dir_all(&folder).because(|| making_folder(&folder))?;
    }
    let copied = chosen.par_iter_mut().map(|piece| place(places, piece));
    copied.try_reduce(|| Sharing::Shared, |one, other| Ok(if one == other { one } else { Sharing::Copied }))
}

fn place(places: Places, piece: &mut Piece) -> Result<Sharing> {
    let to = places.tree.join(&piece.path);
    match piece.origin {
        Origin::Placed => Ok(Sharing::Shared),
        Origin::New(number) => {
            fs::rename(places.new.join(number.to_string()), &to).because(|| writing(&to))?;
            Ok(Sharing::Shared)
        }
        Origin::Published => {
            let from = places.output.join(&piece.path);
            if (places.link)(&from, &to).is_ok() {
                return Ok(Sharing::Shared);
            }
            fs::copy(&from, &to).because(|| writing(&to))?;
            piece.stamp = Seen::at(&to).because(|| writing(&to))?.stamp;
            Ok(Sharing::Copied)
        }
    }
}

fn unlink(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        // Nothing there, or a folder where the next site has a file: it is empty soon.
        Err(error)
            if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory) =>
        {
            Ok(())
        }
        Err(error) => Err(error).because(|| deleting(path)),
    }
}

/// Removes the folders of these paths that have nothing in them any more, from the deepest up.
fn remove_empty_folders(tree: &Path, paths: &BTreeSet<String>) {
    let folders: BTreeSet<&str> = paths.iter().map(|path| split(path).0).collect();
    for folder in folders.into_iter().rev() {
        let mut folder = folder;
        while !folder.is_empty() && fs::remove_dir(tree.join(folder)).is_ok() {
            folder = split(folder).0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes files that hold their own names.
    fn write(folder: &Path, names: &[&str]) {
        for name in names {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
    }

    /// A piece that holds the name of the file it is made from.
    fn piece(path: &str, origin: Origin) -> Piece {
        Piece { path: path.into(), id: ContentId::of(path.as_bytes()), stamp: Stamp::default(), origin }
    }

    /// What is in a folder: paths and texts.
    fn texts(folder: &Path) -> Vec<(String, String)> {
        let entries = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter().map(Result::unwrap);
        let text = |path: &Path| if path.is_dir() { "/".to_owned() } else { fs::read_to_string(path).unwrap() };
        entries
            .map(|entry| (entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned(), text(entry.path())))
            .collect()
    }

    /// The tree that `assemble` makes of a spare one when files became folders, folders files, and some went.
    fn assembled(link: fn(&Path, &Path) -> io::Result<()>) -> (Vec<(String, String)>, Sharing, Vec<Piece>) {
        let folder = tempfile::tempdir().unwrap();
        let [output, new, tree] = ["output", "new", "tree"].map(|name| folder.path().join(name));
        write(&output, &["sama", "dalam/sama", "berkas", "map/isi"]);
        write(&new, &["0", "1"]);
        write(&tree, &["sama", "dalam/pergi/jauh", "berkas", "map/isi"]);
        let mut pieces = vec![
            piece("berkas/isi", Origin::New(0)),
            piece("dalam/sama", Origin::Published),
            piece("map", Origin::New(1)),
            piece("sama", Origin::Published),
        ];
        let todo = ["berkas", "berkas/isi", "dalam/pergi/jauh", "dalam/sama", "map", "map/isi", "sama"];
        let todo = todo.map(str::to_owned).into();
        let places = Places { output: &output, new: &new, tree: &tree, link };
        let sharing = assemble(places, &mut pieces, &todo).unwrap();
        (texts(&tree), sharing, pieces)
    }

    /// What every such tree must be.
    fn expected() -> Vec<(String, String)> {
        let texts = [("berkas", "/"), ("berkas/isi", "0"), ("dalam", "/"), ("dalam/sama", "dalam/sama"), ("map", "1")];
        let texts = texts.into_iter().chain([("sama", "sama")]);
        texts.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
    }

    #[test]
    fn a_spare_tree_becomes_the_next_one() {
        let (tree, sharing, _) = assembled(|from, to| fs::hard_link(from, to));
        assert_eq!((tree, sharing), (expected(), Sharing::Shared));
    }

    #[test]
    fn a_disk_without_second_names_gets_copies_with_stamps_of_their_own() {
        let (tree, sharing, pieces) = assembled(|_, _| Err(ErrorKind::Unsupported.into()));
        assert_eq!((tree, sharing), (expected(), Sharing::Copied));
        assert!(pieces.iter().all(|piece| (piece.origin == Origin::Published) == (piece.stamp != Stamp::default())));
    }
}
