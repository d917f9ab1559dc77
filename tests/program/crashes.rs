//! Ended or refused at every step: each call to the system by which a build changes the disk, one after another.
//!
//! `strace` kills the build at the n-th call of a kind, or lets that call fail. These tests take minutes; `.ci/run` asks for
//! them.

use crate::project::{Project, SITUS};
use crate::publish::{Site, clean, site};
use crate::publish_tree::seed;
use std::fs;
use std::process::{Command, Output, Stdio};

/// The calls by which names and files come and go.
const CALLS: [&str; 8] = ["openat", "write", "mkdir", "rmdir", "linkat", "unlink", "unlinkat", "rename"];

/// A project of three sites that take turns, each published by a clean build.
struct Turns {
    project: Project,
    sites: [Site; 3],
    turn: usize,
}

/// Writes the site whose turn it is: files change, come, go, and become folders.
fn write(project: &Project, turn: usize) {
    project.write("content/situs.yaml", SITUS.replace("Info Pilkada", &format!("Versi {turn}.")));
    let _ = fs::remove_dir_all(project.path("themes/uji/aset"));
    for number in 0..8 {
        // What changed in one turn is as before in the next, and not touched in the one after: then it is linked.
        let text = if number % 3 == turn { format!("versi {turn}") } else { "tetap".to_owned() };
        project.write(&format!("themes/uji/aset/f{}/{number}.txt", number % 2), text);
    }
    let path = ["berkas", "berkas/isi", "lain/jauh/isi"][turn];
    project.write(&format!("themes/uji/aset/{path}"), format!("versi {turn}"));
}

impl Turns {
    fn new() -> Self {
        let project = Project::sound();
        let sites = [0, 1, 2].map(|turn| {
            write(&project, turn);
            clean(&project)
        });
        let mut turns = Self { project, sites, turn: 2 };
        turns.build();
        turns.next();
        turns.build();
        turns
    }

    fn next(&mut self) {
        self.turn = (self.turn + 1) % 3;
        write(&self.project, self.turn);
    }

