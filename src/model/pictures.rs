//! Pictures that records and articles name, each in the shape it is shown in.

use crate::markdown::{Scheme, outline, scheme};
use crate::model::Lingkup;
use crate::model::document::Document;
use crate::record::backdrop::Backdrop;
use crate::record::fingerprint::Fingerprint;
use crate::record::{Loaded, leaf};
use crate::report::place::Place;
use crate::source::{Media, STATIS};
use crate::value::format::Format;
use crate::value::jalur::{decoded, folder, join, one_form};
use crate::value::pixel_size::PixelSize;
use crate::value::shape::Shape;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Raise it whenever the same picture is written with other bytes: names and kept copies follow from it.
const RECIPE: &[u8] = b"1";
/// The same for large pictures in PNG, which are read row by row.
const RECIPE_BY_ROWS: &[u8] = b"2";
/// From so many pixels on a picture is large: read whole, it takes some hundred megabytes.
pub const LARGE: u64 = 12_000_000;

/// A picture that a record or an article names.
#[derive(Debug)]
pub struct Gambar {
    /// The file, by its path below the project's folder.
    pub path: String,
    /// Where it is named.
    pub place: Place,
    /// The shape it is shown in.
    pub shape: Shape,
    /// Its size once it is turned upright; nothing where its beginning is no picture's.
    pub pixel_size: Option<PixelSize>,
    /// What its bytes say it is; one that is not shown by every browser is refused.
    pub format: Option<Format>,
    /// Whether it moves: only its first picture is drawn.
    pub bergerak: bool,
    /// What stands behind the people, where it is a photo of candidates.
    pub latar: Option<Backdrop>,
    /// What its copies are known by: another picture, shape or way of writing has another key; empty where there are none.
    pub key: String,
}

/// Pictures by file and shape.
pub type Pictures = BTreeMap<(String, Shape), Gambar>;

impl Lingkup {
    /// A picture that lies beside a record of this scope; nothing for a file of a kind that is not drawn.
    pub fn gambar(&self, record: &str, berkas: &str, shape: Shape) -> Option<&Gambar> {
        self.gambar.get(&(beside(record, berkas), shape))
    }
}

/// The files of the content that a link may name: beside the article, or by the address on the site, which does not
/// tell whether the file is the nation's or a region's.
pub fn berkas(to: &str, file: &str) -> Vec<String> {
    let path = to.split(['#', '?']).next().filter(|path| !path.is_empty() && scheme(to) == Scheme::Inside);
    let Some(path) = path else { return Vec::new() };
    let (written, meant) = (one_form(path), decoded(path));
    let meant = one_form(&meant);
    let mut all = of_name(&written, file);
    if meant != written {
        all.extend(of_name(&meant, file));
    }
    all
}

fn of_name(path: &str, file: &str) -> Vec<String> {
    match path.strip_prefix('/') {
        Some(address) => ["content", "content/wilayah", STATIS].map(|folder| format!("{folder}/{address}")).to_vec(),
        None => join(folder(file), path).into_iter().collect(),
    }
}

/// What is known of the files, by their paths.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    /// All that are no text.
    pub media: &'k BTreeMap<String, Media>,
    /// Those that can be drawn.
    pub fingerprint: &'k BTreeMap<String, Fingerprint>,
}

