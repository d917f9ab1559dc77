//! One generation of outcomes: in memory, and as bytes.

use crate::memo::reading::Ground;
use crate::memo::{Keep, Key};
use indexmap::IndexSet;
use serde::{Deserialize, Serialize};
use std::any::Any;
use std::borrow::Cow;
use std::fmt::{self, Debug, Formatter};
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use xxhash_rust::xxh3::Xxh3;

/// The place of a trace on a shelf.
pub(super) type Place = u32;

/// Outcomes in order of their keys, with what each was made from.
#[derive(Default)]
pub(super) struct Shelf {
    /// The digest of everything questions were answered from; nothing where that is not the same for all.
    pub answers: Option<u128>,
    /// Everything that was read, with its digest.
    pub grounds: Vec<(Ground, u128)>,
    /// Sets of grounds, by their places: many outcomes rest on the same.
    pub sets: Vec<Vec<u32>>,
    pub traces: Vec<Trace>,
    /// Whether nothing is another than in the bytes it came from.
    is_as_read: bool,
}

/// An outcome with the set of what it was made from.
pub(super) struct Trace {
    pub key: Key,
    pub set: u32,
    pub outcome: Outcome,
}

/// An outcome: as bytes, or as the value that was made or read from them.
#[derive(Clone)]
pub(super) struct Outcome {
    kept: Option<(Arc<Vec<u8>>, Range<usize>)>,
    made: OnceLock<Made>,
}

/// A value, and how it is written down.
#[derive(Clone)]
struct Made {
    value: Arc<dyn Any + Send + Sync>,
    keep: fn(&(dyn Any + Send + Sync)) -> Option<Vec<u8>>,
}

impl Outcome {
    /// An outcome that was made now.
    pub fn made<T: Keep>(value: Arc<T>) -> Self {
        Self { kept: None, made: OnceLock::from(Made::of(value)) }
    }

    /// The bytes that stand for it.
    pub fn bytes(&self) -> Option<Cow<'_, [u8]>> {
        if let Some((bytes, range)) = &self.kept {
            return Some(Cow::Borrowed(&bytes[range.clone()]));
        }
        let made = self.made.get()?;
        (made.keep)(&*made.value).map(Cow::Owned)
    }

    /// Its value, which `decode` reads from bytes where it is not in memory.
    pub fn value<T: Keep>(&self, decode: impl FnOnce(&[u8]) -> Option<T>) -> Option<Arc<T>> {
        if let Some(made) = self.made.get() {
            return Arc::clone(&made.value).downcast().ok();
        }
        let (bytes, range) = self.kept.as_ref()?;
        let value = Arc::new(decode(&bytes[range.clone()])?);
        _ = self.made.set(Made::of(Arc::clone(&value)));
        Some(value)
    }
}

impl Made {
    fn of<T: Keep>(value: Arc<T>) -> Self {
        Self { value, keep: |value| value.downcast_ref::<T>().and_then(Keep::keep) }
    }
}

/// What stands before the byte strings.
#[derive(Serialize, Deserialize)]
struct Head<'h> {
    answers: Option<u128>,
    grounds: Cow<'h, [(Ground, u128)]>,
    sets: Cow<'h, [Vec<u32>]>,
    /// The key, the set and the length of each.
    traces: Vec<(Key, u32, usize)>,
}

/// A digest as its bytes: as a number of varying length it takes more, and longer.
pub(super) mod bytes {
    use crate::value::bytes;
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(digest: &u128, serializer: S) -> Result<S::Ok, S::Error> {
        bytes::serialize(&digest.to_le_bytes(), serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u128, D::Error> {
        bytes::deserialize(deserializer).map(u128::from_le_bytes)
    }
}

impl Shelf {
    /// How many outcomes there are.
    pub fn len(&self) -> Place {
        Place::try_from(self.traces.len()).unwrap_or(Place::MAX)
    }

    /// The place of a key.
    pub fn find(&self, key: Key) -> Option<Place> {
        let place = self.traces.binary_search_by(|trace| trace.key.cmp(&key)).ok()?;
        Place::try_from(place).ok()
    }

    /// The bytes of it; nothing where they are those it was read from.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        if self.is_as_read {
            return None;
        }
        let outcomes: Vec<_> = self.traces.iter().filter_map(|trace| Some((trace, trace.outcome.bytes()?))).collect();
        let traces = outcomes.iter().map(|(trace, bytes)| (trace.key, trace.set, bytes.len())).collect();
        let head = Head {
            answers: self.answers,
            grounds: Cow::Borrowed(&self.grounds),
            sets: Cow::Borrowed(&self.sets),
            traces,
        };
        // What cannot be written is made again next time.
        let mut bytes = postcard::to_stdvec(&head).unwrap_or_default();
        bytes.reserve_exact(outcomes.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() + SEAL);
        for (_, outcome) in &outcomes {
            bytes.extend_from_slice(outcome);
        }
        Some(bytes)
    }

