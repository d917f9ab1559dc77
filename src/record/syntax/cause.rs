//! What broke a text of YAML, in words, with what to write where that is known.

use crate::bahasa::Kata;
use std::ops::Range;

/// What broke the YAML.
pub(super) struct Cause {
    pub(super) at: Range<usize>,
    pub(super) label: Kata,
    pub(super) help: Kata,
    pub(super) fix: Option<(Range<usize>, String)>,
}
