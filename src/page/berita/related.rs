//! "Baca juga": which other articles of a region stand below an article.
//!
//! Articles of the same label or of the same contest come first, then the nearest in date. Nothing counts how often an
//! article is read, and paid articles are left out.

use crate::record::Loaded;
use crate::record::berita::Berita;
use crate::value::nomor_urut::NomorUrut;
use crate::value::slug::Slug;
use crate::value::tanggal::Tanggal;
use std::collections::{BTreeMap, BTreeSet};

/// How many articles stand below another.
const MOST: usize = 3;

/// The articles of a scope by what they share: made once a scope, asked for every article.
///
/// An article is known by its place in the scope's list, which is newest first; so neighbours in a list are near in date.
pub(super) struct Related {
    articles: Vec<Article>,
    /// Every article that may be named.
    all: Vec<usize>,
    /// Those that share a label, and first of all those that speak of the pairs.
    groups: Vec<Vec<usize>>,
    by_number: BTreeMap<NomorUrut, Vec<usize>>,
}

/// What is asked of an article.
struct Article {
    tanggal: Tanggal,
    paslon: BTreeSet<NomorUrut>,
    /// The groups it belongs to.
    groups: BTreeSet<usize>,
}

impl Related {
    /// Of a scope's articles, newest first.
    pub fn of(berita: &[Loaded<Berita>]) -> Self {
        // The first group are the articles that speak of pairs, whichever.
        let mut bacaan =
            Self { articles: Vec::new(), all: Vec::new(), groups: vec![Vec::new()], by_number: BTreeMap::new() };
        let mut labels = BTreeMap::new();
        for (place, berita) in berita.iter().enumerate() {
            let record = &berita.record;
            let mut groups: BTreeSet<usize> = BTreeSet::new();
            for label in &record.label {
                let next = labels.len() + 1;
                groups.insert(*labels.entry(Slug::of(label).to_string()).or_insert(next));
            }
            if !record.paslon.is_empty() {
                groups.insert(0);
            }
            bacaan.groups.resize_with(labels.len() + 1, Vec::new);
            let paslon = record.paslon.iter().copied().collect();
            bacaan.articles.push(Article { tanggal: record.tanggal, paslon, groups });
            if !record.advertorial {
                bacaan.list(place);
            }
        }
        bacaan
    }

    /// Puts the article at a place into the lists of what may be named.
    fn list(&mut self, place: usize) {
        self.all.push(place);
        for group in &self.articles[place].groups {
            self.groups[*group].push(place);
        }
        for nomor in &self.articles[place].paslon {
            self.by_number.entry(*nomor).or_default().push(place);
        }
    }

    /// The articles below the one at a place, newest first.
    pub fn below(&self, place: usize) -> Vec<usize> {
        let groups = self.articles[place].groups.iter().map(|group| &self.groups[*group]);
        let mut chosen = self.nearest(place, groups.flat_map(|group| around(group, place, MOST)));
        chosen.truncate(MOST);
        let others = self.nearest(place, around(&self.all, place, 2 * MOST));
        let missing = MOST - chosen.len();
        let others: Vec<usize> = others.into_iter().filter(|other| !chosen.contains(other)).take(missing).collect();
        chosen.extend(others);
        self.balance(place, &mut chosen);
        chosen.sort_unstable();
        chosen
    }

    /// Every article once, the nearest in date first.
    fn nearest(&self, place: usize, articles: impl Iterator<Item = usize>) -> Vec<usize> {
        let day = self.articles[place].tanggal;
        let mut nearest: Vec<usize> = articles.collect::<BTreeSet<usize>>().into_iter().collect();
        nearest.sort_by_key(|other| (day.hari_menuju(self.articles[*other].tanggal).abs(), *other));
        nearest
    }

    /// Where all that is named speaks of one pair only, the last makes room for the nearest article about another.
    fn balance(&self, place: usize, chosen: &mut Vec<usize>) {
        let named: BTreeSet<NomorUrut> =
            chosen.iter().flat_map(|article| &self.articles[*article].paslon).copied().collect();
        let Some(only) = named.first().filter(|_| named.len() == 1) else { return };
        let others = self.by_number.iter().filter(|(nomor, _)| *nomor != only);
        let others = others.flat_map(|(_, articles)| around(articles, place, 1));
        let Some(other) = self.nearest(place, others).first().copied() else { return };
        if chosen.len() == MOST {
            let first = chosen.iter().position(|article| !self.articles[*article].paslon.is_empty());
            let last = if first == Some(MOST - 1) { MOST - 2 } else { MOST - 1 };
            chosen.remove(last);
        }
        chosen.push(other);
    }
}

/// The neighbours of a place in a list, so many on each side.
fn around(list: &[usize], place: usize, most: usize) -> impl Iterator<Item = usize> + '_ {
    let before = list.partition_point(|other| *other < place);
    let after = list.partition_point(|other| *other <= place);
    let newer = list[..before].iter().rev().take(most);
    newer.chain(list[after..].iter().take(most)).copied()
}
