//! RUJ, rujukan: what one file says of another is there. The other codes of the family come from linking the files (`report::kode`).

mod hasil;
mod pengundian;

use crate::check::rule::Rule;

/// The rules of the family, in order of their codes.
pub(super) const RULES: &[&Rule] = &[&pengundian::RULE, &hasil::RULE];
