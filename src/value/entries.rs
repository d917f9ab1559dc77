//! A list of a record whose entries know where they stand in the file.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::ops::Deref;

/// The entries of a list, each with its place in the file: a finding names the right line also where some of them wait for
/// their day and are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries<T> {
    list: Vec<T>,
    /// Where each entry stands in the file's list; nothing where all are there, in the order written.
    places: Option<Vec<usize>>,
    /// How many the file has.
    written: usize,
}

impl<T> Entries<T> {
    /// The entries with their places in the file's list.
    pub fn placed(&self) -> impl Iterator<Item = (usize, &T)> {
        let place = |at: usize| self.places.as_ref().map_or(at, |places| places[at]);
        self.list.iter().enumerate().map(move |(at, entry)| (place(at), entry))
    }

    /// How many entries the file has, those that are left out too.
    pub fn written(&self) -> usize {
        self.written
    }

    /// The entry at a place of the file's list, where it is not left out.
    pub fn at(&self, place: usize) -> Option<&T> {
        self.placed().find(|(at, _)| *at == place).map(|(_, entry)| entry)
    }

    /// Leaves out what is not to be kept.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.change(|list| list.retain(|(_, entry)| keep(entry)));
    }

    /// Puts the entries into another order.
    pub fn sort_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.change(|list| list.sort_by_key(|(_, entry)| key(entry)));
    }

    /// Puts the last first.
    pub fn reverse(&mut self) {
        self.change(|list| list.reverse());
    }

    fn change(&mut self, change: impl FnOnce(&mut Vec<(usize, T)>)) {
        let places = self.places.take().unwrap_or_else(|| (0..self.list.len()).collect());
        let mut entries: Vec<(usize, T)> = places.into_iter().zip(std::mem::take(&mut self.list)).collect();
        change(&mut entries);
        let (places, list) = entries.into_iter().unzip();
        (self.places, self.list) = (Some(places), list);
    }

    /// The entries for change, each for itself.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.list.iter_mut()
    }
}

impl<T> From<Vec<T>> for Entries<T> {
    fn from(list: Vec<T>) -> Self {
        Self { written: list.len(), list, places: None }
    }
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T> Deref for Entries<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.list
    }
}

impl<'e, T> IntoIterator for &'e Entries<T> {
    type Item = &'e T;
    type IntoIter = std::slice::Iter<'e, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl<'e, T> IntoIterator for &'e mut Entries<T> {
    type Item = &'e mut T;
    type IntoIter = std::slice::IterMut<'e, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::Entries;

    #[test]
    fn an_entry_keeps_its_place_when_others_are_left_out() {
        let mut entries = Entries::from(vec![5, 1, 4, 2]);
        entries.retain(|entry| *entry != 1);
        entries.sort_by_key(|entry| *entry);
        assert_eq!(entries.placed().collect::<Vec<_>>(), [(3, &2), (2, &4), (0, &5)]);
        entries.retain(|entry| *entry != 4);
        assert_eq!((entries.at(3), entries.at(2), entries.written()), (Some(&2), None, 4));
    }
}