/// The pictures that a scope's records and articles name; `files` are in order of their paths.
pub(super) fn named(lingkup: &Lingkup, known: Known<'_>, files: &[Arc<Document>]) -> Pictures {
    let mut daftar = Pictures::new();
    let mut add = |path: String, place: Place, shape: Shape| {
        let Some(media) = known.media.get(&path) else { return };
        let fingerprint = known.fingerprint.get(&path);
        let gambar = Gambar {
            path: path.clone(),
            place,
            shape,
            pixel_size: fingerprint.and_then(|fingerprint| fingerprint.pixel_size),
            format: media.format,
            bergerak: fingerprint.is_some_and(|fingerprint| fingerprint.bergerak),
            latar: fingerprint.and_then(|fingerprint| fingerprint.latar),
            key: fingerprint.map_or_else(String::new, |fingerprint| key_of(fingerprint, media.format, shape)),
        };
        daftar.entry((path, shape)).or_insert(gambar);
    };
    let mut named = |(record, key): (&str, &str), berkas: &str, shape: Shape| {
        add(beside(record, berkas), Place::value(record, key), shape);
    };
    let news = lingkup.berita.iter().chain(&lingkup.terjemahan.berita).flat_map(leaf::pictures);
    let leaves = lingkup.leaves.iter().flat_map(|leaves| &*leaves.entries).flat_map(leaf::pictures);
    for (record, key, berkas) in news.chain(lingkup.deklarasi.iter().flat_map(leaf::pictures)).chain(leaves) {
        named((record, &key), berkas, Shape::Whole);
    }
    for paslon in &lingkup.paslon {
        let Some(pair) = paslon.pasangan() else { continue };
        for (key, calon) in [("calon.foto", &pair.calon), ("wakil.foto", &pair.wakil)] {
            calon.foto.iter().for_each(|foto| named((paslon.path(), key), foto, Shape::Photo));
        }
        pair.foto_pasangan.iter().for_each(|foto| named((paslon.path(), "foto_pasangan"), foto, Shape::Pair));
    }
    for (path, place) in in_articles(lingkup, files).into_iter().chain(in_answers(lingkup)) {
        add(path, place, Shape::Whole);
    }
    daftar
}

/// The files that pictures inside a scope's articles may be, with their places.
fn in_articles(lingkup: &Lingkup, files: &[Arc<Document>]) -> Vec<(String, Place)> {
    let other = &lingkup.terjemahan;
    let news = lingkup.berita.iter().chain(&other.berita).map(Loaded::path);
    let clarifications = lingkup.klarifikasi.iter().chain(&other.klarifikasi).map(Loaded::path);
    let pages = lingkup.halaman.iter().chain(&other.halaman).map(Loaded::path);
    let leaves = lingkup.leaves.iter().flat_map(|leaves| &*leaves.entries).map(Loaded::path);
    let paths = news.chain(clarifications).chain(pages).chain(leaves);
    let articles = paths.filter_map(|path| Some(&files[files.binary_search_by(|file| (*file.path).cmp(path)).ok()?]));
    let pictures = articles.flat_map(|article| {
        let start = article.body_start();
        article.outline().pictures.iter().flat_map(move |picture| {
            let place = Place::bytes(&article.path, picture.range.start + start..picture.range.end + start);
            berkas(&picture.to, &article.path).into_iter().map(move |path| (path, place.clone()))
        })
    });
    pictures.collect()
}

/// The same of answers to questions.
fn in_answers(lingkup: &Lingkup) -> Vec<(String, Place)> {
    let Some(questions) = &*lingkup.tanya_jawab else { return Vec::new() };
    let answers = questions.record.iter().enumerate();
    let pictures = answers.flat_map(|(i, tanya)| {
        let place = Place::value(questions.path(), format!("tanya_jawab[{i}].jawab"));
        let files =
            outline(&tanya.jawab).pictures.into_iter().flat_map(|picture| berkas(&picture.to, questions.path()));
        files.map(move |path| (path, place.clone())).collect::<Vec<_>>()
    });
    pictures.collect()
}

fn beside(record: &str, berkas: &str) -> String {
    format!("{}/{berkas}", folder(record))
}

fn key_of(fingerprint: &Fingerprint, format: Option<Format>, shape: Shape) -> String {
    let is_large = fingerprint.pixel_size.is_some_and(|pixel_size| pixel_size.area() > LARGE);
    let recipe = if is_large && format == Some(Format::Png) { RECIPE_BY_ROWS } else { RECIPE };
    let shape: &[u8] = match shape {
        Shape::Photo => b"foto",
        Shape::Pair => b"pasangan",
        Shape::Whole => b"utuh",
    };
    let digest = Sha256::digest([recipe, b"\0", shape, b"\0", &fingerprint.sha256].concat());
    digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
