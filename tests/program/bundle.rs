//! The published site as one zip: all of it, in the same bytes every time, and never a part of two sites.

use crate::project::{Project, SITUS};
use pilkada::output::manifest::{Entry, Manifest};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use zip::ZipArchive;

const PROVINSI: &str =
    "kode: \"15\"\nnama: Provinsi Contoh\njenis: provinsi\npemilihan: { ada: false, alasan: Contoh. }\n";

/// A published site of two provinces.
fn published() -> Project {
    let project = Project::sound();
    project.write("content/wilayah/contoh/wilayah.yaml", PROVINSI);
    project.write("content/wilayah/umpama/wilayah.yaml", PROVINSI.replace("15", "16").replace("Contoh", "Umpama"));
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    project
}

/// The files of a zip, in its order, with their bytes and their times.
fn unpacked(path: &Path) -> Vec<(String, Vec<u8>, String)> {
    let mut zip = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let count = zip.len();
    let read = |at: usize| {
        let mut file = zip.by_index(at).unwrap();
        let (mut bytes, time) = (Vec::new(), file.last_modified().unwrap().to_string());
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes, time)
    };
    (0..count).map(read).collect()
}

#[test]
fn a_site_is_packed_whole_in_the_order_of_its_paths_and_in_the_same_bytes_again() {
    let project = published();
    let ran = project.run(&["bundle"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("situs/index.html"), "{}", ran.err);
    let manifest = Manifest::read(&project.path("output/manifes.json")).unwrap();
    let files = unpacked(&project.path("situs.zip"));
    let packed: BTreeMap<&str, Entry> =
        files.iter().map(|(path, bytes, _)| (path.strip_prefix("situs/").unwrap(), Entry::of(bytes))).collect();
    let mut expected: BTreeMap<&str, Entry> =
        manifest.berkas.iter().map(|(path, entry)| (path.as_str(), entry.clone())).collect();
    expected.insert("manifes.json", Entry::of(&fs::read(project.path("output/manifes.json")).unwrap()));
    assert_eq!(packed, expected);
    let names: Vec<&String> = files.iter().map(|(path, ..)| path).collect();
    assert!(names[..names.len() - 1].is_sorted(), "{names:?}");
    assert!(files.iter().all(|(.., time)| time.starts_with(&manifest.hari)), "the time is the site's day");

    let first = fs::read(project.path("situs.zip")).unwrap();
    assert_eq!(project.run(&["kemas"]).code, Some(0));
    assert_eq!(fs::read(project.path("situs.zip")).unwrap(), first);
    // No build knows of it, and nothing is left beside it.
    assert!(project.run(&["build"]).err.contains("0 berubah"));
    let around = fs::read_dir(project.root()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(around.into_iter().all(|name| !name.to_string_lossy().starts_with(".situs.zip")));
}

#[test]
fn the_publishers_signature_goes_along_with_the_manifest_that_it_is_of() {
    let project = published();
    fs::write(project.path("output/manifes.json.minisig"), "tanda tangan contoh").unwrap();
    assert_eq!(project.run(&["bundle"]).code, Some(0));
    assert_eq!(project.run(&["bundle", "--provinsi", "contoh"]).code, Some(0));
    let holds = |zip: &str| unpacked(&project.path(zip)).iter().any(|(path, ..)| path == "situs/manifes.json.minisig");
    assert!(holds("situs.zip") && !holds("situs-contoh.zip"), "a part of a site is not what was signed");
}

#[test]
fn one_province_is_packed_with_what_belongs_to_none() {
    let project = published();
    assert_eq!(project.run(&["bundle", "--provinsi", "contoh"]).code, Some(0));
    let names: Vec<String> = unpacked(&project.path("situs-contoh.zip")).into_iter().map(|(path, ..)| path).collect();
    for wanted in ["situs/index.html", "situs/cara-memilih.html", "situs/contoh/index.html", "situs/data/wilayah.csv"] {
        assert!(names.contains(&wanted.to_owned()), "{wanted}: {names:?}");
    }
    assert!(!names.iter().any(|path| path.starts_with("situs/umpama/") || path.ends_with("manifes.json")), "{names:?}");
    let ran = project.run(&["bundle", "--provinsi", "cotoh"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("mungkin maksudnya contoh"), "{}", ran.err);
}

#[test]
fn a_site_that_is_not_as_it_was_published_is_not_packed_and_the_older_zip_stays() {
    let project = published();
    assert_eq!(project.run(&["bundle"]).code, Some(0));
    let before = fs::read(project.path("situs.zip")).unwrap();
    let page = project.path("output/contoh/index.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::remove_file(&page).unwrap();
    fs::write(&page, text.replace("Provinsi Contoh", "Provinsi Cantoh")).unwrap();
    let ran = project.run(&["bundle"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("contoh/index.html bukan lagi yang diterbitkan"), "{}", ran.err);
    assert_eq!(fs::read(project.path("situs.zip")).unwrap(), before);
    let around = fs::read_dir(project.root()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(around.into_iter().all(|name| !name.to_string_lossy().ends_with(".zip.pilkada")));
}

#[test]
fn nothing_is_packed_where_there_is_no_site_or_in_the_place_of_something_else() {
    let project = Project::sound();
    let ran = project.run(&["bundle"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("terbitkan dulu"), "{}", ran.err);
    project.write("content/situs.yaml", SITUS);
    assert_eq!(project.run(&["build"]).code, Some(0));
    project.write("catatan.zip", "bukan zip");
    for (target, said) in [
        ("catatan.zip", "bukan berkas zip"),
        ("output/situs.zip", "ada di dalam situs"),
        ("content", "bukan berkas zip"),
    ] {
        let ran = project.run(&["bundle", "--ke", project.path(target).to_str().unwrap()]);
        assert_eq!(ran.code, Some(2), "{target}");
        assert!(ran.err.contains(said), "{target}: {}", ran.err);
    }
    assert_eq!(fs::read(project.path("catatan.zip")).unwrap(), b"bukan zip");
    assert!(!project.path("output/situs.zip").exists());
}
