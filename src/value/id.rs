//! The key under which a record is known to others.

use crate::value::slug::Slug;
use crate::value::{Nilai, Refusal, Scalar};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// The key of a `T`: an `Id<Sumber>` never stands where an `Id<Partai>` is meant.
pub struct Id<T> {
    slug: Slug,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Makes a key of a slug.
    pub fn new(slug: Slug) -> Self {
        Self { slug, of: PhantomData }
    }
}

impl<T> Nilai for Id<T> {
    const NAME: &'static str = Slug::NAME;

    fn read(scalar: Scalar<'_>) -> Result<Self, Refusal> {
        Slug::read(scalar).map(Self::new)
    }

    fn schema() -> serde_json::Value {
        Slug::schema()
    }

    fn schema_as_key() -> serde_json::Value {
        Slug::schema_as_key()
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Slug::deserialize(deserializer).map(Self::new)
    }
}

impl<T> JsonSchema for Id<T> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("Id_{}", registry::<T>()))
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Slug::json_schema(generator);
        schema.insert("x-rujuk".to_owned(), registry::<T>().into());
        schema
    }
}

/// The records that a key is one of: those of its type, in small letters.
fn registry<T>() -> String {
    std::any::type_name::<T>().rsplit("::").next().unwrap_or_default().to_lowercase()
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.slug.serialize(serializer)
    }
}

impl<T> Deref for Id<T> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.slug
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self::new(self.slug.clone())
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.slug.cmp(&other.slug)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.slug, f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.slug, f)
    }
}
