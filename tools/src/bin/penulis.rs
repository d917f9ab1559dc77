//! Writes files of the names and sizes of a built site and does nothing else: the least time any generator could take for it.
//!
//! `cargo run --release -p pilkada-tools --bin penulis -- PROJECT/output/manifes.json FOLDER` prints the milliseconds, of which reading
//! the manifest is none. What is written comes from one buffer in memory; a disk does not care what the bytes are.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "this program writes, measures and says what it found"
)]

use anyhow::{Context, Result, ensure};
use pilkada::output::manifest::Manifest;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

fn main() -> Result<()> {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [manifest, folder] = words.as_slice() else {
        anyhow::bail!("penulis MANIFES FOLDER");
    };
    ensure!(!folder.exists(), "{} is there already", folder.display());
    let manifest = Manifest::read(manifest).context("no manifest")?;
    let files: Vec<(PathBuf, usize)> = manifest
        .berkas
        .iter()
        .map(|(path, entry)| Ok((folder.join(path), usize::try_from(entry.ukuran)?)))
        .collect::<Result<_>>()?;
    let folders: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    let most = files.iter().map(|(_, size)| *size).max().unwrap_or(0);
    let buffer: Vec<u8> = (b' '..b'~').cycle().take(most).collect();

    let start = Instant::now();
    folders.into_iter().try_for_each(fs::create_dir_all)?;
    files.par_iter().try_for_each(|(path, size)| fs::write(path, &buffer[..*size]))?;
    println!("{}", start.elapsed().as_millis());
    Ok(())
}
