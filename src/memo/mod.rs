//! The one memory: outcomes of work by their keys, each with what it was made from (a verifying trace).
//!
//! [`Session::remember`] does work, notes what it read, and next time takes the outcome where everything that it read is as it
//! was. Nobody declares dependencies: inputs, links and other outcomes note themselves while they are read ([`reading`]). An
//! outcome has a digest of its own, so work that rests on a list of titles is done again when a title changes, and not when the
//! text behind it does (early cut-off: [`Digested`]).
//!
//! Nothing here knows what is remembered. A [`Memo`] lives from build to build in a program that goes on, and as bytes under a
//! seal from run to run. It keeps two generations: what the last build learned, and what this one asks for; what nobody asks
//! for is forgotten. Two rules hold it together: *work hands nothing to other threads*, and *the model is read through its
//! tracked parts*. comemo has no form on the disk and salsa wants the program written around it; their ideas are here.

pub mod reading;
mod shelf;

use crate::memo::reading::{Ground, Grounds};
use crate::memo::shelf::{Builder, Outcome, Place, Shelf};
use indexmap::IndexMap;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::any::Any;
use std::fmt::{self, Debug, Formatter};
use std::hash::Hash;
use std::ops::Deref;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

pub use crate::memo::shelf::{open, sealed};

/// What work is remembered by: the same key, the same work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key(#[serde(with = "shelf::bytes")] u128);

impl Key {
    /// The key of a kind of work on something.
    pub fn of(kind: &str, what: &(impl Hash + ?Sized)) -> Self {
        let mut digest = Xxh3::new();
        (kind, what).hash(&mut digest);
        Self(digest.digest128())
    }

    /// The same work where something that all work rests on is another.
    fn under(self, common: u128) -> Self {
        Self(self.0 ^ common)
    }
}

/// What is remembered: it can be written down for the next run.
pub trait Keep: Any + Send + Sync {
    /// The bytes that stand for it; nothing where it is made again rather than kept.
    fn keep(&self) -> Option<Vec<u8>>;
}

impl<T: Serialize + Any + Send + Sync> Keep for T {
    fn keep(&self) -> Option<Vec<u8>> {
        postcard::to_stdvec(self).ok()
    }
}

/// Says what everything that work may have read is now.
pub trait Now: Sync {
    /// The digest of an input by its number; nothing where there is no such input any more.
    fn input(&self, _number: u32) -> Option<u128> {
        None
    }

    /// The digest of the answer to a question; nothing where it cannot be answered.
    fn answer(&self, _question: &str) -> Option<u128> {
        None
    }

    /// The digest of everything questions are answered from: while it is the same, none is asked.
    fn answers(&self) -> Option<u128> {
        None
    }

    /// The moment that everything is made for, which may be another each time while little follows from it.
    fn moment(&self) -> i32 {
        0
    }
}

/// For work that rests on its key alone.
pub struct KeyAlone;

impl Now for KeyAlone {}

/// Outcomes by their keys, from build to build.
#[derive(Debug, Default)]
pub struct Memo(Mutex<Generation>);

/// What the last build learned.
#[derive(Debug)]
enum Generation {
    /// Put together.
    Shelf(Arc<Shelf>),
    /// As it ended: what it learned is put together when somebody asks for it, at best while something else goes on.
    Ended(Box<Ended>),
}

impl Default for Generation {
    fn default() -> Self {
        Self::Shelf(Arc::default())
    }
}

/// What a build took over and what it learned.
struct Ended {
    answers: Option<u128>,
    last: Arc<Shelf>,
    /// The places in the last generation of what is as it was.
    same: Vec<Place>,
    learned: Vec<Learned>,
    common: u128,
}

/// An outcome that was made, with what it was made from.
struct Learned {
    key: Key,
    grounds: Vec<(Ground, u128)>,
    outcome: Outcome,
}

/// How a build ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It asked for everything there is.
    Whole,
    /// It did not: what it left out is remembered too.
    Early,
}

/// The use of a memo in one build.
pub struct Session<'n> {
    now: &'n dyn Now,
    /// Mixed into every key: the digest of what all work rests on.
    common: u128,
    last: Arc<Shelf>,
    /// Whether each ground of the last generation, and each set of them, is as it was.
    verdicts: [Vec<AtomicU8>; 2],
    next: Mutex<Next>,
}

