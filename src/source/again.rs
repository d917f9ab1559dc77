//! Which parts of the project have to be read again after some paths changed.

use crate::source::{FOLDERS, Sources, is_hidden};
use crate::value::jalur::one_form;
use crate::value::teks::visible;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// The files and folders to read again, none below another, by path below the project's folder.
pub(super) fn parts(before: &Sources, changed: &[PathBuf]) -> BTreeSet<String> {
    let root = before.project.root.as_path();
    let canonical = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let below =
        changed.iter().filter_map(|path| path.strip_prefix(root).or_else(|_| path.strip_prefix(&canonical)).ok());
    let all: BTreeSet<String> = below.flat_map(|path| part(before, path)).collect();
    all.iter().filter(|part| outer(part).is_none_or(|outer| !is_in(&all, outer))).cloned().collect()
}

/// Whether a path is one of the parts or below one.
fn is_in(parts: &BTreeSet<String>, path: &str) -> bool {
    std::iter::successors(Some(path), |path| outer(path)).any(|path| parts.contains(path))
}

/// The folder around a path.
fn outer(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(outer, _)| outer)
}

/// What to read again for a path: itself, or the folder around it that is no longer, or never was, as it was taken for.
fn part(before: &Sources, path: &Path) -> Vec<String> {
    let top = path.iter().next().map(std::ffi::OsStr::to_string_lossy);
    let Some(top) = top else { return FOLDERS.map(str::to_owned).to_vec() };
    if !FOLDERS.contains(&&*top) {
        return Vec::new();
    }
    let names: Option<Vec<&str>> = path.components().skip(1).map(name).collect();
    let Some(names) = names else { return vec![top.into_owned()] };
    let mut part = top.clone().into_owned();
    for name in &names {
        if is_hidden(&part, name) {
            return Vec::new();
        }
        part = format!("{part}/{name}");
    }
    let mut part = top.into_owned();
    for name in names {
        if !is_folder(before, &part) {
            return vec![part];
        }
        part = format!("{part}/{name}");
    }
    vec![part]
}

/// A name that is text as it stands: of another the path says too little.
fn name(component: Component<'_>) -> Option<&str> {
    match component {
        Component::Normal(name) => {
            let is_plain = |name: &&str| {
                !name.contains(char::REPLACEMENT_CHARACTER) && one_form(name) == **name && visible(name) == **name
            };
            name.to_str().filter(is_plain)
        }
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    }
}

/// Whether a path is a folder now and was nothing else before: of what lies in it, more need not be said.
fn is_folder(before: &Sources, path: &str) -> bool {
    let at = before.project.root.join(path);
    before.get(path).is_none() && at.symlink_metadata().is_ok_and(|metadata| metadata.is_dir())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::source::read;
    use std::fs;
    use std::os::unix::fs::symlink;

    /// The same numbers in every run (Knuth's MMIX).
    struct Dice(u64);

    impl Dice {
        fn throw(&mut self, sides: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).unwrap() % sides
        }

        fn path(&mut self) -> PathBuf {
            let tops = ["content", "content", "content", "themes", "templates", "output"];
            let names = ["a", "b", "c.yaml", "d.md", "e.jpg", ".f", "g~"];
            let mut path = PathBuf::from(tops[self.throw(tops.len())]);
            for _ in 0..=self.throw(3) {
                path.push(names[self.throw(names.len())]);
            }
            path
        }
    }

    /// Does something to a path and what lies there; the paths a watcher would name.
    fn change(root: &Path, dice: &mut Dice) -> Vec<PathBuf> {
        let path = root.join(dice.path());
        match dice.throw(10) {
            0 => drop(fs::remove_dir_all(&path)),
            1 => drop(fs::remove_file(&path)),
            2 => drop(symlink("../x", &path)),
            3 => drop(fs::create_dir_all(&path)),
            4 => {
                let other = root.join(dice.path());
                drop(fs::rename(&other, &path));
                return vec![other, path];
            }
            5 => drop(fs::write(&path, [0xff, b'x'])),
            _ => {
                // A folder that is made is named, and stands for what is made in it.
                let named = path.ancestors().take_while(|at| at.symlink_metadata().is_err()).last().unwrap_or(&path);
                let named = named.to_owned();
                drop(fs::create_dir_all(path.parent().unwrap()));
                drop(fs::write(&path, dice.throw(1000).to_string()));
                return vec![named];
            }
        }
        vec![path]
    }

    #[test]
    fn what_is_read_again_is_what_would_be_read() {
        for seed in 0..12 {
            let folder = tempfile::tempdir().unwrap();
            let (root, mut dice) = (folder.path(), Dice(seed));
            fs::create_dir(root.join("content")).unwrap();
            let mut known = read(root).unwrap();
            for step in 0..60 {
                let changed: Vec<PathBuf> = (0..=dice.throw(4)).flat_map(|_| change(root, &mut dice)).collect();
                if fs::create_dir(root.join("content")).is_ok() {
                    known = read(root).unwrap();
                    continue;
                }
                known = crate::source::read_again(&known, &changed).unwrap();
                assert_eq!(format!("{known:#?}"), format!("{:#?}", read(root).unwrap()), "{seed} {step}: {changed:?}");
            }
        }
    }

    #[test]
    fn the_project_itself_and_a_linked_folder_are_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("isi/berita")).unwrap();
        symlink("isi", root.join("content")).unwrap();
        let known = read(root).unwrap();
        fs::write(root.join("isi/berita/a.md"), "a").unwrap();
        for changed in [root.to_owned(), root.join("content/berita/a.md")] {
            let again = crate::source::read_again(&known, &[changed]).unwrap();
            assert_eq!(format!("{again:#?}"), format!("{:#?}", read(root).unwrap()));
        }
        let kept = crate::source::read_again(&known, &[root.join("output/x"), "/elsewhere".into()]).unwrap();
        assert!(known.iter().zip(kept.iter()).all(|(before, after)| std::sync::Arc::ptr_eq(before, after)));
    }
}
