//! Pictures and attachments: which are published, in which sizes, and where they lie on the site.

use crate::model::gambar::{Gambar, berkas};
use crate::model::tracked::aside;
use crate::model::{Lingkup, Model};
use crate::page::address::Address;
use crate::page::links::texts;
use crate::page::{Body, Plan};
use crate::value::jalur::folder;
use crate::value::piksel::Piksel;
use crate::value::slug::Slug;
use std::collections::BTreeSet;

/// How much of a picture's key stands in the names of its copies.
const DIGITS: usize = 12;

/// A copy of a picture in one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versi {
    /// Its size.
    pub piksel: Piksel,
    /// The copy as WebP.
    pub webp: Address,
    /// The copy as JPEG, for browsers that know no WebP.
    pub jpeg: Address,
}

/// A copy of every file that a record or an article names; others stay with the content.
pub(super) fn plan<'m>(plan: &mut Plan<'m>) {
    let model: &'m Model = plan.model;
    for path in aside(|| named(model)) {
        plan.add_from(path, at(path), move || Body::Salinan(path.to_owned()));
        plan.is_read_late();
    }
}

/// The address of a file that lies beside a record.
pub(super) fn beside(record: &str, berkas: &str) -> Address {
    at(&format!("{}/{berkas}", folder(record)))
}

/// The address of a file of the content.
pub(super) fn at(path: &str) -> Address {
    let below = path.strip_prefix("content/").unwrap_or(path);
    Address::root(below.strip_prefix("wilayah/").unwrap_or(below))
}

/// The copies of a picture, the smallest first; none where the program was made without them.
pub fn versi(gambar: &Gambar) -> Vec<Versi> {
    let sizes = gambar.piksel.filter(|_| cfg!(feature = "gambar")).map(|piksel| gambar.bentuk.ukuran(piksel));
    sizes.into_iter().flatten().map(|piksel| Versi::of(gambar, piksel)).collect()
}

impl Versi {
    fn of(gambar: &Gambar, piksel: Piksel) -> Self {
        let address = at(&gambar.path);
        let (folder, file) = (folder(address.file()), address.file().rsplit('/').next().unwrap_or_default());
        let stem = Slug::of(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
        // A name a browser may keep for ever: it changes with the picture.
        let name = format!("{stem}-{}-{}", &gambar.kunci[..DIGITS], piksel.lebar);
        let address = |ending: &str| Address::root(format!("{folder}/{name}.{ending}").trim_start_matches('/'));
        Self { piksel, webp: address("webp"), jpeg: address("jpg") }
    }
}

/// The files that something names, by their paths.
fn named(model: &Model) -> BTreeSet<&str> {
    let named =
        model.lingkup.iter().flat_map(|lingkup| by_records(lingkup).into_iter().chain(by_articles(model, lingkup)));
    // A path that leads to no file was reported when the link was followed.
    named.filter_map(|path| model.media.get_key_value(&path)).map(|(path, _)| path.as_str()).collect()
}

fn by_records(lingkup: &Lingkup) -> Vec<String> {
    let mut paths = Vec::new();
    let mut add = |record: &str, berkas: &str| paths.push(format!("{}/{berkas}", folder(record)));
    for loaded in lingkup.berita.iter().chain(&lingkup.terjemahan.berita) {
        loaded.record.gambar.iter().for_each(|gambar| add(loaded.path(), &gambar.berkas));
    }
    for loaded in &lingkup.deklarasi {
        loaded.record.foto.iter().for_each(|gambar| add(loaded.path(), &gambar.berkas));
    }
    for paslon in &lingkup.paslon {
        let Some(pair) = paslon.pasangan() else { continue };
        [&pair.calon, &pair.wakil].into_iter().filter_map(|calon| calon.foto.as_ref()).for_each(|foto| {
            add(paslon.path(), foto);
        });
    }
    paths
}

fn by_articles(model: &Model, lingkup: &Lingkup) -> Vec<String> {
    let shown = texts(model, lingkup);
    let other = &lingkup.terjemahan;
    let news = other.berita.iter().map(|loaded| &loaded.source);
    let clarifications = other.klarifikasi.iter().map(|loaded| &loaded.source);
    let pages = other.halaman.iter().map(|loaded| &loaded.source);
    let translations = news.chain(clarifications).chain(pages).filter_map(|source| model.berkas_of(source));
    let translated = translations.map(|berkas| (berkas.path.as_str(), berkas.outline()));
    let articles = shown.iter().map(|text| (text.source.path.as_str(), &*text.outline)).chain(translated);
    articles.flat_map(|(file, outline)| outline.links.iter().flat_map(move |link| berkas(&link.to, file))).collect()
}
