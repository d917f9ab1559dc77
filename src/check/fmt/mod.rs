//! FMT, format: what articles are written in. The other codes of the family come from reading the files (`report::kode`).

use crate::check::rule::rules;

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
}
