//! Published with nothing but what every system has, as on Windows, and onto disks that fold case or know one name a file only.

use crate::project::{Project, SITUS};
use crate::publish::{clean, site};
use crate::publish_tree::{random, seed};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Writes a version of a small site: most files stay, one is new, one is gone, a file becomes a folder and back.
fn write(project: &Project, below: &str, version: usize) {
    let at = |path: &str| format!("{below}{path}");
    project.write(&at("content/situs.yaml"), SITUS.replace("Info Pilkada", &format!("Versi {version}.")));
    project.write(&at("content/halaman/cara.md"), "---\r\njudul: Cara\r\n---\r\n\r\nIsi.\r\n");
    project.write(&at("themes/uji/tema.yaml"), "nama: Uji\n");
    let _ = fs::remove_dir_all(project.path(&at("themes/uji/aset")));
    for number in 0..40 {
        let text = if number % 3 == version % 3 { format!("versi {version}") } else { "tetap".to_owned() };
        project.write(&at(&format!("themes/uji/aset/f{}/{number}.txt", number % 4)), text);
    }
    let path = ["berkas", "berkas/isi", "lain/jauh/isi"][version % 3];
    project.write(&at(&format!("themes/uji/aset/{path}")), format!("versi {version}"));
}

#[track_caller]
fn build(project: &Project, words: &[&str]) -> String {
    let ran = project.run(&[&["build"], words].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.err
}

/// How many of the files below a folder have a second name.
fn shared(folder: &Path) -> usize {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().metadata().unwrap());
    files.filter(|metadata| metadata.is_file() && metadata.nlink() > 1).count()
}

#[test]
fn without_links_exchange_or_numbers_a_build_makes_the_same_bytes() {
    let (usual, portable) = (Project::sound(), Project::sound().portable());
    for version in [0, 1, 2, 3, 3, 0] {
        for project in [&usual, &portable] {
            write(project, "", version);
            build(project, &[]);
        }
        assert!(site(&portable, "output") == site(&usual, "output"), "version {version}");
    }
    assert!(shared(&usual.path("output")) > 10 && shared(&portable.path("output")) == 0);
    assert!(build(&portable, &[]).contains(" 0 berubah"));
    // A page that was changed by hand is put right there too.
    portable.write("output/cara.html", "rusak");
    build(&portable, &[]);
    assert!(site(&portable, "output") == site(&usual, "output"));
}

#[test]
fn a_project_may_be_built_the_one_way_and_then_the_other() {
    let mut project = Project::sound();
    for version in 0..6 {
        write(&project, "", version);
        project = if version % 2 == 0 { project.portable() } else { project.usual() };
        build(&project, &[]);
        assert!(site(&project, "output") == clean(&project), "version {version}");
    }
}

/// Where two folders cannot change places at once there is a moment without `output/`.
#[test]
fn a_killed_build_is_put_right_by_the_next_without_links_exchange_or_numbers() {
    let mut seed = seed();
    println!("seed {seed}");
    let project = Project::sound().portable();
    write(&project, "", 0);
    build(&project, &[]);
    let (mut old, mut killed) = (site(&project, "output"), 0);
    for version in 1..=12 {
        write(&project, "", version);
        let new = clean(&project);
        let mut child = project.command(&["build"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random(&mut seed, 60_000)));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        if project.path("output").exists() {
            let now = site(&project, "output");
            assert!(now == old || now == new, "version {version} is neither the old site nor the new one");
        }
        build(&project, &[]);
        assert!(site(&project, "output") == new, "version {version} is not the new site");
        old = new;
    }
    assert!(killed > 0, "no build was killed in time");
    // Killed between the two steps: the old site comes back, also where nothing new is published.
    fs::rename(project.path("output"), project.path(".output.pilkada/lama")).unwrap();
    project.write("content/situs.yaml", "rusak");
    assert_eq!(project.run(&["build"]).code, Some(1));
    assert!(site(&project, "output") == old);
}

#[test]
fn a_file_that_somebody_reads_stays_as_it_is_while_another_site_is_published() {
    let project = Project::sound().portable();
    write(&project, "", 0);
    build(&project, &[]);
    let before = project.read("output/cara.html");
    let open = fs::File::open(project.path("output/cara.html")).unwrap();
    for version in 1..4 {
        write(&project, "", version);
        build(&project, &[]);
    }
    assert_eq!(std::io::read_to_string(open).unwrap(), before);
    assert_ne!(project.read("output/cara.html"), before);
}

/// A disk in a file, unmounted when it is dropped.
struct Disk {
    at: PathBuf,
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.at).status();
        let detach =
            "losetup --associated \"$1\" --noheadings --output NAME | xargs --no-run-if-empty losetup --detach";
        let _ = Command::new("sh").args(["-c", detach, "sh"]).arg(self.at.with_extension("img")).status();
    }
}

/// How disks that people have are made and mounted: `$1` is the file of the disk, `$2` the folder it is shown at.
const DISKS: [(&str, &str); 3] = [
    // With the names that Windows takes, and no two that differ in capitals alone.
    ("NTFS", "mkfs.ntfs -F -q \"$1\" && lowntfs-3g -o windows_names,ignore_case \"$1\" \"$2\""),
    ("exFAT", "mkfs.exfat \"$1\" && mount.exfat-fuse \"$(losetup --find --show \"$1\")\" \"$2\""),
    ("FAT", "mkfs.vfat \"$1\" && mount -t vfat -o loop \"$1\" \"$2\""),
];

/// Such a disk in the project, at `disk`; nothing where it cannot be had here.
fn disk(project: &Project, line: &str) -> Option<Disk> {
    let (file, at) = (project.path("disk.img"), project.path("disk"));
    fs::create_dir(&at).unwrap();
    fs::File::create(&file).unwrap().set_len(64 << 20).unwrap();
    let mounted = Command::new("sh").args(["-c", line, "sh"]).arg(&file).arg(&at).output().unwrap();
    mounted.status.success().then(|| Disk { at })
}

#[test]
#[ignore = "mounts disks; .ci/run asks for it"]
fn a_project_on_a_disk_of_windows_or_on_a_memory_card_is_built_like_any_other() {
    let mut mounted = Vec::new();
    for (name, line) in DISKS {
        for project in [Project::sound(), Project::sound().portable()] {
            let Some(disk) = disk(&project, line) else {
                println!("skipped: no {name} may be mounted here");
                continue;
            };
            for version in [0, 1, 2, 3, 3, 0] {
                write(&project, "disk/situs/", version);
                write(&project, "", version);
                let expected = clean(&project);
                build(&project, &["--folder", "disk/situs"]);
                assert!(site(&project, "disk/situs/output") == expected, "{name}, version {version}");
            }
            assert!(build(&project, &["--folder", "disk/situs"]).contains(" 0 berubah"), "{name}");
            let zip = project.run(&["bungkus", "--folder", "disk/situs", "--ke", "proyek.zip"]);
            assert_eq!(zip.code, Some(0), "{name}: {}", zip.err);
            mounted.push(name);
            drop(disk);
        }
    }
    println!("mounted: {mounted:?}");
    assert!(!mounted.is_empty(), "no disk of another kind was mounted: install ntfs-3g");
}
