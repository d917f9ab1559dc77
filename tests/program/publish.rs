//! All or nothing: a build that is killed, that meets another or that finds the disk full.

use crate::project::{Project, SITUS, tree};
use crate::publish_tree::{random, seed};
use pilkada::output::manifest::{Entry, Manifest};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many files each version of the made-up site has, besides its pages.
const FILES: usize = 400;

/// A site as it is published: bytes by path.
pub type Site = BTreeMap<String, Vec<u8>>;

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

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let seed = seed();
    println!("seed {seed}");
    assert!(killed(16, seed) > 2, "hardly a build was killed in time");
}

#[test]
#[ignore = "takes minutes; .ci/run asks for it"]
fn hundreds_of_killed_builds_leave_the_old_site_or_the_new_one() {
    let seed = seed();
    println!("seed {seed}");
    assert!(killed(300, seed) > 60, "hardly a build was killed in time");
}

/// Writes the site of a round: all of it is different in every fifth, else a few files are, and one is new and one gone.
fn change(project: &Project, round: usize) {
    if round.is_multiple_of(5) {
        write(project, round);
    }
    for number in 0..5 {
        project.write(&format!("themes/uji/aset/f{number}/{}.txt", number * 21), format!("ronde {round}"));
    }
    let extra = |round: usize| format!("themes/uji/aset/ronde/{round}/isi.txt");
    project.write(&extra(round), format!("ronde {round}"));
    if round > 1 {
        let _ = fs::remove_dir_all(project.path(&extra(round - 2)).parent().unwrap());
    }
}

/// Kills a build in each of so many rounds; what is published must be what a whole build elsewhere makes of the round before
/// or of this. Gives how many builds were killed before their end.
fn killed(rounds: usize, mut seed: u64) -> usize {
    let project = Project::sound();
    write(&project, 0);
    let begun = Instant::now();
    assert_eq!(project.run(&["build"]).code, Some(0));
    let mut usual = u64::try_from(begun.elapsed().as_micros()).unwrap();
    let (mut old, mut killed) = (site(&project, "output"), 0);
    for round in 1..=rounds {
        change(&project, round);
        let new = clean(&project);
        let begun = Instant::now();
        let mut child = project.command(&["build"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random(&mut seed, usual)));
        child.kill().unwrap();
        if child.wait().unwrap().success() {
            usual = u64::try_from(begun.elapsed().as_micros()).unwrap();
        } else {
            killed += 1;
        }
        let now = site(&project, "output");
        assert!(now == old || now == new, "round {round} is neither the old site nor the new one");
        // Every third killed build is followed by one that is not, the others by one that is killed too.
        if round.is_multiple_of(3) {
            let ran = project.run(&["build"]);
            // When the site changes by itself next, and what was published: nothing was thrown away. Pages that changed are named below.
            let is_of_pages = |line: &&str| line.starts_with("halaman yang berubah") || line.starts_with("  ");
            let said = ran.err.lines().filter(|line| !is_of_pages(line)).count();
            assert_eq!((ran.code, said), (Some(0), 2), "{}", ran.err);
            assert!(site(&project, "output") == new, "round {round} is not the new site");
            let beside = fs::read_dir(project.path(".output.pilkada")).unwrap();
            let beside: BTreeSet<_> = beside.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            assert!(
                beside.is_subset(&["catatan", "gambar", "kembar", "kunci"].map(str::to_owned).into()),
                "{beside:?}"
            );
        }
        old = site(&project, "output");
    }
    killed
}

/// The files published in a folder of the project.
pub fn site(project: &Project, folder: &str) -> Site {
    let folder = project.path(folder);
    let files = tree(&folder).into_iter();
    files.map(|(path, bytes)| (path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned(), bytes)).collect()
}

/// What a build makes where none was before.
pub fn clean(project: &Project) -> Site {
    let ran = project.run(&["build", "--output", "bersih"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let site = site(project, "bersih");
    fs::remove_dir_all(project.path("bersih")).unwrap();
    fs::remove_dir_all(project.path(".bersih.pilkada")).unwrap();
    site
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
    lock.unlock().unwrap();
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
