//! The index of the search.

mod dictionary;
pub mod index;

use crate::bundle::Bundle;
use crate::export::search::index::SearchIndex;
use crate::model::Model;
use crate::page::search::entries;

/// The index of everything that can be found, from what was kept of an earlier one; what is to be kept in its place, where
/// that is something else.
pub fn index(model: &Model, kept: &Bundle) -> (SearchIndex, Option<Vec<u8>>) {
    index::of(entries::entries(model), kept)
}
