//! Links in articles that lead nowhere.

use crate::bahasa::{Kata, kata};
use crate::markdown::{self, Outline, Scheme, is_on_disk, meant_outside, scheme};
use crate::model::Lingkup;
use crate::page::frame::address::{Address, Base};
use crate::page::frame::keyed::KeyedMap;
use crate::page::frame::links::Targets;
use crate::page::frame::survey::Survey;
use crate::page::frame::texts::Text;
use crate::report::place::Place;
use crate::report::{Diagnostic, Level, Report};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// A link in an article that leads nowhere.
const LINK: &str = "RUJ-14";
/// A correction of a page that is not there.
const CORRECTION: &str = "FKT-30";
/// A link to a heading that is not there.
const ANCHOR: &str = "RUJ-15";

/// Why a link leads nowhere.
enum Broken {
    /// There is no such page or file.
    Target,
    /// The page is there, the heading is not.
    Anchor(String),
    /// The page is there; whether it has the part is known when it is drawn.
    Drawn(String, String),
}

/// The articles by the address they are shown at; pages that a template makes up know their own anchors.
type Articles<'m> = KeyedMap<&'m str, Anchors<'m>>;

/// The anchors of an article, gathered when a link first asks for one.
struct Anchors<'m> {
    outline: &'m Outline,
    known: OnceLock<BTreeSet<String>>,
}

impl<'m> Anchors<'m> {
    fn of(outline: &'m Outline) -> Self {
        Self { outline, known: OnceLock::new() }
    }

    fn has(&self, anchor: &str) -> bool {
        self.known.get_or_init(|| self.outline.anchors().into_iter().collect()).contains(anchor)
    }
}

/// For so many links of a site that lead nowhere the page that may be meant is looked for, among all there are: who has more of
/// them made one mistake, and sees it in the first.
const ADVISED: usize = 100;

/// A link that does not lead where it says, before that is put into words.
struct Lost<'t> {
    text: &'t Text<'t>,
    link: &'t markdown::Link,
    /// Where it leads on this site.
    to: String,
    broken: Broken,
}

/// Links to parts of pages that templates make, by the page: the part, and what to say where the page does not have it.
pub type Fragments = BTreeMap<String, Vec<(String, Diagnostic)>>;

/// What became of a link.
enum Followed {
    /// There is something to say.
    Found(Diagnostic),
    /// It is right where the page, once drawn, has the part.
    Part(String, String, Diagnostic),
}

/// Follows every link of every article; those to parts of pages that templates make are left to whoever draws them.
pub(crate) fn check(survey: &Survey<'_>, base: &Base, targets: &Targets, report: &mut Report) -> Fragments {
    let texts: Vec<&Text<'_>> = survey.texts().collect();
    let articles: Articles<'_> =
        texts.iter().filter(|text| !text.is_part).map(|text| (text.page.file(), Anchors::of(&text.outline))).collect();
    let lost: Vec<Vec<Lost<'_>>> = texts.par_iter().map(|text| follow_all(text, targets, base, &articles)).collect();
    let lost: Vec<(usize, Lost<'_>)> = lost.into_iter().flatten().enumerate().collect();
    let found: Vec<Followed> =
        lost.into_par_iter().map(|(number, lost)| lost.said((number < ADVISED).then_some(targets))).collect();
    let corrections = survey.each(|lingkup, _| corrections(lingkup, targets, &articles));
    let mut fragments = Fragments::new();
    for followed in found.into_iter().chain(corrections.into_iter().flatten()) {
        match followed {
            Followed::Found(finding) => report.add(finding),
            Followed::Part(page, part, finding) => fragments.entry(page).or_default().push((part, finding)),
        }
    }
    fragments
}

/// Follows the links of a text that lead to this site, also by its whole address.
fn follow_all<'t>(text: &'t Text<'t>, targets: &Targets, base: &Base, articles: &Articles<'_>) -> Vec<Lost<'t>> {
    let (links, own) = (text.outline.links.iter().chain(&text.outline.bare), Anchors::of(&text.outline));
    let inside = links.filter_map(|link| match scheme(&link.to) {
        Scheme::Inside => Some((link, link.to.clone())),
        Scheme::Outside => Some((link, base.below(&link.to)?)),
        Scheme::Forbidden => None,
    });
    let lost = inside.filter_map(|(link, to)| {
        let broken = follow(&to, text, &own, targets, articles)?;
        Some(Lost { text, link, to, broken })
    });
    lost.collect()
}

impl Lost<'_> {
    /// What to say of it; `among` are the pages of which one may be meant.
    fn said(self, among: Option<&Targets>) -> Followed {
        let said = finding(&self, among);
        match self.broken {
            Broken::Drawn(page, part) => Followed::Part(page, part, said),
            Broken::Target | Broken::Anchor(_) => Followed::Found(said),
        }
    }
}

