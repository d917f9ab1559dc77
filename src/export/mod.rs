//! Files for programs: tables, JSON, feeds, calendars, sitemaps, the index of the search; each knows its own form.
//!
//! A kind of file is a file or a folder here and two lines below: its `mod` and its row in `KINDS`.

pub mod cari;
pub mod data;
mod json;
mod kalender;
pub mod sitemap;
mod umpan;
mod xml;

use crate::page::frame::plan::Plan;

/// The kinds of file but the sitemap.
pub(crate) const KINDS: &[fn(&mut Plan<'_>)] = &[kalender::plan, umpan::plan, data::plan, json::plan];
