//! What every kind of page stands in, and every file for programs: no kind is named here.

pub mod keyed;
pub mod page;
pub mod plan;
