//! Golden sites: the list of files and their bytes.
//!
//! `SNAPSHOTS=overwrite cargo test` writes what is expected; the diff is the review.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// Every file below a folder with its bytes.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Builds `tests/sites/<name>` with the program and compares it with `expected/` beside it.
fn golden(name: &str) {
    let project = Path::new("tests/sites").join(name);
    let target = tempfile::tempdir().unwrap();
    let output = target.path().join("output");
    let built = Command::new(env!("CARGO_BIN_EXE_pilkada"))
        .args(["build", "--tanggal", "2024-11-20", "--folder"])
        .arg(&project)
        .arg("--output")
        .arg(&output)
        .env("TZ", "Asia/Jayapura")
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let actual = files(&output);
    let expected = project.join("expected");
    if env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        let _ = fs::remove_dir_all(&expected);
        for (path, bytes) in &actual {
            let file = expected.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
    }
    let wanted = files(&expected);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>().join("\n");
    snapbox::assert_data_eq!(names(&actual), names(&wanted));
    for (path, bytes) in &wanted {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        // Texts are shown as a difference; pictures only have to be the same.
        if text(&actual[path]) != text(bytes) {
            snapbox::assert_data_eq!(text(&actual[path]), text(bytes));
        }
        assert!(actual[path] == *bytes, "{path}");
    }
}

#[test]
fn a_city_with_two_pairs() {
    golden("kota");
}

#[test]
fn a_single_pair_and_the_empty_column() {
    golden("tunggal");
}
