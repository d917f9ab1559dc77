//! Files at the address of others: a theme's own, and those that are published as they are, may not take a generated one.
//!
//! Pages among themselves are looked at where they are planned; here all else that a build makes is known.

use crate::bahasa::kata;
use crate::model::Model;
use crate::output::{MANIFEST, SIGNATURE};
use crate::page::frame::media::versi;
use crate::page::frame::page::Page;
use crate::plan::Pages;
use crate::render::theme::Theme;
use crate::report::place::Place;
use crate::report::{Diagnostic, Report};
use crate::source::is_statis;
use std::collections::BTreeSet;

/// Says which files of the theme and of `content/statis/` lie where the program writes one, or inside one, or around one.
pub(super) fn check(pages: &Pages<'_>, theme: &Theme, report: &mut Report) {
    let taken = Taken { pages: &pages.pages, others: others(pages.model) };
    let assets = theme.assets.keys();
    report.extend(assets.filter(|path| taken.has(path)).map(|path| {
        let what = kata(
            format!("berkas tema aset/{path} memakai alamat yang dibuat program: /{path}"),
            format!("the theme's file aset/{path} has an address that the program makes: /{path}"),
        );
        finding(Place::file("themes"), what, kata("ganti nama berkas aset itu", "rename that asset"))
    }));
    let as_it_is = pages.pages.iter().filter_map(|page| Some((page, page.origin.filter(|file| is_statis(file))?)));
    report.extend(as_it_is.filter_map(|(page, file)| {
        let path = page.address.file();
        let by_theme = theme.assets.contains_key(path);
        (by_theme || taken.has_other(path)).then(|| {
            let what = kata(
                format!("berkas ini memakai alamat yang dibuat program atau tema: /{path}"),
                format!("this file has an address that the program or the theme makes: /{path}"),
            );
            finding(Place::file(file), what, kata("ganti nama berkasnya, atau hapus", "rename the file, or delete it"))
        })
    }));
}

fn finding(place: Place, what: crate::bahasa::Kata, help: crate::bahasa::Kata) -> Diagnostic {
    Diagnostic::galat("RUJ-06", place, what).help(help)
}

/// What a build writes.
struct Taken<'p, 'm> {
    /// In order of their addresses.
    pages: &'p [Box<Page<'m>>],
    others: BTreeSet<String>,
}

impl Taken<'_, '_> {
    /// Whether a file of this path would take the place of another.
    fn has(&self, path: &str) -> bool {
        self.has_other(path) || self.is_page(path)
    }

    /// The same of all but a page of this very address.
    fn has_other(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let below = self.pages.partition_point(|page| page.address.file() < &*folder);
        let is_folder = self.pages.get(below).is_some_and(|page| page.address.file().starts_with(&folder))
            || self.others.range(folder.clone()..).next().is_some_and(|other| other.starts_with(&folder));
        let mut around = path.match_indices('/').map(|(end, _)| &path[..end]);
        let is_inside = around.any(|outer| self.is_page(outer) || self.others.contains(outer));
        is_folder || is_inside || self.others.contains(path) || is_of_search(path)
    }

    fn is_page(&self, path: &str) -> bool {
        self.pages.binary_search_by(|page| page.address.file().cmp(path)).is_ok()
    }
}

/// Whether a file has the name of a part of the search's index; which there are depends on the words.
fn is_of_search(path: &str) -> bool {
    path == "cari" || path.strip_prefix("cari/").is_some_and(|name| name.ends_with(".js"))
}

/// What is written beside pages and the index of the search.
fn others(model: &Model) -> BTreeSet<String> {
    let pictures = model.lingkup.iter().flat_map(|lingkup| lingkup.gambar.values()).flat_map(versi);
    let copies = pictures.flat_map(|versi| [versi.webp, versi.jpeg]);
    let mut others: BTreeSet<String> = copies.map(|address| address.file().to_owned()).collect();
    #[cfg(feature = "og")]
    others.extend(crate::page::frame::card::all(model).iter().map(|kartu| kartu.address().file().to_owned()));
    others.extend([MANIFEST, SIGNATURE].map(str::to_owned));
    others
}
