//! Markdown on a page: its links lead where they should from there.
//!
//! News and clarifications are shown on their page, in their JSON and in the feeds of three scopes. What was drawn last is
//! kept, so that a text is read and drawn once; what is kept depends on the article's own file and on where its links lead.

use crate::bahasa::Bahasa;
use crate::markdown::{InlinePicture, ParsedText, Setting, render_with};
use crate::memo::reading::{self, Grounds};
use crate::page::frame::address::{Address, Base};
use crate::page::frame::links::{Targets, with_links_joined};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The most bytes of drawn articles that are kept: those of a province, with room to spare.
const MOST: usize = 8 << 20;

/// An article as HTML.
#[derive(Debug)]
pub(crate) struct RenderedArticle {
    /// As its page shows it.
    pub halaman: String,
    /// As it is read away from the site: every link is whole.
    pub luar: Arc<str>,
    /// What it rests on beside its own file: the parts of the model, and where its links were found to lead.
    grounds: Grounds,
}

/// Where links lead, known when all pages are planned and asked only when they are drawn; and the articles drawn last with
/// those links.
#[derive(Debug, Default)]
pub(crate) struct LinkTargets {
    targets: OnceLock<Targets>,
    recent: RecentArticles,
}

impl LinkTargets {
    /// Where links lead, where it is known.
    pub fn targets(&self) -> Option<&Targets> {
        self.targets.get()
    }

    /// Where links lead, from now on known.
    pub fn know(&self, targets: impl FnOnce() -> Targets) -> &Targets {
        self.targets.get_or_init(targets)
    }
}

/// The articles drawn last, by their files.
#[derive(Debug, Default)]
struct RecentArticles(Mutex<Recent>);

#[derive(Debug, Default)]
struct Recent {
    by_file: BTreeMap<String, Arc<RenderedArticle>>,
    /// The files, the one drawn first at the front.
    order: VecDeque<String>,
    bytes: usize,
}

impl RecentArticles {
    fn get(&self, file: &str) -> Option<Arc<RenderedArticle>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_file.get(file).map(Arc::clone)
    }

    fn put(&self, file: &str, drawn: &Arc<RenderedArticle>) {
        let mut isi = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if isi.by_file.insert(file.to_owned(), Arc::clone(drawn)).is_some() {
            return;
        }
        isi.order.push_back(file.to_owned());
        isi.bytes += drawn.bytes();
        while isi.bytes > MOST {
            let Some(first) = isi.order.pop_front() else { return };
            isi.bytes -= isi.by_file.remove(&first).map_or(0, |drawn| drawn.bytes());
        }
    }
}

impl RenderedArticle {
    fn bytes(&self) -> usize {
        self.halaman.len() + self.luar.len()
    }
}

/// An article that stands below the front matter of `file`, and is shown at `page`.
#[derive(Clone, Copy)]
pub(crate) struct ArticleText<'t> {
    /// Its Markdown.
    pub text: &'t str,
    /// The file it stands in, which holds no other article.
    pub file: &'t str,
    /// The page it is shown on.
    pub page: &'t Address,
}

/// The article as its page shows it and as it is read elsewhere.
pub(crate) fn drawn(base: &Base, links: &LinkTargets, text: ArticleText<'_>) -> Arc<RenderedArticle> {
    let targets = links.targets();
    let known = links.recent.get(text.file);
    let drawn = known.unwrap_or_else(|| {
        let (mut drawn, grounds) = reading::watch(|| both(base, targets, text));
        drawn.grounds = with_links_joined(grounds);
        let drawn = Arc::new(drawn);
        if targets.is_some() {
            links.recent.put(text.file, &drawn);
        }
        drawn
    });
    reading::note_all(&drawn.grounds);
    drawn
}

fn both(base: &Base, targets: Option<&Targets>, text: ArticleText<'_>) -> RenderedArticle {
    let ArticleText { text, file, page } = text;
    let naskah = ParsedText::of(text);
    let path = |to: &str| targets.and_then(|targets| targets.path(to, file, page));
    let resolve = |to: &str| path(to).map(|path| format!("{base}{path}"));
    let luar = naskah.draw(away(&resolve)).html;
    let resolve = |to: &str| targets.and_then(|targets| targets.href(to, file, page));
    let gambar = |to: &str| targets.and_then(|targets| targets.citra(to, file, page));
    RenderedArticle {
        luar: whole_anchors(&luar, &base.canonical(page)).into(),
        halaman: naskah.draw_last(on_page(&resolve, &gambar, targets, file)).html,
        grounds: Grounds::default(),
    }
}

