//! What the work at hand reads: noted on its thread by whatever is read.

use crate::memo::Key;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::sync::Arc;

/// Something that work read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ground {
    /// An input by its number: a part of the model.
    Input(u32),
    /// A question whose answer may be another next time: where a link leads.
    Question(Arc<str>),
    /// The outcome of other work.
    Outcome(Key),
    /// The moment that everything is made for lies in these.
    Moments(Moments),
}

/// From a moment until another, which is none of them any more: in units of whoever names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Moments {
    /// The first.
    pub from: i32,
    /// The first that is none of them.
    pub until: i32,
}

impl Moments {
    /// Every moment there is.
    pub const ALL: Self = Self { from: i32::MIN, until: i32::MAX };

    /// Whether a moment is one of them.
    pub fn has(self, moment: i32) -> bool {
        self.from <= moment && (moment < self.until || self.until == i32::MAX)
    }

    fn and(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), until: self.until.min(other.until) }
    }
}

/// All that a piece of work read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grounds {
    /// The numbers of the inputs, in order.
    pub inputs: Vec<u32>,
    /// Questions and outcomes, with the digests they had when they were read.
    pub others: Vec<(Ground, u128)>,
}

/// What the work at hand has read so far.
#[derive(Debug, Clone)]
struct Reading {
    /// The inputs as bits: they are read again and again.
    inputs: Vec<u64>,
    others: Vec<(Ground, u128)>,
    /// The moments for which all that was asked has the answers it had.
    moments: Moments,
    /// All of it as it was last given out, while nothing has joined it.
    given: Option<Arc<Grounds>>,
}

impl Default for Reading {
    fn default() -> Self {
        Self { inputs: Vec::new(), others: Vec::new(), moments: Moments::ALL, given: None }
    }
}

impl Reading {
    fn insert(&mut self, input: usize) {
        let (word, bit) = (input / 64, 1 << (input % 64));
        if self.inputs.len() <= word {
            self.inputs.resize(word + 1, 0);
        }
        if self.inputs[word] & bit == 0 {
            self.inputs[word] |= bit;
            self.given = None;
        }
    }

    fn narrow(&mut self, moments: Moments) {
        let narrowed = self.moments.and(moments);
        if std::mem::replace(&mut self.moments, narrowed) != narrowed {
            self.given = None;
        }
    }

    fn insert_other(&mut self, ground: Ground, digest: u128) {
        if let Ground::Moments(moments) = ground {
            return self.narrow(moments);
        }
        if !self.others.iter().any(|(known, _)| *known == ground) {
            self.others.push((ground, digest));
            self.given = None;
        }
    }

    fn grounds(&self) -> Grounds {
        let mut inputs = Vec::new();
        for (word, bits) in (0_u32..).zip(&self.inputs) {
            let mut bits = *bits;
            while bits != 0 {
                inputs.push(word * 64 + bits.trailing_zeros());
                bits &= bits - 1;
            }
        }
        let moments = (self.moments != Moments::ALL).then_some((Ground::Moments(self.moments), 0));
        Grounds { inputs, others: self.others.iter().cloned().chain(moments).collect() }
    }
}

thread_local! {
    /// What is read on this thread; nothing while nobody watches.
    static READ: RefCell<Option<Reading>> = const { RefCell::new(None) };
}

/// Whether somebody watches what is read.
pub fn is_watched() -> bool {
    READ.with_borrow(Option::is_some)
}

/// Notes that an input is read.
pub fn note(input: usize) {
    READ.with_borrow_mut(|read| read.iter_mut().for_each(|reading| reading.insert(input)));
}

/// Notes that something is asked of the moment that everything is made for, and has the same answer for all of these.
pub fn note_moments(moments: Moments) {
    READ.with_borrow_mut(|read| read.iter_mut().for_each(|reading| reading.narrow(moments)));
}

/// Notes that a question is asked, or an outcome read, and the digest of what came of it.
pub fn note_other(ground: &dyn Fn() -> Ground, digest: u128) {
    READ.with_borrow_mut(|read| read.iter_mut().for_each(|reading| reading.insert_other(ground(), digest)));
}

/// Notes what was read before, by work whose outcome is used again.
pub fn note_all(before: &Grounds) {
    READ.with_borrow_mut(|read| {
        let Some(reading) = read else { return };
        before.inputs.iter().for_each(|input| reading.insert(*input as usize));
        before.others.iter().for_each(|(ground, digest)| reading.insert_other(ground.clone(), *digest));
    });
}

/// Does a piece of work and says what it read. The work may not hand parts of itself to other threads.
pub fn watch<T>(work: impl FnOnce() -> T) -> (T, Grounds) {
    let around = READ.replace(Some(Reading::default()));
    let done = work();
    let read = READ.replace(around).unwrap_or_default();
    (done, read.grounds())
}

/// Does a piece of work whose reading is not noted: what comes of it goes on as a [digested](crate::memo::Digested) value.
pub fn unwatched<T>(work: impl FnOnce() -> T) -> T {
    let around = READ.replace(None);
    let done = work();
    READ.set(around);
    done
}

/// What the work at hand has read so far.
pub fn so_far() -> Arc<Grounds> {
    READ.with_borrow_mut(|read| match read {
        Some(reading) => {
            let given = reading.given.take().unwrap_or_else(|| Arc::new(reading.grounds()));
            reading.given = Some(Arc::clone(&given));
            given
        }
        None => Arc::default(),
    })
}
