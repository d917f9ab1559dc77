//! The same content, theme and day give the same bytes, whoever builds them, wherever, in whatever order and however often.

use crate::project::{Project, tree};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The made-up site of the browser's tests: every kind of record, with photos.
const CONTENT: &str = "tests/browser/situs/content";

/// The files of a folder by their paths below it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = tree(folder).into_iter();
    all.map(|(path, bytes)| (path.strip_prefix(folder).unwrap().to_owned(), bytes)).collect()
}

/// The files of the content, in order of their paths.
fn content() -> Vec<(PathBuf, Vec<u8>)> {
    files(Path::new(CONTENT)).into_iter().collect()
}

/// The project at a path, whose files are written in this order: a disk may list them so, and has other numbers for them.
fn project_at(path: &Path, content: impl IntoIterator<Item = (PathBuf, Vec<u8>)>) {
    for (file, bytes) in content {
        let target = path.join("content").join(file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}

/// Builds the project at a path by a shell of one's own, for a day, with an environment; gives the site.
#[track_caller]
fn built(at: &Path, shell: &str, environment: &[(&str, &str)], day: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let program = OsStr::new(env!("CARGO_BIN_EXE_pilkada"));
    let mut command = Command::new("sh");
    command.arg("-c").arg(shell).env("PILKADA", program).env("HARI", day).env_remove("SOURCE_DATE_EPOCH");
    let ran = command.envs(environment.iter().copied()).current_dir(at).output().unwrap();
    assert!(ran.status.success(), "{shell}: {}", String::from_utf8_lossy(&ran.stderr));
    files(&at.join("output"))
}

#[test]
#[cfg(unix)]
fn nothing_but_content_theme_and_day_makes_a_site() {
    const DAY: &str = "2024-11-20";
    const BUILD: &str = "exec \"$PILKADA\" build --tanggal \"$HARI\"";
    let home = Project::empty();
    let first = home.path("satu");
    project_at(&first, content());
    let expected = built(&first, BUILD, &[("TZ", "UTC"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "1")], DAY);
    assert!(expected.len() > 100, "{}", expected.len());
    let same = |what: &str, site: BTreeMap<PathBuf, Vec<u8>>| {
        let names = |site: &BTreeMap<PathBuf, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&site), names(&expected), "{what}");
        let other: Vec<_> =
            site.iter().filter(|(path, bytes)| expected[*path] != **bytes).map(|(path, _)| path).collect();
        assert!(other.is_empty(), "{what}: {other:?}");
    };
    // Another path (with a name that is no ASCII), file order, zone, locale, umask and number of threads.
    let second = home.path("Pilkada kantor é/di dalam/lagi");
    project_at(&second, content().into_iter().rev());
    let elsewhere = [("TZ", "Asia/Jayapura"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "ar_SA"), ("RAYON_NUM_THREADS", "7")];
    same("elsewhere", built(&second, &format!("umask 077; {BUILD}"), &elsewhere, DAY));
    // The day by another way.
    fs::remove_dir_all(second.join("output")).unwrap();
    same("day", built(&second, "SOURCE_DATE_EPOCH=1732104000 TZ=UTC exec \"$PILKADA\" build", &[], DAY));
    // From a cache of the same day, of another day, of other content, and with a cache that is gone.
    same("warm", built(&first, BUILD, &[], DAY));
    built(&first, BUILD, &[], "2025-01-10");
    same("another day between", built(&first, BUILD, &[], DAY));
    let note = first.join("content/halaman/sementara.md");
    fs::write(&note, "---\njudul: Sementara\n---\n\nIsi.\n").unwrap();
    built(&first, BUILD, &[], DAY);
    fs::remove_file(&note).unwrap();
    same("another page between", built(&first, BUILD, &[], DAY));
    fs::remove_dir_all(first.join(".output.pilkada")).unwrap();
    same("without its cache", built(&first, BUILD, &[], DAY));
    // In a folder of another name, from elsewhere.
    let shell = format!("{BUILD} --output \"$PWD/situs\"");
    built(&second, &shell, &[], DAY);
    same("another folder", files(&second.join("situs")));
}
