//! A static-site generator for public information on Indonesian local elections (Pilkada).
//!
//! Data moves one way, through the modules in this order; a module uses those above it and none below. The blank lines
//! keep the formatter from sorting them.

// The corpus of the tools, which tests below read too, names the program so.
#[cfg(test)]
extern crate self as pilkada;

pub mod bahasa;

pub mod system;

pub mod refusal;

pub mod value;

pub mod hukum;

pub mod lines;

pub mod yaml;

pub mod memo;

pub mod source;

pub mod glosarium;

pub mod markdown;

pub mod report;

pub mod record;

pub mod model;

pub mod check;

pub mod page;

pub mod export;

pub mod plan;

pub mod render;

pub mod hosting;

pub mod output;

pub mod signature;

pub mod upload;

pub mod pipeline;

pub mod project;

#[cfg(feature = "serve")]
pub mod serve;

pub mod cli;
