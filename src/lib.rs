//! A static-site generator for public information on Indonesian local elections (Pilkada).
//!
//! Data moves one way, through the modules in this order; a module uses those above it and none below.

pub mod bahasa;
pub mod check;
pub mod markdown;
pub mod model;
pub mod record;
pub mod report;
pub mod source;
pub mod value;
pub mod yaml;
pub mod pipeline;
