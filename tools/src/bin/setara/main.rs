//! Writes a site like a built one for another generator:
//! `cargo run --release -p pilkada-tools --bin setara -- PROJECT hugo FOLDER`.
//!
//! As many pages at the same places, the same Markdown articles, the same lists of news by region and label, and the head
//! and foot of our own pages as the layout. Where our pages are drawn from records, theirs are Markdown with the same words:
//! the other generators have less to do, not more. Feeds, calendars, tables and JSON are left out of theirs.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "this program writes a site to measure, and says so"
)]

mod alat;
mod markdown;

use alat::Alat;
use anyhow::{Context, Result};
use pilkada::model::{BuildOptions, Drafts, Model};
use pilkada::page::frame::address::Address;
use pilkada::report::Report;
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use pilkada::{pipeline, source};
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The day the corpus is built for.
const DAY: &str = "2024-12-20";

/// What a page of theirs is drawn as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// Text.
    Teks,
    /// A news article.
    Berita,
    /// The news of a region, which the generator lists itself, twenty on a page.
    Daftar,
}

/// A page of theirs.
pub struct Halaman {
    /// What it is drawn as.
    pub jenis: Jenis,
    /// Its folder, empty for the root.
    pub folder: String,
    /// Its name in the folder; `index` is the folder's own page.
    pub nama: String,
    /// Its title.
    pub judul: String,
    /// Its summary.
    pub ringkasan: String,
    /// An article's day.
    pub tanggal: Option<String>,
    /// An article's labels.
    pub label: Vec<String>,
    /// Its text, in Markdown.
    pub isi: String,
}

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [project, name, folder] = words.as_slice() else {
        anyhow::bail!("setara PROJECT hugo|eleventy|blades FOLDER");
    };
    let alat = Alat::named(name).context("setara knows hugo, eleventy and blades")?;
    let (project, folder) = (Path::new(project), Path::new(folder));
    let model = model(project)?;
    let articles = articles(&model);
    let output = project.join("output");
    let files = html_below(&output)?;
    let folders: BTreeSet<&str> = files.iter().filter_map(|file| file.strip_suffix("/index.html")).collect();
    let mut first = None;
    let mut pages = 0;
    for file in &files {
        let halaman = match articles.get(file) {
            Some(halaman) => {
                first = first.or(Some((file, halaman)));
                halaman
            }
            None => match text_page(&output, file, &folders)? {
                Some(halaman) => &{ halaman },
                None => continue,
            },
        };
        let (path, text) = alat.page(halaman);
        put(&folder.join(path), &text)?;
        pages += 1;
    }
    let (file, halaman) = first.context("the site has no article")?;
    let layout = layout(&fs::read_to_string(output.join(file))?, file, halaman)?;
    for (path, text) in alat.frame(&layout) {
        put(&folder.join(path), &text)?;
    }
    println!("{pages} pages of {name} in {}", folder.display());
    Ok(())
}

fn put(path: &Path, text: &str) -> Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
    fs::write(path, text).with_context(|| path.display().to_string())
}

fn model(project: &Path) -> Result<Model> {
    let hari = Tanggal::read(Scalar::Teks(DAY)).ok().context("the day")?;
    let build_options = BuildOptions { hari, draf: Drafts::Wait };
    pipeline::load(&source::read(project)?, build_options, &mut Report::default())
        .context("the content cannot be linked")
}

/// The articles, by the file of their page.
fn articles(model: &Model) -> BTreeMap<String, Halaman> {
    let mut found = BTreeMap::new();
    for lingkup in &model.lingkup {
        for loaded in &lingkup.berita {
            let halaman = Halaman {
                jenis: Jenis::Berita,
                folder: Address::of(lingkup, "berita").file().to_owned(),
                nama: loaded.slug().to_owned(),
                judul: loaded.record.judul.to_string(),
                ringkasan: loaded.record.ringkasan.as_ref().map(ToString::to_string).unwrap_or_default(),
                tanggal: Some(loaded.record.tanggal.to_string()),
                label: loaded.record.label.iter().map(ToString::to_string).collect(),
                isi: loaded.body().to_owned(),
            };
            found.insert(Address::leaf(lingkup, "berita", loaded.slug()).file().to_owned(), halaman);
        }
    }
    found
}

