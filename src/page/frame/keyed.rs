//! Things by their keys and their digests, the same in every run.

use indexmap::{IndexMap, IndexSet};
use std::hash::Hash;
use xxhash_rust::xxh3::Xxh3;

/// Texts with numbers, found by a hash that is the same in every run; the first that is added has 0.
pub(crate) type NumberedSet<T> = IndexSet<T, foldhash::fast::FixedState>;
/// Things by their keys, in the order in which they were added, found by the same hash.
pub(crate) type KeyedMap<K, V> = IndexMap<K, V, foldhash::fast::FixedState>;

/// The digest of a value.
pub(crate) fn digest(value: &(impl Hash + ?Sized)) -> u128 {
    let mut digest = Xxh3::new();
    value.hash(&mut digest);
    digest.digest128()
}