fn follow(to: &str, text: &Text<'_>, own: &Anchors<'_>, targets: &Targets, articles: &Articles<'_>) -> Option<Broken> {
    let (path, anchor) = to.split_once('#').unwrap_or((to, ""));
    let (page, anchors) = if path.is_empty() {
        (text.page.file(), Some(own))
    } else {
        let Some(address) = targets.find(path, &text.source.path, &text.page) else {
            let waits = targets.is_waiting(path, &text.source.path, &text.page);
            return (!waits).then_some(Broken::Target);
        };
        (address, articles.get(address))
    };
    if anchor.is_empty() || anchors.is_some_and(|anchors| anchors.has(anchor)) {
        return None;
    }
    // Of a page that has other parts, too, it is known when it is drawn.
    let whole = anchors.is_some() && (!path.is_empty() || !text.is_part);
    Some(if whole { Broken::Anchor(anchor.to_owned()) } else { Broken::Drawn(page.to_owned(), anchor.to_owned()) })
}

/// Follows the corrections of a scope to the pages that they are about.
fn corrections(lingkup: &Lingkup, targets: &Targets, articles: &Articles<'_>) -> Vec<Followed> {
    let Some(loaded) = &*lingkup.koreksi else { return Vec::new() };
    let page = Address::of(lingkup, "koreksi.html");
    let mut followed = Vec::new();
    for (index, koreksi) in loaded.record.placed() {
        let to = &*koreksi.menyangkut;
        let (path, anchor) = to.split_once('#').unwrap_or((to, ""));
        let place = Place::value(loaded.path(), format!("koreksi[{index}].menyangkut"));
        let finding = |what, help| Diagnostic::new(CORRECTION, Level::Peringatan, place, what).help(help);
        let Some(address) = targets.find(path, loaded.path(), &page) else {
            if !targets.is_waiting(path, loaded.path(), &page) {
                followed.push(Followed::Found(finding(nowhere(to), near(path, targets, &page))));
            }
            continue;
        };
        let anchors = articles.get(address);
        if anchor.is_empty() || anchors.is_some_and(|anchors| anchors.has(anchor)) {
            continue;
        }
        let what = kata(
            format!("halaman yang dikoreksi tidak punya bagian \"#{anchor}\""),
            format!("the page that is corrected has no part \"#{anchor}\""),
        );
        let said = finding(what, kata("hapus tanda # dan kata sesudahnya", "delete the sign # and what follows it"));
        followed.push(match anchors {
            Some(_) => Followed::Found(said),
            None => Followed::Part(address.to_owned(), anchor.to_owned(), said),
        });
    }
    followed
}

fn nowhere(to: &str) -> Kata {
    kata(
        format!("koreksi ini menyangkut \"{to}\", yang tidak ada di situs ini"),
        format!("this correction is about \"{to}\", which is not on this site"),
    )
}

fn near(path: &str, targets: &Targets, page: &Address) -> Kata {
    match targets.near(path, page) {
        Some(near) => kata(format!("mungkin maksudnya /{near}"), format!("perhaps /{near} is meant")),
        None => kata("tulis alamat halaman yang dikoreksi", "write the address of the page that is corrected"),
    }
}

/// What to write for a link that was meant to lead to another site, or to a file that is on no site.
fn elsewhere(to: &str) -> Option<Kata> {
    if is_on_disk(to) {
        return Some(kata(
            "berkas di komputer Anda tidak bisa dibuka pembaca: taruh di samping tulisan ini, lalu tulis namanya saja",
            "readers cannot open a file on your computer: put it beside this article, and write its name only",
        ));
    }
    meant_outside(to).map(|meant| kata(format!("tulis {meant}"), format!("write {meant}")))
}

fn finding(lost: &Lost<'_>, among: Option<&Targets>) -> Diagnostic {
    let Lost { text, link, to: path, broken } = lost;
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
            Diagnostic::galat(LINK, place, what).help(elsewhere(to).unwrap_or_else(|| {
                match among.and_then(|targets| targets.near(path, &text.page)) {
                    Some(near) => kata(format!("mungkin maksudnya /{near}"), format!("perhaps /{near} is meant")),
                    None => kata(
                        "tulis alamat halaman di situs ini atau berkas di folder content",
                        "write the address of a page of this site or a file of the content folder",
                    ),
                }
            }))
        }
        Broken::Anchor(anchor) | Broken::Drawn(_, anchor) => {
            let what = kata(
                format!("tidak ada bagian \"#{anchor}\" di halaman itu"),
                format!("that page has no part \"#{anchor}\""),
            );
            let help = match broken {
                Broken::Drawn(..) => kata(
                    "hapus tanda # dan kata sesudahnya, supaya tautan menuju awal halaman",
                    "delete the sign # and what follows it, so that the link leads to the top of the page",
                ),
                Broken::Anchor(_) | Broken::Target => kata(
                    "tulis judul bagiannya dengan huruf kecil dan tanda hubung",
                    "write the heading in small letters with hyphens",
                ),
            };
            Diagnostic::galat(ANCHOR, place, what).help(help)
        }
    }
}
