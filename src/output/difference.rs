//! What is different between two published sites, by their manifests.

use crate::output::manifest::Manifest;
use schemars::JsonSchema;
use serde::Serialize;

/// The files in which one site is not as the other, each list in order of the paths.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    /// Files that only the later site has.
    pub baru: Vec<String>,
    /// Files that both have, with other bytes.
    pub berubah: Vec<String>,
    /// Files that only the earlier site has.
    pub hilang: Vec<String>,
}

impl Difference {
    /// What is different in `after`, as seen from `before`.
    pub fn between(before: &Manifest, after: &Manifest) -> Self {
        let mut found = Self::default();
        for (path, entry) in &after.berkas {
            match before.berkas.get(path) {
                None => found.baru.push(path.clone()),
                Some(other) if other != entry => found.berubah.push(path.clone()),
                Some(_) => {}
            }
        }
        found.hilang = before.berkas.keys().filter(|path| !after.berkas.contains_key(*path)).cloned().collect();
        found
    }

    /// Whether both sites have the same files.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// The pages alone, and how many other files there are beside them: tables, feeds, pictures, the search.
    pub fn pages(self) -> (Self, usize) {
        let mut others = 0;
        let mut pages = |paths: Vec<String>| {
            let count = paths.len();
            let pages: Vec<String> = paths.into_iter().filter(|path| path.ends_with(".html")).collect();
            others += count - pages.len();
            pages
        };
        let Self { baru, berubah, hilang } = self;
        (Self { baru: pages(baru), berubah: pages(berubah), hilang: pages(hilang) }, others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::manifest::Entry;

    fn site(files: &[(&str, &str)]) -> Manifest {
        let entry = |text: &str| Entry::of(text.as_bytes());
        Manifest {
            berkas: files.iter().map(|(path, text)| ((*path).to_owned(), entry(text))).collect(),
            ..Manifest::default()
        }
    }

    #[test]
    fn every_file_is_the_same_new_gone_or_another() {
        let before = site(&[("a.html", "1"), ("b.html", "2"), ("c.css", "3"), ("d.json", "4")]);
        let after = site(&[("a.html", "1"), ("b.html", "lain"), ("d.json", "lain"), ("e.html", "5")]);
        let found = Difference::between(&before, &after);
        assert_eq!((&found.baru[..], &found.hilang[..]), (&["e.html".to_owned()][..], &["c.css".to_owned()][..]));
        assert_eq!(found.berubah, ["b.html", "d.json"]);
        let (pages, others) = found.pages();
        assert_eq!((pages.baru.len(), pages.berubah.len(), pages.hilang.len(), others), (1, 1, 0, 2));
        assert!(Difference::between(&after, &after).is_none());
    }
}