/// What this build has asked for so far.
#[derive(Default)]
struct Next {
    /// The places in the last generation of what is as it was.
    same: Vec<Place>,
    /// What was made now, and what it was made from.
    learned: KeyMap<(Grounds, Outcome)>,
    /// The digests of outcomes that work read.
    digests: KeyMap<u128>,
}

/// Things by their keys.
type KeyMap<T> = IndexMap<Key, T, foldhash::fast::FixedState>;

/// Not known yet, as it was, or stale.
const UNKNOWN: u8 = 0;
const SAME: u8 = 1;
const STALE: u8 = 2;

impl Memo {
    /// What an earlier run of this very program [kept](Self::to_bytes); nothing where it is damaged or another program's.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let shelf = Shelf::from_bytes(open(bytes)?)?;
        Some(Self(Mutex::new(Generation::Shelf(Arc::new(shelf)))))
    }

    /// The bytes of the last generation; nothing where they are those it was [made from](Self::from_bytes).
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        self.last().to_bytes().map(sealed)
    }

    /// Begins a build, in which `now` says what the grounds of work are, and `common` is the digest of what all of it rests on.
    pub fn begin<'n>(&self, now: &'n dyn Now, common: u128) -> Session<'n> {
        let last = self.last();
        let unknown = |count| std::iter::repeat_with(|| AtomicU8::new(UNKNOWN)).take(count).collect();
        let verdicts = [unknown(last.grounds.len()), unknown(last.sets.len())];
        Session { now, common, last, verdicts, next: Mutex::default() }
    }

    /// The keys of what is remembered, in order.
    pub fn keys(&self) -> Vec<Key> {
        self.last().traces.iter().map(|trace| trace.key).collect()
    }

    fn last(&self) -> Arc<Shelf> {
        let mut generation = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = match std::mem::take(&mut *generation) {
            Generation::Shelf(last) => last,
            Generation::Ended(ended) => ended.shelf(),
        };
        *generation = Generation::Shelf(Arc::clone(&last));
        last
    }

    /// Ends a build: what it asked for is what is remembered from now on.
    pub fn end(&self, session: &Session<'_>, end: End) {
        let next = Generation::Ended(Box::new(session.ended(end)));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = next;
    }

    /// Puts together what the last build learned; whoever builds next would have to wait for it.
    pub fn settle(&self) {
        self.last();
    }
}

