//! FMT, format: what articles are written in. The other codes of the family come from reading the files (`report::kode`).

use crate::check::rule::rules;
use crate::model::Model;
use std::collections::BTreeSet;

/// The files in which something is left to fill in: that is said of them, and not what follows from it.
pub(super) fn unfilled(model: &Model) -> BTreeSet<&str> {
    isi::unfilled(model)
}

rules! {
    html [TAGS],
    tautan [FORBIDDEN],
    isi [PLACEHOLDERS, MARKED],
    mentah [IN_ARTICLES, IN_RECORDS],
    hilang [DROPPED],
    tak_terlihat [SIGNS],
    menjorok [CODES],
    tautan_kosong [EMPTY],
    rumit [BEYOND],
    bawaan,
    rusak [DAMAGED],
    tanpa_lebar [UNSEEN],
}
