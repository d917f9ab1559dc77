//! Links to parts of pages that templates make: a part is there when the page, once drawn, has it.

use crate::page::frame::page::{Body, Page};
use crate::plan::Pages;
use crate::render::theme::Theme;
use crate::report::Report;
use std::collections::BTreeSet;

/// Reports every link to a part that its page does not have. Says nothing where the site is not sound otherwise: nothing is drawn
/// then.
pub fn check(pages: &Pages<'_>, theme: &Theme, report: &mut Report) {
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

/// The anchors of a page; nothing where it is none, or its template fails: that is said when it is drawn.
fn ids(page: &Page<'_>, theme: &Theme) -> Option<BTreeSet<String>> {
    let Body::Html(template, view) = (page.body)() else { return None };
    let html = String::from_utf8(theme.render(template, &view).ok()?).ok()?;
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
