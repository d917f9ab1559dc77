//! What a person can see: files in, words and pages out.

mod content;
mod form;
mod rules;
