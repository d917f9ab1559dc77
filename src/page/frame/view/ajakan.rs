//! The day people vote as a file that a telephone takes into its calendar.

use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;

/// The file's name in a scope's folder.
pub const FILE: &str = "hari-memilih.ics";

/// The vote whose day the pages of a scope name.
pub fn voted_in<'m>(model: &'m Model, lingkup: &'m Lingkup) -> &'m Lingkup {
    model.pemilihan_pemilih(lingkup)
}

/// The file of a scope; nothing where nobody votes, or while the day is not known.
pub fn calendar_of(model: &Model, lingkup: &Lingkup) -> Option<Address> {
    let is_elected = |scope: &Lingkup| scope.pemilihan().is_some();
    let has_vote = lingkup.induk.is_none()
        || model.surat_suara(lingkup).into_iter().any(is_elected)
        || model.anak(lingkup).any(is_elected);
    let day = has_vote.then(|| model.hari_pemungutan(voted_in(model, lingkup))).flatten();
    day.map(|_| Address::of(lingkup, FILE))
}
