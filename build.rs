//! Gives the program the files of the built-in theme, the list of its packs of law, the list of all kelurahan and desa in packed form,
//! and a digest of what it is made from, so that another version does not trust what this one kept.
#![expect(clippy::disallowed_methods, reason = "the program's own files are read while it is built")]

use miniz_oxide::deflate::compress_to_vec;
use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;
use xxhash_rust::xxh3::Xxh3;

/// The built-in theme.
const THEME: &str = "themes/bawaan";

/// The packs of law.
const PACKS: &str = "data/hukum";

/// All kecamatan with their kelurahan and desa.
const VILLAGES: &str = "data/desa.txt";

/// How hard the list of them is pressed together: slowest and smallest.
const SMALLEST: u8 = 10;

/// What the program is made from.
const MADE_FROM: &[&str] = &["src", "crates", "themes/bawaan", "data", "Cargo.toml", "Cargo.lock", "build.rs"];

fn main() -> Result<(), Box<dyn Error>> {
    list_theme()?;
    list_packs_of_law()?;
    pack_villages()?;
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

/// Packs the list of kelurahan and desa, province by province: text can be reviewed, and of a province that a site does not have
/// nothing is unpacked.
fn pack_villages() -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(VILLAGES)?;
    let mut provinces: Vec<(&str, Vec<&str>, String)> = Vec::new();
    for line in text.lines() {
        // A regency's code stands on a line of its own: `33.75`.
        let region = line.split_once('.').filter(|_| line.len() == 5).map(|(province, _)| (province, line));
        if let Some((province, _)) = region.filter(|(code, _)| provinces.last().is_none_or(|(last, ..)| last != code)) {
            provinces.push((province, Vec::new(), String::new()));
        }
        let (_, regions, packed) = provinces.last_mut().ok_or("the list begins with a code")?;
        regions.extend(region.map(|(_, region)| region));
        writeln!(packed, "{line}")?;
    }
    let folder = Path::new(&env::var("OUT_DIR")?).join("desa");
    fs::create_dir_all(&folder)?;
    let mut list = String::from("&[\n");
    for (province, regions, text) in &provinces {
        fs::write(folder.join(province), compress_to_vec(text.as_bytes(), SMALLEST))?;
        let packed = format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/desa/{province}\"))");
        writeln!(list, "    Province {{ kode: {province:?}, regions: &{regions:?}, packed: {packed} }},")?;
    }
    list.push(']');
    Ok(fs::write(folder.join("daftar.rs"), list)?)
}

/// Lists `data/hukum/` for `src/hukum`: a new year is a new file, and no line of Rust.
fn list_packs_of_law() -> Result<(), Box<dyn Error>> {
    let mut list = String::from("&[\n");
    for entry in WalkDir::new(PACKS).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(PACKS)?.to_string_lossy().replace('\\', "/");
        if let Some(name) = path.strip_suffix(".yaml") {
            writeln!(
                list,
                "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{PACKS}/{path}\"))),"
            )?;
        }
    }
    list.push(']');
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("hukum.rs"), list)?)
}

/// Writes the list of the built-in theme's files, each with its path below the theme: a template is part of it by lying there.
fn list_theme() -> Result<(), Box<dyn Error>> {
    let mut list = String::from("&[\n");
    for entry in WalkDir::new(THEME).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(THEME)?.to_string_lossy().replace('\\', "/");
        // What a theme says of itself is for who chooses one; this is there without being chosen.
        if entry.file_type().is_file() && path != "tema.yaml" {
            writeln!(
                list,
                "    ({path:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{THEME}/{path}\"))),"
            )?;
        }
    }
    list.push(']');
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("theme.rs"), list)?)
}
