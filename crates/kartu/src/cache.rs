//! What was made for one picture and is the same in many others.

use foldhash::fast::FixedState;
use indexmap::IndexMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// Things by what they are made from, as many as there is room for.
pub(crate) struct Cache<K, V> {
    known: RwLock<Known<K, V>>,
    /// How much room a thing takes.
    size: fn(&V) -> usize,
    /// How much there is for all; when they take more, all are forgotten.
    room: usize,
}

struct Known<K, V> {
    things: IndexMap<K, V, FixedState>,
    taken: usize,
}

impl<K: Hash + Eq, V: Clone> Cache<K, V> {
    /// Nothing yet.
    pub fn new(room: usize, size: fn(&V) -> usize) -> Self {
        Self { known: RwLock::new(Known { things: IndexMap::default(), taken: 0 }), size, room }
    }

    /// The thing that is made from a key, made where it is not known yet.
    pub fn find(&self, key: K, make: impl FnOnce() -> V) -> V {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).things.get(&key).cloned();
        known.unwrap_or_else(|| {
            let thing = make();
            self.learn(key, thing.clone());
            thing
        })
    }

    fn learn(&self, key: K, thing: V) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.taken > self.room {
            known.things.clear();
            known.taken = 0;
        }
        known.taken += (self.size)(&thing);
        known.things.insert(key, thing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_made_once_until_there_is_no_room() {
        let known = Cache::new(3, String::len);
        let find = |key, made: &str| known.find(key, || made.to_owned());
        assert_eq!([find(1, "ab"), find(1, "c"), find(2, "de")], ["ab", "ab", "de"]);
        assert_eq!(
            [find(3, "f"), find(1, "g")],
            ["f", "g"],
            "there were more than three letters, so all were forgotten"
        );
        assert_eq!(find(3, "h"), "f");
    }
}
