//! What a build remembers of the files it drew: what each rests on, and the mark of its bytes.
//!
//! A file whose parts of the model, held values and links are as they were is not drawn again. What is remembered is never
//! trusted for what it says of a file: the [sink](Sink::retain) has the bytes of that mark, or the file is drawn.

use crate::model::Model;
use crate::model::tracked::Parts;
use crate::page::frame::asked::Asked;
use crate::page::frame::keyed::NumberedSet;
use crate::page::frame::page::{Dependencies, Observed, Page};
use crate::plan::Pages;
use crate::render::sink::{ContentId, Sink};
use rayon::iter::Either;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is known from an earlier build, and what is learned in this one.
#[derive(Debug)]
pub struct PageCache {
    known: Option<Known>,
    learned: Mutex<Learned>,
    common: u128,
    tujuan: u128,
}

/// What an earlier build learned, held against the model of this one.
#[derive(Debug)]
struct Known {
    kept: SavedPages,
    /// Whether all parts of a set are as they were.
    sound: Vec<bool>,
    /// Whether each link leads where it led.
    still: Vec<bool>,
    /// For each page of this build its place among those kept, if it is there.
    places: Vec<Option<usize>>,
}

/// What is kept from build to build.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SavedPages {
    /// The digest of what every page rests on.
    common: u128,
    /// The digest of what could be linked to.
    tujuan: u128,
    /// The digests of the parts.
    parts: Vec<u128>,
    /// Sets of parts, by their places among the digests.
    sets: Vec<Vec<u32>>,
    /// Links inside the site.
    asked: Vec<Asked>,
    /// The pages, in order of their files.
    pages: Vec<RememberedPage>,
    /// Files that are drawn in one go, by what they are drawn for.
    groups: BTreeMap<String, Group>,
}

/// A page.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct RememberedPage {
    file: String,
    set: u32,
    held: u128,
    /// The places of its links among all.
    asked: Vec<u32>,
    id: ContentId,
}

/// Files that are drawn in one go.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Group {
    set: u32,
    files: Vec<(String, ContentId)>,
    /// What a sink keeps of it; empty for nothing.
    kept: String,
}

/// Which files of a group the sink has from an earlier build.
#[derive(Debug)]
pub enum Taken {
    /// All of them, and they are as they would be drawn.
    All,
    /// These; the others are drawn.
    Some(BTreeMap<String, ContentId>),
}

impl Taken {
    /// The files that need not be drawn, where not all are there.
    pub fn files(self) -> BTreeMap<String, ContentId> {
        match self {
            Self::All => BTreeMap::new(),
            Self::Some(files) => files,
        }
    }
}

/// What is learned while drawing, in no order.
#[derive(Debug, Default)]
struct Learned {
    /// The pages that are as they were, by their places among those known.
    retained: Vec<usize>,
    /// The pages that were drawn.
    drawn: Vec<RememberedPage>,
    groups: BTreeMap<String, Group>,
    numbers: Numbers,
}

/// Sets of parts and links by their numbers.
#[derive(Debug, Default)]
struct Numbers {
    sets: NumberedSet<Vec<u32>>,
    asked: NumberedSet<Asked>,
}

impl Numbers {
    fn set(&mut self, parts: Vec<u32>) -> u32 {
        number(self.sets.insert_full(parts).0)
    }

    fn asked(&mut self, asked: Asked) -> u32 {
        number(self.asked.insert_full(asked).0)
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).expect("a site has fewer pages and links")
}

impl PageCache {
    /// What was kept of an earlier build; nothing of it where anything that all pages rest on (`common`) has changed.
    pub fn of(kept: Option<SavedPages>, pages: &Pages<'_>, common: u128) -> Self {
        let tujuan = pages.tujuan();
        let known = kept.filter(|kept| kept.common == common).map(|kept| Known::of(kept, pages, tujuan));
        Self { known, learned: Mutex::default(), common, tujuan }
    }

