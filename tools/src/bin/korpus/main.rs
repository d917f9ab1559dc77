//! Writes a made-up national site of any size, the same for the same numbers:
//! `cargo run --release -p pilkada-tools --bin korpus -- FOLDER 545 6000`, with a third number for polling places: 435296.
//!
//! The shapes are real ones: six pairs, a pair against the empty column, names of 108 characters, tables, disputed
//! figures. The content is not. What is written is checked at once: the corpus has no finding, on `DAY` or later.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "this program writes a corpus and says so")]

mod isi;

use anyhow::{Context, Result, ensure};
use isi::Size;
use pilkada::bahasa::Bahasa;
use pilkada::model::{BuildOptions, Drafts};
use pilkada::page::frame::page::Page;
use pilkada::report::Report;
use pilkada::report::draw::{Colour, Style, teks};
use pilkada::value::tanggal::Tanggal;
use pilkada::value::{Nilai, Scalar};
use pilkada::{pipeline, plan, source};
use std::fs;
use std::path::Path;

/// After the vote and the results: nothing in the corpus is of a later day.
const DAY: &str = "2024-12-20";

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (folder, regions, articles, tps) = match words.as_slice() {
        [folder, regions, articles] => (folder, regions, articles, "0"),
        [folder, regions, articles, tps] => (folder, regions, articles, tps.as_str()),
        _ => anyhow::bail!("korpus FOLDER WILAYAH BERITA [TPS]"),
    };
    let size = Size { regions: regions.parse()?, articles: articles.parse()?, tps: tps.parse()? };
    let files = write(Path::new(folder), size)?;
    let pages = pages(Path::new(folder))?;
    println!("{files} files in {folder}, {pages} HTML pages: pilkada build --folder {folder} --tanggal {DAY}");
    Ok(())
}

/// Writes the corpus; gives the number of its files.
fn write(folder: &Path, size: Size) -> Result<usize> {
    let mut files = 0;
    isi::each(size, &mut |path, text| {
        files += 1;
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(&file, text).with_context(|| file.display().to_string())
    })?;
    Ok(files)
}

/// How many HTML pages the corpus gives; fails where the checker finds anything.
fn pages(folder: &Path) -> Result<usize> {
    let hari = Tanggal::read(Scalar::Teks(DAY)).ok().context("the day")?;
    let sources = source::read(folder)?;
    let mut report = Report::default();
    let model = pipeline::load(&sources, BuildOptions { hari, draf: Drafts::Wait }, &mut report);
    let model = model.context("the corpus cannot be linked")?;
    let is_html = |page: &Page<'_>| page.address.file().ends_with(".html");
    let count =
        plan::with_pages(&model, &mut report, |pages, _| pages.pages.iter().filter(|page| is_html(page)).count());
    report.sort(&sources);
    let style = Style { bahasa: Bahasa::En, colour: Colour::Plain };
    ensure!(report.findings().is_empty(), "the corpus has findings:\n\n{}", teks(&report, &sources, style));
    Ok(count)
}
