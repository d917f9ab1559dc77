//! What every kind of page stands in, and every file for programs: no kind is named here.

pub mod address;
pub mod article;
pub mod broken;
pub mod card;
pub mod keyed;
pub mod links;
pub mod listed;
pub mod media;
pub mod meta;
pub mod page;
pub mod plan;
pub mod relink;
pub mod survey;
pub mod texts;
pub mod versions;
pub mod view;
pub mod words;
pub mod writing;
