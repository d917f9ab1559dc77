//! Where every page lies below the site's root: the only place that makes addresses.
//!
//! A page with pages beneath it is a folder, a leaf is a file. The ballot number is the key of a pair.

use crate::model::Lingkup;
use crate::model::paslon::Paslon;
use crate::value::jalur::encoded;
use crate::value::kode_bahasa::KodeBahasa;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A file of the site, below its root: `jambi/kota-jambi/index.html`.
///
/// What is shown of it, and what templates see, is [encoded]: a name that an office gave a file may hold spaces and `#`. The
/// file itself has the name as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

/// The base address of the site: `https://contoh.go.id/pilkada/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// Takes the address as written in `situs.yaml`, with or without a slash at its end.
    pub fn new(alamat: &str) -> Self {
        Self(format!("{}/", alamat.trim_end_matches('/')))
    }

    /// The part of an address below the site's root, with the stroke before it; nothing where it is another site's.
    pub fn below(&self, to: &str) -> Option<String> {
        let (scheme, to) = to.split_once("://")?;
        let (_, own) = self.0.trim_end_matches('/').split_once("://")?;
        let is_own = to.get(..own.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(own));
        if !is_own || !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
            return None;
        }
        match to[own.len()..].strip_prefix('/') {
            Some(path) => Some(format!("/{path}")),
            None => (to.len() == own.len() || to[own.len()..].starts_with(['#', '?']))
                .then(|| format!("/{}", &to[own.len()..])),
        }
    }

    /// The whole address of a page, the way it is known to others: `…/jambi/` and not `…/jambi/index.html`.
    pub fn canonical(&self, address: &Address) -> String {
        [&*self.0, &address.public()].concat()
    }

    /// The path the site lies under on its host: `/pilkada/`.
    pub fn prefix(&self) -> &str {
        let after_scheme = self.0.find("://").map_or(0, |at| at + 3);
        self.0[after_scheme..].find('/').map_or("/", |slash| &self.0[after_scheme + slash..])
    }

    /// The host's name, for stable identifiers.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        rest.split(['/', ':']).next().unwrap_or(rest)
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Address {
    /// A file directly below the root, such as `robots.txt`.
    pub fn root(file: &str) -> Self {
        Self(file.to_owned())
    }

    /// A file in a scope's folder.
    pub fn of(lingkup: &Lingkup, file: &str) -> Self {
        Self::joined(lingkup, &[file])
    }

    /// A file in a scope's folder, its name in parts; a site has many addresses, and they are made for every page.
    fn joined(lingkup: &Lingkup, file: &[&str]) -> Self {
        let (jalur, slash) = (lingkup.jalur.as_str(), if lingkup.jalur.is_empty() { "" } else { "/" });
        let length = jalur.len() + slash.len() + file.iter().map(|part| part.len()).sum::<usize>();
        let mut address = String::with_capacity(length);
        address.push_str(jalur);
        address.push_str(slash);
        for part in file {
            address.push_str(part);
        }
        Self(address)
    }

    /// A scope's own page: a region, or the site's first page.
    pub fn lingkup(lingkup: &Lingkup) -> Self {
        Self::of(lingkup, "index.html")
    }

    /// A pair: by its number, or by its names before that is drawn.
    pub fn paslon(lingkup: &Lingkup, paslon: &Paslon) -> Self {
        Self::leaf(lingkup, "paslon", &paslon.kunci())
    }

    /// Where a pair lay before its number was drawn.
    pub fn paslon_lama(lingkup: &Lingkup, paslon: &Paslon) -> Self {
        Self::leaf(lingkup, "paslon", &paslon.slug)
    }

    /// A leaf in one of a scope's folders, such as `berita`.
    pub fn leaf(lingkup: &Lingkup, folder: &str, slug: &str) -> Self {
        Self::joined(lingkup, &[folder, "/", slug, ".html"])
    }

    /// A page of the news list, from 1.
    pub fn berita(lingkup: &Lingkup, halaman: usize) -> Self {
        match halaman {
            1 => Self::of(lingkup, "berita/index.html"),
            _ => Self::of(lingkup, &format!("berita/halaman-{halaman}.html")),
        }
    }

    /// A source, in the scope that holds it: two offices may use one key for two things.
    pub fn sumber(pemegang: &Lingkup, id: &str) -> Self {
        Self::leaf(pemegang, "sumber", id)
    }

    /// Where a source lay when all of them lay at the root, whichever scope held them.
    pub fn sumber_lama(id: &str) -> Self {
        Self(format!("sumber/{id}.html"))
    }

    /// A label's list of news.
    pub fn label(slug: &str) -> Self {
        Self(format!("label/{slug}.html"))
    }

    /// The same page in another language than that of the addresses without a code: `jadwal.en.html`.
    ///
    /// The only place that says so; which page has which languages [`Versions`](super::versions::Versions) know.
    pub fn dalam(&self, bahasa: &KodeBahasa) -> Self {
        match self.0.rsplit_once('.') {
            Some((stem, ending)) => Self([stem, ".", bahasa, ".", ending].concat()),
            None => Self([&*self.0, ".", bahasa].concat()),
        }
    }

    /// The articles of a scope as JSON.
    pub fn news_data(lingkup: &Lingkup) -> Self {
        Self::of(lingkup, "berita.json")
    }

    /// The same name with another ending: a page's JSON.
    pub fn with_extension(&self, extension: &str) -> Self {
        let stem = self.0.rsplit_once('.').map_or(&*self.0, |(stem, _)| stem);
        Self([stem, ".", extension].concat())
    }

    /// The path of the file below the site's root.
    pub fn file(&self) -> &str {
        &self.0
    }

    /// The path as others know it: a folder's page is its folder.
    pub fn public(&self) -> Cow<'_, str> {
        encoded(match self.0.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &self.0,
        })
    }

    /// The way from this page up to the root: `../../`. Links built on it also work from a memory card.
    pub fn up(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&encoded(&self.0))
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&encoded(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_known_by_its_name_and_links_lead_up_from_a_file() {
        let base = Base::new("https://contoh.go.id/pilkada");
        let address = Address("jambi/kota-jambi/index.html".to_owned());
        assert_eq!(base.canonical(&address), "https://contoh.go.id/pilkada/jambi/kota-jambi/");
        assert_eq!(address.up(), "../../");
        assert_eq!((base.prefix(), base.host()), ("/pilkada/", "contoh.go.id"));
        assert_eq!(address.with_extension("json").file(), "jambi/kota-jambi/index.json");
    }
}
