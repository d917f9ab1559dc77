//! Writes what a release of the program has beside it, all of it from the program's own definition and Cargo's own account.
//!
//! `cargo run -p pilkada-tools --bin rilis -- FOLDER` writes completions for shells, man pages in both languages, and the list of all that
//! the program is made of (`sbom.cdx.json`). `tools/release` calls it.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "this program writes files beside the program that it describes, and says where"
)]

mod parts;

use anyhow::{Context, Result};
use clap::ValueEnum;
use clap_complete::Shell;
use pilkada::bahasa::Bahasa;
use std::fs;
use std::path::{Path, PathBuf};

/// The headings of a man page, as an Indonesian one has them.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "NAMA"),
    ("SYNOPSIS", "RINGKASAN"),
    ("DESCRIPTION", "KETERANGAN"),
    ("OPTIONS", "PILIHAN"),
    ("SUBCOMMANDS", "PERINTAH"),
    ("VERSION", "VERSI"),
];

fn main() -> Result<()> {
    let folder: PathBuf = std::env::args_os().nth(1).context("rilis FOLDER")?.into();
    let completions = folder.join("completions");
    fs::create_dir_all(&completions)?;
    for shell in Shell::value_variants() {
        clap_complete::generate_to(*shell, &mut pilkada::cli::command(Bahasa::Id), "pilkada", &completions)?;
    }
    manual(&folder.join("man/man1"), Bahasa::En)?;
    manual(&folder.join("man/id/man1"), Bahasa::Id)?;
    let parts = parts::of_the_program(Path::new("."))?;
    fs::write(folder.join("sbom.cdx.json"), serde_json::to_vec_pretty(&parts)?)?;
    println!("{}", folder.display());
    Ok(())
}

/// Writes a man page for the program and for each of its commands.
fn manual(folder: &Path, bahasa: Bahasa) -> Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(pilkada::cli::command(bahasa), folder)?;
    if bahasa == Bahasa::Id {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            fs::write(&path, translated(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// A man page with Indonesian headings.
fn translated(page: &str) -> String {
    let heading = |line: &str| {
        let (_, id) = HEADINGS
            .iter()
            .find(|(en, _)| line.strip_prefix(".SH ").is_some_and(|name| name.trim_matches('"') == *en))?;
        Some(format!(".SH {id}"))
    };
    let page = page.replace("Possible values:", "Pilihan:");
    page.lines().map(|line| heading(line).unwrap_or_else(|| line.to_owned()) + "\n").collect()
}