impl Session<'_> {
    /// Does work, or takes its outcome where that was remembered and all that it read is as it was.
    pub fn remember<T: Keep + DeserializeOwned>(&self, key: Key, work: impl FnOnce() -> T) -> Arc<T> {
        let outcome = self.recall_kept(key).unwrap_or_else(|| {
            let (made, grounds) = reading::watch(work);
            self.learn(key, grounds, made)
        });
        self.read(key);
        outcome
    }

    /// The outcome that is remembered of work, where all that it read is as it was; `decode` reads it from bytes.
    pub fn recall<T: Keep>(&self, key: Key, decode: impl FnOnce(&[u8]) -> Option<T>) -> Option<Arc<T>> {
        let key = key.under(self.common);
        if let Some((_, outcome)) = self.next().learned.get(&key) {
            return outcome.value(decode);
        }
        let place = self.last.find(key).filter(|place| self.is_same(*place))?;
        let outcome = self.last.traces[place as usize].outcome.value(decode)?;
        self.next().same.push(place);
        Some(outcome)
    }

    /// The same of an outcome that is read as it was written.
    pub fn recall_kept<T: Keep + DeserializeOwned>(&self, key: Key) -> Option<Arc<T>> {
        self.recall(key, |bytes| postcard::from_bytes(bytes).ok())
    }

    /// Remembers the outcome of work that read all this.
    pub fn learn<T: Keep>(&self, key: Key, grounds: Grounds, made: T) -> Arc<T> {
        let made = Arc::new(made);
        let outcome = Outcome::made(Arc::clone(&made));
        self.next().learned.insert(key.under(self.common), (grounds, outcome));
        made
    }

    /// Names a value that was worked out anew, by its digest: who reads it rests on that, and on nothing that is below it.
    pub fn digested<T>(&self, key: Key, digest: u128, value: T) -> Digested<T> {
        self.next().digests.insert(key.under(self.common), digest);
        Digested { key, digest, value }
    }

    /// Notes that the work at hand reads the outcome of a key.
    pub fn read(&self, key: Key) {
        if !reading::is_watched() {
            return;
        }
        if let Some(digest) = self.digest(key.under(self.common)) {
            reading::note_other(&|| Ground::Outcome(key), digest);
        }
    }

    fn next(&self) -> MutexGuard<'_, Next> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The digest that an outcome has in this build; nothing where it is not known to have one.
    fn digest(&self, key: Key) -> Option<u128> {
        let mut next = self.next();
        if let Some(digest) = next.digests.get(&key) {
            return Some(*digest);
        }
        if let Some((_, outcome)) = next.learned.get(&key) {
            let digest = xxh3_128(&outcome.bytes()?);
            next.digests.insert(key, digest);
            return Some(digest);
        }
        drop(next);
        let place = self.last.find(key).filter(|place| self.is_same(*place))?;
        Some(xxh3_128(&self.last.traces[place as usize].outcome.bytes()?))
    }

    /// Whether all that a remembered outcome was made from is as it was.
    fn is_same(&self, place: Place) -> bool {
        let set = self.last.traces[place as usize].set;
        verdict(&self.verdicts[1][set as usize], || {
            self.last.sets[set as usize].iter().all(|ground| self.is_ground_same(*ground))
        })
    }

    fn is_ground_same(&self, number: u32) -> bool {
        verdict(&self.verdicts[0][number as usize], || {
            let (ground, digest) = &self.last.grounds[number as usize];
            match ground {
                Ground::Input(number) => self.now.input(*number) == Some(*digest),
                Ground::Question(_) if self.last.answers.is_some() && self.now.answers() == self.last.answers => true,
                Ground::Question(question) => self.now.answer(question) == Some(*digest),
                Ground::Outcome(key) => self.digest(key.under(self.common)) == Some(*digest),
                Ground::Moments(moments) => moments.has(self.now.moment()),
            }
        })
    }

    /// What is remembered from now on.
    fn ended(&self, end: End) -> Ended {
        let Next { mut same, learned, .. } = std::mem::take(&mut *self.next());
        if end == End::Early {
            same = (0..self.last.len()).collect();
        }
        let learned = learned.into_iter().map(|(key, (grounds, outcome))| {
            let inputs = grounds.inputs.iter().map(|number| (Ground::Input(*number), self.now.input(*number)));
            let inputs = inputs.map(|(ground, digest)| (ground, digest.unwrap_or_default()));
            Learned { key, grounds: inputs.chain(grounds.others).collect(), outcome }
        });
        let learned = learned.collect();
        // What is taken over unseen may rest on other answers than those there are now.
        let answers = self.now.answers().filter(|_| end == End::Whole);
        Ended { answers, last: Arc::clone(&self.last), same, learned, common: self.common }
    }
}

impl Ended {
    fn shelf(self) -> Arc<Shelf> {
        let Self { answers, last, same, learned, common } = self;
        let mut next = Builder::new(answers);
        for Learned { key, grounds, outcome } in learned {
            next.learn(key, grounds.into_iter(), outcome);
        }
        next.take_over(&last, same, |key| last.find(key.under(common)));
        next.done(&last)
    }
}

impl Debug for Ended {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ended").field("learned", &self.learned.len()).finish_non_exhaustive()
    }
}

/// What is known, or what is found out now. Two threads may find out the same.
fn verdict(known: &AtomicU8, find: impl FnOnce() -> bool) -> bool {
    match known.load(Ordering::Relaxed) {
        UNKNOWN => {
            let is_same = find();
            known.store(if is_same { SAME } else { STALE }, Ordering::Relaxed);
            is_same
        }
        known => known == SAME,
    }
}

/// A value that was worked out from many parts, with its digest: work that reads it rests on the digest alone.
pub struct Digested<T> {
    key: Key,
    digest: u128,
    value: T,
}

impl<T> Deref for Digested<T> {
    type Target = T;

    fn deref(&self) -> &T {
        reading::note_other(&|| Ground::Outcome(self.key), self.digest);
        &self.value
    }
}

impl Debug for Session<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("last", &self.last.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