    /// Takes those pages of a kind from an earlier build into the sink that would be drawn the same, on all cores; the others of
    /// that kind are left.
    pub fn retain<'p, 'm>(
        &self,
        pages: &'p Pages<'m>,
        is_wanted: impl Fn(&Page<'_>) -> bool + Sync,
        sink: &dyn Sink,
    ) -> Vec<&'p Page<'m>> {
        let wanted = pages.pages.par_iter().enumerate().filter(|(_, page)| is_wanted(page));
        let taken = wanted.map(|(number, page)| {
            let known = self.known.as_ref().and_then(|known| known.find((number, page)));
            let known = known.filter(|(_, remembered)| sink.retain(&remembered.file, &remembered.id));
            known.map(|(place, _)| place).ok_or(page)
        });
        let (left, retained): (Vec<&Page<'m>>, Vec<usize>) = taken.partition_map(Either::from);
        self.learned().retained.extend(retained);
        left
    }

    /// Remembers what a page that was drawn rests on.
    pub fn learn(&self, page: &Page<'_>, seen: Observed, id: ContentId) {
        let Dependencies::Model { held, .. } = &page.dependencies else { return };
        let (file, parts) = (page.address.file().to_owned(), seen.parts.indices());
        let mut learned = self.learned();
        let set = learned.numbers.set(parts);
        let asked = seen.asked.into_iter().map(|link| learned.numbers.asked(link)).collect();
        learned.drawn.push(RememberedPage { file, set, held: *held, asked, id });
    }

    fn learned(&self) -> MutexGuard<'_, Learned> {
        self.learned.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes files that are drawn in one go, where they would be drawn the same.
    pub fn retain_group(&self, name: &str, sink: &dyn Sink) -> Taken {
        let known = self.known.as_ref().and_then(|known| Some((known, known.kept.groups.get(name)?)));
        let Some((known, group)) = known.filter(|(known, group)| known.is_sound(group.set)) else {
            return Taken::Some(BTreeMap::new());
        };
        let taken: BTreeMap<String, ContentId> =
            group.files.iter().filter(|(path, id)| sink.retain(path, id)).cloned().collect();
        if taken.len() < group.files.len() {
            return Taken::Some(taken);
        }
        if !group.kept.is_empty() {
            sink.still_wanted(&group.kept);
        }
        let mut learned = self.learned();
        let set = learned.numbers.set(known.kept.sets[group.set as usize].clone());
        learned.groups.insert(name.to_owned(), Group { set, ..group.clone() });
        Taken::All
    }

    /// Remembers what files drawn in one go rest on, and under which name a sink keeps them; empty for none.
    pub fn learn_group(&self, (name, kept): (&str, &str), parts: &Parts, files: Vec<(String, ContentId)>) {
        let mut learned = self.learned();
        let set = learned.numbers.set(parts.indices());
        learned.groups.insert(name.to_owned(), Group { set, files, kept: kept.to_owned() });
    }

    /// What was known before, for a build that ends without a whole site.
    pub fn before(self) -> Option<SavedPages> {
        self.known.map(|known| known.kept)
    }

    /// What the next build is to know.
    pub fn next(self, model: &Model) -> SavedPages {
        let mut learned = self.learned.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut all =
            self.known.map_or_else(Vec::new, |known| known.kept.chosen(learned.retained, &mut learned.numbers));
        all.append(&mut learned.drawn);
        all.sort_by(|a, b| a.file.cmp(&b.file));
        SavedPages {
            common: self.common,
            tujuan: self.tujuan,
            parts: model.content_hashes.clone(),
            sets: learned.numbers.sets.into_iter().collect(),
            asked: learned.numbers.asked.into_iter().collect(),
            pages: all,
            groups: learned.groups,
        }
    }
}

impl SavedPages {
    /// What was [kept](Self::to_bytes); nothing where that cannot be read.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok().filter(Self::is_whole)
    }

    /// What another run of the program has use for.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// Whether everything that is named by a number is there.
    fn is_whole(&self) -> bool {
        let sets = self.pages.iter().map(|page| page.set).chain(self.groups.values().map(|group| group.set));
        let links = self.pages.iter().flat_map(|page| &page.asked);
        sets.max().is_none_or(|most| (most as usize) < self.sets.len())
            && links.max().is_none_or(|most| (*most as usize) < self.asked.len())
    }

    /// The pages at these places, in order, with sets and links by other numbers.
    fn chosen(mut self, mut places: Vec<usize>, numbers: &mut Numbers) -> Vec<RememberedPage> {
        places.sort_unstable();
        let mut sets = vec![None; self.sets.len()];
        let mut links = vec![None; self.asked.len()];
        let chosen = places.into_iter().map(|place| {
            let page = std::mem::take(&mut self.pages[place]);
            let (set, parts) = (&mut sets[page.set as usize], &self.sets[page.set as usize]);
            let set = *set.get_or_insert_with(|| numbers.set(parts.clone()));
            let asked = page.asked.into_iter().map(|link| {
                let (number, asked) = (&mut links[link as usize], &self.asked[link as usize]);
                *number.get_or_insert_with(|| numbers.asked(asked.clone()))
            });
            RememberedPage { set, asked: asked.collect(), ..page }
        });
        chosen.collect()
    }
}

impl Known {
    fn of(kept: SavedPages, pages: &Pages<'_>, tujuan: u128) -> Self {
        let now = &pages.model.content_hashes;
        let same = |part: &u32| {
            let part = *part as usize;
            now.get(part).is_some() && now.get(part) == kept.parts.get(part)
        };
        let sound = kept.sets.iter().map(|set| set.iter().all(same)).collect();
        let same_targets = kept.tujuan == tujuan;
        let still = kept.asked.par_iter().map(|asked| same_targets || pages.still(asked)).collect();
        let places = places(&kept.pages, &pages.pages);
        Self { kept, sound, still, places }
    }

    fn is_sound(&self, set: u32) -> bool {
        self.sound.get(set as usize).copied().unwrap_or(false)
    }

    /// What is remembered of a page that would be drawn the same, and at which place.
    fn find(&self, (number, page): (usize, &Page<'_>)) -> Option<(usize, &RememberedPage)> {
        let Dependencies::Model { held, .. } = &page.dependencies else { return None };
        let place = (*self.places.get(number)?)?;
        let remembered = &self.kept.pages[place];
        let same = self.is_sound(remembered.set)
            && remembered.held == *held
            && remembered.asked.iter().all(|link| self.still.get(*link as usize).copied().unwrap_or(false));
        same.then_some((place, remembered))
    }
}

/// Where each page is among those known; both are in order of their files.
fn places(known: &[RememberedPage], pages: &[Page<'_>]) -> Vec<Option<usize>> {
    let mut at = 0;
    let places = pages.iter().map(|page| {
        let file = page.address.file();
        at += known[at..].iter().take_while(|known| known.file.as_str() < file).count();
        known.get(at).filter(|known| known.file == file).map(|_| at)
    });
    places.collect()
}
