//! A page: its address, how its body is made, and what it rests on.

use crate::memo::Key;
use crate::memo::reading::{self, Grounds};
use crate::page::frame::address::Address;
use crate::page::frame::versions::Versions;
use crate::value::kode_bahasa::KodeBahasa;
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
    /// The language that it is made in.
    pub bahasa: KodeBahasa,
    /// The languages that it lies in, this one among them.
    pub versi: Arc<Versions>,
    /// Where it lies without the code of a language, where that is another address.
    pub asli: Option<Address>,
    /// Whether what makes it makes it in every one of its languages.
    pub is_in_each: bool,
    /// The files that hold a translation of what an office wrote on it.
    pub terjemahan: Vec<(KodeBahasa, &'m str)>,
    /// Makes what is drawn.
    pub body: MakeBody<'m>,
}

/// The languages of a page, for links to it.
#[derive(Debug)]
pub(crate) struct PageLanguages {
    /// Its own.
    pub bahasa: KodeBahasa,
    /// All that it lies in.
    pub versi: Arc<Versions>,
    /// Whether its address has no code.
    pub is_plain: bool,
    /// Whether it is a page of a record, which is drawn in every language whatever texts there are.
    pub is_in_each: bool,
}

/// What makes the body of a page, in the words and the language that are spoken.
pub type MakeBody<'m> = Arc<dyn Fn() -> Body<'m> + Send + Sync + 'm>;

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
    /// The same page in its other languages.
    pub fn in_others(&self) -> Vec<Box<Self>> {
        if !self.is_in_each {
            return Vec::new();
        }
        let other = |bahasa: &KodeBahasa| {
            Box::new(Self {
                address: self.address.dalam(bahasa),
                origin: self.terjemahan.iter().find(|(code, _)| code == bahasa).map(|(_, file)| *file),
                key: None,
                planned: Arc::clone(&self.planned),
                is_read_late: self.is_read_late,
                is_unlisted: self.is_unlisted,
                bahasa: bahasa.clone(),
                versi: Arc::clone(&self.versi),
                asli: Some(self.address.clone()),
                is_in_each: false,
                terjemahan: Vec::new(),
                body: Arc::clone(&self.body),
            })
        };
        self.versi.lain.iter().map(other).collect()
    }

    /// The languages that links to it may lead to; nothing where it is none that a reader is led to in his own.
    pub(crate) fn languages(&self) -> Option<PageLanguages> {
        let is_one = self.is_in_each || self.address.file().ends_with(".html");
        (is_one && !self.is_read_late).then(|| PageLanguages {
            bahasa: self.bahasa.clone(),
            versi: Arc::clone(&self.versi),
            is_plain: self.asli.is_none(),
            is_in_each: self.is_in_each,
        })
    }

    /// Where it lies without the code of a language.
    pub fn plain(&self) -> &Address {
        self.asli.as_ref().unwrap_or(&self.address)
    }

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