    /// A shelf from its [bytes](Self::to_bytes); nothing where they are not whole.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let (Head { answers, grounds, sets, traces }, rest) = postcard::take_from_bytes::<Head<'_>>(&bytes).ok()?;
        let (grounds, sets) = (grounds.into_owned(), sets.into_owned());
        let mut end = bytes.len() - rest.len();
        let bytes = Arc::new(bytes);
        let mut read = Vec::with_capacity(traces.len());
        for (key, set, length) in traces {
            let start = end;
            end = start.checked_add(length).filter(|end| *end <= bytes.len())?;
            let outcome = Outcome { kept: Some((Arc::clone(&bytes), start..end)), made: OnceLock::new() };
            read.push(Trace { key, set, outcome });
        }
        let is_known = |number: &u32| (*number as usize) < grounds.len();
        let is_whole = end == bytes.len()
            && read.is_sorted_by(|a, b| a.key < b.key)
            && read.iter().all(|trace| (trace.set as usize) < sets.len())
            && sets.iter().flatten().all(is_known);
        is_whole.then_some(Self { answers, grounds, sets, traces: read, is_as_read: true })
    }
}

impl Debug for Shelf {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shelf").field("outcomes", &self.traces.len()).finish_non_exhaustive()
    }
}

/// A shelf being put together.
pub(super) struct Builder {
    answers: Option<u128>,
    grounds: IndexSet<(Ground, u128), foldhash::fast::FixedState>,
    sets: IndexSet<Vec<u32>, foldhash::fast::FixedState>,
    traces: Vec<Trace>,
    is_same: bool,
}

impl Builder {
    /// An empty shelf; questions were answered from something with this digest.
    pub fn new(answers: Option<u128>) -> Self {
        let (grounds, sets) = (IndexSet::default(), IndexSet::default());
        Self { answers, grounds, sets, traces: Vec::new(), is_same: true }
    }

    /// Adds an outcome that was made now.
    pub fn learn(&mut self, key: Key, grounds: impl Iterator<Item = (Ground, u128)>, outcome: Outcome) {
        let set = grounds.map(|ground| number(self.grounds.insert_full(ground).0)).collect();
        let set = number(self.sets.insert_full(set).0);
        self.traces.push(Trace { key, set, outcome });
        self.is_same = false;
    }

    /// Takes over the outcomes at these places of another shelf, and those that they rest on; `find` gives the place of one.
    pub fn take_over(&mut self, last: &Shelf, mut places: Vec<Place>, find: impl Fn(Key) -> Option<Place>) {
        // In the order in which they lie, and they are in order afterwards; from the last, which is taken first.
        places.sort_unstable_by(|a, b| b.cmp(a));
        // Sets share most of their grounds: each ground is looked up once.
        let (mut sets, mut grounds) = (vec![None; last.sets.len()], vec![None; last.grounds.len()]);
        let mut is_taken = vec![false; last.traces.len()];
        while let Some(place) = places.pop() {
            if std::mem::replace(&mut is_taken[place as usize], true) {
                continue;
            }
            let trace = &last.traces[place as usize];
            let set = *sets[trace.set as usize].get_or_insert_with(|| {
                let set = last.sets[trace.set as usize].iter().map(|old| {
                    *grounds[*old as usize].get_or_insert_with(|| {
                        let ground = &last.grounds[*old as usize];
                        if let Ground::Outcome(key) = ground.0 {
                            places.extend(find(key));
                        }
                        number(self.grounds.insert_full(ground.clone()).0)
                    })
                });
                let set = set.collect();
                number(self.sets.insert_full(set).0)
            });
            self.traces.push(Trace { key: trace.key, set, outcome: trace.outcome.clone() });
        }
        self.is_same &= self.answers == last.answers && is_taken.iter().all(|taken| *taken);
    }

    /// The shelf; where nothing is another than on the last, that is left as it is.
    pub fn done(mut self, last: &Arc<Shelf>) -> Arc<Shelf> {
        if self.is_same {
            return Arc::clone(last);
        }
        // Of two with one key the one that was made now stands first.
        self.traces.sort_by_key(|trace| trace.key);
        self.traces.dedup_by_key(|trace| trace.key);
        let (grounds, sets) = (self.grounds.into_iter().collect(), self.sets.into_iter().collect());
        Arc::new(Shelf { answers: self.answers, grounds, sets, traces: self.traces, is_as_read: false })
    }
}

/// A place as it is kept.
fn number(place: usize) -> u32 {
    u32::try_from(place).expect("a site has fewer pages and links")
}

/// The bytes of a seal.
const SEAL: usize = 16;

/// Bytes with a sum of them and of the program, which another program does not believe.
pub fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.extend(seal(&bytes));
    bytes
}

/// What was [sealed]; nothing where it is damaged, or another program's.
pub fn open(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let length = bytes.len().checked_sub(SEAL)?;
    (seal(&bytes[..length]) == bytes[length..]).then(|| bytes.truncate(length)).map(|()| bytes)
}

fn seal(bytes: &[u8]) -> [u8; SEAL] {
    let mut digest = Xxh3::new();
    digest.update(env!("PILKADA_SOURCE_HASH").as_bytes());
    digest.update(bytes);
    digest.digest128().to_le_bytes()
}
