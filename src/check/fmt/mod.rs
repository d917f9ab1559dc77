//! FMT, format: what articles are written in. The other codes of the family come from reading the files (`report::kode`).

use crate::check::rule::rules;

rules! {
    html,
    tautan,
    isi,
    mentah,
    hilang,
    tak_terlihat,
    menjorok,
    tautan_kosong,
}
