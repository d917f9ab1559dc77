//! Files for programs: tables, JSON, feeds, calendars, sitemaps, the index of the search; each knows its own form.
//!
//! A kind of file is a file or a folder here and two lines below: its `mod` and its row in `KINDS`.

mod calendar;
pub mod data;
mod feed;
mod json;
pub mod search;
pub mod sitemap;
mod tps;
mod xml;

use crate::page::frame::plan::Plan;

/// The kinds of file but the sitemap.
pub(crate) const KINDS: &[fn(&mut Plan<'_>)] = &[calendar::plan, feed::plan, data::plan, json::plan, tps::plan];
