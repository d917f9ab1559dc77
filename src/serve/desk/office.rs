//! The desk of one run of the preview: whose project it is, who may write, and what it answers.

use crate::bahasa::{Bahasa, Kata};
use crate::project::desk::Desk;
use crate::serve::desk::body::Posted;
use crate::serve::desk::gate::{Access, token};
use crate::serve::desk::words;
use crate::serve::state::State;
use crate::source::{Body, CONTENT, Source, Sources};
use hyper::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;
use tera::{Context, Tera};

/// The desk of one run.
pub(in crate::serve) struct Office {
    pub desk: Desk,
    pub bahasa: Bahasa,
    pub access: Access,
    pub state: Arc<State>,
    clock: fn() -> SystemTime,
    /// What every form of this run holds.
    token: String,
}

/// What is asked of it.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The part of the address below the desk's own.
    pub path: String,
    /// What stands behind the question mark.
    pub query: BTreeMap<String, String>,
    /// What a form sent; nothing where a page is only looked at.
    pub posted: Option<Posted>,
}

/// What it answers.
pub(super) enum Answer {
    /// A page.
    Page(StatusCode, String),
    /// Another page.
    Elsewhere(String),
    /// A file that pages need.
    File(&'static str, &'static str),
}

/// The templates of the desk's pages.
const TEMPLATES: [(&str, &str); 10] = [
    ("dasar.html", include_str!("templates/dasar.html")),
    ("beranda.html", include_str!("templates/beranda.html")),
    ("wilayah.html", include_str!("templates/wilayah.html")),
    ("catatan.html", include_str!("templates/catatan.html")),
    ("baru.html", include_str!("templates/baru.html")),
    ("bagian.html", include_str!("templates/bagian.html")),
    ("paslon.html", include_str!("templates/paslon.html")),
    ("nanti.html", include_str!("templates/nanti.html")),
    ("teks.html", include_str!("templates/teks.html")),
    ("terbitkan.html", include_str!("templates/terbitkan.html")),
];

impl Asked {
    /// A part of the address behind the question mark; empty where it is not there.
    pub fn query(&self, name: &str) -> &str {
        self.query.get(name).map_or("", String::as_str)
    }
}

impl Office {
    pub fn new(desk: Desk, bahasa: Bahasa, access: Access, state: Arc<State>) -> Self {
        Self { desk, bahasa, access, state, clock: SystemTime::now, token: token() }
    }

    /// Whether a form holds the token of this run.
    pub fn knows(&self, given: &str) -> bool {
        crate::serve::desk::gate::is_same(given, &self.token)
    }

    /// The moment.
    pub fn now(&self) -> SystemTime {
        (self.clock)()
    }

    /// A sentence in the desk's language.
    pub fn say(&self, sentence: &Kata) -> String {
        sentence.dalam(self.bahasa).to_owned()
    }

    /// A page drawn from a view.
    pub(super) fn page(&self, status: StatusCode, template: &str, view: &Value) -> Answer {
        static ENGINE: OnceLock<Tera> = OnceLock::new();
        let engine = ENGINE.get_or_init(|| {
            let mut tera = Tera::new();
            tera.autoescape_on(vec![".html"]);
            tera.add_raw_templates(TEMPLATES.to_vec()).expect("the desk's own templates are sound");
            tera
        });
        let mut context = Context::new();
        for (name, value) in view.as_object().into_iter().flatten() {
            context.insert(name.clone(), value);
        }
        context.insert("k", &words::of(self.bahasa));
        context.insert("bahasa", &json!(if self.bahasa == Bahasa::Id { "id" } else { "en" }));
        context.insert("tanda", &json!(self.token));
        context.insert("baca_saja", &json!(self.access == Access::Read));
        match engine.render(template, &context) {
            Ok(page) => Answer::Page(status, page),
            Err(error) => Answer::Page(StatusCode::INTERNAL_SERVER_ERROR, format!("{error:?}")),
        }
    }

    /// A page that says why not.
    pub(super) fn refusal(&self, status: StatusCode, sentence: &str) -> Answer {
        self.page(status, "dasar.html", &json!({ "judul": words::word("tidak_bisa", self.bahasa), "pesan": sentence }))
    }

    /// The address in the preview of a page, where it is there now.
    pub fn shown_at(&self, page: &str) -> Option<String> {
        let site = self.state.shown().site?;
        let prefix = site.base.prefix();
        site.file(page).map(|_| format!("{prefix}{}", page.strip_suffix("index.html").unwrap_or(page)))
    }
}

/// A file of the content that is a text.
pub(super) fn text_of<'s>(sources: &'s Sources, path: &str) -> Option<&'s Arc<Source>> {
    let is_ours = path.starts_with(CONTENT) && (path.ends_with(".yaml") || path.ends_with(".md"));
    sources.get(path).filter(|source| is_ours && matches!(source.body, Body::Text(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_use_words_that_are_there() {
        let mut texts = String::new();
        for (_, text) in TEMPLATES {
            texts.push_str(text);
        }
        for used in texts
            .split("k.")
            .skip(1)
            .map(|rest| rest.split(|c: char| !c.is_ascii_lowercase() && c != '_').next().unwrap())
        {
            assert!(used.is_empty() || words::of(Bahasa::Id).contains_key(used), "{used}");
        }
    }
}
