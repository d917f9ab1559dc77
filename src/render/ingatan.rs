//! What a build remembers of the files it drew: what each rests on, and the mark of its bytes.
//!
//! A file whose parts of the model, held values and links are as they were is not drawn again. What is remembered is never
//! trusted for what it says of a file: the [sink](Sink::retain) has the bytes of that mark, or the file is drawn.

use crate::model::Model;
use crate::model::tracked::Parts;
use crate::page::links::Asked;
use crate::page::{Dasar, Page, Pages, Teramati};
use crate::render::sink::{Cap, Sink};
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
    /// Whether everything that can be linked to is as it was.
    same_targets: bool,
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
    asked: Vec<Asked>,
    cap: Cap,
}

/// Files that are drawn in one go.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Group {
    set: u32,
    files: Vec<(String, Cap)>,
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
    pages: Vec<Remembered>,
    groups: BTreeMap<String, Group>,
}

impl Learned {
    fn set(&mut self, parts: &[u32]) -> u32 {
        if let Some(set) = self.sets.get(parts) {
            return *set;
        }
        let next = u32::try_from(self.sets.len()).expect("there are fewer sets than pages");
        self.sets.insert(parts.to_vec(), next);
        next
    }
}

impl Ingatan {
    /// What a sink kept of an earlier build; nothing of it where anything that all pages rest on (`umum`) has changed.
    pub fn read(sink: &dyn Sink, pages: &Pages<'_>, umum: u128) -> Self {
        let kept = sink.kept(NAME).and_then(|bytes| postcard::from_bytes::<Kept>(&bytes).ok());
        let known = kept.filter(|kept| kept.umum == umum).map(|kept| Known::of(kept, pages));
        Self { known, learned: Mutex::default(), umum }
    }

    /// Takes a page from an earlier build into the sink, where it would be drawn the same; whether that was so.
    pub fn retain(&self, page: &Page<'_>, pages: &Pages<'_>, sink: &dyn Sink) -> bool {
        let Some((known, remembered)) = self.known.as_ref().and_then(|known| Some((known, known.find(page, pages)?)))
        else {
            return false;
        };
        if !sink.retain(&remembered.file, &remembered.cap) {
            return false;
        }
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let set = learned.set(&known.kept.sets[remembered.set as usize]);
        learned.pages.push(Remembered { set, ..remembered.clone() });
        true
    }

    /// Remembers what a page that was drawn rests on.
    pub fn learn(&self, page: &Page<'_>, seen: Teramati, cap: Cap) {
        let Dasar::Model { held, .. } = &page.dasar else { return };
        let parts = seen.parts.indices();
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let set = learned.set(&parts);
        let file = page.address.file().to_owned();
        learned.pages.push(Remembered { file, set, held: *held, asked: seen.asked, cap });
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
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let set = learned.set(&known.kept.sets[group.set as usize]);
        learned.groups.insert(name.to_owned(), Group { set, files: group.files.clone() });
        Taken::All
    }

    /// Remembers what files drawn in one go rest on.
    pub fn learn_group(&self, name: &str, parts: &Parts, files: Vec<(String, Cap)>) {
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let set = learned.set(&parts.indices());
        learned.groups.insert(name.to_owned(), Group { set, files });
    }

    /// Keeps what was learned for the next build; where that fails, it draws everything.
    pub fn write(self, model: &Model, pages: &Pages<'_>, sink: &dyn Sink) {
        let learned = self.learned.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut sets = vec![Vec::new(); learned.sets.len()];
        for (parts, place) in learned.sets {
            sets[place as usize] = parts;
        }
        let mut kept = Kept {
            umum: self.umum,
            tujuan: pages.tujuan(),
            parts: model.sidik.clone(),
            sets,
            pages: learned.pages,
            groups: learned.groups,
        };
        kept.pages.sort_by(|a, b| a.file.cmp(&b.file));
        if let Ok(bytes) = postcard::to_stdvec(&kept) {
            sink.keep(NAME, &bytes);
        }
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
        Self { sound, same_targets: kept.tujuan == pages.tujuan(), kept }
    }

    fn is_sound(&self, set: u32) -> bool {
        self.sound.get(set as usize).copied().unwrap_or(false)
    }

    /// What is remembered of a page that would be drawn the same.
    fn find(&self, page: &Page<'_>, pages: &Pages<'_>) -> Option<&Remembered> {
        let Dasar::Model { held, .. } = &page.dasar else { return None };
        let file = page.address.file();
        let place = self.kept.pages.binary_search_by(|remembered| remembered.file.as_str().cmp(file)).ok()?;
        let remembered = &self.kept.pages[place];
        let same = self.is_sound(remembered.set)
            && remembered.held == *held
            && (self.same_targets || pages.still(&remembered.asked));
        same.then_some(remembered)
    }
}
