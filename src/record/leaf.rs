//! Records that have a page of their own, one a file: what every list of pages and files asks of them.
//!
//! The lists are the sitemap, the pages of sources, what is published beside a record, pictures and their sizes, and the search.
//! A type answers once, here; a type in the `leaf` part of the table has its page and its JSON from that alone.

use crate::record::Loaded;
use crate::record::rujukan::Rujuk;
use crate::value::tanggal::Tanggal;
use crate::value::teks::Berkas;
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Debug;

/// A record with a page of its own.
pub trait Leaf: Rujuk {
    /// The title of its page.
    fn judul(&self) -> &str;

    /// A sentence or two of what it is about, where it has them.
    fn ringkasan(&self) -> Option<&str>;

    /// The last day it changed, where it says so.
    fn diperbarui(&self) -> Option<Tanggal>;

    /// The pictures that it names, each with the path of the value: they lie beside it, and are published with it.
    fn gambar(&self) -> Vec<(String, &Berkas)>;
}

/// Any record of a type in the `leaf` part of the table.
pub trait AnyLeaf: Leaf + Debug + Send + Sync {
    /// Its keys with their values, as they are published.
    fn keys(&self) -> Value;
}

impl<T: Leaf + Serialize + Debug + Send + Sync> AnyLeaf for T {
    fn keys(&self) -> Value {
        json!(self)
    }
}

/// A picture that a record names: the record's file, the path of the value, the picture's name.
pub type NamedPicture<'r> = (&'r str, String, &'r Berkas);

/// The pictures that a record names.
pub fn pictures<T: Leaf + ?Sized>(loaded: &Loaded<T>) -> impl Iterator<Item = NamedPicture<'_>> {
    loaded.record.gambar().into_iter().map(|(key, berkas)| (loaded.path(), key, berkas))
}

/// Records of one type as any.
#[cfg_attr(not(test), expect(dead_code, reason = "no type of the table is a leaf yet"))]
pub(super) fn any<T: AnyLeaf + 'static>(records: Vec<Loaded<T>>) -> Vec<Loaded<dyn AnyLeaf>> {
    let any = |Loaded { source, name, record, cut }: Loaded<T>| Loaded { source, name, record: record as _, cut };
    records.into_iter().map(any).collect()
}
