//! What a build remembers of the files it drew: what each rests on, and the mark of its bytes.
//!
//! A file whose parts of the model, held values and links are as they were is not drawn again. What is remembered is never
//! trusted for what it says of a file: the [sink](Sink::retain) has the bytes of that mark, or the file is drawn.

use crate::model::Model;
use crate::model::tracked::Parts;
use crate::page::links::Asked;
use crate::page::{Dasar, Page, Pages, Teramati};
use crate::render::sink::{Cap, Sink};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The name it is kept under.
const NAME: &str = "ingatan-halaman";

/// What is known from an earlier build, and what is learned in this one.
#[derive(Debug)]
pub struct Ingatan {
    known: Option<Known>,
    learned: Mutex<Learned>,
    umum: u128,
}

/// What an earlier build learned, held against the model of this one.
#[derive(Debug)]
struct Known {
    kept: Kept,
    /// Whether all parts of a set are as they were.
    sound: Vec<bool>,
    /// Whether each link leads where it led.
    still: Vec<bool>,
}

/// What is kept from build to build.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    /// The digest of what every page rests on.
    umum: u128,
    /// The digest of what could be linked to.
    tujuan: u128,
    /// The digests of the parts.
    parts: Vec<u128>,
    /// Sets of parts, by their places among the digests.
    sets: Vec<Vec<u32>>,
    /// Links inside the site.
    asked: Vec<Asked>,
    /// The pages, in order of their files.
    pages: Vec<Remembered>,
    /// Files that are drawn in one go, by what they are drawn for.
    groups: BTreeMap<String, Group>,
}

/// A page.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Remembered {
    file: String,
    set: u32,
    held: u128,
    /// The places of its links among all.
    asked: Vec<u32>,
    cap: Cap,
}

/// Files that are drawn in one go.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Group {
    set: u32,
    files: Vec<(String, Cap)>,
    /// What a sink keeps of it; empty for nothing.
    kept: String,
}

/// Which files of a group the sink has from an earlier build.
#[derive(Debug)]
pub enum Taken {
    /// All of them, and they are as they would be drawn.
    All,
    /// These; the others are drawn.
    Some(BTreeMap<String, Cap>),
}

impl Taken {
    /// The files that need not be drawn, where not all are there.
    pub fn files(self) -> BTreeMap<String, Cap> {
        match self {
            Self::All => BTreeMap::new(),
            Self::Some(files) => files,
        }
    }
}

/// What is learned while drawing, in no order.
#[derive(Debug, Default)]
struct Learned {
    sets: BTreeMap<Vec<u32>, u32>,
    asked: BTreeMap<Asked, u32>,
    pages: Vec<Remembered>,
    groups: BTreeMap<String, Group>,
}

impl Learned {
    fn set(&mut self, parts: &[u32]) -> u32 {
        number(&mut self.sets, parts)
    }

    fn asked(&mut self, asked: &Asked) -> u32 {
        number(&mut self.asked, asked)
    }
}

/// The number of a thing: the one it was given, or the next.
fn number<Q: Ord + ToOwned + ?Sized>(numbers: &mut BTreeMap<Q::Owned, u32>, thing: &Q) -> u32
where
    Q::Owned: Ord,
{
    if let Some(number) = numbers.get(thing) {
        return *number;
    }
    let next = u32::try_from(numbers.len()).expect("a site has fewer pages and links");
    numbers.insert(thing.to_owned(), next);
    next
}

/// The things by their numbers.
fn listed<T>(numbers: BTreeMap<T, u32>) -> Vec<T> {
    let mut list: Vec<(u32, T)> = numbers.into_iter().map(|(thing, number)| (number, thing)).collect();
    list.sort_unstable_by_key(|(number, _)| *number);
    list.into_iter().map(|(_, thing)| thing).collect()
}

impl Ingatan {
    /// What a sink kept of an earlier build; nothing of it where anything that all pages rest on (`umum`) has changed.
    pub fn read(sink: &dyn Sink, pages: &Pages<'_>, umum: u128) -> Self {
        let kept = sink.kept(NAME).and_then(|bytes| postcard::from_bytes::<Kept>(&bytes).ok());
        let known = kept.filter(|kept| kept.umum == umum && kept.is_whole()).map(|kept| Known::of(kept, pages));
        Self { known, learned: Mutex::default(), umum }
    }

