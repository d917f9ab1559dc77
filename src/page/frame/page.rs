//! A page: its address, how its body is made, and what it rests on.

use crate::memo::Key;
use crate::memo::reading::{self, Grounds};
use crate::page::frame::address::Address;
use anyhow::Result;
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;

/// A page: its address, and how its body is made.
pub struct Page<'m> {
    /// Where it lies.
    pub address: Address,
    /// The file it is made from, where one file stands behind it.
    pub origin: Option<&'m str>,
    /// The key in that file, where the file holds many things.
    pub key: Option<&'m str>,
    /// What was read to plan it.
    pub planned: Arc<Grounds>,
    /// Whether it is a file that is read when the page is made, which is made each time.
    pub is_read_late: bool,
    /// Whether no list of pages names it: it leads on from an address that was published once, or repeats another page.
    pub is_unlisted: bool,
    /// Makes what is drawn.
    pub body: Box<dyn Fn() -> Body<'m> + Send + Sync + 'm>,
}

/// What a page is drawn from.
pub enum Body<'m> {
    /// A template and the view it sees.
    Html(&'static str, Box<tera::Context>),
    /// A file for programs.
    Export(Box<dyn Export + 'm>),
    /// Text as it is.
    Teks(String),
    /// A copy of a file of the content, by its path below the project's folder.
    Salinan(String),
}

/// A file for programs, which knows its own form.
pub trait Export {
    /// Writes it at the end of a file that is empty yet.
    fn write(&self, file: &mut Vec<u8>) -> Result<()>;
}

impl Page<'_> {
    /// Whether a reader looks at it, or at a page that shows it; programs fetch the others.
    pub fn is_looked_at(&self) -> bool {
        self.address.file().ends_with(".html") || self.is_read_late
    }

    /// What it is remembered by.
    pub fn memo_key(&self) -> Key {
        Key::of("page", self.address.file())
    }

    /// Does a piece of work on the page, such as making its body, and says what the page rests on.
    pub fn watch<T>(&self, work: impl FnOnce() -> T) -> (T, Grounds) {
        reading::watch(|| {
            reading::note_all(&self.planned);
            work()
        })
    }
}

/// A file for programs as the body of its page.
pub(crate) fn export<'m>(file: impl Export + 'm) -> Body<'m> {
    Body::Export(Box::new(file))
}

/// Data as JSON.
impl Export for Value {
    fn write(&self, file: &mut Vec<u8>) -> Result<()> {
        Ok(serde_json::to_writer_pretty(file, self)?)
    }
}

/// A page drawn by a template from a view.
pub(crate) fn html(template: &'static str, view: &impl Serialize) -> Body<'static> {
    Body::Html(template, Box::new(context(view)))
}

/// What a template sees of a view.
pub(crate) fn context(view: &impl Serialize) -> tera::Context {
    tera::Context::from_serialize(view).expect("a view is a struct, and structs serialize to maps")
}

/// A page drawn by a template from a view made on the spot.
pub(crate) fn html_of(template: &'static str, view: impl Serialize) -> Body<'static> {
    html(template, &view)
}
