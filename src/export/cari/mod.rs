//! The index of the search.

pub mod indeks;
mod kamus;

use crate::bundle::Bundle;
use crate::export::cari::indeks::SearchIndex;
use crate::model::Model;
use crate::page::cari::entri;

/// The index of everything that can be found, from what was kept of an earlier one; what is to be kept in its place, where
/// that is something else.
pub fn index(model: &Model, kept: &Bundle) -> (SearchIndex, Option<Vec<u8>>) {
    indeks::of(entri::entries(model), kept)
}
