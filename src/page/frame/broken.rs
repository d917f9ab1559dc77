//! Links in articles that lead nowhere.

use crate::bahasa::kata;
use crate::markdown::{self, Outline, Scheme, scheme};
use crate::model::Model;
use crate::page::frame::keyed::KeyedMap;
use crate::page::frame::links::Targets;
use crate::page::frame::texts::{Text, texts};
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::value::mirip::nearest;
use rayon::prelude::*;

/// A link in an article that leads nowhere.
const LINK: &str = "RUJ-14";
/// A link to a heading that is not there.
const ANCHOR: &str = "RUJ-15";

/// Why a link leads nowhere.
enum Broken {
    /// There is no such page or file.
    Target,
    /// The page is there, the heading is not.
    Anchor(String),
}

/// The articles by the address they are shown at; pages that a template makes up know their own anchors.
type Articles<'m> = KeyedMap<&'m str, &'m Outline>;

/// Follows every link of every article.
pub(crate) fn check(model: &Model, targets: &Targets, report: &mut Report) {
    let texts: Vec<Text<'_>> = model.lingkup.par_iter().flat_map_iter(|lingkup| texts(model, lingkup)).collect();
    let articles: Articles<'_> =
        texts.iter().filter(|text| text.at.is_ok()).map(|text| (text.page.file(), &*text.outline)).collect();
    let found: Vec<Vec<Diagnostic>> = texts.par_iter().map(|text| broken(text, targets, &articles)).collect();
    report.extend(found.into_iter().flatten());
}

fn broken(text: &Text<'_>, targets: &Targets, articles: &Articles<'_>) -> Vec<Diagnostic> {
    let inside = text.outline.links.iter().filter(|link| scheme(&link.to) == Scheme::Inside);
    inside
        .filter_map(|link| follow(link, text, targets, articles).map(|broken| finding(link, text, &broken, targets)))
        .collect()
}

fn follow(link: &markdown::Link, text: &Text<'_>, targets: &Targets, articles: &Articles<'_>) -> Option<Broken> {
    let (path, anchor) = link.to.split_once('#').unwrap_or((&link.to, ""));
    let anchors = if path.is_empty() {
        Some(text.outline.anchors())
    } else {
        let Some(address) = targets.find(path, &text.source.path, &text.page) else {
            let waits = targets.is_waiting(path, &text.source.path, &text.page);
            return (!waits).then_some(Broken::Target);
        };
        (!anchor.is_empty()).then(|| articles.get(address).map(|outline| outline.anchors())).flatten()
    };
    let missing = !anchor.is_empty() && anchors.is_some_and(|anchors| !anchors.iter().any(|known| known == anchor));
    missing.then(|| Broken::Anchor(anchor.to_owned()))
}

fn finding(link: &markdown::Link, text: &Text<'_>, broken: &Broken, targets: &Targets) -> Diagnostic {
    let place = match &text.at {
        Ok(start) => Place::bytes(&text.source.path, link.range.start + start..link.range.end + start),
        Err(path) => Place::value(&text.source.path, path.as_str()),
    };
    let to = &link.to;
    match broken {
        Broken::Target if link.picture => {
            let what = kata(format!("gambar \"{to}\" tidak ada"), format!("there is no picture \"{to}\""));
            Diagnostic::galat("RUJ-05", place, what)
                .help(kata("taruh gambarnya di samping tulisan ini", "put the picture beside this article"))
        }
        Broken::Target => {
            let what =
                kata(format!("tautan \"{to}\" tidak menuju ke mana-mana"), format!("the link \"{to}\" leads nowhere"));
            let near = nearest(to.trim_start_matches('/'), targets.addresses());
            Diagnostic::galat(LINK, place, what).help(match near {
                Some(near) => kata(format!("mungkin maksudnya /{near}"), format!("perhaps /{near} is meant")),
                None => kata(
                    "tulis alamat halaman di situs ini atau berkas di folder content",
                    "write the address of a page of this site or a file of the content folder",
                ),
            })
        }
        Broken::Anchor(anchor) => {
            let what = kata(
                format!("tidak ada bagian \"#{anchor}\" di halaman itu"),
                format!("that page has no part \"#{anchor}\""),
            );
            Diagnostic::galat(ANCHOR, place, what).help(kata(
                "tulis judul bagiannya dengan huruf kecil dan tanda hubung",
                "write the heading in small letters with hyphens",
            ))
        }
    }
}