    /// A build that nothing hinders publishes the site whose turn it is.
    #[track_caller]
    fn build(&self) {
        let ran = self.project.run(&["build"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let listed = ran.err.lines().filter(|line| line.starts_with("  ")).count();
        assert!(
            ran.err.lines().count() - listed <= 3,
            "more than what happened and the pages that changed: {}",
            ran.err
        );
        assert!(site(&self.project, "output") == self.sites[self.turn], "not the new site");
    }

    /// A build with faults; each is what `strace` takes after `inject=`.
    fn hindered(&self, faults: &[&str]) -> Output {
        let calls: Vec<&str> = faults.iter().map(|fault| fault.split(':').next().unwrap()).collect();
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={}", calls.join(","))]);
        for fault in faults {
            command.args(["-e", &format!("inject={fault}")]);
        }
        command.args([env!("CARGO_BIN_EXE_pilkada"), "build", "--tanggal", "2024-11-01"]);
        command.current_dir(self.project.root()).env("RAYON_NUM_THREADS", "1").stdin(Stdio::null()).output().unwrap()
    }

    /// What is published is the site before or the one whose turn it is.
    #[track_caller]
    fn assert_old_or_new(&self, what: &str) {
        let now = site(&self.project, "output");
        let old = &self.sites[(self.turn + 2) % 3];
        assert!(now == *old || now == self.sites[self.turn], "{what}: neither the old site nor the new one");
    }
}

/// Whether a build can be hindered here.
fn can_hinder() -> bool {
    Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success())
}

#[test]
#[ignore = "takes minutes; .ci/run asks for it"]
fn a_build_killed_at_any_call_leaves_the_old_site_or_the_new_one() {
    if !can_hinder() {
        println!("skipped: strace does not work here");
        return;
    }
    let (mut turns, mut killed) = (Turns::new(), 0);
    for call in CALLS.into_iter().chain(["renameat2"]) {
        for number in 1.. {
            turns.next();
            let ran = turns.hindered(&[&format!("{call}:signal=KILL:when={number}")]);
            let what = format!("killed at {call} {number}");
            turns.assert_old_or_new(&what);
            turns.build();
            if ran.status.success() {
                println!("{call}: killed at {} places", number - 1);
                break;
            }
            killed += 1;
        }
    }
    assert!(killed > 100, "only {killed}");
}

#[test]
#[ignore = "takes minutes; .ci/run asks for it"]
fn a_disk_full_at_any_call_leaves_the_old_site_or_the_new_one() {
    if !can_hinder() {
        println!("skipped: strace does not work here");
        return;
    }
    let (mut turns, mut failed) = (Turns::new(), 0);
    // Every second call, the even ones or the odd ones as chance has it: each takes two builds, and a kill is tried at every one.
    let first = if seed().is_multiple_of(2) { 1 } else { 2 };
    for (call, last) in CALLS.into_iter().map(|call| (call, 45)).chain([("renameat2", 3)]) {
        for number in (first..=last).step_by(2) {
            turns.next();
            let ran = turns.hindered(&[&format!("{call}:error=ENOSPC:when={number}")]);
            turns.assert_old_or_new(&format!("refused at {call} {number}"));
            failed += usize::from(!ran.status.success());
            turns.build();
        }
    }
    for number in (first..=30).step_by(2) {
        turns.next();
        let refused = format!("rename:error=ENOSPC:when={number}");
        let ran = turns.hindered(&["renameat2:error=EINVAL", &refused]);
        turns.assert_old_or_new(&format!("{refused} without an exchange"));
        failed += usize::from(!ran.status.success());
        turns.build();
    }
    assert!(failed > 30, "only {failed}");
}

/// Where trees cannot change places in one step, the next build brings back the site that is gone for a moment.
#[test]
#[ignore = "takes minutes; .ci/run asks for it"]
fn without_an_exchange_or_links_a_killed_build_is_put_right_by_the_next() {
    if !can_hinder() {
        println!("skipped: strace does not work here");
        return;
    }
    for poor in [&["renameat2:error=EINVAL"][..], &["renameat2:error=EINVAL", "linkat:error=EPERM"]] {
        let mut turns = Turns::new();
        for number in 1.. {
            turns.next();
            let kill = format!("rename:signal=KILL:when={number}");
            let ran = turns.hindered(&[poor, &[&kill]].concat());
            if turns.project.path("output").exists() {
                turns.assert_old_or_new(&kill);
            }
            // A build that publishes nothing brings the old site back, too.
            turns.project.write("content/situs.yaml", "rusak");
            assert_eq!(turns.project.run(&["build"]).code, Some(1));
            turns.assert_old_or_new(&kill);
            write(&turns.project, turns.turn);
            turns.build();
            if ran.status.success() {
                println!("killed at {} places", number - 1);
                assert!(number > 4, "{}", String::from_utf8_lossy(&ran.stderr));
                break;
            }
        }
        turns.next();
        let ran = turns.hindered(poor);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        turns.assert_old_or_new("without a kill");
        turns.next();
        turns.build();
    }
}

/// A real disk, full to the brim but for a little: more and more of a little.
#[test]
#[ignore = "takes minutes; .ci/run asks for it"]
fn a_disk_however_full_keeps_the_old_site_or_takes_the_new_one() {
    let mut turns = Turns::new();
    let disk = turns.project.path("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"]).arg(&disk).output();
    if !mounted.is_ok_and(|ran| ran.status.success()) {
        println!("skipped: no disk may be mounted here");
        return;
    }
    let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let build = |turns: &Turns| turns.project.run(&["build", "--output", "disk/output"]);
        assert_eq!(build(&turns).code, Some(0));
        let (mut published, mut refused) = (0, 0);
        for level in 0..60 {
            turns.next();
            let _ = fs::write(disk.join("lain"), vec![0; 16 << 20]);
            let filler = fs::File::options().write(true).open(disk.join("lain")).unwrap();
            filler.set_len(filler.metadata().unwrap().len().saturating_sub(level * 8192)).unwrap();
            drop(filler);
            let ran = build(&turns);
            let now = site(&turns.project, "disk/output");
            let new = now == turns.sites[turns.turn];
            assert!(new || now == turns.sites[(turns.turn + 2) % 3], "level {level}");
            assert_eq!(ran.code, Some(if new { 0 } else { 2 }), "level {level}: {}", ran.err);
            *(if new { &mut published } else { &mut refused }) += 1;
            fs::remove_file(disk.join("lain")).unwrap();
            assert_eq!(build(&turns).code, Some(0));
            assert!(site(&turns.project, "disk/output") == turns.sites[turns.turn], "level {level}");
        }
        (published, refused)
    }));
    Command::new("umount").arg(&disk).status().unwrap();
    let (published, refused) = found.unwrap();
    println!("{published} published, {refused} refused");
    assert!(published > 3 && refused > 3, "{published} {refused}");
}
