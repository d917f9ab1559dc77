//! Which files are sent and taken away, and in which order.

use crate::hosting::packing::ENDINGS;
use crate::output::manifest::Manifest;
use anyhow::Result;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The file at the target that says what is under way; no file of the site.
pub const UNDER_WAY: &str = ".pilkada-terbit.json";

/// What is under way at a target: these files may be those of its manifest, of the site that was being sent, or of one before it.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// The digest of the manifest that was being sent.
    pub manifes: String,
    /// The files.
    pub ragu: BTreeSet<String>,
}

impl Doubt {
    /// The bytes that stand for it.
    pub fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }
}

/// What is different between a target and a site.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files in whose place the site has a folder, or the other way round: they go first.
    pub blocking: Vec<String>,
    /// Files to send, group after group.
    pub groups: Vec<Vec<String>>,
    /// Files to take away, group after group, when all else is done.
    pub gone: Vec<Vec<String>>,
    /// Those of `groups` that the target may have already.
    maybe: BTreeSet<String>,
    /// Every file that this touches, or that was touched before.
    doubtful: BTreeSet<String>,
}

/// What a file is to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Pages may need it.
    Asset,
    /// It is one.
    Page,
    /// It names pages: feeds, sitemaps.
    List,
}

impl Rank {
    fn of(path: &str) -> Self {
        let text = ENDINGS.iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path);
        let name = text.rsplit('/').next().unwrap_or(text);
        match name.rsplit_once('.') {
            Some((_, "html")) => Self::Page,
            Some((_, "xml")) => Self::List,
            _ if name == "feed.json" => Self::List,
            _ => Self::Asset,
        }
    }
}

impl Changes {
    /// What brings a target from the site that its manifest names, as far as that is not in doubt, to another.
    pub fn between(there: Option<&Manifest>, site: &Manifest, doubt: Option<&Doubt>) -> Self {
        let nothing = Manifest::default();
        let there = &there.unwrap_or(&nothing).berkas;
        let uncertain = doubt.map(|doubt| &doubt.ragu);
        let is_uncertain = |path: &str| uncertain.is_some_and(|ragu| ragu.contains(path));
        let is_sent = |path: &String| is_uncertain(path) || there.get(path) != site.berkas.get(path);
        let mut sent: Vec<&String> = site.berkas.keys().filter(|path| is_sent(path)).collect();
        // A new page before those that lead to it.
        let key = |path: &&String| (Rank::of(path), Rank::of(path) == Rank::Page && there.contains_key(*path));
        sent.sort_by_key(key);
        let groups = sent.chunk_by(|a, b| key(a) == key(b)).map(owned).collect();
        let here_before: BTreeSet<&String> = there.keys().chain(uncertain.into_iter().flatten()).collect();
        let gone = here_before.into_iter().filter(|path| !site.berkas.contains_key(*path));
        let (blocking, mut gone): (Vec<&String>, Vec<&String>) = gone.partition(|path| blocks(path, site));
        // What leads to pages goes before them, and they before what they need.
        gone.sort_by_key(|path| std::cmp::Reverse(Rank::of(path)));
        let gone = gone.chunk_by(|a, b| Rank::of(a) == Rank::of(b)).map(owned).collect();
        let mut changes = Self { blocking: owned(&blocking), groups, gone, ..Self::default() };
        changes.maybe = changes.sent().filter(|path| is_uncertain(path)).map(str::to_owned).collect();
        let touched = changes.sent().chain(changes.removed()).map(str::to_owned);
        changes.doubtful = touched.chain(uncertain.into_iter().flatten().cloned()).collect();
        changes
    }

