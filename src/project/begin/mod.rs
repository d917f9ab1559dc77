//! Records to be begun: files to fill in, with every field explained, of which `check` says only what is left to fill in.
//!
//! The fields and their explanations come from the record's own type, so they cannot go stale. What a record must have
//! and nobody told us is given a value that begins with ISI (FMT-19); everything else stands there as a comment.

pub mod ask;
pub mod editor;
pub mod form;
pub mod grow;
pub mod kind;
pub mod order;

use crate::bahasa::{Kata, kata, sama};
use crate::source::{Body, Reason, Sources};

/// A file to be written: its path below the project's folder, and its text.
pub type New = (String, String);

/// A symbolic link that the path leads through.
pub fn link_on_the_way<'s>(path: &str, sources: &'s Sources) -> Option<&'s str> {
    let mut links = sources.iter().filter(|source| matches!(source.body, Body::Refused(Reason::Link)));
    links.find(|link| path.strip_prefix(&*link.path).is_some_and(|rest| rest.starts_with('/'))).map(|link| &*link.path)
}

/// What is said of such a link.
pub fn through_link(path: &str, link: &str) -> Kata {
    kata(
        format!("{path} tidak ditulis: {link} adalah tautan simbolik"),
        format!("{path} is not written: {link} is a symbolic link"),
    )
}

/// Text as a YAML value: JSON's quotes are YAML's too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What a word means to a person who did not say it: the value to be filled in.
fn blank(what: &str) -> Kata {
    sama(format!("ISI {what}"))
}
