//! FMT, format: what articles are written in. The other codes of the family come from reading the files (`report::kode`).

mod html;
mod isi;
mod tautan;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] = &[&html::RULE, &tautan::RULE, &isi::RULE];
