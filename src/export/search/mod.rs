//! The index of the search.

mod dictionary;
pub mod index;
pub mod places;

use crate::export::search::index::SearchIndex;
use crate::memo::Session;
use crate::model::Model;
use crate::page::frame::words::Words;
use crate::page::search::entries;

/// The index of everything that can be found, from what is remembered of its words.
pub fn index(model: &Model, memo: &Session<'_>, words: &Words) -> SearchIndex {
    index::of(entries::entries(model, words), memo)
}
