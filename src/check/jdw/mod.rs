//! JDW, jadwal: the stages of the schedule, and the days and times that the content names.

mod akan;
mod di_dalam_tahapan;
mod hari;
mod jarak_tahapan;
mod kunci;
mod urutan;
mod urutan_tahapan;
mod waktu;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] = &[
    &urutan::RULE,
    &hari::RULE,
    &urutan_tahapan::RULE,
    &waktu::RULE,
    &kunci::RULE,
    &di_dalam_tahapan::RULE,
    &akan::RULE,
    &jarak_tahapan::RULE,
];
