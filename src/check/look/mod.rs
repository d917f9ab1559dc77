//! What several rules look at, and how they look.

pub(super) mod contests;
pub(super) mod dates;
pub(super) mod digits;
pub(super) mod figures;
pub(super) mod hosts;
pub(super) mod pass;
mod passages;
pub(super) mod people;
pub(super) mod shares;
pub(super) mod stages;
pub(crate) mod telephone;
pub(super) mod texts;
pub(super) mod words;