    /// Takes a page from an earlier build into the sink, where it would be drawn the same; whether that was so.
    pub fn retain(&self, page: &Page<'_>, sink: &dyn Sink) -> bool {
        let Some((known, remembered)) = self.known.as_ref().and_then(|known| Some((known, known.find(page)?))) else {
            return false;
        };
        if !sink.retain(&remembered.file, &remembered.cap) {
            return false;
        }
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let set = learned.set(&known.kept.sets[remembered.set as usize]);
        let asked = remembered.asked.iter().map(|link| learned.asked(&known.kept.asked[*link as usize])).collect();
        learned.pages.push(Remembered { set, asked, ..remembered.clone() });
        true
    }

    /// Remembers what a page that was drawn rests on.
    pub fn learn(&self, page: &Page<'_>, seen: &Teramati, cap: Cap) {
        let Dasar::Model { held, .. } = &page.dasar else { return };
        let parts = seen.parts.indices();
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let set = learned.set(&parts);
        let asked = seen.asked.iter().map(|link| learned.asked(link)).collect();
        let file = page.address.file().to_owned();
        learned.pages.push(Remembered { file, set, held: *held, asked, cap });
    }

    /// Takes files that are drawn in one go, where they would be drawn the same.
    pub fn retain_group(&self, name: &str, sink: &dyn Sink) -> Taken {
        let known = self.known.as_ref().and_then(|known| Some((known, known.kept.groups.get(name)?)));
        let Some((known, group)) = known.filter(|(known, group)| known.is_sound(group.set)) else {
            return Taken::Some(BTreeMap::new());
        };
        let taken: BTreeMap<String, Cap> =
            group.files.iter().filter(|(path, cap)| sink.retain(path, cap)).cloned().collect();
        if taken.len() < group.files.len() {
            return Taken::Some(taken);
        }
        if !group.kept.is_empty() {
            sink.still_wanted(&group.kept);
        }
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let set = learned.set(&known.kept.sets[group.set as usize]);
        learned.groups.insert(name.to_owned(), Group { set, ..group.clone() });
        Taken::All
    }

    /// Remembers what files drawn in one go rest on, and under which name a sink keeps them; empty for none.
    pub fn learn_group(&self, (name, kept): (&str, &str), parts: &Parts, files: Vec<(String, Cap)>) {
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let set = learned.set(&parts.indices());
        learned.groups.insert(name.to_owned(), Group { set, files, kept: kept.to_owned() });
    }

    /// Keeps what was learned for the next build; where that fails, it draws everything.
    pub fn write(self, model: &Model, pages: &Pages<'_>, sink: &dyn Sink) {
        let learned = self.learned.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut kept = Kept {
            umum: self.umum,
            tujuan: pages.tujuan(),
            parts: model.sidik.clone(),
            sets: listed(learned.sets),
            asked: listed(learned.asked),
            pages: learned.pages,
            groups: learned.groups,
        };
        kept.pages.sort_by(|a, b| a.file.cmp(&b.file));
        if let Ok(bytes) = postcard::to_stdvec(&kept) {
            sink.keep(NAME, &bytes);
        }
    }
}

impl Kept {
    /// Whether everything that is named by a number is there.
    fn is_whole(&self) -> bool {
        let sets = self.pages.iter().map(|page| page.set).chain(self.groups.values().map(|group| group.set));
        let links = self.pages.iter().flat_map(|page| &page.asked);
        sets.max().is_none_or(|most| (most as usize) < self.sets.len())
            && links.max().is_none_or(|most| (*most as usize) < self.asked.len())
    }
}

impl Known {
    fn of(kept: Kept, pages: &Pages<'_>) -> Self {
        let now = &pages.model.sidik;
        let same = |part: &u32| {
            let part = *part as usize;
            now.get(part).is_some() && now.get(part) == kept.parts.get(part)
        };
        let sound = kept.sets.iter().map(|set| set.iter().all(same)).collect();
        let same_targets = kept.tujuan == pages.tujuan();
        let still = kept.asked.par_iter().map(|asked| same_targets || pages.still(asked)).collect();
        Self { kept, sound, still }
    }

    fn is_sound(&self, set: u32) -> bool {
        self.sound.get(set as usize).copied().unwrap_or(false)
    }

    /// What is remembered of a page that would be drawn the same.
    fn find(&self, page: &Page<'_>) -> Option<&Remembered> {
        let Dasar::Model { held, .. } = &page.dasar else { return None };
        let file = page.address.file();
        let place = self.kept.pages.binary_search_by(|remembered| remembered.file.as_str().cmp(file)).ok()?;
        let remembered = &self.kept.pages[place];
        let same = self.is_sound(remembered.set)
            && remembered.held == *held
            && remembered.asked.iter().all(|link| self.still.get(*link as usize).copied().unwrap_or(false));
        same.then_some(remembered)
    }
}
