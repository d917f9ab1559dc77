//! Gives the program a digest of what it is made from, so that another version does not trust what this one kept.
#![expect(clippy::disallowed_methods, reason = "the program's own files are read while it is built")]

use std::env;
use std::error::Error;
use std::fs;
use walkdir::WalkDir;
use xxhash_rust::xxh3::Xxh3;

/// What the program is made from.
const MADE_FROM: &[&str] = &["src", "crates", "themes/bawaan", "data", "Cargo.toml", "Cargo.lock", "build.rs"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut digest = Xxh3::new();
    for root in MADE_FROM {
        println!("cargo::rerun-if-changed={root}");
        for entry in WalkDir::new(root).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                digest.update(entry.path().to_string_lossy().as_bytes());
                digest.update(&fs::read(entry.path())?);
            }
        }
    }
    let mut settings: Vec<(String, String)> = env::vars()
        .filter(|(name, _)| name.starts_with("CARGO_FEATURE_") || name == "TARGET" || name == "PROFILE")
        .collect();
    settings.sort();
    for (name, value) in settings {
        digest.update(format!("{name}={value}\n").as_bytes());
    }
    println!("cargo::rustc-env=PILKADA_SOURCE_HASH={:032x}", digest.digest128());
    Ok(())
}
