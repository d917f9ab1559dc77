//! FKT, fakta: figures have their source and their day, and do not contradict themselves or each other.

mod bagian;
mod berselisih;
mod bilangan_bulat;
mod dpt_bagian;
mod isi;
mod penulisan_angka;
mod per_tanggal;
mod peringkat;
mod persen;
mod persentase;
mod saling_sebut;
mod sumber;
mod tanggal_sumber;
mod usang;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] = &[
    &sumber::RULE,
    &per_tanggal::RULE,
    &persen::RULE,
    &bagian::RULE,
    &berselisih::RULE,
    &peringkat::RULE,
    &isi::RULE,
    &bilangan_bulat::RULE,
    &saling_sebut::RULE,
    &tanggal_sumber::RULE,
    &dpt_bagian::RULE,
    &persentase::RULE,
    &usang::RULE,
    &penulisan_angka::RULE,
];
