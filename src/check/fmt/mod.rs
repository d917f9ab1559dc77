//! FMT, format: what articles are written in. The other codes of the family come from reading the files (`report::kode`).

use crate::check::rule::rules;
use crate::model::Model;
use crate::source::Source;

/// Whether something is left to fill in in the file of a record: that is said of it, and not what follows from it.
pub(super) fn is_unfilled(model: &Model, source: &Source) -> bool {
    isi::is_unfilled(model, source)
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
    nama_windows,
}
