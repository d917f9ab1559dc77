//! Which parts of the model a piece of work reads.
//!
//! What a page shows follows from the parts it read. While none of them has changed, neither has the page. Nobody has to
//! declare what he reads: the parts of a scope are [`Tracked`], and notice it themselves.

use crate::record::Type;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use xxhash_rust::xxh3::Xxh3;

/// A part of the model: the records of one kind in one scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part(usize);

/// What else of a scope is told apart, beside its records: it is worked out from several kinds of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derived {
    /// The findings that records silence; of the nation only.
    Abaikan,
    /// What is known of pictures and attachments; of the nation only.
    Media,
    /// The pictures that the records of a scope name.
    Gambar,
    /// Every file that holds a record; of the nation only.
    Document,
}

/// How many parts a scope has: those of its record types, in the order of their table, and those derived.
pub const PARTS: usize = Type::COUNT + Derived::Document as usize + 1;

impl Part {
    /// The records of a type in the scope at a place of the model's list.
    pub fn new(scope: usize, records: Type) -> Self {
        Self(scope * PARTS + records as usize)
    }

    /// What is derived from the records of the scope at a place of the model's list.
    pub fn derived(scope: usize, derived: Derived) -> Self {
        Self(scope * PARTS + Type::COUNT + derived as usize)
    }

    /// Its place in a list of all parts.
    pub fn index(self) -> usize {
        self.0
    }
}

/// A part of the model with its value; whoever looks at the value is noticed.
#[derive(Debug)]
pub struct Tracked<T> {
    part: Part,
    value: T,
}

impl<T> Tracked<T> {
    /// The value of a part.
    pub fn new(part: Part, value: T) -> Self {
        Self { part, value }
    }

    /// The value, for who takes of it only what other parts stand for that he reads.
    pub(super) fn unnoticed(&self) -> &T {
        &self.value
    }
}

impl<T> Deref for Tracked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        note(self.part);
        &self.value
    }
}

impl<T> DerefMut for Tracked<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

#[expect(clippy::into_iter_without_iter, reason = "`iter` is the value's own")]
impl<'t, T> IntoIterator for &'t Tracked<T>
where
    &'t T: IntoIterator,
{
    type Item = <&'t T as IntoIterator>::Item;
    type IntoIter = <&'t T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (**self).into_iter()
    }
}

/// A set of parts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts(Vec<u64>);

impl Parts {
    /// Adds a part; whether it is a new one.
    fn insert(&mut self, part: Part) -> bool {
        let (word, bit) = (part.index() / 64, 1 << (part.index() % 64));
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        let is_new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        is_new
    }

    /// Adds the parts of another set.
    pub fn join(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    /// The digest of the parts, by that of each in a list of all; nothing where the list lacks one.
    pub fn digest(&self, all: &[u128]) -> Option<u128> {
        let mut digest = Xxh3::new();
        for index in self.indices() {
            digest.update(&index.to_le_bytes());
            digest.update(&all.get(index as usize)?.to_le_bytes());
        }
        Some(digest.digest128())
    }

    /// The places of the parts in a list of all, in order.
    pub fn indices(&self) -> Vec<u32> {
        let mut indices = Vec::new();
        for (word, bits) in (0_u32..).zip(&self.0) {
            let mut bits = *bits;
            while bits != 0 {
                indices.push(word * 64 + bits.trailing_zeros());
                bits &= bits - 1;
            }
        }
        indices
    }
}

/// What a piece of work has read.
#[derive(Debug, Clone, Default)]
struct Reading {
    parts: Parts,
    /// The parts as they were last given out, while no other has joined them.
    given: Option<Arc<Parts>>,
}

thread_local! {
    /// What the work that is watched on this thread has read so far; nothing while none is.
    static READ: RefCell<Option<Reading>> = const { RefCell::new(None) };
}

/// Notes that a part is read, for what was worked out from it beforehand.
pub fn note(part: Part) {
    READ.with_borrow_mut(|read| {
        if let Some(reading) = read
            && reading.parts.insert(part)
        {
            reading.given = None;
        }
    });
}

/// Notes what was read before, by work whose outcome is used again.
pub fn note_all(parts: &Parts) {
    READ.with_borrow_mut(|read| {
        if let Some(reading) = read {
            reading.parts.join(parts);
            reading.given = None;
        }
    });
}

/// Does a piece of work and says which parts it read. The work may not hand parts of itself to other threads.
pub fn watch<T>(work: impl FnOnce() -> T) -> (T, Parts) {
    let around = READ.replace(Some(Reading::default()));
    let done = work();
    let read = READ.replace(around).unwrap_or_default();
    (done, read.parts)
}

/// Does a piece of work whose reading is not noticed; who uses what comes of it must say what he takes.
pub fn aside<T>(work: impl FnOnce() -> T) -> T {
    let around = READ.replace(None);
    let done = work();
    READ.set(around);
    done
}

/// What the watched work has read so far.
pub fn so_far() -> Arc<Parts> {
    READ.with_borrow_mut(|read| match read {
        Some(Reading { parts, given }) => Arc::clone(given.get_or_insert_with(|| Arc::new(parts.clone()))),
        None => Arc::default(),
    })
}

/// A loop whose steps read each for itself: what one read is forgotten when the next begins.
///
/// Nothing but what was known before the loop may be carried from step to step, or out of it.
pub fn apart<I: IntoIterator>(items: I) -> Apart<I::IntoIter> {
    Apart { before: READ.with_borrow(Clone::clone), items: items.into_iter() }
}

/// What [`apart`] gives.
pub struct Apart<I> {
    before: Option<Reading>,
    items: I,
}

impl<I: Iterator> Iterator for Apart<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        READ.set(self.before.clone());
        self.items.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indices(parts: &Parts) -> Vec<u32> {
        parts.indices()
    }

    #[test]
    fn work_is_asked_what_it_read() {
        let (one, other) = (Tracked::new(Part(3), 1), Tracked::new(Part(130), 2));
        let (sum, read) = watch(|| *one + aside(|| *other));
        assert_eq!((sum, indices(&read)), (3, vec![3]));
        let (_, read) = watch(|| {
            let (_, inner) = watch(|| *other);
            assert_eq!(indices(&inner), [130]);
            *one
        });
        assert_eq!(indices(&read), [3]);
    }

    #[test]
    fn steps_of_a_loop_read_for_themselves() {
        let parts: Vec<Tracked<usize>> = (0..3).map(|part| Tracked::new(Part(part * 70), part)).collect();
        let before = Tracked::new(Part(5), 0);
        let ((), read) = watch(|| {
            assert_eq!(*before, 0);
            for part in apart(&parts) {
                let _: usize = **part;
                assert_eq!(indices(&so_far()).len(), 2, "the step and what came before the loop");
            }
        });
        assert_eq!(indices(&read), [5]);
    }
}
