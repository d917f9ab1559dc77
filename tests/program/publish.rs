//! All or nothing: a build that is killed, that meets another or that finds the disk full.

use crate::project::{Project, SITUS, tree};
use pilkada::output::manifest::{Entry, Manifest};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// How many files each version of the made-up site has, besides its pages.
const FILES: usize = 400;

/// Writes a version of a made-up site: every file says which.
fn write(project: &Project, version: usize) {
    project.write("content/situs.yaml", SITUS.replace("Info Pilkada", &format!("Versi {version}.")));
    for number in 0..FILES {
        let text = format!("versi {version}\n{}", "x".repeat(number * 7));
        project.write(&format!("themes/uji/aset/f{}/{number}.txt", number % 20), text);
    }
}

/// Which version is published; fails unless every file is of it, as the manifest says, and there is no other.
#[track_caller]
fn version(output: &Path) -> String {
    let manifest = Manifest::read(&output.join("manifes.json")).expect("a published site has a manifest");
    let mut versions = BTreeSet::new();
    let files = tree(output);
    for (path, bytes) in &files {
        let name = path.strip_prefix(output).unwrap().to_str().unwrap();
        if name == "manifes.json" {
            continue;
        }
        assert_eq!(manifest.berkas.get(name), Some(&Entry::of(bytes)), "{name}");
        if name.ends_with(".txt") && name.starts_with('f') {
            versions.insert(String::from_utf8_lossy(bytes).lines().next().unwrap().to_owned());
        }
    }
    assert_eq!(files.len(), manifest.berkas.len() + 1);
    assert_eq!(versions.len(), 1, "{versions:?}");
    versions.pop_first().unwrap()
}

/// A number that looks random, from 0 up to `below`.
fn random(seed: &mut u64, below: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % below.max(1)
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let project = Project::sound();
    write(&project, 0);
    let begun = Instant::now();
    assert_eq!(project.run(&["build"]).code, Some(0));
    let usual = u64::try_from(begun.elapsed().as_micros()).unwrap();
    let mut seed = u64::from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos());
    println!("seed {seed}, a build takes {usual} µs");
    let output = project.path("output");
    let (mut old, mut killed) = ("versi 0".to_owned(), 0);
    for round in 1..=40 {
        write(&project, round);
        let mut child = project.command(&["build"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random(&mut seed, usual * 5 / 4)));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        let now = version(&output);
        assert!(now == old || now == format!("versi {round}"), "{now} after {old}, round {round}");
        old = now;
    }
    assert!(killed > 5, "only {killed} builds were killed in time");
    let ran = project.run(&["build"]);
    assert_eq!((ran.code, version(&output)), (Some(0), "versi 40".to_owned()), "{}", ran.err);
    let beside = fs::read_dir(project.path(".output.pilkada")).unwrap().map(|e| e.unwrap().file_name());
    // Beside the lock only pictures stay, for the next build.
    let beside: Vec<_> = beside.filter(|name| name != "gambar").collect();
    assert_eq!(beside, ["kunci"]);
}

#[test]
fn a_swap_that_was_interrupted_is_undone() {
    let project = Project::sound();
    write(&project, 0);
    assert_eq!(project.run(&["build"]).code, Some(0));
    fs::rename(project.path("output"), project.path(".output.pilkada/lama")).unwrap();
    project.write("content/situs.yaml", "rusak");
    assert_eq!(project.run(&["build"]).code, Some(1));
    assert_eq!(version(&project.path("output")), "versi 0");
}

#[test]
fn of_two_builds_at_once_the_second_says_why_it_waits() {
    let project = Project::sound();
    write(&project, 0);
    assert_eq!(project.run(&["build"]).code, Some(0));
    let lock = File::create(project.path(".output.pilkada/kunci")).unwrap();
    lock.lock().unwrap();
    let ran = project.run(&["build"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("build lain sedang menulis"), "{}", ran.err);
    drop(lock);
    for round in 1..=5 {
        write(&project, round);
        let run = || project.run(&["build"]);
        let (one, other) = std::thread::scope(|scope| {
            let other = scope.spawn(run);
            (run(), other.join().unwrap())
        });
        let codes = BTreeSet::from([one.code, other.code]);
        assert!(codes.contains(&Some(0)) && codes.is_subset(&BTreeSet::from([Some(0), Some(2)])), "{one:?} {other:?}");
        assert_eq!(version(&project.path("output")), format!("versi {round}"));
    }
}

/// The shell caps how large a file may grow: the disk refuses in the middle of a file.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_refuses_leaves_the_old_site() {
    let project = Project::sound();
    write(&project, 0);
    assert_eq!(project.run(&["build"]).code, Some(0));
    write(&project, 1);
    project.write("themes/uji/aset/besar.txt", "x".repeat(500_000));
    let script = "trap '' XFSZ; ulimit -f 200; exec \"$0\" build --tanggal 2024-11-01";
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_pilkada")]).current_dir(project.root());
    let ran = command.output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(2), "{said}");
    assert!(said.contains("besar.txt"), "{said}");
    assert_eq!(version(&project.path("output")), "versi 0");
    assert!(!project.path(".output.pilkada/baru").exists());
    assert_eq!(project.run(&["build"]).code, Some(0));
}

/// A real full disk, where we may mount one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site() {
    let project = Project::sound();
    fs::create_dir(project.path("disk")).unwrap();
    let disk = project.path("disk");
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]).arg(&disk).output();
    if !mounted.is_ok_and(|ran| ran.status.success()) {
        println!("skipped: no disk may be mounted here");
        return;
    }
    write(&project, 0);
    let build = || project.run(&["build", "--output", "disk/output"]);
    let first = build();
    write(&project, 1);
    // The disk is filled to the brim, then given back a little: it is full again in the middle of the build.
    fs::write(disk.join("lain"), vec![0; 32 << 20]).unwrap_err();
    let filler = File::options().write(true).open(disk.join("lain")).unwrap();
    filler.set_len(filler.metadata().unwrap().len().saturating_sub(700 << 10)).unwrap();
    drop(filler);
    let second = build();
    let shown = std::panic::catch_unwind(|| version(&disk.join("output")));
    fs::remove_file(project.path("disk/lain")).unwrap();
    let third = build();
    Command::new("umount").arg(&disk).status().unwrap();
    assert_eq!((first.code, second.code, third.code), (Some(0), Some(2), Some(0)), "{} {}", second.err, third.err);
    assert_eq!(shown.unwrap(), "versi 0");
}

#[test]
fn what_the_machine_refuses_is_said_in_the_language_asked_for() {
    let project = Project::sound();
    project.write("berkas", "");
    let said = |output: &str, bahasa: &str| {
        let ran = project.run(&["build", "--output", output, "--bahasa", bahasa]);
        assert_eq!(ran.code, Some(2));
        ran.err.trim_end().to_owned()
    };
    assert_eq!(said("berkas", "id"), "gagal: berkas bukan folder");
    assert_eq!(said("berkas", "en"), "failed: berkas is not a folder");
    let folder = Path::new("berkas").join(".situs.pilkada");
    let (id, en) = (said("berkas/situs", "id"), said("berkas/situs", "en"));
    assert!(id.starts_with(&format!("gagal: membuat folder {}: bukan folder", folder.display())), "{id}");
    assert!(en.starts_with(&format!("failed: making the folder {}: Not a directory", folder.display())), "{en}");
}
