//! What a drawn page becomes in its language: its links lead to pages in that language, those that cannot say which one they lead
//! to, and words that the language's list lacks say that they are Indonesian.
//!
//! This is the one place where links know of languages: views and templates name pages by their addresses without a code.

use crate::page::frame::links::Targets;
use crate::page::frame::page::Page;
use crate::page::frame::words::{FALLBACK, Words};
use crate::value::jalur::{decoded, folder, join};
use crate::value::kode_bahasa::KodeBahasa;

/// The attributes by which a page leads to another.
const LEADING: [&str; 4] = [" href=\"", " action=\"", " data-ke=\"", " content=\"0; url="];

/// Elements whose text holds no other elements.
const PLAIN: [&str; 6] = ["script", "style", "title", "textarea", "option", "text"];

/// What becomes of the marks around Indonesian words.
const MARKED: &str = "<span lang=\"id\">";
const END: &str = "</span>";

/// A page while it is gone over.
struct Pass<'p> {
    /// Where its links lead; nothing where they lead there already.
    targets: Option<&'p Targets>,
    /// The folder that it lies in.
    folder: &'p str,
    bahasa: &'p KodeBahasa,
    words: &'p Words,
    out: String,
    /// The language that the link leads to which stands open, where it is another.
    open: Option<KodeBahasa>,
    is_in_svg: bool,
    /// The articles that it links to.
    articles: Vec<String>,
}

/// Where a link leads.
enum Lead {
    /// To the same page with the code of the language.
    Own,
    /// To a page that is not there in the language.
    Other(KodeBahasa),
}

/// A page as a template drew it, finished in its language.
pub(crate) fn finished(page: &Page<'_>, html: Vec<u8>, (targets, words): (&Targets, &Words)) -> Vec<u8> {
    let targets = Some(targets).filter(|targets| {
        let is_as_written = targets.site.utama.is_indonesia() && page.bahasa.is_indonesia();
        targets.has_languages() && !is_as_written
    });
    if targets.is_none() && page.bahasa.is_indonesia() {
        return html;
    }
    let html = match String::from_utf8(html) {
        Ok(html) => html,
        Err(error) => return error.into_bytes(),
    };
    let out = String::with_capacity(html.len() + html.len() / 16);
    let (folder, bahasa) = (folder(page.address.file()), &page.bahasa);
    let mut pass = Pass { targets, folder, bahasa, words, out, open: None, is_in_svg: false, articles: Vec::new() };
    pass.go_over(&html);
    if let Some(targets) = targets {
        targets.note_languages(&pass.articles);
    }
    pass.out.into_bytes()
}

/// A file for programs, without the marks of words that are Indonesian.
pub(crate) fn unmarked(file: Vec<u8>) -> Vec<u8> {
    // Both signs begin with these two bytes, and hardly any other sign does.
    if memchr::memmem::find(&file, &[0xEE, 0x80]).is_none() {
        return file;
    }
    match String::from_utf8(file) {
        Ok(text) => text.replace(FALLBACK, "").into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

impl Pass<'_> {
    /// In our HTML every `<` begins a tag, and every `>` outside of a text ends one: elsewhere they are escaped.
    fn go_over(&mut self, html: &str) {
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            let (text, from) = rest.split_at(start);
            self.text(text);
            let Some(end) = from.find('>') else { break };
            let (tag, after) = from.split_at(end + 1);
            self.tag(tag);
            rest = after;
            if let Some(name) = PLAIN.into_iter().find(|name| is_tag(tag, name)) {
                let end = after.find(&format!("</{name}")).unwrap_or(after.len());
                self.plain(&after[..end]);
                rest = &after[end..];
            }
        }
        self.out.push_str(rest);
    }

    fn text(&mut self, text: &str) {
        if self.is_in_svg || !text.contains(FALLBACK) {
            return self.plain(text);
        }
        // A record may hold the same signs: whatever it says, each element that begins here ends here.
        let mut is_open = false;
        for c in text.chars() {
            if c == FALLBACK[0] && !is_open {
                self.out.push_str(MARKED);
                is_open = true;
            } else if c == FALLBACK[1] && is_open {
                self.out.push_str(END);
                is_open = false;
            } else if !FALLBACK.contains(&c) {
                self.out.push(c);
            }
        }
        if is_open {
            self.out.push_str(END);
        }
    }

    fn plain(&mut self, text: &str) {
        if text.contains(FALLBACK) {
            self.out.extend(text.chars().filter(|c| !FALLBACK.contains(c)));
        } else {
            self.out.push_str(text);
        }
    }

    fn tag(&mut self, tag: &str) {
        if is_tag(tag, "svg") {
            self.is_in_svg = true;
        } else if tag.starts_with("</svg") {
            self.is_in_svg = false;
        } else if tag.starts_with("</a") && !tag[3..].starts_with(char::is_alphabetic) {
            self.close();
        }
        let leading = LEADING.into_iter().find_map(|name| Some((tag.find(name)? + name.len(), name)));
        let Some((start, _)) = leading.filter(|_| !tag.contains(" hreflang=")) else { return self.plain(tag) };
        let end = start + tag[start..].find('"').unwrap_or(0);
        let path = tag[start..end].split(['#', '?']).next().unwrap_or_default();
        let Some(targets) = self.targets else { return self.plain(tag) };
        match self.lead(targets, path) {
            Some(Lead::Own) => {
                let (stem, ending) = path.rsplit_once('.').unwrap_or((path, "html"));
                let led = [&tag[..start], stem, ".", self.bahasa, ".", ending, &tag[start + path.len()..]].concat();
                self.plain(&led);
            }
            Some(Lead::Other(bahasa)) if is_tag(tag, "a") => {
                let said = [&tag[..tag.len() - 1], " hreflang=\"", &bahasa, "\">"].concat();
                self.plain(&said);
                // A page that is alone in its language says so once.
                self.open = Some(bahasa).filter(|_| !self.is_in_svg && targets.site.has(self.bahasa));
            }
            Some(Lead::Other(_)) | None => self.plain(tag),
        }
    }

    /// At the end of a link that leads to another language: which one.
    fn close(&mut self) {
        let Some(bahasa) = self.open.take() else { return };
        let key = format!("nama_bahasa.{bahasa}");
        let name = match self.words.sentence(&key, self.bahasa) {
            said if said == key => &*bahasa,
            said => said,
        };
        let word = format!(" <small class=\"ke-bahasa\">({name})</small>");
        self.text(&word);
    }

    /// Where a path leads in the language of the page; nothing where it leads there already, or to no page for readers.
    fn lead(&mut self, targets: &Targets, path: &str) -> Option<Lead> {
        if path.is_empty() || path.starts_with('/') || path.contains(':') {
            return None;
        }
        let file = join(self.folder, &decoded(path))?;
        let target = targets.languages(&file)?;
        if !target.is_in_each && target.is_plain {
            self.articles.push(file);
        }
        if target.bahasa == *self.bahasa {
            return None;
        }
        if target.is_plain && target.versi.has(self.bahasa) {
            return Some(Lead::Own);
        }
        Some(Lead::Other(target.bahasa.clone()))
    }
}

/// Whether a tag begins an element of a name.
fn is_tag(tag: &str, name: &str) -> bool {
    let rest = tag.strip_prefix('<').and_then(|rest| rest.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with([' ', '>', '/', '\n']))
}