/// The HTML of an article that stands in `file` and is shown at `page` only, with the terms of the glossary linked.
pub(crate) fn article(targets: &LinkTargets, text: ArticleText<'_>) -> String {
    article_part(targets, text, "")
}

/// The HTML of one of several texts of a page, with the mark that keeps its footnotes apart.
pub(crate) fn article_part(targets: &LinkTargets, text: ArticleText<'_>, part: &str) -> String {
    let (ArticleText { text, file, page }, targets) = (text, targets.targets());
    let resolve = |to: &str| targets.and_then(|targets| targets.href(to, file, page));
    let gambar = |to: &str| targets.and_then(|targets| targets.citra(to, file, page));
    render_with(text, Setting { part, ..on_page(&resolve, &gambar, targets, file) }).html
}

/// One of several texts of a page as it is read away from the site: every link in it is whole.
pub(crate) fn part_away(base: &Base, targets: &LinkTargets, text: ArticleText<'_>) -> String {
    let ArticleText { text, file, page } = text;
    let path = |to: &str| targets.targets().and_then(|targets| targets.path(to, file, page));
    let resolve = |to: &str| path(to).map(|path| format!("{base}{path}"));
    whole_anchors(&render_with(text, away(&resolve)).html, &base.canonical(page))
}

fn on_page<'s>(
    resolve: &'s dyn Fn(&str) -> Option<String>,
    gambar: &'s dyn Fn(&str) -> Option<InlinePicture>,
    targets: Option<&'s Targets>,
    file: &str,
) -> Setting<'s> {
    let bahasa = language(file);
    // The glossary explains Indonesian words in Indonesian.
    let glosarium = targets.filter(|_| bahasa == Bahasa::Id).map(|targets| &*targets.glosarium);
    Setting { resolve, gambar, part: "", bahasa, jangkar: true, glosarium }
}

fn away(resolve: &dyn Fn(&str) -> Option<String>) -> Setting<'_> {
    Setting { resolve, gambar: &|_| None, part: "", bahasa: Bahasa::Id, jangkar: false, glosarium: None }
}

/// The language of the texts in a file.
fn language(file: &str) -> Bahasa {
    if file.ends_with(".en.md") { Bahasa::En } else { Bahasa::Id }
}

/// A link to a part of the same page.
const ANCHOR: &str = " href=\"#";

/// Links to footnotes and headings begin at the page. In our HTML every `<` begins a tag: in text it is escaped.
fn whole_anchors(html: &str, page: &str) -> String {
    let mut whole = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(at) = memchr::memmem::find(rest.as_bytes(), ANCHOR.as_bytes()) {
        let is_in_tag = rest[..at].rfind(['<', '>']).is_some_and(|sign| rest[sign..].starts_with('<'));
        let end = at + ANCHOR.len() - 1;
        whole.push_str(&rest[..end]);
        if is_in_tag {
            whole.push_str(page);
        }
        rest = &rest[end..];
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_become_whole() {
        let html = "<p>a <a class=\"x\" href=\"#k\">b</a> ke href=\"#t\" &lt;c&gt;</p>\n";
        let expected = "<p>a <a class=\"x\" href=\"https://c.test/p#k\">b</a> ke href=\"#t\" &lt;c&gt;</p>\n";
        assert_eq!(whole_anchors(html, "https://c.test/p"), expected);
    }

    #[test]
    fn only_the_articles_drawn_last_are_kept() {
        let recent = RecentArticles::default();
        let large =
            Arc::new(RenderedArticle { halaman: "x".repeat(MOST / 2), luar: "".into(), grounds: Grounds::default() });
        for file in ["a.md", "b.md", "b.md", "c.md"] {
            recent.put(file, &large);
        }
        assert!(recent.get("a.md").is_none());
        assert!(recent.get("b.md").is_some() && recent.get("c.md").is_some());
        assert_eq!(recent.0.lock().unwrap().bytes, MOST);
    }
}