/// The paths of the HTML pages below a folder, in order.
fn html_below(output: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(output).sort_by_file_name() {
        let entry = entry?;
        let path: PathBuf = entry.path().strip_prefix(output)?.to_owned();
        found.extend(path.to_str().filter(|path| path.ends_with(".html")).map(str::to_owned));
    }
    Ok(found)
}

/// A page of ours as text; none where the other generator makes the page itself: a label's, or a list's further pages.
fn text_page(output: &Path, file: &str, folders: &BTreeSet<&str>) -> Result<Option<Halaman>> {
    if file.starts_with("label/") || file.contains("berita/halaman-") {
        return Ok(None);
    }
    let stem = file.trim_end_matches(".html");
    let (folder, nama) = place(stem, folders);
    let is_list = stem == "berita/index" || stem.ends_with("/berita/index");
    let html = Html::parse_document(&fs::read_to_string(output.join(file))?);
    let (judul, isi) = markdown::of(&html);
    let description = Selector::parse("meta[name=description]").expect("the selector is sound");
    let ringkasan = html.select(&description).find_map(|meta| meta.attr("content")).unwrap_or_default().to_owned();
    let (jenis, isi) = if is_list { (Jenis::Daftar, String::new()) } else { (Jenis::Teks, isi) };
    Ok(Some(Halaman { jenis, folder, nama, judul, ringkasan, tanggal: None, label: Vec::new(), isi }))
}

/// Folder and name of a page. A folder without a page of its own becomes part of the name: some generators would give it one.
fn place(stem: &str, folders: &BTreeSet<&str>) -> (String, String) {
    let (mut folder, mut nama) = stem
        .rsplit_once('/')
        .map_or((String::new(), stem.to_owned()), |(folder, nama)| (folder.to_owned(), nama.to_owned()));
    while !folder.is_empty() && !folders.contains(folder.as_str()) {
        let (above, last) = folder.rsplit_once('/').unwrap_or(("", &folder));
        nama = format!("{last}-{nama}");
        folder = above.to_owned();
    }
    (folder, nama)
}

/// What stands around the content of every page, with marks where the page's own words go.
pub struct Layout {
    /// Up to the content.
    pub head: String,
    /// After it.
    pub foot: String,
}

/// Marks in a layout.
pub const JUDUL: &str = "[[judul]]";
/// The summary's mark.
pub const RINGKASAN: &str = "[[ringkasan]]";
/// The address's mark.
pub const ALAMAT: &str = "[[alamat]]";

/// The layout of an article's page.
fn layout(html: &str, file: &str, halaman: &Halaman) -> Result<Layout> {
    let (head, rest) = html.split_once("<main").context("a page without <main>")?;
    let (start, rest) = rest.split_once('>').context("<main> without its end")?;
    let (_, foot) = rest.split_once("</main>").context("a page without </main>")?;
    let (judul, ringkasan) = (&halaman.judul, &halaman.ringkasan);
    let head = format!("{head}<main{start}>")
        .replace(&format!("<title>{judul}"), &format!("<title>{JUDUL}"))
        .replace(&format!("og:title\" content=\"{judul}"), &format!("og:title\" content=\"{JUDUL}"))
        .replace(&format!("description\" content=\"{ringkasan}"), &format!("description\" content=\"{RINGKASAN}"))
        .replace(&format!("/pilkada/{file}\">"), &format!("/pilkada/{ALAMAT}\">"));
    Ok(Layout { head, foot: format!("</main>{foot}") })
}
