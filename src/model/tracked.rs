//! The parts of the model, which are the inputs of what is [remembered](crate::memo).
//!
//! What a page shows follows from the parts it read. While none of them has changed, neither has the page. Nobody has to
//! declare what he reads: the parts of a scope are [`Tracked`], and note it themselves.

use crate::memo::reading;
use crate::record::Type;
use std::ops::{Deref, DerefMut};

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
    /// What pictures and attachments tell of people; of the nation only.
    Jejak,
    /// What is known of the pictures that can be drawn; of the nation only.
    Fingerprints,
    /// The records of a scope that could not be read.
    Rusak,
    /// The records of a scope that wait for their day.
    Tertunda,
    /// The last day on which something of a scope became public.
    Terakhir,
    /// Which lists of a scope are not empty.
    Lists,
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

    /// Notes that it is read, for what was worked out from it beforehand.
    pub fn note(self) {
        reading::note(self.0);
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
        self.part.note();
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
