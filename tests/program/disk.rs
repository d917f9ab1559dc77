//! What a disk, a container or a copy does to a published site: modes, mount points, restored folders, changed bytes.

use crate::project::{Project, Ran};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;

/// A sound project with a page, published.
fn published() -> Project {
    let project = Project::sound();
    project.write("content/halaman/cara.md", "---\njudul: Cara\n---\n\nIsi.\n");
    built(&project);
    project
}

#[track_caller]
fn built(project: &Project) -> Ran {
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran
}

/// Runs a line of the shell in the project, with the program as `$PILKADA`.
fn shell(project: &Project, line: &str) -> std::process::Output {
    let program = env!("CARGO_BIN_EXE_pilkada");
    Command::new("sh").args(["-c", line]).env("PILKADA", program).current_dir(project.root()).output().unwrap()
}

/// Everything below a folder with its number and the time of its last change.
fn marks(folder: &Path) -> Vec<(String, u64, i64, i64)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let mark = |entry: walkdir::DirEntry| {
        let metadata = entry.metadata().unwrap();
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (name, metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
    };
    files.map(mark).collect()
}

/// Fails unless everybody may read every file and enter every folder.
#[track_caller]
fn assert_open_to_all(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        let wanted = if entry.file_type().is_dir() { 0o755 } else { 0o644 };
        assert_eq!(mode, wanted, "{:o} {}", mode, entry.path().display());
    }
}

#[test]
fn a_site_that_was_built_under_a_close_umask_can_be_read_by_all() {
    let project = Project::sound();
    let close = |project: &Project| {
        let out = shell(project, "umask 077; exec \"$PILKADA\" build");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        assert_open_to_all(&project.path("output"));
    };
    close(&project);
    for round in 0..4 {
        project.write("content/halaman/cara.md", format!("---\njudul: Cara {round}\n---\n"));
        close(&project);
    }
}

#[test]
fn what_nobody_could_read_is_opened_by_the_next_build() {
    let project = published();
    project.write("content/halaman/cara.md", "---\njudul: Cara lain\n---\n");
    built(&project);
    let out = shell(&project, "chmod -R go-rwx output .output.pilkada/kembar");
    assert!(out.status.success());
    built(&project);
    assert_open_to_all(&project.path("output"));
    project.write("content/halaman/cara.md", "---\njudul: Cara lagi\n---\n");
    built(&project);
    assert_open_to_all(&project.path("output"));
}