    /// Leaves out those in doubt of which the target says that it has them.
    pub(super) fn settle(&mut self, has: impl Fn(&str) -> Result<bool> + Sync, at_once: usize) -> Result<()> {
        if self.maybe.is_empty() {
            return Ok(());
        }
        let asked = std::mem::take(&mut self.maybe);
        let ask = |path: &String| Ok(if has(path)? { Some(path.clone()) } else { None });
        let ask_all = || asked.par_iter().map(ask).collect::<Result<Vec<_>>>();
        let there = ThreadPoolBuilder::new().num_threads(at_once).build()?.install(ask_all)?;
        let there: BTreeSet<String> = there.into_iter().flatten().collect();
        for group in &mut self.groups {
            group.retain(|path| !there.contains(path));
        }
        Ok(())
    }

    /// What is in doubt at the target from now on, until all is done.
    pub fn doubt(&self, manifest: &str) -> Doubt {
        Doubt { manifes: manifest.to_owned(), ragu: self.doubtful.clone() }
    }

    /// The files to send, in order.
    pub fn sent(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flatten().map(String::as_str)
    }

    /// The files to take away.
    pub fn removed(&self) -> impl Iterator<Item = &str> {
        self.blocking.iter().chain(self.gone.iter().flatten()).map(String::as_str)
    }

    /// Whether there is nothing to send and to take away.
    pub fn is_none(&self) -> bool {
        self.sent().chain(self.removed()).next().is_none()
    }
}

fn owned(paths: &[&String]) -> Vec<String> {
    paths.iter().map(|path| (*path).clone()).collect()
}

/// Whether a file stands in the way of one of the site's.
fn blocks(path: &str, site: &Manifest) -> bool {
    let below = format!("{path}/");
    let has_below = site.berkas.range(below.clone()..).next().is_some_and(|(other, _)| other.starts_with(&below));
    has_below || path.match_indices('/').any(|(at, _)| site.berkas.contains_key(&path[..at]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::manifest::Entry;

    fn site(files: &[(&str, &str)]) -> Manifest {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), Entry::of(text.as_bytes())));
        Manifest { berkas: files.collect(), ..Manifest::default() }
    }

    fn shown(groups: &[Vec<String>]) -> String {
        groups.iter().map(|group| group.join(" ")).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn what_pages_need_goes_before_them_and_what_is_gone_goes_last() {
        let before =
            site(&[("index.html", "1"), ("lama.html", "1"), ("lama.webp", "1"), ("atom.xml", "1"), ("a.js", "1")]);
        let after = site(&[
            ("index.html", "2"),
            ("index.html.br", "2"),
            ("baru.html", "2"),
            ("baru.webp", "2"),
            ("atom.xml", "2"),
            ("a.js", "1"),
        ]);
        let changes = Changes::between(Some(&before), &after, None);
        assert_eq!(shown(&changes.groups), "baru.webp | baru.html index.html.br | index.html | atom.xml");
        assert_eq!(shown(&changes.gone), "lama.html | lama.webp");
        assert!(Changes::between(Some(&after), &after, None).is_none());
        assert_eq!(Changes::between(None, &after, None).sent().count(), after.berkas.len());
    }

    #[test]
    fn what_a_cut_left_in_doubt_is_sent_again_or_taken_away() {
        let (first, cut, next) =
            (site(&[("a", "1"), ("b", "1")]), site(&[("a", "2"), ("b", "1"), ("c", "2")]), site(&[("a", "1")]));
        let doubt = Changes::between(Some(&first), &cut, None).doubt("x");
        // The file is as the manifest there says, and yet another may lie there.
        let mut changes = Changes::between(Some(&first), &next, Some(&doubt));
        assert_eq!((shown(&changes.groups), shown(&changes.gone)), ("a".into(), "b c".into()));
        assert_eq!(changes.doubt("y").ragu, ["a", "b", "c"].map(str::to_owned).into());
        changes.settle(|path| Ok(path == "a"), 1).unwrap();
        assert_eq!(changes.sent().count(), 0);
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_goes_first() {
        let (before, after) = (site(&[("a", "1"), ("b/c", "1"), ("d", "1")]), site(&[("a/x", "1"), ("b", "1")]));
        let changes = Changes::between(Some(&before), &after, None);
        assert_eq!((changes.blocking.join(" "), shown(&changes.gone)), ("a b/c".into(), "d".into()));
    }
}
