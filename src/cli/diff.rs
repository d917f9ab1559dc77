//! `pilkada diff`: which pages of a site are others than those of another, such as the one that is published.

use super::{Session, print};
use crate::bahasa::{Bahasa, Kata, kata};
use crate::output::MANIFEST;
use crate::output::difference::Difference;
use crate::output::manifest::Manifest;
use crate::refusal::Because;
use crate::value::angka::ribuan;
use crate::value::teks::visible;
use anyhow::Result;
use clap::{Arg, ArgMatches, Command};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The most pages of one kind that are named to people; a program gets all.
const MOST: usize = 100;

/// Its arguments.
pub(super) fn command(bahasa: Bahasa) -> Command {
    let word = |id: &str, en: &str| kata(id, en).dalam(bahasa).to_owned();
    let site = |id: &'static str| {
        let name = if bahasa == Bahasa::Id { "SITUS" } else { "SITE" };
        Arg::new(id).required(true).value_name(name).value_parser(clap::value_parser!(PathBuf))
    };
    Command::new("diff")
        .visible_alias("beda")
        .about(word(
            "Sebutkan halaman yang berbeda antara dua situs yang terbit",
            "Name the pages in which two published sites differ",
        ))
        .arg(site("lama").help(word(
            "folder situs yang lama, atau manifes.json-nya",
            "the earlier site's folder, or its manifes.json",
        )))
        .arg(site("baru").help(word(
            "folder situs yang baru, atau manifes.json-nya",
            "the later site's folder, or its manifes.json",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(["teks", "markdown", "json"])
                .default_value("teks")
                .help(word(
                    "teks, markdown (untuk komentar), atau json",
                    "teks (text), markdown (for a comment), or json",
                )),
        )
}

/// Says what is different: 0 also where something is.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> Result<ExitCode> {
    let manifest = |name| manifest(matches.get_one::<PathBuf>(name).map_or(Path::new(""), PathBuf::as_path));
    let (before, after) = (manifest("lama")?, manifest("baru")?);
    let found = Difference::between(&before, &after);
    let text = match matches.get_one::<String>("format").map_or("teks", String::as_str) {
        "json" => serde_json::to_string_pretty(&found)?,
        "markdown" => shown(found, &|path| format!("- [{path}]({}{path})", after.alamat), session.bahasa),
        _ => shown(found, &|path| format!("  {}", visible(path)), session.bahasa),
    };
    print(text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// The manifest of a site in a folder, or in its own file.
fn manifest(named: &Path) -> Result<Manifest> {
    let file = if named.is_dir() { named.join(MANIFEST) } else { named.to_owned() };
    Manifest::read(&file).because(|| {
        let file = file.display();
        kata(format!("{file} bukan manifes situs yang terbit"), format!("{file} is no manifest of a published site"))
    })
}

/// What is different, for people: the pages by name, the others by number.
fn shown(found: Difference, line: &dyn Fn(&str) -> String, bahasa: Bahasa) -> String {
    if found.is_none() {
        return kata("tidak ada yang berbeda", "nothing is different").dalam(bahasa).to_owned();
    }
    let (pages, others) = found.pages();
    let mut text = String::new();
    for (paths, heading) in [
        (&pages.berubah, kata("halaman berubah", "pages changed")),
        (&pages.baru, kata("halaman baru", "new pages")),
        (&pages.hilang, kata("halaman hilang", "pages gone")),
    ] {
        list(&mut text, paths, &heading, line, bahasa);
    }
    let others = ribuan(others as u64);
    let sentence =
        kata(format!("berkas lain yang berbeda: {others}"), format!("other files that are different: {others}"));
    text + sentence.dalam(bahasa)
}

fn list(text: &mut String, paths: &[String], heading: &Kata, line: &dyn Fn(&str) -> String, bahasa: Bahasa) {
    if paths.is_empty() {
        return;
    }
    let (heading, count) = (heading.dalam(bahasa), ribuan(paths.len() as u64));
    let lines: Vec<String> = paths.iter().take(MOST).map(|path| line(path)).collect();
    let written = write!(text, "{heading}: {count}\n\n{}\n", lines.join("\n"));
    written.expect("a String takes all that is written");
    if paths.len() > MOST {
        let more = ribuan((paths.len() - MOST) as u64);
        let more = kata(format!("  … dan {more} lagi\n"), format!("  … and {more} more\n"));
        text.push_str(more.dalam(bahasa));
    }
    text.push('\n');
}