#[test]
fn a_byte_that_was_changed_with_its_time_kept_is_found_by_a_thorough_build() {
    let project = published();
    // Older than the tick of the disk's clock within which nothing but the bytes is believed.
    let wait = std::time::Duration::from_millis(50);
    std::thread::sleep(wait);
    let sound = project.read("output/index.html");
    let spoilt = sound.replacen("<html", "<HTML", 1);
    project.write("rusak", &spoilt);
    let out = shell(
        &project,
        "touch -r output/index.html waktu && cat rusak > output/index.html && touch -r waktu output/index.html",
    );
    assert!(out.status.success());
    let ran = project.run(&["build", "--teliti"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(project.read("output/index.html"), sound);
    let before = marks(&project.path("output"));
    let ran = project.run(&["build", "--teliti"]);
    assert!(ran.err.contains(" 0 berubah"), "{}", ran.err);
    assert_eq!(marks(&project.path("output")), before, "what is sound is not touched");
}

#[test]
fn a_site_that_was_copied_or_restored_is_known_by_its_bytes() {
    for kept in ["content themes output .output.pilkada", "content themes output"] {
        let project = published();
        let copied = Project::empty();
        let target = copied.root().display();
        let out = shell(&project, &format!("cp -a {kept} '{target}'"));
        assert!(out.status.success());
        let before = marks(&copied.path("output"));
        let ran = built(&copied);
        assert!(ran.err.contains(" 0 berubah"), "{kept}: {}", ran.err);
        assert!(!ran.err.contains("ditulis ulang"), "{kept}: {}", ran.err);
        assert_eq!(marks(&copied.path("output")), before, "{kept}");
        // Once it was looked at, it is known by what the disk says again; and a change is one.
        assert!(built(&copied).err.contains(" 0 berubah"));
        copied.write("content/halaman/cara.md", "---\njudul: Lain\n---\n");
        assert!(!built(&copied).err.contains(" 0 berubah"));
        let page = marks(&copied.path("output"));
        let same = page.iter().filter(|mark| before.contains(mark)).count();
        assert!(same > page.len() / 3, "{same} of {}", page.len());
    }
}

#[test]
fn of_a_restored_site_a_file_that_is_another_is_written_anew() {
    let project = published();
    let sound = project.read("output/index.html");
    let copied = Project::empty();
    let out = shell(&project, &format!("cp -a content themes output .output.pilkada '{}'", copied.root().display()));
    assert!(out.status.success());
    copied.write("output/index.html", sound.replacen("<html", "<HTML", 1));
    built(&copied);
    assert_eq!(copied.read("output/index.html"), sound);
}

/// What of a project an archive of CI keeps, unpacked as it is said into another project; what is missing of a site that changed once
/// is a second tree.
fn restored(how: &str) -> (Project, Project) {
    let project = published();
    project.write("content/halaman/cara.md", "---\njudul: Cara\n---\n\nIsi lain.\n");
    built(&project);
    assert!(project.path(SPARE).is_dir());
    let copied = Project::empty();
    let out = shell(&project, &how.replace("TARGET", &copied.root().display().to_string()));
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    // Content is checked out anew.
    assert!(shell(&copied, "find content -exec touch {} +").status.success());
    (project, copied)
}

/// The tree that takes turns with the published one.
const SPARE: &str = ".output.pilkada/kembar";
/// An archive that keeps times whole, and second names as such.
const POSIX: &str = "tar --format=posix -cf - content themes output .output.pilkada | tar -xf - -C TARGET";

#[test]
fn of_a_restored_site_only_what_changed_is_made() {
    let number = |project: &Project, path: &str| project.path(path).metadata().unwrap().ino();
    for (how, comes_along) in [
        (POSIX, true),
        ("cp -a content themes output .output.pilkada TARGET", true),
        // Times in whole seconds, and copies in the place of second names.
        ("tar --format=gnu -cf - content themes output .output.pilkada | tar -xf - -C TARGET", false),
        ("cp -a content themes output TARGET && cp -a .output.pilkada TARGET", false),
    ] {
        let (project, copied) = restored(how);
        let (site, spare) = (number(&copied, "output"), number(&copied, SPARE));
        for project in [&project, &copied] {
            project.write("content/halaman/cara.md", "---\njudul: Cara\n---\n\nYang ketiga.\n");
            built(project);
        }
        assert_eq!(number(&copied, "output") == spare, comes_along, "{how}");
        assert_eq!(number(&copied, SPARE), site, "{how}");
        let bytes = |project: &Project| marks(&project.path("output")).len();
        assert_eq!(bytes(&project), bytes(&copied), "{how}");
        for (name, ..) in marks(&project.path("output")) {
            assert_eq!(
                std::fs::read(project.path("output").join(&name)).unwrap(),
                std::fs::read(copied.path("output").join(&name)).unwrap(),
                "{how}: {name}"
            );
        }
        assert!(built(&copied).err.contains(" 0 berubah"), "{how}");
    }
}

#[test]
fn of_a_restored_site_a_file_without_its_own_time_is_read() {
    for (how, when) in [
        (POSIX, "touch -d '2024-11-01 10:00:00.123' output/index.html"),
        (
            "tar --format=gnu -cf - content themes output .output.pilkada | tar -xf - -C TARGET",
            "touch -r waktu output/index.html",
        ),
    ] {
        let (project, copied) = restored(how);
        let sound = project.read("output/index.html");
        assert!(shell(&copied, "touch -r output/index.html waktu").status.success());
        // As long as it was, and another.
        copied.write("output/index.html", sound.replacen("<html", "<HTML", 1));
        assert!(shell(&copied, when).status.success());
        built(&copied);
        assert_eq!(copied.read("output/index.html"), sound, "{how}");
    }
}

#[test]
fn with_teliti_every_byte_of_a_restored_site_is_read() {
    let (project, copied) = restored(POSIX);
    let sound = project.read("output/index.html");
    assert!(shell(&copied, "touch -r output/index.html waktu").status.success());
    copied.write("output/index.html", sound.replacen("<html", "<HTML", 1));
    assert!(shell(&copied, "touch -r waktu output/index.html").status.success());
    let ran = copied.run(&["build", "--teliti"]);
    assert_eq!((ran.code, copied.read("output/index.html")), (Some(0), sound));
}

#[test]
fn a_mount_point_is_said_to_be_one() {
    let project = published();
    let line = "unshare -m sh -c 'mkdir -p volume output && mount --bind volume output && exec \"$PILKADA\" build'";
    let can = Command::new("unshare").args(["-m", "mount", "--bind", "/tmp", "/mnt"]).output();
    if !can.is_ok_and(|out| out.status.success()) {
        println!("skipped: this user mounts nothing");
        return;
    }
    let out = shell(&project, line);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(2), "{said}");
    assert!(said.contains("titik pasang") && said.contains("output/situs"), "{said}");
    let inside =
        line.replace("build", "build --output output/situs && test -e output/situs/index.html").replace("exec ", "");
    let out = shell(&project, &inside);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}
