//! Pages held against the theme that they are drawn with: it has the parts of pages that links lead to, and the words of their
//! languages.

use crate::bahasa::kata;
use crate::page::frame::page::{Body, Page};
use crate::plan::Pages;
use crate::render::theme::{TEMPLATE, Theme, words_wanted};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::value::kode_bahasa::KodeBahasa;
use std::collections::BTreeSet;

/// Reports every link to a part that its page does not have. Says nothing where the site is not sound otherwise: nothing is drawn
/// then.
pub fn check(pages: &Pages<'_>, theme: &Theme, report: &mut Report) {
    unknown_languages(pages, theme, report);
    if !report.is_clean() {
        return;
    }
    for (address, links) in &pages.fragments {
        let found = pages.pages.binary_search_by(|page| page.address.file().cmp(address));
        let Some(ids) = found.ok().and_then(|at| ids(&pages.pages[at], theme)) else { continue };
        let missing = links.iter().filter(|(part, _)| !ids.contains(part));
        missing.for_each(|(_, finding)| report.add(finding.clone()));
    }
}

/// Reports every translation in a language that the theme has no words for.
fn unknown_languages(pages: &Pages<'_>, theme: &Theme, report: &mut Report) {
    let known: Vec<&KodeBahasa> = theme.words.languages().collect();
    let is_unknown = |page: &&Page<'_>| page.origin.is_some() && page.asli.is_some() && !known.contains(&&page.bahasa);
    for page in pages.pages.iter().map(|page| &**page).filter(is_unknown) {
        let (file, code) = (page.origin.unwrap_or_default(), &page.bahasa);
        let what = kata(
            format!("berkas ini terjemahan ke bahasa \"{code}\", dan tema tidak punya kata-kata bahasa itu"),
            format!("this file is a translation into the language \"{code}\", which the theme has no words of"),
        );
        let known: Vec<&str> = known.iter().map(|code| &***code).collect();
        report.add(Diagnostic::galat(TEMPLATE, Place::file(file), what).help(words_wanted(code, &known)));
    }
}

/// The anchors of a page; nothing where it is none, or its template fails: that is said when it is drawn.
fn ids(page: &Page<'_>, theme: &Theme) -> Option<BTreeSet<String>> {
    let Body::Html(template, view) = (page.body)() else { return None };
    let html = String::from_utf8(theme.render(template, &view, &page.bahasa).ok()?).ok()?;
    // In our HTML every quotation mark inside a text or a value is escaped.
    let values = html.split(" id=").skip(1).filter_map(|rest| {
        let sign = rest.chars().next()?;
        match sign {
            '"' | '\'' => rest[1..].split(sign).next(),
            _ => rest.split(|c: char| c.is_whitespace() || c == '>').next(),
        }
    });
    Some(values.map(str::to_owned).collect())
}
