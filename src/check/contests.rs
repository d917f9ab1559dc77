//! The contests of the regions and the pairs that stand in them.

use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::report::place::Place;

/// The regions with pairs, all of which could be read: only there can one be called missing.
pub(super) fn whole_contests(model: &Model) -> impl Iterator<Item = &Lingkup> {
    model.wilayah().filter(|lingkup| !lingkup.paslon.is_empty() && lingkup.is_whole("paslon/"))
}

/// The pairs of a region in number order, without the empty column.
pub(super) fn pairs_in(lingkup: &Lingkup) -> Vec<(&Paslon, &Pasangan)> {
    lingkup.paslon.iter().filter_map(|paslon| Some((paslon, paslon.pasangan()?))).collect()
}

/// The place of a pair's number.
pub(super) fn number_of(paslon: &Paslon) -> Place {
    Place::value(paslon.path(), "nomor_urut")
}

/// The numbers of some pairs, for a sentence: `2` or `2, 3`.
pub(super) fn numbers(pairs: &[&Paslon]) -> String {
    let numbers: Vec<String> = pairs.iter().map(|paslon| paslon.nomor_urut.to_string()).collect();
    numbers.join(", ")
}
