//! What the rules ask of a figure: where its values stand, and what they can be held against.

use crate::model::fakta::{self, FullFakta};
use crate::model::{Lingkup, Model};
use crate::record::fakta::StatusFakta;
use crate::record::ukuran::{Satuan, Ukuran};
use crate::report::place::Place;

impl FullFakta<'_> {
    /// The place of one of its values.
    pub(in crate::check) fn at(&self, key: &str) -> Place {
        Place::value(self.file, format!("fakta[{}].{key}", self.index))
    }

    /// Whether it is a share or an index, which has no parts that add up and may have decimals.
    pub(in crate::check) fn is_share(&self) -> bool {
        matches!(self.fakta.ukuran.satuan(), Satuan::Persen | Satuan::Poin)
    }

    /// Whether nobody disputes it.
    pub(in crate::check) fn is_undisputed(&self) -> bool {
        !matches!(self.fakta.status, Some(StatusFakta::Berselisih | StatusFakta::Dikoreksi))
    }

    /// Its numbers with the path of each.
    pub(in crate::check) fn numbers(&self) -> Vec<(String, f64)> {
        let fakta = self.fakta;
        let single = [("nilai", fakta.nilai), ("dari", fakta.dari), ("pembanding", fakta.pembanding)];
        let single = single.into_iter().filter_map(|(key, angka)| Some((key.to_owned(), angka?.get())));
        let parts = fakta.rincian.iter().map(|(key, angka)| (format!("rincian.{key}"), angka.get()));
        single.chain(parts).collect()
    }
}

/// Every figure of every scope.
pub(in crate::check) fn figures(model: &Model) -> impl Iterator<Item = FullFakta<'_>> {
    model.lingkup.iter().flat_map(fakta::figures)
}

/// The newest figure that nobody disputes.
pub(in crate::check) fn latest(lingkup: &Lingkup, ukuran: Ukuran) -> Option<(FullFakta<'_>, f64)> {
    let known = fakta::figures(lingkup).into_iter().filter(|figure| figure.fakta.ukuran == ukuran);
    let known = known.filter(FullFakta::is_undisputed);
    known.filter_map(|figure| Some((figure, figure.fakta.nilai?.get()))).max_by_key(|(figure, _)| figure.per_tanggal)
}
