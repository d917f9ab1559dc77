//! A map that refuses a key written twice.

use crate::value::Nilai;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// A YAML mapping with free keys, in the order of its keys; the order in which they are written is kept beside it.
///
/// serde's own maps keep the last of two equal keys and say nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Peta<K, V> {
    map: BTreeMap<K, V>,
    /// The keys of the map, as written.
    written: Vec<K>,
}

impl<K: Ord, V> Peta<K, V> {
    /// The entries in the order in which they are written.
    pub fn tertulis(&self) -> impl Iterator<Item = (&K, &V)> {
        self.written.iter().filter_map(|key| self.map.get_key_value(key))
    }

    /// Leaves out what is not to be kept.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        self.map.retain(|key, value| keep(key, value));
    }

    /// The values for change, in the order of their keys.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.map.values_mut()
    }
}

impl<K: Ord, V> Default for Peta<K, V> {
    fn default() -> Self {
        Self { map: BTreeMap::new(), written: Vec::new() }
    }
}

impl<K, V> Deref for Peta<K, V> {
    type Target = BTreeMap<K, V>;
    fn deref(&self) -> &BTreeMap<K, V> {
        &self.map
    }
}

impl<K, V> IntoIterator for Peta<K, V> {
    type Item = (K, V);
    type IntoIter = std::collections::btree_map::IntoIter<K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.map.into_iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Peta<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.map.serialize(serializer)
    }
}

impl<'de, K, V> Deserialize<'de> for Peta<K, V>
where
    K: Deserialize<'de> + Ord + Clone,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PetaVisitor(PhantomData))
    }
}

struct PetaVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord + Clone, V: Deserialize<'de>> Visitor<'de> for PetaVisitor<K, V> {
    type Value = Peta<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut peta = Peta::default();
        while let Some((key, value)) = entries.next_entry::<K, V>()? {
            peta.written.push(key.clone());
            if peta.map.insert(key, value).is_some() {
                return Err(A::Error::custom("kunci ditulis dua kali"));
            }
        }
        Ok(peta)
    }
}

impl<K: JsonSchema + Nilai, V: JsonSchema> JsonSchema for Peta<K, V> {
    fn schema_name() -> Cow<'static, str> {
        format!("Peta_{}_{}", K::schema_name(), V::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let key = K::schema_name();
        json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<V>(),
            "propertyNames": K::schema_as_key(),
            "x-kunci": key,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Peta;

    #[test]
    fn the_order_in_which_keys_are_written_is_kept() {
        let peta: Peta<String, u8> = serde_yaml::from_str("{ b: 1, c: 2, a: 3 }").unwrap();
        assert_eq!(peta.tertulis().map(|(key, _)| key.as_str()).collect::<String>(), "bca");
        assert_eq!(peta.keys().map(String::as_str).collect::<String>(), "abc");
    }
}
